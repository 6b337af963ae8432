"""Writes text objects back into a page content stream, each glyph under the code of its own letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Protocol
from unicodedata import normalize

from agragati.papers.renderers.content import Block, Show
from agragati.papers.renderers.runs import INVISIBLE, Glyph, Run

# Stands for a glyph that adds no letter of its own; its cluster then carries ActualText as well.
_NO_LETTER = "\u200c"


class Coder(Protocol):
    """What a font must answer while a page is written."""

    def code_for(self, glyph: int, text: str, move: tuple[float, float] = (0, 0)) -> int:
        """Give the code that draws the glyph, moved by thousandths of the size, and stands for the text."""


def write_blocks(pieces: list[bytes | Block], fonts: Mapping[bytes, Coder]) -> bytes:
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


def _block(block: Block, fonts: Mapping[bytes, Coder]) -> bytes:
    """Write a text object, joining shows that follow each other on one baseline.

    Readers take a lone space between two shows for nothing.
    """
    if not block.shows:
        return b""
    out = ["BT\n"]
    before: Show | None = None
    end = 0.0
    for show in block.shows:
        if before is not None and _same_line(before, show):
            gap = (end - show.x) * 1000 / (show.size * show.turn[0])
            if abs(gap) > INVISIBLE:
                out.append(_number(round(gap, 3)))
        else:
            out.append(("]TJ\n" if before else "") + _state(show))
        out.append(show.run.written or _write(show.run, fonts[show.font]))
        end = show.x + show.run.advance * show.size * show.turn[0] / 1000
        before = show
    return "".join([*out, "]TJ\nET"]).replace("><", "").replace("[]TJ\n", "").encode()


def _same_line(before: Show, after: Show) -> bool:
    a, b, c, _ = before.turn
    same_state = before.font == after.font and before.size == after.size and before.mode == after.mode
    return same_state and before.turn == after.turn and before.y == after.y and a > 0 and b == c == 0


def _state(show: Show) -> str:
    matrix = " ".join(_number(value) for value in (*show.turn, show.x, show.y))
    return f"{show.mode.decode()} Tr{show.font.decode()} {_number(show.size)} Tf {matrix} Tm\n["


def _write(run: Run, font: Coder) -> str:
    """Give what stands for a run inside the brackets of TJ; a cluster that needs ActualText leaves them for its own."""
    spans = _Spans(run)
    out: list[str] = []
    for part in run.parts:
        if isinstance(part, Glyph):
            if part.cluster is not spans.cluster:
                out.append(spans.enter(part))
            out.append(f"<{font.code_for(part.code, next(spans.letters), (part.dx, part.dy)):04X}>")
        else:
            out.append(_number(part))
    run.written = "".join([*out, spans.close()])
    return run.written


class _Spans:
    """Opens and closes ActualText while clusters go by, and deals out their letters."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.open = False
        self.cluster: list[Glyph] | None = None
        self.letters: Iterator[str] = iter(())

    def enter(self, glyph: Glyph) -> str:
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
        return f"{end}]TJ\n/Span<</ActualText<FEFF{letters}>>>BDC\n["

    def _whole(self, cluster: list[Glyph]) -> bool:
        here = {id(part) for part in self.run.parts}
        return all(id(part) in here for part in cluster)

    def close(self) -> str:
        """End the open span, if any."""
        was, self.open = self.open, False
        return "]TJ\nEMC\n[" if was else ""


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
