"""Legacy Bijoy (SutonnyMJ) text ↔ Unicode Bangla: what papers, imports and offices that still need it call.

Documents are mixed: a Bijoy line holds English words, numbers and e-mail addresses, an English line a Bijoy
name. So each line is judged first, then each word in it with the line as context.
"""

from __future__ import annotations

import re

from agragati.kernel.bijoy_detect import UNTOUCHED, WORD, line_odds, probability, word_odds
from agragati.kernel.bijoy_glyphs import decode, encode

# How much the line and the two words beside it count in judging a word, in log odds.
_LINE_LEAN = 2.0
_BESIDE = 0.3
_LINES = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")


def looks_like_bijoy(text: str) -> float:
    """The probability (0 to 1) that a text is mostly Bijoy: the share of its characters in lines that are.

    Unicode Bangla, numbers, addresses and empty text give 0.
    """
    weight = found = 0.0
    for line in text.splitlines():
        size = sum(len(m[0]) for m in WORD.finditer(UNTOUCHED.sub(" ", line)))
        weight += size
        found += size * probability(line_odds(line))
    return found / weight if weight else 0.0


def to_unicode(text: str, *, detect: bool = True) -> str:
    """Unicode (NFC) for Bijoy text; spaces and line ends stay as they are.

    With `detect` only what looks like Bijoy changes: English words, addresses and Unicode Bangla stay, and
    digits become Bangla digits only in Bijoy lines. Without it every character is taken as a glyph: for text
    known to be set in a Bijoy font, where it is exact.
    """
    if not detect:
        return decode(text)
    return "".join(_read_line(m[1]) + m[2] for m in _LINES.finditer(text))


def to_bijoy(text: str) -> str:
    """Bijoy glyphs (Windows-1252 characters) for Bangla Unicode; Latin text stays and needs a Latin font.

    `to_unicode(to_bijoy(s), detect=False)` gives back normalised Bangla text.
    """
    return encode(text)


def _read_line(line: str) -> str:
    """One line, its untouchable parts left out."""
    odds = line_odds(line)
    out: list[str] = []
    at = 0
    for kept in UNTOUCHED.finditer(line):
        out += [_read_part(line[at : kept.start()], bijoy=odds > 0), kept[0]]
        at = kept.end()
    return "".join([*out, _read_part(line[at:], bijoy=odds > 0)])


def _read_part(part: str, *, bijoy: bool) -> str:
    """One stretch without addresses: each word judged with its line and the words beside it."""
    words = list(WORD.finditer(part))
    verdicts = _judge([word_odds(w[0]) for w in words], bijoy=bijoy)
    out: list[str] = []
    at = 0
    before = bijoy
    for word, verdict in zip(words, verdicts, strict=True):
        gap = part[at : word.start()]
        out += [
            decode(gap) if bijoy or (before and verdict) else gap,
            decode(word[0]) if verdict else word[0],
        ]
        at, before = word.end(), verdict
    return "".join([*out, decode(part[at:]) if bijoy else part[at:]])


def _judge(odds: list[float], *, bijoy: bool) -> list[bool]:
    lean = _LINE_LEAN if bijoy else -_LINE_LEAN
    beside = [0.0, *odds, 0.0]
    return [o + lean + _BESIDE * (beside[i] + beside[i + 2]) > 0 for i, o in enumerate(odds)]
