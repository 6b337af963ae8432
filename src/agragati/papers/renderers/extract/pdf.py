"""PDF with a text layer → blocks: tables by their ruled lines, everything else as lines, page by page.

pypdfium2 alone keeps Bangla in reading order. A table is a net of ruled lines that touch each other; the text of
a cell is what stands inside its borders. Tables drawn without rules come out as lines.
"""

from __future__ import annotations

import re

import pypdfium2 as pdfium

from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract.blocks import Block, line, table
from agragati.papers.renderers.extract.rules_of_table import Net, nets

MOST_PAGES = 1000
_THIN = 3.0  # points: a path no thicker is a ruled line
_PATH = 2  # FPDF_PAGEOBJ_PATH
_FULL = 0.97  # letters are not equally wide: a line this full had no room for the next word
_MARK = re.compile(
    r"\(?(?:[0-9০-৯]{1,2}|[ক-ঙ])[).।]|[•▪●*-]\s|[^\s:]{2,14}(?:\s[^\s:]{1,12}){0,2}\s*[:ঃ](?:\s"
    r"|$)"
)
_MOST_PATHS = 6000  # a page with more is a drawing, not a table


def read_pdf(data: bytes) -> list[Block]:
    """Give lines and tables page by page. Raises BadInput when broken, locked, over 1000 pages, or without text."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise BadInput("This PDF is broken or locked with a password.") from error
    try:
        if len(document) > MOST_PAGES:
            raise BadInput("This PDF has more than %(pages)s pages.", pages=MOST_PAGES)
        blocks = [block for at in range(len(document)) for block in _page(document, at)]
    finally:
        document.close()
    if not blocks:
        raise BadInput("This PDF has no text: it is a scan. Read it as a scan first.")
    return blocks


def _page(document: pdfium.PdfDocument, at: int) -> list[Block]:
    try:
        page = document[at]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return []  # one bad page does not lose the rest
    width, top = page.get_size()
    blocks: list[Block] = []
    for net in nets(*_ruled(page)):
        blocks += _lines(text.get_text_bounded(0, net.top, width, top), at + 1)
        blocks.append(table(_rows(text, net), at + 1))
        top = net.bottom
    blocks += _lines(text.get_text_bounded(0, 0, width, top), at + 1)
    return [block for block in blocks if block.text or any(map(any, block.rows))]


def _lines(text: str, page: int) -> list[Block]:
    parts = [part.strip() for part in text.replace("\r", "").split("\n") if part.strip()]
    return [line(part, page) for part in unwrap(parts, max(60, *map(len, parts)) if parts else 60, 0.85)]


def unwrap(lines: list[str], widest: int, least: float = 0.6) -> list[str]:
    """Join lines that broke only because the next word had no room; `widest` is the longest line there, in letters.

    A line under `least` of that width did not break for want of room. A line that ends a sentence, or stands
    before a number or a "label:", stays a line.
    """
    joined: list[str] = []
    last = 0
    for text in lines:
        first = text.split()[0]
        full = last + 1 + len(first) > widest * _FULL and last >= widest * least
        if joined and full and not joined[-1].endswith(("।", ":", ";")) and not _MARK.match(text):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
        last = len(text)
    return joined


def _rows(text: pdfium.PdfTextPage, net: Net) -> list[list[str]]:
    grid = [[""] * (len(net.xs) - 1) for _ in range(len(net.ys) - 1)]
    for box in net.cells():
        found = text.get_text_bounded(box.left + 0.5, box.bottom + 0.5, box.right - 0.5, box.top - 0.5)
        grid[box.row][box.column] = found.replace("\r", "").strip()
    for column in range(len(net.xs) - 1):
        cells = [[part.strip() for part in row[column].split("\n") if part.strip()] for row in grid]
        widest = max((len(part) for cell in cells for part in cell), default=0)
        for row, cell in zip(grid, cells, strict=True):
            row[column] = "\n".join(unwrap(cell, widest))
    return grid


Line = tuple[float, float, float]  # place, from, to


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
