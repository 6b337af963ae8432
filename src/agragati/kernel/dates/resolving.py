"""From what is written to a day of the calendar: missing years, fiscal years, sums of days and months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from agragati.kernel.doubts import Doubt
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, month_range

NO_YEAR = Doubt("The year is not written; it was taken from the date of the paper.")
NO_YEAR_NO_BASE = Doubt("The year is not written and no base date was given.")
NEXT_FISCAL_YEAR = Doubt("The year is not written and the day falls into the next fiscal year.")
CENTURY = Doubt("The year has two digits; the century was assumed.")
OTHER_YEAR = Doubt("The year is only named by its distance; which one is meant cannot be told.")
NO_SUCH_DAY = Doubt("There is no such day in the calendar.")
_WEEKEND = (4, 5)  # Friday and Saturday


def as_day(year: int, month: int, day: int) -> date | None:
    """Give the day, or None when it does not exist or the year lies outside 1900-2199."""
    if not 1900 <= year <= 2199 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def full_year(two_digits: int) -> int:
    """Give the year of two digits: 00-69 in this century, 70-99 in the last."""
    return two_digits + (2000 if two_digits < 70 else 1900)


def fiscal_year(first: str, second: str) -> FiscalYear | None:
    """Give the fiscal year written as `first` and the tail `second` ("-২৪"), None unless consecutive."""
    try:
        return FiscalYear.parse(first + second)
    except BadInput:
        return None


def month_in(year: FiscalYear, month: int) -> tuple[date, date]:
    """Give the first and last day of a Gregorian month inside a fiscal year."""
    return month_range(year.start_year + (month < 7), month)


def next_month_end(month: int, base: date) -> tuple[date, date]:
    """Give the first such month whose last day is on or after the base."""
    year = base.year + (month < base.month)
    return month_range(year, month)


def last_month(month: int, base: date) -> tuple[date, date]:
    """Give the latest such month that began before the base's month, or is it."""
    return month_range(base.year - (month > base.month), month)


def next_day(day: int, month: int, base: date) -> date | None:
    """Give the first such day on or after the base within two years, None when there is none."""
    days = (as_day(base.year + ahead, month, day) for ahead in range(2))
    return next((found for found in days if found and found >= base), None)


def last_day(day: int, month: int, base: date) -> date | None:
    """Give the latest such day on or before the base within two years, None when there is none."""
    days = (as_day(base.year - back, month, day) for back in range(2))
    return next((found for found in days if found and found <= base), None)


def add_months(base: date, months: int) -> date:
    """Give the same day `months` later, or the last day of a shorter month."""
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    return date(year, month + 1, min(base.day, monthrange(year, month + 1)[1]))


def add_working_days(base: date, days: int) -> date:
    """Give the day after `days` working days, Friday and Saturday off; holidays are not known here."""
    day = base
    while days:
        day += timedelta(days=1)
        days -= day.weekday() not in _WEEKEND
    return day
