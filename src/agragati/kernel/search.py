"""Finding words in Bangla text: spellings folded, endings tolerated, Latin queries heard.

`matches` answers for one text (an autocomplete, a table on screen, a check after the index). An index keeps
`stem(token)` of every token, and `phonetic.bangla_to_latin_keys`, as its own columns.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agragati.kernel import phonetic
from agragati.kernel.spelling import fold_letters
from agragati.kernel.text import normalise, search_key, tokens

# Endings of nouns and pronouns, longest first once folded; several may stand one after another.
ENDINGS = """
    গুলোকে গুলোর গুলোতে গুলোয় গুলো গুলির গুলিতে গুলিকে গুলি সমূহের সমূহকে সমূহে সমূহ বৃন্দের বৃন্দকে বৃন্দ
    গণের গণকে গণ দেরকে দের দিগকে দিগের মণ্ডলীর মণ্ডলী টির টিকে টিতে টি টার টাকে টায় টা খানা খানি খানির টুকু
    য়ের য়েও য়ে েরও ের েই েও ে এর কে তে রা র য় ও ই
"""
_WRITTEN_ENDINGS = tuple(normalise(e) for e in ENDINGS.split())
_ENDINGS = sorted({fold_letters(e) for e in _WRITTEN_ENDINGS}, key=len, reverse=True)

# Words that only look as if they ended so; they keep their form (with further endings behind them).
WHOLE_WORDS = """
    তাদের আমাদের তাহাদের এদের যাদের কাদের তোমাদের আপনাদের নিজেদের
    সরকার সেমিনার ব্যবহার বিচার প্রচার আচার সংস্কার পুরস্কার অধিকার আবিষ্কার প্রতিকার অঙ্গীকার সম্প্রচার
    সাক্ষাৎকার বাজার হাজার আকার প্রকার উদ্ধার বিস্তার প্রসার সভাপতি অফিসার কম্পিউটার রেজিস্টার মাস্টার
    ডাক্তার চার্টার সফটওয়্যার পরিবার সমবায় উপায় সহায় অধ্যায় সম্প্রদায় বিদায় আদায় পর্যায় অভিপ্রায়
    ব্যয় পরে আগে মধ্যে কমিটি ছুটি ত্রুটি কোটি ঘণ্টা জুলাই যাচাই বাছাই ভর্তি শহর নগর ঘর দপ্তর অধিদপ্তর
    পরিদপ্তর স্বাক্ষর উত্তর নম্বর বছর পাহাড় সদর বন্দর খবর মন্দির শরীর প্রাচীর কার্যকর নির্ভর স্তর পত্র
    কেন্দ্র যন্ত্র মাত্র চিত্র সূত্র ক্ষেত্র এলাকা টাকা শাখা রেজিস্ট্রার ঠিকাদার দায়িত্ব গণ বিজ্ঞপ্তি হাওর
    জোয়ার ভাণ্ডার সমাচার কারিগর প্রধান সেক্টর পোস্টার ক্যালেন্ডার ব্যানার সার্ভার নভেম্বর ডিসেম্বর
    সেপ্টেম্বর অক্টোবর ফ্লোর ডিরেক্টর ইন্সট্রাক্টর জাদুঘর সাগর ডিজি ইউনিট গেজেট বাজেট টিকেট
"""
_WHOLE = {search_key(w) for w in WHOLE_WORDS.split()}
_LETTER = re.compile("[অ-হ]")
_SIGN_END = re.compile("[\u09be-\u09cc]$")
_VOWEL_END = re.compile("[\u09be-\u09ccঅ-ঔ]$")
LEAST_LETTERS = 2


@lru_cache(maxsize=65536)
def stems(token: str) -> tuple[str, ...]:
    """The key of one word and what is left of it after each ending, longest first."""
    key = search_key(token)
    found = [key]
    while key not in _WHOLE and (shorter := _without_ending(key)):
        key = shorter
        found.append(key)
    return tuple(found)


def stem(token: str) -> str:
    """The shortest sensible form of one word, for an index: কার্যালয়সমূহের → the key of কার্যালয়.

    At least two letters stay; words of the table stay whole. A Latin word only loses its case.
    """
    return stems(token)[-1]


def _without_ending(key: str) -> str:
    """The key less one ending, or nothing when too little would stay; a word of the table wins."""
    cuts = [(key[: -len(ending)], ending) for ending in _ENDINGS if key.endswith(ending)]
    for rest, _ in cuts:
        if rest in _WHOLE:
            return rest
    for rest, ending in cuts:
        least = 2 if ending[0] == "য" else 3  # বই‑য়ের
        if len(rest) >= least and len(_LETTER.findall(rest)) >= LEAST_LETTERS and _can_end(rest, ending):
            return rest
    return ""


def _can_end(rest: str, ending: str) -> bool:
    """What an ending may follow: খবর keeps its র, কার্যালয়ে its য়, and ‑এর has no vowel sign before it."""
    if ending in ("র", "ই", "ও"):
        return bool(_SIGN_END.search(rest))
    if ending[0] == "য":  # the glide of ‑য়, ‑য়ে, ‑য়ের
        return bool(_VOWEL_END.search(rest))
    return ending[0] != "\u09c7" or not _SIGN_END.search(rest)


def matches(query: str, text: str) -> bool:
    """Whether every word of the query is in the text: by key, by stem, as the start of a word, or by sound.

    A word of the query in Latin letters also finds the Bangla word it sounds like. An empty query matches.
    """
    wanted = tokens(query)
    if not wanted:
        return True
    words = _words(text)
    return all(any(_is_found(asked, key, word) for key, word in words) for asked in wanted)


def _words(text: str) -> list[tuple[str, str]]:
    """(key, word as written) for each word; a key of several words joined by the tables stands once more."""
    written = re.findall(r"[^\W_]+(?:[\u0980-\u09ff\u200c\u200d]*)", _bridge(normalise(text)))
    pairs = [(search_key(word), word) for word in written]
    return pairs + [(key, key) for key in tokens(text)]


def _bridge(s: str) -> str:
    return re.sub("[^\\w\u0980-\u09ff\u200c\u200d]+", " ", s)


def _is_found(asked: str, key: str, word: str) -> bool:
    if key == asked:
        return True
    if asked.isascii():
        if asked.isalpha() and not key.isascii():
            return any(phonetic.sounds_like(asked, form) for form in _forms(word))
        return len(asked) >= 3 and key.startswith(asked)
    if len(_LETTER.findall(asked)) >= LEAST_LETTERS and key.startswith(asked):
        return True
    return not set(stems(asked)).isdisjoint(stems(key))


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, ...]:
    """A written word with and without its endings, still spelled as written (sounds need the spelling)."""
    forms = [word]
    for ending in _WRITTEN_ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(_LETTER.findall(rest)) >= LEAST_LETTERS:
            forms.append(rest)
    return tuple(forms)
