"""Shared constants given another value after a table was published."""

from __future__ import annotations

import copy
from collections.abc import Mapping

Document = dict[str, object]


def with_constants(document: Mapping[str, object], changed: Mapping[str, Mapping[str, str]]) -> Document:
    """Give the document with the values now in force; `changed` is name → {value, source}. The given one stays."""
    if not changed:
        return dict(document)
    made: Document = copy.deepcopy(dict(document))
    rows = made.get("constants")
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and (new := changed.get(str(row.get("name")))):
            row |= {"value": new["value"], "source": new.get("source", "")}
    return made
