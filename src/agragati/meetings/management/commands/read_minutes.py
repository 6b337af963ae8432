"""`agragati read_minutes FILE --json`: existing minutes as JSON. Needs no database."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.meetings.rules.read import read_minutes
from agragati.meetings.rules.shapes import Doubt, Minutes
from agragati.papers.renderers.extract import OpenPaper, Page

SCANNED = "স্ক্যান থেকে পড়া: প্রতিটি শব্দ, তারিখ ও সংখ্যা মূল পৃষ্ঠার সঙ্গে মিলিয়ে নিশ্চিত করুন।"
UNREAD = "এই পৃষ্ঠা পড়া যায়নি।"


class Command(BaseCommand):
    """Read one file of minutes; exit 2 with one sentence when it is empty or unreadable."""

    help = "Read existing minutes (TXT, DOCX, DOC, PDF, scan) and print what they say."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help='The file; "-" is standard input.')
        parser.add_argument("--json", action="store_true", help="Print everything as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            minutes = _read(_bytes(options["file"]))
        except BadInput as error:
            raise CommandError(str(error), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(minutes.as_json(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_summary(minutes))


def _read(data: bytes) -> Minutes:
    """The minutes of a file. Pages read off a picture are named in a warning: nothing on them is certain."""
    with OpenPaper(data) as paper:
        pages = list(paper.pages())
    blocks = [block for page in pages for block in page.blocks]
    if not any(block.words.strip() for block in blocks):
        raise BadInput(next((said for page in pages for said in page.warnings), "The file holds no text."))
    minutes = read_minutes(blocks, today=timezone.localdate())
    doubts = [*_doubts(pages, "ocr", SCANNED), *_doubts(pages, "none", UNREAD)]
    return replace(minutes, warnings=(*doubts, *minutes.warnings))


def _doubts(pages: list[Page], source: str, message: str) -> list[Doubt]:
    numbers = ", ".join(to_bn(page.number) for page in pages if page.source == source)
    return [Doubt("scan", f"পৃষ্ঠা {numbers}", message)] if numbers else []


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
