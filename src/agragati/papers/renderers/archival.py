"""Any file → an archival PDF/A-2b beside it: pictures and text by typst, Word and Excel by LibreOffice.

typst does not embed pages of another PDF into PDF/A ("embedding PDFs is currently not supported in this export mode"),
so a PDF that is not PDF/A itself becomes one picture a page. What is claimed and what is checked: docs/algorithms/
archival-copies.md.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import pypdfium2
import typst
from PIL import Image, ImageOps

from .fonts import packaged_folder

STANDARDS: list[Literal["a-2b"]] = ["a-2b"]
LEVEL = "PDF/A-2B"
DPI = 150
LONGEST_SIDE = 4000  # pixels
MOST_PAGES = 120
A4 = (595.28, 841.89)
_TEMPLATE = Path(__file__).parents[1] / "typst" / "archive.typ"


@dataclass(frozen=True)
class PagePicture:
    """One page of the copy: a JPEG or PNG, and its size in points (1/72 inch)."""

    content: bytes
    width: float
    height: float


def picture_page(content: bytes) -> PagePicture:
    """A picture on an A4 page, upright or across as it is itself, turned as its camera says.

    A JPEG in plain colours goes in as it is, byte for byte. Raises OSError for what is no picture.
    """
    with Image.open(io.BytesIO(content)) as opened:
        turned = ImageOps.exif_transpose(opened)
        plain = opened.format == "JPEG" and opened.mode in ("RGB", "L") and turned.size == opened.size
        plain = plain and opened.getexif().get(0x0112, 1) == 1
        data = content if plain else _png(turned)
        across = turned.width > turned.height
    return PagePicture(data, *(A4[::-1] if across else A4))


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.convert("RGB" if picture.mode not in ("RGB", "RGBA", "L") else picture.mode).save(out, "PNG")
    return out.getvalue()


def pdf_pages(content: bytes) -> Iterator[PagePicture]:
    """The pages of a PDF as JPEG pictures, in their own size. Raises pypdfium2.PdfiumError for a broken one."""
    document = pypdfium2.PdfDocument(content)
    try:
        document.init_forms()
        for page in document:
            width, height = page.get_size()
            scale = min(DPI / 72, LONGEST_SIDE / max(width, height, 1))
            out = io.BytesIO()
            page.render(scale=scale).to_pil().convert("RGB").save(out, "JPEG", quality=85)
            yield PagePicture(out.getvalue(), width, height)
    finally:
        document.close()


def pictures_to_pdfa(pages: Sequence[PagePicture], *, title: str, day: date) -> bytes:
    """Pictures as one PDF/A-2b, one a page. Raises typst.TypstError for a picture that typst cannot read."""
    names = [f"{number}.{_suffix(page.content)}" for number, page in enumerate(pages, 1)]
    data = [
        {"file": name, "w": round(page.width, 2), "h": round(page.height, 2), "alt": f"{title} {number}"}
        for number, (name, page) in enumerate(zip(names, pages, strict=True), 1)
    ]
    files = dict(zip(names, (page.content for page in pages), strict=True))
    return _typeset(files, {"title": title, "pages": data, "text": None}, day)


def _suffix(content: bytes) -> str:
    return "png" if content.startswith(b"\x89PNG") else "jpg"


def text_to_pdfa(text: str, *, title: str, day: date) -> bytes:
    """Plain text typeset on A4 as PDF/A-2b."""
    shown = text.replace("\r\n", "\n").replace("\t", "    ")
    return _typeset({}, {"title": title, "pages": [], "text": shown}, day)


def _typeset(files: dict[str, bytes], data: dict[str, object], day: date) -> bytes:
    whole = {**data, "day": [day.year, day.month, day.day], "fonts": ["Hind Siliguri"]}
    with tempfile.TemporaryDirectory(prefix="agragati-copy-") as folder:
        place = Path(folder)
        (place / "main.typ").write_bytes(_TEMPLATE.read_bytes())
        for name, content in files.items():
            (place / name).write_bytes(content)
        made = typst.compile(
            str(place / "main.typ"), root=folder, format="pdf", pdf_standards=[*STANDARDS], ignore_system_fonts=True,
            font_paths=[str(packaged_folder())], sys_inputs={"data": json.dumps(whole)},
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )  # fmt: skip
    if not isinstance(made, bytes):
        raise TypeError("typst gave no bytes")
    return made
