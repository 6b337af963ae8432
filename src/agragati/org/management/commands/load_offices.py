"""`agragati load_offices`."""

from __future__ import annotations

from agragati.org.actions import check_offices, load_offices
from agragati.org.management.sheet_command import SheetCommand
from agragati.org.rules.office_rows import HEADINGS


class Command(SheetCommand):
    """Load offices from a sheet, or list every problem of it."""

    help = "Load offices from a CSV, XLSX or ODS sheet; --dry-run lists every problem by row and column."
    headings = HEADINGS
    check_rows = staticmethod(check_offices)
    load = staticmethod(load_offices)
