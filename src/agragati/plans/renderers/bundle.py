"""Several PDFs and pictures as one PDF with bookmarks."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from PIL import Image

A4_AT_150 = (1240, 1754)


@dataclass(frozen=True)
class Bundled:
    """One piece of a bundle: its name in the bookmarks, its type and its bytes."""

    name: str
    mime: str
    content: bytes


def join_pdfs(pieces: Sequence[Bundled]) -> tuple[bytes, list[tuple[int, int] | None]]:
    """Join PDFs and pictures in order; a piece that cannot be shown as pages is left out.

    Returns the PDF and, for each piece, its first and last page from 1 (None when left out).
    """
    places: list[tuple[int, int] | None] = []
    with pikepdf.Pdf.new() as whole:
        with whole.open_outline() as outline:
            for piece in pieces:
                places.append(_add(whole, piece))
                if (place := places[-1]) is not None:
                    outline.root.append(pikepdf.OutlineItem(piece.name, place[0] - 1))
        out = io.BytesIO()
        whole.save(out, deterministic_id=True)
    return out.getvalue(), places


def _add(whole: pikepdf.Pdf, piece: Bundled) -> tuple[int, int] | None:
    data = piece.content if piece.mime == "application/pdf" else _picture_page(piece)
    if data is None:
        return None
    first = len(whole.pages) + 1
    try:
        with pikepdf.open(io.BytesIO(data)) as part:
            whole.pages.extend(part.pages)
    except pikepdf.PdfError:
        return None
    return first, len(whole.pages)


def _picture_page(piece: Bundled) -> bytes | None:
    if not piece.mime.startswith("image/"):
        return None
    try:
        with Image.open(io.BytesIO(piece.content)) as opened:
            picture = opened.convert("RGB")
    except (OSError, Image.DecompressionBombError):
        return None
    picture.thumbnail((A4_AT_150[0] - 120, A4_AT_150[1] - 120))
    page = Image.new("RGB", A4_AT_150, "white")
    page.paste(picture, ((A4_AT_150[0] - picture.width) // 2, 60))
    out = io.BytesIO()
    page.save(out, "PDF", resolution=150)
    return out.getvalue()
