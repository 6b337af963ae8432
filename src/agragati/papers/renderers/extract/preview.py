"""The picture of a page of a file that was read, turned as it was read."""

from __future__ import annotations

import io

from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract import pictures
from agragati.papers.renderers.extract.open import kind_of
from agragati.papers.renderers.extract.pdf import open_pdf, render

DPI = 110


def page_picture(data: bytes, number: int, *, angle: float = 0.0) -> bytes | None:
    """A page (from 1) as PNG; None for files without pages (TXT, DOCX, DOC). Raises BadInput when it is broken."""
    kind = kind_of(data)
    if kind == "image":
        picture, dpi = pictures.frame(data, number)
        picture = picture.reduce(max(1, round(dpi / DPI)))
    elif kind == "pdf":
        document = open_pdf(data)
        try:
            if not 1 <= number <= len(document):
                raise BadInput("The paper has no such page.")
            document.init_forms()  # a visible signature is a form field: without this it is not drawn
            picture = render(document[number - 1], DPI)
        finally:
            document.close()
    else:
        return None
    stream = io.BytesIO()
    (picture.rotate(angle, fillcolor=255) if angle else picture).save(stream, "PNG")
    return stream.getvalue()
