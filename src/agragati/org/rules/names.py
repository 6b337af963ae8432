"""Search keys of offices and people: how a name is stored so that it is found."""

from __future__ import annotations

import re
from functools import lru_cache

from agragati.kernel.phonetic import bangla_to_latin_keys, latin_key
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


def sounds_key(*names: str) -> str:
    """Every word of the names by sound, each after a space: found by Latin letters in whatever spelling."""
    words = dict.fromkeys(key for name in names for word in _folded_words(name) for key in _sounds(word))
    return f" {' '.join(words)}" if words else ""


def sound_of(word: str) -> str:
    """The sound of one word of a query in Latin letters; "" for a word without consonants or in another script."""
    return latin_key(word) if word.isascii() and word.isalpha() else ""


def _folded_words(name: str) -> list[str]:
    return [word for piece in _BREAK.split(name) for word in piece.split()]


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> tuple[str, ...]:
    plain = word.strip("(),.-")
    if not plain or any(letter.isdigit() for letter in plain):
        return ()
    keys = [latin_key(plain.lower())] if plain.isascii() else sorted(bangla_to_latin_keys(plain))[:4]
    return tuple(key for key in keys if key)


def own_topic(words: str) -> str:
    """The topic of a duty that is told in one's own words: the same words, however spaced, are the same topic."""
    key = search_key(words)[:70]
    return f"own:{key}" if key else ""
