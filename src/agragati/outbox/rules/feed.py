"""A calendar feed (RFC 5545): duties as whole-day events on their due day, meetings at their hour."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

LINE = 75  # octets


@dataclass(frozen=True)
class Entry:
    """One entry: `day` for a due day, or `begins` and `ends` (aware) for an appointment."""

    uid: str
    title: str
    day: datetime.date | None = None
    begins: datetime.datetime | None = None
    ends: datetime.datetime | None = None
    place: str = ""
    url: str = ""
    changed: datetime.datetime | None = None


def calendar(entries: Iterable[Entry], *, name: str, now: datetime.datetime) -> str:
    """The whole feed as text with CRLF line ends."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Agragati//Duties//BN", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{_escaped(name)}", "X-PUBLISHED-TTL:PT1H"]
    for entry in entries:
        lines += _event(entry, now)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(entry: Entry, now: datetime.datetime) -> list[str]:
    lines = ["BEGIN:VEVENT", f"UID:{entry.uid}", f"DTSTAMP:{_utc(entry.changed or now)}"]
    if entry.begins is not None:
        lines.append(f"DTSTART:{_utc(entry.begins)}")
        lines.append(f"DTEND:{_utc(entry.ends or entry.begins + datetime.timedelta(hours=1))}")
    elif entry.day is not None:
        lines.append(f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}")
        lines.append(f"DTEND;VALUE=DATE:{entry.day + datetime.timedelta(days=1):%Y%m%d}")
    lines.append(f"SUMMARY:{_escaped(entry.title)}")
    if entry.place:
        lines.append(f"LOCATION:{_escaped(entry.place)}")
    if entry.url:
        lines.append(f"URL:{entry.url}")
    return [*lines, "END:VEVENT"]


def _utc(moment: datetime.datetime) -> str:
    return f"{moment.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets; a letter is never cut."""
    parts, current, size = [], "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LINE:
            parts.append(current)
            current, size = " ", 1
        current, size = current + letter, size + width
    return "\r\n".join([*parts, current])
