"""The official frameworks as the tests read them, and short ways to write achievements."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from agragati.plans.rules.achievement import Achievement
from agragati.plans.rules.documents import parse_document
from agragati.plans.rules.framework import Framework, Indicator
from agragati.plans.rules.reading import read_framework
from agragati.plans.rules.reading_indicators import read_indicator
from agragati.plans.rules.reading_values import Reader

ROOT = Path(__file__).parents[2]
FRAMEWORKS = ROOT / "frameworks"


@lru_cache
def official(name: str) -> Framework:
    """Read one framework file of the repository."""
    path = FRAMEWORKS / f"{name}.toml"
    return read_framework(parse_document(path.read_bytes(), path.name), name=name)


def indicator(**row: object) -> Indicator:
    """Make an indicator from a row as files write it."""
    reader = Reader()
    found = read_indicator(reader, "row", {"code": "1.1.1", "weight": 5, **row})
    reader.finish()
    return found


def given(value: str | int | Decimal | date) -> Achievement:
    """Make an achievement of a day (ISO text or date) or a number."""
    if isinstance(value, str) and value.count("-") == 2:
        value = date.fromisoformat(value)
    if isinstance(value, date):
        return Achievement(day=value)
    return Achievement(value=Decimal(value))
