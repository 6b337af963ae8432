"""The words of a confirmed page as keys, and a question as keys: what an index stores and what it is asked."""

from __future__ import annotations

import re

from agragati.kernel.phonetic import bangla_to_latin_keys, latin_key
from agragati.kernel.search import stem
from agragati.kernel.text import normalise, tokens

MOST_KEYS = 6000  # of one page
SOUND = "~"  # before a key that is a sound
_WORD = re.compile("[\u0980-\u09ff\u200c\u200d]{2,60}")
_LEAST_SOUND = 2  # consonants: with fewer every second word would be found
_LONGEST = 200


def keys_of(text: str) -> list[str]:
    """Each word once, by its stem and, after "~", by each way it sounds in Latin letters. At most 6000."""
    written = _WORD.findall(normalise(text))
    stems = dict.fromkeys(stem(token) for token in tokens(text))
    sounds = dict.fromkeys(f"{SOUND}{key}" for word in dict.fromkeys(written) for key in bangla_to_latin_keys(word))
    return [key for key in (*stems, *sounds) if len(key.lstrip(SOUND)) > 0 and len(key) <= _LONGEST][:MOST_KEYS]


def asked_keys(question: str) -> list[list[str]]:
    """For each word of a question the keys of which a page must have one."""
    asked = []
    for token in tokens(question)[:12]:
        keys = [stem(token)]
        if token.isascii() and token.isalpha() and len(sound := latin_key(token)) >= _LEAST_SOUND:
            keys.append(f"{SOUND}{sound}")
        asked.append(keys)
    return asked
