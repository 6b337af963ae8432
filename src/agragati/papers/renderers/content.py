"""Reads the text objects (BT … ET) of a page content stream as typst writes them.

Only the operators typst uses are known; a page with any other operator inside a text object is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

_NESTED = rb"\((?:[^()\\]|\\.)*\)"
for _ in range(6):
    _NESTED = rb"\((?:[^()\\]|\\.|" + _NESTED + rb")*\)"
_TOKEN = re.compile(
    # State and show as typst writes them, read in one go: they are most of a page.
    rb"(?P<show>(\d) Tr(/[^\s]+) ([\d.]+) Tf 1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm"
    rb"(?:(?P<one>\((?:[^()\\]|\\.)*\))Tj|\[(?P<many>(?:[^()\[\]\\]|\((?:[^()\\]|\\.)*\))*)\]TJ))"
    rb"|(?P<span>/Span<</ActualText<FEFF(?P<letters>[0-9A-Fa-f]*)>>>BDC)"
    rb"|(?P<string>" + _NESTED + rb")"
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
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}

# Put after hyphens to hold a word together on its line; no part of the text.
WORD_JOINER = "\u2060"
Matrix = tuple[float, ...]


@dataclass(slots=True, eq=False)
class Glyph:
    """A glyph drawn once: its code in its font, and the letters of the cluster it belongs to.

    `dx` and `dy` move it from where the pen stands, in thousandths of the size. `cluster` are all glyphs that draw
    these letters together, in order, this one among them.
    """

    font: str
    code: int
    text: str
    dx: float = 0
    dy: float = 0
    cluster: list[Glyph] = field(default_factory=list, repr=False)


@dataclass(slots=True)
class Show:
    """One TJ: the state it is drawn in, and glyphs and shifts (thousandths of the size) in order."""

    font: str
    size: float
    mode: bytes
    matrix: Matrix
    parts: list[Glyph | float]


@dataclass(slots=True)
class Block:
    """One text object; `origin` is where the page's space puts it, None when that is not a plain shift and flip."""

    shows: list[Show]
    origin: tuple[float, float] | None = None

    @property
    def first_cluster(self) -> list[Glyph]:
        """The cluster drawn first."""
        return next(part.cluster for show in self.shows for part in show.parts if isinstance(part, Glyph))

    @property
    def last_cluster(self) -> list[Glyph]:
        """The cluster drawn last."""
        backwards = (part for show in reversed(self.shows) for part in reversed(show.parts))
        return next(part.cluster for part in backwards if isinstance(part, Glyph))

    @property
    def clusters(self) -> list[list[Glyph]]:
        """The clusters in order of drawing."""
        found: list[list[Glyph]] = []
        for show in self.shows:
            for part in show.parts:
                if isinstance(part, Glyph) and (not found or found[-1] is not part.cluster):
                    found.append(part.cluster)
        return found


def read_blocks(data: bytes, texts: Mapping[str, Mapping[int, str]]) -> list[bytes | Block] | None:
    """Cut a content stream into text objects and the bytes between them; None when something is unknown.

    `texts` maps font name → code → letters. A text object in a font that is not there stays bytes.
    """
    pieces: list[bytes | Block] = []
    at = 0
    while found := _TEXT_OBJECT.search(data, at):
        read = _read_text_object(data, found.end(), texts)
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


def _read_text_object(
    data: bytes, start: int, texts: Mapping[str, Mapping[int, str]]
) -> tuple[Block | None, int] | None:
    reader = _Reader(texts)
    for token in _TOKEN.finditer(data, start):
        kind, value = token.lastgroup or "", token.group()
        if kind == "show":
            reader.set_state(*token.group(2, 3, 4, 5, 6))
            reader.show(_parts(token["many"] if token["one"] is None else token["one"]))
        elif kind == "span":
            reader.span = (_letters(token["letters"]), [])
        elif kind != "operator":
            reader.operands.append((kind, value))
        elif value == b"ET":
            return (Block(reader.shows) if reader.known else None), token.end()
        elif not reader.operate(value):
            return None
    return None


