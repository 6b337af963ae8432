"""`agragati build_messages`: compile the catalogues that changed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.ui.management.catalogues import compile_all


class Command(BaseCommand):
    help = "Compile every Bangla catalogue (.po) that is newer than its compiled form (.mo). Does nothing otherwise."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        written = compile_all()
        self.stdout.write(f"{len(written)} catalogues compiled.")
