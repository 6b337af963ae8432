"""`agragati send_messages`: send what is due now, without the job worker."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from agragati.org.access import system
from agragati.outbox.actions import recover_lost
from agragati.outbox.actions.sending import drain


class Command(BaseCommand):
    """One round of sending."""

    help = "Send the messages that are due, for at most --seconds; prints how many were handed over."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How long, and with how many hands."""
        parser.add_argument("--seconds", type=float, default=50.0)
        parser.add_argument("--batch", type=int, default=200)
        parser.add_argument("--hands", type=int, default=16)

    def handle(self, *args: Any, **options: Any) -> None:
        """Send."""
        by = system("outbox")
        recover_lost(by=by)
        count = drain(by=by, seconds=options["seconds"], batch=options["batch"], hands=options["hands"])
        self.stdout.write(f"{count} messages handed over.")
