"""Progress from a spreadsheet, one event a line: code, date, number or done and of, description, place, memo number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise

from .entries import Entry
from .reading_values import as_code, as_day, as_number
from .table_import import CellFinding, cell_name

MOST_EVENTS = 2000
FIGURE = "figure:"
NO_FIGURES: Mapping[str, str] = MappingProxyType({})
# What a heading may say → what the column holds.
HEADINGS = {
    "কোড": "code", "সূচক": "code", "code": "code",
    "তারিখ": "day", "date": "day",
    "সংখ্যা": "quantity", "number": "quantity",
    "লব": "numerator", "সম্পন্ন": "numerator", "done": "numerator",
    "হর": "denominator", "মোট": "denominator", "of": "denominator",
    "বিবরণ": "text", "description": "text",
    "স্থান": "place", "place": "place",
    "স্মারক": "memo_no", "স্মারক নম্বর": "memo_no", "memo": "memo_no",
}  # fmt: skip
_HEADINGS = {normalise(word).lower(): name for word, name in HEADINGS.items()}


@dataclass(frozen=True, slots=True)
class ReadEvent(Entry):
    """One line as read; `line` is its number in the sheet, from 1."""

    line: int = 0
    code: str = ""


def read_events(
    rows: Sequence[Sequence[object]], figures: Mapping[str, str] = NO_FIGURES
) -> tuple[list[ReadEvent], list[CellFinding]]:
    """Give the events and everything that cannot be read, by cell. Raises BadInput without a line of headings.

    `figures` are the named figures of the plan's formulas: heading → name; a column headed so holds them.
    """
    head, places = _head(rows, {normalise(word).lower(): f"{FIGURE}{name}" for word, name in figures.items()})
    events: list[ReadEvent] = []
    findings: list[CellFinding] = []
    for line in range(head + 1, len(rows)):
        cells = {name: rows[line][place] for name, place in places.items() if place < len(rows[line])}
        if not any(cell not in (None, "") for cell in cells.values()):
            continue
        wrong = len(findings)
        found = {name: _read(name, cell, cell_name(line, places[name]), findings) for name, cell in cells.items()}
        if len(findings) == wrong:
            events.append(_event(line + 1, found))
    if len(events) > MOST_EVENTS:
        raise BadInput("More than %(limit)s rows.", field="file", limit=MOST_EVENTS)
    return events, findings


def _event(line: int, found: Mapping[str, Any]) -> ReadEvent:
    plain = {name: value for name, value in found.items() if not name.startswith(FIGURE)}
    named = {name.removeprefix(FIGURE): n for name, n in found.items() if name.startswith(FIGURE) and n is not None}
    return ReadEvent(**plain, source="imported", line=line, figures=named)


def _head(rows: Sequence[Sequence[object]], figures: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    headings = {**figures, **_HEADINGS}
    for line, row in enumerate(rows[:20]):
        words = [headings.get(normalise(str(cell)).strip().lower()) if cell else None for cell in row]
        places: dict[str, int] = {}
        for place, name in enumerate(words):
            if name:
                places.setdefault(name, place)
        if {"code", "day"} <= set(places):
            return line, places
    raise BadInput("No line of headings with কোড and তারিখ was found.", field="file")


def _read(name: str, cell: object, where: str, findings: list[CellFinding]) -> object:
    try:
        if name == "code":
            return as_code("" if cell is None else str(cell))
        if name == "day":
            return as_day(cell)
        if name in {"text", "place", "memo_no"}:
            return "" if cell is None else normalise(str(cell))
        return None if cell in (None, "") else as_number(cell)
    except BadInput as error:
        findings.append(CellFinding(where, error))
        return None
