"""What stands before the first item: office, title, chair, day, hour, place, those present."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from agragati.kernel.memo import find_memos
from agragati.meetings.rules.grids import is_end
from agragati.meetings.rules.layout import Grid, Line, Part, is_title
from agragati.meetings.rules.tables import kind_of
from agragati.meetings.rules.words import rx

_LABELS: tuple[tuple[str, str], ...] = (
    (
        "moment",
        r"(?:সভার\s+)?তারিখ\s*(?:ও|এবং|,|/)\s*(?:সময়|স্থান)(?:\s*(?:ও|,)\s*(?:স্থান|সময়))?"
        "|সভার তারিখ, সময় ও স্থান",
    ),
    ("place_time", r"(?:সভার\s+)?(?:স্থান\s*(?:ও|এবং)\s*সময়|সময়\s*(?:ও|এবং)\s*স্থান)"),
    (
        "chair",
        r"সভাপতি(?:র নাম|ত্ব করেন|ত্বে|র নাম ও পদবি|র নাম ও পদবী)?|(?:সভার\s+)?আহ্বায়ক"
        r"|(?:সভার\s+)?আহবায়ক|চেয়ারপার্সন|সভার সভাপতি|সভাপতির আসন গ্রহণ করেন|সভাপতির আসন অলংকৃত করেন",
    ),
    ("secretary", r"সদস্য[\s\-–]*সচিব|সাচিবিক সহায়তা(?:য়)?|সভা সঞ্চালনা(?:য়)?|সঞ্চালক|সভা পরিচালনায়"),
    ("date", r"(?:সভার\s*)?তারি[খথ]|সভা অনুষ্ঠানের তারিখ|অনুষ্ঠানের তারিখ|তারিখ|সভার দিন|তাং"),
    ("time", r"সভার\s*সময়|সভা শুরুর সময়|শুরুর সময়|সময়"),
    ("place", r"সভার\s*স্থান|সভাস্থল|সভা অনুষ্ঠানের স্থান|স্থান|ভেন্যু|সভার মাধ্যম|মাধ্যম"),
    (
        "attendance",
        r"সভা[যর]়?\s*উপস্থিত(?:ির তালিকা|ি|\s*(?:সদস্য|কর্মকর্তা)[^\s:]*(?:\s*তালিকা)?)|উপস্থিত(?:ির তালিকা|ি)"
        r"|উপস্থিত\s*(?:সদস্য|কর্মকর্তা|সভ্য|ব্যক্তি|প্রতিনিধি)[^:\n]{0,40}|হাজিরা|সভায় উপস্থিত",
    ),
    ("subject", r"বিষয়"),
    ("agenda", r"আলোচ্য\s?সূচি|আলোচ্য\s?সূচী|আলোচ্য বিষয়(?:সমূহ)?|এজেন্ডা"),
)
_SEPARATOR = r"\s*(?:[:ঃ;]\s*[-–]?|[-–—=]+|\t)\s*[:ঃ]?\s*"
_AT_START = tuple(
    (name, rx(rf"^[*\s(]*(?:{words})[*\s]*{_SEPARATOR}(?P<value>.*)$", re.DOTALL)) for name, words in _LABELS
)
_BARE = tuple((name, rx(rf"^(?:{words})(?:\s+(?P<value>.+))?$")) for name, words in _LABELS if name not in {"agenda"})
_INSIDE = rx(r"(?:[,;।]|\t|(?<!সভার)\s)\s*((?:সভার\s*)?(?:সময়|স্থান|তারিখ))\s*[:ঃ]")
_BODY = rx(
    r"(?:স্বাগত\s*জানি?য়ে|স্বাগত জানান|সভার শুরুতে|সভার\s*(?:কাজ|কার্যক্রম)\s*(?:শুরু|আরম্ভ)"
    r"|সভা শুরু|শুভেচ্ছা জানিয়ে|সভাপতির অনুমতিক্রমে|সভাপতিত্বে\s.*(?:সভা|অনুষ্ঠিত)"
    r"|অনুষ্ঠিত হয়|আলোচনা শুরু)"
)
_HELD = rx(r"^(?:অদ্য|আজ)\s|সভাপতিত্বে\s.*(?:অনুষ্ঠিত|সভা শুরু)")
_PART_OF_ITEM = rx(
    r"^[*\s(]*(?:[০-৯0-9]{1,2}\s*নং\s*)?(?:প্রস্তাব|আলোচনা|সিদ্ধান্ত|গৃহীত সিদ্ধান্ত|আলোচ্য\s?সূচি|আলোচ্য\s?সূচী"
    r"|আলোচ্যসূচি\s*[-–]?\s*[০-৯0-9]+|এজেন্ডা\s*[-–]?\s*[০-৯0-9]+)\s*[:ঃ-]"
)
_ANNEXED = rx(r"পরি[শষস]ি|সংযুক্ত|সংযোজনী")
_NUMBERED = rx(r"^\(?[০-৯0-9]{1,2}(?:\.[০-৯0-9]{1,2})?\s*[।.)]")
_LONGEST_HEADER = 200  # parts looked at


@dataclass
class Fields:
    """Header values as printed, by label; each a list of lines."""

    values: dict[str, list[str]] = field(default_factory=dict)
    before: list[str] = field(default_factory=list)  # lines before the first label: letterhead and title
    titled: bool = False  # a line before the first label names the paper
    end: int = 0  # the place of the first part that is no header
    grids: list[Grid] = field(default_factory=list)
    issue_lines: list[str] = field(default_factory=list)  # a memo number and its date printed above the title

    def text(self, name: str) -> str:
        return "\n".join(self.values.get(name, []))


def read_fields(parts: Sequence[Part]) -> Fields:
    """Collect labels and values up to the first paragraph or table of the body."""
    found = Fields()
    label = ""
    for at, part in enumerate(parts[:_LONGEST_HEADER]):
        found.end = at
        if isinstance(part, Grid):
            if kind_of(part) in {"items", "indicators", "previous"}:
                return found
            if kind_of(part) == "attendance":
                found.grids.append(part)
                label = "attendance"
                continue
            if not _is_labels(part) and (found.values or part.width > 4 or len(part.rows) > 20):
                return found
        for text in _lines_of(part):
            if is_body(text, label, found):
                return found
            label = _take(found, text, label)
    found.end = min(len(parts), _LONGEST_HEADER)
    return found


def is_body(text: str, label: str, found: Fields) -> bool:
    """Whether a line begins the text of the meeting rather than its header."""
    if _PART_OF_ITEM.match(text) or (_HELD.search(text) and len(text) > 60):
        return True
    if _label_of(text, label)[0]:
        return False
    numbered = bool(_NUMBERED.match(text))
    if label == "attendance":
        annexed = any(
            _ANNEXED.search(line) and not _NUMBERED.match(line) for line in found.values.get("attendance", [])
        )
        return bool(_BODY.search(text)) or is_end(text) or (len(text) > 220 and not numbered) or (numbered and annexed)
    titled = found.titled
    if _BODY.search(text) and (label or titled or numbered or len(text) > 200):
        return True
    return (bool(label) or titled) and (len(text) > 160 or numbered)


def _is_labels(grid: Grid) -> bool:
    return any(_label_of(row[0] + "\t", "")[0] for row in grid.rows[:20])


def _lines_of(part: Part) -> Iterator[str]:
    if isinstance(part, Line):
        yield from _cut_labels(part.text)
        return
    for row in part.rows:
        filled = [cell for cell in row if cell]
        if len(filled) > 1 and _label_of(filled[0] + "\t", "")[0]:
            yield from ("\t".join([filled[0], " ".join(filled[1:])])).split("\n")
        else:
            for cell in filled:
                yield from cell.split("\n")


def _cut_labels(text: str) -> list[str]:
    """A line with several labels as several lines: "তারিখ: …, সময়: …" ."""
    if len(text) > 600 or not any(pattern.match(text) for _, pattern in _AT_START):
        return [text]
    pieces: list[str] = []
    at = 0
    for found in _INSIDE.finditer(text):
        if (
            text[at : found.start(1)].strip(" ,;।\t") and not re.search(rx(r"(?:ও|এবং|,)\s*$"), text[: found.start(1)])
        ) or (text[: found.start(1)].rstrip().endswith(",") and len(text[at : found.start(1)]) > 12):
            pieces.append(text[at : found.start(1)].strip(" ,;\t"))
            at = found.start(1)
    return [*pieces, text[at:].strip()]


def _label_of(text: str, label: str) -> tuple[str, str]:
    """The label a line begins with and its value; ("", "") when it begins with none."""
    for name, pattern in _AT_START:
        if found := pattern.match(text):
            return name, found["value"].strip(" :ঃ\t")
    if len(text) > 160:
        return "", ""
    for name, pattern in _BARE:
        found = pattern.match(text)
        if found and _may_stand_bare(name, found["value"] or "", text, label):
            return name, (found["value"] or "").strip()
    return "", ""


_ACTS = rx(
    r"^(?:সভায়|সভার|উপস্থিত|সকল|সবাই|মহোদয়|সাহেব|কর্তৃক|এবং|ও|তাঁর|বলেন|জানান|হিসেবে)|স্বাগত"
    r"|ধন্যবাদ|বলেন|জানান|করেন"
)
_BARE_VALUE = {
    "chair": rx(
        r"^(?:ড\.|ডাঃ|মোঃ|মো:|মো\.|জনাব|মোহাম্মদ|মুহাম্মদ|এ\.|[^\s]+\s+[^\s]+)(?!.*(?:করেন"
        r"|বলেন|জানান|হয়)[।\s]*$)"
    ),
    "date": rx(r"^[০-৯0-9]{1,2}[\s/.\-]"),
    "moment": rx(r"^[০-৯0-9]{1,2}[\s/.\-]"),
    "time": rx(r"^(?:সকাল|বেলা|দুপুর|বিকাল|বিকেল|পূর্বাহ্ন|অপরাহ্ন|সন্ধ্যা|[০-৯0-9]{1,2}[.:])"),
    "place": rx(r"\S"),
    "attendance": rx(r"পরি[শষস]ি|সংযুক্ত|তালিকা|সংযোজনী|^$"),
    "subject": rx(r"^$"),
    "secretary": rx(r"^(?:জনাব|মোঃ|ড\.)"),
}


def _may_stand_bare(name: str, value: str, text: str, label: str) -> bool:
    """Whether a label without colon is one: "স্থান বিভাগীয় …", "সময় সকাল …", or alone on its line."""
    if name == "chair" and _ACTS.search(value):
        return False
    if text.endswith(("।", "হয়")) and name in {"chair", "place", "secretary"} and len(text) > 90:
        return False
    if not value:
        return name != "place_time" and (name == "attendance" or name in {"date", "time", "place", "chair"})
    pattern = _BARE_VALUE.get(name)
    return bool(pattern and pattern.search(value)) and (label != "attendance" or name == "attendance")


_MEMO = rx(r"স্মারক|নথি নং|পত্র সংখ্যা|পত্র নং")


def _take(found: Fields, text: str, label: str) -> str:
    """Put one line under its label, or under the last one; give the label that now holds."""
    name, value = _label_of(text, label)
    early = not (set(found.values) - {"subject"})
    if (
        _MEMO.search(text[:20])
        or (early and find_memos(text))
        or (name == "date" and early and found.issue_lines and len(found.issue_lines) < 3)
    ):
        found.issue_lines.append(text)
        return label
    if name and (name not in found.values or name == "attendance"):
        found.values.setdefault(name, [])
        if value:
            found.values[name].append(value)
        return name
    if not label:
        found.before.append(text)
        found.titled = found.titled or is_title(text)
    elif label in _LISTS or (not name and _may_go_on(found.values.get(label, []), text, label)):
        found.values.setdefault(label, []).append(text)
    return label


_LISTS = {"attendance", "chair", "secretary", "agenda"}


def _may_go_on(lines: Sequence[str], text: str, label: str) -> bool:
    """Whether a line continues a value: a value not yet given, or one that breaks off; a title until it says so."""
    if label == "subject" and lines and is_title(text) and not any(map(is_title, lines)):
        return True
    return not lines or (lines[-1].endswith((",", "ও", "-", "এবং")) and not text.endswith(":"))
