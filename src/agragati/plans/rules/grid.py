"""The entry grid: indicators by the twelve months of the fiscal year, typed or pasted from a spreadsheet.

A cell holds the month's figure: a number (৪), done/of (40/50), the figures of a formula in their order (180/240/40), or
for a date indicator a day (১৬ or 16/03/2022).
"-" and an empty cell say nothing. What a cell held before decides whether it is added, corrected or left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from agragati.kernel.dates import parse_day
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, month_range
from agragati.kernel.numbers import parse_number

from .choices import Unit
from .entries import Entry
from .framework import Indicator
from .reading_values import as_code

MONTHS = 12
MOST_ROWS = 60
_DAY = re.compile(r"\d{1,2}", re.ASCII)
_EMPTY = {"", "-", "–", "—"}


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that says something new, or that cannot be read (`error`). `month` is 1 (July) to 12 (June)."""

    code: str
    month: int
    typed: str
    old: str
    entry: Entry | None = None
    error: BadInput | None = None


def month_of(year: FiscalYear, number: int) -> tuple[date, date]:
    """Give the first and last day of the n-th month of a fiscal year, July being 1."""
    calendar = (number + 5) % 12 + 1
    return month_range(year.start_year + (0 if number <= 6 else 1), calendar)


def read_paste(text: str, codes: Sequence[str]) -> dict[tuple[str, int], str]:
    """Give typed cells by (code, month) from pasted lines: a code and twelve cells, tabs between.

    Lines without a code in the first cell are taken in the order of `codes` when every line lacks one.
    Raises BadInput (field `pasted`) with the line for a code the plan does not have or more than twelve cells.
    """
    lines = [line.split("\t") for line in text.replace("\r", "").split("\n") if line.strip()]
    if len(lines) > MOST_ROWS:
        raise BadInput("More than %(limit)s rows.", field="pasted", limit=MOST_ROWS)
    found: dict[tuple[str, int], str] = {}
    bare = not any(_code(line[0]) for line in lines)
    for number, line in enumerate(lines, 1):
        code = _code(line[0])
        if bare and number <= len(codes):
            code, cells = codes[number - 1], line
        elif code is None and number == 1:
            continue  # a line of headings
        else:
            cells = line[1:]
        if code not in codes:
            raise BadInput("Line %(line)s: the plan has no indicator %(code)s.",
                           field="pasted", line=number, code=line[0][:40])  # fmt: skip
        if len(cells) > MONTHS:
            raise BadInput("Line %(line)s has more than twelve cells.", field="pasted", line=number)
        found |= {(str(code), month): cell.strip() for month, cell in enumerate(cells, 1)}
    return found


def _code(text: str) -> str | None:
    """A code of three parts, or None: a plain number in the first cell is a figure."""
    try:
        code = as_code(text)
    except BadInput:
        return None
    return code if code.count(".") >= 2 else None


def read_changes(
    indicators: Iterable[Indicator], year: FiscalYear, today: date, typed: Mapping[tuple[str, int], str],
    kept: Mapping[tuple[str, int], str],
) -> tuple[CellChange, ...]:  # fmt: skip
    """Give every cell that says something else than what is kept, in the order of the table."""
    found = []
    for indicator in indicators:
        for month in range(1, MONTHS + 1):
            text = typed.get((indicator.code, month), "").strip()
            old = kept.get((indicator.code, month), "")
            if text in _EMPTY or to_latin(text) == to_latin(old):
                continue
            try:
                entry = read_cell(indicator, text, month_of(year, month), today)
                found.append(CellChange(indicator.code, month, text, old, entry))
            except BadInput as error:
                found.append(CellChange(indicator.code, month, text, old, error=error))
    return tuple(found)


def read_cell(indicator: Indicator, text: str, month: tuple[date, date], today: date) -> Entry:
    """Read one cell for one month. Raises BadInput: a day outside the month, a share without both parts."""
    first, last = month
    if first > today:
        raise BadInput("This month has not begun yet.")
    day = min(last, today)
    if indicator.measure is Unit.DATE:
        return Entry(_day(text, first, last))
    if indicator.formula:
        return Entry(day, figures=_figures(indicator, text))
    if indicator.measure is Unit.PERCENT:
        parts = text.split("/")
        if len(parts) != 2:
            raise BadInput("Write both counts, such as 40/50.")
        return Entry(day, numerator=parse_number(parts[0]), denominator=parse_number(parts[1]))
    return Entry(day, quantity=parse_number(text))


def _figures(indicator: Indicator, text: str) -> dict[str, Decimal]:
    """The named figures in their order, with / between."""
    parts, names = text.split("/"), [figure.name for figure in indicator.figures]
    if len(parts) != len(names):
        labels = " / ".join(figure.label or figure.name for figure in indicator.figures)
        raise BadInput("Write all figures with / between: %(names)s.", names=labels)
    return {name: parse_number(part) for name, part in zip(names, parts, strict=True)}


def _day(text: str, first: date, last: date) -> date:
    latin = to_latin(text)
    if _DAY.fullmatch(latin) and 1 <= int(latin) <= last.day:
        return first.replace(day=int(latin))
    day = parse_day(text)
    if not first <= day <= last:
        raise BadInput("This day does not lie in the month of the cell.")
    return day
