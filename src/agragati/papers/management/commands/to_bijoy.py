"""`agragati to_bijoy [FILE]`: Unicode Bangla as Bijoy glyphs, on standard output. No database."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from agragati.kernel import bijoy
from agragati.papers.management.commands.from_bijoy import read_text
from agragati.papers.management.terminal import TextCommand, refusing_bad_input


class Command(TextCommand):
    help = "Prints Unicode Bangla as Bijoy (SutonnyMJ) text in UTF-8, for offices that must send it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="", help="text file; standard input without it")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        with refusing_bad_input():
            text = read_text(file)
        self.stdout.write(bijoy.to_bijoy(text), ending="")
