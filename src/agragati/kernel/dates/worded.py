"""Days with a month name, of either calendar: ২৬ সেপ্টেম্বর ২০২৩ খ্রি., ১৬ আশ্বিন ১৪৩০, ৩০ জুন, ১৫-১৮ মার্চ ২০২৪."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from agragati.kernel.bangla_calendar import BanglaDate, to_gregorian
from agragati.kernel.dates.folding import Folded
from agragati.kernel.dates.model import ReadDate, Sureness
from agragati.kernel.dates.patterns import (
    BANGLA_MONTH,
    BANGLA_NAMES,
    CASE,
    ERA,
    GAP,
    GREGORIAN_MONTH,
    GREGORIAN_NAMES,
    NOT_AFTER_LETTER,
    SPACE,
    WRAP,
    YEAR,
)
from agragati.kernel.dates.resolving import (
    CENTURY,
    NEXT_FISCAL_YEAR,
    NO_SUCH_DAY,
    NO_YEAR,
    NO_YEAR_NO_BASE,
    OTHER_YEAR,
    as_day,
    fiscal_year,
    full_year,
    last_day,
    month_in,
    next_day,
)
from agragati.kernel.dates.surroundings import (
    is_called_a_date,
    is_numbered,
    is_of_another_year,
    is_past,
    stands_alone,
    year_before,
)
from agragati.kernel.doubts import Doubt
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear

MIXED_CALENDARS = Doubt("The month is of one calendar and the year of the other.")

# After a number a day is a part of something else, but for the second day of "… ২০২৩-২৪ সেপ্টেম্বর ২০২৩".
_START = r"(?<!\d)(?<!\d[.,/])(?:(?<!\d-)(?<!\d[ ]-)|(?<=\d{4}-))"
_ENDING = "(?:ই|শে|লা|রা|ঠা)"
_FIRST = rf"(?:(?P<first>\d{{1,2}}){GAP}(?:{_ENDING})?{GAP}(?:-|হতে|থেকে|to){GAP})?"
_DAY = rf"(?P<day>\d{{1,2}})(?!\d)(?:{GAP}{_ENDING})?(?:{GAP}[,/-])?{GAP}"
_SHORT_YEAR = r"(?:'|/|-|[ ]{1,3}'?)(?P<short>\d{2})(?![\d/-])(?![.,]\d)"
_MONTH = rf"(?P<month>{GREGORIAN_MONTH}|{BANGLA_MONTH})"
_YEARS = rf"(?:(?:{GAP}[,'/-]{WRAP}|{WRAP}){YEAR}|{_SHORT_YEAR})"
_DAY_MONTH = re.compile(rf"{_START}{_FIRST}{_DAY}{_MONTH}(?:{_YEARS}{ERA}|{CASE})")
_MONTH_DAY = re.compile(
    rf"{NOT_AFTER_LETTER}(?P<month>{GREGORIAN_MONTH}){SPACE}(?P<day>\d{{1,2}})(?!\d){GAP},{GAP}{YEAR}{ERA}"
)
_MONTH_WORD_NEXT = re.compile(r"[ ]{0,3}মাস")


@dataclass(frozen=True)
class _Written:
    """One match with its place; `day`, `month` as numbers; exactly one of year, short, fiscal or none of them."""

    folded: Folded
    match: re.Match[str]
    day: int
    month: int

    def read(
        self,
        confidence: Sureness,
        day: date | None = None,
        *doubts: Doubt,
        bangla: BanglaDate | None = None,
    ) -> ReadDate:
        span = self.folded.span(self.match.start(self.begins), self.match.end())
        text = self.folded.original[slice(*span)]
        return ReadDate("date", text, span, confidence, day, day, day, bangla=bangla, doubts=doubts)

    @property
    def begins(self) -> str:
        """The group the reading begins at: a leading "১৫-" that makes no range is left out."""
        return "day" if self.match.re is _DAY_MONTH else "month"


def read_worded(folded: Folded, base: date | None) -> Iterator[ReadDate]:
    """Give the days written with a month name. `base` fills in a missing year."""
    for match in _DAY_MONTH.finditer(folded.text):
        name = match["month"]
        written = _Written(folded, match, int(match["day"]), GREGORIAN_NAMES.get(name) or BANGLA_NAMES[name])
        reading = _read_bangla(written) if name in BANGLA_NAMES else _read_gregorian(written, base)
        if reading and not is_numbered(folded, match.start("first" if match["first"] else "day"), match.end()):
            yield _as_range(written, reading)
    for match in _MONTH_DAY.finditer(folded.text):
        written = _Written(folded, match, int(match["day"]), GREGORIAN_NAMES[match["month"]])
        if reading := _read_gregorian(written, base):
            yield reading


def _read_gregorian(written: _Written, base: date | None) -> ReadDate | None:
    match = written.match
    if match["year"]:
        return _with_year(written, int(match["year"]))
    short = match["short"]
    if short and (
        "'" in written.folded.text[match.end("month") : match.start("short")]
        or is_called_a_date(written.folded, match.start("day"), match.end("short"))
        or stands_alone(written.folded, match.start("day"), match.end("short"))
        or match["gregorian_era"]
    ):
        day = as_day(full_year(int(short)), written.month, written.day)
        return (
            written.read(Sureness.LIKELY, day, CENTURY) if day else written.read(Sureness.DOUBTFUL, None, NO_SUCH_DAY)
        )
    if match["month"][0] < "\u0980" or _MONTH_WORD_NEXT.match(written.folded.after(match.end())):
        return None  # "clause 2 may …"; "২ মার্চ মাসের …" where ২ is a serial number
    if short:
        return written.read(Sureness.DOUBTFUL, None, CENTURY)
    return _without_year(written, base)


def _with_year(written: _Written, year: int) -> ReadDate | None:
    match = written.match
    if match["fiscal"] and (fiscal := fiscal_year(match["year"], match["fiscal"])):
        day = as_day(month_in(fiscal, written.month)[0].year, written.month, written.day)
        return (
            written.read(Sureness.LIKELY, day, NO_YEAR) if day else written.read(Sureness.DOUBTFUL, None, NO_SUCH_DAY)
        )
    if 1300 <= year <= 1599:
        return written.read(Sureness.DOUBTFUL, None, MIXED_CALENDARS)
    if not 1900 <= year <= 2199:
        return None
    day = as_day(year, written.month, written.day)
    if day is None:
        return written.read(Sureness.DOUBTFUL, None, NO_SUCH_DAY) if 1 <= written.day <= 31 else None
    return written.read(Sureness.LIKELY if match["fiscal"] else Sureness.SURE, day)


def _without_year(written: _Written, base: date | None) -> ReadDate | None:
    if as_day(2000, written.month, written.day) is None:
        return None
    begins = written.match.start("day")
    if year := year_before(written.folded, begins):
        return _with_year(written, year)
    if is_of_another_year(written.folded, begins):
        return written.read(Sureness.DOUBTFUL, None, OTHER_YEAR)
    if base is None:
        return written.read(Sureness.DOUBTFUL, None, NO_YEAR_NO_BASE)
    if is_past(written.folded, begins):
        return written.read(Sureness.LIKELY, last_day(written.day, written.month, base), NO_YEAR)
    day = next_day(written.day, written.month, base)
    if day is None or day > FiscalYear.of(base).end:
        return written.read(Sureness.DOUBTFUL, day, NEXT_FISCAL_YEAR)
    return written.read(Sureness.LIKELY, day, NO_YEAR)


def _read_bangla(written: _Written) -> ReadDate | None:
    year = int(written.match["year"] or 0)
    if 1900 <= year <= 2199:
        return written.read(Sureness.DOUBTFUL, None, MIXED_CALENDARS)
    if not 1300 <= year <= 1599 or written.match["fiscal"]:
        return None  # without its year a Bangla day is not guessed
    bangla = BanglaDate(year, written.month, written.day)
    try:
        # Only "likely": a scan easily turns one month into another; the Gregorian date beside it settles it.
        return written.read(Sureness.LIKELY, to_gregorian(bangla), bangla=bangla)
    except BadInput:
        return written.read(Sureness.DOUBTFUL, None, NO_SUCH_DAY, bangla=bangla)


def _as_range(written: _Written, last: ReadDate) -> ReadDate:
    """Give the range "১৫-১৮ মার্চ ২০২৪" when the first number is an earlier day of the same month, else the day."""
    match = written.match
    first = int(match["first"] or 0)
    if not last.resolved or last.bangla or not 1 <= first < written.day:
        return last
    span = written.folded.span(match.start("first"), match.end())
    return ReadDate(
        "range",
        written.folded.original[slice(*span)],
        span,
        last.confidence,
        last.resolved.replace(day=first),
        last.resolved,
        last.resolved,
        doubts=last.doubts,
    )
