"""`agragati load_demo_reviews`: one demo plan through its whole year."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.org.access import system

from ...actions.demo_year import load_demo_reviews


class Command(BaseCommand):
    """Send, return, correct, accept, award and appeal for one demo plan."""

    help = "Bring one demo plan through its whole year of review; needs load_demo and load_demo_plans, safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and count."""
        self.stdout.write(f"{load_demo_reviews(by=system('load_demo'))} demo quarters sent.")
