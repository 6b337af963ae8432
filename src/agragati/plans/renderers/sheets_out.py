"""Workbooks: the official table as it is printed, a paper's table, and plain lists."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from agragati.papers.rules.blocks import Heading, Note, Paragraph, Table, plain
from agragati.papers.rules.paper import Paper

from ..rules.official_table import Grid

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FONT = "Nikosh"
DETAILS = "বিবরণ"


def framework_sheet(grid: Grid, details: Sequence[Mapping[str, object]]) -> bytes:
    """The official table with its merged cells, and a second sheet with what the table does not print (by code)."""
    out = io.BytesIO()
    book = _book(out)
    sheet = book.add_worksheet("সংযোজনী")
    styles = {role: book.add_format({**_BASE, **more}) for role, more in _ROLES.items()}
    sheet.merge_range(0, 0, 0, grid.columns - 1, grid.title, styles["title"])
    for cell in grid.cells:
        row, style = cell.row + 1, styles.get(cell.role, styles["text"])
        if cell.down > 1 or cell.across > 1:
            sheet.merge_range(row, cell.column, row + cell.down - 1, cell.column + cell.across - 1, cell.text, style)
        else:
            sheet.write_string(row, cell.column, cell.text, style)
    for place, width in enumerate(grid.widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(grid.head + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    _details(book, details)
    book.close()
    return out.getvalue()


_BASE: dict[str, object] = {"font_name": FONT, "font_size": 11, "text_wrap": True, "border": 1, "valign": "top"}
_ROLES: dict[str, dict[str, object]] = {
    "text": {},
    "indicator": {},
    "number": {"align": "center"},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#EEF2F0"},
    "total": {"bold": True, "align": "center"},
    "title": {"bold": True, "align": "center", "font_size": 13, "border": 0},
}


def _book(out: io.BytesIO) -> xlsxwriter.Workbook:
    # Texts stay texts: nothing that was typed becomes a formula or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    return xlsxwriter.Workbook(out, options)


def _details(book: xlsxwriter.Workbook, details: Sequence[Mapping[str, object]]) -> None:
    sheet = book.add_worksheet(DETAILS)
    names = list(dict.fromkeys(name for row in details for name in row))
    for place, name in enumerate(names):
        sheet.write_string(0, place, name)
        for line, row in enumerate(details, 1):
            if name in row:
                value = row[name]
                sheet.write_string(
                    line, place, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
                )


def paper_sheet(paper: Paper) -> bytes:
    """A paper's tables and texts below each other in one sheet, spans kept."""
    out = io.BytesIO()
    book = _book(out)
    sheet = book.add_worksheet("পত্র")
    styles = {role: book.add_format({**_BASE, **more}) for role, more in _ROLES.items()}
    line = 0
    for text in (paper.letterhead.office, *paper.title.split("\n")):
        sheet.write_string(line, 0, text, styles["title"])
        line += 1
    for block in paper.blocks:
        if isinstance(block, Table):
            line = _table(sheet, styles, block, line + 1)
        elif isinstance(block, Paragraph | Note | Heading):
            sheet.write_string(line, 0, plain(block.text))
            line += 1
    book.close()
    return out.getvalue()


def _table(sheet: Worksheet, styles: Mapping[str, Any], table: Table, line: int) -> int:
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate((*table.head, *table.rows)):
        style = styles["head" if number < len(table.head) else "text"]
        column = 0
        for cell in row.cells:
            while (line, column) in taken:
                column += 1
            last_row, last_column = line + cell.rowspan - 1, column + cell.colspan - 1
            if (last_row, last_column) != (line, column):
                sheet.merge_range(line, column, last_row, last_column, plain(cell.text), style)
            else:
                sheet.write_string(line, column, plain(cell.text), style)
            taken |= {(r, c) for r in range(line, last_row + 1) for c in range(column, last_column + 1)}
        line += 1
    return line


def plain_sheet(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A list: one head row, text and numbers; nothing is merged."""
    out = io.BytesIO()
    book = _book(out)
    sheet = book.add_worksheet(name[:31])
    bold = book.add_format({"bold": True, "font_name": FONT})
    for place, title in enumerate(head):
        sheet.write_string(0, place, title, bold)
    for line, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(line, place, value)
            elif value not in (None, ""):
                sheet.write_string(line, place, str(value))
    book.close()
    return out.getvalue()
