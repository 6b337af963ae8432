"""Turns a paper into the JSON that the typst templates read."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import segno
from PIL import Image

from agragati.papers.renderers.runs import WORD_JOINER
from agragati.papers.rules.blocks import (
    Cell,
    NumberedList,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Table,
    is_short,
    marker,
    plain,
)
from agragati.papers.rules.flow import Piece, in_order
from agragati.papers.rules.paper import Paper, Verification

Data = dict[str, Any]

# A row taller than this may break over pages; a shorter one moves whole to the next page.
_TALLEST_KEPT_ROW = 90.0
_UPRIGHT_WIDTH, _TURNED_WIDTH = 210.0, 269.0
# Width of an average Bangla letter and height of a line, in parts of the type size (measured on Hind Siliguri).
_LETTER, _LINE = 0.5, 1.6
_MM_PER_POINT = 0.3528
_HYPHENED = re.compile(r"[^\s/(),;]+-[^\s/(),;]+")
_SHORT_WORD, _SHORT_PREFIX = 13, 3


def to_json(paper: Paper, *, creation: date | None) -> str:
    """Give the paper as JSON text for typst; `creation` is the day written into the file (the memo's by default)."""
    day = creation or paper.day or date(1970, 1, 1)
    data = {
        "name": paper.name,
        "office": paper.letterhead.office,
        "day": [day.year, day.month, day.day],
        "fonts": paper.fonts,
        "size": paper.size,
        "landscape": paper.landscape,
        "watermark": paper.watermark,
        "margins": _plain(paper.margins),
        "foot": paper.foot,
        "code": paper.verification.code if paper.verification else "",
        "parts": [
            {"landscape": turned, "pieces": [_piece(piece, paper, turned) for piece in pieces]}
            for turned, pieces in _parts(paper)
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _parts(paper: Paper) -> Iterator[tuple[bool, list[Piece]]]:
    """Cut the pieces into parts of one page direction; a break that turns the page starts a part."""
    turned, part = paper.landscape, list[Piece]()
    for piece in in_order(paper):
        if isinstance(piece, PageBreak) and piece.landscape not in (None, turned):
            if part:
                yield turned, part
            turned, part = not turned, []
        else:
            part.append(PageBreak() if isinstance(piece, PageBreak) else piece)
    yield turned, part


def _piece(piece: Piece, paper: Paper, turned: bool) -> Data:
    if isinstance(piece, Table):
        return _table(piece, paper, turned)
    data: Data = _plain(piece)
    if isinstance(piece, NumberedList):
        data["markers"] = [marker(piece.style, piece.start + at) for at in range(len(piece.items))]
    if isinstance(piece, Paragraph):
        data["short"] = is_short(piece)
    return data


def _plain(value: Any) -> Any:
    """Give dataclasses as objects with their class name under "t", pictures as SVG text, the rest unchanged."""
    if isinstance(value, Picture):
        return {
            "t": "Picture",
            "svg": _svg(value.data),
            "alt": value.alt,
            "caption": value.caption,
            "width": value.width,
        }
    if isinstance(value, Verification):
        return _verification(value)
    if is_dataclass(value):
        return {"t": type(value).__name__} | {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return hold_hyphens(value) if isinstance(value, str) else value


def hold_hyphens(text: str) -> str:
    """Forbid a line break at the hyphen of short words and dates (ই-নথি, সদস্য-সচিব, ০৪-০৮-২০২৪).

    An unseen word joiner does it; it is taken out of the PDF again when the text layer is mended. Long compounds may
    still break, or they would not fit into narrow cells.
    """
    return _HYPHENED.sub(_held, text) if "-" in text else text


def _held(found: re.Match[str]) -> str:
    word = found[0]
    parts = word.split("-")
    if len(word) <= _SHORT_WORD or len(parts[0]) <= _SHORT_PREFIX:
        return f"-{WORD_JOINER}".join(parts) if len(word) <= _SHORT_WORD else word.replace("-", f"-{WORD_JOINER}", 1)
    return word


def _svg(data: bytes) -> str:
    """Wrap a raster picture into SVG: typst takes bytes only from JSON text, and reads base64 there natively."""
    if data.lstrip()[:5] in (b"<?xml", b"<svg "):
        return data.decode()
    with Image.open(io.BytesIO(data)) as picture:
        width, height, kind = picture.width, picture.height, (picture.format or "png").lower()
    source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="{source}"/></svg>'
    )


def _verification(verification: Verification) -> Data:
    code = segno.make_qr(verification.url, error="m")
    svg = code.svg_inline(border=0, scale=4, omitsize=True, svgclass=None, lineclass=None)
    svg = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return {"t": "Verification", "url": verification.url, "code": verification.code, "svg": svg}


def _table(table: Table, paper: Paper, turned: bool) -> Data:
    size = table.size or paper.size - 1
    page = _TURNED_WIDTH if turned else _UPRIGHT_WIDTH - paper.margins.left - paper.margins.right
    widths = _widths(table, page)
    return {
        "t": "Table",
        "columns": _plain(table.columns),
        "caption": table.caption,
        "size": table.size,
        "inset": table.inset,
        "head": [_row(row, head=True, keep=True) for row in table.head],
        "rows": [_row(row, keep=keep) for row, keep in _kept(table.rows, widths, size)],
    }


def _row(row: Row, *, keep: bool, head: bool = False) -> list[Data]:
    """Give the cells; the least height of the row goes into its first empty cell, where it cannot push text."""
    room = next((at for at, cell in enumerate(row.cells) if not cell.text), -1) if row.height else -1
    return [
        _plain(cell) | {"keep": keep and cell.rowspan == 1, "head": head, "height": row.height if at == room else 0}
        for at, cell in enumerate(row.cells)
    ]


def _widths(table: Table, page: float) -> list[float]:
    fixed = sum(column.width for column in table.columns)
    shares = sum(column.share for column in table.columns if not column.width) or 1
    return [column.width or max(page - fixed, 10) * column.share / shares for column in table.columns]


def _kept(rows: Iterable[Row], widths: list[float], size: float) -> Iterator[tuple[Row, bool]]:
    """Tell of each row whether it is short enough to be kept on one page, by an estimate of its height."""
    waiting = [0] * len(widths)
    for row in rows:
        tallest, at = 0.0, 0
        for cell in row.cells:
            while at < len(waiting) and waiting[at] > 0:
                at += 1
            width = sum(widths[at : at + cell.colspan])
            if cell.rowspan == 1:
                tallest = max(tallest, _height(cell, width, size))
            waiting[at : at + cell.colspan] = [cell.rowspan] * cell.colspan
            at += cell.colspan
        waiting = [max(rest - 1, 0) for rest in waiting]
        yield row, tallest <= _TALLEST_KEPT_ROW


def _height(cell: Cell, width: float, size: float) -> float:
    per_line = max(int(width / (_LETTER * size * _MM_PER_POINT)), 1)
    lines = sum(len(line) // per_line + 1 for line in plain(cell.text).split("\n"))
    return lines * _LINE * size * _MM_PER_POINT
