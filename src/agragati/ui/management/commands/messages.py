"""`agragati messages`: keep the Bangla catalogues in line with the code."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from agragati.ui.management import catalogues
from agragati.ui.management.extraction import apps_with_strings


class Command(BaseCommand):
    help = (
        "Find the strings people read and merge them into each app's locale/bn/LC_MESSAGES/django.po, then list what "
        "is missing, unsure (fuzzy), broken (placeholders differ) or obsolete. --check changes nothing and exits 1 "
        "when anything is listed."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("apps", nargs="*", help="apps to look at; all when none is named")
        parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when anything is wrong")
        parser.add_argument("--drop", action="store_true", help="forget strings the code no longer has")
        parser.add_argument("--fill", metavar="FILE.json", type=Path, help='translations to put in: {"msgid": "বাংলা"}')
        parser.add_argument("--json", action="store_true", help="print the findings as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        fill = json.loads(options["fill"].read_text(encoding="utf-8")) if options["fill"] else {}
        how = {"check": options["check"], "drop": options["drop"]}
        found = [self.look_at(app, fill, **how) for app in options["apps"] or apps_with_strings()]
        if not options["check"]:
            catalogues.compile_all()
        if options["json"]:
            self.stdout.write(json.dumps({f.app: vars(f) for f in found}, ensure_ascii=False, indent=1))
        else:
            self.tell(found)
        if options["check"] and any(f.harmful or f.obsolete for f in found):
            raise SystemExit(1)

    def look_at(self, app: str, fill: catalogues.Translations, *, check: bool, drop: bool) -> catalogues.Findings:
        """Examine one app, merging first unless only a check was asked."""
        if check:
            return catalogues.examine(app)
        return catalogues.merge(app, translations=fill, drop=drop)

    def tell(self, found: list[catalogues.Findings]) -> None:
        """One line for each string that needs work."""
        for findings in found:
            for kind in ("missing", "fuzzy", "broken", "obsolete"):
                for msgid in getattr(findings, kind):
                    self.stdout.write(f"{findings.app}: {kind}: {json.dumps(msgid, ensure_ascii=False)}")
