"""Which pages are like a page: by the rarer words they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from math import log, sqrt

LEAST = 0.12  # of 1; below it two pages merely share the words of every official paper


def most_like(own: Collection[str], others: Mapping[int, Collection[str]], limit: int = 5) -> list[int]:
    """Give the ids of the pages most like `own`, best first; words are stems.

    Likeness is the cosine of the sets of words, each word weighing log(1 + N / n): N pages, n of them with the word.
    """
    mine = set(own)
    sets = {key: set(words) for key, words in others.items()}
    in_pages = Counter(word for words in (mine, *sets.values()) for word in words)
    weight = {word: log(1 + (len(sets) + 1) / count) ** 2 for word, count in in_pages.items()}
    length = {key: sqrt(sum(weight[word] for word in words)) for key, words in sets.items()}
    own_length = sqrt(sum(weight[word] for word in mine))
    likeness = {
        key: sum(weight[word] for word in words & mine) / (length[key] * own_length)
        for key, words in sets.items()
        if words & mine
    }
    best = sorted(likeness, key=lambda key: (-likeness[key], key))
    return [key for key in best if likeness[key] >= LEAST][:limit]
