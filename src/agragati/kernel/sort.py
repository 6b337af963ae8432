"""Bangla dictionary order, as in the Bangla Academy's dictionaries.

Letters: vowels অ–ঔ, then ং ঃ ঁ, then consonants ক–হ, with ড় after ড, ঢ় after ঢ, য় after য and ৎ after ত.
After one consonant: no sign, then the signs in the order of their vowels (া ি ী …), then conjuncts, so that
ক < কং < কাজ < কৌশল < ক্রয়. Digits come first by their value as text, Latin letters last.
"""

from __future__ import annotations

import re
import unicodedata

from agragati.kernel.digits import to_latin
from agragati.kernel.text import normalise

_VOWELS = "অআইঈউঊঋএঐওঔ"
_SIGNS = "\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09cb\u09cc"
_CONSONANT_ORDER = "ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ট ঠ ড ড় ঢ ঢ় ণ ত ৎ থ দ ধ ন প ফ ব ভ ম য য় র ল শ ষ স হ"
_CONSONANTS = unicodedata.normalize("NFC", _CONSONANT_ORDER).split()
_HASANTA = "\u09cd"

# One number per piece of writing. The gaps are by meaning: a lower number sorts first.
_SPACE, _DIGIT, _VOWEL, _MARK, _CONSONANT, _SIGN, _CONJUNCT, _OTHER = 0, 10, 30, 50, 60, 110, 130, 140
_WEIGHTS: dict[str, int] = {
    " ": _SPACE,
    **{d: _DIGIT + i for i, d in enumerate("0123456789")},
    **{v: _VOWEL + i for i, v in enumerate(_VOWELS)},
    **{m: _MARK + i for i, m in enumerate("\u0982\u0983\u0981")},
    **{c: _CONSONANT + i for i, c in enumerate(_CONSONANTS)},
    **{s: _SIGN + i for i, s in enumerate(_SIGNS)},
    _HASANTA: _CONJUNCT,
}
_PIECE = re.compile("[ডঢয]\u09bc|.", re.DOTALL)


def sort_key(s: str) -> tuple[tuple[int, ...], str]:
    """The key to sort Bangla text by: `sorted(names, key=sort_key)`. Equal letters keep a stable order.

    Punctuation and joiners count only between words, as one space.
    """
    return tuple(_weight(piece) for piece in _pieces(s)), normalise(s)


def sort_text(s: str) -> str:
    """The same order as a string that sorts by code point: for a database column with COLLATE "C"."""
    return "".join(
        chr(0x30 + weight) if weight < _OTHER else "\u0200" + piece[0]
        for piece in _pieces(s)
        for weight in (_weight(piece),)
    )


def _pieces(s: str) -> list[str]:
    """Letters (with their nukta), signs, digits and single spaces, in lower case."""
    shown = to_latin(normalise(s)).replace("\u200c", "").replace("\u200d", "")
    return _PIECE.findall(re.sub(r"[^\w\u0980-\u09ff]+", " ", shown).casefold().strip())


def _weight(piece: str) -> int:
    return _WEIGHTS.get(piece, _OTHER + ord(piece[0]))
