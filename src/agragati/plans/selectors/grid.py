"""The plan as a grid of months, with what each cell holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils import timezone

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, month_label_bn
from agragati.org.access import Access, P

from ..access import not_yours
from ..choices import Standing
from ..models import Plan, PlanIndicator, ProgressEvent
from ..renderers import read_sheets
from ..rules.choices import Unit
from ..rules.events_import import ReadEvent, read_events
from ..rules.framework import Indicator
from ..rules.grid import MONTHS, CellChange, month_of, read_changes, read_paste
from ..rules.table_import import CellFinding
from ..rules.wording import value_text
from .holders import RowRights, row_rights
from .sheets import achieved, score_of_plan
from .single import plan_to_read

Place = tuple[str, int]


@dataclass(frozen=True)
class GridSheet:
    """A plan to be entered by month: rows by code, events by (code, month), and the text of each cell."""

    plan: Plan
    indicators: tuple[Indicator, ...]
    rows: dict[str, PlanIndicator]
    events: dict[Place, list[ProgressEvent]]
    texts: dict[Place, str]
    today: date
    rights: RowRights

    @property
    def months(self) -> list[str]:
        """Names of the twelve months, July first."""
        year = FiscalYear(self.plan.fiscal_year)
        starts = [month_of(year, number)[0] for number in range(1, MONTHS + 1)]
        return [month_label_bn(day.year, day.month) for day in starts]

    @property
    def lines(self) -> list[tuple[Indicator, str, list[tuple[int, str, bool]]]]:
        """Row by row: the indicator, whose it is if not the reader's, and (month, text, may be typed) of each cell."""
        year = FiscalYear(self.plan.fiscal_year)
        mine = {code: self.is_mine(code) for code in self.rows}
        opened = {number: month_of(year, number)[0] <= self.today for number in range(1, MONTHS + 1)}
        return [
            (row, "" if mine[row.code] else self.rows[row.code].whose or "—",
             [(n, self.texts.get((row.code, n), ""),
               mine[row.code] and opened[n] and len(self.events[(row.code, n)]) < 2) for n in range(1, MONTHS + 1)])
            for row in self.indicators
        ]  # fmt: skip

    def changes(self, cells: dict[Place, str], pasted: str) -> tuple[CellChange, ...]:
        """What typed and pasted cells say newly. Raises BadInput for a paste that fits no row."""
        typed = cells | read_paste(pasted, [row.code for row in self.indicators])
        year = FiscalYear(self.plan.fiscal_year)
        return tuple(self._mine(c) for c in read_changes(self.indicators, year, self.today, typed, self.texts))

    def with_typed(self, cells: dict[Place, str]) -> GridSheet:
        """The grid as it was typed, to be shown again."""
        return replace(self, texts=self.texts | cells)

    def _mine(self, change: CellChange) -> CellChange:
        """A change of another's row is a finding, however it came in."""
        if self.is_mine(change.code):
            return change
        return replace(change, entry=None, error=not_yours(self.rows[change.code], BadInput))

    def is_mine(self, code: str) -> bool:
        """Whether the reader may enter the row."""
        return self.rights.covers(self.rows[code].pk)


def entry_sheet(*, by: Access, plan_id: int) -> GridSheet:
    """The grid of a plan for someone who may enter there; NotFound when unseen, Refused when only seen."""
    plan = plan_to_read(by=by, plan_id=plan_id)
    by.require(P.PROGRESS_ENTER, plan.office.path)
    sheet = score_of_plan(by=by, plan=plan)
    events: dict[Place, list[ProgressEvent]] = defaultdict(list)
    texts: dict[Place, str] = {}
    for row in sheet.rows:
        for event in getattr(row.record, "live", []):
            if event.standing == Standing.DONE:
                events[(row.indicator.code, month_number(event.day))].append(event)
        for number in range(1, MONTHS + 1):
            if found := events[(row.indicator.code, number)]:
                texts[(row.indicator.code, number)] = _text(row.indicator, row.record, found)
    indicators = tuple(row.indicator for row in sheet.rows)
    rows = {row.indicator.code: row.record for row in sheet.rows}
    for record in rows.values():
        record.plan = plan
    prefetch_related_objects([row for row in rows.values() if row.focal_id or row.section_id], "focal", "section")
    rights = row_rights(by=by, plan=plan)
    return GridSheet(plan, indicators, rows, events, texts, timezone.localdate(), rights)


def month_number(day: date) -> int:
    """The place of a day's month in the fiscal year: July is 1, June 12."""
    return (day.month - 7) % 12 + 1


def _text(indicator: Indicator, record: PlanIndicator, events: list[ProgressEvent]) -> str:
    given = achieved(indicator, record, events)
    if given.figures:
        return "/".join(value_text(number) for _, number in given.figures)
    if indicator.measure is Unit.PERCENT and given.denominator is not None and given.numerator is not None:
        return f"{value_text(given.numerator)}/{value_text(given.denominator)}"
    figure = given.figure(indicator)
    return "" if figure is None else value_text(figure)


def look_at_events(*, by: Access, plan: Plan, content: bytes) -> tuple[list[ReadEvent], list[CellFinding]]:
    """Read a spreadsheet of events and list everything odd by cell. Nothing is kept."""
    rows = entry_sheet(by=by, plan_id=plan.pk)
    sheets = read_sheets(content)
    figures = {word: f.name for row in rows.indicators for f in row.figures for word in (f.name, f.label) if word}
    events, findings = read_events(sheets[0].rows if sheets else [], figures)
    others = [event for event in events if event.code in rows.rows and not rows.is_mine(event.code)]
    findings += [CellFinding(str(event.line), not_yours(rows.rows[event.code], BadInput)) for event in others]
    return events, findings
