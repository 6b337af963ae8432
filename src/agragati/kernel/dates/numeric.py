"""Dates in figures: ১৬/০৩/২০২৪, ০৪-০৮-২০২৪, ২৬.০৯.২০২৩, 2024-03-16, ranges of them, and nothing that only looks so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from agragati.kernel.bangla_calendar import BanglaDate, to_gregorian
from agragati.kernel.dates.folding import Folded
from agragati.kernel.dates.model import ReadDate, Sureness
from agragati.kernel.dates.patterns import ERA
from agragati.kernel.dates.resolving import CENTURY, NO_SUCH_DAY, as_day, full_year
from agragati.kernel.dates.surroundings import is_called_a_date, is_numbered, stands_alone
from agragati.kernel.doubts import Doubt
from agragati.kernel.errors import BadInput

_JOINT = r"(?:[ ]{0,2}[./][ ]{0,2}|-[ ]{0,2}|[ ]{1,2}-(?![ ]))"
_TIGHT_JOINT = r"[./-]"
_PARTS = re.compile(rf"(?<!\d)\d+(?:{_JOINT}\d+)+")
_TIGHT_PARTS = re.compile(rf"(?<!\d)\d+(?:{_TIGHT_JOINT}\d+)+")
_ERA = re.compile(ERA)
_NEAR_YEARS = 10
_BAD_BEFORE = re.compile(r"[/a-z\d]$|[a-z\d][.,]$")
_BAD_AFTER = re.compile(r"[ ]{0,2}/[ ]{0,2}\d|[.]\d|-\d|/[a-z-]|[a-su-z_]")
MONTH_FIRST = Doubt("The month seems to be written first; write the day first.")


def read_numeric(folded: Folded, base: date | None) -> Iterator[ReadDate]:
    """Give the dates written in figures; `base` judges the years of two digits."""
    for run in _PARTS.finditer(folded.text):
        whole = _read_run(folded, run.start(), run.end(), base)
        if whole:
            yield whole
        elif " " in run[0]:
            # The spaces may part two things ("… ২০২৩. ১০ জন"): read what is tightly joined.
            for piece in _TIGHT_PARTS.finditer(folded.text, run.start(), run.end()):
                if found := _read_run(folded, piece.start(), piece.end(), base):
                    yield found


def _read_run(folded: Folded, start: int, end: int, base: date | None) -> ReadDate | None:
    written = folded.text[start:end].replace(" ", "")
    parts = re.split(r"[./-]", written)
    joints = "".join(re.findall(r"[./-]", written))
    if len(written) > 25 or _is_something_else(folded, start, end):
        return None
    if len(parts) == 3 and joints[0] == joints[1]:
        return _read_one(folded, start, end, (parts[0], parts[1], parts[2]), base)
    if len(parts) == 4 and joints in ("-//", "-..") and len(parts[3]) == 4:
        return _read_days(folded, start, end, (parts[0], *parts[2:]), (parts[1], *parts[2:]))
    if len(parts) == 6 and joints in ("//-//", "..-..") and len(parts[2]) == len(parts[5]) == 4:
        return _read_days(folded, start, end, tuple(parts[:3]), tuple(parts[3:]))
    return None


def _is_something_else(folded: Folded, start: int, end: int) -> bool:
    if _BAD_BEFORE.search(folded.before(start, 2)) or _BAD_AFTER.match(folded.after(end, 5)):
        return True
    return is_numbered(folded, start, end)


def _read_one(folded: Folded, start: int, end: int, parts: tuple[str, str, str], base: date | None) -> ReadDate | None:
    first, second, third = parts
    if len(first) == 4 and len(second) == len(third) == 2:
        is_dotted = "." in folded.text[start:end]
        return None if is_dotted else _gregorian(folded, start, end, (third, second, first))
    if len(first) > 2 or len(second) > 2 or len(third) not in (2, 4):
        return None
    era = _ERA.match(folded.text, end)
    end_with_era = era.end() if era else end
    if era and era["bangla_era"]:
        return _bangla(folded, start, end_with_era, parts)
    if len(third) == 4:
        return _gregorian(folded, start, end_with_era, parts)
    if "." in folded.text[start:end] and len(first + second) < 4:
        return None  # a clause such as ১.১.২৩
    year = full_year(int(third))
    if not _is_short_date(folded, start, end, year, base):
        return None
    read = _gregorian(folded, start, end_with_era, (first, second, str(year)))
    return read and replace(read, confidence=read.confidence.at_most(Sureness.LIKELY), doubts=(*read.doubts, CENTURY))


def _is_short_date(folded: Folded, start: int, end: int, year: int, base: date | None) -> bool:
    """Whether "১৬/০৩/২৪" is a date: the words beside say so, or it stands alone near the day of the paper.

    Without either it may be a fraction or a scribble.
    """
    if is_called_a_date(folded, start, end):
        return True
    is_near = base is None or abs(year - base.year) <= _NEAR_YEARS
    return is_near and stands_alone(folded, start, end)


def _gregorian(folded: Folded, start: int, end: int, parts: tuple[str, str, str]) -> ReadDate | None:
    day, month, year = (int(part) for part in parts)
    if not 1900 <= year <= 2199:
        return None
    span = folded.span(start, end)
    text = folded.original[slice(*span)]
    if found := as_day(year, month, day):
        return ReadDate("date", text, span, Sureness.SURE, found, found, found)
    if not 1 <= day <= 31 or not 1 <= month <= 31:
        return None
    doubt = MONTH_FIRST if month > 12 and day <= 12 else NO_SUCH_DAY
    return ReadDate("date", text, span, Sureness.DOUBTFUL, doubts=(doubt,))


def _bangla(folded: Folded, start: int, end: int, parts: tuple[str, str, str]) -> ReadDate | None:
    day, month, year = (int(part) for part in parts)
    if not 1300 <= year <= 1599:
        return None
    span = folded.span(start, end)
    text = folded.original[slice(*span)]
    written = BanglaDate(year, month, day)
    try:
        found = to_gregorian(written)
    except BadInput:
        return ReadDate("date", text, span, Sureness.DOUBTFUL, bangla=written, doubts=(NO_SUCH_DAY,))
    return ReadDate("date", text, span, Sureness.LIKELY, found, found, found, bangla=written)


def _read_days(folded: Folded, start: int, end: int, first: tuple[str, ...], last: tuple[str, ...]) -> ReadDate | None:
    days = [as_day(int(year), int(month), int(day)) for day, month, year in (first, last)]
    if days[0] is None or days[1] is None or days[0] >= days[1]:
        return None
    era = _ERA.match(folded.text, end)
    span = folded.span(start, era.end() if era else end)
    return ReadDate("range", folded.original[slice(*span)], span, Sureness.SURE, days[0], days[1], days[1])
