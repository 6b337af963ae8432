"""The text of a page that was read, from its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def text_of_blocks(blocks: Iterable[Mapping[str, Any]]) -> str:
    """Lines in order; rows of tables as lines, their cells parted by tabs."""
    lines: list[str] = []
    for block in blocks:
        lines += ["\t".join(" ".join(cell.split()) for cell in row) for row in block["rows"]] or [block["text"]]
    return "\n".join(lines)
