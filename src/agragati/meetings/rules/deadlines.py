"""A deadline as the minutes say it and as a day: "১৫ দিনের মধ্যে" counts from the day of the meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from agragati.kernel.dates import read_dates

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Deadline:
    """The words and the last day in time; `day` None when the words do not tell one."""

    text: str
    day: date | None


def read_deadline(text: str, base: date | None) -> Deadline | None:
    """The first deadline in a text, relative ones counted from `base`; None when the text names no time."""
    found = read_dates(text, base) if text.strip() else []
    for reading in found:
        if reading.resolved is not None:
            return Deadline(reading.text, reading.resolved)
    return Deadline(found[0].text, None) if found else None


def due_of(official: date | None, committed: date | None) -> date | None:
    """The day that reminders and lists go by: what was committed, else the official one."""
    return committed or official


def urgency(due: date | None, status: str, today: date) -> str:
    """One word for the colour of a due day: done, none, late, today, soon or open."""
    if status in {"done", "verified", "dropped"}:
        return "done"
    if due is None:
        return "none"
    if due < today:
        return "late"
    if due == today:
        return "today"
    return "soon" if due - today <= SOON else "open"
