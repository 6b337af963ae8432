"""`agragati prepare`: everything between an answering database and the first page."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.config.launch.prepare import prepare
from agragati.config.launch.supervise import say


class Command(BaseCommand):
    help = (
        "Bring the database, the static files and the Bangla texts up to date; ./run does it at each start. Loads the "
        "areas and the demonstration into a database that knows nobody yet (not with AGRAGATI_DEMO=0)."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        prepare(say)
