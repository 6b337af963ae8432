"""A reviewer's verdicts on claims, the accept step, and re-opening with a reason."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import Access, P

from ..access import may_review
from ..choices import ClaimState, NumberKind, QuarterState
from ..models import Claim, ReviewStep, Submission
from ..rules.achievement import Achievement
from ..rules.moves import Move, find_move
from ..rules.review_states import CLAIM_MOVES, OPEN_FOR_VERDICT, QUARTER_MOVES, VERDICTS, Deed, quarter_of
from ..selectors.independence import claimants_of, deciders, require_independent
from ..selectors.reckoning import score_figure
from ..selectors.terms import total_of_claims
from .rescore import PLACES
from .steps import RAW_PLACES, Stated, figure_text, moment, need_reason, new_step, next_version, settled

MOST_IN_BULK = 200


@transaction.atomic
def give_verdict(
    *, by: Access, claim: Claim, verdict: str, figure: Achievement | None = None, reason: str = "",
    on: date | None = None,
) -> Claim:  # fmt: skip
    """Decide on one claim: accept, accept_part (with the figure that stands), return or not_applicable.

    Everything but accept needs a reason. Raises Refused without the right, from the claim's own office or when `by`
    stands on the claimant's side; BadInput for a claim that is not waiting, a provisional one before its as-of day,
    a figure above the claim, or a missing reason.
    """
    if verdict not in VERDICTS:
        raise BadInput("Choose a verdict.", field="verdict")
    claim = _locked(claim)
    _require_reviewer(by, claim.submission)
    move = find_move(CLAIM_MOVES, verdict, claim.state)
    words = need_reason(move, reason)
    stated = _number(by, claim, verdict, figure, on or timezone.localdate())
    _decide(by, claim, move, words, stated, on)
    _settle(by, claim.submission)
    record(by=by, deed=f"plans.{verdict}_claim", about=f"plan:{claim.submission.plan_id}", label=str(claim),
           values={"claim": claim.pk, "claimed": _text(claim.claimed_points), "verified": _text(claim.verified_points),
                   "reason": words})  # fmt: skip
    return claim


def _locked(claim: Claim) -> Claim:
    Submission.objects.select_for_update().get(pk=claim.submission_id)
    rows = Claim.objects.select_related("submission__plan__office__area", "submission__plan__edition", "indicator")
    return rows.get(pk=claim.pk)


def _require_reviewer(by: Access, submission: Submission) -> None:
    plan = submission.plan
    by.require(P.PROGRESS_REVIEW, plan.office.path)
    if not may_review(by, plan):
        raise Refused("An office does not review itself; the office above it does.")
    require_independent(by=by, plan=plan)


def _number(by: Access, claim: Claim, verdict: str, figure: Achievement | None, today: date) -> Stated | None:
    if verdict == Deed.RETURN:
        return None
    if claim.submission.state not in OPEN_FOR_VERDICT:
        raise BadInput("This quarter is not open for verdicts.")
    if claim.is_provisional:
        raise BadInput(
            "The claim was made before %(day)s and is provisional: the office must send it again, or return it.",
            day=claim.as_of,
        )
    if verdict == Deed.NOT_APPLICABLE:
        return Stated(NumberKind.VERIFIED, None, None)
    if verdict == Deed.ACCEPT:
        kept = ReviewStep.objects.filter(claim=claim, number=NumberKind.CLAIMED).order_by("-version").first()
        return Stated(NumberKind.VERIFIED, claim.claimed_raw, claim.claimed_points, kept.figure if kept else None)
    return _part(by, claim, figure)


def _part(by: Access, claim: Claim, figure: Achievement | None) -> Stated:
    if figure is None or figure_text(figure) is None:
        raise BadInput("Give the figure that stands.", field="figure")
    score = score_figure(by=by, claim=claim, figure=figure)
    raw = settled(score.raw, RAW_PLACES)
    if raw is not None and claim.claimed_raw is not None and raw > claim.claimed_raw:
        raise BadInput("This figure is better than the claim. Return the claim instead.", field="figure")
    return Stated(NumberKind.VERIFIED, score.raw, score.points, figure_text(figure))


def _decide(by: Access, claim: Claim, move: Move, reason: str, stated: Stated | None, on: date | None) -> None:
    at = moment(on)
    version = next_version(claim, NumberKind.VERIFIED) if stated else 0
    new_step(by=by, submission=claim.submission, move=move, at=at, claim=claim, reason=reason, stated=stated,
             version=version).save()  # fmt: skip
    claim.state, claim.decided_at, claim.decided_by_id = move.after, at, by.user_id
    claim.verified_raw = settled(stated.raw, RAW_PLACES) if stated else None
    claim.verified_points = settled(stated.points, PLACES) if stated else None
    claim.save(update_fields=["state", "decided_at", "decided_by", "verified_raw", "verified_points"])


def _settle(by: Access, submission: Submission) -> None:
    """Let the quarter follow its claims, and keep its verified total."""
    claims = list(Claim.objects.filter(submission=submission).select_related("indicator"))
    submission.state = quarter_of(claim.state for claim in claims)
    submission.verified_total = settled(
        total_of_claims(by=by, plan=submission.plan, claims=claims, number=NumberKind.VERIFIED), PLACES
    )
    submission.version += 1
    submission.save(update_fields=["state", "verified_total", "version"])


@transaction.atomic
def undo_verdict(*, by: Access, claim: Claim, reason: str, on: date | None = None) -> Claim:
    """Take back a verdict that is not yet accepted or awarded; the number stated stays readable."""
    claim = _locked(claim)
    _require_reviewer(by, claim.submission)
    if claim.submission.state not in (*OPEN_FOR_VERDICT, QuarterState.VERIFIED):
        raise BadInput("The quarter was accepted. Take back the acceptance first.")
    move = find_move(CLAIM_MOVES, Deed.UNDO, claim.state)
    words = need_reason(move, reason)
    _clear(by, claim, move, words, on)
    _settle(by, claim.submission)
    record(by=by, deed="plans.undo_verdict", about=f"plan:{claim.submission.plan_id}", label=str(claim),
           values={"claim": claim.pk, "before": move.before, "reason": words})  # fmt: skip
    return claim


def _clear(by: Access, claim: Claim, move: Move, reason: str, on: date | None) -> None:
    new_step(by=by, submission=claim.submission, move=move, at=moment(on), claim=claim, reason=reason).save()
    claim.state, claim.verified_raw, claim.verified_points = move.after, None, None
    claim.decided_at = claim.decided_by_id = None
    claim.save(update_fields=["state", "decided_at", "decided_by", "verified_raw", "verified_points"])


@transaction.atomic
def accept_in_bulk(*, by: Access, claim_ids: Collection[int], on: date | None = None) -> tuple[int, int]:
    """Accept the claims that may be accepted unseen: complete proof, no flag, not provisional, not in a sample.

    Returns (accepted, left alone). At most 200 at once. Claims out of reach are left alone, never told apart.
    """
    by.require(P.PROGRESS_REVIEW)
    ids = sorted(set(claim_ids))
    if len(ids) > MOST_IN_BULK:
        raise BadInput("Choose at most %(limit)s rows at once.", limit=MOST_IN_BULK)
    sent = Claim.objects.filter(pk__in=ids).values("submission")
    list(Submission.objects.select_for_update(of=["self"]).filter(pk__in=sent).order_by("pk"))
    rows = _bulk_rows(by, ids)
    sides = claimants_of(by=by, plans={row.submission.plan.pk: row.submission.plan for row in rows}.values())
    own = deciders(by=by)
    good = [r for r in rows if may_review(by, r.submission.plan) and not own & sides[r.submission.plan_id]]
    for claim in good:
        stated = _number(by, claim, Deed.ACCEPT, None, on or timezone.localdate())
        _decide(by, claim, find_move(CLAIM_MOVES, Deed.ACCEPT, claim.state), "", stated, on)
    for submission in {claim.submission_id: claim.submission for claim in good}.values():
        _settle(by, submission)
    record(by=by, deed="plans.accept_in_bulk", about="claims", label=str(len(good)),
           values={"claims": [claim.pk for claim in good]})  # fmt: skip
    return len(good), len(ids) - len(good)


def _bulk_rows(by: Access, ids: list[int]) -> list[Claim]:
    rows = Claim.objects.visible_to(by).enterable_by(by, P.PROGRESS_REVIEW).waiting().filter(
        pk__in=ids, proof_complete=True, has_flag=False, is_provisional=False, is_sampled=False,
        submission__state__in=OPEN_FOR_VERDICT,
    )  # fmt: skip
    wanted = ("submission__plan__office__area", "submission__plan__edition", "indicator")
    return list(rows.select_related(*wanted).order_by("pk"))


@transaction.atomic
def accept_quarter(*, by: Access, submission: Submission, on: date | None = None) -> Submission:
    """The accept step: a second person above the office takes over a quarter whose claims were all decided.

    Raises Refused for someone who gave one of the verdicts or stands on the claimant's side.
    """
    sent = _locked_quarter(submission)
    _require_reviewer(by, sent)
    move = find_move(QUARTER_MOVES, Deed.ACCEPT_QUARTER, sent.state)
    decided = set(Claim.objects.filter(submission=sent).values_list("decided_by", flat=True))
    if deciders(by=by) & decided:
        raise Refused("You gave a verdict in this quarter; someone else must accept it.")
    sent.accepted_by_id, sent.accepted_at = by.user_id, moment(on)
    _move_quarter(by, sent, move, "", on)
    return sent


@transaction.atomic
def unaccept_quarter(*, by: Access, submission: Submission, reason: str, on: date | None = None) -> Submission:
    """Take the acceptance back, with a reason; awarded quarters stay."""
    sent = _locked_quarter(submission)
    _require_reviewer(by, sent)
    move = find_move(QUARTER_MOVES, Deed.UNACCEPT_QUARTER, sent.state)
    words = need_reason(move, reason)
    sent.accepted_by_id = sent.accepted_at = None
    _move_quarter(by, sent, move, words, on)
    return sent


@transaction.atomic
def reopen_quarter(
    *, by: Access, submission: Submission, reason: str, codes: Collection[str] = (), on: date | None = None
) -> Submission:
    """Open a sent quarter again for its office, with a reason: all of it, or the indicators with these codes."""
    sent = _locked_quarter(submission)
    _require_reviewer(by, sent)
    move = find_move(QUARTER_MOVES, Deed.REOPEN, sent.state)
    words = need_reason(move, reason)
    claims = Claim.objects.filter(submission=sent).exclude(state=ClaimState.RETURNED).select_related("indicator")
    chosen = [claim for claim in claims if not codes or claim.indicator.code in codes]
    if not chosen:
        raise BadInput("Choose at least one indicator.", field="codes")
    for claim in chosen:
        _clear(by, claim, find_move(CLAIM_MOVES, Deed.REOPEN, claim.state), words, on)
    _move_quarter(by, sent, move, words, on)
    return sent


def _locked_quarter(submission: Submission) -> Submission:
    rows = Submission.objects.select_for_update(of=["self"])
    return rows.select_related("plan__office__area", "plan__edition").get(pk=submission.pk)


def _move_quarter(by: Access, sent: Submission, move: Move, reason: str, on: date | None) -> None:
    new_step(by=by, submission=sent, move=move, at=moment(on), reason=reason).save()
    sent.state = move.after
    sent.version += 1
    sent.save()
    record(by=by, deed=f"plans.{move.deed}", about=f"plan:{sent.plan_id}", label=str(sent),
           values={"quarter": sent.quarter, "before": move.before, "reason": reason})  # fmt: skip


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
