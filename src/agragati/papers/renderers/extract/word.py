"""DOCX → blocks: paragraphs (with the numbers of automatic lists where they can be counted) and tables."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract.blocks import Block, line, table


def read_docx(data: bytes) -> list[Block]:
    """Give paragraphs and tables in order. Raises BadInput when the file is broken or locked."""
    try:
        document = Document(BytesIO(data))
        counts: Counter[tuple[str, str]] = Counter()
        blocks: list[Block] = []
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                blocks.append(table(_rows(part, counts)))
            else:
                blocks += [line(text) for text in _paragraph(part, counts).split("\n") if text.strip()]
    except BadInput:
        raise
    except Exception as error:  # python-docx raises many kinds on broken files; none of them is a fault of ours
        raise BadInput("This Word file is broken or locked.") from error
    return blocks


def _paragraph(paragraph: Paragraph, counts: Counter[tuple[str, str]]) -> str:
    text = paragraph.text
    number = _list_number(paragraph, counts)
    return f"{number} {text}" if number and text.strip() else text


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


def _rows(found: Table, counts: Counter[tuple[str, str]]) -> list[list[str]]:
    """The grid of a table; a cell merged over places or rows is printed once, at its first place."""
    seen: set[Any] = set()
    rows: list[list[str]] = []
    for row in found.rows:
        cells: list[str] = [""] * row.grid_cols_before
        for cell in row.cells:
            fresh = cell._tc not in seen
            seen.add(cell._tc)
            paragraphs = (_paragraph(paragraph, counts) for paragraph in cell.paragraphs) if fresh else ()
            cells.append("\n".join(text for text in paragraphs if text.strip()).strip())
        rows.append(cells)
    return rows
