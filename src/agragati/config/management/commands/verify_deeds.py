"""`agragati verify_deeds`: has anyone touched the log of deeds."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from agragati.audit.selectors import check_seals
from agragati.org.access import system


class Command(BaseCommand):
    help = "Check the log of deeds: every deed's seal must hang on the one before. Exits 1 at a broken seal."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the answer as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        found = check_seals(by=system())
        if options["json"]:
            self.stdout.write(json.dumps(asdict(found)))
        else:
            verdict = f"broken at deed {found.broken}" if found.broken else "every seal is right"
            self.stdout.write(f"{found.sealed} sealed, {found.waiting} waiting: {verdict}")
        if found.broken:
            raise SystemExit(1)
