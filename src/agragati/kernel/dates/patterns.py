"""Pieces of patterns shared by the readers. All are written for folded text and bounded: no reading can run away."""

from __future__ import annotations

import re

from agragati.kernel.dates.folding import fold
from agragati.kernel.months import BANGLA_BY_NAME, GREGORIAN_BY_NAME, WEEKDAY_BY_NAME
from agragati.kernel.numbers import WORDS

GAP = "[ ]{0,3}"
SPACE = "[ ]{1,3}"
WRAP = r"[ ]{0,3}\n?[ ]{0,3}"  # a line may break here; a tab never, it parts the cells of a table
LETTERS = r"\u0980-\u0982\u0984-\u09e3a-z"  # ঃ is left out: it is often typed for a colon
NO_LETTER = f"(?![{LETTERS}])"
NOT_AFTER_LETTER = f"(?<![{LETTERS}])"
NOT_AFTER_NUMBER = r"(?<!\d)(?<!\d[.,/-])(?<!\d[ ]-)"
CASE = f"(?:['-]?(?:য়ের|ের|এর|তে|র|ে))?{NO_LETTER}"


def one_of(words: object) -> str:
    """Give a pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(map(str, words), key=len, reverse=True))  # type: ignore[call-overload]


GREGORIAN_NAMES = {fold(name).text: month for name, month in GREGORIAN_BY_NAME.items()}
BANGLA_NAMES = {fold(name).text: month for name, month in BANGLA_BY_NAME.items()}
WEEKDAY_NAMES = {fold(name).text: weekday for name, weekday in WEEKDAY_BY_NAME.items()}

_OLD_WORDS = {"এগার": 11, "বার": 12, "তের": 13, "চোদ্দ": 14, "পনের": 15, "ষোল": 16, "সতের": 17, "আঠার": 18}
NUMBER_WORDS = {fold(word).text: value for value, word in enumerate(WORDS) if value} | {
    fold(word).text: value for word, value in _OLD_WORDS.items()
}

GREGORIAN_MONTH = one_of(GREGORIAN_NAMES)
BANGLA_MONTH = one_of(BANGLA_NAMES)
ANY_MONTH = f"{GREGORIAN_MONTH}|{BANGLA_MONTH}"

_GREGORIAN_ERA = "খ্রিস্টাব্দ|খ্রিষ্টাব্দ|খ্রীস্টাব্দ|খ্রীষ্টাব্দ|খৃস্টাব্দ|খৃষ্টাব্দ|খ্রিঃ|খ্রীঃ|খৃঃ|খ্রি|খ্রী|খৃ|ইংরেজি|ইংরেজী|ইং|ad"
_BANGLA_ERA = "বঙ্গাব্দ|বঙ্গাব্|বাংলা|বাং"
ERA = (
    rf"(?:{GAP}[(]?{GAP}(?:(?P<gregorian_era>{_GREGORIAN_ERA})|(?P<bangla_era>{_BANGLA_ERA})){NO_LETTER}"
    rf"(?:{GAP}[.:ঃ])?(?:{GAP}[)])?)?"
)
# A year, or a fiscal year in its place; "২০২৩-২৪ সেপ্টেম্বর" begins a second date instead.
YEAR = rf"(?P<year>\d{{4}})(?P<fiscal>[-/](?:\d{{4}}|\d{{2}})(?!\d)(?!{GAP}(?:{ANY_MONTH})))?(?!\d)(?![.]\d)"
COUNT = rf"(?:(?P<count>\d{{1,3}})|(?P<words>{one_of(NUMBER_WORDS)}))(?:{GAP}\({GAP}[{LETTERS} ]{{1,20}}\))?"
