"""`agragati load_demo_outbox`: a deadline of the demo passes through all stages of reminding."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agragati.org.access import system
from agragati.outbox.actions import load_demo_outbox


class Command(BaseCommand):
    """Play the demo's reminders."""

    help = "Play 21 days of reminding for the demo line (SMS go into a file); safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Play and say where to look."""
        count = load_demo_outbox(by=system("load_demo_outbox"))
        self.stdout.write(f"{count} messages. Sign in as district and open /outbox/log/.")
