"""What every reader of papers gives: lines and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Block:
    """One line of text, or one table.

    `rows` is a full grid: every row has the same number of cells. A merged cell carries its text in its first
    place (top left) and is "" in the others; a missing cell is "". A line end inside a cell is "\\n".
    `page` counts from 1; text files have one page unless they carry form feeds.
    """

    kind: Literal["line", "table"]
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    page: int = 1


def line(text: str, page: int = 1) -> Block:
    """Give a block of one line."""
    return Block("line", text=text, page=page)


def table(rows: Iterable[Sequence[str]], page: int = 1) -> Block:
    """Give a block of a table; short rows are filled with "" on the right."""
    grid = [tuple(row) for row in rows]
    width = max((len(row) for row in grid), default=0)
    return Block("table", rows=tuple((*row, *[""] * (width - len(row))) for row in grid), page=page)


def as_json(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Give the blocks as plain lists and dicts."""
    return [asdict(block) for block in blocks]
