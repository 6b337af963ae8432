"""Reads the text objects (BT … ET) of a page content stream as typst writes them.

Nearly every text object is a row of shows in one fixed form, read by one expression. What has another form is read
operator by operator; only the operators typst uses are known, and a page with any other operator inside a text object
is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from agragati.papers.renderers.runs import Glyph, Run, Runs, codes_of, letters_of

_NESTED = rb"\((?:[^()\\]|\\.)*\)"
for _ in range(6):
    _NESTED = rb"\((?:[^()\\]|\\.|" + _NESTED + rb")*\)"
# One show as typst writes it, with the letters of its cluster around it or not.
# Possessive: what was read once is never tried again, which takes most of the time of reading a page.
_STRING = rb"\((?:[^()\\]++|\\.)*+\)|<[0-9A-Fa-f]*+>"
_SHOW = re.compile(
    rb"\s?(?:/Span<</ActualText(" + _STRING + rb")>>BDC\s)?(\d Tr/\S+ [\d.]+ Tf) 1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm"
    rb"(?:(" + _STRING + rb")Tj|\[((?:[^()<>\[\]\\]++|" + _STRING + rb")*+)\]TJ)\s?(EMC)?",
    re.DOTALL,
)
_END = re.compile(rb"\s*ET(?![A-Za-z0-9])")
_TOKEN = re.compile(
    rb"(?P<string>" + _NESTED + rb")"
    rb"|(?P<hex><[0-9A-Fa-f\s]*>)"
    rb"|(?P<dict><<|>>)"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*)"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<array>[\[\]])"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*]*)",
    re.DOTALL,
)
_TEXT_OBJECT = re.compile(rb"(?<![A-Za-z0-9])BT(?![A-Za-z0-9])")
_FLIPPED = re.compile(rb"(?<![\d.])1 0 0 -1 (-?[\d.]+) (-?[\d.]+) cm")
Turn = tuple[float, float, float, float]
UPRIGHT: Turn = (1, 0, 0, -1)


@dataclass(slots=True, eq=False)
class Show:
    """One TJ: the state it is drawn in, where, and the run it draws."""

    font: bytes
    size: float
    mode: bytes
    turn: Turn
    x: float
    y: float
    run: Run


@dataclass(slots=True, eq=False)
class Block:
    """One text object; `origin` is where the page's space puts it, None when that is not a plain shift and flip."""

    shows: list[Show]
    origin: tuple[float, float] | None = None

    @property
    def clusters(self) -> int:
        """How many clusters it draws."""
        glyphs = [part for show in self.shows for part in show.run.parts if isinstance(part, Glyph)]
        return len({id(glyph.cluster) for glyph in glyphs})


def read_blocks(data: bytes, fonts: Mapping[bytes, Runs]) -> list[bytes | Block] | None:
    """Cut a content stream into text objects and the bytes between them; None when something is unknown.

    `fonts` are the known ones by name ("/f0"). A text object in a font that is not there stays bytes.
    """
    pieces: list[bytes | Block] = []
    at = 0
    while found := _TEXT_OBJECT.search(data, at):
        read = _read_shows(data, found.end(), fonts) or _read_text_object(data, found.end(), fonts)
        if read is None:
            return None
        block, end = read
        before = data[at : found.start()]
        if block:
            block.origin = _origin(before)
        pieces += [before, block or data[found.start() : end]]
        at = end
    pieces.append(data[at:])
    return pieces


def _origin(before: bytes) -> tuple[float, float] | None:
    """Give the shift of the last transformation before a text object; typst writes one with a flip for each."""
    found = _FLIPPED.search(before[before.rfind(b"q\n") if b"q\n" in before else before.rfind(b"q ") :])
    return (float(found[1]), float(found[2])) if found else None


def _read_shows(data: bytes, at: int, fonts: Mapping[bytes, Runs]) -> tuple[Block | None, int] | None:
    """Read a text object that is a row of shows and nothing else; None when it is not."""
    shows: list[Show] = []
    known, match = True, _SHOW.match
    while found := match(data, at):
        letters, state, x, y, one, many, close = found.groups()
        if (letters is None) != (close is None):
            return None
        at = found.end()
        mode, name, size = _state(state)
        if (font := fonts.get(name)) is None:
            known = False
        else:
            run = font.run(many if one is None else one, letters)
            shows.append(Show(name, size, mode, UPRIGHT, float(x), float(y), run))
    end = _END.match(data, at)
    return ((Block(shows) if known else None), end.end()) if end else None


@lru_cache(maxsize=256)
def _state(written: bytes) -> tuple[bytes, bytes, float]:
    """Give mode, font and size of "0 Tr/f0 12 Tf"."""
    mode, rest = written.split(b" Tr", 1)
    name, size, _ = rest.split(b" ")
    return mode, name, float(size)


def _read_text_object(data: bytes, start: int, fonts: Mapping[bytes, Runs]) -> tuple[Block | None, int] | None:
    reader = _Reader(fonts)
    for token in _TOKEN.finditer(data, start):
        kind, value = token.lastgroup or "", token.group()
        if kind != "operator":
            reader.operands.append((kind, value))
        elif value == b"ET":
            return (Block(reader.shows) if reader.known else None), token.end()
        elif not reader.operate(value):
            return None
    return None


class _Reader:
    """The text state while one text object is read operator by operator."""

    def __init__(self, fonts: Mapping[bytes, Runs]) -> None:
        self.fonts = fonts
        self.operands: list[tuple[str, bytes]] = []
        self.shows: list[Show] = []
        self.known = True
        self.mode, self.font, self.size = b"0", b"", 0.0
        self.matrix: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
        self.span: tuple[str, list[Glyph]] | None = None

    def operate(self, operator: bytes) -> bool:
        """Take in one operator with the operands before it; False when it is not one typst writes here."""
        operands, self.operands = self.operands, []
        if operator in (b"TJ", b"Tj"):
            self._show(operands)
        elif operator == b"Tm" and len(operands) >= 6:
            self.matrix = tuple(float(value) for _, value in operands[-6:])
        elif operator == b"Tf" and len(operands) >= 2:
            self.font, self.size = operands[-2][1], float(operands[-1][1])
        elif operator == b"Tr" and operands:
            self.mode = operands[-1][1]
        elif operator == b"BDC":
            text = _actual_text(operands)
            self.span = (text, [])
            return bool(text)
        elif operator == b"EMC":
            self.span = None
        else:
            return False
        return True

    def _show(self, operands: list[tuple[str, bytes]]) -> None:
        font = self.fonts.get(self.font)
        if font is None:
            self.known = False
            return
        kinds = ("number", "string", "hex")
        parts = [float(v) if kind == "number" else codes_of(kind, v) for kind, v in operands if kind in kinds]
        a, b, c, d, x, y = self.matrix
        run = font.settled(parts, self.span)
        # A cluster drawn in several shows is changed with the show it began in.
        run.is_own = self.span is not None
        self.shows.append(Show(self.font, self.size, self.mode, (a, b, c, d), x, y, run))


def _actual_text(operands: list[tuple[str, bytes]]) -> str:
    return next((letters_of(value) for (_, name), (_, value) in pairwise(operands) if name == b"/ActualText"), "")
