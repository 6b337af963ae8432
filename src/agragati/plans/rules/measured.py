"""What the product's own records make of a row, and what must change in its events (docs/algorithms/measures.md)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from agragati.kernel.fiscal import FiscalYear, Quarter

REF_SPLIT = "#"


@dataclass(frozen=True, slots=True)
class Measured:
    """One happening of the records: a meeting, a letter, or a quarter's share. `reference` means it for ever."""

    reference: str
    day: date
    text: str
    memo_no: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An event in force that the records made: its id and what it says."""

    event: int
    day: date
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do: events to add, events to correct (id, as it is now), events to take out (ids)."""

    add: tuple[Measured, ...]
    correct: tuple[tuple[int, Measured], ...]
    withdraw: tuple[int, ...]


def steps(found: Iterable[Measured], kept: Mapping[str, Kept], typed: Collection[int]) -> Steps:
    """Bring kept events in line with the records. Quarters (1–4) with a figure typed by hand are left to the hand:
    nothing is added there, and the difference is a finding (O5)."""
    now = {one.reference: one for one in found}
    fresh = [one for ref, one in now.items() if ref not in kept and Quarter.of(one.day).number not in typed]
    changed = [(kept[ref].event, one) for ref, one in now.items() if ref in kept and not _same(kept[ref], one)]
    gone = [one.event for ref, one in kept.items() if ref not in now]
    return Steps(tuple(fresh), tuple(changed), tuple(gone))


def _same(kept: Kept, found: Measured) -> bool:
    return (kept.day, kept.numerator, kept.denominator) == (found.day, found.numerator, found.denominator)


def plain(reference: str) -> str:
    """The reference without the count of a happening that was undone and came back ("minutes:5#2")."""
    return reference.partition(REF_SPLIT)[0]


def by_quarter(found: Iterable[Measured], year: FiscalYear, today: date) -> dict[str, list[str | None]]:
    """What the records say of each quarter that has begun: ["2", None] for a count, ["8", "12"] for a share.

    A share is stated only for quarters that have one: no decisions due is not 0 of 0.
    """
    rows = list(found)
    shares = any(one.denominator is not None for one in rows)
    figures: dict[str, list[str | None]] = {}
    for quarter in year.quarters:
        mine = [one for one in rows if quarter.start <= one.day <= quarter.end]
        if shares and mine:
            part, whole = (sum((getattr(one, name) or Decimal(0) for one in mine), Decimal(0))
                           for name in ("numerator", "denominator"))  # fmt: skip
            figures[str(quarter.number)] = [f"{part:f}", f"{whole:f}"]
        elif not shares and quarter.start <= today:
            figures[str(quarter.number)] = [str(len(mine)), None]
    return figures
