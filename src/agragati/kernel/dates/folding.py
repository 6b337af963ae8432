"""One plain form of a text to read from, with the way back to the original characters."""

from __future__ import annotations

from dataclasses import dataclass

_DROPPED = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")  # invisible: joiners, soft hyphen, byte order mark
_SPLIT = {"\u09dc": "\u09a1\u09bc", "\u09dd": "\u09a2\u09bc", "\u09df": "\u09af\u09bc"}  # ড় ঢ় য়
_SIGNS = {ord(sign): "-" for sign in "‐‑‒–—−"} | {ord(sign): "'" for sign in "’‘`´ʼ"}
_SIGNS |= {ord(sign): " " for sign in "\u00a0\u2002\u2003\u2009\u202f"} | {0x2028: "\n", 0x0D: "\n"}
_SIGNS |= {ord("০") + value: str(value) for value in range(10)}
_SIGNS |= {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_JOINED = {("\u09c7", "\u09be"): "\u09cb", ("\u09c7", "\u09d7"): "\u09cc"}  # ে + া = ো, ে + ৗ = ৌ


@dataclass(frozen=True)
class Folded:
    """`text` has Latin digits and small Latin letters, decomposed nukta, "-" and "'" for their likes, no joiners.

    `starts[i]` and `ends[i]` tell which original characters the i-th folded one stands for.
    """

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the (start, end) in the original of a non-empty folded slice."""
        return self.starts[start], self.ends[end - 1]

    def before(self, at: int, length: int = 30) -> str:
        """Give the folded text that stands before a place."""
        return self.text[max(0, at - length) : at]

    def after(self, at: int, length: int = 30) -> str:
        """Give the folded text that stands after a place."""
        return self.text[at : at + length]


def fold(original: str) -> Folded:
    """Fold a text; the work is linear in its length."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, sign in enumerate(original):
        if sign in _DROPPED:
            continue
        if characters and (joined := _JOINED.get((characters[-1], sign))):
            characters[-1], ends[-1] = joined, at + 1
            continue
        for piece in _SPLIT.get(sign) or sign.translate(_SIGNS):
            characters.append(piece)
            starts.append(at)
            ends.append(at + 1)
    return Folded(original, "".join(characters), tuple(starts), tuple(ends))
