"""Runs of glyphs as one operator of a page draws them, each read once however often a paper draws it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

# Put after hyphens to hold a word together on its line; no part of the text.
WORD_JOINER = "\u2060"
# Shifts under this many thousandths of the type size cannot be seen and are not written.
INVISIBLE = 0.02
_PART = re.compile(
    rb"(?P<string>\((?:[^()\\]|\\.)*\))|(?P<hex><[0-9A-Fa-f\s]*>)|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))", re.DOTALL
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}


@dataclass(slots=True, eq=False)
class Glyph:
    """A glyph drawn once: its code in its font, and the letters of the cluster it belongs to.

    `dx` and `dy` move it from where the pen stands, in thousandths of the size. `cluster` are all glyphs that draw
    these letters together, in order, this one among them.
    """

    font: Runs
    code: int
    text: str
    dx: float = 0
    dy: float = 0
    cluster: list[Glyph] = field(default_factory=list, repr=False)


@dataclass(slots=True, eq=False)
class Run:
    """Glyphs and shifts (thousandths of the size) in order, and how far the pen moves over them.

    A run is shared by every place that draws it until a place needs it changed and takes a copy of its own.
    `written` is how it goes into the page again; empty until it is written.
    """

    parts: list[Glyph | float]
    advance: float
    is_own: bool = False
    written: str = ""

    @property
    def first_cluster(self) -> list[Glyph]:
        """The cluster drawn first; empty when the run draws nothing."""
        return next((part.cluster for part in self.parts if isinstance(part, Glyph)), [])

    @property
    def last_cluster(self) -> list[Glyph]:
        """The cluster drawn last; empty when the run draws nothing."""
        return next((part.cluster for part in reversed(self.parts) if isinstance(part, Glyph)), [])

    def copied(self) -> Run:
        """Give a copy whose glyphs and clusters are its own; the run itself when it is one already."""
        if self.is_own:
            return self
        clusters: dict[int, list[Glyph]] = {}
        parts: list[Glyph | float] = []
        for part in self.parts:
            if isinstance(part, Glyph):
                cluster = clusters.setdefault(id(part.cluster), [])
                cluster.append(Glyph(part.font, part.code, part.text, part.dx, part.dy, cluster))
                parts.append(cluster[-1])
            else:
                parts.append(part)
        return Run(parts, self.advance, is_own=True)


class Runs:
    """The runs of one font: `texts` maps code → letters, `width` gives a code's advance in thousandths."""

    def __init__(self, texts: Mapping[int, str], width: Callable[[int], float]) -> None:
        self.texts, self.width = texts, width
        self._known: dict[tuple[bytes, bytes | None], Run] = {}

    def run(self, shown: bytes, letters: bytes | None) -> Run:
        """Give what a string, or an array without its brackets, draws; `letters` are its cluster's ActualText."""
        found = self._known.get((shown, letters))
        if found is None:
            together = None if letters is None else (letters_of(letters), list[Glyph]())
            found = self._known[shown, letters] = self.settled(parts_of(shown), together)
        return found

    def settled(self, parts: Iterable[tuple[int, ...] | float], together: tuple[str, list[Glyph]] | None) -> Run:
        """Read codes and shifts in order; `together` are the letters and glyphs of the cluster they all belong to.

        Marks move by their own shift instead of moving the pen: readers take a moved pen for a space. A glyph without
        advance keeps the sum of the shifts since the last glyph with one; what is left of them goes before the next
        glyph with an advance.
        """
        made, left, advance = list[Glyph | float](), 0.0, 0.0
        for part in self._glyphs(parts, together):
            width = -part if isinstance(part, float) else self.width(part.code)
            if isinstance(part, float):
                left += part
            elif width == 0:
                part.dx = -left
                made.append(part)
            else:
                made += [left, part] if abs(left) > INVISIBLE else [part]
                advance += width - (left if abs(left) > INVISIBLE else 0)
                left = 0
        return Run(made, advance)

    def _glyphs(
        self, parts: Iterable[tuple[int, ...] | float], together: tuple[str, list[Glyph]] | None
    ) -> Iterator[Glyph | float]:
        for part in parts:
            if isinstance(part, float):
                yield part
                continue
            for code in part:
                text, cluster = together or (self.texts.get(code, ""), [])
                glyph = Glyph(self, code, text, cluster=cluster)
                cluster.append(glyph)
                yield glyph


@lru_cache(maxsize=4096)
def codes_of(kind: str, value: bytes) -> tuple[int, ...]:
    """Give the codes of two bytes each of a string in brackets: kind "hex" or "string"."""
    raw = bytes.fromhex(value[1:-1].decode()) if kind == "hex" else unescape(value[1:-1])
    return tuple(raw[at] << 8 | raw[at + 1] for at in range(0, len(raw) - 1, 2))


def parts_of(shown: bytes) -> Iterator[tuple[int, ...] | float]:
    """Give the codes and shifts of a string or of what stands between the brackets of an array."""
    for token in _PART.finditer(shown):
        kind, value = token.lastgroup or "", token.group()
        yield float(value) if kind == "number" else codes_of(kind, value)


@lru_cache(maxsize=4096)
def letters_of(value: bytes) -> str:
    """Give the text of an ActualText in its brackets, <hex> or (plain), without what only holds words together."""
    raw = bytes.fromhex(value[1:-1].decode()) if value[:1] == b"<" else unescape(value[1:-1])
    text = raw[2:].decode("utf-16-be", errors="replace") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")
    return text.replace(WORD_JOINER, "")


def unescape(raw: bytes) -> bytes:
    """Give the bytes that a string between round brackets stands for."""
    if b"\\" not in raw:
        return raw

    def plain(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return bytes([int(found[1], 8) & 255])
        return _ESCAPED.get(found[2], found[2]) if found[2] else b""

    return _ESCAPE.sub(plain, raw)
