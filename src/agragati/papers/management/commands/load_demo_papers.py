"""`agragati load_demo_papers`: invented letters of the demo's department in every state."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.org.access import system

from ...actions import load_demo_letters


class Command(BaseCommand):
    """Write the demo's letters."""

    help = "Write invented letters of the demo's offices in every state; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and count."""
        self.stdout.write(f"{load_demo_letters(by=system('load_demo'))} demo letters.")
