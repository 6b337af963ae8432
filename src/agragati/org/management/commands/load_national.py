"""`agragati load_national`: an invented tree of the country's size, for measuring only."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from agragati.org.access import system
from agragati.org.actions import load_national


class Command(BaseCommand):
    """Make about 52,000 invented offices."""

    help = "Make invented offices (52,000) for measurements; never on a server in use."

    def add_arguments(self, parser: CommandParser) -> None:
        """--offices N."""
        parser.add_argument("--offices", type=int, default=52_000, help="how many (default 52000)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say how many."""
        made = load_national(by=system("load_national"), count=options["offices"])
        self.stdout.write(f"{made} offices made.")
