"""R1–R3 on the plan as signed, and R12 on the office's own dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..choices import Level
from ..lint import lint
from ..reasons import because
from .facts import Doubt, PlanFacts, Severity

# What is not known yet is shown as estimated on the plan's page; it is no doubt about anyone's honesty.
_KNOWN_UNKNOWNS = {"R1-weight-unknown", "R3-levels-unknown"}


def weights(facts: PlanFacts) -> Iterator[Doubt]:
    """R1: indicators sum to the total; printed area weights agree with them."""
    yield from _linted(facts, "R1")


def units(facts: PlanFacts) -> Iterator[Doubt]:
    """R2: the printed unit fits the kind of the targets."""
    yield from _linted(facts, "R2")


def levels(facts: PlanFacts) -> Iterator[Doubt]:
    """R3: targets are monotone, "-" only at the tail."""
    yield from _linted(facts, "R3")


def _linted(facts: PlanFacts, rule: str) -> Iterator[Doubt]:
    for found in lint(facts.framework):
        if found.rule.startswith(f"{rule}-") and found.rule not in _KNOWN_UNKNOWNS:
            severity = Severity.HIGH if found.level is Level.ERROR else Severity.LOW
            yield Doubt(rule, severity, found.code, f"{found.rule}:{found.code}", found.reason)


def own_dates(facts: PlanFacts) -> Iterator[Doubt]:
    """R12: the office's own date is not after the official one."""
    for row in facts.rows:
        official = [value for _, value in row.indicator.targets if isinstance(value, date)]
        last = official[0] if official else max(row.official, default=None)
        if row.own_due and last and row.own_due > last:
            reason = because("R12-own-after-official", day=row.own_due, target=last)
            yield Doubt("R12", Severity.LOW, row.indicator.code, "own_due", reason)
