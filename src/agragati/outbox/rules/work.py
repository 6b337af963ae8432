"""The work of the day in heaps: late, today, this week, later, without a day."""

from __future__ import annotations

import datetime

HEAPS = ("late", "today", "week", "later", "undated")
SATURDAY = 5  # the last day of a week that begins on Sunday


def heap_of(day: datetime.date | None, today: datetime.date) -> str:
    """The heap of what is due (or takes place) on `day`; a week ends on Saturday."""
    if day is None:
        return "undated"
    if day <= today:
        return "today" if day == today else "late"
    week_ends = today + datetime.timedelta(days=(SATURDAY - today.weekday()) % 7)
    return "week" if day <= week_ends else "later"
