"""Minutes taken in from paper, printed again as that paper was laid out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from agragati.kernel.digits import to_bn
from agragati.papers.rules.blocks import Block, Cell, Column, NumberedList, Paragraph, Row, Run, Table, head
from agragati.papers.rules.blocks import Person as Signer
from agragati.papers.rules.kinds.minutes import BEFORE_TABLE, Present
from agragati.papers.rules.paper import GOVERNMENT, Distribution, Paper

from ..models import AgendaItem, Meeting
from ..rules.tables import by_header

_ROLES = {
    "3": ("serial", "topic", "decision"),
    "4": ("topic", "discussion", "decision", "implementer"),
    "5": ("serial", "topic", "discussion", "decision", "implementer"),
}
_SIGNED = ("ক্রঃ নং", "নাম ও পদবী", "কমিটিতে পদবী", "স্বাক্ষর")


def as_original(paper: Paper, meeting: Meeting, present: Sequence[Present]) -> Paper:
    """The paper with the letterhead, labels, paragraphs, list of those present and signatures of the original."""
    said = meeting.printed
    chair, issuer = _signers(said, meeting)
    blocks = [*_present(said, present), *_body(paper, said)]
    return replace(
        paper,
        letterhead=replace(paper.letterhead, office=said["office"] or paper.letterhead.office, ministry="",
                           section=said["section"], address="", lines=tuple(said["head"]), government=GOVERNMENT),
        meta=_meta(paper.meta, said),
        blocks=tuple(blocks),
        chair=chair,
        issuer=issuer,
        memo_place="bottom" if meeting.memo_no or meeting.distribution else "none",
        annexes=paper.annexes if not said["listed"] else (),
        distribution=_copies(paper.distribution, said.get("copies", "")),
    )  # fmt: skip


def _copies(listed: Distribution | None, words: str) -> Distribution | None:
    """The distribution list under the words of the original, which say nothing about seniority."""
    return replace(listed, label=words, seniority="") if listed and words else listed


def _signers(said: dict[str, Any], meeting: Meeting) -> tuple[Signer | None, Signer | None]:
    """Who signed the body and who the distribution; the chair where the paper names nobody."""
    people = [Signer(name, designation) for name, designation in said["signers"]]
    name, _, designation = meeting.chair.partition(",")
    chair = people[0] if people else Signer(name.strip(), designation.strip())
    return chair, people[-1] if len(people) > 1 else None


def _meta(rows: Iterable[tuple[str, Any]], said: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    kept = {label: value for label, value in rows if label != "উপস্থিতি"}
    noted = said["attendance"] or ("পরিশিষ্ট-ক" if said["annex"] else "")
    renamed = {said["chair_label"] if label == "সভাপতি" else label: value for label, value in kept.items()}
    return tuple(renamed.items()) + ((("উপস্থিতি", noted),) if noted or said["listed"] else ())


def _present(said: dict[str, Any], present: Sequence[Present]) -> list[Block]:
    """Those present above the text, as the original has them: a table when it tells roles, else a list."""
    if not said["listed"] or not present:
        return []
    if not any(one.role for one in present):
        return [NumberedList(tuple(_said(one) for one in present), style="danda")]
    rows = tuple(
        Row((Cell(to_bn(at)), Cell(_said(one)), Cell(one.role), Cell("")))
        for at, one in enumerate(present, 1)
    )  # fmt: skip
    return [Table((Column(width=14), Column(share=3), Column(share=2), Column(share=1)), (head(*_SIGNED),), rows)]


def _said(one: Present) -> str:
    return ", ".join(part for part in (one.name, one.designation) if part)


def _body(paper: Paper, said: dict[str, Any]) -> Iterable[Block]:
    """The blocks with paragraphs as printed (their own numbers stay in them), the plan before the decisions."""
    placed = False
    for block in paper.blocks:
        if isinstance(block, Paragraph) and block.text == BEFORE_TABLE:
            continue
        if isinstance(block, Paragraph) and block.number is not None:
            closing = block.text == said["closing"]
            if closing and not placed:
                placed = True
                yield from _plan(said)
            yield replace(block, number=None)
        elif isinstance(block, Table) and not placed:
            placed = True
            yield from _plan(said)
            yield from _decisions(block, said)
        else:
            yield block


def layout_of(heads: Sequence[str]) -> str:
    """Which of the three layouts a table has by its heads: as many columns, of the same meaning; else the five."""
    found = by_header([heads])
    roles = found.roles if found else ()
    return next((sign for sign, wanted in _ROLES.items() if roles == wanted), "5")


def _decisions(table: Table, said: dict[str, Any]) -> Iterable[Block]:
    """The table under its own heads; or the one decision as a paragraph where the paper has no table."""
    if said["resolution"]:
        yield from _as_text(table)
        return
    heads = said["heads"]
    if len(heads) == len(table.columns) and layout_of(heads) == str(len(heads)):
        yield replace(table, head=(head(*heads),))
    else:
        yield table


def _as_text(table: Table) -> Iterable[Block]:
    """Every row as labelled paragraphs: what it is about, what was said, what was decided, who does it."""
    for row in table.rows:
        serial, topic, talk, decided, owner = _by_role([_plain(cell) for cell in row.cells])
        if topic:
            number = f"-{serial.strip('।')}" if serial else ""
            yield Paragraph((Run(f"আলোচ্যসূচি{number}: "), Run(topic, bold=True)), align="left")
        if talk:
            yield Paragraph((Run("আলোচনা: ", bold=True), Run(talk)) if topic else talk)
        if decided:
            yield Paragraph((Run("সিদ্ধান্ত: ", bold=True), Run(decided)))
        if owner:
            yield Paragraph((Run("বাস্তবায়নে: ", bold=True), Run(owner)))


def _by_role(cells: Sequence[str]) -> tuple[str, str, str, str, str]:
    """A row of 3, 4 or 5 columns as (serial, topic, discussion, decision, implementer)."""
    if len(cells) == 3:
        return cells[0], cells[1], "", cells[2], ""
    return ("", *cells) if len(cells) == 4 else tuple(cells)  # type: ignore[return-value]


def _plain(cell: Cell) -> str:
    return cell.text if isinstance(cell.text, str) else "".join(run.text for run in cell.text)


def _plan(said: dict[str, Any]) -> Iterable[Block]:
    """The plan table of a review, its columns as wide as their longest words ask."""
    rows, top = said["plan"], said["plan_head"]
    if not rows:
        return
    places = [[row[at] for row in rows[top:] if row[at]] for at in range(len(rows[0]))]
    made = [Row(tuple(Cell(text) for text in row)) for row in rows[top:]]
    heads = [[row[at] for level, row in enumerate(rows[:top]) if _across(rows[:top], level, at) == 1]
             for at in range(len(rows[0]))]  # fmt: skip
    columns = tuple(map(_plan_column, places, heads))
    yield Table(columns, tuple(_plan_head(rows[:top])), tuple(made), size=8, inset=0.8)


def _plan_head(rows: Sequence[Sequence[str]]) -> Iterable[Row]:
    """The head as printed: a name over several columns spans them, a name with nothing under it goes down."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        cells: list[Cell] = []
        for place, text in enumerate(row):
            if (at, place) in taken:
                continue
            across, down = (_across(rows, at, place), 1) if text else (1, 1)
            if text and across == 1:
                down = _down(rows, at, place)
            taken |= {(at + below, place + right) for below in range(down) for right in range(across)}
            cells.append(Cell(text, colspan=across, rowspan=down, align="center", bold=True))
        yield Row(tuple(cells))


