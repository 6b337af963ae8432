"""Labels inside texts: "#জরুরি" in a topic, discussion or decision makes it findable by that word."""

from __future__ import annotations

import re

_ENDS = r"\s#।,;:()"
_LABEL = re.compile(rf"(?<!\S)#([^{_ENDS}]{{2,30}})")


def labels_in(*texts: str) -> tuple[str, ...]:
    """The labels of the texts in order, each once, without the mark."""
    return tuple(dict.fromkeys(label for text in texts for label in _LABEL.findall(text)))


def label_pattern(label: str) -> str:
    """The pattern by which the database finds exactly this label in a text: "#কর" is not found in "#করোনা"."""
    return rf"(^|\s)#{re.escape(label)}($|[{_ENDS}])"


def without_labels(words: str) -> str:
    """The words of a search without its labels."""
    return " ".join(word for word in words.split() if not labels_in(word))
