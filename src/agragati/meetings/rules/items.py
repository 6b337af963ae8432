"""Decision tables → rows → items: continued tables joined, missing cells found, split rows mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from agragati.kernel.dates import read_dates
from agragati.meetings.rules.headings import NAMED, TALK_LABEL, heading_above
from agragati.meetings.rules.layout import Grid, Line, Part
from agragati.meetings.rules.tables import (
    Columns,
    by_content,
    by_header,
    decision_score,
    kind_of,
    looks_actor,
)
from agragati.meetings.rules.words import CODE, SENTENCE_END, TALK, number_in, rx

_DITTO = re.compile(r"[-–\s\"“”]*ঐ(?:[-–\s]*ঐ)*[-–\s\"“”।]*")
# A number or letter before a topic: "১.", "(ক)", "৩.১ ". "ড." begins a name, so letters need a bracket.
_MARKED = re.compile(
    r"\(?([0-9০-৯]{1,2}(?:\.[0-9০-৯]{1,2}(?=\s))?|[ক-ন](?=\s?\)))"
    r"\s*(?:[.।)]|(?<=\.[0-9০-৯])|(?<=\.[0-9০-৯]{2}))\)?\s*(?=\D)(.+)",
    re.DOTALL,
)
_BLANK = re.compile(r"[\s\-–—_.*]*")  # "—" where a cell says nothing
_LIMIT = rx(r"(?:সময়সীমা|সময়)\s*[:ঃ]|(?:তারিখ)?(?:ের|র|এর)?\s*মধ্যে")
CELLS: tuple[str, ...] = ("serial", "topic", "discussion", "decision", "implementer", "due")


@dataclass(frozen=True)
class Row:
    """One row of a decision table, by role; "" where nothing is printed."""

    serial: str = ""
    topic: str = ""
    discussion: str = ""
    decision: str = ""
    implementer: str = ""
    due: str = ""
    more: tuple[Row, ...] = field(default=())  # further decisions of the same item, each with its own implementer
    slipped: bool = False  # a cell is missing; the others were placed by what they say
    hint: str | None = None  # what the missing topic may be
    asks_implementer: bool = False
    apart: bool = False  # stands beside a merged topic: its decision is one of its own

    @property
    def filled(self) -> set[str]:
        return {role for role in CELLS if getattr(self, role)}


@dataclass
class Table:
    """The rows of one decision table, with the columns it was read by."""

    columns: Columns
    rows: list[Row]
    width: int
    place: int


def read_tables(parts: Sequence[Part]) -> tuple[list[Table], set[int]]:
    """Read every decision table of a meeting; give them and the places of the parts they took.

    A table without header goes on the one before it when it is as wide. A table without a column of topics takes
    the heading above it, and the talk under that heading.
    """
    tables: list[Table] = []
    taken: set[int] = set()
    for at, part in enumerate(parts):
        if not isinstance(part, Grid) or kind_of(part) not in {"items", "layout"}:
            continue
        before = tables[-1] if tables else None
        columns = _columns(part, before, fresh=before is None or not _adjacent(parts, taken, at))
        if columns is None:
            continue
        above = None if columns.has("topic") or columns.has("serial") else heading_above(parts, at)
        if before is None or above or (columns.header_rows and columns.roles != before.columns.roles):
            before = Table(columns, [], part.width, at)
            tables.append(before)
        _add(before, part, columns)
        taken.add(at)
        if above:
            before.rows[:] = _headed(before.rows, *above[1:])
            taken |= set(range(above[0], at))
    return tables, taken


def _headed(rows: Sequence[Row], number: str, topic: str, talk: str) -> list[Row]:
    """The rows under a heading as one item: the first is named by it, the others are further decisions."""
    if not rows:
        return []
    first, *others = rows
    talks = "\n".join(filter(None, [talk, *(row.discussion for row in rows)]))
    more = (*first.more, *(replace(row, discussion="", more=()) for row in others))
    return [replace(first, serial=number, topic=topic, discussion=talks, more=more)]


def _adjacent(parts: Sequence[Part], taken: set[int], at: int) -> bool:
    """Whether only a few short lines stand between a grid and the last table read."""
    last = max(taken, default=-1)
    between = [part for part in parts[last + 1 : at] if isinstance(part, Line)]
    return len(between) <= 4 and sum(len(line.text) for line in between) < 300


def _columns(grid: Grid, before: Table | None, *, fresh: bool) -> Columns | None:
    if kind_of(grid) == "items":
        return by_header(grid.rows)
    if before is not None and not fresh and grid.width == before.width and not _is_header_table(grid):
        return replace(before.columns, header_rows=0)
    found = by_content(grid.rows)
    if found is None and before is not None and not fresh and grid.width == before.width - 1:
        return replace(before.columns, roles=before.columns.roles[: grid.width], header_rows=0)
    return found if found and (found.has("implementer") or found.has("serial") or len(found.roles) >= 3) else None


def _is_header_table(grid: Grid) -> bool:
    return grid.width == 2 and all(len(row[0]) < 25 for row in grid.rows)


def _add(table: Table, grid: Grid, columns: Columns) -> None:
    heading = ""
    for at in range(columns.header_rows, len(grid.rows)):
        cells = _widened(grid, at, columns)
        if alone := _heading(cells, columns):
            heading = alone
            continue
        if table.rows and _is_rest(cells, columns, table.rows[-1]):
            table.rows[-1] = _joined(table.rows[-1], Row(decision="".join(cells)))
            continue
        row = _under(_place(_spelled_out(cells, columns, table.rows), columns), _above(grid, at, columns))
        if not row.filled or _repeats_header(cells):
            continue
        if heading and not row.topic and row.serial:
            row = replace(row, topic=heading)
        if table.rows and _goes_on(table.rows[-1], row, columns):
            table.rows[-1] = _joined(table.rows[-1], row)
        else:
            table.rows.append(replace(row, asks_implementer=columns.has("implementer")))


def _spelled_out(cells: Sequence[str], columns: Columns, rows: Sequence[Row]) -> list[str]:
    """ "ঐ" (the same) replaced by what the row above says."""
    last = [rows[-1], *rows[-1].more][-1] if rows else Row()
    return [
        getattr(last, role, "") if role in CELLS and _DITTO.fullmatch(cell) else cell
        for role, cell in zip(columns.roles, cells, strict=False)
    ]


def _widened(grid: Grid, at: int, columns: Columns) -> list[str]:
    """The cells of a row, dashes left out; a duty merged over the columns of talk and decision is the decision."""
    cells = ["" if _BLANK.fullmatch(cell) else cell for cell in grid.rows[at]]
    decides = columns.roles.index("decision") if columns.has("decision") else -1
    for top, left, _, across in grid.spans if sum(map(bool, cells)) > 1 else ():
        if top == at and left < decides < left + across and decision_score(cells[left]) > 0:
            cells[decides], cells[left] = cells[left], ""
    return cells


def _above(grid: Grid, at: int, columns: Columns) -> dict[str, str]:
    """What the merged cells of the rows before say beside this row, by role."""
    return {
        columns.roles[left]: grid.rows[top][left]
        for top, left, down, _ in grid.spans
        if columns.header_rows <= top < at < top + down and left < len(columns.roles)
    }


def _under(row: Row, above: dict[str, str]) -> Row:
    """A row beside merged cells: topic and talk hold for it when it is an item, owner and time limit always."""
    said: dict[str, Any] = {role: above[role] for role in ("implementer", "due") if role in above}
    if "topic" in above and row.serial:
        said |= {role: above[role] for role in ("topic", "discussion") if role in above}
    return replace(row, **said, apart="topic" in above and not row.serial) if above and row.filled else row


def _repeats_header(cells: Sequence[str]) -> bool:
    return by_header([cells]) is not None


def _heading(cells: Sequence[str], columns: Columns) -> str:
    """The text of a row that only names a group of items ("ক) কৃষি বিভাগ"), else ""."""
    filled = [(at, cell) for at, cell in enumerate(cells) if cell]
    if len(filled) != 1 or len(cells) < 3 or filled[0][0] > 1 or len(filled[0][1]) > 80:
        return ""
    at, cell = filled[0]
    is_name = columns.roles[at] in {"serial", "topic"} and number_in(cell) is None and decision_score(cell) <= 0
    return cell if is_name and not TALK.search(cell) else ""


def _is_rest(cells: Sequence[str], columns: Columns, last: Row) -> bool:
    """The end of the decision before, slipped into the first column: a duty alone in its row, without a number."""
    filled = [at for at, cell in enumerate(cells) if cell]
    if len(filled) != 1 or columns.roles[filled[0]] not in {"serial", "topic"} or not last.decision:
        return False
    cell = cells[filled[0]]
    return decision_score(cell) > 0 and not last.more and not CODE.match(cell) and not _MARKED.match(cell)


def _place(cells: Sequence[str], columns: Columns) -> Row:
    """Put the cells of a row under their roles; a row that lost a cell is shifted back by what the cells say."""
    found: dict[str, Any] = dict.fromkeys(CELLS, "")
    for role, cell in zip(columns.roles, cells, strict=False):
        if cell and role in found:
            found[role] = f"{found[role]}\n{cell}" if found[role] else cell
        elif cell and role == "owner_due":
            found["implementer"], found["due"] = _owner_and_due(cell)
        elif cell and role == "mixed":
            found["discussion"], found["decision"] = _parted(cell)
            found["discussion"] = TALK_LABEL.sub("", found["discussion"])
            if not columns.has("topic") and (named := NAMED.match(found["discussion"])):
                found["topic"], found["discussion"] = named[1].strip(), named[2].strip()
    if _has_slipped(found, columns):
        return _slipped_back(found)
    if columns.with_talk and (named := NAMED.match(found["topic"])):
        found["topic"], found["discussion"] = named[1].strip(), named[2].strip()
    if not found["serial"] and columns.roles[0] != "serial":
        found["serial"], found["topic"] = _serial_in_topic(found["topic"])
    return Row(**found)


def _owner_and_due(cell: str) -> tuple[str, str]:
    """Part the owners from the time limits of one cell: "উপপরিচালক; ১০/০৮/২০২২ তারিখের মধ্যে"."""
    dues = [found.span for found in read_dates(cell, None)]
    owner, at = "", 0
    for start, end in dues:
        owner, at = f"{owner}{cell[at:start]}", end
    return re.sub(_LIMIT, "", f"{owner}\n{cell[at:]}" if dues else cell), cell if dues else ""


def _parted(cell: str) -> tuple[str, str]:
    """Part "discussion … সিদ্ধান্ত: decision" of one cell."""
    found = re.search(r"(?:গৃহীত\s+)?সিদ্ধান্ত(?:সমূহ)?\s*[:ঃ-]+\s*", cell)
    return (cell[: found.start()].strip(), cell[found.end() :].strip()) if found else ("", cell)


def _serial_in_topic(topic: str) -> tuple[str, str]:
    """ "১. তথ্য বাতায়ন" in a table without serials → ("১", "তথ্য বাতায়ন")."""
    if CODE.match(topic):
        return "", topic
    found = _MARKED.match(topic)
    return (found[1], found[2].strip()) if found else ("", topic)


def _has_slipped(found: dict[str, Any], columns: Columns) -> bool:
    """A cell is missing and what follows stands one place too far left: the decision names only people."""
    if not (columns.has("implementer") and columns.has("decision")) or found["implementer"]:
        return False
    left = found["discussion"] if columns.has("discussion") else found["topic"]
    return looks_actor(found["decision"]) and decision_score(left) > 0


def _slipped_back(found: dict[str, Any]) -> Row:
    names = [found["topic"], found["discussion"]]
    decision = names.pop() or names.pop()
    first = next((name for name in names if name), "")
    is_talk = bool(TALK.search(first))
    return Row(
        serial=found["serial"],
        topic="" if is_talk else first,
        discussion=first if is_talk else "",
        decision=decision,
        implementer=found["decision"],
        due=found["due"],
        slipped=True,
        hint=_topic_hint(first) if is_talk else None,
    )


def _topic_hint(text: str) -> str | None:
    """What the talk is about: the words before "নিয়ে সভায় … আলোচনা হয়"."""
    found = re.match(r"(.{10,200}?)\s*(?:এর\s+)?(?:বিষয়(?:টি)?\s+)?(?:নিয়ে|সম্পর্কে)\s+(?:সভায়|বিস্তারিত|আলোচনা)", text)
    return found[1] if found else None


def _goes_on(last: Row, row: Row, columns: Columns) -> bool:
    """Whether a row continues the item before it: no serial, and no topic of its own."""
    if row.serial:
        return False
    if not row.topic:
        return True
    if not columns.has("serial") or CODE.match(row.topic):
        return False
    unfinished = [getattr(last, role) for role in ("topic", "discussion", "decision") if getattr(row, role)]
    return bool(last.decision) and any(text and not SENTENCE_END.search(text) for text in unfinished[1:])


def _joined(last: Row, row: Row) -> Row:
    """One item of two rows: text runs on; a decision with its own implementer stays a decision of its own."""
    ended = bool(row.implementer) and bool(SENTENCE_END.search(last.decision))
    if row.decision and last.decision and (row.apart or ended):
        return replace(
            last,
            discussion=_run_on(last.discussion, row.discussion),
            more=(*last.more, Row(decision=row.decision, implementer=row.implementer, due=row.due)),
        )
    if last.more and (row.decision or row.implementer):
        return replace(last, more=(*last.more[:-1], _joined(last.more[-1], replace(row, topic="", discussion=""))))
    joined: dict[str, Any] = {
        role: _run_on(getattr(last, role), getattr(row, role)) for role in CELLS if role != "serial"
    }
    return replace(last, **joined)


def _run_on(first: str, then: str) -> str:
    if not first or not then:
        return first or then
    return f"{first}\n{then}" if SENTENCE_END.search(first) else f"{first} {then}"
