"""Headings of matters in running text: "আলোচ্যসূচি-১: ই-নথি", "২। তথ্য বাতায়ন"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agragati.meetings.rules.layout import Grid, Part
from agragati.meetings.rules.words import SENTENCE_END, TALK, rx

NO = r"(?:[০-৯0-9]{1,2}(?:\.[০-৯0-9]{1,2})?)"
ITEM = rx(
    rf"^[*\s]*(?:(?P<first>{NO})\s*(?:নং|নম্বর)\s*)?(?:আলোচ্য\s?সূচি|প্রস্তাব|আলোচ্য\s?সূচী|আলোচ্য বিষয়|আলোচনার বিষয়|এজেন্ডা|বিষয়"
    rf"|আলোচ্যসূচির ক্রমিক)\s*(?:নং|নম্বর|ক্রমিক)?\s*[-–—:ঃ(]*\s*"
    rf"(?P<no>{NO})?\s*[)।.:ঃ\-–—*]*\s*(?P<text>.*)$",
    re.DOTALL,
)
NUMBERED = rx(rf"^\(?(?P<no>{NO})\s*(?:[।.)](?![০-৯0-9])|\)\s)\)?\s*(?P<text>\S.*)$", re.DOTALL)
# A matter that begins with what it is about: "মামলা সংক্রান্ত: …".
NAMED = re.compile(r"([^:।\n]{3,80}?)\s*[:ঃ](?=\s)(.*)", re.DOTALL)
_AGENDA = rx(r"^[*\s]*(?:আলোচ্য|এজেন্ডা)")
TALK_LABEL = rx(r"^[*\s(]*(?:বিস্তারিত\s)?(?:আলোচনা|পর্যালোচনা)\s*[*)]*[:ঃ–—-]+\s*")
_DECIDED = rx(r"সিদ্ধান্ত")
_LONGEST = 160  # letters of a heading
_FARTHEST = 8  # lines from a heading to its table


def labelled(text: str) -> tuple[str, str] | None:
    """The number and wording of a heading that says it is one ("আলোচ্যসূচি-১: …"); the number may be ""."""
    found = ITEM.match(text)
    number = (found["no"] or found["first"] or "") if found else ""
    return (number, found["text"].strip(" *")) if found and (number or _AGENDA.match(text)) else None


def heading_above(parts: Sequence[Part], at: int) -> tuple[int, str, str, str] | None:
    """The heading over a table without a column of topics: its place, number, wording, and the talk under it."""
    talk: list[str] = []
    for back in range(at - 1, max(at - 1 - _FARTHEST, -1), -1):
        part = parts[back]
        if isinstance(part, Grid):
            return None
        if found := labelled(part.text) or _numbered(part.text):
            return back, *found, "\n".join(reversed(talk))
        talk.append(TALK_LABEL.sub("", part.text))
    return None


def _numbered(text: str) -> tuple[str, str] | None:
    """A short numbered line that tells nothing: "২। তথ্য বাতায়ন হালনাগাদকরণ"."""
    found = NUMBERED.match(text)
    plain = bool(found) and len(text) < _LONGEST and not (TALK.search(text) or _DECIDED.search(text))
    return (
        (found["no"], found["text"].strip(" *:ঃ।")) if found and plain and not SENTENCE_END.search(text[:-1]) else None
    )
