"""Minutes of a meeting (কার্যবিবরণী) in the three table layouts offices use.

Order: letterhead, title, সভাপতি/তারিখ/সময়/স্থান/উপস্থিতি, numbered paragraphs, decision table, closing formula, the
chair's signature, memo line, distribution, the issuing officer's signature, annex of those present.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Unpack

from agragati.kernel.digits import to_bn
from agragati.papers.rules.blocks import Block, Cell, Column, Paragraph, Person, Row, Run, Table, Text, head, marker
from agragati.papers.rules.kinds.frame import Frame
from agragati.papers.rules.paper import Annex, Letterhead, Paper

Layout = Literal[3, 4, 5]
CLOSING = "সভায় আর কোনো আলোচ্য বিষয় না থাকায় সভাপতি উপস্থিত সকলকে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করেন।"
BEFORE_TABLE = "বিস্তারিত আলোচনা শেষে সভায় নিম্নরূপ সিদ্ধান্ত গৃহীত হয়:"
PRESENT_ANNEX = "পরিশিষ্ট-ক: সভায় উপস্থিত সদস্যগণের তালিকা"


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of the decision table. Several decisions on one topic are numbered ১) ২) inside the cell."""

    topic: str
    discussion: str = ""
    decisions: tuple[str, ...] = ()
    implementer: str = ""


@dataclass(frozen=True, slots=True)
class Present:
    """Someone who attended; `role` is the post in the committee (সভাপতি, সদস্য, সদস্য-সচিব)."""

    name: str
    designation: str = ""
    office: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Facts printed above the body, each as it is to read; `present_note` replaces the list of those present."""

    chair: str
    day: str
    time: str
    place: str
    present_note: str = ""
    chair_label: str = "সভাপতি"


def minutes(
    *,
    letterhead: Letterhead,
    title: str,
    meeting: Meeting,
    paragraphs: Sequence[str],
    decisions: Sequence[Decision],
    chair: Person,
    layout: Layout = 5,
    present: Sequence[Present] = (),
    tables: Sequence[Block] = (),
    resolution: str = "",
    before_table: str = BEFORE_TABLE,
    closing: str = CLOSING,
    **frame: Unpack[Frame],
) -> Paper:
    """Make minutes.

    `paragraphs` are numbered from ১।; `tables` stand before the decisions (the plan table of a review meeting);
    `resolution` is the one decision of a meeting without a decision table. `layout` is the number of columns.
    """
    body = [Paragraph(text, number=at) for at, text in enumerate(paragraphs, 1)]
    blocks: list[Block] = [*body, *tables]
    number = len(body)
    if decisions:
        number += 1
        blocks += [Paragraph(before_table, number=number), _decision_table(decisions, layout)]
    if resolution:
        blocks.append(Paragraph((Run("সিদ্ধান্ত: ", bold=True), Run(resolution))))
    if closing:
        blocks.append(Paragraph(closing, number=number + 1))
    frame.setdefault("memo_place", "bottom")
    annexes = (Annex(PRESENT_ANNEX, (_present_table(present),)),) if present else ()
    frame["annexes"] = (*annexes, *frame.get("annexes", ()))
    return Paper(
        kind="minutes",
        letterhead=letterhead,
        title=title,
        meta=_meta(meeting, bool(present)),
        blocks=tuple(blocks),
        chair=chair,
        **frame,
    )


def _meta(meeting: Meeting, listed: bool) -> tuple[tuple[str, Text], ...]:
    present = meeting.present_note or ("পরিশিষ্ট-ক" if listed else "")
    rows = (
        (meeting.chair_label, meeting.chair),
        ("সভার তারিখ", meeting.day),
        ("সভার সময়", meeting.time),
        ("স্থান", meeting.place),
        ("উপস্থিতি", present),
    )
    return tuple((label, to_bn(value)) for label, value in rows if value)


def _decision_table(decisions: Sequence[Decision], layout: Layout) -> Table:
    heads: dict[Layout, tuple[str, ...]] = {
        3: ("ক্রম", "আলোচনার বিষয়", "সিদ্ধান্তসমূহ"),
        4: ("আলোচ্য বিষয়", "আলোচনা", "সিদ্ধান্ত গ্রহণ", "বাস্তবায়ন"),
        5: ("ক্র. নং", "আলোচ্যসূচি", "আলোচনা", "সিদ্ধান্ত", "বাস্তবায়নকারী"),
    }
    serial = Column(width=11, align="center")
    columns: dict[Layout, tuple[Column, ...]] = {
        3: (serial, Column(share=2), Column(share=4)),
        4: (Column(share=2), Column(share=2.6), Column(share=2.6), Column(share=1.7)),
        5: (serial, Column(share=2), Column(share=3), Column(share=3), Column(width=27)),
    }
    rows = tuple(_decision_row(at, decision, layout) for at, decision in enumerate(decisions, 1))
    return Table(columns[layout], (head(*heads[layout]),), rows)


def _decision_row(number: int, row: Decision, layout: Layout) -> Row:
    decided = in_cell(row.decisions)
    by_layout: dict[Layout, tuple[str, ...]] = {
        3: (f"{to_bn(number)}।", row.topic, decided),
        4: (row.topic, row.discussion, decided, row.implementer),
        5: (f"{to_bn(number)}।", row.topic, row.discussion, decided, row.implementer),
    }
    return Row(tuple(Cell(text) for text in by_layout[layout]))


def in_cell(texts: Sequence[str]) -> str:
    """Give several texts for one cell: one stands bare, more are numbered ১) ২) on lines of their own."""
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"{marker('paren', at)} {text}" for at, text in enumerate(texts, 1))


def _present_table(present: Sequence[Present]) -> Table:
    has_role = any(person.role for person in present)
    names = ("ক্রম", "নাম ও পদবি", "দপ্তর/সংস্থা", *(("কমিটিতে পদবি",) if has_role else ()))
    columns = (Column(width=12, align="center"), Column(share=3), Column(share=3), *((Column(),) if has_role else ()))
    rows = tuple(
        Row(
            tuple(
                Cell(text)
                for text in (
                    f"{to_bn(at)}।",
                    "\n".join(part for part in (person.name, person.designation) if part),
                    person.office,
                    *((person.role,) if has_role else ()),
                )
            )
        )
        for at, person in enumerate(present, 1)
    )
    return Table(columns, (head(*names),), rows)
