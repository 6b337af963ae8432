"""Months and spans of months: মার্চ মাসের মধ্যে, জানুয়ারি ২০২৪, অক্টোবর-ডিসেম্বর ২০২৩, জানুয়ারি/২০২২ এর প্রথম সপ্তাহ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from agragati.kernel.dates.folding import Folded, fold
from agragati.kernel.dates.model import Kind, ReadDate, Sureness
from agragati.kernel.dates.patterns import (
    ERA,
    GAP,
    GREGORIAN_MONTH,
    GREGORIAN_NAMES,
    NO_LETTER,
    NOT_AFTER_LETTER,
    WRAP,
    YEAR,
    one_of,
)
from agragati.kernel.dates.resolving import (
    CENTURY,
    NEXT_FISCAL_YEAR,
    NO_YEAR,
    NO_YEAR_NO_BASE,
    OTHER_YEAR,
    fiscal_year,
    full_year,
    last_month,
    month_in,
    next_month_end,
)
from agragati.kernel.dates.surroundings import (
    is_before,
    is_deadline,
    is_of_another_year,
    is_past,
    stands_alone,
    year_before,
)
from agragati.kernel.doubts import Doubt
from agragati.kernel.fiscal import FiscalYear, month_range

NOT_A_DEADLINE = Doubt("The text names a month but not as a deadline.")
BEFORE = Doubt("The text says before this period; the day before it was taken.")

_WEEKS = {
    fold(word).text: week
    for week, words in enumerate(("প্রথম ১ম", "দ্বিতীয় ২য়", "তৃতীয় ৩য়", "চতুর্থ ৪র্থ শেষ"), 1)
    for word in words.split()
}
_MONTH_END = r"(?:['-]?(?:য়ের|ের|এর|তে|র|ে))?"
_YEAR = rf"(?:(?:{GAP}[,'/-]{WRAP}|{WRAP}){YEAR}|(?:['/]|[ -]{{1,2}}(?=\d{{2}}{GAP}মাস))(?P<short>\d{{2}})(?![\d/-]))"
_TAIL = rf"(?:{_YEAR}{ERA}|{_MONTH_END}{NO_LETTER})"
_MONTHS = re.compile(
    rf"{NOT_AFTER_LETTER}(?:(?P<first>{GREGORIAN_MONTH}){GAP}(?:-|হতে|থেকে|to|/){GAP})?(?P<month>{GREGORIAN_MONTH}){_TAIL}"
    rf"(?P<month_word>{GAP}মাস(?:ের|ে)?{NO_LETTER})?"
)
_WEEK = re.compile(rf"{GAP}(?:['-]?এর|ের|র)?{GAP}(?:মাসের{GAP})?(?P<week>{one_of(_WEEKS)}){GAP}সপ্তাহ(?:ের|ে)?{NO_LETTER}")
_NEAR = re.compile(r"(?:আগামী|চলতি|পরবর্তী)[ ]{1,3}$")
_DAY_BEFORE = re.compile(r"\d[ ]{0,3}(?:ই|শে|লা|রা|ঠা)?[,/-]?[ ]{0,3}$")


@dataclass(frozen=True)
class _When:
    """The days a period spans, how sure, and why not more."""

    start: date | None
    end: date | None
    confidence: Sureness
    doubts: tuple[Doubt, ...] = ()


def read_periods(folded: Folded, base: date | None) -> Iterator[ReadDate]:
    """Give the months and spans of months. `base` fills in a missing year."""
    for match in _MONTHS.finditer(folded.text):
        if not match["month_word"] and _DAY_BEFORE.search(folded.before(match.start())):
            continue  # a day stands before it that could not be read: the month alone would say something else
        if not match["year"] and not match["short"] and not _is_meant(folded, match):
            continue
        when = _when(folded, match, base)
        if when is not None:
            yield _week_of(folded, match, when) or _period(folded, match, when)


def _is_meant(folded: Folded, match: re.Match[str]) -> bool:
    """Whether a month without a year is a time at all: "মে" alone may be a name or a slip."""
    if match["month"][0] < "\u0980":
        return False  # English "may", "march" are words too
    if match["month_word"] or match["first"] or _NEAR.search(folded.before(match.start())):
        return True
    if is_deadline(folded, match.end()) or is_before(folded, match.end()):
        return True
    return stands_alone(folded, match.start(), match.end()) or bool(_WEEK.match(folded.text, match.end()))


def _when(folded: Folded, match: re.Match[str], base: date | None) -> _When | None:
    month = GREGORIAN_NAMES[match["month"]]
    first = GREGORIAN_NAMES[match["first"]] if match["first"] else month
    if match["short"]:
        return _span(first, month, full_year(int(match["short"])), Sureness.LIKELY, CENTURY)
    if match["year"]:
        year = int(match["year"])
        if match["fiscal"] and (fiscal := fiscal_year(match["year"], match["fiscal"])):
            year = month_in(fiscal, month)[1].year
        if not 1900 <= year <= 2199:
            return None
        return _span(first, month, year, Sureness.LIKELY if match["fiscal"] else Sureness.SURE)
    return _without_year(folded, match.start(), (first, month), base)


def _without_year(folded: Folded, start: int, months: tuple[int, int], base: date | None) -> _When | None:
    first, month = months
    if year := year_before(folded, start):
        return _span(first, month, year, Sureness.SURE) if 1900 <= year <= 2199 else None
    if is_of_another_year(folded, start):
        return _When(None, None, Sureness.DOUBTFUL, (OTHER_YEAR,))
    if base is None:
        return _When(None, None, Sureness.DOUBTFUL, (NO_YEAR_NO_BASE,))
    if is_past(folded, start):
        return _span(first, month, last_month(month, base)[1].year, Sureness.LIKELY, NO_YEAR)
    end = next_month_end(month, base)[1]
    if end > FiscalYear.of(base).end:
        return _span(first, month, end.year, Sureness.DOUBTFUL, NEXT_FISCAL_YEAR)
    return _span(first, month, end.year, Sureness.LIKELY, NO_YEAR)


def _span(first: int, last: int, year: int, confidence: Sureness, *doubts: Doubt) -> _When:
    """Give the months from `first` to `last` of `year`; a first month later than the last lies in the year before."""
    return _When(month_range(year - (first > last), first)[0], month_range(year, last)[1], confidence, doubts)


def _period(folded: Folded, match: re.Match[str], when: _When) -> ReadDate:
    kind: Kind = "range" if match["first"] else "month"
    resolved, confidence, doubts = when.end, when.confidence, when.doubts
    if when.start and is_before(folded, match.end()):
        resolved, confidence = when.start - timedelta(days=1), confidence.at_most(Sureness.LIKELY)
        doubts = (*doubts, BEFORE)
    elif not is_deadline(folded, match.end()) and not stands_alone(folded, match.start(), match.end()):
        if match["year"] or match["short"] or year_before(folded, match.start()):
            confidence = confidence.at_most(Sureness.LIKELY)
        else:
            resolved, confidence = None, Sureness.DOUBTFUL
        doubts = (*doubts, NOT_A_DEADLINE)
    return _reading(folded, match.start(), match.end(), kind, _When(when.start, when.end, confidence, doubts), resolved)


def _week_of(folded: Folded, match: re.Match[str], when: _When) -> ReadDate | None:
    """Give the days 1-7, 8-14, 15-21 or 22-end when "… এর প্রথম সপ্তাহ" follows a single month."""
    week = _WEEK.match(folded.text, match.end())
    if week is None or match["first"]:
        return None
    if when.start and when.end:
        number = _WEEKS[week["week"]]
        start = when.start.replace(day=7 * number - 6)
        end = when.end if number == 4 else when.start.replace(day=7 * number)
        when = _When(start, end, when.confidence.at_most(Sureness.LIKELY), when.doubts)
    return _reading(folded, match.start(), week.end(), "range", when, when.end)


def _reading(folded: Folded, start: int, end: int, kind: Kind, when: _When, resolved: date | None) -> ReadDate:
    span = folded.span(start, end)
    text = folded.original[slice(*span)]
    return ReadDate(kind, text, span, when.confidence, when.start, when.end, resolved, doubts=when.doubts)
