"""`agragati load_areas`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.org.access import system
from agragati.org.actions import load_areas


class Command(BaseCommand):
    """Bring the divisions, districts, upazilas and city corporations in."""

    help = "Bring the country's areas (divisions, districts, upazilas, city corporations) in; safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say how many."""
        self.stdout.write(f"{load_areas(by=system('load_areas'))} areas are in.")
