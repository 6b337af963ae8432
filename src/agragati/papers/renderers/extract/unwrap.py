"""Lines that broke for want of room, put together again."""

from __future__ import annotations

import re

_FULL = 0.97  # letters are not equally wide: a line this full had no room for the next word
_ROOMY = 0.6  # letters of a narrow cell count little: a stroke at the end of so full a line is no end
_MARK = re.compile(
    r"\(?(?:[0-9০-৯]{1,2}|[ক-ঙ])[).।]|[•▪●*-]\s|[^\s:]{2,14}(?:\s[^\s:]{1,12}){0,2}\s*[:ঃ](?:\s"
    r"|$)"
)


def unwrap(lines: list[str], widest: int, least: float = 0.6, *, told: bool = False) -> list[str]:
    """Join lines that broke only because the next word had no room; `widest` is the longest line there, in letters.

    A line under `least` of that width did not break for want of room. A line that ends a sentence, or stands
    before a number or a "label:", stays a line. `told`: the file tells it, by the space that it leaves where a line
    broke for want of room and nowhere else; then only a break after a stroke has to be guessed.
    """
    joined: list[str] = []
    last = ""
    for text in lines:
        tie = _told(last, text, widest) if told else _guessed(last.rstrip(), text, widest, least)
        if joined and tie is not None:
            joined[-1] = f"{joined[-1]}{tie}{text.strip()}"
        else:
            joined.append(text.strip())
        last = text
    return joined


def _told(last: str, text: str, widest: int) -> str | None:
    """What ties two lines of a file that tells its breaks; None when they are two."""
    if last.endswith(" "):
        return " "
    first = text.split()[0].split("/")[0]
    return "" if last.endswith("/") and len(last) + len(first) > widest * _ROOMY else None


def _guessed(last: str, text: str, widest: int, least: float) -> str | None:
    first = text.split()[0]
    full = len(last) + 1 + len(first) > widest * _FULL and len(last) >= widest * least
    return " " if full and not last.endswith(("।", ":", ";")) and not _MARK.match(text) else None
