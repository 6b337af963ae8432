"""CSV, XLSX and ODS sheets as rows of text."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile

from python_calamine import CalamineError, CalamineWorkbook

from agragati.kernel.errors import BadInput

LARGEST = 30 * 1024 * 1024
MOST_ROWS = 200_000


def read_table(name: str, content: bytes) -> list[list[str]]:
    """The first sheet of a file as text cells; dates as yyyy-mm-dd, whole numbers without a point.

    Raises BadInput for an empty, oversized, damaged or unknown file and for text that is not UTF-8.
    """
    if not content:
        raise BadInput("The file is empty.", field="file")
    if len(content) > LARGEST:
        raise BadInput("The file is larger than 30 MB.", field="file")
    table = _workbook(content) if content[:2] == b"PK" else _csv(name, content)
    if len(table) > MOST_ROWS:
        raise BadInput("The sheet has more than 200,000 rows.", field="file")
    return table


def _workbook(content: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > 20 * LARGEST:
                raise BadInput("The file is larger than 30 MB.", field="file")
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, IndexError) as error:
        raise BadInput("The file is not a readable XLSX or ODS sheet.", field="file") from error
    return [[_cell(cell) for cell in row] for row in rows]


def _cell(cell: object) -> str:
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _csv(name: str, content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("The file is not UTF-8 text. Save it as “CSV UTF-8” or XLSX.", field="file") from error
    if "\0" in text:
        raise BadInput("The file is not a sheet: %(name)s", field="file", name=name)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as error:
        raise BadInput("The file is not a readable CSV sheet.", field="file") from error
