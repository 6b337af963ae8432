"""Whose minutes they are: office, section, title and fiscal year, from the lines above the labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.meetings.rules.layout import is_title
from agragati.meetings.rules.words import rank, rx

_GOVERNMENT = rx(r"গণপ্রজাতন্ত্রী|বাংলাদেশ সরকার$")
_ADDRESS = rx(
    r"বাংলাদেশ সচিবালয়|^প্রধান কার্যালয়|www\.|http|@|\.gov|\.bd|ফোন|ভবন|রোড|সড়ক|ওয়েব|ই-?মেইল|ফ্যাক্স"
    r"|^[০-৯0-9]+(?!\s*নং)|[০-৯0-9]{3,4}\s*[।.]?$|মহাখালী|শেরেবাংলা|আগারগাঁও"
)
_SUBJECT = rx(r"^বিষয়\s*[:ঃ\-–]+\s*")
_TITLE_TAIL = rx(r"[\s:ঃ।*]+$")
_ORG = (
    r"(?:কার্যালয়|অধিদপ্তর|অধিদফতর|পরিদপ্তর|মন্ত্রণালয়|বিভাগ|পরিষদ|পৌরসভা|বোর্ড|কর্পোরেশন|দপ্তর|অফিস|একাডেমি|একাডেমী|ব্যুরো"
    r"|ইনস্টিটিউট|ফাউন্ডেশন|কমিশন|কর্তৃপক্ষ|হাসপাতাল|কলেজ|বিদ্যালয়|ব্যাংক)"
)
_OF_OFFICE = (
    rx(rf"^((?:[^,।:]{{2,70}}?){_ORG}(?:,\s*[^,।:]{{2,22}}?){{0,2}})\s*[-–]?\s*(?:এর|'র)\s"),
    rx(rf"^((?:[^,।:]{{2,70}}?){_ORG})(?:ের|র)\s"),
)
# "প্রশাসন বিভাগ" under an authority is a wing of it; under a ministry a division is the office itself.
_WING = rx(r"বিভাগ$")
_BODY = rx(
    r"(?:কর্তৃপক্ষ|অধিদপ্তর|অধিদফতর|পরিদপ্তর|বোর্ড|কর্পোরেশন|কমিশন|ফাউন্ডেশন|ইনস্টিটিউট|একাডেমি|একাডেমী|বিশ্ববিদ্যালয়|ব্যাংক|লিমিটেড|কলেজ)$"
)
_LOCAL = rx(r"(?:পরিষদ|পৌরসভা|কর্পোরেশন|কলেজ|বিদ্যালয়|হাসপাতাল)$")
_YEARS = re.compile(r"(?<!\d)(20\d{2})\s*[-–—/]\s*(20\d{2}|\d{2})(?!\d)")
_TWINS = str.maketrans("8", "4")  # ৮ and ৪ as scans confuse them
_FISCAL = rx(r"^\s*(?:ইং|খ্রি\S*)?\s*(?:অর্থ\s?-?\s?বছর|অর্থবছর|অর্থ বৎসর|সাল|সনের)")


@dataclass(frozen=True)
class Letterhead:
    """Office, section and title as printed; None where nothing is."""

    office: str | None = None
    section: str | None = None
    title: str | None = None


def read_letterhead(lines: Sequence[str], subject: str, after: Sequence[str]) -> Letterhead:
    """Read the lines above the labels; `subject` is the value of "বিষয়:", `after` the lines that follow it."""
    at = next((at for at, text in enumerate(lines) if is_title(text)), None)
    first = at if at is None else _title_start(lines, at)
    head = list(lines if first is None else lines[:first])
    if at is not None and first is not None:
        title = " ".join([*lines[first : at + 1], *_title_rest(lines[at + 1 :], lines[at])])
    else:
        title = subject or next((text for text in after if is_title(text)), "")
    title = _TITLE_TAIL.sub("", _SUBJECT.sub("", re.sub(r"\s+", " ", title)))
    office, section = _office(head)
    if office is None and section is None and at is not None:
        office, section = _office([text for text in lines[at + 1 :] if _is_head(text)])
    return Letterhead(office or _office_in_title(title), section, title or None)


def _title_start(lines: Sequence[str], at: int) -> int:
    """The first line of a title that runs over several lines."""
    first = at
    while first > 0 and first > at - 4 and not _SUBJECT.match(lines[first]) and not _is_head(lines[first - 1]):
        if len(lines[first].split()) >= 3 and _stands_alone(lines[first - 1]):
            break
        first -= 1
    return first


def _stands_alone(text: str) -> bool:
    return text.endswith(("।", ":")) or len(text.split()) <= 2


def _is_head(text: str) -> bool:
    """Whether a line belongs to the letterhead: the government, an office or section by itself, an address."""
    if _GOVERNMENT.search(text) or (len(text) < 60 and _ADDRESS.search(text)):
        return True
    plain = text.strip(" ।,*")
    return len(plain.split()) <= 10 and (_level(plain) is not None or _is_place(plain))


def _is_place(text: str) -> bool:
    short = len(text.split()) <= 3 or ("," in text and len(text.split()) <= 7)
    return short and not re.search(rx(r"সভা|রেজুলেশ|তারিখ"), text) and not is_title(text)


def _level(text: str) -> int | None:
    """The rank of the office a line names: 2 section … 5 ministry; places after a comma are passed over."""
    parts = [part.strip(" ।*") for part in text.split(",")]
    level = next((found for part in parts[:2] if part and (found := rank(part)) is not None), None)
    return level if level != 1 else None


def _title_rest(lines: Sequence[str], last: str) -> list[str]:
    """Lines under "কার্যবিবরণী" that still belong to the title: none, once it has ended."""
    return [] if re.search(rx(r"(?:কার্য\s?বিবরণ[ীি]|রেজুলেশন)\s*[।:ঃ*]*$"), last) or not lines else list(lines[:1])


def _office(head: Sequence[str]) -> tuple[str | None, str | None]:
    """The lowest office of the letterhead with its place, and the section under it."""
    office = section = None
    for text in (text.strip(" ।,*()") if text.startswith("(") else text.strip(" ।,*") for text in head):
        if _GOVERNMENT.search(text) or re.search(rx(r"সভা|তারিখ|স্মারক|^বাংলাদেশ সচিবালয়|^প্রধান কার্যালয়"), text):
            continue
        level = _level(text)
        if level == 2 or (level == 4 and office and _WING.search(text) and _BODY.search(office.split(",")[0])):
            section = text
        elif level is not None and not re.search(rx(r"ভবন$"), text):
            office = text
        elif office and _stands_somewhere(office) and _is_place(text) and not _ADDRESS.search(text):
            office = f"{office}, {text}"
    return office, section


def _stands_somewhere(office: str) -> bool:
    """Whether the place under an office belongs to its name: a field office, not a department with its address."""
    return "," not in office and (rank(office) == 3 or bool(_LOCAL.search(office)))


def _office_in_title(title: str) -> str | None:
    for pattern in _OF_OFFICE:
        if found := pattern.match(title):
            return found[1].strip()
    return None


def office_by_distribution(designation: str | None, distribution: Sequence[str]) -> str | None:
    """The office the chair heads, when at least half of the copies go to its own people; None otherwise."""
    if not designation or len(distribution) < 4:
        return None
    stem = designation.split(",")[0].split("(")[0].strip()
    found = Counter(
        match[0].strip(" ।;")
        for entry in distribution
        if (
            match := re.search(
                rf"{re.escape(stem)}(?:ের|র)?\s+[^,]*?{rx(_ORG).pattern}(?:,\s*[^,()]+)?",
                re.sub(r"\([^()]*\)\s*$", "", entry),
            )
        )
    )
    office, times = found.most_common(1)[0] if found else ("", 0)
    return office if times * 2 >= len(distribution) else None


def odd_years(text: str) -> str | None:
    """Years printed as a fiscal year that do not follow each other ("২০২৩-২৮"); None when there are none."""
    for found in _YEARS.finditer(to_latin(text)):
        if int(found[2][-2:]) != (int(found[1]) + 1) % 100:
            return found[0]
    return None


def read_fiscal_year(title: str, body: Iterable[str], met: date | None) -> str | None:
    """The fiscal year of the title; else, of those printed, the one the meeting lies in; else the one most often
    called so; else the first two years in a row. None when none is printed."""
    if years := list(_years(title)):
        return years[0][0]
    counted: Counter[str] = Counter()
    first = None
    for text in body:
        for year, named in _years(text):
            first = first or year
            counted[year] += named
    if met and (current := FiscalYear.of(met).latin) in counted:
        return current
    best = counted.most_common(1)
    return best[0][0] if best and best[0][1] else first


def _mended(found: re.Match[str]) -> str:
    """Years of a fiscal year follow each other: where only ৪ misread as ৮ (or back) forbids it, it is mended."""
    first, second = found[1], found[2]
    due = str(int(first) + 1)[-len(second) :]
    return f"{first}-{due}" if second.translate(_TWINS) == due.translate(_TWINS) else found[0]


def _years(text: str) -> Iterable[tuple[str, bool]]:
    latin = to_latin(text)
    for found in _YEARS.finditer(latin):
        try:
            yield FiscalYear.parse(_mended(found)).latin, bool(_FISCAL.match(latin[found.end() :]))
        except BadInput:
            continue
