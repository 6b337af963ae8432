"""Why a mark is what it is, and what a check found: keys and plain values, no words (words: `wording`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from agragati.plans.rules.choices import Level, Unit

Fact = Decimal | date | int | str | Unit


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of an explanation: a key of the wording table and the numbers that fill it."""

    key: str
    values: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: the rule broken, how grave it is, the code it concerns ("" = the whole plan)."""

    rule: str
    level: Level
    code: str
    reason: Reason


def because(key: str, **values: Fact) -> Reason:
    """Give a reason with its values."""
    return Reason(key, MappingProxyType(values))


def warn(rule: str, code: str = "", **values: Fact) -> Finding:
    """Give a warning whose wording key is the rule's own name."""
    return Finding(rule, Level.WARNING, code, because(rule, **values))


def fault(rule: str, code: str = "", **values: Fact) -> Finding:
    """Give an error whose wording key is the rule's own name."""
    return Finding(rule, Level.ERROR, code, because(rule, **values))
