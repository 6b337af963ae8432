"""From the bytes of a JSON or TOML file to a plain table, refusing what is neither. Pure: the caller reads the file."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from agragati.kernel.errors import BadInput

LARGEST_DOCUMENT = 5 * 1024 * 1024
_DEEPEST = 40
_FOREIGN = (
    (b"PK\x03\x04", "a ZIP archive (or DOCX, XLSX)"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
Table = dict[str, object]


def parse_document(data: bytes, name: str = "") -> Table:
    """Read JSON or TOML (told by the ending, else by the first character) into a table; numbers become Decimal.

    Raises BadInput, whose field is `name`, for an empty, too large, foreign or broken file.
    """
    if len(data) > LARGEST_DOCUMENT:
        raise too_large(name)
    text = _text(data, name)
    as_json = name.lower().endswith(".json") or (not name.lower().endswith(".toml") and text.lstrip().startswith("{"))
    found = _parsed(_from_json if as_json else _from_toml, text, name)
    if not isinstance(found, dict):
        raise BadInput("The file must hold one table (an object in braces).", field=name)
    if _depth(found) > _DEEPEST:
        raise BadInput("The file is nested too deeply.", field=name)
    return found


def too_large(name: str) -> BadInput:
    """Give the refusal of a file over the limit, for callers that can tell the size before reading."""
    limit = LARGEST_DOCUMENT // (1024 * 1024)
    return BadInput("The file is larger than %(limit)s MB.", field=name, limit=limit)


def _text(data: bytes, name: str) -> str:
    for mark, what in _FOREIGN:
        if data.startswith(mark):
            raise BadInput("The file is %(what)s, not JSON or TOML.", field=name, what=what)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("The file is not UTF-8 text.", field=name) from error
    if not text.strip():
        raise BadInput("The file is empty.", field=name)
    return text


def _parsed(read: Callable[[str], object], text: str, name: str) -> object:
    try:
        return read(text)
    except BadInput as error:
        raise BadInput(error.key, field=name, **error.params) from error
    except (json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput("The file cannot be read: %(reason)s.", field=name, reason=str(error)) from error
    except (RecursionError, ValueError, InvalidOperation) as error:
        raise BadInput("The file holds a number or a nesting that cannot be read.", field=name) from error


def _from_json(text: str) -> object:
    return json.loads(
        text,
        parse_float=Decimal,
        parse_int=Decimal,
        parse_constant=_refuse_constant,
        object_pairs_hook=_without_twins,
    )


def _from_toml(text: str) -> object:
    return tomllib.loads(text, parse_float=Decimal)


def _refuse_constant(word: str) -> object:
    raise BadInput("%(word)s is not a number.", word=word)


def _without_twins(pairs: list[tuple[str, object]]) -> Table:
    table: Table = {}
    for key, value in pairs:
        if key in table:
            raise BadInput('The name "%(name)s" stands twice in one table.', name=key)
        table[key] = value
    return table


def _depth(found: object) -> int:
    deepest, waiting = 0, [(found, 1)]
    while waiting:
        item, depth = waiting.pop()
        deepest = max(deepest, depth)
        inside = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        waiting.extend((child, depth + 1) for child in inside)
    return deepest
