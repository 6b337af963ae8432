"""Blocks of a file → clean lines and grids; page numbers dropped; where one meeting ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agragati.kernel.text import normalise
from agragati.meetings.rules.grids import is_end, without_closing, without_labels_above
from agragati.meetings.rules.shapes import BlockLike
from agragati.meetings.rules.words import rx


@dataclass(frozen=True)
class Line:
    """One printed line, normalised, without list bullets."""

    text: str
    page: int = 1
    bullet: bool = False


@dataclass(frozen=True)
class Grid:
    """A table, every cell normalised; all rows equally wide.

    `spans` are the merged cells as far as the file tells them: row and column of the first place, which holds the
    text, then rows down and columns across. The other places they take are "".
    """

    rows: tuple[tuple[str, ...], ...]
    page: int = 1
    spans: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0


Part = Line | Grid

_PAGE_MARK = rx(
    r"^(?:[-–(\s]*(?:পৃষ্ঠা|পাতা|page|পৃ\.?|চলমান পাতা)[\s:#.-]*(?:নং|নম্বর)?[\s:-]*[0-9০-৯]{1,3}.{0,14}"
    r"|[-–\s(]*[0-9০-৯]{1,3}[-–\s)]*|চলমান.{0,10}|[-_=*.·\s]+|[০-৯0-9]{1,3}\s*/\s*[০-৯0-9]{1,3})$",
    re.IGNORECASE,
)
_GAP = re.compile(r"(?<=\S)[ \u00a0]{6,}(?=\S)")  # what stands side by side, parted by spaces alone
_LABEL = 60  # letters of a label at most
# A Latin O that a scan read for ০: beside a digit, in no Latin word.
_ZERO = re.compile(r"(?<![A-Za-z])[Oo](?=[০-৯])|(?<=[০-৯])[Oo](?![A-Za-z])")
_BULLET = re.compile(r"^(?:[-*•▪●■➢➤✓◆]\s+)+")
# "১)<tab>text": how word processors part a number from its entry.
_TABBED = re.compile(r"^([ \t]*[(]?[০-৯0-9]{1,3}[।.)]{1,2})\t+", re.MULTILINE)
_TITLE = rx(r"কার্য\s?বি?বর[ণন][ীি]|কার্যবিবরণী|কা[রয]+্?য?বিবর[ণন][ীি]|রেজুলেশ|রেজ্যুলেশ|minutes of", re.IGNORECASE)
_LETTERHEAD = rx(r"গণপ্রজাতন্ত্রী")
_OPENERS = rx(r"^(?:সভাপতি|আহ্বায়ক|আহবায়ক|সভার তারিখ|তারিখ|স্থান|সভার স্থান|সময়|উপস্থিত)")


def clean(blocks: Iterable[BlockLike]) -> list[Part]:
    """Normalise every block; drop page numbers, rules and empty rows."""
    parts: list[Part] = []
    for block in blocks:
        if block.kind == "table":
            parts += parted(_grid(block))
            continue
        for text in _TABBED.sub(r"\1 ", _read(_GAP.sub("\t", block.text))).split("\n"):
            bare = _BULLET.sub("", text.strip()).strip()
            if bare[:1] in {":", "ঃ"} and parts and isinstance(before := parts[-1], Line) and len(before.text) < _LABEL:
                # A label and its colon on lines of their own, as columns come out of a word processor.
                parts[-1] = Line(f"{before.text} : {bare.strip(' :ঃ-')}".strip(), before.page, before.bullet)
            elif bare and not _PAGE_MARK.match(bare):
                parts.append(Line(bare, block.page, bare != text.strip()))
    return parts


def _read(text: str) -> str:
    """A text in its stored form, with ০ where a scan wrote O among digits."""
    return _ZERO.sub("০", normalise(text))


def _grid(block: BlockLike) -> Grid:
    """The table of a block, normalised and without empty rows."""
    rows = [tuple(_read(cell) for cell in row) for row in block.rows]
    places = [at for at, row in enumerate(rows) if any(row)]
    spans = []
    for top, left, down, across in block.spans:
        taken = [at for at, place in enumerate(places) if top <= place < top + down]
        if taken and places[taken[0]] == top:
            spans.append((taken[0], left, len(taken), across))
    return Grid(tuple(rows[at] for at in places), block.page, tuple(spans))


def parted(grid: Grid) -> list[Part]:
    """A table without what it swallowed: labels above it as a table of their own, the closing under it as lines."""
    if not grid.rows:
        return []
    labels, rows = without_labels_above(grid.rows)
    kept, lines = without_closing(rows)
    found: list[Part] = [Grid(tuple(labels), grid.page)] if labels else []
    table = Grid(tuple(kept), grid.page, () if labels else grid.spans)
    return [*found, table, *(Line(text.strip(), grid.page) for text in lines if text.strip())]


def is_title(text: str) -> bool:
    """Whether a line names the paper: কার্যবিবরণী in its spellings, রেজুলেশন."""
    return len(text) < 420 and bool(_TITLE.search(text))


def split_meetings(parts: Sequence[Part]) -> list[list[Part]]:
    """Cut a file into its meetings: a new one starts at a title after the last one closed."""
    cuts = [0]
    closed = False
    for at, part in enumerate(parts):
        if isinstance(part, Grid):
            continue
        if closed and is_title(part.text) and _has_header(parts, at):
            cuts.append(_back_to_letterhead(parts, at, cuts[-1]))
            closed = False
        closed = closed or is_end(part.text)
    return [list(parts[a:b]) for a, b in zip(cuts, [*cuts[1:], len(parts)], strict=True)]


def _has_header(parts: Sequence[Part], at: int) -> bool:
    follow = list(texts(parts[at + 1 : at + 16]))
    return sum(bool(_OPENERS.match(text)) for text in follow) >= 2


def _back_to_letterhead(parts: Sequence[Part], at: int, floor: int) -> int:
    for back in range(at, max(at - 10, floor), -1):
        part = parts[back]
        if isinstance(part, Line) and _LETTERHEAD.search(part.text):
            return back
    return at


def texts(parts: Iterable[Part]) -> Iterator[str]:
    """The lines of the parts; a grid gives its rows, cells parted by tabs."""
    for part in parts:
        if isinstance(part, Line):
            yield part.text
        else:
            yield from ("\t".join(cell.replace("\n", " ") for cell in row) for row in part.rows)
