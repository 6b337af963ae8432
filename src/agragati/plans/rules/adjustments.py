"""Figures that are awarded instead of the verified ones, as a person types them: one a line, with why."""

from __future__ import annotations

from dataclasses import dataclass

from agragati.kernel.errors import BadInput

from .achievement import Achievement
from .choices import Unit
from .reading_values import as_code, as_day, as_number

Typed = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A figure that is awarded instead of the verified one, with why."""

    figure: Achievement
    reason: str


def read_adjustments(text: str) -> Typed:
    """Read "2.2.1: 2 | why" lines: code → (figure as typed, why). Raises BadInput naming the line at fault."""
    found: Typed = {}
    for line, raw in enumerate(text.splitlines(), 1):
        if not raw.strip():
            continue
        head, _, reason = raw.partition("|")
        code, colon, figure = head.partition(":")
        if not (colon and figure.strip() and reason.strip()):
            raise BadInput("Line %(line)s: write code: figure | why.", line=line)
        key = as_code(code.strip())
        if key in found:
            raise BadInput("Line %(line)s names an indicator again.", line=line)
        found[key] = (figure.strip(), reason.strip())
    return found


def figure_of_text(text: str, measure: Unit) -> Achievement:
    """Read a typed figure for what the indicator measures: a day, a number, or "30/40". Raises BadInput."""
    if measure is Unit.DATE:
        return Achievement(day=as_day(text))
    if "/" in text:
        upper, _, lower = text.partition("/")
        return Achievement(numerator=as_number(upper.strip()), denominator=as_number(lower.strip()))
    return Achievement(value=as_number(text))
