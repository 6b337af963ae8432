"""Bangla text: the form in which it is stored, the key under which it is found, the short form for SMS.

Stored form: Unicode NFC. NFC writes য় ড় ঢ় as letter + nukta (U+09AF U+09BC …), never as U+09DF U+09DC U+09DD:
these three are composition exclusions, so the decomposed form is the only one that databases, browsers and
other libraries leave alone when they normalise. `precompose` makes the single code points for SMS, where
each costs a UCS-2 unit; its result is for sending, never for storing.

The stored text keeps what the person wrote; only the key folds spellings (`spelling.py`, domain notes §5.4).
The rules in prose with worked examples: docs/algorithms/bangla-text.md.
"""

from __future__ import annotations

import re
import unicodedata

from agragati.kernel.digits import to_latin
from agragati.kernel.spelling import fold_letters, fold_words

NUKTA, HASANTA, VISARGA, ZWNJ, ZWJ = "\u09bc", "\u09cd", "\u0983", "\u200c", "\u200d"
LETTER = r"\u0985-\u09b9\u09ce\u09dc-\u09e1\u09f0\u09f1"
SIGN = r"\u0981-\u0983\u09bc\u09be-\u09cd\u09d7"
DIGIT = r"\u09e6-\u09ef"
KAR = r"\u09be-\u09cc\u09d7"
BANGLA_WORD = LETTER + SIGN

# Control characters (tab and newline stay), halves of broken surrogate pairs, byte order mark, zero-width
# space, soft hyphen, word joiner, direction marks: nothing a reader sees, and PostgreSQL refuses U+0000.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff"
    "\ufeff\u200b\u00ad\u2060\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_AROUND_BREAK = re.compile(" *([\t\n]) *")

# Words written with a colon where a visarga belongs; a colon after any other word stays a colon ("বিষয়:").
_VISARGA_STEMS = "ইত|দু|নি|পুন|অত|স্বত|স্বতঃ|অন্ত|প্রাত|অধ|বহি|মন|চতু|আন্ত|শির|তেজ|বয়"

# (pattern, replacement), applied in this order until nothing changes.
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (f"([{KAR}]+)({NUKTA})", r"\2\1"),  # nukta typed after the vowel sign
        (f"ব{NUKTA}", "র"),  # older keyboards and OCR
        (f"{NUKTA}{{2,}}", NUKTA),
        (f"(?<![ডঢযজব]){NUKTA}", ""),  # nukta on a letter that never carries it (জ় writes a foreign z)
        (f"ত{HASANTA}{ZWJ}", "ৎ"),  # khanda ta before Unicode 4.1
        (f"র(?:{ZWNJ}{HASANTA}|{HASANTA}{ZWJ}|{ZWJ}{HASANTA}{ZWJ})য", f"র{ZWJ}{HASANTA}য"),
        (f"(?<!র){ZWJ}|{ZWJ}(?!{HASANTA}য)", ""),  # joiner only in র‍্য
        (f"(?<!{HASANTA}){ZWNJ}|{ZWNJ}(?![ক-হ])", ""),  # non-joiner only inside a word after hasanta
        (f"{HASANTA}{{2,}}", HASANTA),
        (f"{HASANTA}(?=[{KAR}])", ""),  # a vowel sign ends the hasanta
        ("\u09be\u09c7", "\u09cb"),  # া + ে, typed in the order of the eye
        ("\u09d7\u09c7", "\u09cc"),
        ("অ\u09be", "আ"),
        (f"([{KAR}\u0981\u0982\u0983])\\1+", r"\1"),  # the same sign twice
        ("\u09f7", "\u0964"),  # currency numerator four used as danda
        (f"(?<=[{DIGIT}0-9]){VISARGA}|(?<![{LETTER}{SIGN}{DIGIT}0-9]){VISARGA}", ":"),
        (f"(?<![{LETTER}{SIGN}])({_VISARGA_STEMS}):(?=[{LETTER}])", rf"\1{VISARGA}"),
        (f"(?<=[{LETTER}{SIGN}])[`\u00b4\u02bc\u2018\u201b](?=[{LETTER}])", "\u2019"),
        ("\u2018\u2018|``", "\u201c"),
        ("\u2019\u2019|\u00b4\u00b4", "\u201d"),
    )
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{2})")
_BAR = re.compile(f"(?<=[{LETTER}{SIGN}{DIGIT})]) ?\\|(?= |\t|$)")
_PRECOMPOSED = (("\u09af\u09bc", "\u09df"), ("\u09a1\u09bc", "\u09dc"), ("\u09a2\u09bc", "\u09dd"))


def normalise(s: str) -> str:
    """Text in the one stored form: NFC, one nukta form, single spaces, no unseen characters, trimmed.

    Tabs and line ends stay (tables and paragraphs need them). Spelling stays as written. The law
    `normalise(normalise(s)) == normalise(s)` holds for every string.
    """
    s = _UNSEEN.sub("", _LINE_ENDS.sub("\n", s))
    while True:
        before = s
        s = unicodedata.normalize("NFC", _SPACES.sub(" ", s))
        for pattern, replacement in _RULES:
            s = pattern.sub(replacement, s)
        s = _AROUND_BREAK.sub(r"\1", s).strip()
        if "|" in s:
            s = "\n".join(_bars_to_danda(line) for line in s.split("\n"))
        if s == before:
            return s


def _bars_to_danda(line: str) -> str:
    """A bar closing a Bangla sentence is a danda read wrongly; two bars or a leading one make a table row."""
    if line.count("|") != 1 or line.startswith("|"):
        return line
    return _BAR.sub("\u0964", line)


def precompose(s: str) -> str:
    """The same text in the fewest UCS-2 units, for SMS: য় ড় ঢ় as one code point each. Never store it."""
    s = normalise(s)
    for pair, single in _PRECOMPOSED:
        s = s.replace(pair, single)
    return s


def search_key(s: str) -> str:
    """The key under which text is found: lower-case words with single spaces, spellings and digits folded.

    Both the stored column and the query go through it. Two spellings of one word give one key; the key is
    not for reading. `search_key(search_key(s)) == search_key(s)`.
    """
    key = s
    while True:
        before = key
        key = unicodedata.normalize("NFKD", to_latin(normalise(key)).casefold())
        key = _words_only(_THOUSANDS.sub("", normalise(_ACCENTS.sub("", key))))
        key = fold_words(fold_letters(key)).strip()
        if key == before:
            return key


def _words_only(s: str) -> str:
    """Everything that is neither letter, mark nor digit becomes one space."""
    return " ".join("".join(c if _is_word_part(c) else " " for c in s).split())


def _is_word_part(c: str) -> bool:
    return unicodedata.category(c)[0] in "LMN" or c in (ZWJ, ZWNJ)


def tokens(s: str) -> list[str]:
    """The words of a text as keys, in their order: what an index stores and a query asks for."""
    return search_key(s).split()
