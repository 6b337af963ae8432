"""DOCX → blocks: paragraphs (with the numbers of automatic lists where they can be counted) and tables."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from itertools import groupby
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from agragati.kernel.bijoy import to_unicode
from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract.blocks import Block, Span, line, table
from agragati.papers.renderers.extract.fonts_of_bijoy import is_bijoy_font
from agragati.papers.renderers.extract.said import gettext_noop

BROKEN = gettext_noop("This Word file is broken or locked.")
_STYLES_DEEP = 12  # styles that rest on each other


def read_docx(data: bytes) -> list[Block]:
    """Give paragraphs and tables in order. Raises BadInput when the file is broken or locked."""
    try:
        document = Document(BytesIO(data))
        counts: Counter[tuple[str, str]] = Counter()
        blocks: list[Block] = []
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                blocks.append(_table(part, counts))
            else:
                blocks += [line(text) for text in _paragraph(part, counts).split("\n") if text.strip()]
    except BadInput:
        raise
    except Exception as error:  # python-docx raises many kinds on broken files; none of them is a fault of ours
        raise BadInput(BROKEN) from error
    return blocks


def _paragraph(paragraph: Paragraph, counts: Counter[tuple[str, str]]) -> str:
    text = _text(paragraph)
    number = _list_number(paragraph, counts)
    return f"{number} {text}" if number and text.strip() else text


def _text(paragraph: Paragraph) -> str:
    """The text of a paragraph; runs set in a Bijoy font come out as Unicode."""
    runs = [run for run in paragraph.iter_inner_content() if isinstance(run, Run)]
    if not any(is_bijoy_font(_font(run, paragraph)) for run in runs if run.text.strip()):
        return paragraph.text
    spelled = groupby(paragraph.iter_inner_content(), key=lambda run: _is_bijoy(run, paragraph))
    parts = [(bijoy, "".join(run.text for run in group)) for bijoy, group in spelled]
    return "".join(to_unicode(part, detect=False) if bijoy else part for bijoy, part in parts)


def _is_bijoy(run: Run | Hyperlink, paragraph: Paragraph) -> bool:
    return isinstance(run, Run) and is_bijoy_font(_font(run, paragraph))


def _font(run: Run, paragraph: Paragraph) -> str:
    """The name of a run's font: its own, or that of its style, its paragraph's style, and the styles those rest on."""
    if run.font.name:
        return str(run.font.name)
    for first in (run.style, paragraph.style):
        style: Any = first
        for _ in range(_STYLES_DEEP):
            if style is None:
                break
            if style.font.name:
                return str(style.font.name)
            style = style.base_style
    return ""


def has_bijoy(data: bytes) -> bool:
    """Whether a DOCX names a Bijoy font anywhere in its text. Raises BadInput when it is broken."""
    try:
        document = Document(BytesIO(data))
        named = {str(found.get(qn("w:ascii"))) for found in document.element.iter(qn("w:rFonts"))}
        named |= {str(found.get(qn("w:ascii"))) for found in document.styles.element.iter(qn("w:rFonts"))}
    except Exception as error:  # as in read_docx
        raise BadInput(BROKEN) from error
    return any(is_bijoy_font(name) for name in named)


def _list_number(paragraph: Paragraph, counts: Counter[tuple[str, str]]) -> str:
    """The number Word would print before a list paragraph: "১)"; its own format is not followed. "" for none."""
    found = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if found is None or not paragraph.text.strip():
        return ""
    level, number = (found.find(qn(f"w:{name}")) for name in ("ilvl", "numId"))
    key = tuple("0" if part is None else str(part.get(qn("w:val"))) for part in (number, level))
    if key[0] == "0":
        return ""
    counts[key[0], key[1]] += 1
    return f"{to_bn(counts[key[0], key[1]])})"


def _table(found: Table, counts: Counter[tuple[str, str]]) -> Block:
    """The grid of a table; a cell merged over places or rows is printed once, at its first place."""
    places: dict[Any, list[tuple[int, int]]] = {}
    rows: list[list[str]] = []
    for at, row in enumerate(found.rows):
        cells: list[str] = [""] * row.grid_cols_before
        for cell in row.cells:
            fresh = cell._tc not in places
            places.setdefault(cell._tc, []).append((at, len(cells)))
            paragraphs = (_paragraph(paragraph, counts) for paragraph in cell.paragraphs) if fresh else ()
            cells.append("\n".join(text for text in paragraphs if text.strip()).strip())
        rows.append(cells)
    return table(rows, spans=(_span(taken) for taken in places.values() if len(taken) > 1))


def _span(taken: list[tuple[int, int]]) -> Span:
    """The places that a merged cell takes, as its first place and how far it goes down and across."""
    (top, left), (bottom, right) = taken[0], taken[-1]
    return top, left, bottom - top + 1, right - left + 1
