"""Ruled tables in DOCX: spans, heads repeated on every page, rows kept whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from agragati.papers.renderers.docx_marks import keep_row, repeat_row, set_run, shade
from agragati.papers.rules.blocks import Cell, Run, Table

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "justify": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def add_table(document: Any, table: Table, *, size: float, width: float) -> None:
    """Add a table `width` millimetres wide; a table without a size of its own is a point under the paper's."""
    if table.caption:
        caption = document.add_paragraph()
        caption.alignment = _ALIGN["center"]
        caption.paragraph_format.keep_with_next = True
        set_run(caption.add_run(table.caption), bold=True)
    rows = (*table.head, *table.rows)
    made = empty_table(document, len(rows), widths(table, width), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid = _Grid(made, table, widths(table, width), table.size or size - 1)
    for at, row in enumerate(rows):
        grid.fill(at, row.cells)
        keep_row(made.rows[at])
        if at < len(table.head):
            repeat_row(made.rows[at])
        if row.height:
            made.rows[at].height = Mm(row.height)
            made.rows[at].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def empty_table(document: Any, rows: int, breadths: Sequence[float], style: str | None = None) -> Any:
    """Add a table whose columns are as broad (millimetres) as said: Word asks the cells, LibreOffice the columns."""
    made = document.add_table(rows=rows, cols=len(breadths), style=style)
    made.autofit = False
    for column, breadth in zip(made.columns, breadths, strict=True):
        column.width = Mm(breadth)
    for at, cell in enumerate(made._cells):  # listed once: python-docx walks the whole table for each
        cell.width = Mm(breadths[at % len(breadths)])
    return made


def widths(table: Table, width: float) -> list[float]:
    """Give the breadth of each column in millimetres."""
    fixed = sum(column.width for column in table.columns)
    shares = sum(column.share for column in table.columns if not column.width) or 1
    return [column.width or max(width - fixed, 10) * column.share / shares for column in table.columns]


class _Grid:
    """The cells of a table by row and column, and which are covered by spans from above."""

    def __init__(self, made: Any, table: Table, breadths: list[float], size: float) -> None:
        # python-docx finds a cell by walking the whole table: the cells are listed once.
        count = len(table.columns)
        cells = made._cells
        self.cells = [cells[at : at + count] for at in range(0, len(cells), count)]
        self.table, self.breadths, self.size = table, breadths, size
        self.covered: set[tuple[int, int]] = set()

    def fill(self, row: int, cells: tuple[Cell, ...]) -> None:
        """Write a row's cells into the places that are free."""
        at = 0
        for cell in cells:
            while (row, at) in self.covered:
                at += 1
            self._place(row, at, cell)
            at += cell.colspan

    def _place(self, row: int, at: int, cell: Cell) -> None:
        spot = self.cells[row][at]
        if cell.colspan > 1 or cell.rowspan > 1:
            last = min(row + cell.rowspan, len(self.cells)) - 1
            spot = spot.merge(self.cells[last][at + cell.colspan - 1])
            self.covered |= {(r, c) for r in range(row, last + 1) for c in range(at, at + cell.colspan)}
        spot.width = Mm(sum(self.breadths[at : at + cell.colspan]))
        if cell.shade:
            shade(spot)
        if row < len(self.table.head):
            spot.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        self._write(spot, cell, _ALIGN[cell.align or self.table.columns[at].align])

    def _write(self, spot: Any, cell: Cell, align: Any) -> None:
        paragraph = spot.paragraphs[0]
        paragraph.alignment = align
        paragraph.paragraph_format.space_after = Pt(0)
        for run in (Run(cell.text),) if isinstance(cell.text, str) else cell.text:
            made = paragraph.add_run(run.text)
            set_run(made, bold=cell.bold or run.bold, underline=run.underline, size=self.size)
