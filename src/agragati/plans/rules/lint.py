"""Checks of a framework before anyone scores by it. Rule names begin with the integrity rule they serve (R1-R3, R6).

Errors contradict the table itself; warnings are oddities that signed official papers do carry and that must stay
printable as they are (the 2021-22 table has printed area weights 35/15 over indicators of 29/21, and the unit
সংখ্যা over date targets).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from agragati.plans.rules.choices import Level, Unit
from agragati.plans.rules.countable import counting_findings
from agragati.plans.rules.formula_checks import formula_findings
from agragati.plans.rules.framework import Framework, Indicator, LevelTarget
from agragati.plans.rules.legends import legend_findings
from agragati.plans.rules.reasons import Finding, fault, warn

HUNDRED = Decimal(100)


def lint(framework: Framework) -> tuple[Finding, ...]:
    """Give every finding of a framework: errors and warnings, plan first, then indicator by indicator."""
    found = [*framework.reading_notes, *_weights(framework), *_codes(framework)]
    for indicator in framework.indicators:
        found.extend(_unit(indicator))
        found.extend(_columns(indicator))
        found.extend(_targets(indicator))
        found.extend(_days(framework, indicator))
        found.extend(_foreseen(indicator))
    found.extend(_evidence(framework))
    found.extend(formula_findings(framework))
    found.extend(legend_findings(framework.legend))
    found.extend(counting_findings(framework))
    return tuple(found)


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Tell whether any finding blocks publication."""
    return any(finding.level is Level.ERROR for finding in findings)


def _weights(framework: Framework) -> Iterator[Finding]:
    """R1: indicators sum to the total; printed area weights are compared, never trusted (domain §0.2 no. 4)."""
    for indicator in framework.indicators:
        if indicator.weight is None:
            yield warn("R1-weight-unknown", indicator.code)
        elif indicator.weight <= 0:
            yield fault("R1-weight-positive", indicator.code, weight=indicator.weight)
    summed = _sum(framework.indicators)
    if summed is not None and summed != framework.total:
        yield fault("R1-weights-sum", sum=summed, total=framework.total)
    yield from _areas(framework)


def _areas(framework: Framework) -> Iterator[Finding]:
    for area in framework.areas:
        inside = tuple(item for item in framework.indicators if item.area_code == area.code)
        summed = _sum(inside)
        if area.weight is not None and inside and summed is not None and summed != area.weight:
            yield warn("R1-area-sum", area.code, area=area.code, printed=area.weight, sum=summed)
    printed = [area.weight for area in framework.areas if area.weight is not None]
    if printed and len(printed) == len(framework.areas) and sum(printed) != framework.total:
        yield warn("R1-area-weights-sum", sum=sum(printed, Decimal(0)), total=framework.total)


def _sum(indicators: tuple[Indicator, ...]) -> Decimal | None:
    weights = [item.weight for item in indicators if item.weight is not None]
    return sum(weights, Decimal(0)) if len(weights) == len(indicators) else None


def _codes(framework: Framework) -> Iterator[Finding]:
    codes = Counter(item.code for item in framework.indicators)
    yield from (fault("code-duplicate", code) for code, count in codes.items() if count > 1)
    areas = Counter(area.code for area in framework.areas)
    yield from (fault("code-duplicate", code) for code, count in areas.items() if count > 1)
    activities = {activity.code for activity in framework.activities}
    for indicator in framework.indicators:
        if areas and indicator.area_code not in areas:
            yield fault("code-area", indicator.code, area=indicator.area_code)
        if activities and indicator.activity_code not in activities:
            yield warn("code-activity", indicator.code, activity=indicator.activity_code)


def _unit(indicator: Indicator) -> Iterator[Finding]:
    """R2: the printed unit and the kind of the targets agree."""
    kinds = {isinstance(value, date) for _, value in indicator.targets}
    if len(kinds) > 1:
        yield fault("R2-mixed-targets", indicator.code)
    elif indicator.unit is Unit.BLANK:
        if kinds:
            yield warn("R2-unit-blank", indicator.code, measure=indicator.measure)
    elif kinds and not _same_kind(indicator):
        printed = indicator.printed_unit or indicator.unit.value
        yield warn("R2-unit", indicator.code, printed_unit=printed, measure=indicator.measure)


def _same_kind(indicator: Indicator) -> bool:
    if indicator.percent_targets and indicator.unit is Unit.NUMBER:
        return False
    return indicator.unit is indicator.measure


def _columns(indicator: Indicator) -> Iterator[Finding]:
    """R3: percents descend, "-" stands only at the tail, at least one target."""
    levels = indicator.levels
    for level in levels:
        if not 0 < level.percent <= HUNDRED:
            yield fault("R3-percent-range", indicator.code, percent=level.percent)
    for upper, lower in itertools.pairwise(levels):
        if upper.percent <= lower.percent:
            yield fault("R3-percent-order", indicator.code, above=upper.percent, below=lower.percent)
    yield from _gaps(indicator, levels)
    if not indicator.levels_complete:
        yield warn("R3-levels-unknown", indicator.code)


def _gaps(indicator: Indicator, levels: tuple[LevelTarget, ...]) -> Iterator[Finding]:
    if levels and not indicator.targets:
        yield fault("R3-no-target", indicator.code)
        return
    filled = [place for place, level in enumerate(levels) if level.value is not None]
    last = filled[-1] if filled else -1
    for level in levels[: last + 1]:
        if level.value is None:
            yield fault("R3-gap", indicator.code, percent=level.percent)


def _targets(indicator: Indicator) -> Iterator[Finding]:
    """R3: a lower column never asks for more than a higher one."""
    targets = indicator.targets
    if len({isinstance(value, date) for _, value in targets}) > 1:
        return
    for (above, upper), (below, lower) in itertools.pairwise(targets):
        facts = {"above": above, "below": below, "upper": upper, "lower": lower, "unit": indicator.measure}
        if indicator.goodness(upper) < indicator.goodness(lower):
            yield fault("R3-direction", indicator.code, **facts)
        elif upper == lower:
            yield warn("R3-equal-levels", indicator.code, **facts)
    for _, value in targets:
        percent = indicator.measure is Unit.PERCENT and isinstance(value, Decimal)
        if percent and not indicator.may_exceed_100 and not 0 <= value <= HUNDRED:  # type: ignore[operator]
            yield fault("R3-percent-target", indicator.code, target=value, unit=indicator.measure)


def _days(framework: Framework, indicator: Indicator) -> Iterator[Finding]:
    year = framework.fiscal_year
    for _, value in indicator.targets:
        if isinstance(value, date) and value not in year:
            yield warn("R3-outside-year", indicator.code, target=value, start=year.start, end=year.end)


def _foreseen(indicator: Indicator) -> Iterator[Finding]:
    """R17: a target easier than what an earlier plan foresaw for this year."""
    goal = indicator.targets[0][1] if indicator.targets else None
    foreseen = indicator.projected
    if goal is not None and foreseen is not None and indicator.is_easier(goal, foreseen):
        yield warn("R17-below-projection", indicator.code, target=goal, upper=foreseen, unit=indicator.measure)


def _evidence(framework: Framework) -> Iterator[Finding]:
    bare = [item.code for item in framework.indicators if not item.evidence]
    if bare:
        yield warn("R6-evidence-list", codes=", ".join(bare))
