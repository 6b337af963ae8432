"""The value of an indicator that is computed: its figures, the shared terms, and the sum with the numbers put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from agragati.kernel.errors import BadInput
from agragati.kernel.numbers import group

from .formula_terms import Figure, Shared
from .formulas import DividesByZero, Formula, read_formula, value_of
from .reasons import Reason, because
from .rounding import short, stated

LARGEST = Decimal(10) ** 15
_WORD = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_PRETTY = str.maketrans({"*": "×", "/": "÷", "-": "−"})


class Unresolved(BadInput):
    """A formula names something nobody declared, or names itself through others."""


@dataclass(frozen=True, slots=True)
class Computed:
    """What a formula gives: the value, None when it divides by zero or grows past all use, and the steps in words."""

    value: Decimal | None
    steps: tuple[Reason, ...]
    divides_by_zero: bool = False


def compute(formula: str, figures: tuple[Figure, ...], shared: Shared, given: Mapping[str, Decimal]) -> Computed:
    """Reckon a formula from the stated figures. Raises Unresolved for a name without a value or a cycle."""
    labels = _labels(figures, shared)
    values = {name: value for name, value in given.items() if name in {figure.name for figure in figures}}
    steps: list[Reason] = []
    for name, part in resolved(read_formula(formula), values, shared):
        try:
            found = value_of(part, values)
        except DividesByZero:
            return Computed(None, (*steps, because("formula_zero", **_words(part, labels, values))), True)
        if abs(found) > LARGEST:
            return Computed(None, (*steps, because("formula_too_large", **_words(part, labels, values))))
        key = "formula_part" if name else "formula"
        said = {"text": labels[name]} if name else {}
        steps.append(because(key, **said, **_words(part, labels, values), answer=_number(found)))
        values[name] = found
    return Computed(values[""], tuple(steps))


def formula_by_labels(formula: str, figures: tuple[Figure, ...], shared: Shared) -> str:
    """A formula by the names people use: 100 × নিষ্পন্ন ÷ কার্যকর আবেদন."""
    return _words(read_formula(formula), _labels(figures, shared), {})["formula"]


def _labels(figures: tuple[Figure, ...], shared: Shared) -> dict[str, str]:
    labels = {figure.name: figure.label or figure.name for figure in figures}
    return labels | {name: shared.label(name) for name in shared.names}


def resolved(formula: Formula, values: dict[str, Decimal], shared: Shared) -> Iterator[tuple[str, Formula]]:
    """Give the sub-expressions a formula needs in the order they are reckoned, the formula itself (name "") last.

    Constants are put into `values` on the way. Raises Unresolved.
    """
    done: set[str] = set()
    yield from _needed("", formula, values, shared, done, ())


def _needed(
    name: str, formula: Formula, values: dict[str, Decimal], shared: Shared, done: set[str], above: tuple[str, ...]
) -> Iterator[tuple[str, Formula]]:
    for inner in formula.names:
        if inner in values or inner in done:
            continue
        if inner in above:
            raise Unresolved("The sub-expression %(name)s needs itself.", name=inner)
        constant, expression = shared.constant(inner), shared.expression(inner)
        if constant is not None and isinstance(constant.value, Decimal):
            values[inner] = constant.value
        elif expression is not None:
            yield from _needed(inner, read_formula(expression.formula), values, shared, done, (*above, inner))
        else:
            raise Unresolved("%(name)s is no figure, constant or sub-expression.", name=inner)
    done.add(name)
    yield name, formula


def term_value(text: str, shared: Shared) -> Decimal | date:
    """The value of a target written as a name or "= formula" over constants. Raises BadInput when it has none."""
    plain = text.strip().removeprefix("=").strip()
    named = shared.constant(plain)
    if named is not None:
        return named.value
    try:
        found = compute(plain, (), shared, {})
    except Unresolved as error:
        raise BadInput("%(name)s has no value that a target could use.", name=error.params["name"]) from error
    if found.value is None:
        raise BadInput("The formula divides by zero.")
    return found.value


def _words(part: Formula, labels: Mapping[str, str], values: Mapping[str, Decimal]) -> dict[str, str]:
    """The formula by the names people use, and with the numbers put in."""
    pretty = part.text.translate(_PRETTY)
    named = _WORD.sub(lambda word: labels.get(word[0], word[0]), pretty)
    filled = _WORD.sub(lambda word: _filled(word[0], values), pretty)
    return {"formula": named, "numbers": filled}


def _filled(word: str, values: Mapping[str, Decimal]) -> str:
    if word not in values:
        return word
    number = _number(values[word])
    return f"({number})" if values[word] < 0 else number


def _number(value: Decimal) -> str:
    """A number in a sentence: grouped, at most four places, never rounded up where it is whole."""
    return group(Decimal(stated(value, 4))) if abs(value) >= 1000 else short(value, 4)
