"""`agragati to_bijoy [FILE]`: Unicode Bangla as Bijoy glyphs, on standard output. No database."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from agragati.kernel import bijoy
from agragati.kernel.errors import BadInput
from agragati.papers.management.commands.from_bijoy import read_text


class Command(BaseCommand):
    help = "Prints Unicode Bangla as Bijoy (SutonnyMJ) text in UTF-8, for offices that must send it."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="", help="text file; standard input without it")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        try:
            text = read_text(file)
        except BadInput as error:
            self.stderr.write(str(error))
            sys.exit(2)
        self.stdout.write(bijoy.to_bijoy(text), ending="")
