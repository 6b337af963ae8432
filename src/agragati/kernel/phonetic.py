"""Bangla words asked for in Latin letters, in whatever spelling: "somonnoy" and "samannay" find সমন্বয়.

No transliteration scheme is assumed. A word becomes a row of consonants with the vowels between them.
Consonants fold into classes (kh = k, sh = s, v = bh = b, z = j) and must agree, after the few ways in which a
conjunct is heard (ক্ষ as kh or ks, জ্ঞ as gg or jn, ব-ফলা heard or not). Vowels only cost: each slot is
compared with small penalties, and the sum must stay within what the length of the word allows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from agragati.kernel.text import normalise

Slots = tuple[str, ...]  # vowels, consonant, vowels, consonant, …, vowels
MOST_READINGS = 32

_CLASS = {
    **dict.fromkeys("কখ", "k"),
    **dict.fromkeys("গঘ", "g"),
    **dict.fromkeys("চছ", "c"),
    **dict.fromkeys("জঝয", "j"),
    **dict.fromkeys("টঠতথৎ", "t"),
    **dict.fromkeys("ডঢদধ", "d"),
    **dict.fromkeys("ঙঞণন", "n"),
    **dict.fromkeys("বভ", "b"),
    **dict.fromkeys("শষস", "s"),
    "প": "p",
    "ফ": "f",
    "ম": "m",
    "র": "r",
    "ল": "l",
    "হ": "h",
    "ং": "n",
}
# Vowels as heard: O is the unwritten vowel after a consonant, E the vowel of ্যা.
_VOWEL = {
    "অ": "O",
    "আ": "a",
    "ই": "i",
    "ঈ": "i",
    "উ": "u",
    "ঊ": "u",
    "ঋ": "ri",
    "এ": "e",
    "ঐ": "oi",
    "ও": "o",
    "ঔ": "ou",
    "\u09be": "a",
    "\u09bf": "i",
    "\u09c0": "i",
    "\u09c1": "u",
    "\u09c2": "u",
    "\u09c3": "ri",
    "\u09c7": "e",
    "\u09c8": "oi",
    "\u09cb": "o",
    "\u09cc": "ou",
}
# Conjuncts heard in more than one way: written → readings as consonant classes.
_CONJUNCTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ক্ষ্ম", ("k", "km", "ksm")),
    ("ক্ষ্ণ", ("kn", "ksn")),
    ("ক্ষ", ("k", "ks")),
    ("জ্ঞ", ("g", "jn", "gn")),
    ("ঙ্গ", ("ng", "n")),
    ("ঙ্ক", ("nk", "ngk")),
    ("ংহ", ("ng", "ngh", "nh")),
    ("ং", ("ng", "n")),
    ("ঙ", ("ng", "n")),
    ("ঞ্চ", ("nc",)),
    ("স্ম", ("sm", "s")),
    ("শ্ম", ("sm", "s")),
    ("ষ্ম", ("sm", "s")),
    ("ত্ম", ("tm", "t")),
    ("দ্ম", ("dm", "d")),
    ("হ্ম", ("hm", "mh", "m")),
    ("হ্ন", ("hn", "nh", "n")),
    ("হ্ণ", ("hn", "nh", "n")),
    ("হ্ব", ("hb", "b", "h", "ub")),
    ("ম্ব", ("mb",)),
    ("দ্ভ", ("db",)),
    ("ম্ভ", ("mb",)),
)
_CONJUNCT_AT = re.compile("|".join(written for written, _ in _CONJUNCTS))
_READINGS = dict(_CONJUNCTS)

# Cost of hearing a Bangla vowel (first) as a Latin one (second); pairs not listed cost 1.
_COST = {
    "Oo": 0.0,
    "Oa": 0.15,
    "Ou": 0.6,
    "Oe": 0.8,
    "Oi": 0.8,
    "aa": 0.0,
    "ao": 0.5,
    "ae": 0.6,
    "Ea": 0.0,
    "Ee": 0.1,
    "Eo": 0.6,
    "ii": 0.0,
    "ie": 0.3,
    "uu": 0.0,
    "uo": 0.3,
    "ee": 0.0,
    "ei": 0.3,
    "ea": 0.4,
    "oo": 0.0,
    "ou": 0.3,
    "oa": 0.4,
}
_UNHEARD = {"O": 0.0}  # a Bangla vowel left out in Latin; others cost 0.7
_EXTRA = {"o": 0.25, "a": 0.4}  # a Latin vowel with nothing in Bangla; others cost 0.6

_DIGRAPHS = (
    ("chh", "c"),
    ("ksh", "ks"),
    ("ch", "c"),
    ("sh", "s"),
    ("kh", "k"),
    ("gh", "g"),
    ("jh", "j"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("bh", "b"),
    ("rh", "r"),
    ("ck", "k"),
    ("ee", "i"),
    ("oo", "u"),
)
# English spellings of words and places in official Bangla that no rule of sound reaches → as they are heard.
_ENGLISH = """
    budget=bajet digital=dijital sylhet=silet mymensingh=moymonsing chittagong=chottogram comilla=kumilla
    jessore=joshor bogra=bogura dacca=dhaka office=ofis service=sarbhis notice=notish website=oebsait
    online=onlain file=fail police=pulish project=projekt report=riport meeting=miting college=kolej
    officer=ofisar director=direktor training=trening workshop=oarkshop showcasing=shokesing
    innovation=inobheshon governance=gobhornans database=databes portal=portal software=softoar
    mobile=mobail phone=fon email=imel register=rejistar scheme=skim charter=chartar union=iunion
