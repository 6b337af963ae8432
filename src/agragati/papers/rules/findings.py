"""What a person must look at in a text that was read: its dates, memo numbers and numbers, and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from agragati.kernel.dates import read_dates
from agragati.kernel.digits import to_latin
from agragati.kernel.memo import find_memos

Kind = Literal["date", "memo", "number"]
LONGEST_LINE = 4000  # letters looked at in one line or cell
_NUMBER = re.compile(r"(?<![0-9০-৯.,/])[0-9০-৯][0-9০-৯,]*(?:\.[0-9০-৯]+)?(?![0-9০-৯])")
_BANGLA, _LATIN = re.compile("[\u0985-\u09b9\u09dc-\u09df]"), re.compile("[A-Za-z]")
_SHARE = 0.1  # of the letters: less is a word or two of another language


@dataclass(frozen=True)
class Finding:
    """A date, memo number or number of a page.

    `text` as it stands; `resolved` is the day (yyyy-mm-dd), the canonical memo number or the plain number, None when
    it cannot be told. `needs_confirmation`: nobody may use it before a person compared it with the page: always so
    when the page was read off a picture, and else when the reading is not sure. `warnings` are English sentences.
    """

    kind: Kind
    page: int
    text: str
    resolved: str | None
    needs_confirmation: bool
    warnings: tuple[str, ...] = ()


def findings(text: str, *, page: int = 1, from_picture: bool = False) -> list[Finding]:
    """The dates, memo numbers and numbers of a page's text, line by line, each kind in its order. Never raises."""
    found: list[Finding] = []
    for part in text.splitlines():
        found += _of_line(part[:LONGEST_LINE], page, from_picture)
    return sorted(found, key=lambda one: ("date", "memo", "number").index(one.kind))


def _of_line(line: str, page: int, from_picture: bool) -> Iterator[Finding]:
    if not any(sign.isdigit() for sign in line) and "মাস" not in line:
        return
    taken: list[tuple[int, int]] = []
    for (begin, end), memo in find_memos(line):
        taken.append((begin, end))
        doubts = tuple(doubt.text for doubt in memo.doubts)
        yield Finding("memo", page, line[begin:end], memo.canonical, from_picture or bool(doubts), doubts)
    for date in read_dates(line):
        if _free(date.span, taken):
            taken.append(date.span)
            day = date.resolved.isoformat() if date.resolved else None
            unsure = from_picture or not date.is_sure or bool(date.warnings)
            yield Finding("date", page, " ".join(date.text.split()), day, unsure, date.warnings)
    for match in _NUMBER.finditer(line):
        if _free(match.span(), taken):
            plain = to_latin(match[0]).replace(",", "")
            yield Finding("number", page, match[0].rstrip(","), plain, from_picture)


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return all(span[1] <= begin or span[0] >= end for begin, end in taken)


def language_of(text: str) -> Literal["bn", "en", "mixed", ""]:
    """The language by the letters: one is named when the other has under a tenth. "" for a text without letters."""
    bangla, latin = len(_BANGLA.findall(text)), len(_LATIN.findall(text))
    if not bangla + latin:
        return ""
    share = bangla / (bangla + latin)
    return "bn" if share > 1 - _SHARE else "en" if share < _SHARE else "mixed"
