"""From a value to a raw score of 0-100: LINEAR, STEP, RATIO, ALL_OR_NOTHING. One function each, one table.

Sources: proportional marks by target column, domain §3.1 rule 2; nothing below the last column, rule 1;
interpolation, rule 6; cut in proportion and all-or-nothing dates, rule 3.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext

from agragati.plans.rules.choices import Direction, Method
from agragati.plans.rules.framework import Indicator, Value
from agragati.plans.rules.reasons import Fact, Reason, because
from agragati.plans.rules.rounding import EXACT, stated

ZERO, HUNDRED = Decimal(0), Decimal(100)
Target = tuple[Decimal, Value]


@dataclass(frozen=True, slots=True)
class Raw:
    """A raw score and the highest column reached; both None when the columns needed are not known."""

    score: Decimal | None
    band: Decimal | None
    because: tuple[Reason, ...]


def raw_score(indicator: Indicator, value: Value, method: Method, ratio_floor: Decimal = ZERO) -> Raw:
    """Score a value against the indicator's known targets, which must not contradict each other.

    `ratio_floor`: below this percent of the target RATIO gives 0 (a framework's setting; 0 = no floor).
    """
    if not indicator.targets:
        return Raw(None, None, (because("levels_unknown"),))
    with localcontext(EXACT):
        if method is Method.RATIO:
            return _ratio(indicator, value, ratio_floor)
        return _METHODS[method](indicator, value)


def targets_agree(indicator: Indicator) -> bool:
    """Tell whether the targets are of one kind and never harder in a lower column."""
    values = [value for _, value in indicator.targets]
    if indicator.levels and indicator.levels_complete and not values:
        return False
    if len({isinstance(value, date) for value in values}) > 1:
        return False
    goods = [indicator.goodness(value) for value in values]
    return all(upper >= lower for upper, lower in itertools.pairwise(goods))


def _linear(indicator: Indicator, value: Value) -> Raw:
    targets = indicator.targets
    index = _reached(indicator, value)
    if index is None:
        return _below_last(indicator, value)
    percent, target = targets[index]
    if index == 0:
        return _at_top(indicator, value)
    if indicator.goodness(value) == indicator.goodness(target):
        reason = because("on_level", **_facts(indicator, value, percent, target), raw=percent)
        return Raw(percent, percent, (reason,))
    return _between(indicator, value, targets[index - 1], targets[index])


def _between(indicator: Indicator, value: Value, upper: Target, lower: Target) -> Raw:
    part = indicator.goodness(value) - indicator.goodness(lower[1])
    whole = indicator.goodness(upper[1]) - indicator.goodness(lower[1])
    score = lower[0] + (upper[0] - lower[0]) * part / whole
    facts: dict[str, Fact] = {
        "achieved": value,
        "unit": indicator.measure,
        "above": upper[0],
        "below": lower[0],
        "upper": upper[1],
        "lower": lower[1],
        "part": _plain(part),
        "whole": _plain(whole),
        "days": _plain(whole - part),
        "raw": score,
    }
    key = "between_linear"
    if isinstance(value, date) and indicator.direction is Direction.LOWER:
        key = "date_late_linear" if upper == indicator.targets[0] else "date_later_linear"
    return Raw(score, lower[0], (because(key, **facts),))


def _step(indicator: Indicator, value: Value) -> Raw:
    index = _reached(indicator, value)
    if index is None:
        return _below_last(indicator, value)
    if index == 0:
        return _at_top(indicator, value)
    percent, target = indicator.targets[index]
    return Raw(percent, percent, (because("step", **_facts(indicator, value, percent, target), raw=percent),))


def _ratio(indicator: Indicator, value: Value, floor: Decimal) -> Raw:
    percent, target = indicator.targets[0]
    lower_is_better = indicator.direction is Direction.LOWER
    if isinstance(value, date) or isinstance(target, date) or lower_is_better or target <= 0:
        return _all_or_nothing(indicator, value)
    if value >= target:
        return _at_top(indicator, value)
    score = value / target * percent
    if score < floor:
        return Raw(ZERO, ZERO, (because("ratio_below_floor", known=score, percent=floor),))
    band = next((level for level, wanted in indicator.targets if indicator.goodness(wanted) <= value), ZERO)
    return Raw(score, band, (because("ratio", **_facts(indicator, value, percent, target), raw=score),))


def _all_or_nothing(indicator: Indicator, value: Value) -> Raw:
    percent, target = indicator.targets[0]
    if indicator.goodness(value) >= indicator.goodness(target):
        return _at_top(indicator, value)
    reason = because("all_or_nothing_missed", **_facts(indicator, value, percent, target))
    return Raw(ZERO, ZERO, (reason,))


_METHODS: dict[Method, Callable[[Indicator, Value], Raw]] = {
    Method.LINEAR: _linear,
    Method.STEP: _step,
    Method.ALL_OR_NOTHING: _all_or_nothing,
}


def _reached(indicator: Indicator, value: Value) -> int | None:
    """Give the index of the best target reached, or None below all of them."""
    good = indicator.goodness(value)
    return next((i for i, (_, t) in enumerate(indicator.targets) if good >= indicator.goodness(t)), None)


def _at_top(indicator: Indicator, value: Value) -> Raw:
    percent, target = indicator.targets[0]
    facts = _facts(indicator, value, percent, target)
    key = "reached"
    if isinstance(value, date) and isinstance(target, date):
        early = (target - value).days
        key = "date_early" if early > 0 else "date_on_time"
        facts["days"] = early
    return Raw(percent, percent, (because(key, **facts, raw=percent),))


def _below_last(indicator: Indicator, value: Value) -> Raw:
    percent, target = indicator.targets[-1]
    facts = _facts(indicator, value, percent, target)
    if not indicator.levels_complete:
        return Raw(None, None, (because("below_known_levels", **facts),))
    if isinstance(value, date) and isinstance(target, date) and value > target:
        return Raw(ZERO, ZERO, (because("date_after_last", **facts, days=(value - target).days),))
    return Raw(ZERO, ZERO, (because("below_last", **facts),))


def _facts(indicator: Indicator, value: Value, percent: Decimal, target: Value) -> dict[str, Fact]:
    return {"achieved": value, "unit": indicator.measure, "percent": percent, "target": target}


def _plain(number: Decimal) -> Fact:
    """Give whole differences as int, so that "4/7" carries no unit."""
    return int(number) if number == number.to_integral_value() else stated(number, 4)
