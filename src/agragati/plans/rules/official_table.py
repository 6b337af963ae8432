"""The official table of a framework as a grid of spanning cells: one shape for the page, the sheet and the paper.

Columns as printed: ক্ষেত্র · মান · কার্যক্রম · কর্মসম্পাদন সূচক · একক · সূচকের মান · a column a level ·
প্রক্ষেপণ of later years where there are any · প্রমাণক · শাখা.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from agragati.kernel.digits import to_bn
from agragati.kernel.fiscal import FiscalYear

from .framework import Framework, Indicator
from .rounding import short
from .wording import value_text

UNKNOWN = "অজানা"
BEFORE = ("কর্মসম্পাদন ক্ষেত্র", "ক্ষেত্রের মান", "কার্যক্রম", "কর্মসম্পাদন সূচক", "একক", "কর্মসম্পাদন সূচকের মান")
PROJECTED = "প্রক্ষেপণ"
AFTER = ("প্রমাণক", "দায়িত্বপ্রাপ্ত শাখা")
TARGETS = "লক্ষ্যমাত্রা"
TOTAL = "মোট"
_USUAL = {100: "অসাধারণ", 90: "অতি উত্তম", 80: "উত্তম", 70: "চলতি মান", 60: "চলতি মানের নিম্নে"}
_OF_THREE = {**_USUAL, 60: "চলতি মান"}  # a table of 100, 80 and 60 percent, as of 2021-22
_UNITS = {"date": "তারিখ", "number": "সংখ্যা", "percent": "%"}


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell at a place (row and column from 0) covering `down` rows and `across` columns."""

    row: int
    column: int
    text: str
    down: int = 1
    across: int = 1
    role: str = "text"
    code: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole table; `head` rows come first, `widths` are shares of the width."""

    title: str
    head: int
    height: int
    columns: int
    cells: tuple[GridCell, ...]
    widths: tuple[int, ...]

    @property
    def lines(self) -> list[list[GridCell]]:
        """Cells row by row, as HTML wants them."""
        found: list[list[GridCell]] = [[] for _ in range(self.height)]
        for cell in sorted(self.cells, key=lambda item: (item.row, item.column)):
            found[cell.row].append(cell)
        return found

    @property
    def head_lines(self) -> list[list[GridCell]]:
        """The header's rows."""
        return self.lines[: self.head]

    @property
    def body_lines(self) -> list[list[GridCell]]:
        """The rows below the header."""
        return self.lines[self.head :]


def percents_of(framework: Framework) -> list[Decimal]:
    """The target columns of the whole table, best first; 100 alone when no target is known."""
    found = {level.percent for row in framework.indicators for level in row.levels}
    found |= {column.percent for column in framework.columns}
    return sorted(found, reverse=True) or [Decimal(100)]


def official_grid(framework: Framework) -> Grid:
    """Give the table as printed: Bangla digits, codes in brackets, cells of an area and an activity merged."""
    percents, years = percents_of(framework), later_years(framework)
    columns = len(BEFORE) + len(percents) + len(years) + len(AFTER)
    cells = [*_head(framework, percents, years), *_body(framework, percents, years)]
    bottom = 2 + len(framework.indicators)
    cells += [
        GridCell(bottom, 0, f"{TOTAL} ({to_bn(len(framework.indicators))}টি সূচক)", across=5, role="total"),
        GridCell(bottom, 5, to_bn(short(framework.total)), role="total"),
        GridCell(bottom, 6, "", across=columns - 6, role="total"),
    ]
    widths = (14, 7, 14, 22, 7, 9, *([11] * (len(percents) + len(years))), 20, 14)  # 11: a date stands on one line
    title = f"{framework.annex}: {framework.title}" if framework.annex else framework.title
    return Grid(to_bn(title), 2, bottom + 1, columns, tuple(cells), widths)


def later_years(framework: Framework) -> list[str]:
    """The years for which any row keeps a target ahead, as "2026-27"; the printed form has a column for each."""
    return sorted({FiscalYear.parse(p.fiscal_year).latin for row in framework.indicators for p in row.projections})


def _head(framework: Framework, percents: list[Decimal], years: list[str]) -> Iterator[GridCell]:
    for place, text in enumerate(BEFORE):
        yield GridCell(0, place, text, down=2, role="head")
    first = len(BEFORE)
    yield GridCell(0, first, f"{TARGETS} {framework.fiscal_year.label}", across=len(percents), role="head")
    names = {column.percent: column.name for column in framework.columns}
    usual = _OF_THREE if Decimal(70) not in percents else _USUAL
    for place, percent in enumerate(percents, first):
        name = names.get(percent) or usual.get(int(percent), "")
        yield GridCell(1, place, f"{name} {to_bn(short(percent))}%".strip(), role="head")
    for place, year in enumerate(years, first + len(percents)):
        yield GridCell(0, place, f"{PROJECTED} {to_bn(year)}", down=2, role="head")
    for place, text in enumerate(AFTER, first + len(percents) + len(years)):
        yield GridCell(0, place, text, down=2, role="head")


def _body(framework: Framework, percents: list[Decimal], years: list[str]) -> Iterator[GridCell]:
    activities = {activity.code: activity.title for activity in framework.activities}
    line = 2
    for code, in_area in groupby(framework.indicators, key=lambda row: row.area_code):
        rows = list(in_area)
        area = framework.area(code)
        yield GridCell(line, 0, _coded(code, area.title if area else ""), down=len(rows))
        weight = "" if area is None or area.weight is None else to_bn(short(area.weight))
        yield GridCell(line, 1, weight, down=len(rows), role="number")
        for activity, inside in groupby(rows, key=lambda row: row.activity_code):
            group = list(inside)
            yield GridCell(line, 2, _coded(activity, activities.get(activity, "")), down=len(group))
            for row in group:
                yield from _row(line, row, percents, years)
                line += 1


def _row(line: int, row: Indicator, percents: list[Decimal], years: list[str]) -> Iterator[GridCell]:
    yield GridCell(line, 3, _coded(row.code, row.text), role="indicator", code=row.code)
    yield GridCell(line, 4, row.printed_unit or _UNITS.get(row.unit.value, ""))
    yield GridCell(line, 5, UNKNOWN if row.weight is None else to_bn(short(row.weight)), role="number")
    for place, percent in enumerate(percents, 6):
        yield GridCell(line, place, _target(row, percent), role="number")
    ahead = {FiscalYear.parse(p.fiscal_year).latin: value_text(p.value, row.measure) for p in row.projections}
    for place, year in enumerate(years, 6 + len(percents)):
        yield GridCell(line, place, ahead.get(year, ""), role="number")
    last = 6 + len(percents) + len(years)
    yield GridCell(line, last, "; ".join(asked.text or asked.kind for asked in row.evidence))
    yield GridCell(line, last + 1, row.section)


def _target(row: Indicator, percent: Decimal) -> str:
    found = next((level for level in row.levels if level.percent == percent), None)
    if found is None:
        return "" if row.levels and row.levels_complete else UNKNOWN
    return "-" if found.value is None else value_text(found.value, row.measure)


def _coded(code: str, text: str) -> str:
    return f"[{to_bn(code)}] {text}".strip()
