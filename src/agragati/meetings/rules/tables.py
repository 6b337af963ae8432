"""What kind of table a grid is, and what each of its columns holds: by the header's words, else by the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from agragati.kernel.digits import to_latin
from agragati.meetings.rules.layout import Grid
from agragati.meetings.rules.words import CODE, DUTY, STATUS, TALK, TITLE_OF_NAME, number_in, rank, rx

Role = Literal[
    "serial",
    "topic",
    "discussion",
    "decision",
    "implementer",
    "due",
    "owner_due",
    "progress",
    "remarks",
    "mixed",
    "other",
]
Kind = Literal["items", "previous", "indicators", "attendance", "layout"]

MOST_COLUMNS = 12  # a decision table is never wider; wider ones are plans or statistics

# Tried in this order on a header cell: the first that fits names the column.
_HEADER_WORDS: tuple[tuple[Role, str], ...] = (
    (
        "serial",
        r"^(?:ক্রমিক|ক্রম|ক্রঃ|ক্র:|ক্র\.|ক্র/|ক্রমঃ|ক্র|নং|ক্রমিক নং|sl|s/l|no|#|এজেন্ডা নং|আলোচ্যসূচি নং|সূচি নং)"
        r"[\s.:ঃ/।-]*(?:নং|নম্বর|ন|নঃ|সংখ্যা|no|নাম্বার)?[\s.:ঃ।-]*$",
    ),
    (
        "owner_due",
        r"(?:বাস্তবায়নকারী|দায়িত্ব).{0,30}(?:ও|এবং|/|,)\s*(?:বাস্তবায়নের\s)?সময়|সময়\s?সীমা\s*(?:ও|এবং|/)\s*(?:বাস্তবায়নকারী|দায়িত্ব)",
    ),
    ("due", r"সময়\s?সীমা|বাস্তবায়নের (?:সময়|তারিখ|মেয়াদ|শেষ)|^(?:সময়|মেয়াদ|সময়কাল|সম্ভাব্য তারিখ|শেষ তারিখ)$|বাস্তবায়নকাল"),
    ("progress", r"অগ্রগতি|বাস্তবায়নের? (?:অবস্থা|পর্যায়|চিত্র)|সর্বশেষ অবস্থা|বর্তমান অবস্থা"),
    ("implementer", r"বাস্তবায়ন|দায়িত্ব|কর্তৃপক্ষ|কার্যক্রম গ্রহণ|যাদের|implement|responsib|action by"),
    ("remarks", r"^(?:মন্তব্য|রিমার্ক|remarks)"),
    ("mixed", r"আলোচনা\s*(?:ও|এবং|/|,)\s*(?:গৃহীত\s*)?সিদ্ধান্ত"),
    ("decision", r"সিদ্ধান্ত|সিন্ধান্ত|সিদ্ধান্ড|সুপারিশ|করণীয়|নির্দেশনা|decision"),
    ("topic", r"আলোচ্য|আলোচনার বিষয়|এজেন্ডা|এজেন্ড|বিষয়|সূচক|দপ্তর|বিভাগ|অফিস|কার্যক্রম|প্রতিষ্ঠান|সংস্থা|সূচি|সূচী|agenda|topic"),
    ("discussion", r"আলোচনা|পর্যালোচনা|উপস্থাপন|বিবরণ|বর্ণনা|মতামত|কার্যবিবরণী|discussion"),
)
_HEADER = tuple((role, rx(words, re.IGNORECASE)) for role, words in _HEADER_WORDS)
_PREVIOUS = rx(r"(?:পূর্ববর্তী|পূর্বের|গত|বিগত|পূর্ব)(?:\s+\S+){0,3}\s*সভার?|গৃহীত সিদ্ধান্ত(?:সমূহ)?\s*$|পূর্ববর্তী সিদ্ধান্ত")
# What no title of a column says: a whole sentence, or "সিদ্ধান্ত: …" with the decision itself.
_TOLD = rx(r"(?:হবে|করবে|করবেন|করেন|করা হয়|করা হলো|জানান|রয়েছে)\s*(?:।|$)|সিদ্ধান্ত\S*\s*[:ঃ]\s*[^\s\d০-৯]{2,}\s+\S")
_NAME = rx(r"নাম|name", re.IGNORECASE)
_POST = rx(r"পদবী|পদবি|পদবীর|স্বাক্ষর|মোবাইল|কমিটিতে|designation|signature|ই-?মেইল", re.IGNORECASE)
# A column of topics that holds their talk too: "আলোচ্য বিষয় ও আলোচনা".
_WITH_TALK = rx(r"(?:বিষয়|বিষয়বস্তু|সূচি|সূচী)\S*\s*(?:ও|এবং|/)\s*(?:সংক্ষিপ্ত\s|বিস্তারিত\s)?(?:আলোচনা|পর্যালোচনা)")
_UNIT = rx(r"^একক|unit", re.IGNORECASE)
_PLAN = rx(r"লক্ষ্যমাত্রা|লক্ষমাত্রা|সূচকের মান|^মান$|কর্মসম্পাদন|কর্ম সম্পাদন|সূচক|target", re.IGNORECASE)


@dataclass(frozen=True)
class Columns:
    """The role of each column, how many rows of the grid are header, and whether topics stand with their talk."""

    roles: tuple[Role, ...]
    header_rows: int = 0
    with_talk: bool = False

    def has(self, role: Role) -> bool:
        return role in self.roles


def header_role(cell: str) -> Role:
    """Name the column under this header cell; "other" when its words say nothing."""
    plain = re.sub(r"\s+", " ", cell).strip(" :।*")
    if len(plain) > 70:
        return "other"
    return next((role for role, words in _HEADER if words.search(plain)), "other")


def by_header(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Columns by the first row that is a header of decisions; None when there is none among the first three."""
    for at, row in enumerate(rows[:3]):
        roles = [header_role(cell) if cell else "other" for cell in row]
        named = [role for role in roles if role != "other"]
        filled = [cell for cell in row if cell]
        titles = not any(_TOLD.search(cell) for cell in filled) and max(map(len, filled), default=0) <= 70
        if ("decision" in named or "mixed" in named) and len(named) >= 2 and titles:
            settled = _once(roles)
            with_talk = "discussion" not in settled and any(_WITH_TALK.search(cell) for cell in filled)
            return Columns(settled, _header_height(rows, at), with_talk)
    return None


