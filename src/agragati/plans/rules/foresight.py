"""What more is needed: the next column of one indicator, and the marks of several "what if" values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal, localcontext

from agragati.kernel.fiscal import FiscalYear
from agragati.plans.rules.achievement import Achievement
from agragati.plans.rules.choices import Direction, Method, State
from agragati.plans.rules.framework import Indicator, Value
from agragati.plans.rules.methods import targets_agree
from agragati.plans.rules.reasons import Fact, Reason, because
from agragati.plans.rules.rounding import EXACT
from agragati.plans.rules.scoring import score_indicator

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class NextBand:
    """The next better column: what it needs, by which day, what is still missing, and its full marks."""

    percent: Decimal
    target: Value
    by: date
    missing: Decimal | None
    points: Decimal | None
    because: Reason


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The marks an indicator would get with one value."""

    value: Value
    raw: Decimal | None
    points: Decimal | None
    because: Reason


def next_band(
    indicator: Indicator, achievement: Achievement, today: date, *, fiscal_year: FiscalYear
) -> NextBand | None:
    """Give the best column still within reach (dates) or the next one up (numbers); None when there is none.

    A date already achieved is final. Numbers can grow until the fiscal year ends; for a numerator with its
    denominator, `missing` is how much more of the same denominator is needed.
    """
    if achievement.not_applicable or not targets_agree(indicator) or today > fiscal_year.end:
        return None
    figure = achievement.figure(indicator)
    if isinstance(indicator.targets[0][1] if indicator.targets else None, date):
        return None if figure is not None else _next_date(indicator, today)
    if achievement.divides_by_zero(indicator) or isinstance(figure, date):
        return None
    return _next_value(indicator, achievement, figure or Decimal(0), today, fiscal_year)


def _next_date(indicator: Indicator, today: date) -> NextBand | None:
    if indicator.direction is not Direction.LOWER:
        return None
    for percent, target in indicator.targets:
        if isinstance(target, date) and target >= today:
            days = (target - today).days
            reason = because("next_by_date", percent=percent, target=target, days=days)
            return NextBand(percent, target, target, None, _marks(indicator, percent), reason)
    return None


def _next_value(
    indicator: Indicator, given: Achievement, figure: Decimal, today: date, year: FiscalYear
) -> NextBand | None:
    if indicator.direction is not Direction.HIGHER:
        return None
    above = [(p, t) for p, t in indicator.targets if isinstance(t, Decimal) and t > figure]
    if not above:
        return None
    percent, target = above[-1]
    facts: dict[str, Fact] = {"percent": percent, "target": target, "unit": indicator.measure, "by": year.end}
    missing, key = target - figure, "next_by_value"
    if given.denominator:
        missing, key = _more_of(target, given), "next_by_ratio"
        facts |= {"more": missing, "denominator": given.denominator}
    reason = because(key, **facts, gap=missing)
    return NextBand(percent, target, year.end, missing, _marks(indicator, percent), reason)


def _more_of(target: Decimal, given: Achievement) -> Decimal:
    """Give how much more numerator reaches the target; whole when numerator and denominator are whole."""
    numerator, denominator = given.numerator or Decimal(0), given.denominator or Decimal(0)
    with localcontext(EXACT):
        more = target * denominator / HUNDRED - numerator
        whole = numerator == numerator.to_integral_value() and denominator == denominator.to_integral_value()
        return more.to_integral_value(rounding=ROUND_CEILING) if whole else more


def _marks(indicator: Indicator, percent: Decimal) -> Decimal | None:
    with localcontext(EXACT):
        return None if indicator.weight is None else indicator.weight * percent / HUNDRED


def what_if(
    indicator: Indicator,
    values: Iterable[Value] | None = None,
    *,
    method: Method,
    fiscal_year: FiscalYear,
    ratio_floor: Decimal = Decimal(0),
) -> tuple[WhatIf, ...]:
    """Give the marks for each value (the targets themselves when none are named): "by 16/03/2022 → 5.00"."""
    chosen = [target for _, target in indicator.targets] if values is None else list(values)
    return tuple(_one(indicator, value, method, fiscal_year, ratio_floor) for value in chosen)


def _one(indicator: Indicator, value: Value, method: Method, year: FiscalYear, floor: Decimal) -> WhatIf:
    given = Achievement(day=value) if isinstance(value, date) else Achievement(value=value)
    score = score_indicator(indicator, given, method, year, ratio_floor=floor)
    if score.points is None or score.state is not State.SCORED:
        return WhatIf(value, score.raw, score.points, score.because[-1])
    key = "what_if_date" if isinstance(value, date) else "what_if_value"
    reason = because(key, target=value, unit=indicator.measure, points=score.points)
    return WhatIf(value, score.raw, score.points, reason)
