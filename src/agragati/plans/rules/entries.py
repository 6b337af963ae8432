"""One happening as a person, a cell of the grid or a line of a spreadsheet states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

E = TypeVar("E", bound="Entry")
_NUMBERS = ("quantity", "numerator", "denominator")


@dataclass(frozen=True, slots=True)
class Entry:
    """Amounts are plain numbers; a ratio has both parts; `figures` are the named numbers of a formula, all of them.

    `standing` and `source` are words of `choices.Standing` and `choices.Source`.
    """

    day: date
    standing: str = "done"
    quantity: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    text: str = ""
    place: str = ""
    memo_no: str = ""
    source: str = "typed"
    source_ref: str = ""
    figures: Mapping[str, Decimal] = field(default_factory=dict)


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """An entry as plain JSON; empty fields are left out."""
    found = {name: value for name, value in asdict(entry).items() if value not in (None, "", {})}
    found["day"] = entry.day.isoformat()
    found |= {name: str(found[name]) for name in _NUMBERS if name in found}
    return found | ({"figures": {name: str(n) for name, n in entry.figures.items()}} if entry.figures else {})


def entry_from_json(kind: type[E], values: Mapping[str, Any]) -> E:
    """The entry again; names it does not have are left aside."""
    known = {part.name for part in fields(kind)}
    found = {name: value for name, value in values.items() if name in known}
    found["day"] = date.fromisoformat(found["day"])
    found |= {name: Decimal(found[name]) for name in _NUMBERS if name in found}
    found["figures"] = {name: Decimal(number) for name, number in found.get("figures", {}).items()}
    return kind(**found)
