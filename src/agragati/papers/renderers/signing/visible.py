"""The visible mark of a signature: drawn by typst so that its Bangla is shaped, placed above the signatory's name."""

from __future__ import annotations

import binascii
import io
import json
import uuid
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

import pypdfium2
import typst
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader

from agragati.kernel.digits import to_bn
from agragati.papers.renderers.fonts import packaged_folder
from agragati.papers.renderers.text_layer import mend
from agragati.papers.rules.paper import gregorian_text

from .signed_by import SignedBy

WIDTH, HEIGHT = 62.0, 13.0  # millimetres
_POINTS = 72 / 25.4
_TEMPLATES = Path(__file__).parents[2] / "typst"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the mark stands: page from 0, and the box in points from the lower left corner."""

    page: int
    box: tuple[int, int, int, int]


def find_spot(pdf: bytes, name: str) -> Spot:
    """Give the place above the last occurrence of `name`; the foot of the last page when it is not printed."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in reversed(range(len(document))):
            if box := _above_name(document[number], name):
                return Spot(number, box)
        width = document[len(document) - 1].get_width()
        return Spot(len(document) - 1, _box(width - 60 - WIDTH * _POINTS / 2, 44))
    finally:
        document.close()


def _above_name(page: pypdfium2.PdfPage, name: str) -> tuple[int, int, int, int] | None:
    text = page.get_textpage()
    searcher, last = text.search(name) if name else None, None
    while searcher and (found := searcher.get_next()):
        last = found
    if last is None:
        return None
    boxes = [text.get_charbox(last[0] + at) for at in range(last[1])]
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    return _box((left + right) / 2, max(b[3] for b in boxes) + 3)


def _box(middle: float, bottom: float) -> tuple[int, int, int, int]:
    left = round(middle - WIDTH * _POINTS / 2)
    return left, round(bottom), left + round(WIDTH * _POINTS), round(bottom + HEIGHT * _POINTS)


def draw_mark(who: SignedBy) -> bytes:
    """Give the mark as a PDF of one small page."""
    lines = ["ইলেকট্রনিকভাবে স্বাক্ষরিত", who.name, f"{gregorian_text(who.at.date())}, {to_bn(f'{who.at:%H:%M}')}"]
    made = typst.compile(
        str(_TEMPLATES / "stamp.typ"),
        root=str(_TEMPLATES),
        font_paths=[str(packaged_folder())],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps({"lines": lines, "width": WIDTH, "height": HEIGHT, "fonts": who.fonts})},
        timestamp=who.at.astimezone(UTC).replace(microsecond=0),
    )
    assert isinstance(made, bytes)
    return mend(made)


class MarkContent(PdfContent):
    """The drawn mark as the background of the signature's field."""

    def __init__(self, pdf: bytes) -> None:
        """Take the page drawn by `draw_mark`."""
        self.pdf = pdf
        super().__init__()

    def render(self) -> bytes:
        """Bring the page in as a form and show it."""
        form = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self.pdf)))
        name = b"/Mark" + binascii.hexlify(uuid.uuid4().bytes)
        self.resources.xobject[name.decode()] = form
        x1, y1, x2, y2 = form.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(x1 - x2), height=abs(y1 - y2))
        return name + b" Do"
