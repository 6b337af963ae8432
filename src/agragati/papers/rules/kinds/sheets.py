"""Papers that are mostly one table: the e-file statement (evidence) and the attendance sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Unpack

from agragati.kernel.digits import to_bn
from agragati.papers.rules.blocks import Block, Cell, Column, Note, Paragraph, Row, Table, head
from agragati.papers.rules.kinds.frame import Frame
from agragati.papers.rules.paper import Letterhead, Paper


@dataclass(frozen=True, slots=True)
class SectionNotes:
    """Notes of one section: presented and disposed of in e-files and in hard files; `rate` as computed elsewhere."""

    section: str
    e_presented: int
    e_disposed: int
    hard_presented: int
    hard_disposed: int
    rate: str
    remark: str = ""

    @property
    def disposed(self) -> int:
        """Notes disposed of, both ways."""
        return self.e_disposed + self.hard_disposed


def efile_statement(
    *,
    letterhead: Letterhead,
    period: str,
    sections: Sequence[SectionNotes],
    total: SectionNotes | None = None,
    notes: Sequence[str] = (),
    **frame: Unpack[Frame],
) -> Paper:
    """Make the section-wise statement of notes disposed of; `period` is "জুলাই-সেপ্টেম্বর ২০২৩", `total` the last row."""
    blocks: list[Block] = [_statement_table(sections, total), *(Note(text) for text in notes)]
    return Paper(
        kind="evidence_statement",
        letterhead=letterhead,
        title=f"ই-ফাইলে (ই-নথি/ডি-নথি) নোট নিষ্পত্তির শাখাভিত্তিক স্টেটমেন্ট\n({period})",
        blocks=tuple(blocks),
        landscape=True,
        **frame,
    )


def _statement_table(sections: Sequence[SectionNotes], total: SectionNotes | None) -> Table:
    def tall(text: str) -> Cell:
        return Cell(text, rowspan=2, align="center", bold=True)

    def pair(text: str) -> Cell:
        return Cell(text, colspan=2, align="center", bold=True)

    first = Row(
        (
            tall("ক্রম"),
            tall("শাখা/অধিশাখা"),
            pair("ই-নথি/ডি-নথি"),
            pair("হার্ড নথি"),
            tall("মোট নিষ্পত্তিকৃত"),
            tall("ই-ফাইলে নিষ্পত্তির হার (%)"),
            tall("মন্তব্য"),
        )
    )
    second = head("উপস্থাপিত নোট", "নিষ্পত্তিকৃত", "উপস্থাপিত নোট", "নিষ্পত্তিকৃত")
    middle = Column(share=1.3, align="center")
    columns = (Column(width=12, align="center"), Column(share=3), *[middle] * 6, Column(share=2))
    rows = [Row((Cell(f"{to_bn(at)}।"), *_section_cells(s))) for at, s in enumerate(sections, 1)]
    if total:
        rows.append(Row((Cell(""), *_section_cells(total, bold=True))))
    return Table(columns, (first, second), tuple(rows))


def _section_cells(row: SectionNotes, *, bold: bool = False) -> list[Cell]:
    counts = (row.e_presented, row.e_disposed, row.hard_presented, row.hard_disposed, row.disposed)
    texts = (row.section, *(to_bn(count) for count in counts), to_bn(row.rate), row.remark)
    return [Cell(text, bold=bold) for text in texts]


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone expected; the signature is written by hand."""

    name: str = ""
    designation: str = ""
    office: str = ""
    contact: str = ""


def attendance_sheet(
    *,
    letterhead: Letterhead,
    event: str,
    meta: Sequence[tuple[str, str]] = (),
    attendees: Sequence[Attendee] = (),
    empty_rows: int = 0,
    title: str = "উপস্থিতি পত্র (হাজিরা)",
    **frame: Unpack[Frame],
) -> Paper:
    """Make a sheet to sign on: a row for each attendee and `empty_rows` more, each high enough for a signature."""
    people = (*attendees, *[Attendee()] * empty_rows)
    table = Table(
        columns=(
            Column(width=12, align="center"),
            Column(share=3),
            Column(share=3),
            Column(share=2.4),
            Column(width=38),
        ),
        head=(head("ক্রম", "নাম ও পদবি", "দপ্তর/সংস্থা", "মোবাইল ও ই-মেইল", "স্বাক্ষর"),),
        rows=tuple(_attendee_row(at, person) for at, person in enumerate(people, 1)),
    )
    frame.setdefault("memo_place", "none")
    return Paper(
        kind="attendance_sheet",
        letterhead=letterhead,
        title=title,
        title_underlined=True,
        meta=tuple((label, to_bn(value)) for label, value in meta),
        blocks=(Paragraph(event, align="center", bold=True), table),
        **frame,
    )


def _attendee_row(number: int, person: Attendee) -> Row:
    name = "\n".join(part for part in (person.name, person.designation) if part)
    texts = (f"{to_bn(number)}।", name, person.office, person.contact, "")
    return Row(tuple(Cell(text) for text in texts), height=11)
