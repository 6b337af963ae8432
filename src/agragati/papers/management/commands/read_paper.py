"""`agragati read_paper FILE --json`: an existing paper as pages of lines and tables. Needs no database."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from agragati.kernel.errors import BadInput
from agragati.papers.management.terminal import TextCommand, as_json, refusing_bad_input
from agragati.papers.renderers.extract.whole import read_paper


class Command(TextCommand):
    help = "Read an existing paper (TXT, DOCX, DOC, PDF, scan, picture): text, tables, dates and numbers to confirm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help='the file; "-" is standard input')
        parser.add_argument("--json", action="store_true", help="print everything as JSON instead of the text")

    def handle(self, *args: object, file: str, json: bool, **options: Any) -> None:
        with refusing_bad_input():
            paper = read_paper(bytes_of(file))
        self.stdout.write(as_json(paper) if json else as_text(paper))


def bytes_of(file: str) -> bytes:
    """The bytes of a file or of standard input. Raises BadInput when it cannot be opened."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "not a file name"
        raise BadInput("The file cannot be opened: %(why)s.", why=why) from error


def as_text(paper: dict[str, Any]) -> str:
    """Give the text page by page, cells parted by tabs, and what to look at, marked with "!"."""
    lines: list[str] = []
    for page in paper["pages"]:
        lines.append(f"— {page['number']} · {page['source']} · {page['confidence']:.0%} —")
        for block in page["blocks"]:
            rows = ["\t".join(" ".join(cell.split()) for cell in row) for row in block["rows"]]
            lines += rows or [block["text"]]
    lines += [f"! {said['page']}: {said['message']}" for said in paper["warnings"]]
    return "\n".join(lines)
