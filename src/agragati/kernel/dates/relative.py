"""Deadlines counted from a base date: আগামী ১৫ দিনের মধ্যে, ০২ সপ্তাহের মধ্যে, চলতি মাসের মধ্যে, আগামী মাসের ১০ তারিখ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from agragati.kernel.dates.folding import Folded
from agragati.kernel.dates.model import Kind, ReadDate, Sureness
from agragati.kernel.dates.patterns import (
    COUNT,
    GAP,
    GREGORIAN_MONTH,
    NO_LETTER,
    NOT_AFTER_LETTER,
    NOT_AFTER_NUMBER,
    SPACE,
)
from agragati.kernel.dates.resolving import add_months, as_day, fiscal_year
from agragati.kernel.dates.units import UNIT, UNITS, add, count_of
from agragati.kernel.doubts import Doubt
from agragati.kernel.fiscal import FiscalYear, Quarter, month_range

NO_BASE = Doubt("It is counted from a date, and no base date was given.")
OTHER_BASE = Doubt("It is counted from another event, not from the date of the paper.")
HOLIDAYS = Doubt("Fridays and Saturdays were left out; other holidays are not known.")

_IN_TIME = f"(?:মধ্যে|ভিতরে|ভিতর|ভেতরে){NO_LETTER}"
_OF = r"(?:['-]?(?:ের|এর|র)|[ ]{1,3}এর)?"
_WITHIN = re.compile(
    rf"{NOT_AFTER_NUMBER}{NOT_AFTER_LETTER}(?:\d{{1,3}}{GAP}-{GAP})?{COUNT}{GAP}{UNIT}{_OF}{SPACE}{_IN_TIME}"
)
_ANOTHER_EVENT = re.compile(
    r"(?:প্রাপ্তির|জারির|দাখিলের|আবেদনের|অনুমোদনের|প্রকাশের|গ্রহণের|স্বাক্ষরের|অনুষ্ঠানের|হওয়ার|পাওয়ার|করার|ের পরবর্তী|ের পর"
    r"|(?<!আজ )(?<!অদ্য )(?:হতে|থেকে|হইতে))[ ]{0,3}(?:(?:আগামী|পরবর্তী|অনধিক|সর্বোচ্চ)[ ]{0,3})?$"
)
_AFTER_MONTH = re.compile(rf"(?:{GREGORIAN_MONTH})[ ]{{0,2}}['/-]?[ ]{{0,2}}$")  # "সেপ্টেম্বর'২৪ মাসের মধ্যে": a year
_DAY_OF_MONTH = re.compile(
    rf"{NOT_AFTER_LETTER}(?P<which>আগামী|পরবর্তী|চলতি){SPACE}মাসের{SPACE}(?P<day>\d{{1,2}})(?!\d)"
    rf"{GAP}(?:ই|শে|লা|রা|ঠা)?{GAP}তারিখ"
)
_PERIOD = re.compile(
    rf"{NOT_AFTER_LETTER}(?:(?P<which>আগামী|পরবর্তী|চলতি|এ|এই){SPACE})?"
    rf"(?:(?P<year>\d{{4}})(?P<fiscal>-(?:\d{{4}}|\d{{2}})){GAP})?"
    rf"(?:(?P<quarter>[1-4])(?:ম|য়|র্থ){GAP})?(?P<period>মাস|সপ্তাহ|কোয়ার্টার|ত্রৈমাসিক|অর্থ[ -]?বছর){_OF}{SPACE}{_IN_TIME}"
)


def read_relative(folded: Folded, base: date | None) -> Iterator[ReadDate]:
    """Give the deadlines counted from the base; without a base they are read but not resolved."""
    for match in _WITHIN.finditer(folded.text):
        if not _AFTER_MONTH.search(folded.before(match.start())):
            yield _within(folded, match, base)
    for match in _DAY_OF_MONTH.finditer(folded.text):
        yield _day_of_month(folded, match, base)
    for match in _PERIOD.finditer(folded.text):
        if reading := _this_or_next(folded, match, base):
            yield reading


def _within(folded: Folded, match: re.Match[str], base: date | None) -> ReadDate:
    count, unit = count_of(match), UNITS[match["unit"]]
    span = folded.span(match.start(), match.end())
    text = folded.original[slice(*span)]
    if _ANOTHER_EVENT.search(folded.before(match.start(), 40)):
        return ReadDate("within", text, span, Sureness.DOUBTFUL, value=count, unit=unit, doubts=(OTHER_BASE,))
    if base is None:
        return ReadDate("within", text, span, Sureness.LIKELY, value=count, unit=unit, doubts=(NO_BASE,))
    day = add(base, count, unit)
    if unit == "working_days":
        return ReadDate("within", text, span, Sureness.LIKELY, base, day, day, count, unit, doubts=(HOLIDAYS,))
    return ReadDate("within", text, span, Sureness.SURE, base, day, day, count, unit)


def _day_of_month(folded: Folded, match: re.Match[str], base: date | None) -> ReadDate:
    span = folded.span(match.start(), match.end())
    text = folded.original[slice(*span)]
    if base is None:
        return ReadDate("date", text, span, Sureness.DOUBTFUL, doubts=(NO_BASE,))
    month = base if match["which"] == "চলতি" else add_months(base.replace(day=1), 1)
    day = as_day(month.year, month.month, int(match["day"]))
    return ReadDate("date", text, span, Sureness.LIKELY if day else Sureness.DOUBTFUL, day, day, day)


def _this_or_next(folded: Folded, match: re.Match[str], base: date | None) -> ReadDate | None:
    if not (match["which"] or match["fiscal"] or match["quarter"]):
        return None
    span = folded.span(match.start(), match.end())
    kind: Kind = "month" if match["period"] == "মাস" else "range"
    text = folded.original[slice(*span)]
    if match["fiscal"]:
        year = fiscal_year(match["year"], match["fiscal"])
        if year is None or match["period"] in ("মাস", "সপ্তাহ"):
            return None
    elif base is None:
        return ReadDate(kind, text, span, Sureness.DOUBTFUL, doubts=(NO_BASE,))
    else:
        year = FiscalYear.of(base)
    days = _days(match, base or year.start, year)
    if days is None:
        return None
    sureness = Sureness.SURE if match["fiscal"] else Sureness.LIKELY
    return ReadDate(kind, text, span, sureness, days[0], days[1], days[1])


def _days(match: re.Match[str], base: date, year: FiscalYear) -> tuple[date, date] | None:
    ahead = match["which"] in ("আগামী", "পরবর্তী")
    if match["quarter"]:
        quarter = Quarter(year, int(match["quarter"]))
        return (quarter.start, quarter.end) if match["period"] in ("কোয়ার্টার", "ত্রৈমাসিক") else None
    if match["period"] == "মাস":
        month = add_months(base.replace(day=1), int(ahead))
        return month_range(month.year, month.month)
    if match["period"] == "সপ্তাহ":
        # The working week runs from Sunday to Thursday.
        thursday = base + timedelta(days=(3 - base.weekday()) % 7 + 7 * ahead)
        return thursday - timedelta(days=4), thursday
    if match["period"].startswith("অর্থ"):
        year = year.next if ahead else year
        return year.start, year.end
    if match["fiscal"]:
        return None
    quarter = Quarter.of(add_months(base.replace(day=1), 3 * ahead))
    return quarter.start, quarter.end
