"""A framework's document as TOML text, as a person would write it: plain names first, then one table a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from agragati.kernel.errors import BadInput

_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def to_toml(document: Mapping[str, object]) -> str:
    """Give a document as TOML. What TOML cannot say (an empty value) is left out; reading it gives the same table."""
    simple = {name: value for name, value in document.items() if not _is_rows(value)}
    lines = [f"{_key(name)} = {_value(value)}" for name, value in simple.items() if value is not None]
    for name, rows in document.items():
        if _is_rows(rows):
            lines.extend(_rows(name, rows))
    return "\n".join(lines) + "\n"


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _rows(name: str, rows: object) -> Iterator[str]:
    assert isinstance(rows, list)
    for row in rows:
        yield ""
        yield f"[[{_key(name)}]]"
        yield from (f"{_key(field)} = {_value(value)}" for field, value in row.items() if value is not None)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(item) for item in value if item is not None)}]"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(name)} = {_value(item)}" for name, item in value.items() if item is not None)
        return f"{{ {inside} }}" if inside else "{}"
    raise BadInput("A value of the document cannot be written as TOML (%(kind)s).", kind=type(value).__name__)
