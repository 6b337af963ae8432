"""A paper as plain JSON values and back: what an issued letter keeps, so that it can be printed again bit by bit."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from agragati.papers.rules import blocks, paper
from agragati.papers.rules.paper import Paper

KIND, DAY, BYTES = "t", "day", "bytes"
_CLASSES: dict[str, type] = {
    name: thing
    for module in (blocks, paper)
    for name, thing in vars(module).items()
    if isinstance(thing, type) and is_dataclass(thing)
}


def to_data(value: Any) -> Any:
    """Give a paper, or any part of one, as lists, objects, texts and numbers."""
    if is_dataclass(value):
        return {KIND: type(value).__name__} | {f.name: to_data(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [to_data(part) for part in value]
    if isinstance(value, date):
        return {KIND: DAY, DAY: value.isoformat()}
    if isinstance(value, bytes):
        return {KIND: BYTES, BYTES: base64.b64encode(value).decode()}
    return value


def paper_from(data: Mapping[str, Any]) -> Paper:
    """Give the paper back. Raises ValueError for what is no stored paper."""
    made = _from(data)
    if not isinstance(made, Paper):
        raise ValueError("this is not a stored paper")
    return made


def _from(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_from(part) for part in data)
    if not isinstance(data, Mapping):
        return data
    kind = data.get(KIND)
    if kind == DAY:
        return date.fromisoformat(data[DAY])
    if kind == BYTES:
        return base64.b64decode(data[BYTES])
    if kind not in _CLASSES:
        raise ValueError(f"no part of a paper is called {kind!r}")
    return _CLASSES[kind](**{name: _from(part) for name, part in data.items() if name != KIND})
