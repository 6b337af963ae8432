"""The plan inside minutes: a table of indicators with weights, targets and progress, over one or more grids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agragati.kernel.dates import parse_day
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.meetings.rules.decisions import flat
from agragati.meetings.rules.layout import Grid, Part
from agragati.meetings.rules.shapes import Indicator
from agragati.meetings.rules.tables import kind_of
from agragati.meetings.rules.words import codes_in, number_in, rx

_AREA = re.compile(r"^\[?\s*([0-9]{1,2})\s*\]\s*")
_CODE_AT_START = re.compile(r"^\s*\[?\s*[0-9]{1,2}(?:\s*\.\s*[0-9]{1,2}){2}\s*[\].:)-]?\s*")
_NOTHING = re.compile(r"^[\s\-–—.]*$")
_HEADS = (
    ("unit", rx(r"^একক")),
    ("progress", rx(r"অগ্রগতি|অর্জন|মন্তব্য|বাস্তবায়ন")),
    ("weight", rx(r"সূচকের\s*মান")),
    ("area_weight", rx(r"^মান$|ক্ষেত্রের মান")),
    ("area", rx(r"ক্ষেত্র")),
    ("indicator", rx(r"সূচক|কর্মসম্পাদন\s*সূচক")),
    ("activity", rx(r"^কার্যক্রম")),
    ("target", rx(r"লক্ষ্?যমাত্রা|অসাধারণ|উত্তম|চলতি মান|অতি উত্তম|চলতিমান|১০০\s*%|100\s*%")),
)


@dataclass(frozen=True)
class Area:
    """An area of the plan: its code, the weight printed for it, and its indicators."""

    code: str
    weight: int | None
    indicators: tuple[Indicator, ...]


@dataclass
class _Plan:
    places: dict[str, int]
    targets: tuple[int, ...]
    width: int
    header: tuple[str, ...] = ()


def read_indicators(parts: Sequence[Part]) -> tuple[list[Area], set[int]]:
    """Read the plan tables of a meeting; give areas in order and the places of the grids they took."""
    areas: list[Area] = []
    taken: set[int] = set()
    plan: _Plan | None = None
    for at, part in enumerate(parts):
        if not isinstance(part, Grid):
            continue
        if kind_of(part) == "indicators":
            plan = _plan(part)
        elif plan is None or part.width != plan.width or not _goes_on(part, plan):
            continue
        if plan:
            taken.add(at)
            for row in part.rows:
                _add(areas, row, plan)
    return areas, taken


def _goes_on(grid: Grid, plan: _Plan) -> bool:
    return any(codes_in(row[plan.places["indicator"]]) for row in grid.rows)


def _plan(grid: Grid) -> _Plan | None:
    """Find the columns: the indicator's is the one that holds codes of three levels."""
    coded = [sum(bool(codes_in(row[at][:20])) for row in grid.rows) for at in range(grid.width)]
    if not max(coded, default=0):
        return None
    head = [row for row in grid.rows[:5] if not any(codes_in(cell[:20]) for cell in row)]
    places: dict[str, int] = {"indicator": coded.index(max(coded))}
    for row in head:
        for at, cell in enumerate(row):
            name = next((name for name, words in _HEADS if cell and words.search(cell)), None)
            if name and name not in places and name != "target" and at != places["indicator"]:
                places[name] = at
    return _Plan(places, _target_places(grid, places, head), grid.width)


def _target_places(grid: Grid, places: dict[str, int], head: Sequence[Sequence[str]]) -> tuple[int, ...]:
    words = next(words for name, words in _HEADS if name == "target")
    marked = {at for row in head for at, cell in enumerate(row) if cell and words.search(cell)}
    free = set(range(places["indicator"] + 1, grid.width)) - set(places.values())
    if not marked:
        return ()
    last = max(marked)
    # A spanning header marks only its first column; the columns under it follow without a name of their own.
    spanned = {
        at for at in free if at > last and not any(row[at] for row in head if row[at] and number_in(row[at]) is None)
    }
    return tuple(sorted((marked & free) | spanned))


def _add(areas: list[Area], row: Sequence[str], plan: _Plan) -> None:
    area_cell = row[plan.places["area"]] if "area" in plan.places else ""
    found = _AREA.match(to_latin(area_cell))
    if found:
        areas.append(Area(found[1], _weight(row, plan, "area_weight"), ()))
    cell = row[plan.places["indicator"]]
    codes = codes_in(cell[:20])
    if not codes:
        return
    indicator = Indicator(
        code=codes[0],
        text=_after_code(cell),
        unit=_said(row, plan, "unit"),
        weight=_weight(row, plan, "weight"),
        targets=tuple(_target(row[at], _said(row, plan, "unit")) for at in plan.targets),
        progress=_said(row, plan, "progress"),
    )
    if not areas or (not found and areas[-1].code != codes[0].split(".")[0]):
        areas.append(Area(codes[0].split(".")[0], None, ()))
    last = areas[-1]
    areas[-1] = Area(last.code, last.weight, (*last.indicators, indicator))


def _after_code(cell: str) -> str:
    """The wording of an indicator without its code."""
    found = _CODE_AT_START.match(to_latin(cell))
    return flat(cell[found.end() :] if found else cell) or ""


def _said(row: Sequence[str], plan: _Plan, name: str) -> str | None:
    at = plan.places.get(name)
    return None if at is None else flat(row[at])


def _weight(row: Sequence[str], plan: _Plan, name: str) -> int | None:
    at = plan.places.get(name)
    return None if at is None else number_in(row[at])


def _target(cell: str, unit: str | None) -> int | str | None:
    """A target as an ISO date, a number, "80%" (a number when the unit says %), or None for "-"."""
    if _NOTHING.match(cell):
        return None
    try:
        return parse_day(cell).isoformat()
    except BadInput:
        pass
    plain = to_latin(cell).replace(" ", "")
    if found := re.fullmatch(r"([0-9]{1,9})(%?)", plain):
        return int(found[1]) if not found[2] or unit == "%" else plain
    return to_latin(flat(cell) or "")


def is_date(value: int | str | None) -> bool:
    """Whether a target reads as an ISO date."""
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False