class _Reader:
    """The text state while one text object is read."""

    def __init__(self, texts: Mapping[str, Mapping[int, str]]) -> None:
        self.texts = texts
        self.operands: list[tuple[str, bytes]] = []
        self.shows: list[Show] = []
        self.known = True
        self.mode, self.font, self.size = b"0", "", 0.0
        self.matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self.span: tuple[str, list[Glyph]] | None = None

    def set_state(self, mode: bytes, font: bytes, size: bytes, x: bytes, y: bytes) -> None:
        """Take in Tr, Tf and Tm at once."""
        self.mode, self.font, self.size = mode, font.decode(), float(size)
        self.matrix = (1, 0, 0, -1, float(x), float(y))

    def operate(self, operator: bytes) -> bool:
        """Take in one operator with the operands before it; False when it is not one typst writes here."""
        operands, self.operands = self.operands, []
        if operator in (b"TJ", b"Tj"):
            self.show(
                float(value) if kind == "number" else _codes(kind, value)
                for kind, value in operands
                if kind in ("number", "string", "hex")
            )
        elif operator == b"Tm":
            self.matrix = tuple(float(value) for _, value in operands[-6:])
        elif operator == b"Tf":
            self.font, self.size = operands[-2][1].decode(), float(operands[-1][1])
        elif operator == b"Tr":
            self.mode = operands[-1][1]
        elif operator == b"BDC":
            text = _actual_text(operands)
            self.span = (text.replace(WORD_JOINER, ""), [])
            return bool(text)
        elif operator == b"EMC":
            self.span = None
        else:
            return False
        return True

    def show(self, shown: Iterable[tuple[int, ...] | float]) -> None:
        """Take in what one TJ draws: codes and shifts in order."""
        texts = self.texts.get(self.font)
        if texts is None:
            self.known = False
            return
        parts: list[Glyph | float] = []
        for item in shown:
            if isinstance(item, float):
                parts.append(item)
            else:
                self._add(parts, item, texts)
        self.shows.append(Show(self.font, self.size, self.mode, self.matrix, parts))

    def _add(self, parts: list[Glyph | float], codes: tuple[int, ...], texts: Mapping[int, str]) -> None:
        if self.span is None:
            for code in codes:
                glyph = Glyph(self.font, code, texts.get(code, ""))
                glyph.cluster = [glyph]
                parts.append(glyph)
        else:
            text, together = self.span
            made = [Glyph(self.font, code, text, cluster=together) for code in codes]
            together.extend(made)
            parts.extend(made)


# Most shows are single glyphs and the same few hundred come again and again.
@lru_cache(maxsize=4096)
def _codes(kind: str, value: bytes) -> tuple[int, ...]:
    raw = bytes.fromhex(value[1:-1].decode()) if kind == "hex" else _unescape(value[1:-1])
    return tuple(raw[at] << 8 | raw[at + 1] for at in range(0, len(raw) - 1, 2))


@lru_cache(maxsize=4096)
def _parts(shown: bytes) -> tuple[tuple[int, ...] | float, ...]:
    """Give the codes and shifts of a string or of what stands between the brackets of an array."""
    found = ((token.lastgroup or "", token.group()) for token in _TOKEN.finditer(shown))
    return tuple(float(value) if kind == "number" else _codes(kind, value) for kind, value in found)


@lru_cache(maxsize=4096)
def _letters(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be").replace(WORD_JOINER, "")


def _unescape(raw: bytes) -> bytes:
    if b"\\" not in raw:
        return raw

    def plain(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return bytes([int(found[1], 8) & 255])
        return _ESCAPED.get(found[2], found[2]) if found[2] else b""

    return _ESCAPE.sub(plain, raw)


def _actual_text(operands: list[tuple[str, bytes]]) -> str:
    for (_, name), (kind, value) in pairwise(operands):
        if name == b"/ActualText":
            raw = bytes.fromhex(value[1:-1].decode()) if kind == "hex" else _unescape(value[1:-1])
            return raw[2:].decode("utf-16-be") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")
    return ""
