"""One appeal a year against an indicator's award, decided one level above the office that awarded."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import Access, P
from agragati.org.models import Office
from agragati.org.scope import is_within

from ..choices import AppealState, NumberKind
from ..models import Appeal, Claim, ReviewStep, Submission
from ..rules.achievement import Achievement
from ..rules.life_states import Stage
from ..rules.moves import find_move
from ..rules.review_states import CLAIM_MOVES, Deed
from ..selectors.independence import deciders, require_independent
from ..selectors.reckoning import score_figure
from ..selectors.terms import review_terms, total_of_claims
from .award import LAST
from .rescore import PLACES
from .steps import RAW_PLACES, Stated, figure_of, figure_text, moment, need_reason, new_step, next_version, settled


@transaction.atomic
def file_appeal(
    *, by: Access, claim: Claim, reason: str, figure: Achievement | None = None, on: date | None = None
) -> Appeal:
    """Appeal against the award of an indicator's year (its fourth quarter), once, within the days of the terms.

    `figure` is what the office asks for. Raises Refused without the right to send quarters; BadInput for another
    quarter, a second appeal, a late one, a missing reason, or when no office stands above the one that awarded.
    """
    by.require(P.PROGRESS_SUBMIT, claim.submission.plan.office.path)
    claim = _locked(claim)
    plan = claim.submission.plan
    if Appeal.objects.filter(indicator=claim.indicator).exists():
        raise BadInput("An appeal is possible once a year for an indicator; it was already made.")
    if claim.quarter != LAST:
        raise BadInput("An appeal is made against the award of the year, in the fourth quarter.")
    move = find_move(CLAIM_MOVES, Deed.APPEAL, claim.state)
    words = need_reason(move, reason)
    terms = review_terms(by=by, fiscal_year=plan.fiscal_year, kind=plan.kind)
    _check_time(claim, on or timezone.localdate(), terms.appeal_days)
    if figure is not None:
        score_figure(by=by, claim=claim, figure=figure)
    appeal = Appeal.objects.create(
        indicator=claim.indicator, claim=claim, reason=words, figure=figure_text(figure) if figure else None,
        decider_path=_one_level_up(claim), filed_by_id=by.user_id, filed_label=by.label[:300], filed_at=moment(on),
    )  # fmt: skip
    new_step(by=by, submission=claim.submission, move=move, at=moment(on), claim=claim, reason=words).save()
    Claim.objects.filter(pk=claim.pk).update(state=move.after)
    record(by=by, deed="plans.file_appeal", about=f"plan:{plan.pk}", label=str(claim), values={"reason": words})
    return appeal


def _locked(claim: Claim) -> Claim:
    Submission.objects.select_for_update().get(pk=claim.submission_id)
    rows = Claim.objects.select_related("submission__plan__office__area", "submission__plan__edition", "indicator")
    return rows.get(pk=claim.pk)


def _check_time(claim: Claim, today: date, days: int) -> None:
    if claim.submission.plan.stage == Stage.PUBLISHED:
        raise BadInput("The result is published; an appeal is no longer possible.")
    last = timezone.localtime(claim.awarded_at).date() + timedelta(days=days)
    if today > last:
        raise BadInput("An appeal was possible until %(day)s.", day=last)


def _one_level_up(claim: Claim) -> str:
    """The path of the office above the one that awarded; raise BadInput when there is none."""
    award = ReviewStep.objects.filter(claim=claim, deed=Deed.AWARD).select_related("posting__post__office").last()
    office = award.posting.post.office if award and award.posting else claim.submission.plan.office.parent
    above = Office.objects.filter(pk=office.parent_id).first() if office and office.parent_id else None
    if above is None:
        raise BadInput("No office stands above the one that awarded these marks.")
    return above.path


@transaction.atomic
def decide_appeal(
    *, by: Access, appeal: Appeal, uphold: bool, reason: str, figure: Achievement | None = None,
    on: date | None = None,
) -> Appeal:  # fmt: skip
    """Decide an appeal: upheld with the figure that stands (default: the one asked for), or refused; always with why.

    Raises Refused unless `by` reviews from the office one level up (or above it), had no part in the review and does
    not stand on the claimant's side.
    """
    appeal = Appeal.objects.select_for_update().select_related("indicator").get(pk=appeal.pk)
    claim = _locked(appeal.claim)
    by.require(P.PROGRESS_REVIEW, claim.submission.plan.office.path)
    move = find_move(CLAIM_MOVES, Deed.UPHOLD if uphold else Deed.REFUSE, claim.state)
    _require_appeal_office(by, appeal, claim)
    words = need_reason(move, reason)
    stated = _upheld(by, claim, appeal, figure) if uphold else None
    version = next_version(claim, NumberKind.AWARDED) if stated else 0
    new_step(by=by, submission=claim.submission, move=move, at=moment(on), claim=claim, reason=words, stated=stated,
             version=version).save()  # fmt: skip
    _settle(by, claim, move.after, stated)
    appeal.state = AppealState.UPHELD if uphold else AppealState.REFUSED
    appeal.decided_by_id, appeal.decided_label, appeal.decided_at = by.user_id, by.label[:300], moment(on)
    appeal.decision = words
    appeal.save()
    record(by=by, deed=f"plans.{move.deed}_appeal", about=f"plan:{claim.submission.plan_id}", label=str(claim),
           values={"appeal": appeal.pk, "reason": words})  # fmt: skip
    return appeal


def _require_appeal_office(by: Access, appeal: Appeal, claim: Claim) -> None:
    plan = claim.submission.plan
    if not by.is_system and not is_within(appeal.decider_path, by.office_path):
        raise Refused("An appeal is decided one level above the office that awarded the marks.")
    require_independent(by=by, plan=plan)
    took_part = set(
        ReviewStep.objects.filter(submission=claim.submission).exclude(by=None).values_list("by", flat=True)
    )
    if deciders(by=by) & took_part:
        raise Refused("You had a part in this review; someone else must decide the appeal.")


def _upheld(by: Access, claim: Claim, appeal: Appeal, figure: Achievement | None) -> Stated:
    stands = figure if figure is not None and figure_text(figure) else figure_of(appeal.figure)
    if figure_text(stands) is None:
        raise BadInput("Give the figure that stands.", field="figure")
    score = score_figure(by=by, claim=claim, figure=stands)
    return Stated(NumberKind.AWARDED, score.raw, score.points, figure_text(stands))


def _settle(by: Access, claim: Claim, state: str, stated: Stated | None) -> None:
    claim.state = state
    if stated:
        claim.awarded_raw, claim.awarded_points = settled(stated.raw, RAW_PLACES), settled(stated.points, PLACES)
    claim.save(update_fields=["state", "awarded_raw", "awarded_points"])
    sent = claim.submission
    claims = Claim.objects.filter(submission=sent).select_related("indicator")
    total = total_of_claims(by=by, plan=sent.plan, claims=claims, number=NumberKind.AWARDED)
    sent.awarded_total, sent.version = settled(total, PLACES), sent.version + 1
    sent.save(update_fields=["awarded_total", "version"])
