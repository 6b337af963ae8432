"""Labels inside texts: "#জরুরি" in a discussion or decision makes it findable by that word."""

from __future__ import annotations

import re

_LABEL = re.compile(r"(?<!\S)#([^\s#।,;:()]{2,30})")


def labels_in(*texts: str) -> tuple[str, ...]:
    """The labels of the texts in order, each once, without the mark."""
    return tuple(dict.fromkeys(label for text in texts for label in _LABEL.findall(text)))
