"""A file of minutes, opened and read: with a warning for every page that was read off a picture."""

from __future__ import annotations

from dataclasses import replace

from django.utils import timezone

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.meetings.rules.read import read_minutes
from agragati.meetings.rules.shapes import Doubt, Minutes
from agragati.papers.renderers.extract import Block, OpenPaper, Page

SCANNED = "স্ক্যান থেকে পড়া: প্রতিটি শব্দ, তারিখ ও সংখ্যা মূল পৃষ্ঠার সঙ্গে মিলিয়ে নিশ্চিত করুন।"
UNREAD = "এই পৃষ্ঠা পড়া যায়নি।"


def read_paper_of_minutes(data: bytes) -> tuple[list[Block], Minutes]:
    """The blocks of a file and the minutes in them. Needs no database and asks no rights: the bytes are the reader's.

    Pages read off a picture are named in a warning: nothing on them is certain. Raises BadInput for a file that cannot
    be opened or holds no text.
    """
    with OpenPaper(data) as paper:
        pages = list(paper.pages())
    blocks = [block for page in pages for block in page.blocks]
    if not any(block.words.strip() for block in blocks):
        raise BadInput(next((said for page in pages for said in page.warnings), "The file holds no text."))
    minutes = read_minutes(blocks, today=timezone.localdate())
    doubts = [*_doubts(pages, "ocr", SCANNED), *_doubts(pages, "none", UNREAD)]
    return blocks, replace(minutes, warnings=(*doubts, *minutes.warnings))


def _doubts(pages: list[Page], source: str, message: str) -> list[Doubt]:
    numbers = ", ".join(to_bn(page.number) for page in pages if page.source == source)
    return [Doubt("scan", f"পৃষ্ঠা {numbers}", message)] if numbers else []
