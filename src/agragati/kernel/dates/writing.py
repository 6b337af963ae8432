"""Dates as official papers print them."""

from __future__ import annotations

from datetime import date

from agragati.kernel.bangla_calendar import to_bangla
from agragati.kernel.digits import to_bn
from agragati.kernel.months import GREGORIAN, WEEKDAYS


def write_day(day: date) -> str:
    """ "২৬/০৯/২০২৩"."""
    return to_bn(f"{day.day:02d}/{day.month:02d}/{day.year:04d}")


def write_long(day: date, *, era: bool = False) -> str:
    """ "২৬ সেপ্টেম্বর ২০২৩"; with `era` "২৬ সেপ্টেম্বর ২০২৩ খ্রি."."""
    text = to_bn(f"{day.day:02d} {GREGORIAN[day.month - 1]} {day.year}")
    return f"{text} খ্রি." if era else text


def write_bangla(day: date) -> str:
    """ "১২ পৌষ ১৪২৮". Raises BadInput outside 1987-2100."""
    return to_bangla(day).text


def write_both(day: date) -> str:
    """Both calendars on one line: "১২ পৌষ ১৪২৮ বঙ্গাব্দ / ২৭ ডিসেম্বর ২০২১ খ্রিস্টাব্দ". Raises BadInput outside 1987-2100."""
    return f"{write_bangla(day)} বঙ্গাব্দ / {write_long(day)} খ্রিস্টাব্দ"


def write_weekday(day: date) -> str:
    """ "মঙ্গলবার"."""
    return WEEKDAYS[day.weekday()]
