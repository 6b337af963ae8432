"""What every reader of papers gives: pages of lines and tables in reading order, and how sure each is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Source = Literal["text", "bijoy", "ocr", "none"]
Box = tuple[float, float, float, float]  # left, top, right, bottom in points from the top left of the page
Span = tuple[int, int, int, int]  # a merged cell: row and column of its first place, rows down, columns across
UNSURE = 0.6  # a word read with less confidence is shown as doubtful


@dataclass(frozen=True)
class Block:
    """One line of text, or one table.

    `rows` is a full grid: every row has the same number of cells. A merged cell carries its text in its first
    place (top left) and is "" in the others, and `spans` names it where the file tells; a missing cell is "". A line
    end inside a cell is "\\n".
    `page` counts from 1; text files have one page unless they carry form feeds. `bbox` is None where the file
    tells no places. `confidence` is 1 for text that was typed, below 1 for text read off a picture; `doubtful`
    are its words under 0.6.
    """

    kind: Literal["line", "table"]
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    page: int = 1
    bbox: Box | None = None
    confidence: float = 1.0
    doubtful: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def words(self) -> str:
        """Its whole text: cells parted by tabs, rows by line ends."""
        return self.text or "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in self.rows)


@dataclass(frozen=True)
class Page:
    """A page: its size in points (None where the file has no pages), where its text came from, and its blocks.

    `angle` is by how many degrees a crooked scan was turned before it was read; boxes are those of the turned
    page. `warnings` are English sentences. Source "none": the page could not be read.
    """

    number: int
    width: float | None
    height: float | None
    source: Source
    confidence: float
    blocks: tuple[Block, ...]
    angle: float = 0.0
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The page as text, a line for each line or row."""
        return "\n".join(block.words for block in self.blocks)


def line(text: str, page: int = 1, bbox: Box | None = None) -> Block:
    """Give a block of one line."""
    return Block("line", text=text, page=page, bbox=bbox)


def table(rows: Iterable[Sequence[str]], page: int = 1, bbox: Box | None = None, spans: Iterable[Span] = ()) -> Block:
    """Give a block of a table; short rows are filled with "" on the right."""
    grid = [tuple(row) for row in rows]
    width = max((len(row) for row in grid), default=0)
    filled = tuple((*row, *[""] * (width - len(row))) for row in grid)
    return Block("table", rows=filled, page=page, bbox=bbox, spans=tuple(spans))


def typed_page(number: int, blocks: Sequence[Block], source: Source = "text") -> Page:
    """A page of a file that knows no sizes (TXT, DOCX)."""
    return Page(number, None, None, source, 1.0, tuple(blocks))


def as_json(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Give the blocks as plain lists and dicts."""
    return [asdict(block) for block in blocks]
