"""Names as they sound: মোঃ রফিকুল ইসলাম, মোহাম্মদ রফিক-উল ইসলাম and মুহাম্মদ রফিকুল ইছলাম are one person's.

The key keeps the consonants of each word, folded as speech folds them, and only a first vowel; the vowels
after it differ from paper to paper. A key proposes; a person decides (names are matched to posts by id).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from agragati.kernel.text import search_key

# Words of names written in many ways → one spelling. Compared as search keys.
SAME_NAME: dict[str, str] = {
    variant: name
    for name, variants in {
        "মোহাম্মদ": "মোঃ মো মোহাম্মাদ মুহাম্মদ মুহাম্মাদ মোহাঃ মুহাঃ মোহা মুহা মু মহম্মদ মোহাম্মেদ মুহম্মদ Md Mohammad Muhammad",
        "মোসাম্মৎ": "মোসাঃ মোসা মোছাঃ মোছা মোসাম্মত মোছাম্মৎ মোছাম্মত মুসাম্মৎ মোসাঃ",
        "আবদুল": "আঃ আব্দুল আবদুর আব্দুর আবদুস আব্দুস আবদুজ আবদুন আব্দুন আবদ আব্দ",
        "আহমদ": "আহমেদ আহাম্মদ আহাম্মেদ আহম্মদ আহম্মেদ আহমাদ",
        "হোসেন": "হোসাইন হুসাইন হুসেন হোসায়েন হোছাইন হোছেন",
        "চৌধুরী": "চৌধুরি চৌঃ চৌধুরানী",
        "সৈয়দ": "সৈয়্যদ সাইয়েদ সায়েদ",
        "শেখ": "শেইখ শায়খ শাইখ",
        "শ্রী": "শ্রীমতী শ্রীমান",
    }.items()
    for variant in [*variants.split(), name]
}
# Words before a name that say nothing about who it is.
TITLES = """
    জনাব বেগম ড ডঃ ডাঃ ডা ডক্টর প্রফেসর অধ্যাপক ইঞ্জিনিয়ার প্রকৌশলী ইঞ্জি কৃষিবিদ অ্যাডভোকেট মিসেস মিস মি
    হাজী আলহাজ্ব আলহাজ mr mrs ms dr
"""
_SAME = {search_key(variant): search_key(name) for variant, name in SAME_NAME.items()}
_TITLES = {search_key(t) for t in TITLES.split()}
_WEAK = {search_key(n): 0.25 for n in ("মোহাম্মদ", "মোসাম্মৎ", "শ্রী", "আবদুল")}

_FIRST_VOWEL = {**dict.fromkeys("অআ", "অ"), **dict.fromkeys("ইএঐ", "ই"), **dict.fromkeys("উওঔ", "উ")}
_SOUND = {
    **dict.fromkeys("শষসছ", "স"),
    **dict.fromkeys("নঞ", "ন"),
    **dict.fromkeys("জযঝ", "জ"),
    **dict.fromkeys("ডঢ", "ড"),
    **dict.fromkeys("ফপ", "ফ"),
    "ং": "ন",
    "খ": "খ",
}


@lru_cache(maxsize=65536)
def _word_key(word: str) -> str:
    """One word (a search key) as its first vowel and its consonants, doubled ones once, a last h dropped."""
    first = _FIRST_VOWEL.get(word[:1], "")
    # After a vowel the key's য is the glide of য়, unheard; as a first letter it is জ.
    heard = (_SOUND.get(c, c) for i, c in enumerate(word) if ("ক" <= c <= "হ" or c in "ং") and not (i and c == "য"))
    consonants = re.sub(r"(.)\1+", r"\1", "".join(heard))
    bare = re.sub("(?<=.)হ$", "", consonants)
    return first + bare or word


def sound_key(name: str) -> str:
    """The sound of a name: its words as sounds, titles left out, মোঃ and its like as one word.

    Equal keys mean the names may be one; an empty key means nothing was said.
    """
    return " ".join(_word_key(w) for w in _name_words(name))


def _name_words(name: str) -> list[str]:
    """The words of a name as search keys, spelled one way; titles go unless nothing else is there."""
    words = [_SAME.get(w, w) for w in search_key(name).split()]
    return [w for w in words if w not in _TITLES] or words


def same_person(a: str, b: str) -> float:
    """How likely two names are one person's, 0 to 1, for sorting proposals; 0.85 and more is worth asking.

    Words are paired by likeness whatever their order; words only one name has cost, common first words less.
    """
    ours, theirs = _name_words(a), _name_words(b)
    if not ours or not theirs:
        return 0.0
    pairs = sorted(
        ((_likeness(x, y), i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs)),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2])),
    )
    used_ours, used_theirs, agreed = set[int](), set[int](), 0.0
    for likeness, i, j in pairs:
        if i not in used_ours and j not in used_theirs:
            used_ours.add(i)
            used_theirs.add(j)
            agreed += likeness * (_weight(ours[i]) + _weight(theirs[j]))
    return agreed / sum(map(_weight, ours + theirs))


def _weight(word: str) -> float:
    return _WEAK.get(word, 1.0)


@lru_cache(maxsize=65536)
def _likeness(a: str, b: str) -> float:
    """Likeness of two words of names: same sound counts most; below two thirds it counts nothing."""
    if a == b:
        return 1.0
    if _word_key(a)[0] != _word_key(b)[0]:
        return 0.0  # রহিম is not করিম
    sounds = SequenceMatcher(None, _word_key(a), _word_key(b), autojunk=False).ratio()
    letters = SequenceMatcher(None, a, b, autojunk=False).ratio()
    likeness = 0.65 * sounds + 0.35 * letters
    return likeness if likeness >= 2 / 3 else 0.0
