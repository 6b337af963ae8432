"""Awarding at the end of the year: the third number, written beside the two others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access, P

from ..access import may_review
from ..choices import ClaimState, NumberKind, QuarterState
from ..models import Claim, Plan, ReviewStep, Submission
from ..rules.adjustments import Adjustment
from ..rules.life_states import OVER
from ..rules.moves import find_move
from ..rules.review_states import CLAIM_MOVES, QUARTER_MOVES, Deed
from ..selectors.independence import require_independent
from ..selectors.reckoning import score_figure
from ..selectors.terms import review_terms, total_of_claims
from .rescore import PLACES
from .steps import RAW_PLACES, Stated, figure_text, moment, new_step, next_version, settled

__all__ = ["LAST", "Adjustment", "award_year"]
LAST = 4


@transaction.atomic
def award_year(
    *, by: Access, plan: Plan, adjustments: Mapping[str, Adjustment] | None = None, on: date | None = None
) -> list[Submission]:
    """Award every accepted quarter of a plan after its year has ended; the fourth is the year's result.

    Each claim is awarded what was verified. `adjustments` (code → figure with reason) change the fourth quarter.
    Raises BadInput while the year runs or the fourth quarter is not accepted (not verified, where the terms have no
    accept step); Refused without the right or for someone on the claimant's side.
    """
    by.require(P.PLAN_APPROVE, plan.office.path)
    if not may_review(by, plan):
        raise Refused("An office does not review itself; the office above it does.")
    require_independent(by=by, plan=plan)
    today = on or timezone.localdate()
    if today <= FiscalYear(plan.fiscal_year).end or plan.stage in OVER:
        raise BadInput("Marks are awarded after the year has ended and before the plan is closed.")
    sent = _ready(by, plan)
    if not any(quarter.quarter == LAST for quarter in sent):
        raise BadInput("The fourth quarter is not accepted yet.")
    for quarter in sent:
        _award(by, quarter, dict(adjustments or {}) if quarter.quarter == LAST else {}, on)
    record(by=by, deed="plans.award_year", about=f"plan:{plan.pk}", label=str(plan),
           values={"quarters": [row.quarter for row in sent], "total": str(sent[-1].awarded_total)})  # fmt: skip
    return sent


def _ready(by: Access, plan: Plan) -> list[Submission]:
    terms = review_terms(by=by, fiscal_year=plan.fiscal_year, kind=plan.kind)
    ready = [QuarterState.ACCEPTED] if terms.accept_step else [QuarterState.ACCEPTED, QuarterState.VERIFIED]
    rows = Submission.objects.select_for_update(of=["self"]).filter(plan=plan, state__in=ready)
    return list(rows.select_related("plan__office", "plan__edition").order_by("quarter"))


def _award(by: Access, sent: Submission, adjustments: dict[str, Adjustment], on: date | None) -> None:
    wanted = ("indicator", "submission__plan__edition")
    claims = list(Claim.objects.filter(submission=sent).select_related(*wanted).order_by("position"))
    at, steps = moment(on), []
    for claim in claims:
        stated, reason = _stated(by, claim, adjustments.get(claim.indicator.code))
        move = find_move(CLAIM_MOVES, Deed.AWARD, claim.state)
        version = next_version(claim, NumberKind.AWARDED)
        steps.append(
            new_step(by=by, submission=sent, move=move, at=at, claim=claim, reason=reason, stated=stated,
                     version=version)
        )  # fmt: skip
        claim.awarded_raw, claim.awarded_points = settled(stated.raw, RAW_PLACES), settled(stated.points, PLACES)
        claim.awarded_at = at
    move = find_move(QUARTER_MOVES, Deed.AWARD, sent.state)
    total = total_of_claims(by=by, plan=sent.plan, claims=claims, number=NumberKind.AWARDED)
    for claim in claims:
        claim.state = ClaimState.AWARDED
    ReviewStep.objects.bulk_create([*steps, new_step(by=by, submission=sent, move=move, at=at)])
    Claim.objects.bulk_update(claims, ["state", "awarded_raw", "awarded_points", "awarded_at"])
    sent.state, sent.awarded_at, sent.awarded_total = move.after, at, settled(total, PLACES)
    sent.version += 1
    sent.save()


def _stated(by: Access, claim: Claim, change: Adjustment | None) -> tuple[Stated, str]:
    if change is None:
        last = ReviewStep.objects.filter(claim=claim, number=NumberKind.VERIFIED).order_by("-version").first()
        figure = last.figure if last else None
        return Stated(NumberKind.AWARDED, claim.verified_raw, claim.verified_points, figure), ""
    if not change.reason.strip():
        raise BadInput("Write why.", field="reason")
    score = score_figure(by=by, claim=claim, figure=change.figure)
    return Stated(NumberKind.AWARDED, score.raw, score.points, figure_text(change.figure)), change.reason.strip()
