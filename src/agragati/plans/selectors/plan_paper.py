"""The official table of one plan as its office signed it, with the targets of later years it keeps."""

from __future__ import annotations

from dataclasses import replace

from agragati.papers.rules.blocks import Align, Cell, Column, Row, Table

from ..rules.official_table import GridCell, official_grid
from .projections import projections_of
from .sheets import PlanSheet

MOST_WIDE = 12  # columns in which a date fits at the usual size; five levels and later years need smaller letters
_ALIGN: dict[str, Align] = {"head": "center", "number": "center", "total": "center"}


def official_table(sheet: PlanSheet) -> Table:
    """The table with its merged cells: the signed weights and targets, then a column a later year."""
    rows = tuple(replace(row.indicator, projections=projections_of(row.indicator, row.record)) for row in sheet.rows)
    grid = official_grid(replace(sheet.framework, indicators=rows))
    columns = tuple(Column(share=width) for width in grid.widths)
    size = 9 if grid.columns <= MOST_WIDE else 7
    return Table(columns, tuple(map(_row, grid.head_lines)), tuple(map(_row, grid.body_lines)), size=size)


def _row(cells: list[GridCell]) -> Row:
    return Row(tuple(
        Cell(cell.text, colspan=cell.across, rowspan=cell.down, align=_ALIGN.get(cell.role),
             bold=cell.role in {"head", "total"})
        for cell in cells
    ))  # fmt: skip
