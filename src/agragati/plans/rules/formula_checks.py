"""What the linter says of formulas: unknown names, cycles, names used twice, unlike units, targets of other units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from .choices import Unit
from .computing import Unresolved, resolved
from .formula_terms import Figure, Shared
from .formulas import UnitOf, UnitsDiffer, read_formula, unit_named, unit_of, unit_text
from .framework import Framework, Indicator
from .reasons import Finding, fault, warn

_ANY_UNIT = {"সংখ্যা", "number", "count", "", "-"}


def formula_findings(framework: Framework) -> Iterator[Finding]:
    """Give what is wrong in the shared terms and in every computed indicator."""
    yield from _shared(framework)
    for indicator in framework.indicators:
        yield from _targets(indicator)
        if indicator.formula:
            yield from _computed(indicator)
        elif indicator.figures:
            yield warn("formula-missing", indicator.code)


def formula_is_sound(indicator: Indicator) -> bool:
    """Whether an indicator without formula, or one whose formula every figure settles."""
    return not indicator.formula or not any(_names(indicator))


def _shared(framework: Framework) -> Iterator[Finding]:
    shared = framework.shared
    names = Counter(shared.names)
    yield from (fault("formula-name-twice", text=name) for name, count in names.items() if count > 1)
    known = {figure.name: Decimal(1) for row in framework.indicators for figure in row.figures}
    for expression in shared.expressions:
        try:
            list(resolved(read_formula(expression.formula), dict(known), shared))
        except Unresolved as error:
            yield _unresolved(error, shared, "", expression.name)
    used = {name for row in framework.indicators if row.formula for name in read_formula(row.formula).names}
    used |= {name for found in shared.expressions for name in read_formula(found.formula).names}
    yield from (warn("formula-unused", text=found.name) for found in shared.expressions if found.name not in used)


def _computed(indicator: Indicator) -> Iterator[Finding]:
    if indicator.measure is Unit.DATE:
        yield fault("formula-date", indicator.code)
    yield from _names(indicator)
    needed = _leaves(indicator)
    for figure in indicator.figures:
        if needed is not None and figure.name not in needed:
            yield warn("formula-unused", indicator.code, text=figure.name)
    yield from _units(indicator)


def _names(indicator: Indicator) -> Iterator[Finding]:
    """Faults without which the formula has a value."""
    shared, figures = indicator.shared, indicator.figures
    if not figures:
        yield fault("formula-no-figure", indicator.code)
    taken = Counter([figure.name for figure in figures])
    taken.update(set(shared.names) & set(taken))
    yield from (fault("formula-name-twice", indicator.code, text=name) for name, n in taken.items() if n > 1)
    try:
        list(resolved(read_formula(indicator.formula), _ones(figures), shared))
    except Unresolved as error:
        yield _unresolved(error, shared, indicator.code, "")


def _unresolved(error: Unresolved, shared: Shared, code: str, inside: str) -> Finding:
    name = str(error.params.get("name", ""))
    constant = shared.constant(name)
    if constant is not None and isinstance(constant.value, date):
        return fault("formula-constant-date", code, text=name)
    if shared.expression(name) is not None:
        return fault("formula-cycle", code, text=name)
    where = {"place": inside} if inside else {}
    return fault("formula-unknown-part" if inside else "formula-unknown-name", code, text=name, **where)


def _ones(figures: tuple[Figure, ...]) -> dict[str, Decimal]:
    return {figure.name: Decimal(1) for figure in figures}


def _leaves(indicator: Indicator) -> set[str] | None:
    """Every name the formula needs, through its sub-expressions; None when it cannot be followed."""
    try:
        parts = list(resolved(read_formula(indicator.formula), _ones(indicator.figures), indicator.shared))
    except Unresolved:
        return None
    return {name for _, part in parts for name in part.names}


def _units(indicator: Indicator) -> Iterator[Finding]:
    """Unlike units are never added, and the result is what the indicator measures."""
    units: dict[str, UnitOf | None] = {figure.name: unit_named(figure.unit) for figure in indicator.figures}
    units |= {found.name: unit_named(found.unit) for found in indicator.shared.constants}
    result: UnitOf | None = None
    try:
        for name, part in resolved(read_formula(indicator.formula), _ones(indicator.figures), indicator.shared):
            result = unit_of(part, units)
            units[name] = result
    except Unresolved:
        return
    except UnitsDiffer as error:
        one, other = error.args
        yield fault("formula-unit", indicator.code, reason=one, text=other)
        return
    asked = indicator.printed_unit.strip()
    if indicator.measure is Unit.PERCENT and result:
        yield fault("formula-unit-result", indicator.code, reason=unit_text(result), text="%")
    elif indicator.measure is Unit.NUMBER and asked not in _ANY_UNIT and result not in (None, unit_named(asked)):
        yield fault("formula-unit-result", indicator.code, reason=unit_text(result), text=asked)


def _targets(indicator: Indicator) -> Iterator[Finding]:
    """A constant as target has the unit the indicator prints."""
    for _, term in indicator.target_terms:
        found = indicator.shared.constant(term.strip().removeprefix("=").strip())
        if found is None or not found.unit or indicator.printed_unit.strip() in _ANY_UNIT:
            continue
        if unit_named(found.unit) != unit_named(indicator.printed_unit):
            yield warn("constant-unit", indicator.code, place=found.name, reason=found.unit,
                       text=indicator.printed_unit)  # fmt: skip
