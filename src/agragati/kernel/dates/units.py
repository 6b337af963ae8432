"""Counts and units of time in words: "১৫ (পনেরো) দিন", "দুই সপ্তাহ", "৭ কর্মদিবস"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from agragati.kernel.dates.folding import fold
from agragati.kernel.dates.model import Unit
from agragati.kernel.dates.patterns import NUMBER_WORDS, one_of
from agragati.kernel.dates.resolving import add_months, add_working_days

_UNIT_WORDS: dict[Unit, tuple[str, ...]] = {
    "working_days": ("কর্মদিবস", "কার্যদিবস", "কর্ম দিবস", "কার্য দিবস", "কর্মদিন"),
    "days": ("দিন", "দিবস"),
    "weeks": ("সপ্তাহ",),
    "months": ("মাস",),
    "years": ("বছর", "বৎসর"),
    "hours": ("ঘণ্টা", "ঘন্টা"),
}
UNITS: dict[str, Unit] = {fold(word).text: unit for unit, words in _UNIT_WORDS.items() for word in words}
UNIT = rf"(?P<unit>{one_of(UNITS)})"


def count_of(match: re.Match[str]) -> int:
    """Give the number of a match of COUNT, written in figures or in words."""
    return int(match["count"]) if match["count"] else NUMBER_WORDS[match["words"]]


def add(base: date, count: int, unit: Unit) -> date:
    """Give the day `count` units after the base; hours make whole days, upwards."""
    match unit:
        case "working_days":
            return add_working_days(base, count)
        case "weeks":
            return base + timedelta(weeks=count)
        case "months":
            return add_months(base, count)
        case "years":
            return add_months(base, 12 * count)
        case "hours":
            return base + timedelta(days=-(-count // 24))
        case _:
            return base + timedelta(days=count)
