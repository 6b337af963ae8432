"""`agragati load_demo`: the demo's ministry line. Apps above add their own demo data to it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.org.access import system
from agragati.org.actions import DEMO_PASSWORD, load_demo_line


class Command(BaseCommand):
    """Make the invented ministry line with its people."""

    help = "Make one invented ministry line (about 570 offices) with invented people; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say how to sign in."""
        count = load_demo_line(by=system("load_demo"))
        self.stdout.write(f"{count} demo offices. Sign in as secretary, director, divisional, district, upazila or")
        self.stdout.write(f"admin with the password {DEMO_PASSWORD}.")
