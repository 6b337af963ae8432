"""`agragati up`: start everything."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from agragati.config.launch.supervise import up


class Command(BaseCommand):
    help = (
        "Start Agragati in this terminal: the database, the web server and one job worker. Prepares what is missing "
        "first (database, demonstration data, static files) and starts again what dies. Stop with Ctrl-C."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default=settings.ENV.host, help="address to serve at (or HOST); %(default)s")
        parser.add_argument("--port", default=settings.ENV.port, type=int, help="port (or PORT); %(default)s")

    def handle(self, *args: Any, **options: Any) -> None:
        up(settings.ENV, options["host"], options["port"])
