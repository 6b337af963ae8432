"""Reasons as the database keeps them: every value with its type, so that the sentence is the same tomorrow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from .choices import Unit
from .reasons import Fact, Reason


def values_to_json(reason: Reason) -> dict[str, list[str]]:
    """Give the values of a reason as JSON: name → [type, text]."""
    return {name: _pack(value) for name, value in reason.values.items()}


def reason_from_json(key: str, values: Mapping[str, object]) -> Reason:
    """Give the reason again."""
    unpacked = {name: _unpack(pair) for name, pair in values.items()}
    return Reason(key, MappingProxyType(unpacked))


def _pack(value: Fact) -> list[str]:
    if isinstance(value, Unit):
        return ["unit", value.value]
    if isinstance(value, Decimal):
        return ["number", str(value)]
    if isinstance(value, date):
        return ["day", value.isoformat()]
    return ["count" if isinstance(value, int) else "text", str(value)]


def _unpack(pair: object) -> Fact:
    kind, text = pair if isinstance(pair, list | tuple) else ("text", str(pair))
    if kind == "unit":
        return Unit(text)
    if kind == "number":
        return Decimal(text)
    if kind == "day":
        return date.fromisoformat(text)
    return int(text) if kind == "count" else str(text)