def _header_height(rows: Sequence[Sequence[str]], at: int) -> int:
    """Header rows with the numbers of the columns under them ("১ ২ ৩ ৪ ৫")."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    numbers = [number_in(cell) for cell in below if cell]
    return at + 2 if len(numbers) >= 3 and numbers == list(range(1, len(numbers) + 1)) else at + 1


def _once(roles: list[Role]) -> tuple[Role, ...]:
    """Only one column for each role: of two decisions the last is the meeting's own, a first topic stays."""
    settled: list[Role] = list(roles)
    decisions = [at for at, role in enumerate(roles) if role == "decision"]
    for at in decisions[:-1]:
        settled[at] = "topic" if "topic" not in settled else "discussion"
    for role in ("serial", "topic", "implementer", "discussion"):
        places = [at for at, name in enumerate(settled) if name == role]
        for at in places[1:]:
            settled[at] = "discussion" if role == "topic" and "discussion" not in settled else "other"
    if "discussion" not in settled and "progress" in settled:
        settled[settled.index("progress")] = "discussion"
    return tuple(settled)


def kind_of(grid: Grid) -> Kind:
    """Tell what a grid is from its header; a grid whose header says nothing is "layout"."""
    head = [cell for row in grid.rows[:3] for cell in row if cell]
    if any(_UNIT.search(cell) for cell in head) and sum(bool(_PLAN.search(cell)) for cell in head) >= 2:
        return "indicators"
    first = [cell for cell in grid.rows[0] if cell]
    if any(_NAME.search(cell) for cell in first) and any(_POST.search(cell) for cell in first):
        return "attendance"
    columns = by_header(grid.rows)
    if columns is None and lists_people(grid.rows):
        return "attendance"
    if columns is None or grid.width > MOST_COLUMNS:
        return "layout"
    return "previous" if _is_previous(grid, columns) else "items"


