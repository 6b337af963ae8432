"""Mends the text layer of a typeset PDF, so that what is searched and copied is what was written.

Typst writes, for each glyph, the letters of the whole cluster it was first used in, and marks clusters of several
glyphs with ActualText. Two things go wrong with Bangla: a mark that is shifted upwards (reph) is set as a text of its
own and brings the letters of its cluster a second time (অর্থ → অর্থর্থ), and spaces that stand alone between two
marked clusters are dropped by readers. Here every use of a glyph gets a code of its own for the letters it stands for
in that place; several codes then draw one glyph (CIDToGIDMap). Marks stay where they were; see
docs/algorithms/typesetting.md.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Name

from agragati.papers.renderers.content import Block, Show, read_blocks
from agragati.papers.renderers.content_writing import write_blocks
from agragati.papers.renderers.font_codes import FontCodes
from agragati.papers.renderers.runs import Glyph


def mend(pdf: bytes) -> bytes:
    """Give the same PDF with a true text layer; fonts of a kind it does not know keep what they had."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts: dict[tuple[int, int], FontCodes] = {}
        for page in document.pages:
            _mend_page(document, page, fonts)
        for font in fonts.values():
            font.write(document)
        out = io.BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return out.getvalue()


def _mend_page(document: pikepdf.Pdf, page: pikepdf.Page, fonts: dict[tuple[int, int], FontCodes]) -> None:
    named: dict[bytes, FontCodes] = {}
    resources: Any = page.obj.get("/Resources", {})
    for name, font in resources.get("/Font", {}).items():
        if FontCodes.can_read(font):
            if font.objgen not in fonts:
                fonts[font.objgen] = FontCodes(font)
            named[name.encode()] = fonts[font.objgen]
    contents: Any = page.obj.get("/Contents")
    if not named or contents is None:
        return
    data = page.Contents.read_bytes() if not isinstance(contents, pikepdf.Array) else _joined(contents)
    pieces = read_blocks(data, {name: font.runs for name, font in named.items()})
    if pieces is None:
        return
    _join_split_clusters([piece for piece in pieces if isinstance(piece, Block)], named)
    page.obj[Name.Contents] = document.make_stream(write_blocks(pieces, named))


def _joined(contents: Any) -> bytes:
    return b"\n".join(part.read_bytes() for part in contents)


def _join_split_clusters(blocks: list[Block], fonts: Mapping[bytes, FontCodes]) -> None:
    """Join what belongs to one cluster but was set as texts of their own because a mark is shifted upwards.

    Two neighbouring texts with the same letters (two at least) and different glyphs are parts of one cluster: the same
    letters would have been given the same glyph had they been written twice.
    """
    before: Block | None = None
    for block in blocks:
        if not block.shows or not block.shows[0].run.first_cluster:
            continue
        if before and _continues(before.shows[-1].run.last_cluster, block.shows[0].run.first_cluster):
            lone = block.clusters == 1
            _make_one(before.shows[-1], block.shows[0])
            if lone and _draw_in(before, block, fonts):
                continue
        before = block


def _continues(parts: list[Glyph], first: list[Glyph]) -> bool:
    if not parts or parts[0].text != first[0].text or len(first[0].text) < 2:
        return False
    known = {(id(glyph.font), glyph.code) for glyph in parts}
    return not any((id(glyph.font), glyph.code) in known for glyph in first)


def _make_one(before: Show, after: Show) -> None:
    """Let the last cluster of one show and the first of the next be one."""
    before.run, after.run = before.run.copied(), after.run.copied()
    whole, part = before.run.last_cluster, after.run.first_cluster
    whole.extend(part)
    for glyph in part:
        glyph.cluster = whole


def _draw_in(before: Block, block: Block, fonts: Mapping[bytes, FontCodes]) -> bool:
    """Draw the marks of a lone text as moved glyphs at the end of the text before; False when that is not possible."""
    line, marks = before.shows[-1], block.shows[0]
    font = fonts[marks.font]
    glyphs = [part for part in marks.run.parts if isinstance(part, Glyph)]
    if before.origin is None or block.origin is None or len(block.shows) > 1:
        return False
    if (line.font, line.size) != (marks.font, marks.size) or any(font.width(glyph.code) for glyph in glyphs):
        return False
    pen = before.origin[0] + line.x + line.run.advance * line.size * line.turn[0] / 1000
    scale = 1000 / line.size
    dx = (block.origin[0] + marks.x - pen) * scale
    dy = ((block.origin[1] - marks.y) - (before.origin[1] - line.y)) * scale
    for glyph in glyphs:
        glyph.dx, glyph.dy = glyph.dx + dx, dy
    line.run.parts.extend(glyphs)
    block.shows = []
    return True
