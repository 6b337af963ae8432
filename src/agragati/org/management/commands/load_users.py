"""`agragati load_users`."""

from __future__ import annotations

from agragati.org.actions import check_people, load_people
from agragati.org.management.sheet_command import SheetCommand
from agragati.org.rules.people_rows import HEADINGS


class Command(SheetCommand):
    """Load people from a sheet, or list every problem of it."""

    help = "Load people from a CSV, XLSX or ODS sheet; --dry-run lists every problem by row and column."
    headings = HEADINGS
    check_rows = staticmethod(check_people)
    load = staticmethod(load_people)
