"""Every date of a text: the readers in their order, none read twice, each compared with what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from agragati.kernel.dates.entry import FIRST_YEAR, LAST_YEAR
from agragati.kernel.dates.folding import Folded, fold
from agragati.kernel.dates.model import ReadDate
from agragati.kernel.dates.numeric import read_numeric
from agragati.kernel.dates.pairing import check_pairs, check_words_beside, join_ranges
from agragati.kernel.dates.periods import read_periods
from agragati.kernel.dates.recurring import read_recurring
from agragati.kernel.dates.relative import read_relative
from agragati.kernel.dates.worded import read_worded
from agragati.kernel.errors import BadInput
from agragati.kernel.memo import find_memos

Span = tuple[int, int]


def read_dates(text: str, base: date | None = None) -> list[ReadDate]:
    """Give every date, period and deadline of a text, in its order.

    `base` is the day of the paper: deadlines are counted from it and missing years filled in by it. Memo numbers,
    numbers of orders, percentages, fiscal years and clauses are not dates; what is not certain to be one is left out.
    Raises BadInput for a base outside 1900-2198.
    """
    if base and not FIRST_YEAR <= base.year < LAST_YEAR:
        raise BadInput("Give a base date between 1900 and 2198.")
    folded = fold(text)
    if not folded.text:
        return []
    readings = check_pairs(folded, _without_overlaps(text, _read_all(folded, base)))
    return join_ranges(folded, check_words_beside(folded, readings))


def read_date(text: str, base: date | None = None) -> ReadDate | None:
    """Give the first date of a text that resolves to a day, else the first one at all, None when there is none."""
    readings = read_dates(text, base)
    resolved = (reading for reading in readings if reading.resolved)
    return next(resolved, readings[0] if readings else None)


def _read_all(folded: Folded, base: date | None) -> Iterable[ReadDate]:
    """Give the readings, the surest kind of reader first: of two that overlap the earlier stays."""
    yield from read_numeric(folded, base)
    yield from read_worded(folded, base)
    yield from read_recurring(folded, base)
    yield from read_relative(folded, base)
    yield from read_periods(folded, base)


def _without_overlaps(text: str, readings: Iterable[ReadDate]) -> list[ReadDate]:
    taken = bytearray(len(text))
    for start, end in (span for span, _ in find_memos(text)):
        taken[start:end] = b"\x01" * (end - start)
    kept = []
    for reading in readings:
        start, end = reading.span
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            kept.append(reading)
    return sorted(kept, key=lambda reading: reading.span)
