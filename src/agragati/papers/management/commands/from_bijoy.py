"""`agragati from_bijoy [FILE]`: legacy Bijoy text as Unicode, on standard output. No database."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from agragati.kernel import bijoy
from agragati.kernel.errors import BadInput
from agragati.papers.management.terminal import TextCommand, refusing_bad_input

MOST_BYTES = 50_000_000


def read_text(path: str) -> str:
    """The text of a file, or of standard input for an empty path.

    UTF-8 and UTF-16 with a mark are known by their bytes; anything else is Windows-1252, in which Bijoy was
    written. Raises BadInput when there is no file or its bytes are no text.
    """
    try:
        data = Path(path).read_bytes() if path else sys.stdin.buffer.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput("The file %(path)s cannot be read: %(why)s.", path=path, why=error.strerror or error) from error
    if len(data) > MOST_BYTES:
        raise BadInput("The text is longer than 50 MB; split it first.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode(data, "utf-16")
    if b"\x00" in data or data.startswith((b"%PDF", b"\x89PNG", b"\xd0\xcf\x11\xe0")):
        raise BadInput("These bytes are not text; give a text file.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")  # the converter takes C1 codes for Windows-1252


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput("These bytes are not text; give a text file.") from error


class Command(TextCommand):
    help = "Prints legacy Bijoy (SutonnyMJ) text as Unicode; English words, numbers and addresses stay."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="", help="text file; standard input without it")
        parser.add_argument(
            "--all", action="store_true", help="the whole text is set in a Bijoy font: convert every character"
        )

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        with refusing_bad_input():
            text = read_text(file)
        self.stdout.write(bijoy.to_unicode(text, detect=not options["all"]), ending="")
