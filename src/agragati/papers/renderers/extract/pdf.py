"""PDF → pages: tables by their ruled lines, everything else as lines; pages without text are read as scans.

pypdfium2 alone keeps Bangla in reading order. A table is a net of ruled lines that touch each other; the text of
a cell is what stands inside its borders. Tables drawn without rules come out as lines.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract import tesseract
from agragati.papers.renderers.extract.blocks import Block, Box, Page, line, table
from agragati.papers.renderers.extract.glyphs import Glyphs
from agragati.papers.renderers.extract.rules_of_table import Line, Net, nets
from agragati.papers.renderers.extract.said import gettext_noop
from agragati.papers.renderers.extract.scan import DPI, TO_CHECK, read_picture
from agragati.papers.renderers.extract.unwrap import unwrap

raw: Any = pdfium.raw  # its names are made when it is loaded: no checker knows them
MOST_PAGES = 1000
BAD_PAGE = gettext_noop("This page could not be read; the other pages are not affected.")
HIDDEN = gettext_noop("The text of this page was put there by another program that read a scan: check it like a scan.")
_HIDDEN_SURE = 0.5  # nobody knows how well that program read
_THIN = 3.0  # points: a path no thicker is a ruled line
_PATH, _TEXT, _IMAGE = 2, 1, 3  # FPDF_PAGEOBJ_PATH, _TEXT, _IMAGE
_MOST_PATHS = 6000  # a page with more is a drawing, not a table
_MOST_OBJECTS = 400  # looked at to tell whether text is hidden behind a scan
_FEW_LETTERS = 8  # a page with no more, and a picture on it, is a scan
_LONGEST_SIDE = 5000  # pixels of a rendered page
_INVISIBLE = 3  # FPDF_TEXTRENDERMODE_INVISIBLE


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """Open a PDF; the caller closes it. Raises BadInput when it is broken, locked, or over 1000 pages."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise BadInput("This PDF is broken or locked with a password.") from error
    if not 0 < len(document) <= MOST_PAGES:
        document.close()
        raise BadInput("This PDF has no page, or more than %(pages)s.", pages=MOST_PAGES)
    return document


def read_pdf_page(document: pdfium.PdfDocument, number: int) -> Page:
    """Read a page (from 1). A page that cannot be read comes back empty with a warning: it does not lose the rest."""
    try:
        return _read(document[number - 1], number, told=_tells_breaks(document))
    except (pdfium.PdfiumError, ValueError, OSError, Image.DecompressionBombError):
        return Page(number, None, None, "none", 0.0, (), warnings=(BAD_PAGE,))


def _tells_breaks(document: pdfium.PdfDocument) -> bool:
    """Whether its writer leaves the space where a line broke for want of room, and none where it ends."""
    return str(document.get_metadata_value("Creator")).startswith("Typst")


def _read(page: pdfium.PdfPage, number: int, *, told: bool) -> Page:
    text = page.get_textpage()
    letters = sum(character.isalnum() for character in text.get_text_range(0, min(text.count_chars(), 4000)))
    pictured, hidden = _picture_and_hidden(page)
    if (pictured and (letters <= _FEW_LETTERS or hidden)) or _is_noise(text):
        return _scan(page, text, number, has_text=letters > _FEW_LETTERS)
    return _typed(page, text, number, told=told)


def _typed(page: pdfium.PdfPage, text: pdfium.PdfTextPage, number: int, *, told: bool = False) -> Page:
    glyphs = Glyphs(page, text)
    edges = page.get_cropbox()
    left, bottom, right, top = edges
    blocks: list[Block] = []
    for net in nets(*_ruled(page)):
        blocks += _lines(glyphs, (left, net.top, right, top), number, told=told)
        bbox = glyphs.from_top((net.xs[0], net.bottom, net.xs[-1], net.top))
        blocks.append(table(_rows(glyphs, net, told=told), number, bbox, net.spans()))
        top = net.bottom
    blocks += _lines(glyphs, (left, bottom, right, top), number, told=told)
    kept = tuple(block for block in blocks if block.text or any(map(any, block.rows)))
    width, height = page.get_size()
    return Page(number, round(width, 1), round(height, 1), "bijoy" if glyphs.is_bijoy else "text", 1.0, kept)


