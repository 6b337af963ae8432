"""O3–O5: what the files and the product's own records say against an entry."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from agragati.kernel.fiscal import Quarter

from ..reasons import because
from .facts import Doubt, EventFacts, PlanFacts, Recorded, RowFacts, Severity


def infected(facts: PlanFacts) -> Iterator[Doubt]:
    """O3: a file of proof in which a scanner found a virus proves nothing and must be replaced."""
    for row in facts.rows:
        for subject, name in row.infected:
            yield Doubt("O3", Severity.HIGH, row.indicator.code, subject, because("O3-infected", text=name))


def replaced(facts: PlanFacts) -> Iterator[Doubt]:
    """O4: a file of proof changed after the quarter it belongs to was sent."""
    for row in facts.rows:
        for subject, name, quarter in row.replaced:
            reason = because("O4-replaced", text=name, quarter=quarter)
            yield Doubt("O4", Severity.MEDIUM, row.indicator.code, subject, reason)


def own_records(facts: PlanFacts) -> Iterator[Doubt]:
    """O5: what is entered for a quarter differs from what the product's own records say of it."""
    for row in facts.rows:
        for told in row.recorded:
            value, of = entered_in(row, told)
            if (value, of) != (told.value, told.of):
                reason = because("O5-records", quarter=told.quarter, achieved=_figure(value, of),
                                 target=_figure(told.value, told.of))  # fmt: skip
                yield Doubt("O5", Severity.MEDIUM, row.indicator.code, f"quarter:{told.quarter}", reason)


def entered_in(row: RowFacts, told: Recorded) -> tuple[Decimal, Decimal | None]:
    """What stands entered for the quarter in the same terms: a count of happenings, or the sums of both counts."""
    events = [event for event in row.events if event.is_done and Quarter.of(event.day).number == told.quarter]
    if told.of is None:
        return sum((_times(event) for event in events), Decimal(0)), None
    parts = [event for event in events if event.numerator is not None]
    whole = sum((event.denominator or Decimal(0) for event in parts), Decimal(0))
    return sum((event.numerator or Decimal(0) for event in parts), Decimal(0)), whole


def _times(event: EventFacts) -> Decimal:
    return Decimal(1) if event.quantity is None else event.quantity


def _figure(value: Decimal, of: Decimal | None) -> str:
    return _short(value) if of is None else f"{_short(value)}/{_short(of)}"


def _short(value: Decimal) -> str:
    """Without the noughts that a database keeps behind the point."""
    return f"{value.normalize():f}"
