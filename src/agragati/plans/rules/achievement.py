"""What an office achieved under one indicator, and what of it cannot be true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext

from agragati.kernel.errors import BadInput
from agragati.plans.rules.choices import Derive, Unit
from agragati.plans.rules.computing import Computed, Unresolved, compute
from agragati.plans.rules.framework import Indicator, Value
from agragati.plans.rules.rounding import EXACT, stated

HUNDRED = Decimal(100)
Figures = tuple[tuple[str, Decimal], ...]
"""Named figures of a formula, as pairs so that they stay frozen."""


@dataclass(frozen=True, slots=True)
class Event:
    """One dated happening that counts towards an indicator: a meeting, an order, a quarter's statement."""

    day: date | None = None
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    figures: Figures = ()


@dataclass(frozen=True, slots=True)
class Achievement:
    """What is stated for one indicator. Everything empty means "not yet"; a note alone means "no figure stated".

    `day` is the figure of a date indicator and the day of the figure for the others. `evidence_count` is how
    many of the claimed things have proof. `events_count` is how many events the figure was derived from. `figures`
    are the named numbers of an indicator that a formula computes.
    """

    day: date | None = None
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    figures: Figures = ()
    note: str = ""
    evidence_count: int | None = None
    rejected: bool = False
    rejected_because: str = ""
    not_applicable: bool = False
    events_count: int = 0

    @property
    def has_ratio(self) -> bool:
        return self.numerator is not None and self.denominator is not None

    def divides_by_zero(self, indicator: Indicator) -> bool:
        """Whether there is nothing to be a share of: neither 0 nor 100."""
        if self.figures and indicator.formula:
            found = self.computed(indicator)
            return found is not None and found.divides_by_zero
        return self.denominator is not None and self.denominator == 0

    def computed(self, indicator: Indicator) -> Computed | None:
        """What the indicator's formula makes of the stated figures; None when it cannot be worked out."""
        try:
            return compute(indicator.formula, indicator.figures, indicator.shared, dict(self.figures))
        except Unresolved:
            return None

    def figure(self, indicator: Indicator) -> Value | None:
        """Give the one value to be scored (percent as 0-100), or None when no figure is stated."""
        if indicator.measure is Unit.DATE:
            return self.day
        if self.figures and indicator.formula:
            found = self.computed(indicator)
            return None if found is None else found.value
        if self.has_ratio and self.denominator != 0:
            return percent_of(self.numerator, self.denominator)
        if indicator.measure is Unit.BLANK and self.value is None:
            return self.day
        return self.value


NOTHING_YET = Achievement()


def percent_of(numerator: Decimal | None, denominator: Decimal | None) -> Decimal:
    """Give numerator ÷ denominator × 100 with full precision. The denominator is not 0."""
    if numerator is None or not denominator:
        raise BadInput("A percentage needs a numerator and a denominator above 0.", field="denominator")
    with localcontext(EXACT):
        return numerator * HUNDRED / denominator


def check(indicator: Indicator, achievement: Achievement) -> None:
    """Refuse what cannot be true for this indicator; BadInput.field names the part of the achievement."""
    _check_counts(achievement)
    _check_figures(indicator, achievement)
    _check_ratio(indicator, achievement)
    _check_kind(indicator, achievement)


def _check_counts(achievement: Achievement) -> None:
    for name in ("value", "numerator", "denominator", "evidence_count"):
        number = getattr(achievement, name)
        if number is not None and number < 0:
            raise BadInput("A count or amount cannot be negative (%(number)s).", field=name, number=number)


def _check_figures(indicator: Indicator, achievement: Achievement) -> None:
    given = dict(achievement.figures)
    if given and not indicator.formula:
        raise BadInput("This indicator is not computed from named figures.", field="figures")
    if indicator.formula and achievement.numerator is not None:
        raise BadInput("This indicator is computed by a formula; give its named figures.", field="numerator")
    if not given:
        return
    if achievement.value is not None:
        raise BadInput("Give either a value or the named figures, not both.", field="value")
    known = {figure.name: figure for figure in indicator.figures}
    for name in sorted(given.keys() ^ known.keys()):
        if name in given:
            raise BadInput("The formula has no figure %(name)s.", field=f"figures.{name}", name=name)
        raise BadInput("Give also: %(name)s.", field=f"figures.{name}", name=known[name].label or name)
    for name, number in given.items():
        if number < 0:
            raise BadInput("A count or amount cannot be negative (%(number)s).", field=f"figures.{name}", number=number)


def check_result(indicator: Indicator, achievement: Achievement) -> None:
    """Refuse stated figures whose formula gives less than nothing, or more than 100 %."""
    if not achievement.figures:
        return
    found = achievement.figure(indicator)
    if isinstance(found, Decimal) and not in_range(indicator, found):
        raise BadInput("With these figures the formula gives %(number)s, which cannot be.",
                       field=f"figures.{indicator.figures[0].name}", number=stated(found, 2))  # fmt: skip


