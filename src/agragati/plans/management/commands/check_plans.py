"""`agragati check_plans [PLAN …]`: run the integrity rules now, on the plans named or on all."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from agragati.org.access import system

from ...actions.evidence import remember_fingerprints
from ...actions.integrity import check_plans
from ...selectors.doubt_facts import plan_ids


class Command(BaseCommand):
    """Check plans and say how many findings wait."""

    help = "Run the integrity rules R1–R18 on the plans named by id, or on every plan that is not published."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take ids."""
        parser.add_argument("plans", nargs="*", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        """Check and count."""
        by = system("check_plans")
        while remember_fingerprints(by=by):
            pass
        ids = options["plans"] or plan_ids(by=by)
        waiting = sum(check_plans(by=by, plan_ids=ids[start : start + 200]) for start in range(0, len(ids), 200))
        self.stdout.write(f"{len(ids)} plans, {waiting} findings wait.")
