"""A row → an item: decisions numbered inside a cell parted, each with its own implementers and due dates."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from agragati.kernel.digits import to_latin
from agragati.meetings.rules.dues import read_dues
from agragati.meetings.rules.implementers import numbered_parts, split_implementers
from agragati.meetings.rules.items import Row
from agragati.meetings.rules.shapes import Decision, Due, Item
from agragati.meetings.rules.words import codes_in, number_in, rank, rx

# Styles of numbers before a decision; each match gives the number or letter in group 1.
_STYLES = tuple(
    re.compile(rf"(?:^|(?<=[\s।;:.,]))(?:{mark})(?:\s*(?=[^\s\d.,/])|\s+(?=\d))")
    for mark in (
        r"\(([0-9]{1,2})\)",
        r"(?<!\()([0-9]{1,2})\)",
        r"(?<![\d.(])([0-9]{1,2})।",
        r"(?<![\d.(])([0-9]{1,2})\.(?=\s|[^\d\s.])",
        r"\(([ক-ন])\)",
        r"(?<![\w(])([ক-ন])\)",
        r"(?<![\w(])([ক-ন])[.।](?=\s)",
        r"(?<![\d.(])([0-9]{1,2}\.[0-9]{1,2})[).।:]?(?=\s+[^\d\s])",
        r"(?<![\d.(])([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2})[).।:]?(?=\s+[^\d\s])",
    )
)
_LETTERS = "কখগঘঙচছজঝঞটঠডঢণতথদধন"
_BULLETS = re.compile(r"(?:^|\n)\s*[-•▪●■➢➤✓◆*–]\s*(?=\S)")
_REFERS = rx(r"(?:উক্ত|উল্লিখিত|উল্লেখিত|নির্ধারিত|বর্ণিত|সে)\s+(?:সময়|তারিখ|মেয়াদ|সময়সীমা)")
_OWNER = rx(r"[(\[\s।](?:দায়িত্ব(?:প্রাপ্ত)?|বাস্তবায়ন(?:ে|কারী)?)(?:\s\S+)?\s*[:ঃ–-]\s*([^:।]{3,160}?)[\s)\]।]*$")
_OWNER_IN_BRACKETS = rx(r"(?:হবে|হলো|হয়|হোক|।)\s*\(((?:[^()]|\([^()]*\)){3,160})\)[\s।]*$")
_DITTO = re.compile(r"[-–\s]*ঐ[-–\s।]*")
_TWINS = str.maketrans("8", "4")


def item_of(row: Row, base: date | None) -> Item:
    """Give the item of a row; relative deadlines count from `base`, the day of the meeting."""
    talk_due = read_dues(row.discussion, base) if _REFERS.search(row.decision) else ()
    decisions = _decisions(row.decision, row.implementer, row.due, base, talk_due)
    for extra in row.more:
        decisions += _decisions(extra.decision, extra.implementer, extra.due, base, (), len(decisions))
    return Item(
        no=_number(row.serial),
        codes=codes_in(row.topic) or codes_in(row.decision) or codes_in(row.discussion),
        topic=flat(row.topic.rstrip(" :ঃ")),
        discussion=flat(row.discussion),
        decisions=decisions,
    )


def _number(serial: str) -> int | str | None:
    plain = serial.strip(" .।()[]:-")
    if (number := number_in(serial)) is not None:
        return number
    return to_latin(plain) if any(sign.isalnum() for sign in plain) else None  # "$": a digit the scan lost


def flat(text: str) -> str | None:
    """One paragraph of a cell's lines; None when there is nothing."""
    return re.sub(r"\s+", " ", text).strip() or None


def _decisions(
    cell: str,
    implementer_cell: str,
    due_cell: str,
    base: date | None,
    talk_due: tuple[Due, ...],
    after: int = 0,
) -> tuple[Decision, ...]:
    parts = split_decisions(cell, after)
    owners = _owners(implementer_cell, [no for no, _ in parts])
    owners = [owner or _owner_in(text) for owner, (_, text) in zip(owners, parts, strict=True)]
    due_by_no = _due_of_each(due_cell, [no for no, _ in parts])
    found = []
    for at, (no, text) in enumerate(parts):
        own = read_dues(text, base) or _dues_of_column(due_by_no[at], base) or talk_due
        found.append(Decision(no, text, own, owners[at]))
    return tuple(found)


def _owners(cell: str, numbers: list[int | str | None]) -> list[tuple[str, ...]]:
    """The implementers of each decision: by the same number when both are numbered, else all for each."""
    owners: list[tuple[str, ...]] = []
    for part in _by_number(cell, numbers):
        owners.append(owners[-1] if owners and _DITTO.fullmatch(part) else split_implementers(part))
    return owners


