"""Which column of an official table is which, told by its header's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise

_PERCENT = re.compile(r"(\d{1,3})\s*%", re.ASCII)
_FIRST_ROW = re.compile(r"\s*[\[(]?\s*\d{1,2}\s*[.।]\s*\d{1,2}\s*[.।]\s*\d{1,2}")
_NUMBERS = re.compile(r"[\[(]?\s*\d{1,2}\s*[\])]?")
_YEAR = re.compile(r"\d{4}\s*[-–—]\s*\d{2,4}", re.ASCII)
MOST_HEADER_ROWS = 40


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of the columns (from 0; None = not printed), and the first and last row of the header."""

    first_head: int
    last_head: int
    indicator: int
    levels: tuple[tuple[int | str, int], ...]
    level_names: tuple[tuple[int | str, str], ...]
    area: int | None = None
    area_weight: int | None = None
    activity: int | None = None
    unit: int | None = None
    weight: int | None = None
    evidence: int | None = None
    section: int | None = None
    projections: tuple[tuple[str, int], ...] = ()


def find_columns(rows: Sequence[Sequence[object]]) -> Columns:
    """Find the header: the rows above the first one that holds an indicator's code. Raises BadInput without one."""
    first_data = _first_data(rows)
    first = _first_head(rows, first_data)
    width = len(rows[first])
    texts = [_header(rows, first, first_data, column) for column in range(width)]
    places: dict[str, int] = {}
    levels: list[tuple[int | str, int]] = []
    names: list[tuple[int | str, str]] = []
    ahead: list[tuple[str, int]] = []
    for column, text in enumerate(texts):
        if (year := _projected(text)) is not None:
            ahead.append((year, column))
            continue
        percent = _percent(rows, first, first_data, column)
        if percent is not None and not any(percent == known for known, _ in levels):
            levels.append((percent, column))
            names.append((percent, _level_name(rows, first, first_data, column)))
        elif (role := _role(text)) is not None:
            places.setdefault(role, column)
    if "indicator" not in places:
        raise BadInput("No column of indicators (কর্মসম্পাদন সূচক) was found.", field="file")
    return Columns(first, first_data - 1, levels=tuple(levels), level_names=tuple(names),
                   projections=tuple(ahead), **places)  # fmt: skip


def _projected(text: str) -> str | None:
    """The year of a column of later targets: প্রক্ষেপণ ২০২৬-২৭."""
    found = _YEAR.search(to_latin(text)) if "প্রক্ষেপণ" in text else None
    return found[0].replace(" ", "").replace("–", "-").replace("—", "-") if found else None


def _first_data(rows: Sequence[Sequence[object]]) -> int:
    for line, row in enumerate(rows):
        if any(isinstance(cell, str) and _FIRST_ROW.match(to_latin(cell)) for cell in row):
            return line
    raise BadInput("No row with an indicator's code such as [১.১.১] was found.", field="file")


def _first_head(rows: Sequence[Sequence[object]], first_data: int) -> int:
    """The first row that names both indicators and something else of the table."""
    for line in range(max(0, first_data - MOST_HEADER_ROWS), first_data):
        roles = {_role(normalise(str(cell))) for cell in rows[line] if cell not in (None, "")}
        if "indicator" in roles and len(roles - {None}) >= 3:
            return line
    raise BadInput("No header of an official table (কার্যক্রম, সূচক, একক, মান) was found.", field="file")


def _header(rows: Sequence[Sequence[object]], first: int, last: int, column: int) -> str:
    parts = dict.fromkeys(str(rows[line][column]) for line in range(first, last) if rows[line][column])
    return normalise(" ".join(part for part in parts if not _NUMBERS.fullmatch(to_latin(part))))


def _percent(rows: Sequence[Sequence[object]], first: int, last: int, column: int) -> int | str | None:
    for line in range(first, last):
        cell = rows[line][column]
        if isinstance(cell, Decimal) and 0 < cell <= 1 and line > first:
            return int(cell * 100)
        if cell and (found := _PERCENT.search(to_latin(str(cell)))):
            return int(found[1])
    return None


def _level_name(rows: Sequence[Sequence[object]], first: int, last: int, column: int) -> str:
    parts = [str(rows[line][column]) for line in range(first + 1, last) if rows[line][column]]
    words = (re.sub(r"[()]", "", _PERCENT.sub("", to_latin(part))).strip() for part in parts)
    return " ".join(dict.fromkeys(word for word in words if word and not _NUMBERS.fullmatch(word)))


def _role(text: str) -> str | None:
    """What a header's words mean; the order matters, because সূচকের মান holds both সূচক and মান."""
    if "প্রমাণক" in text:
        return "evidence"
    if "শাখা" in text or "দায়িত্ব" in text:
        return "section"
    if "সূচক" in text:
        return "weight" if "মান" in text.split() or "নম্বর" in text else "indicator"
    if "একক" in text:
        return "unit"
    if "কার্যক্রম" in text:
        return "activity"
    if "ক্ষেত্র" in text or "উদ্দেশ্য" in text:
        return "area_weight" if "মান" in text.split() else "area"
    return "area_weight" if text.strip() in {"মান", "বিষয়ের মান"} else None
