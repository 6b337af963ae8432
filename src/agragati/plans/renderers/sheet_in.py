"""The cells of an uploaded workbook as plain values. Formulas are never run; what the file says is only read."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import python_calamine

from agragati.kernel.errors import BadInput

LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 20_000, 200
CellValue = str | Decimal | date | bool | None
Span = tuple[int, int, int, int]  # first row, first column, last row, last column


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows from the top left corner, and the spans of merged cells (places from 0)."""

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[Span, ...] = ()


def read_sheets(content: bytes, *, field: str = "file") -> list[Sheet]:
    """Read an XLSX or ODS workbook. Raises BadInput naming `field` for what is no workbook, too large or locked."""
    _refuse_bombs(content, field)
    try:
        book = python_calamine.load_workbook(io.BytesIO(content), load_tables=False)
        return [_sheet(book, place) for place in range(len(book.sheet_names))]
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise BadInput("The file is not a workbook that can be read. Save it as XLSX.", field=field) from error


def _refuse_bombs(content: bytes, field: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile as error:
        raise BadInput("The file is not a workbook that can be read. Save it as XLSX.", field=field) from error
    if size > LARGEST_UNPACKED:
        raise BadInput("The workbook is too large. Keep only the sheet that is needed.", field=field)


def _sheet(book: python_calamine.CalamineWorkbook, place: int) -> Sheet:
    sheet = book.get_sheet_by_index(place)
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        raise BadInput("The sheet %(name)s has more than %(rows)s rows or %(columns)s columns.",
                       field="file", name=sheet.name, rows=MOST_ROWS, columns=MOST_COLUMNS)  # fmt: skip
    rows = sheet.to_python(skip_empty_area=False)
    merged = tuple((a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or [])
    return Sheet(sheet.name, tuple(tuple(_value(cell) for cell in row) for row in rows), merged)


def _value(cell: object) -> CellValue:
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, float | int):
        return Decimal(repr(cell)) if cell != int(cell) else Decimal(int(cell))
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell).strip()
    return text or None