def _owner_in(text: str) -> tuple[str, ...]:
    """The implementer named at the end of the decision itself: "… করতে হবে। দায়িত্ব: সহকারী পরিচালক।"."""
    if found := _OWNER.search(text):
        open_brackets = found[1].count("(") - found[1].count(")")
        return split_implementers(found[1] + ")" * open_brackets)
    bare = _OWNER_IN_BRACKETS.search(text)
    named = split_implementers(bare[1]) if bare else ()
    return named if all(rank(name) is not None for name in named) else ()


def _dues_of_column(cell: str, base: date | None) -> tuple[Due, ...]:
    """What a column of time limits says: a bare "নভেম্বর ২০২২" there means within it."""
    return read_dues(cell, base) or tuple(
        replace(due, text=cell.strip()) for due in read_dues(f"{cell.strip()} এর মধ্যে", base) if cell.strip()
    )


def _due_of_each(cell: str, numbers: list[int | str | None]) -> list[str]:
    """The time limits of each decision: by number, by line where each has one, else the whole cell for each."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    if 1 < len(numbers) == len(lines):
        plain = [to_latin(line).lstrip("( ") for line in lines]
        if all("." in str(no) and line.startswith(f"{no} ") for no, line in zip(numbers, plain, strict=True)):
            return [line.split(maxsplit=1)[1] for line in lines]
        if all(read_dues(line, None) for line in lines):
            return lines
    return _by_number(cell, numbers)


def _by_number(cell: str, numbers: list[int | str | None]) -> list[str]:
    parts = dict(numbered_parts(cell))
    if len(numbers) > 1 and parts and all(number is not None for number in numbers):
        places = [str(number).rsplit(".", 1)[-1] for number in numbers]
        if set(parts) <= set(places):
            return [parts.get(place, "") for place in places]
    return [cell] * len(numbers)


def split_decisions(cell: str, after: int = 0) -> list[tuple[int | str | None, str]]:
    """Part a decision cell into (number, text): by its numbers, else by bullets; one decision when it has neither.

    `after` decisions of the same item stand in cells before: the numbers go on from there.
    """
    text = cell.strip()
    if not text:
        return []
    latin = to_latin(text)
    for style in _STYLES:
        marks = _in_order(list(style.finditer(latin)), after) or _in_order(list(style.finditer(latin)))
        if marks and not _is_code(marks, latin) and _opens(latin[: marks[0].start()]):
            return _cut(text, marks)
    bullets = list(_BULLETS.finditer(text))
    if len(bullets) > 1 and not text[: bullets[0].start()].strip():
        ends = [mark.start() for mark in bullets[1:]] + [len(text)]
        return [(None, flat(text[a.end() : b]) or "") for a, b in zip(bullets, ends, strict=True)]
    return [(None, flat(text) or "")]


def _is_code(marks: list[re.Match[str]], latin: str) -> bool:
    """A lone number of three levels with nothing after it is the code of an indicator."""
    return len(marks) == 1 and marks[0][1].count(".") == 2 and latin[marks[0].end(1)].isspace()


def _opens(before: str) -> bool:
    """The first number stands at the start, or after a few words that announce the list."""
    return not before.strip() or (len(before) < 160 and before.rstrip().endswith((":", "ঃ", "-", "–", "—")))


def _in_order(marks: list[re.Match[str]], after: int = 0) -> list[re.Match[str]]:
    """The marks that count up; ৮ is taken for ৪ where ৪ is due."""
    kept: list[re.Match[str]] = []
    for mark in marks:
        if _follows(mark[1], kept, after):
            kept.append(mark)
    return kept


def _follows(mark: str, kept: list[re.Match[str]], after: int) -> bool:
    due = len(kept) + after + 1
    if mark[0] in _LETTERS:
        return _LETTERS.index(mark) + 1 == due
    head, _, last = mark.rpartition(".")
    if head and kept and kept[0][1].rpartition(".")[0] != head:
        return False
    return last.isdigit() and (int(last) == due or (len(kept) > 1 and int(last.translate(_TWINS)) == due))


def _cut(text: str, marks: list[re.Match[str]]) -> list[tuple[int | str | None, str]]:
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    lead = text[: marks[0].start()].strip()
    parts: list[tuple[int | str | None, str]] = []
    for mark, end in zip(marks, ends, strict=True):
        body = flat(text[mark.end() : end]) or ""
        number: int | str = int(mark[1]) if mark[1].isdigit() else mark[1]
        parts.append((number, body))
    if lead and len(parts) == 1:
        return [(None, flat(text) or "")]
    return [part for part in parts if part[1]]
