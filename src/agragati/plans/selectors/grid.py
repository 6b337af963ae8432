"""The plan as a grid of months, with what each cell holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from agragati.kernel.fiscal import FiscalYear, month_label_bn
from agragati.org.access import Access, P

from ..choices import Standing
from ..models import Plan, PlanIndicator, ProgressEvent
from ..renderers import read_sheets
from ..rules.choices import Unit
from ..rules.events_import import ReadEvent, read_events
from ..rules.framework import Indicator
from ..rules.grid import MONTHS, CellChange, month_of, read_changes, read_paste
from ..rules.table_import import CellFinding
from ..rules.wording import value_text
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

    @property
    def months(self) -> list[str]:
        """Names of the twelve months, July first."""
        year = FiscalYear(self.plan.fiscal_year)
        starts = [month_of(year, number)[0] for number in range(1, MONTHS + 1)]
        return [month_label_bn(day.year, day.month) for day in starts]

    @property
    def lines(self) -> list[tuple[Indicator, list[tuple[int, str, bool]]]]:
        """Row by row: the indicator and (month, text, whether it may be typed) of each cell."""
        year = FiscalYear(self.plan.fiscal_year)
        opened = {number: month_of(year, number)[0] <= self.today for number in range(1, MONTHS + 1)}
        return [
            (row, [(n, self.texts.get((row.code, n), ""), opened[n] and len(self.events[(row.code, n)]) < 2)
                   for n in range(1, MONTHS + 1)])
            for row in self.indicators
        ]  # fmt: skip

    def changes(self, cells: dict[Place, str], pasted: str) -> tuple[CellChange, ...]:
        """What typed and pasted cells say newly. Raises BadInput for a paste that fits no row."""
        typed = cells | read_paste(pasted, [row.code for row in self.indicators])
        return read_changes(self.indicators, FiscalYear(self.plan.fiscal_year), self.today, typed, self.texts)


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
    return GridSheet(plan, indicators, rows, events, texts, timezone.localdate())


def month_number(day: date) -> int:
    """The place of a day's month in the fiscal year: July is 1, June 12."""
    return (day.month - 7) % 12 + 1


def _text(indicator: Indicator, record: PlanIndicator, events: list[ProgressEvent]) -> str:
    given = achieved(indicator, record, events)
    if indicator.measure is Unit.PERCENT and given.denominator is not None and given.numerator is not None:
        return f"{value_text(given.numerator)}/{value_text(given.denominator)}"
    figure = given.figure(indicator)
    return "" if figure is None else value_text(figure)


def look_at_events(*, by: Access, plan: Plan, content: bytes) -> tuple[list[ReadEvent], list[CellFinding]]:
    """Read a spreadsheet of events and list everything odd by cell. Nothing is kept."""
    by.require(P.PROGRESS_ENTER, plan.office.path)
    sheets = read_sheets(content)
    return read_events(sheets[0].rows if sheets else [])