def lists_people(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows of a table without header are a number, a name and a post."""
    return _mostly([_is_person(row) for row in rows])


def _is_person(row: Sequence[str]) -> bool:
    if len(row) < 3 or number_in(row[0]) is None or any(DUTY.search(cell) or "।" in cell[:-1] for cell in row):
        return False
    named = bool(TITLE_OF_NAME.match(row[1])) or (2 <= len(row[1].split()) <= 5 and rank(row[1]) is None)
    return named and rank(row[2].split(",")[0]) == 1


def _is_previous(grid: Grid, columns: Columns) -> bool:
    """Decisions of the last meeting with what came of them: no decision of this meeting among the columns."""
    head = grid.rows[columns.header_rows - 1]
    raw = [header_role(cell) for cell in head]
    decisions = [cell for cell, role in zip(head, raw, strict=True) if role == "decision"]
    talk = any(role in {"discussion", "mixed"} for role in raw)
    return "progress" in raw and not talk and len(decisions) == 1 and bool(_PREVIOUS.search(decisions[0]))


def by_content(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Columns of a table without header: the serial by numbers, the decision by its duties, the rest by order."""
    width = len(rows[0]) if rows else 0
    if not 2 <= width <= 6:
        return None
    columns = [[row[at] for row in rows if row[at]] for at in range(width)]
    serial = _mostly([number_in(cell) is not None for cell in columns[0]])
    rest = list(range(1 if serial else 0, width))
    implementer = rest[-1] if len(rest) > 1 and _mostly([looks_actor(cell) for cell in columns[rest[-1]]]) else None
    rest = [at for at in rest if at != implementer]
    if not rest or not _mostly([decision_score(cell) > 0 for cell in columns[rest[-1]]]):
        return None
    if len(rest) > 3:
        return None
    roles: list[Role] = ["other"] * width
    roles[0] = "serial" if serial else roles[0]
    for at, name in zip(rest, _BY_ORDER[len(rest)], strict=True):
        roles[at] = name
    if implementer is not None:
        roles[implementer] = "implementer"
    return Columns(tuple(roles))


_BY_ORDER: dict[int, tuple[Role, ...]] = {
    1: ("decision",),
    2: ("topic", "decision"),
    3: ("topic", "discussion", "decision"),
}


def _mostly(answers: Sequence[bool]) -> bool:
    return bool(answers) and sum(answers) * 2 > len(answers)


def looks_actor(cell: str) -> bool:
    """Whether a cell names who does it, and tells nothing: "প্রোগ্রামার/ সংশ্লিষ্ট সকল"."""
    if not cell or len(cell) > 260 or DUTY.search(cell) or TALK.search(cell):
        return False
    return STATUS.match(cell) is not None or any(rank(piece) for piece in re.split(r"[/,;\n।]|\bও\b", cell))


def decision_score(cell: str) -> int:
    """How much a cell reads like a decision: duties count for it, talk against it."""
    numbered = bool(re.match(r"\(?(?:[0-9]{1,2}|[ক-ঙ])[).]", to_latin(cell)))
    return 2 * len(DUTY.findall(cell)) + numbered - 2 * len(TALK.findall(cell))


def looks_topic(cell: str) -> bool:
    """Whether a cell names a matter: a code, or a few words without a full sentence."""
    return bool(CODE.match(cell)) or (len(cell) < 160 and not TALK.search(cell) and "।" not in cell[:-1])
