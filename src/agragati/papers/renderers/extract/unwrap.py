"""Lines that broke for want of room, put together again."""

from __future__ import annotations

import re

_FULL = 0.97  # letters are not equally wide: a line this full had no room for the next word
_MARK = re.compile(
    r"\(?(?:[0-9০-৯]{1,2}|[ক-ঙ])[).।]|[•▪●*-]\s|[^\s:]{2,14}(?:\s[^\s:]{1,12}){0,2}\s*[:ঃ](?:\s"
    r"|$)"
)


def unwrap(lines: list[str], widest: int, least: float = 0.6) -> list[str]:
    """Join lines that broke only because the next word had no room; `widest` is the longest line there, in letters.

    A line under `least` of that width did not break for want of room. A line that ends a sentence, or stands
    before a number or a "label:", stays a line.
    """
    joined: list[str] = []
    last = 0
    for text in lines:
        first = text.split()[0]
        full = last + 1 + len(first) > widest * _FULL and last >= widest * least
        if joined and full and not joined[-1].endswith(("।", ":", ";")) and not _MARK.match(text):
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
        last = len(text)
    return joined
