"""What the integrity checks look at, gathered from one plan in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db.models import Count, Sum
from django.utils import timezone

from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access

from ..choices import Source, Stage, Standing
from ..models import Claim, Evidence, Plan, ProgressEvent
from ..rules.integrity import ClaimFacts, EventFacts, PlanFacts, RowFacts
from ..rules.windows import dates_of
from .evidence import EvidenceState, evidence_states
from .meeting_facts import facts_of_meetings
from .sheets import PlanSheet, SheetRow, score_of_plan

Peers = Mapping[str, Mapping[int, Decimal]]


def facts_of_plan(*, by: Access, plan: Plan, peers: Peers | None = None, today: date | None = None) -> PlanFacts:
    """Everything the checks need. `peers`: figures of other offices by code and row (see `figures_of_tier`)."""
    sheet = score_of_plan(by=by, plan=plan)
    states = evidence_states(by=by, indicators=[row.record for row in sheet.rows])
    kinds = _kinds(plan)
    return PlanFacts(
        framework=sheet.framework,
        rows=tuple(_row(sheet, row, states[row.record.pk], kinds, peers or {}) for row in sheet.rows),
        today=today or timezone.localdate(),
        memo_code=plan.office.memo_code,
        claims=tuple(_claims(plan)),
        meetings=facts_of_meetings(by=by, plan=plan, indicators=[row.record for row in sheet.rows]),
    )


def _row(
    sheet: PlanSheet, row: SheetRow, state: EvidenceState, kinds: Mapping[int, set[str]], peers: Peers
) -> RowFacts:
    year = FiscalYear(sheet.plan.fiscal_year)
    dates = [dates_of(row.indicator, Quarter(year, number)) for number in range(1, 5)]
    claimed = bool(state.items)
    others = peers.get(row.indicator.code, {})
    return RowFacts(
        indicator=row.indicator,
        events=tuple(_event(event, kinds) for event in getattr(row.record, "live", [])),
        as_of=tuple(found.as_of for found in dates),
        official=tuple(found.official for found in dates),
        own_due=row.record.own_due,
        missing=state.missing if claimed else (),
        reused=tuple((f"pair:{flag.reuse_id}", flag.reason) for flag in state.flags),
        figure=row.scored.score.achieved,
        peers=tuple(value for pk, value in others.items() if pk != row.record.pk),
    )


def _event(event: ProgressEvent, kinds: Mapping[int, set[str]]) -> EventFacts:
    return EventFacts(
        id=event.pk, day=event.day, entered_on=timezone.localdate(event.entered_at),
        is_done=event.standing == Standing.DONE, quantity=event.quantity, numerator=event.numerator,
        denominator=event.denominator, text=event.text, memo_no=event.memo_no,
        is_typed=event.source in (Source.TYPED, Source.IMPORTED),
        kinds=tuple(sorted(kinds.get(event.indicator_id, ()))),
    )  # fmt: skip


def _kinds(plan: Plan) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    rows = Evidence.objects.filter(indicator__plan=plan, withdrawn_at__isnull=True)
    for indicator, kind in rows.values_list("indicator_id", "kind"):
        found[indicator].add(kind)
    return found


def _claims(plan: Plan) -> list[ClaimFacts]:
    rows = Claim.objects.filter(submission__plan=plan)
    return [
        ClaimFacts(*row) for row in rows.values_list("indicator__code", "quarter", "claimed_by_id", "decided_by_id")
    ]


def figures_of_tier(*, by: Access, plan: Plan) -> dict[str, dict[int, Decimal]]:
    """Figures of every office of the plan's tier and year by code and row id: what outliers are told from.

    One query over the events of the tier, for the nightly check; `by` is the product's own job.
    """
    rows = (
        ProgressEvent.objects.in_force()
        .filter(standing=Standing.DONE, indicator__plan__edition=plan.edition_id, indicator__plan__tier=plan.tier)
        .values_list("indicator__code", "indicator_id")
        .annotate(Sum("numerator"), Sum("denominator"), Sum("quantity"), Count("pk"))
    )
    found: dict[str, dict[int, Decimal]] = defaultdict(dict)
    for code, pk, numerator, denominator, quantity, count in rows:
        if denominator:
            found[code][pk] = numerator * 100 / denominator
        elif denominator is None:
            found[code][pk] = quantity if quantity is not None else Decimal(count)
    return found


def plan_ids(*, by: Access) -> list[int]:
    """Ids of every plan that is not published, tier by tier."""
    rows = Plan.objects.visible_to(by).exclude(stage=Stage.PUBLISHED).order_by("edition", "tier", "pk")
    return list(rows.values_list("pk", flat=True))
