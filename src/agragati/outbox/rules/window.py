"""When a message may be sent: office hours on working days; quiet hours for reminders.

All moments are Dhaka time as the caller gives them (aware or not); `holidays` is the set of closed days of the table.
Friday and Saturday are weekly holidays. The fixed public holidays are below; those that follow the moon are entered.
"""

from __future__ import annotations

import datetime
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

WEEKEND = {4, 5}  # Friday, Saturday
FIXED = {(2, 21), (3, 26), (4, 14), (5, 1), (12, 16), (12, 25)}
LONGEST_WAIT = 60  # days in which a working day must be found


@dataclass(frozen=True)
class Window:
    """Sending is open from `opens` (included) to `closes` (not included) on working days."""

    opens: datetime.time = datetime.time(9, 0)
    closes: datetime.time = datetime.time(17, 0)


def is_holiday(day: datetime.date, holidays: AbstractSet[datetime.date]) -> bool:
    """Whether offices are closed on `day`."""
    return day.weekday() in WEEKEND or (day.month, day.day) in FIXED or day in holidays


def is_open(moment: datetime.datetime, window: Window, holidays: AbstractSet[datetime.date]) -> bool:
    """Whether `moment` lies in the window of a working day."""
    return window.opens <= moment.time() < window.closes and not is_holiday(moment.date(), holidays)


def next_open(moment: datetime.datetime, window: Window, holidays: AbstractSet[datetime.date]) -> datetime.datetime:
    """`moment` itself when open, else the next opening. Without a working day in 60 days: the opening after them."""
    if is_open(moment, window, holidays):
        return moment
    day = moment.date() if moment.time() < window.opens else moment.date() + datetime.timedelta(days=1)
    for _ in range(LONGEST_WAIT):
        if not is_holiday(day, holidays):
            break
        day += datetime.timedelta(days=1)
    return datetime.datetime.combine(day, window.opens, tzinfo=moment.tzinfo)


def is_quiet(moment: datetime.datetime, begins: datetime.time, ends: datetime.time) -> bool:
    """Whether `moment` lies in the quiet hours, which usually run over midnight (20:00 to 7:00)."""
    now = moment.time()
    return begins <= now < ends if begins <= ends else now >= begins or now < ends


def end_of_quiet(moment: datetime.datetime, begins: datetime.time, ends: datetime.time) -> datetime.datetime:
    """`moment` itself when not quiet, else when the quiet ends."""
    if not is_quiet(moment, begins, ends):
        return moment
    later = moment.time() >= ends
    day = moment.date() + datetime.timedelta(days=1 if later else 0)
    return datetime.datetime.combine(day, ends, tzinfo=moment.tzinfo)
