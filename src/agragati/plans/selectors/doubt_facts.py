"""What the integrity checks look at, gathered from one plan in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Count, Sum
from django.utils import timezone

from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access

from ..choices import ClaimState, Source, Stage, Standing
from ..models import Claim, Evidence, Plan, ProgressEvent, RowMeasure
from ..rules.integrity import ClaimFacts, EventFacts, PlanFacts, Recorded, RowFacts
from ..rules.windows import dates_of
from .evidence import EvidenceState, evidence_states
from .meeting_facts import facts_of_meetings
from .projections import Foreseen, foreseen_of_plan
from .sheets import PlanSheet, SheetRow, score_of_plan

Peers = Mapping[str, Mapping[int, Decimal]]


@dataclass
class _RowProof:
    """What stands behind one row, gathered for all rows at once."""

    kinds: set[str] = field(default_factory=set)
    infected: list[tuple[str, str]] = field(default_factory=list)
    replaced: list[tuple[str, str, int]] = field(default_factory=list)
    recorded: tuple[Recorded, ...] = ()
    foreseen: Foreseen | None = None


def facts_of_plan(*, by: Access, plan: Plan, peers: Peers | None = None, today: date | None = None) -> PlanFacts:
    """Everything the checks need. `peers`: figures of other offices by code and row (see `figures_of_tier`)."""
    sheet = score_of_plan(by=by, plan=plan)
    states = evidence_states(by=by, indicators=[row.record for row in sheet.rows])
    proof = _proof(plan)
    foreseen = foreseen_of_plan(by=by, plan=plan)
    for row in sheet.rows:
        proof[row.record.pk].foreseen = foreseen.get(row.indicator.concept)
    return PlanFacts(
        framework=sheet.framework,
        rows=tuple(_row(sheet, row, states[row.record.pk], proof[row.record.pk], peers or {}) for row in sheet.rows),
        today=today or timezone.localdate(),
        memo_code=plan.office.memo_code,
        claims=tuple(_claims(plan)),
        meetings=facts_of_meetings(by=by, plan=plan, indicators=[row.record for row in sheet.rows]),
    )


def _row(sheet: PlanSheet, row: SheetRow, state: EvidenceState, proof: _RowProof, peers: Peers) -> RowFacts:
    year = FiscalYear(sheet.plan.fiscal_year)
    dates = [dates_of(row.indicator, Quarter(year, number)) for number in range(1, 5)]
    claimed = bool(state.items)
    others = peers.get(row.indicator.code, {})
    return RowFacts(
        indicator=row.indicator,
        events=tuple(_event(event, proof.kinds) for event in getattr(row.record, "live", [])),
        as_of=tuple(found.as_of for found in dates),
        official=tuple(found.official for found in dates),
        own_due=row.record.own_due,
        missing=state.missing if claimed else (),
        reused=tuple((f"pair:{flag.reuse_id}", flag.reason) for flag in state.flags),
        figure=row.scored.score.achieved,
        peers=tuple(value for pk, value in others.items() if pk != row.record.pk),
        infected=tuple(proof.infected),
        replaced=tuple(proof.replaced),
        recorded=proof.recorded,
        foreseen=(proof.foreseen.said_in, proof.foreseen.value) if proof.foreseen else None,
    )


def _event(event: ProgressEvent, kinds: set[str]) -> EventFacts:
    return EventFacts(
        id=event.pk, day=event.day, entered_on=timezone.localdate(event.entered_at),
        is_done=event.standing == Standing.DONE, quantity=event.quantity, numerator=event.numerator,
        denominator=event.denominator, text=event.text, memo_no=event.memo_no,
        is_computed=bool(event.figures),
        is_typed=event.source in (Source.TYPED, Source.IMPORTED),
        kinds=tuple(sorted(kinds)),
    )  # fmt: skip


def _proof(plan: Plan) -> dict[int, _RowProof]:
    """What stands behind each row: kinds of proof, files with a virus, files changed after the claim, own records."""
    found: dict[int, _RowProof] = defaultdict(_RowProof)
    rows = Evidence.objects.filter(indicator__plan=plan, withdrawn_at__isnull=True)
    pieces = list(rows.select_related("attachment", "event"))
    has_versions = any(piece.attachment and piece.attachment.version_of_id for piece in pieces)
    sent = _sent(plan) if has_versions else {}
    for piece in pieces:
        mine, file = found[piece.indicator_id], piece.attachment
        mine.kinds.add(piece.kind)
        if file is not None and file.is_infected:
            mine.infected.append((f"file:{file.pk}", file.name[:150]))
        if file is not None and file.version_of_id is not None:
            number = quarter_of_piece(piece)
            quarters = [
                q for q, at in sent.get(piece.indicator_id, ()) if at < file.uploaded_at and number in (None, q)
            ]
            mine.replaced += [(f"file:{file.pk}:{q}", file.name[:150], q) for q in quarters[:1]]
    for measure in RowMeasure.objects.filter(indicator__plan=plan):
        found[measure.indicator_id].recorded = tuple(Recorded(*told) for told in measure.said)
    return found


def quarter_of_piece(piece: Evidence) -> int | None:
    """The quarter a piece speaks for: as stated, else by the day of its event or its own; None for the whole year."""
    day = piece.event.day if piece.event else piece.day
    return piece.quarter or (Quarter.of(day).number if day else None)


def _sent(plan: Plan) -> dict[int, list[tuple[int, datetime]]]:
    """By row: quarters that were sent, and when; a claim that was returned is open for correction."""
    found: dict[int, list[tuple[int, datetime]]] = defaultdict(list)
    rows = Claim.objects.filter(submission__plan=plan).exclude(state=ClaimState.RETURNED).order_by("-quarter")
    for indicator, quarter, at in rows.values_list("indicator_id", "quarter", "submission__submitted_at"):
        found[indicator].append((quarter, at))
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
        .filter(
            standing=Standing.DONE,
            figures={},
            indicator__plan__edition=plan.edition_id,
            indicator__plan__tier=plan.tier,
        )
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