"""
ENGLISH_SPELLINGS: dict[str, str] = dict(pair.split("=") for pair in _ENGLISH.split())
_LATIN = str.maketrans({"q": "k", "c": "k", "z": "j", "v": "b", "x": "ks"})


@lru_cache(maxsize=4096)
def latin_slots(word: str) -> Slots:
    """A Latin spelling as vowels and consonant classes in turn; anything but a-z is left out."""
    s = re.sub("[^a-z]", "", word.lower())
    s = ENGLISH_SPELLINGS.get(s, s)
    s = re.sub("^y(?=[aeiou])", "j", s)
    for spelled, heard in _DIGRAPHS:
        s = s.replace(spelled, heard.upper() if heard == "c" else heard)
    s = s.translate(_LATIN).replace("C", "c")
    s = re.sub("(?<=[aeiou])[yw]+|[yw]+(?=[aeiou])|w", "", s).replace("y", "i")
    return _slots(s)


def _slots(heard: str) -> Slots:
    """Runs of one consonant without a vowel between them are one; a last h is not heard."""
    heard = re.sub(r"([^aeiouOE])\1+", r"\1", heard)
    heard = re.sub(r"(?<=[aeiouOE])hO?$", "", heard)
    parts = re.split(r"([^aeiouOE])", heard)
    return tuple(parts)


@lru_cache(maxsize=65536)
def bangla_readings(word: str) -> tuple[Slots, ...]:
    """Every way a Bangla word is heard, as slots; at most `MOST_READINGS`."""
    s = normalise(word)
    s = re.sub("[^\u0980-\u09ff]|[\u0981\u0983]", "", s)
    s = s.replace("\u09dc", "র").replace("ড\u09bc", "র").replace("ঢ\u09bc", "র").replace("য\u09bc", "Y")
    parts: list[tuple[str, ...]] = []
    at = 0
    for match in _CONJUNCT_AT.finditer(s):
        parts += [*_plain(s[at : match.start()]), _READINGS[match[0]]]
        at = match.end()
        if s[at : at + 1] not in _AFTER_CONSONANT and match[0] != "ং":
            parts.append(("O",))
    parts += _plain(s[at:])
    readings: dict[Slots, None] = {}
    for choice in product(*_limited(parts)):
        readings[_slots("".join(choice))] = None
    return tuple(readings)


_HASANTA = "\u09cd"
_AFTER_CONSONANT = {*"\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09cb\u09cc", _HASANTA}


def _plain(s: str) -> list[tuple[str, ...]]:
    """The readings of letters outside the listed conjuncts, one tuple for each letter."""
    parts: list[tuple[str, ...]] = []
    for i, c in enumerate(s):
        before, after = s[i - 1 : i] if i else "", s[i + 1 : i + 2]
        if c in _CLASS:
            joined = before == _HASANTA
            if c == "য" and joined and s[i - 2 : i - 1] != "র":
                parts.append(("E",) if after == "\u09be" else ("",) if after in _AFTER_CONSONANT else ("O",))
                continue
            parts.append(("", "b") if c == "ব" and joined and s[i - 2 : i - 1] != "র" else (_CLASS[c],))
            if (after not in _AFTER_CONSONANT or not after) and c not in "ৎ":
                parts.append(("O",))
        elif c == "Y":
            parts.append(("",) if after in _AFTER_CONSONANT else ("O",))
        elif c == "\u09be" and before == "য" and s[i - 2 : i - 1] == _HASANTA and s[i - 3 : i - 2] != "র":
            continue  # ্যা was read with the য
        else:
            parts.append((_VOWEL.get(c, ""),))
    return parts


def _limited(parts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The first choices only, once there are too many ways to hear a word."""
    ways = 1
    limited: list[tuple[str, ...]] = []
    for part in parts:
        kept = part if ways * len(part) <= MOST_READINGS else part[:1]
        ways *= len(kept)
        limited.append(kept)
    return limited


def latin_key(word: str) -> str:
    """The consonants of a Latin spelling as one string, to look up among `bangla_to_latin_keys`."""
    return _key(latin_slots(word))


def bangla_to_latin_keys(word: str) -> frozenset[str]:
    """The consonant strings under which a Bangla word can be asked for; store them beside the word."""
    return frozenset(_key(slots) for slots in bangla_readings(word))


def _key(slots: Slots) -> str:
    return ("a" if slots[0] else "") + "".join(slots[1::2])


def distance(latin: str, bangla: str) -> float:
    """How far a Latin spelling is from a Bangla word: 0 is a plain spelling, infinity other consonants."""
    asked = latin_slots(latin)
    best = float("inf")
    for heard in bangla_readings(bangla):
        if heard[1::2] == asked[1::2]:
            best = min(best, sum(_vowel_cost(b, a) for b, a in zip(heard[::2], asked[::2], strict=True)))
    return best


@lru_cache(maxsize=4096)
def _vowel_cost(bangla: str, latin: str) -> float:
    """The cheapest way to hear one run of Bangla vowels as a run of Latin ones."""
    if not bangla:
        return sum(_EXTRA.get(vowel, 0.6) for vowel in latin)
    unheard = _UNHEARD.get(bangla[0], 0.7) + _vowel_cost(bangla[1:], latin)
    if not latin:
        return unheard
    extra = _EXTRA.get(latin[0], 0.6) + _vowel_cost(bangla, latin[1:])
    same = _COST.get(bangla[0] + latin[0], 1.0) + _vowel_cost(bangla[1:], latin[1:])
    return min(unheard, extra, same)


def sounds_like(latin: str, bangla: str) -> bool:
    """Whether a Latin spelling means a Bangla word: short words must fit closely, long ones may stray."""
    if not re.search("[a-z]", latin.lower()):
        return False
    consonants = len(latin_key(latin).lstrip("a"))
    return distance(latin, bangla) <= 0.33 + 0.1 * max(0, consonants - 1)
