"""`agragati load_demo_meetings`: a series, a held meeting with a fan-out and coming ones for the demo."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.org.access import system

from ...actions import load_demo_meetings


class Command(BaseCommand):
    """Fill the demo's directorate with meetings."""

    help = "Give the demo's directorate invented meetings and decisions; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and count."""
        self.stdout.write(f"{load_demo_meetings(by=system('load_demo'))} demo meetings.")
