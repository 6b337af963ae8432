"""Writes text objects back into a page content stream, each glyph under the code of its own letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from unicodedata import normalize

from agragati.papers.renderers.content import Block, Glyph, Show

# Stands for a glyph that adds no letter of its own; its cluster then carries ActualText as well.
_NO_LETTER = "\u200c"
# Shifts under this many thousandths of the type size cannot be seen and are not written.
INVISIBLE = 0.02


class Coder(Protocol):
    """What a font must answer while a page is written."""

    def width(self, code: int) -> float:
        """Give the advance of a glyph in thousandths of the size."""

    def code_for(self, glyph: int, text: str, move: tuple[float, float] = (0, 0)) -> int:
        """Give the code that draws the glyph, moved by thousandths of the size, and stands for the text."""


@dataclass(slots=True)
class _Line:
    """Shows on one baseline drawn without a break, and where the pen stands after them."""

    show: Show
    end: float


def write_blocks(pieces: list[bytes | Block], fonts: Mapping[str, Coder]) -> bytes:
    """Put a content stream together again."""
    return b"".join(piece if isinstance(piece, bytes) else _block(piece, fonts) for piece in pieces)


@lru_cache(maxsize=8192)
def share_out(text: str, count: int) -> tuple[tuple[str, ...], bool]:
    """Share the letters of a cluster among its glyphs, in order; True when the sharing alone would change the text.

    Each glyph gets a letter and the last one the rest, so that reading them in order gives the text. ো drawn in two
    parts around its consonant has fewer letters than glyphs: it is taken apart (the same text after normalisation).
    """
    if count == 1:
        return (text,), False
    whole = normalize("NFC", text)
    if len(whole) >= count:
        return (*whole[: count - 1], whole[count - 1 :]), False
    apart = normalize("NFD", text)
    letters = apart + _NO_LETTER * (count - len(apart))
    return (*letters[: count - 1], letters[count - 1 :]), True


def _block(block: Block, fonts: Mapping[str, Coder]) -> bytes:
    if not block.shows:
        return b""
    out = [b"BT"]
    for line in _lines(block.shows, fonts):
        matrix = " ".join(_number(value) for value in line.matrix)
        out.append(f"{line.mode.decode()} Tr{line.font} {_number(line.size)} Tf {matrix} Tm".encode())
        out.append(_shown(line, fonts[line.font]))
    out.append(b"ET")
    return b"\n".join(out)


def _lines(shows: list[Show], fonts: Mapping[str, Coder]) -> Iterator[Show]:
    """Join shows that follow each other on one baseline: readers take a lone space between two shows for nothing."""
    line: _Line | None = None
    for show in shows:
        font = fonts[show.font]
        if line and _same_line(line.show, show):
            gap = (line.end - show.matrix[4]) * 1000 / (show.size * show.matrix[0])
            if abs(gap) > INVISIBLE:
                line.show.parts.append(round(gap, 3))
            line.show.parts.extend(show.parts)
            line.end = show.matrix[4] + advance(show, font)
        else:
            if line:
                yield line.show
            copy = Show(show.font, show.size, show.mode, show.matrix, list(show.parts))
            line = _Line(copy, show.matrix[4] + advance(show, font))
    if line:
        yield line.show


def _same_line(before: Show, after: Show) -> bool:
    a, b, c, _, _, y = before.matrix
    same_state = (before.font, before.size, before.mode) == (after.font, after.size, after.mode)
    return same_state and before.matrix[:4] == after.matrix[:4] and y == after.matrix[5] and a > 0 and b == c == 0


def advance(show: Show, font: Coder) -> float:
    """Give how far the pen moves while a show is drawn, in points."""
    thousandths = 0.0
    for part in show.parts:
        thousandths += font.width(part.code) if isinstance(part, Glyph) else -part
    return thousandths * show.size * show.matrix[0] / 1000


def _shown(line: Show, font: Coder) -> bytes:
    """Give the TJ operators of a line; a cluster that needs ActualText gets a TJ of its own."""
    out: list[bytes] = []
    run: list[str] = []
    spans = _Spans(line)
    for part in line.parts:
        if isinstance(part, Glyph):
            if part.cluster is not spans.cluster and (mark := spans.enter(part)):
                out.append(_tj(run) + mark)
                run = []
            run.append(f"<{font.code_for(part.code, next(spans.letters), (part.dx, part.dy)):04X}>")
        else:
            run.append(_number(part))
    out.append(_tj(run) + spans.close())
    return b"".join(out)


class _Spans:
    """Opens and closes ActualText while clusters go by, and deals out their letters."""

    def __init__(self, line: Show) -> None:
        self.line = line
        self.open = False
        self.cluster: list[Glyph] | None = None
        self.letters: Iterator[str] = iter(())

    def enter(self, glyph: Glyph) -> bytes:
        """Begin the cluster of this glyph; give what must be written before it."""
        self.cluster = glyph.cluster
        end = self.close()
        if len(glyph.cluster) == 1:
            self.letters = iter((glyph.text,))
            return end
        shares, unlike = share_out(glyph.text, len(glyph.cluster))
        # The first glyphs may stand in the text object before.
        self.letters = iter(shares[glyph.cluster.index(glyph) :])
        if not unlike or not self._whole(glyph.cluster):
            return end
        self.open = True
        letters = normalize("NFC", glyph.text).encode("utf-16-be").hex().upper()
        return end + f"/Span<</ActualText<FEFF{letters}>>>BDC\n".encode()

    def _whole(self, cluster: list[Glyph]) -> bool:
        here = {id(part) for part in self.line.parts}
        return all(id(part) in here for part in cluster)

    def close(self) -> bytes:
        """End the open span, if any."""
        was, self.open = self.open, False
        return b"EMC\n" if was else b""


def _tj(run: list[str]) -> bytes:
    return f"[{''.join(run)}]TJ\n".replace("><", "").encode() if run else b""


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
