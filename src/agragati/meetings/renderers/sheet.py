"""Rows as an XLSX sheet, in constant memory."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

import xlsxwriter

WIDTHS = (16, 40, 60, 34, 14, 14, 18, 14, 44)


def decision_sheet(heads: Sequence[str], rows: Iterable[Sequence[str | int | date | None]]) -> bytes:
    """One sheet with a bold head that stays in sight; days are real dates."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("সিদ্ধান্ত")
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "border": 1})
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, heads, bold)
    for line, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(line, at, datetime.combine(value, time()), day)
            else:
                sheet.write(line, at, "" if value is None else value, plain)
    book.close()
    return out.getvalue()
