"""Three kinds of dates, windows by tier, and lateness. Dates of the agreement's calendar: domain §3.6."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, Quarter

from .framework import Due, Indicator

# Fourth quarter by tier, upazila first, as announced for July 2024: (tier, first day, last day) in July.
_USUAL = (
    ("upazila", 1, 6),
    ("district", 7, 9),
    ("divisional", 10, 13),
    ("directorate", 14, 15),
    ("ministry", 16, 18),
)


class WindowState(StrEnum):
    """Whether a quarter may be sent now."""

    OPEN = "open"
    NOT_YET = "not_yet"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class WindowDays:
    """First and last day on which a tier may send a quarter."""

    tier: str
    opens: date
    closes: date


@dataclass(frozen=True, slots=True)
class Dates:
    """Three separate dates of one indicator in one quarter: the official, the ministry's, the office's own."""

    as_of: date
    official: date
    ministry: date | None = None
    own: date | None = None

    def nearest(self, today: date) -> date:
        """The earliest that is still open; when all have passed, the official one."""
        stated = [day for day in (self.own, self.ministry, self.official) if day is not None and day >= today]
        return min(stated, default=self.official)


def quarter_due(quarter: Quarter) -> date:
    """Day by which a quarter is sent, where the framework prints none: 15 October, January, April; 15 July."""
    year, number = quarter.year.start_year, quarter.number
    return {1: date(year, 10, 15), 2: date(year + 1, 1, 15), 3: date(year + 1, 4, 15), 4: date(year + 1, 7, 15)}[number]


def dates_of(indicator: Indicator, quarter: Quarter, *, ministry: date | None = None, own: date | None = None) -> Dates:
    """The dates of one indicator: the framework's schedule, else the quarter's end and the calendar."""
    printed = next((due for due in indicator.schedule if due.quarter == quarter.number), Due(quarter.number))
    return Dates(printed.as_of or quarter.end, printed.submit_by or quarter_due(quarter), ministry, own)


def check_earlier(earlier: date | None, official: date, field: str) -> None:
    """An internal date may not be after the official one (R12); raise BadInput naming `field`."""
    if earlier is not None and earlier > official:
        raise BadInput("This date lies after the official one (%(day)s).", field=field, day=official)


def window_state(window: WindowDays | None, today: date, extended_to: date | None = None) -> WindowState:
    """Whether one may send today. Without a window nothing closes; an extension moves only the last day."""
    if window is None:
        return WindowState.OPEN
    if today < window.opens:
        return WindowState.NOT_YET
    last = max(window.closes, extended_to) if extended_to else window.closes
    return WindowState.OPEN if today <= last else WindowState.CLOSED


def is_late(due: date, sent: date, extended_to: date | None = None) -> bool:
    """Whether something sent on `sent` is late; an extension counts as the new due date."""
    return sent > (max(due, extended_to) if extended_to else due)


def usual_windows(year: FiscalYear) -> tuple[WindowDays, ...]:
    """The fourth quarter's windows by tier, upazila first, after the announcement of July 2024."""
    july = year.start_year + 1
    return tuple(WindowDays(tier, date(july, 7, first), date(july, 7, last)) for tier, first, last in _USUAL)
