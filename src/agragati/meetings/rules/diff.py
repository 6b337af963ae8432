"""What an amendment changes: two wordings side by side, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOST_WORDS = 2000


@dataclass(frozen=True)
class Piece:
    """A stretch of words that both wordings have ("same"), or only the old ("gone") or the new one ("new")."""

    kind: Literal["same", "gone", "new"]
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """The pieces of both wordings in reading order; "same" and "gone" together are the old text."""
    old, new = (re.findall(r"\S+", text)[:MOST_WORDS] for text in (before, after))
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", " ".join(old[a:b])))
            continue
        if a < b:
            pieces.append(Piece("gone", " ".join(old[a:b])))
        if c < d:
            pieces.append(Piece("new", " ".join(new[c:d])))
    return pieces
