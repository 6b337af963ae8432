"""`agragati load_demo_plans`: three years of invented plans and progress for the demo's offices."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.org.access import system

from ...actions import load_demo_plans


class Command(BaseCommand):
    """Fill the demo's offices with plans."""

    help = "Give every demo office plans with invented progress and evidence; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and count."""
        self.stdout.write(f"{load_demo_plans(by=system('load_demo'))} demo plans.")
