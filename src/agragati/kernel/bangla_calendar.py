"""The Bangla calendar of Bangladesh, 1987 to 2100: see docs/algorithms/bangla-calendar.md.

Two rules share the new year of 14 April. The rule of 1987 (first five months 31 days, the rest 30, Falgun
31 in a leap year) holds through 15 October 2019; the revision of 2019 (Boishakh to Ashwin 31, Kartik to Magh
30, Falgun 29 or 30, Choitro 30) from 16 October 2019. Both agree from 1 Boishakh 1426 to 30 Ashwin 1426
(15 October 2019), so the whole year 1426 follows the revision and no day is lost or doubled.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from unicodedata import normalize

from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.months import BANGLA as MONTHS
from agragati.kernel.months import BANGLA_BY_NAME

FIRST_DAY = date(1987, 1, 1)
LAST_DAY = date(2100, 12, 31)
REVISED_FROM_YEAR = 1426

_FALGUN = 11
_LONGEST_INPUT = 80
_WRITTEN = re.compile(
    r"(?P<day>[0-9]{1,2})\s*(?:লা|রা|ঠা|শে|ই|ে)?[\s,]+(?P<month>[^\W0-9_][^\s0-9,.।]*)[\s,]+(?P<year>[0-9]{4})"
    r"\s*(?:[(]?\s*(?:বঙ্গাব্দ|বাংলা|বাং\.?|বঙ্গ\.?)\s*[)]?)?\s*[.।,]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, order=True)
class BanglaDate:
    """A day of the Bangla calendar: year (বঙ্গাব্দ), month 1..12 (বৈশাখ = 1), day from 1."""

    year: int
    month: int
    day: int

    @property
    def text(self) -> str:
        """The day as papers print it: "১২ পৌষ ১৪২৮"."""
        return f"{to_bn(self.day)} {MONTHS[self.month - 1]} {to_bn(self.year)}"

    def __str__(self) -> str:
        return self.text


def month_lengths(year: int) -> tuple[int, ...]:
    """Give the days of the twelve months of a Bangla year, under the rule that governs the year."""
    # Falgun lies in February of the Gregorian year 594 above.
    leap = isleap(year + 594)
    if year >= REVISED_FROM_YEAR:
        return (31,) * 6 + (30,) * 4 + (30 if leap else 29, 30)
    return (31,) * 5 + (30,) * 5 + (31 if leap else 30, 30)


def new_year(year: int) -> date:
    """Give the Gregorian day of 1 Boishakh: 14 April under both rules."""
    return date(year + 593, 4, 14)


def to_bangla(day: date) -> BanglaDate:
    """Give the Bangla date of a Gregorian day. Raises BadInput outside 1987-2100."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadInput("Give a day between 1 January 1987 and 31 December 2100.")
    year = day.year - (593 if (day.month, day.day) >= (4, 14) else 594)
    days = (day - new_year(year)).days
    begins = [0, *accumulate(month_lengths(year))]
    month = bisect_right(begins, days)
    return BanglaDate(year, month, days - begins[month - 1] + 1)


def to_gregorian(day: BanglaDate) -> date:
    """Give the Gregorian day of a Bangla date.

    Raises BadInput for a day that does not exist in the calendar or lies outside 1987-2100.
    """
    if not 1393 <= day.year <= 1507 or not 1 <= day.month <= 12:
        raise BadInput("Give a Bangla date between 18 Poush 1393 and 16 Poush 1507.")
    lengths = month_lengths(day.year)
    if not 1 <= day.day <= lengths[day.month - 1]:
        raise BadInput(
            "%(month)s %(year)s has %(days)s days.",
            month=MONTHS[day.month - 1],
            year=to_bn(day.year),
            days=to_bn(lengths[day.month - 1]),
        )
    before = [0, *accumulate(lengths)][day.month - 1]
    found = new_year(day.year) + timedelta(days=before + day.day - 1)
    if not FIRST_DAY <= found <= LAST_DAY:
        raise BadInput("Give a Bangla date between 18 Poush 1393 and 16 Poush 1507.")
    return found


def parse_bangla_date(text: str) -> BanglaDate:
    """Read "১২ পৌষ ১৪২৮", "12 পৌষ, ১৪২৮ বঙ্গাব্দ", "১লা বৈশাখ ১৪৩১".

    Raises BadInput when it is no day of the calendar.
    """
    plain = to_latin(normalize("NFC", text.replace("\u200c", "").replace("\u200d", ""))).strip()
    found = _WRITTEN.fullmatch(plain) if len(text) <= _LONGEST_INPUT else None
    month = BANGLA_BY_NAME.get(found["month"].lower()) if found else None
    if found is None or month is None:
        raise BadInput("Write a Bangla date, such as ১২ পৌষ ১৪২৮.")
    day = BanglaDate(int(found["year"]), month, int(found["day"]))
    to_gregorian(day)
    return day
