"""Duties that return: প্রতি ০৩ মাস অন্তর, প্রতি মাসের ১০ তারিখের মধ্যে, ত্রৈমাসিক ভিত্তিতে, প্রতি কোয়ার্টারে."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from agragati.kernel.dates.folding import Folded, fold
from agragati.kernel.dates.model import ReadDate, Sureness, Unit
from agragati.kernel.dates.patterns import COUNT, GAP, NO_LETTER, NOT_AFTER_LETTER, SPACE, one_of
from agragati.kernel.dates.relative import NO_BASE
from agragati.kernel.dates.resolving import add_months, as_day
from agragati.kernel.dates.units import UNIT, UNITS, add, count_of
from agragati.kernel.doubts import Doubt
from agragati.kernel.fiscal import FiscalYear, Quarter, month_range

FIRST_TIME = Doubt("The first time was counted from the date of the paper.")
PERIOD_END = Doubt("The first time was taken as the end of the period the paper's date lies in.")

_EVERY = re.compile(
    rf"{NOT_AFTER_LETTER}(?:প্রতি{SPACE})?(?<!\d)(?<!\d[.,/-]){COUNT}{GAP}{UNIT}{SPACE}"
    rf"(?:অন্তর(?:{SPACE}অন্তর)?|পর[ ]?পর){NO_LETTER}"
)
_MONTHLY_DAY = re.compile(
    rf"{NOT_AFTER_LETTER}(?:প্রতি|প্রত্যেক){GAP}মাসের{SPACE}(?P<day>\d{{1,2}})(?!\d){GAP}(?:ই|শে|লা|রা|ঠা)?{GAP}তারিখ"
)
_RHYTHM_WORDS: dict[tuple[int, Unit], tuple[str, ...]] = {
    (1, "months"): ("প্রতি মাসে", "প্রতিমাসে", "প্রত্যেক মাসে", "মাসিক ভিত্তিতে"),
    (1, "weeks"): ("প্রতি সপ্তাহে", "সাপ্তাহিক ভিত্তিতে"),
    (2, "weeks"): ("পাক্ষিক ভিত্তিতে",),
    (1, "quarters"): ("প্রতি কোয়ার্টারে", "প্রতি ত্রৈমাসিকে", "ত্রৈমাসিক ভিত্তিতে"),
    (2, "quarters"): ("অর্ধবার্ষিক ভিত্তিতে", "ষাণ্মাসিক ভিত্তিতে", "ষান্মাসিক ভিত্তিতে"),
    (1, "years"): ("প্রতি বছর", "প্রতি অর্থবছরে", "বার্ষিক ভিত্তিতে"),
}
_RHYTHMS = {fold(phrase).text: rhythm for rhythm, phrases in _RHYTHM_WORDS.items() for phrase in phrases}
_RHYTHM = re.compile(rf"{NOT_AFTER_LETTER}(?P<rhythm>{one_of(_RHYTHMS)}){NO_LETTER}")


def read_recurring(folded: Folded, base: date | None) -> Iterator[ReadDate]:
    """Give the duties that return; `resolved` is the first time, when a base is given."""
    for match in _EVERY.finditer(folded.text):
        count, unit = count_of(match), UNITS[match["unit"]]
        yield _every(folded, match, count, unit, base and add(base, count, unit), FIRST_TIME)
    for match in _MONTHLY_DAY.finditer(folded.text):
        yield _every(folded, match, 1, "months", base and _next_on(int(match["day"]), base), FIRST_TIME)
    for match in _RHYTHM.finditer(folded.text):
        count, unit = _RHYTHMS[match["rhythm"]]
        yield _every(folded, match, count, unit, base and _period_end(count, unit, base), PERIOD_END)


def _every(folded: Folded, match: re.Match[str], count: int, unit: Unit, first: date | None, doubt: Doubt) -> ReadDate:
    span = folded.span(match.start(), match.end())
    text = folded.original[slice(*span)]
    if first is None:
        return ReadDate("every", text, span, Sureness.LIKELY, value=count, unit=unit, doubts=(NO_BASE,))
    return ReadDate("every", text, span, Sureness.LIKELY, first, first, first, value=count, unit=unit, doubts=(doubt,))


def _next_on(day: int, base: date) -> date | None:
    """Give the first such day of a month on or after the base; None for a day few months have."""
    if not 1 <= day <= 28:
        return None
    this_month = as_day(base.year, base.month, day)
    return this_month if this_month and this_month >= base else add_months(base.replace(day=day), 1)


def _period_end(count: int, unit: Unit, base: date) -> date:
    if unit == "months":
        return month_range(base.year, base.month)[1]
    if unit == "weeks":
        # A working week ends on Thursday.
        return base + timedelta(days=(3 - base.weekday()) % 7 + 7 * (count - 1))
    if unit == "years":
        return FiscalYear.of(base).end
    quarter = Quarter.of(base)
    last = -(-quarter.number // count) * count
    return Quarter(quarter.year, last).end