def _lines(glyphs: Glyphs, edges: Box, number: int, *, told: bool) -> list[Block]:
    parts = _parts(glyphs.within(*edges), told=told)
    joined = unwrap(parts, max(60, *map(len, parts)) if parts else 60, 0.85, told=told)
    return [line(part, number, glyphs.place_of(part)) for part in joined]


def _parts(text: str, *, told: bool) -> list[str]:
    """The lines of a box; what stands at their ends only where it tells something."""
    return [part.lstrip() if told else part.strip() for part in text.split("\n") if part.strip()]


def _rows(glyphs: Glyphs, net: Net, *, told: bool) -> list[list[str]]:
    grid = [[""] * (len(net.xs) - 1) for _ in range(len(net.ys) - 1)]
    for box in net.cells():
        found = glyphs.within(box.left, box.bottom + 0.5, box.right, box.top - 0.5)
        grid[box.row][box.column] = found.strip("\n")
    for column in range(len(net.xs) - 1):
        cells = [_parts(row[column], told=told) for row in grid]
        widest = max((len(part) for cell in cells for part in cell), default=0)
        for row, cell in zip(grid, cells, strict=True):
            row[column] = "\n".join(unwrap(cell, widest, told=told))
    return grid


def _ruled(page: pdfium.PdfPage) -> tuple[list[Line], list[Line]]:
    """The horizontal lines (y, from x, to x) and the vertical ones (x, from y, to y) of a page."""
    across: list[Line] = []
    down: list[Line] = []
    for count, path in enumerate(page.get_objects(filter=[_PATH], max_depth=4)):
        if count > _MOST_PATHS:
            return [], []
        left, bottom, right, top = path.get_bounds()
        wide, high = right - left, top - bottom
        if high <= _THIN < wide:
            across.append(((top + bottom) / 2, left, right))
        elif wide <= _THIN < high:
            down.append(((left + right) / 2, bottom, top))
        elif wide > 2 * _THIN and high > 2 * _THIN:
            across += [(bottom, left, right), (top, left, right)]
            down += [(left, bottom, top), (right, bottom, top)]
    return across, down


def _picture_and_hidden(page: pdfium.PdfPage) -> tuple[bool, bool]:
    """Whether a picture fills half the page, and whether its text is invisible (a scanner wrote it)."""
    width, height = page.get_size()
    pictured, seen, hidden = False, 0, 0
    for count, found in enumerate(page.get_objects(filter=[_IMAGE, _TEXT], max_depth=4)):
        if count > _MOST_OBJECTS:
            break
        if found.type == _IMAGE:
            left, bottom, right, top = found.get_bounds()
            pictured = pictured or (right - left) * (top - bottom) > width * height / 2
        else:
            seen += 1
            hidden += raw.FPDFTextObj_GetTextRenderMode(found.raw) == _INVISIBLE
    return pictured, seen > 0 and hidden > seen / 2


def _is_noise(text: pdfium.PdfTextPage) -> bool:
    """Whether the text layer is of glyph numbers, not of letters: more than a third is private or unknown."""
    sample = text.get_text_range(0, min(text.count_chars(), 4000)).split()
    signs = "".join(sample)
    odd = sum(sign in "\ufffd\ufffe" or sign < " " or "\ue000" <= sign < "\uf000" for sign in signs)
    return bool(signs) and odd * 3 > len(signs)


def _scan(page: pdfium.PdfPage, text: pdfium.PdfTextPage, number: int, *, has_text: bool) -> Page:
    """Read the picture of a page; without tesseract take the hidden text, if there is any, as text read off a scan."""
    if tesseract.is_present():
        return read_picture(render(page, DPI), number, dpi=DPI)
    if not has_text:
        width, height = page.get_size()
        return Page(number, round(width, 1), round(height, 1), "none", 0.0, (), warnings=(tesseract.MISSING,))
    typed = _typed(page, text, number)
    blocks = tuple(Block(b.kind, b.text, b.rows, b.page, b.bbox, _HIDDEN_SURE) for b in typed.blocks)
    return Page(number, typed.width, typed.height, "ocr", _HIDDEN_SURE, blocks, warnings=(HIDDEN, TO_CHECK))


def render(page: pdfium.PdfPage, dpi: int) -> Image.Image:
    """The grey picture of a page; a very large page is rendered more coarsely."""
    scale = min(dpi / 72, _LONGEST_SIDE / max(*page.get_size(), 1))
    draw: Callable[..., pdfium.PdfBitmap] = page.render
    picture: Image.Image = draw(scale=scale, grayscale=True).to_pil()
    return picture
