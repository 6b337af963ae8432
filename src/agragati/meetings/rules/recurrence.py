"""On which days a series meets: every so many weeks or months, on a weekday or a day of the month."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

WEEKEND = (4, 5)  # Friday and Saturday
WEEKLY, ON_DAY, ON_WEEKDAY = "weekly", "on_day", "on_weekday"


@dataclass(frozen=True)
class Recurrence:
    """A rule: `kind` weekly, on_day (of the month) or on_weekday (the `week`-th of the month, -1 = the last).

    `interval` counts weeks or months: 3 with on_day is quarterly. `weekday` 0 = Monday. `day` past the month's end
    means its last day. A day that falls on Friday or Saturday moves to the next working day.
    """

    kind: str
    interval: int = 1
    weekday: int = 6
    week: int = 1
    day: int = 1

    def days_from(self, start: date) -> Iterator[date]:
        """The days on or after `start`, without end; the first period is the one that holds `start`."""
        for step in count():
            day = self._day_of(start, step * max(self.interval, 1))
            if day is not None and day >= start:
                yield day

    def _day_of(self, start: date, steps: int) -> date | None:
        if self.kind == WEEKLY:
            monday = start - timedelta(days=start.weekday())
            return monday + timedelta(days=self.weekday, weeks=steps)
        months = start.year * 12 + start.month - 1 + steps
        year, month = divmod(months, 12)
        if self.kind == ON_DAY:
            last = calendar.monthrange(year, month + 1)[1]
            return working_day(date(year, month + 1, min(self.day, last)))
        return nth_weekday(year, month + 1, self.weekday, self.week)


def working_day(day: date) -> date:
    """The day itself, or the Sunday after when it falls on a weekend (public holidays are not known here)."""
    while day.weekday() in WEEKEND:
        day += timedelta(days=1)
    return day


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth (or last, -1) such weekday of a month; None when the month has no fifth one."""
    last = calendar.monthrange(year, month)[1]
    days = [date(year, month, d) for d in range(1, last + 1) if date(year, month, d).weekday() == weekday]
    if nth == -1:
        return days[-1]
    return days[nth - 1] if 0 < nth <= len(days) else None
