"""A plan as its reader sees it: every row scored and explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Count, Prefetch, Q
from django.utils import timezone

from agragati.kernel.errors import NotFound
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access, P

from ..choices import Standing
from ..models import Evidence, FollowUp, Plan, PlanIndicator, ProgressEvent
from ..rules.achievement import Achievement, Event, Figures, from_events
from ..rules.choices import Method
from ..rules.foresight import NextBand, WhatIf, next_band, what_if
from ..rules.framework import Activity, Area, Framework, Indicator, LevelTarget
from ..rules.life_states import UNSIGNED
from ..rules.reading_values import as_number, as_target
from ..rules.scoring import IndicatorScore, PlanScore, score_plan
from .editions import framework_of, lineage_of
from .hiding import counted_until
from .single import indicator_to_enter, plan_to_read

_OF_A_ROW = ("plan__office__area", "plan__edition", "focal", "section", "counted_by")


@dataclass(frozen=True)
class SheetRow:
    """One row: what the database keeps, what the table says, and how it was scored."""

    record: PlanIndicator
    indicator: Indicator
    scored: IndicatorScore
    next_band: NextBand | None
    events: int
    files: int


@dataclass(frozen=True)
class PlanSheet:
    """The whole plan, grouped by area in the table's order. `as_of` is the day of reckoning, None = now."""

    plan: Plan
    framework: Framework
    score: PlanScore
    rows: tuple[SheetRow, ...]
    as_of: date | None

    @property
    def quarter_now(self) -> int:
        """The quarter that runs today, or the last one of a year that is over."""
        today, year = timezone.localdate(), FiscalYear(self.plan.fiscal_year)
        return Quarter.of(today).number if today in year else 4

    @property
    def earned(self) -> int:
        """How many rows have marks."""
        return sum(1 for row in self.rows if row.scored.score.points)

    @property
    def files(self) -> int:
        """How many pieces of proof stand behind the plan."""
        return sum(row.files for row in self.rows)

    @property
    def is_over(self) -> bool:
        """Whether the plan's year has ended: nothing is left to forecast."""
        return timezone.localdate() > FiscalYear(self.plan.fiscal_year).end

    @property
    def areas(self) -> list[tuple[Area, Decimal | None, Decimal, list[SheetRow]]]:
        """(area, printed weight, sum of known weights, rows) an area."""
        grouped: dict[str, list[SheetRow]] = defaultdict(list)
        for row in self.rows:
            grouped[row.indicator.area_code].append(row)
        found = []
        for code, rows in grouped.items():
            area = self.framework.area(code) or Area(code, "")
            total = sum((row.indicator.weight or Decimal(0) for row in rows), Decimal(0))
            found.append((area, area.weight, total, rows))
        return found


@dataclass(frozen=True)
class IndicatorSheet:
    """One row in full: events with their proof, the explanation, what else would give how much, and its history."""

    plan: Plan
    row: SheetRow
    events: list[ProgressEvent]
    evidence: list[Evidence]
    what_if: tuple[WhatIf, ...]
    area: Area | None
    activity: Activity | None
    lineage: tuple[tuple[FiscalYear, str, str], ...]
    framework: Framework


def plan_sheet(*, by: Access, plan_id: int, as_of: date | None = None) -> PlanSheet:
    """Score a plan the reader may see, counting events up to `as_of` (a day; None = all)."""
    plan = plan_to_read(by=by, plan_id=plan_id)
    return _sheet(by, plan, _records(plan), counted_until(by=by, plan=plan, as_of=as_of))


def score_of_plan(*, by: Access, plan: Plan, as_of: date | None = None) -> PlanSheet:
    """The same for a plan already at hand (used by the deeds that change it); files are not counted (0)."""
    return _sheet(by, plan, _records(plan, files=False), as_of)


def _records(plan: Plan, *, files: bool = True) -> list[PlanIndicator]:
    rows = PlanIndicator.objects.filter(plan=plan)
    if files:
        count = Count("evidence", filter=Q(evidence__withdrawn_at__isnull=True), distinct=True)
        rows = rows.annotate(files=count)
    found = {record.pk: record for record in rows}
    for record in found.values():
        record.plan, record.live = plan, []  # type: ignore[attr-defined]
    # By hand, because a prefetch builds and sorts out twice as much for the same question.
    for event in ProgressEvent.objects.in_force().filter(indicator_id__in=list(found)):
        event.indicator = found[event.indicator_id]
        event.indicator.live.append(event)  # type: ignore[attr-defined]
    return list(found.values())


