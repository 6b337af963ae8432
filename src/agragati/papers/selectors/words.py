"""Words of a question as conditions on letters: one way of finding for every list."""

from __future__ import annotations

from django.db.models import Q

from agragati.kernel.digits import to_bn
from agragati.kernel.text import normalise

from ..rules.page_keys import asked_keys

MOST_WORDS = 12


def has_words(text: str, letter: str = "") -> list[Q]:
    """A condition for each word: in the letter by stem or sound, or as typed in its subject or memo number.

    `letter` is the way from the rows to their letter ("letter__"). Nothing asked: no condition.
    """
    return [_has(word, letter) for word in normalise(text).split()[:MOST_WORDS]]


def _has(word: str, letter: str) -> Q:
    asked = Q(**{f"{letter}subject__icontains": word}) | Q(**{f"{letter}memo_no__contains": to_bn(word)})
    for keys in asked_keys(word):
        asked |= Q(**{f"{letter}words__keys__overlap": keys})
    return asked
