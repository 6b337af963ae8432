"""Plans as spreadsheets and bundles: values in, bytes out, and the cells of a workbook as plain values."""

from .bundle import Bundled, join_pdfs
from .sheet_in import Sheet, read_sheets
from .sheets_out import XLSX, framework_sheet, paper_sheet, plain_sheet

__all__ = [
    "XLSX",
    "Bundled",
    "Sheet",
    "framework_sheet",
    "join_pdfs",
    "paper_sheet",
    "plain_sheet",
    "read_sheets",
]