def _sheet(by: Access, plan: Plan, records: list[PlanIndicator], as_of: date | None) -> PlanSheet:
    base = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    found = {record.code: record for record in records}
    framework = replace(base, indicators=tuple(as_signed(i, found[i.code]) for i in base.indicators if i.code in found))
    events = {code: _live(record) for code, record in found.items()}
    given = {i.code: achieved(i, found[i.code], events[i.code], as_of) for i in framework.indicators}
    method = Method(plan.method) if plan.method else None
    score = score_plan(framework, given, method=method, as_of=as_of)
    if plan.stage in UNSIGNED and any(record.own_weight is not None or record.own_levels for record in records):
        score = replace(score, estimated=True)  # typed, but no signed paper with its scan stands behind it yet
    year = FiscalYear(plan.fiscal_year)
    today = as_of or timezone.localdate()
    rows = tuple(
        SheetRow(
            record=found[row.indicator.code],
            indicator=row.indicator,
            scored=row,
            next_band=next_band(row.indicator, row.achievement, today, fiscal_year=year),
            events=len(events[row.indicator.code]),
            files=getattr(found[row.indicator.code], "files", 0),
        )
        for row in score.rows
    )
    return PlanSheet(plan, framework, score, rows, as_of)


def _live(record: PlanIndicator) -> list[ProgressEvent]:
    return list(getattr(record, "live", []))


def as_signed(indicator: Indicator, record: PlanIndicator) -> Indicator:
    """The indicator with what the office typed from its own signed plan."""
    changed = indicator
    if record.own_weight is not None:
        changed = replace(changed, weight=record.own_weight)
    if record.own_levels:
        levels = tuple(LevelTarget(as_number(percent), as_target(value)) for percent, value in record.own_levels)
        changed = replace(changed, levels=levels, levels_complete=True)
    return changed


def achieved(
    indicator: Indicator, record: PlanIndicator, events: Iterable[ProgressEvent], as_of: date | None = None
) -> Achievement:
    """What the events in force amount to. Remarks without a figure never count as an achievement."""
    counted = [event for event in events if as_of is None or event.day <= as_of]
    if record.not_applicable:
        return Achievement(not_applicable=True)
    done = tuple(
        Event(event.day, event.quantity, event.numerator, event.denominator, figures_of(event))
        for event in counted
        if event.standing == Standing.DONE
    )
    if done:
        return from_events(indicator, done)
    unstated = [event.text for event in counted if event.standing == Standing.UNSTATED]
    return Achievement(note=unstated[-1] or "—") if unstated else Achievement()


def figures_of(event: ProgressEvent) -> Figures:
    """The named figures of an event as numbers."""
    return tuple((name, Decimal(number)) for name, number in event.figures.items())


def indicator_sheet(*, by: Access, indicator_id: int) -> IndicatorSheet:
    """One row of a plan in full; raise NotFound when it is not within the viewing scope."""
    record = PlanIndicator.objects.visible_to(by).select_related(*_OF_A_ROW).filter(pk=indicator_id).first()
    if record is None or not by.may(P.PLAN_VIEW):
        raise NotFound("There is no such plan, or it is not yours to see.")
    record.live = list(record.events.in_force())  # type: ignore[attr-defined]
    plan = record.plan
    sheet = _sheet(by, plan, [record], counted_until(by=by, plan=plan, as_of=None))
    row = sheet.rows[0]
    method = Method(plan.method) if plan.method else sheet.framework.method
    marks = Prefetch("follow_ups", FollowUp.objects.filter(closed_at__isnull=True).select_related("post"), "marks")
    events = record.events.select_related("corrected_by").prefetch_related("evidence__attachment", marks)
    proof = record.evidence.filter(withdrawn_at__isnull=True).select_related("attachment", "event")
    return IndicatorSheet(
        plan=plan,
        row=row,
        events=list(events.order_by("-day", "-pk")),
        evidence=list(proof),
        what_if=what_if(row.indicator, method=method, fiscal_year=FiscalYear(plan.fiscal_year)),
        area=sheet.framework.area(row.indicator.area_code),
        activity=sheet.framework.activity(row.indicator.activity_code),
        lineage=lineage_of(by=by, concept=row.indicator.concept) if row.indicator.concept else (),
        framework=sheet.framework,
    )


def indicator_sheet_to_enter(*, by: Access, indicator_id: int) -> IndicatorSheet:
    """The same for someone who may enter progress there; NotFound when unseen, Refused when only seen."""
    indicator_to_enter(by=by, indicator_id=indicator_id)
    return indicator_sheet(by=by, indicator_id=indicator_id)


def indicator_sheet_to_edit(*, by: Access, indicator_id: int) -> IndicatorSheet:
    """The same for someone who may change the plan's terms."""
    sheet = indicator_sheet(by=by, indicator_id=indicator_id)
    by.require(P.PLAN_EDIT, sheet.plan.office.path)
    return sheet
