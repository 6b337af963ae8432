"""Pictures of the pages of a PDF, for previews and for comparing papers by eye."""

from __future__ import annotations

import io

import pypdfium2


def page_count(pdf: bytes) -> int:
    """Give the number of pages. Raises pypdfium2.PdfiumError for what is not a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def to_png(pdf: bytes, page: int = 1, dpi: int = 100, *, gray: bool = False) -> bytes:
    """Give a page (from 1) as PNG. Raises IndexError when there is no such page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 1 <= page <= len(document):
            raise IndexError(page)
        document.init_forms()  # a visible signature is a form field: without this it is not drawn
        picture = document[page - 1].render(scale=dpi / 72, grayscale=gray).to_pil()
    finally:
        document.close()
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=gray)
    return out.getvalue()