def in_range(indicator: Indicator, value: Decimal) -> bool:
    """Whether a computed value can be: not below 0, and a percentage not above 100 unless it may be."""
    return value >= 0 and (indicator.measure is not Unit.PERCENT or value <= HUNDRED or indicator.may_exceed_100)


def _check_ratio(indicator: Indicator, achievement: Achievement) -> None:
    numerator, denominator = achievement.numerator, achievement.denominator
    if (numerator is None) != (denominator is None):
        missing = "numerator" if numerator is None else "denominator"
        raise BadInput("Give the numerator and the denominator together.", field=missing)
    if numerator is None or denominator is None:
        return
    if indicator.measure in (Unit.DATE, Unit.NUMBER):
        raise BadInput("This indicator is not a percentage; give a date or a number instead.", field="numerator")
    if achievement.value is not None:
        raise BadInput("Give either a value or a numerator with its denominator, not both.", field="value")
    if denominator and numerator > denominator and not indicator.may_exceed_100:
        raise BadInput(
            "The numerator (%(numerator)s) is larger than the denominator (%(denominator)s).",
            field="numerator",
            numerator=numerator,
            denominator=denominator,
        )


def _check_kind(indicator: Indicator, achievement: Achievement) -> None:
    value = achievement.value
    if indicator.measure is Unit.DATE and value is not None:
        raise BadInput("This indicator is achieved on a date; give the date.", field="value")
    if value is not None and indicator.measure is Unit.PERCENT:
        if value > HUNDRED and not indicator.may_exceed_100:
            raise BadInput("A percentage cannot be more than 100 (%(value)s).", field="value", value=value)
        return
    counted = indicator.measure in (Unit.NUMBER, Unit.PERCENT)
    stated_otherwise = achievement.has_ratio or achievement.figures
    if counted and achievement.day is not None and value is None and not stated_otherwise:
        raise BadInput("This indicator is achieved in numbers; give a number, not only a date.", field="date")


def from_events(indicator: Indicator, events: tuple[Event, ...], until: date | None = None) -> Achievement:
    """Derive the achievement from single events by the indicator's rule; `until` leaves later events out.

    SUM adds the values (an event without one counts as 1), LATEST takes the last dated one, RATIO divides the
    cumulative sums (never the mean of percentages, domain §3.4), COUNT counts, FIRST_DATE takes the earliest day.
    Named figures of a formula add up one by one (a stock counts as last stated); the formula is reckoned once, of them.
    """
    counted = tuple(event for event in events if until is None or event.day is None or event.day <= until)
    if not counted:
        return NOTHING_YET
    parts = tuple(event for event in counted if event.figures)
    if indicator.formula and parts:
        return Achievement(figures=_figures(indicator, parts), events_count=len(counted))
    found = _DERIVATIONS[indicator.derive](counted)
    return Achievement(
        day=found.day,
        value=found.value,
        numerator=found.numerator,
        denominator=found.denominator,
        events_count=len(counted),
    )


def _figures(indicator: Indicator, events: tuple[Event, ...]) -> Figures:
    ordered = sorted(events, key=lambda event: event.day or date.min)
    found = []
    for figure in indicator.figures:
        values = [value for event in ordered for name, value in event.figures if name == figure.name]
        if values:
            found.append((figure.name, values[-1] if figure.latest else sum(values, Decimal(0))))
    return tuple(found)


def _first_date(events: tuple[Event, ...]) -> Event:
    days = [event.day for event in events if event.day is not None]
    return Event(day=min(days) if days else None)


def _sum(events: tuple[Event, ...]) -> Event:
    return Event(value=sum((Decimal(1) if e.value is None else e.value for e in events), Decimal(0)))


def _count(events: tuple[Event, ...]) -> Event:
    return Event(value=Decimal(len(events)))


def _latest(events: tuple[Event, ...]) -> Event:
    return max(events, key=lambda event: event.day or date.min)


def _ratio(events: tuple[Event, ...]) -> Event:
    parts = [event for event in events if event.numerator is not None and event.denominator is not None]
    if not parts:
        return _latest(events)
    return Event(
        numerator=sum((event.numerator or Decimal(0) for event in parts), Decimal(0)),
        denominator=sum((event.denominator or Decimal(0) for event in parts), Decimal(0)),
    )


_DERIVATIONS = {
    Derive.SUM: _sum,
    Derive.COUNT: _count,
    Derive.LATEST: _latest,
    Derive.RATIO: _ratio,
    Derive.FIRST_DATE: _first_date,
}
