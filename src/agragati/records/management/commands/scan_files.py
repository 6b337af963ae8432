"""`agragati scan_files [--again]`: show kept files to the virus scanner now."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agragati.kernel.digits import to_bn
from agragati.org.access import system

from ...actions import scan_file
from ...effects import has_scanner
from ...selectors import hashes_to_scan


class Command(BaseCommand):
    """Scan, and say how many files were clean, infected or not judged."""

    help = "Show kept files to the virus scanner: those not scanned yet, with --again every one."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --again."""
        parser.add_argument("--again", action="store_true", help="also files that were judged before")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask about each file in turn."""
        if not has_scanner():
            raise CommandError("কোনো ভাইরাস স্ক্যানার দেওয়া নেই · no virus scanner is set: AGRAGATI_CLAMD")
        by = system("scan_files")
        found = Counter(scan_file(by=by, sha256=one) for one in hashes_to_scan(by=by, again=options["again"]))
        told = ", ".join(f"{name}: {found[name]}" for name in ("clean", "infected", "unscanned"))
        count = sum(found.values())
        self.stdout.write(f"{to_bn(count)}টি ফাইল যাচাই হয়েছে · {count} files ({told})")
