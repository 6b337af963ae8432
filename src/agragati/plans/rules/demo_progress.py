"""Invented progress for the demo: plausible, uneven, and the same every time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from agragati.kernel.fiscal import FiscalYear, Quarter

from .choices import Unit
from .entries import Entry
from .framework import Framework, Indicator

# Marks and targets that the demo's invented offices "typed from their signed plans"; no official figure.
DEMO_WEIGHTS = {"egov-2023-24": (12, 8, 8, 8, 6, 4, 4), "egov-2024-25": (12, 6, 6, 4, 8, 4, 4, 3, 3)}


def demo_levels(indicator: Indicator) -> list[list[str]] | None:
    """Lower columns that a demo office "typed", where the official ones are unknown; None where they are known."""
    if indicator.levels_complete and indicator.levels:
        return None
    best = indicator.targets[0][1] if indicator.targets else Decimal(80 if indicator.unit is Unit.PERCENT else 4)
    if isinstance(best, date):
        return [[str(percent), (best + timedelta(days=late)).isoformat()] for percent, late in _LATE]
    step = Decimal(10) if indicator.unit is Unit.PERCENT else Decimal(1)
    steps = [(Decimal(100), best), (Decimal(80), best - step), (Decimal(60), best - 2 * step)]
    return [[str(percent), str(value)] for percent, value in steps if value > 0]


_LATE = ((100, 0), (80, 28), (60, 49))


def chance(*parts: object) -> float:
    """A number in [0, 1) that depends on the parts alone."""
    digest = hashlib.sha256("|".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def demo_entries(framework: Framework, indicator: Indicator, office: str, until: date) -> Iterator[Entry]:
    """Events of one office for one indicator, none after `until`."""
    made = _MAKERS[indicator.measure](framework.fiscal_year, indicator, office)
    return (entry for entry in made if entry.day <= until)


def _dated(year: FiscalYear, indicator: Indicator, office: str) -> Iterator[Entry]:
    luck = chance(office, indicator.code, year.start_year)
    targets = [value for _, value in indicator.targets if isinstance(value, date)]
    best = targets[0] if targets else date(year.start_year + 1, 3, 15)
    if luck < 0.12:
        yield Entry(best - timedelta(days=20), "ongoing", text="কার্যক্রম চলমান রয়েছে।")
        return
    day = best + timedelta(days=int((luck - 0.7) * 90))
    yield Entry(min(max(day, year.start), year.end), text="সম্পন্ন হয়েছে।")


def _counted(year: FiscalYear, indicator: Indicator, office: str) -> Iterator[Entry]:
    for number in range(1, 5):
        luck = chance(office, indicator.code, year.start_year, number)
        if luck < 0.78:
            day = Quarter(year, number).start + timedelta(days=10 + int(luck * 90))
            yield Entry(day, quantity=Decimal(1), text="আয়োজিত হয়েছে।")


def _shared(year: FiscalYear, indicator: Indicator, office: str) -> Iterator[Entry]:
    level = 0.55 + 0.45 * chance(office, indicator.code, year.start_year)
    for number in range(1, 5):
        whole = 40 + int(160 * chance(office, indicator.code, year.start_year, number, "of"))
        part = round(whole * min(1.0, level + 0.1 * (chance(office, number, indicator.code) - 0.5)))
        yield Entry(Quarter(year, number).end, numerator=Decimal(part), denominator=Decimal(whole))


def _unstated(year: FiscalYear, indicator: Indicator, office: str) -> Iterator[Entry]:
    if chance(office, indicator.code, year.start_year) < 0.5:
        yield Entry(Quarter(year, 2).end, "unstated", text="নিয়মিত হালনাগাদ করা হচ্ছে।")


_MAKERS = {Unit.DATE: _dated, Unit.NUMBER: _counted, Unit.PERCENT: _shared, Unit.BLANK: _unstated}
