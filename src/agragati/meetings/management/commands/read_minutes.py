"""`agragati read_minutes FILE --json`: existing minutes as JSON. Needs no database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agragati.kernel.errors import BadInput
from agragati.meetings.rules.shapes import Minutes
from agragati.meetings.selectors.opening import read_paper_of_minutes


class Command(BaseCommand):
    """Read one file of minutes; exit 2 with one sentence when it is empty or unreadable."""

    help = "Read existing minutes (TXT, DOCX, DOC, PDF, scan) and print what they say."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help='The file; "-" is standard input.')
        parser.add_argument("--json", action="store_true", help="Print everything as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            _, minutes = read_paper_of_minutes(_bytes(options["file"]))
        except BadInput as error:
            raise CommandError(str(error), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(minutes.as_json(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_summary(minutes))


def _bytes(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise BadInput("The file cannot be opened: %(why)s.", why=error.strerror or "unknown") from error


def _summary(minutes: Minutes) -> str:
    """A few lines for a person at a terminal."""
    header = minutes.header
    decisions = sum(len(item.decisions) for item in minutes.items)
    lines = [
        header.title or "-",
        f"তারিখ: {header.date or '-'} {header.time or ''}".rstrip(),
        f"সভাপতি: {header.chair.name if header.chair else '-'}",
        f"আলোচ্য বিষয়: {len(minutes.items)}, সিদ্ধান্ত: {decisions}, সূচক: {len(minutes.indicators)}",
        *(f"! {doubt.where}: {doubt.message}" for doubt in minutes.warnings),
    ]
    return "\n".join(lines)
