"""A table of a text without empty lines may have swallowed its neighbours: labels above it, the closing under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agragati.meetings.rules.words import rx

Cells = tuple[str, ...]

_LABEL = rx(r"^(?:সভাপতি|আহ্বায়ক|আহবায়ক|সভার তারিখ|তারিখ|স্থান|সভার স্থান|সময়|সভার সময়|উপস্থিত)")
_HEAD = rx(r"^(?:গৃহীত\s)?সিদ্ধান্ত")
_ENDED = rx(r"সমাপ্তি\s*ঘোষ|সভা(?:র কাজ)? (?:সমাপ্ত|শেষ)|সমাপ্তি টানেন|সভার সমাপ্তি|সমাপ্ত ঘোষ")
_SERIAL = re.compile(r"^[(]?[০-৯0-9]{1,2}[।.)]*$")
_SHORT = 30  # letters of a column's title


def is_end(text: str) -> bool:
    """Whether a line holds the closing formula of a meeting."""
    return bool(_ENDED.search(text))


def without_labels_above(rows: Sequence[Cells]) -> tuple[list[Cells], list[Cells]]:
    """The label rows above a decision table, and the table; no labels when the table begins with its own head."""
    at = next((at for at, row in enumerate(rows) if _is_head(row)), 0)
    if not at or not all(_LABEL.match(row[0]) or not row[0] for row in rows[:at]):
        return [], list(rows)
    return list(rows[:at]), mended(rows[at:])


def _is_head(row: Cells) -> bool:
    filled = [cell for cell in row if cell]
    return len(filled) >= 3 and max(map(len, filled)) <= _SHORT and any(_HEAD.match(cell) for cell in filled)


def mended(rows: Sequence[Cells]) -> list[Cells]:
    """Rows that a line end inside a cell broke in two, put together: two that fill the width between them."""
    whole: list[Cells] = []
    for row in rows:
        if whole and _goes_on(whole[-1], row):
            before = _filled(whole[-1])
            joined = (*whole[-1][: before - 1], f"{whole[-1][before - 1]}\n{row[0]}", *row[1:])
            whole[-1] = joined[: len(row)]
        else:
            whole.append(row)
    return whole


def _goes_on(above: Cells, row: Cells) -> bool:
    before, after = _filled(above), _filled(row)
    if not row[0] or _SERIAL.match(row[0]) or not 0 < before < len(above):
        return False
    return before + after - 1 == len(row)


def _filled(row: Cells) -> int:
    """How many cells, counted to the last that holds something."""
    return max((at for at, cell in enumerate(row, 1) if cell), default=0)


def without_closing(rows: Sequence[Cells]) -> tuple[list[Cells], list[str]]:
    """The table, and the lines from the closing formula on that stood in its last cell and in rows after it."""
    for at, row in enumerate(rows):
        lines = row[-1].split("\n")
        end = next((place for place, text in enumerate(lines) if place and is_end(text)), None)
        if end is not None:
            kept = (*row[:-1], "\n".join(lines[:end]))
            after = [piece for later in rows[at + 1 :] for piece in _as_lines(later)]
            return [*rows[:at], kept], [*lines[end:], *after]
    return list(rows), []


def _as_lines(row: Cells) -> list[str]:
    return "\t".join(cell for cell in row if cell).split("\n")