def _across(rows: Sequence[Sequence[str]], at: int, place: int) -> int:
    """Over how many columns a name stands: those without a name of their own that are named one row below."""
    below = rows[at + 1] if at + 1 < len(rows) else ()
    end = place + 1
    while below and below[place] and end < len(below) and not rows[at][end] and below[end]:
        end += 1
    return end - place


def _down(rows: Sequence[Sequence[str]], at: int, place: int) -> int:
    end = at + 1
    while end < len(rows) and not rows[end][place] and any(rows[end]):
        end += 1
    return end - at


_FIGURE, _LETTER = 1.35, 1.05  # mm that a figure of a day or number, and a letter of a word, take at 8 points
_EDGES = 2.6  # mm of the cell beside it


def _plan_column(cells: Sequence[str], heads: Sequence[str]) -> Column:
    """As wide as its longest word when it holds numbers, units or days; else a share of what is left."""
    if max(map(len, cells), default=1) <= 12:
        words = [word for text in [*cells, *heads] for word in text.split()]
        longest = max((len(word) * (_FIGURE if word[0].isdigit() else _LETTER) for word in words), default=1)
        return Column(width=max(7.0, longest + _EDGES))
    return Column(share=(sum(map(len, cells)) / len(cells)) ** 0.5)


def printed_topic(item: AgendaItem, meeting: Meeting) -> str:
    """The topic as the paper had it; "" where the paper had none and lists show the first words instead."""
    return "" if item.position in meeting.printed.get("untitled", []) else item.topic
