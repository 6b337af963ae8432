"""Memo numbers (স্মারক নম্বর) of official papers: the digital file number and the issue number after it.

Sources: the 18-digit number of the notification of 2011 and the Secretariat Instructions 2014; the 22-digit number
of the Secretariat Instructions 2024.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.doubts import Doubt
from agragati.kernel.errors import N_, BadInput
from agragati.kernel.months import BANGLA_SPELLINGS, GREGORIAN_SPELLINGS

Form = Literal["18", "22"]

# group → digits
FORMS: Mapping[Form, Mapping[str, int]] = {
    "18": {"ministry": 2, "office": 2, "geo": 4, "section": 3, "subject": 2, "serial": 3, "year": 2},
    "22": {
        "ministry": 2,
        "office": 2,
        "geo": 4,
        "subordinate": 3,
        "section": 3,
        "subject": 2,
        "serial": 4,
        "year": 2,
    },
}
_SAY = "Write the memo number as its groups and the issue number, such as ০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯."
WORDS = {
    "shape": N_(_SAY),
    "length": N_("This is not an 18- or 22-digit memo number. " + _SAY),
    "issue": N_("The issue number is missing after the file number %(number)s."),
}
_OCR_TWINS = str.maketrans("8", "4")
_GAP = r"[ \t\u00a0]{0,2}"
_LONGEST_INPUT = 200

_LABEL = re.compile(
    r"^\s*(?:(?:স্মারক|পত্র|নথি|সূত্র|memo|ref)\s*[:ঃ]?\s*)?(?:(?:নম্বর|নাম্বার|নং|স্মা\s*\.?\s*নং|no)\s*\.?)?\s*[:ঃ.\-–—]*\s*",
    re.IGNORECASE,
)
_ENDORSEMENT = r"(?P<endorsement>/\d{1,3}(?:\(\d{1,4}\))?|\(\d{1,4}\))?"


def _groups_pattern(form: Form, separator: str) -> str:
    return separator.join(rf"(?P<{name}>\d{{{size}}})" for name, size in FORMS[form].items())


def _compile(form: Form, between: str, before_issue: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d০-৯]){_groups_pattern(form, between)}"
        rf"(?:(?P<joint>{before_issue})(?P<issue>\d{{1,6}}){_ENDORSEMENT})?",
        re.ASCII,
    )


_JOINT = rf"{_GAP}[.\-–—]{_GAP}"
_WHOLE = {form: _compile(form, rf"(?:{_JOINT}|[ \t\u00a0]{{1,2}})", rf"(?:{_JOINT}|\s{{1,3}})") for form in FORMS}
_IN_TEXT = {form: _compile(form, rf"{_GAP}\.{_GAP}", rf"(?:{_JOINT}|[ \t\u00a0]{{1,2}})") for form in FORMS}
SHAPES = (_LABEL, *_WHOLE.values())  # also carried by pages that read without a network
_MONTH_NEXT = re.compile(
    r"[ \t\u00a0,]*(?:" + "|".join(name for names in (*GREGORIAN_SPELLINGS, *BANGLA_SPELLINGS) for name in names) + ")"
)


@dataclass(frozen=True)
class Memo:
    """One memo number. Every value is text in Bangla digits, zeros kept; `int()` reads it as a number.

    `issue` is "" for a file number (no letter issued yet); `endorsement` is the tail of copies, such as "/১(১০)",
    and is no part of the canonical form. `doubts` are for a person to look at; `likely` is the number the doubts
    point to.
    """

    form: Form
    groups: Mapping[str, str] = field(hash=False)
    issue: str
    endorsement: str = ""
    doubts: tuple[Doubt, ...] = field(default=(), compare=False)
    likely: str = field(default="", compare=False)

    @property
    def file_number(self) -> str:
        """The 18 or 22 digits with dots, without the issue number."""
        return ".".join(self.groups.values())

    @property
    def canonical(self) -> str:
        """The number as it is stored and printed: "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯"."""
        return f"{self.file_number}.{self.issue}" if self.issue else self.file_number

    @property
    def latin(self) -> str:
        """The canonical form in Latin digits."""
        return to_latin(self.canonical)

    @property
    def warnings(self) -> tuple[str, ...]:
        """The doubts as English sentences."""
        return tuple(doubt.text for doubt in self.doubts)

    def __str__(self) -> str:
        return self.canonical


def parse_memo(text: str, own_code: str | None = None) -> Memo:
    """Read one memo number, with or without its label; dots, hyphens or spaces between the groups.

    `own_code` is the office's own beginning of the number ("৪৭" or "47.00"); with it a scan's ৮ for ৪ is reported.
    Raises BadInput when the text is not one memo number.
    """
    memo = _parse_whole(text, own_code)
    if not memo.issue:
        raise BadInput(WORDS["issue"], number=memo.file_number)
    return memo


def parse_file_number(text: str, own_code: str | None = None) -> Memo:
    """Read one file number (নথি নম্বর): the 18 or 22 digits without an issue number. Raises BadInput."""
    memo = _parse_whole(text, own_code)
    if memo.issue:
        raise BadInput("Write the file number alone: %(issue)s after it is an issue number.", issue=memo.issue)
    return memo


def find_memos(text: str, own_code: str | None = None) -> list[tuple[tuple[int, int], Memo]]:
    """Find the memo and file numbers in running text: ((start, end), memo) in the order of the text."""
    latin = to_latin(text)
    found = [pair for form in FORMS for pair in _find(form, latin, own_code)]
    return sorted(found, key=lambda pair: pair[0])


def _parse_whole(text: str, own_code: str | None) -> Memo:
    latin = to_latin(text) if len(text) <= _LONGEST_INPUT else ""
    number = _LABEL.sub("", latin, count=1).strip().rstrip("।,;").rstrip()
    for form, pattern in _WHOLE.items():
        if match := pattern.fullmatch(number):
            return _memo(form, match, own_code)
    digits = sum(character.isdigit() for character in number)
    if digits >= 12:
        raise BadInput(WORDS["length"])
    raise BadInput(WORDS["shape"])


def _find(form: Form, latin: str, own_code: str | None) -> list[tuple[tuple[int, int], Memo]]:
    found = []
    for match in _IN_TEXT[form].finditer(latin):
        end = match.end()
        if match["issue"] and _issue_is_something_else(match, latin):
            end = match.end("year")
        before, after = latin[max(0, match.start() - 2) : match.start()], latin[end : end + 2]
        if re.match(r"\d|\.\d", after) or re.fullmatch(r"\d\.", before):
            continue  # a longer dotted number is not a memo number
        found.append(((match.start(), end), _memo(form, match, own_code, with_issue=end == match.end())))
    return found


def _issue_is_something_else(match: re.Match[str], latin: str) -> bool:
    """After a mere space the next number may be the day of a date: "…২১ ২৭ ডিসেম্বর ২০২১", "…২১ 27/12/2021"."""
    if match["joint"].strip():
        return False
    after = latin[match.end("issue") : match.end("issue") + 30]
    return bool(re.match(r"\s*[./-]\s*\d|\d|%", after) or _MONTH_NEXT.match(after))


def _memo(form: Form, match: re.Match[str], own_code: str | None, *, with_issue: bool = True) -> Memo:
    groups = {name: to_bn(match[name]) for name in FORMS[form]}
    issue = to_bn(match["issue"] or "") if with_issue else ""
    endorsement = to_bn(match["endorsement"] or "") if with_issue else ""
    doubts, likely = _check_own_code(groups, own_code)
    if issue and likely:
        likely = f"{likely}.{issue}"
    return Memo(form, groups, issue, endorsement, doubts, likely)


def _check_own_code(groups: Mapping[str, str], own_code: str | None) -> tuple[tuple[Doubt, ...], str]:
    """Compare the first groups with the office's own; a difference of ৮ for ৪ alone is a likely slip of the scan."""
    own = re.findall(r"\d+", to_latin(own_code or ""))
    doubts = []
    likely = dict(groups)
    for (name, read), expected in zip(groups.items(), own, strict=False):
        seen = to_latin(read)
        if seen == expected:
            continue
        if seen.translate(_OCR_TWINS) != expected.translate(_OCR_TWINS):
            return (), ""  # another office's number
        likely[name] = to_bn(expected)
        doubts.append(
            Doubt(
                "The %(group)s group reads %(read)s, the office's own is %(own)s: ৪ and ৮ may be confused by the scan.",
                {"group": name, "read": read, "own": to_bn(expected)},
            )
        )
    return tuple(doubts), ".".join(likely.values()) if doubts else ""
