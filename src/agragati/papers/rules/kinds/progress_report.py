"""The quarterly progress report on the yearly action plan, in the official columns of সংযোজনী ৫.

Columns as in the plan table of 2021-22 and its reporting form: ক্রম · কর্মসম্পাদন ক্ষেত্র · মান · কার্যক্রম ·
কর্মসম্পাদন সূচক · একক · সূচকের মান · লক্ষ্যমাত্রা (a column a level) · অর্জন of the quarter · অর্জন from July on ·
প্রাপ্ত নম্বর · দায়িত্বপ্রাপ্ত শাখা · মন্তব্য. The last three are printed only when some row fills them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from agragati.kernel.digits import to_bn
from agragati.papers.rules.blocks import Block, Cell, Column, Note, Paragraph, Person, Row, Table
from agragati.papers.rules.paper import Distribution, Letterhead, Paper, Verification


@dataclass(frozen=True, slots=True)
class Progress:
    """One indicator, every value as it is to be printed (Latin digits become Bangla; an unknown value stays "").

    `targets` has one value a level, "-" where the level does not exist. `activity` and `indicator` carry their
    codes in brackets ("[১.১] …"). Rows that follow each other with the same activity share its cell.
    """

    activity: str
    indicator: str
    unit: str
    weight: str
    targets: tuple[str, ...]
    achieved: str = ""
    achieved_so_far: str = ""
    score: str = ""
    responsible: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ProgressArea:
    """A কর্মসম্পাদন ক্ষেত্র with its weight exactly as the plan prints it, though the sum below it may differ."""

    title: str
    printed_weight: str
    rows: tuple[Progress, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A target column: its name and its percent."""

    name: str
    percent: str


THREE_LEVELS = (Level("অসাধারণ", "১০০%"), Level("উত্তম", "৮০%"), Level("চলতি মান", "৬০%"))
FIVE_LEVELS = (
    Level("অসাধারণ", "১০০%"),
    Level("অতি উত্তম", "৯০%"),
    Level("উত্তম", "৮০%"),
    Level("চলতি মান", "৭০%"),
    Level("চলতি মানের নিম্নে", "৬০%"),
)
# The last columns and their share of the width.
_OPTIONAL = {"score": ("প্রাপ্ত নম্বর", 1.0), "responsible": ("দায়িত্বপ্রাপ্ত শাখা", 1.7), "remark": ("মন্তব্য", 2.2)}


def progress_report(
    *,
    letterhead: Letterhead,
    fiscal_year: str,
    period: str,
    areas: Sequence[ProgressArea],
    levels: Sequence[Level] = THREE_LEVELS,
    total_weight: str = "",
    total_score: str = "",
    annex_label: str = "সংযোজনী ৫",
    title: str = "",
    memo_no: str = "",
    day: date | None = None,
    opening: str = "",
    notes: Sequence[str] = (),
    signatories: Person | None = None,
    distribution: Distribution | None = None,
    verification: Verification | None = None,
    watermark: str = "",
    fonts: tuple[str, ...] = ("Hind Siliguri",),
) -> Paper:
    """Make the report on landscape A4.

    `fiscal_year` is "২০২১-২০২২", `period` the months reported, "জুলাই-সেপ্টেম্বর"; `total_weight` and `total_score`
    fill the last row (মোট). `signatories` signs below the table. Raises ValueError when a row's targets do not
    match the levels.
    """
    table = _table(areas, levels, fiscal_year, period, total_weight, total_score)
    blocks: list[Block] = [Paragraph(opening)] if opening else []
    blocks.append(table)
    blocks.extend(Note(note) for note in notes)
    heading = title or (f"{annex_label}: ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা {fiscal_year} এর\nঅগ্রগতি প্রতিবেদন ({period})")
    return Paper(
        kind="progress_report",
        letterhead=letterhead,
        title=heading,
        memo_place="top" if memo_no or day else "none",
        memo_no=memo_no,
        day=day,
        blocks=tuple(blocks),
        chair=signatories,
        distribution=distribution,
        landscape=True,
        size=11,
        fonts=fonts,
        verification=verification,
        watermark=watermark,
    )


