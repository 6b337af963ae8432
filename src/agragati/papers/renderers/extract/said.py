"""Sentences for people, marked for the catalogue. They are translated where they are shown."""

from __future__ import annotations


def gettext_noop(sentence: str) -> str:
    """The sentence itself: only the search for strings looks at this name. No Django is needed to read a paper."""
    return sentence
