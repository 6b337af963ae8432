"""Search keys of offices and people: how a name is stored so that it is found."""

from __future__ import annotations

import re
from functools import lru_cache

from agragati.kernel.text import search_key

_BREAK = re.compile(r",\s+")


def words_key(*parts: str) -> str:
    """All words of the names, folded, each after a space: a query word then matches at its beginning."""
    words = " ".join(_folded(piece) for part in parts if part for piece in _BREAK.split(part))
    return f" {words}" if words.strip() else ""


@lru_cache(maxsize=20_000)
def _folded(piece: str) -> str:
    """Names of offices share their pieces ("উপজেলা … কার্যালয়", "পবা"), so each is folded once."""
    if piece.isascii() and "," not in piece:
        return " ".join(re.findall("[a-z0-9]+", piece.lower()))
    return search_key(piece)
