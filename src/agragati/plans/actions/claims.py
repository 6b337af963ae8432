"""An office sends a quarter: what it claims, per indicator, as of the quarter's day."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.org.access import Access, P

from ..choices import ClaimState, NumberKind, QuarterState
from ..models import Claim, Plan, ReviewStep, Submission
from ..rules.life_states import RUNNING
from ..rules.moves import Move, find_move
from ..rules.review_states import CLAIM_MOVES, QUARTER_MOVES, Deed, quarter_of
from ..rules.windows import WindowState
from ..selectors.reckoning import ReckonedRow, Reckoning, reckon_quarter
from .rescore import PLACES
from .steps import RAW_PLACES, Stated, figure_text, moment, new_step, settled

FIELDS = [
    "state", "round", "as_of", "is_late", "is_provisional", "has_flag", "proof_complete", "risk", "claimed_raw",
    "claimed_points", "verified_raw", "verified_points", "claimed_by", "decided_by", "decided_at", "path",
]  # fmt: skip


@transaction.atomic
def submit_quarter(*, by: Access, plan: Plan, quarter: int, on: date | None = None) -> Submission:
    """Send a quarter (1-4): every claim is counted from the events as of its day, and the quarter is locked.

    A returned quarter is sent again for what was returned; a claim sent before its as-of day (provisional) may be
    renewed. `on` is the day the deed counts as (default today). Raises Refused without the right; BadInput when the
    plan is not in force, the quarter has not begun, its window is closed, or nothing may be sent now.
    """
    by.require(P.PROGRESS_SUBMIT, plan.office.path)
    plan = Plan.objects.select_for_update(of=["self"]).select_related("office__area", "edition").get(pk=plan.pk)
    today = on or timezone.localdate()
    old = Submission.objects.filter(plan=plan, quarter=quarter).first()
    reckoned = reckon_quarter(by=by, plan=plan, quarter=quarter, on=today)
    _check(plan, reckoned, today, old)
    at = moment(on)
    sent = _first(by, reckoned, today, at) if old is None else _again(by, old, reckoned, at)
    record(by=by, deed="plans.submit_quarter", about=f"plan:{plan.pk}", label=str(plan),
           values={"quarter": quarter, "round": sent.round, "late": sent.is_late,
                   "total": str(sent.claimed_total)})  # fmt: skip
    return sent


def _check(plan: Plan, reckoned: Reckoning, today: date, old: Submission | None) -> None:
    if plan.stage not in RUNNING:
        raise BadInput("A quarter can be sent only while the plan is in force.")
    if today < reckoned.period.start:
        raise BadInput("This quarter has not begun.")
    again = old is not None and old.state == QuarterState.RETURNED
    if again:  # what a reviewer sent back may always be answered
        return
    if reckoned.window is WindowState.NOT_YET:
        raise BadInput("The window of your tier is not open yet.")
    if reckoned.window is WindowState.CLOSED:
        raise BadInput("The window of your tier is closed. Ask the higher office for more time.")


def _first(by: Access, reckoned: Reckoning, today: date, at: datetime) -> Submission:
    plan, number = reckoned.plan, reckoned.period.number
    sent = Submission.objects.create(
        plan=plan, fiscal_year=plan.fiscal_year, quarter=number, path=plan.office.path, state=QuarterState.SUBMITTED,
        due=reckoned.due, is_late=any(row.late for row in reckoned.rows), claimed_total=reckoned.total,
        submitted_by_id=by.user_id, submitted_in_id=by.posting_id, submitted_label=by.label[:300],
        first_sent_at=at, submitted_at=at,
    )  # fmt: skip
    move = find_move(CLAIM_MOVES, Deed.SUBMIT, "")
    claims = [_filled(Claim(submission=sent, indicator=row.row.record), row, by, sent) for row in reckoned.rows]
    Claim.objects.bulk_create(claims)
    steps = [_step(by, sent, claim, row, move, at, 1) for claim, row in zip(claims, reckoned.rows, strict=True)]
    whole = find_move(QUARTER_MOVES, Deed.SUBMIT, "")
    ReviewStep.objects.bulk_create([new_step(by=by, submission=sent, move=whole, at=at), *steps])
    return sent


def _again(by: Access, sent: Submission, reckoned: Reckoning, at: datetime) -> Submission:
    Submission.objects.select_for_update().get(pk=sent.pk)
    open_rows = [row for row in reckoned.rows if row.claim and _may_resend(row.claim)]
    if not open_rows:
        raise BadInput("This quarter is locked: it was sent and waits for review or was decided.")
    sent.round += 1
    steps = []
    for row in open_rows:
        claim = row.claim
        assert claim is not None
        deed = Deed.RENEW if claim.state == ClaimState.CLAIMED else Deed.RESUBMIT
        move = find_move(CLAIM_MOVES, deed, claim.state)
        version = ReviewStep.objects.filter(claim=claim, number=NumberKind.CLAIMED).count() + 1
        steps.append(_step(by, sent, _filled(claim, row, by, sent), row, move, at, version))
    Claim.objects.bulk_update([row.claim for row in open_rows if row.claim], FIELDS)
    deed = Deed.RESUBMIT if sent.state == QuarterState.RETURNED else Deed.RENEW
    whole = new_step(by=by, submission=sent, move=find_move(QUARTER_MOVES, deed, sent.state), at=at)
    ReviewStep.objects.bulk_create([whole, *steps])
    sent.state = quarter_of(Claim.objects.filter(submission=sent).values_list("state", flat=True))
    sent.claimed_total, sent.submitted_at, sent.version = _total(sent), at, sent.version + 1
    sent.submitted_by_id, sent.submitted_in_id, sent.submitted_label = by.user_id, by.posting_id, by.label[:300]
    sent.save()
    return sent


def _may_resend(claim: Claim) -> bool:
    return claim.state == ClaimState.RETURNED or (claim.state == ClaimState.CLAIMED and claim.is_provisional)


def _total(sent: Submission) -> Decimal | None:
    known = [points for points in Claim.objects.filter(submission=sent).values_list("claimed_points", flat=True)
             if points is not None]  # fmt: skip
    return sum(known, Decimal(0)) if known else None


def _filled(claim: Claim, row: ReckonedRow, by: Access, sent: Submission) -> Claim:
    """The claim as it is sent now; what was verified before no longer stands (its steps stay)."""
    score = row.row.scored.score
    if claim._state.adding:
        claim.is_late = row.late
    claim.path, claim.fiscal_year, claim.quarter = sent.path, sent.fiscal_year, sent.quarter
    claim.position, claim.state, claim.round = row.row.record.position, ClaimState.CLAIMED, sent.round
    claim.as_of, claim.is_provisional = row.dates.as_of, row.provisional
    claim.has_flag, claim.proof_complete, claim.risk = row.flagged, row.complete, row.risk
    claim.claimed_raw, claim.claimed_points = settled(score.raw, RAW_PLACES), settled(score.points, PLACES)
    claim.verified_raw = claim.verified_points = None
    claim.decided_by_id = claim.decided_at = None
    claim.claimed_by_id = by.user_id
    return claim


def _step(
    by: Access, sent: Submission, claim: Claim, row: ReckonedRow, move: Move, at: datetime, version: int
) -> ReviewStep:
    score = row.row.scored.score
    stated = Stated(NumberKind.CLAIMED, score.raw, score.points, figure_text(row.row.scored.achievement))
    return new_step(by=by, submission=sent, move=move, at=at, claim=claim, stated=stated, version=version)