def _table(
    areas: Sequence[ProgressArea],
    levels: Sequence[Level],
    fiscal_year: str,
    period: str,
    total_weight: str,
    total_score: str,
) -> Table:
    rows = [row for area in areas for row in area.rows]
    if any(len(row.targets) != len(levels) for row in rows):
        raise ValueError("every row needs one target a level")
    optional = [name for name in _OPTIONAL if any(getattr(row, name) for row in rows)]
    if total_score and "score" not in optional:
        optional.insert(0, "score")
    body = [made for at, area in enumerate(areas, 1) for made in _area_rows(at, area, optional)]
    if total_weight:
        body.append(_total_row(total_weight, total_score, len(levels), optional))
    return Table(
        columns=_columns(len(levels), optional),
        head=_head(levels, fiscal_year, period, optional),
        rows=tuple(body),
        size=8 if len(levels) > 3 or len(optional) > 1 else 8.5,
        inset=1,
    )


def _columns(levels: int, optional: Sequence[str]) -> tuple[Column, ...]:
    return (
        Column(width=7.5, align="center"),
        Column(share=2.4),
        Column(width=9.5, align="center"),
        Column(share=2.6),
        Column(share=3.2),
        Column(width=13, align="center"),
        Column(width=15.5, align="center"),
        *[Column(width=18 if levels <= 3 else 16.5, align="center")] * levels,
        Column(share=2, align="center"),
        Column(share=2, align="center"),
        *(Column(share=_OPTIONAL[name][1], align="center" if name == "score" else "left") for name in optional),
    )


def _head(levels: Sequence[Level], fiscal_year: str, period: str, optional: Sequence[str]) -> tuple[Row, ...]:
    fixed = ("ক্রম", "কর্মসম্পাদন ক্ষেত্র", "মান", "কার্যক্রম", "কর্মসম্পাদন সূচক", "একক", "কর্মসম্পাদন সূচকের মান")
    achieved = (f"অর্জন ({period})", "অর্জন (ক্রমপুঞ্জিত)", *(_OPTIONAL[name][0] for name in optional))
    count = len(fixed) + len(levels) + len(achieved)
    return (
        Row(
            (
                *(_heading(text, rowspan=3) for text in fixed),
                _heading(f"লক্ষ্যমাত্রা {fiscal_year}", colspan=len(levels)),
                *(_heading(text, rowspan=3) for text in achieved),
            )
        ),
        Row(tuple(_heading(level.name) for level in levels)),
        Row(tuple(_heading(level.percent) for level in levels)),
        Row(tuple(Cell(to_bn(number), align="center", shade=True) for number in range(1, count + 1))),
    )


def _heading(text: str, *, rowspan: int = 1, colspan: int = 1) -> Cell:
    return Cell(text, align="center", bold=True, shade=True, rowspan=rowspan, colspan=colspan)


def _area_rows(number: int, area: ProgressArea, optional: Sequence[str]) -> list[Row]:
    made: list[Row] = []
    height = len(area.rows)
    for _, group in groupby(area.rows, key=lambda row: row.activity):
        same = list(group)
        for at, row in enumerate(same):
            cells: list[Cell] = []
            if not made:
                cells += [
                    Cell(to_bn(number), rowspan=height),
                    Cell(area.title, rowspan=height),
                    Cell(to_bn(area.printed_weight), rowspan=height),
                ]
            if at == 0:
                cells.append(Cell(to_bn(row.activity), rowspan=len(same)))
            made.append(Row((*cells, *_row_cells(row, optional))))
    return made


def _row_cells(row: Progress, optional: Sequence[str]) -> list[Cell]:
    values = (row.indicator, row.unit, row.weight, *row.targets, row.achieved, row.achieved_so_far)
    return [Cell(to_bn(value)) for value in (*values, *(getattr(row, name) for name in optional))]


def _total_row(weight: str, score: str, levels: int, optional: Sequence[str]) -> Row:
    tail = [Cell(to_bn(score) if name == "score" else "", bold=True) for name in optional]
    return Row(
        (
            Cell("মোট", colspan=6, align="right", bold=True),
            Cell(to_bn(weight), bold=True),
            Cell("", colspan=levels),
            Cell(""),
            Cell(""),
            *tail,
        )
    )
