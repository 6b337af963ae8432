"""`agragati status`: is it running, and where."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from agragati.config.launch import claim


class Command(BaseCommand):
    help = "Tell whether Agragati runs over this data folder and at which address. Exits 1 when it does not."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the answer as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        home = settings.ENV.home
        facts = claim.running(home)
        if options["json"]:
            self.stdout.write(json.dumps({"running": bool(facts), "home": str(home), **facts}, ensure_ascii=False))
        elif facts:
            self.stdout.write(f"চলছে · running: {facts.get('url', '')}")
        else:
            self.stdout.write("চলছে না · not running")
        if not facts:
            raise SystemExit(1)
