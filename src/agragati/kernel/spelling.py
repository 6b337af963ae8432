"""Spelling variants of official Bangla, as tables: what the search key folds (domain notes §5.4).

Letters are folded by rule (the pairs that writers mix up everywhere), then whole words by table. Only
keys are folded; stored text never is. Add a row here when an office spells a word in its own way.
"""

from __future__ import annotations

import re

# (pattern, replacement) on normalised text, in order. Hasanta goes last: the cluster rules need it.
_LETTER_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("[\u200c\u200d]", ""),
        ("\u09bc", ""),  # সময়/সময, OCR loses the dot
        ("[\u0981\u0983]", ""),  # চাঁদ/চাদ, ইতঃপূর্বে/ইতপূর্বে
        ("ঙ্(?=[কখগঘ])|ঙ", "ং"),  # সঙ্গে/সংগে, বাঙলা/বাংলা
        ("র্([ক-হ])্\\1", r"র্\1"),  # কার্য্যালয়, পূর্ব্ব: doubled after reph
        ("[এঅ]্যা|এ্য(?![\u09be-\u09cc])", "এ"),  # অ্যাপ/এ্যাপ/এপ
        ("ষ(?=্[কটঠপফ])", "স"),  # নিষ্পত্তি/নিস্পত্তি, ষ্টেশন/স্টেশন
        ("ঈ", "ই"),
        ("ঊ", "উ"),
        ("ী", "ি"),
        ("ূ", "ু"),
        ("ৃ", "্রি"),  # খৃষ্টাব্দ/খ্রিষ্টাব্দ
        ("ঋ", "রি"),
        ("ণ", "ন"),
        ("ৎ", "ত"),
        ("\u09cd", ""),  # আহ্বায়ক/আহবায়ক, উদ্‌যাপন/উদযাপন
    )
)

# Start of a word as people write it → the start the key uses. Suffixes follow freely (উপজিলার, উপজিলায়).
WORD_STARTS: tuple[tuple[str, str], ...] = (
    ("ইতোপূর্ব", "ইতঃপূর্ব"),
    ("ইতিপূর্ব", "ইতঃপূর্ব"),
    ("ইতিমধ্যে", "ইতোমধ্যে"),
    ("ঊর্ধ্ব", "ঊর্ধ"),
    ("ন্যূন", "নূন"),
    ("নূন্য", "নূন"),
    ("উদ্ভাবনী", "উদ্ভাবন"),
    ("শোকেজ", "শোকেস"),
    ("উপজিলা", "উপজেলা"),
    ("জিলা", "জেলা"),
    ("অধিদফতর", "অধিদপ্তর"),
    ("পরিদফতর", "পরিদপ্তর"),
    ("দফতর", "দপ্তর"),
    ("ডাটাবেজ", "ডাটাবেস"),
    ("ডেটাবেজ", "ডাটাবেস"),
    ("ডেটাবেস", "ডাটাবেস"),
    ("ডেটা", "ডাটা"),
    ("ডিজিট্যাল", "ডিজিটাল"),
    ("ম্যানুয়েল", "ম্যানুয়াল"),
    ("গভর্নেন্স", "গভর্ন্যান্স"),
    ("গভর্নমেন্ট", "গভর্মেন্ট"),
    ("গভার্ন", "গভর্ন"),
    ("ইনোভেশান", "ইনোভেশন"),
    ("ওয়ার্কশপ", "ওয়ার্কসপ"),
    ("ব্যাবস্থা", "ব্যবস্থা"),
    ("ব্যাবহার", "ব্যবহার"),
    ("উল্লেখিত", "উল্লিখিত"),
    ("লক্ষ্যমাত্রা", "লক্ষমাত্রা"),
    ("স্বারক", "স্মারক"),
    ("জিনিষ", "জিনিস"),
    ("পোষাক", "পোশাক"),
    ("খ্রিষ্ট", "খ্রিস্ট"),
    ("সার্বজনীন", "সর্বজনীন"),
    ("আইন শৃঙ্খলা", "আইনশৃঙ্খলা"),
    ("ওয়েব সাইট", "ওয়েবসাইট"),
    ("ওয়েব পোর্টাল", "ওয়েবপোর্টাল"),
    ("হাল নাগাদ", "হালনাগাদ"),
    ("অর্থ বছর", "অর্থবছর"),
    ("কর্ম পরিকল্পনা", "কর্মপরিকল্পনা"),
    ("কর্ম সম্পাদন", "কর্মসম্পাদন"),
    ("কার্য বিবরণী", "কার্যবিবরণী"),
    ("কি না", "কিনা"),
)

# Whole words whose last o is written or not.
_LAST_O = """
    ভাল কোন মত হল গেল ছিল এত কত তত যত বড় ছোট দেখান করান
    এগার বার তের চৌদ্দ পনের ষোল সতের আঠার
"""
WHOLE_WORDS: tuple[tuple[str, str], ...] = tuple((word + "\u09cb", word) for word in _LAST_O.split())


def fold_letters(s: str) -> str:
    """Fold the letters that official writing mixes up; in and out: normalised words with single spaces."""
    for pattern, replacement in _LETTER_RULES:
        s = pattern.sub(replacement, s)
    return s


_BANGLA = "\u0980-\u09ff"
_STARTS = {fold_letters(a): fold_letters(b) for a, b in WORD_STARTS}
_WHOLE = {fold_letters(a): fold_letters(b) for a, b in WHOLE_WORDS}


def _either(words: dict[str, str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


_START = re.compile(f"(?<![{_BANGLA}])(?:{_either(_STARTS)})")
_WORD = re.compile(f"(?<![{_BANGLA}])(?:{_either(_WHOLE)})(?![{_BANGLA}])")


def fold_words(s: str) -> str:
    """Fold the words of the tables; in and out: text whose letters `fold_letters` has folded."""
    while True:
        folded = _WORD.sub(lambda m: _WHOLE[m[0]], _START.sub(lambda m: _STARTS[m[0]], s))
        if folded == s:
            return s
        s = folded
