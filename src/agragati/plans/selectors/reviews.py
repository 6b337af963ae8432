"""One claim before its reviewer, a quarter as sent, and the three numbers with their differences."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, P
from agragati.org.scope import is_within
from agragati.records.models import Attachment
from agragati.records.selectors import earlier_versions

from ..access import may_review
from ..choices import AppealState, ClaimState, QuarterState
from ..models import Appeal, Claim, Evidence, Plan, PlanDoubt, ProgressEvent, ReviewStep, SampleItem, Submission
from ..rules.framework import Indicator
from ..rules.moves import moves_from
from ..rules.review_states import CLAIM_MOVES, DECIDED, OPEN_FOR_VERDICT, VERDICTS, Deed
from .editions import framework_of
from .evidence import EvidenceState, evidence_states
from .independence import claimants_of, deciders
from .reckoning import signed_indicator
from .single import plan_to_read
from .terms import review_terms, weight_of

_GONE = "There is no such claim, or it is not yours to see."
ACCEPTED = (QuarterState.ACCEPTED, QuarterState.AWARDED)


@dataclass(frozen=True)
class ClaimSheet:
    """One claim with everything beside it: figure, events, proof, earlier steps, and what may be done."""

    claim: Claim
    plan: Plan
    indicator: Indicator
    steps: list[ReviewStep]
    events: list[ProgressEvent]
    proof: list[Evidence]
    state: EvidenceState
    doubts: list[PlanDoubt]
    verdicts: tuple[str, ...]
    may_undo: bool
    why_not: str
    versions: dict[int, list[Attachment]] = field(default_factory=dict)

    @property
    def changed_since(self) -> list[Evidence]:
        """Pieces whose file was replaced after the claim was last sent."""
        sent = self.claim.submission.submitted_at
        return [piece for piece in self.proof if file_changed_after(piece.attachment, sent)]


@dataclass(frozen=True)
class NumbersRow:
    """The three numbers of one indicator in one quarter; None = not stated (or not shown to this reader)."""

    quarter: int
    state: str
    claimed: Decimal | None
    verified: Decimal | None
    awarded: Decimal | None
    reasons: list[ReviewStep] = field(default_factory=list)

    @property
    def cut(self) -> Decimal | None:
        """How much less was verified than claimed."""
        return None if self.claimed is None or self.verified is None else self.claimed - self.verified

    @property
    def moved(self) -> Decimal | None:
        """How far the award differs from what was verified."""
        return None if self.awarded is None or self.verified is None else self.awarded - self.verified


def file_changed_after(file: Attachment | None, moment: datetime) -> bool:
    """Whether the file is a newer version that came after a moment."""
    return file is not None and file.version_of_id is not None and file.uploaded_at > moment


def claim_to_read(*, by: Access, claim_id: int) -> Claim:
    """A claim within the viewing scope; raise NotFound."""
    wanted = ("submission__plan__office__area", "submission__plan__edition", "indicator", "decided_by")
    found = Claim.objects.visible_to(by).select_related(*wanted).filter(pk=claim_id).first()
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound(_GONE)
    return found


def claim_to_review(*, by: Access, claim_id: int) -> Claim:
    """A claim that `by` may decide from above; NotFound when unseen, Refused when only seen."""
    found = claim_to_read(by=by, claim_id=claim_id)
    by.require(P.PROGRESS_REVIEW, found.submission.plan.office.path)
    return found


def claim_sheet(*, by: Access, claim_id: int) -> ClaimSheet:
    """One claim for its reviewer, with its proof beside it."""
    claim = claim_to_review(by=by, claim_id=claim_id)
    plan = claim.submission.plan
    indicator = signed_indicator(by=by, claim=claim)
    events = claim.indicator.events.in_force().filter(day__lte=claim.as_of)
    rows = claim.indicator.evidence.filter(withdrawn_at__isnull=True).select_related("attachment", "event")
    proof = list(rows)
    claim.indicator.plan = plan
    state = evidence_states(by=by, indicators=[claim.indicator], until={claim.indicator_id: claim.as_of})
    doubts = PlanDoubt.objects.filter(indicator=claim.indicator).open().order_by("rule", "pk")
    why_not = _why_not(by, claim)
    return ClaimSheet(
        claim=claim, plan=plan, indicator=indicator, steps=list(claim.steps.order_by("-pk")), events=list(events),
        proof=proof, state=state[claim.indicator_id], doubts=list(doubts[:50]),
        verdicts=() if why_not else _verdicts(claim),
        may_undo=not why_not and claim.state in DECIDED and claim.submission.state not in ACCEPTED, why_not=why_not,
        versions=earlier_versions(by=by, attachments=[row.attachment for row in proof if row.attachment]),
    )  # fmt: skip


def _verdicts(claim: Claim) -> tuple[str, ...]:
    if claim.submission.state not in OPEN_FOR_VERDICT:
        return ()
    open_moves = [move.deed for move in moves_from(CLAIM_MOVES, claim.state) if move.deed in VERDICTS]
    return tuple(deed for deed in open_moves if deed == Deed.RETURN or not claim.is_provisional)


def _why_not(by: Access, claim: Claim) -> str:
    plan = claim.submission.plan
    if not may_review(by, plan):
        return "own_office"
    if deciders(by=by) & claimants_of(by=by, plans=[plan])[plan.pk]:
        return "claimant"
    return ""


def submission_to_read(*, by: Access, submission_id: int) -> Submission:
    """A sent quarter within the viewing scope; raise NotFound."""
    wanted = ("plan__office__area", "plan__edition", "accepted_by")
    found = Submission.objects.visible_to(by).select_related(*wanted).filter(pk=submission_id).first()
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound("There is no such quarter, or it is not yours to see.")
    return found


def submission_to_review(*, by: Access, submission_id: int) -> Submission:
    """A sent quarter that `by` reviews; NotFound when unseen, Refused when only seen."""
    found = submission_to_read(by=by, submission_id=submission_id)
    by.require(P.PROGRESS_REVIEW, found.plan.office.path)
    return found


def claims_of(*, by: Access, submission: Submission) -> list[Claim]:
    """The claims of a quarter at hand, in the table's order, with their indicators."""
    rows = Claim.objects.visible_to(by).filter(submission=submission)
    return list(rows.select_related("indicator", "submission__plan").order_by("position"))


def shows_all(*, by: Access, plan: Plan) -> bool:
    """Whether the reader sees numbers before they are accepted: the office itself, its reviewers, or open terms."""
    if by.office_id == plan.office_id or by.may_view(P.PROGRESS_REVIEW, plan.office.path):
        return True
    return not review_terms(by=by, fiscal_year=plan.fiscal_year, kind=plan.kind).hide_unaccepted


def numbers_of_indicator(*, by: Access, indicator_id: int) -> list[NumbersRow]:
    """The three numbers of one indicator by quarter, with every reason given on the way."""
    rows = Claim.objects.visible_to(by).filter(indicator=indicator_id).select_related("submission__plan__office")
    claims = list(rows.prefetch_related("steps").order_by("quarter"))
    if not claims:
        return []
    all_shown = shows_all(by=by, plan=claims[0].submission.plan)
    return [_numbers(claim) for claim in claims if all_shown or claim.submission.state in ACCEPTED]


def _numbers(claim: Claim) -> NumbersRow:
    steps = [step for step in claim.steps.all() if step.reason]
    return NumbersRow(claim.quarter, str(ClaimState(claim.state).label), claim.claimed_points, claim.verified_points,
                      claim.awarded_points, sorted(steps, key=lambda step: step.pk))  # fmt: skip


def appeal_to_read(*, by: Access, appeal_id: int) -> Appeal:
    """An appeal within the viewing scope; raise NotFound."""
    wanted = ("indicator__plan__office__area", "claim__submission__plan__edition", "claim__indicator")
    found = Appeal.objects.visible_to(by).select_related(*wanted).filter(pk=appeal_id).first()
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound("There is no such appeal, or it is not yours to see.")
    return found


def appeals(*, by: Access, open_only: bool = False) -> QuerySet[Appeal]:
    """Appeals within the viewing scope, newest first (at most 100)."""
    by.require(P.PLAN_VIEW)
    rows = Appeal.objects.visible_to(by).select_related("indicator__plan__office", "claim")
    if open_only:
        rows = rows.filter(state=AppealState.FILED)
    return rows.order_by("-pk")[:100]


def sample_item_to_check(*, by: Access, item_id: int) -> SampleItem:
    """A drawn claim that `by` may check; NotFound when unseen, Refused when only seen."""
    wanted = ("claim__submission__plan__office__area", "claim__indicator", "draw")
    found = SampleItem.objects.visible_to(by).select_related(*wanted).filter(pk=item_id).first()
    if found is None:
        raise NotFound(_GONE)
    by.require(P.PROGRESS_REVIEW, found.claim.submission.plan.office.path)
    return found


def award_rows(*, by: Access, plan_id: int) -> tuple[Plan, list[tuple[Claim, Decimal | None]]]:
    """A plan to be awarded: the fourth quarter's claims, each with the weight it carries."""
    plan = plan_to_read(by=by, plan_id=plan_id)
    by.require(P.PROGRESS_REVIEW, plan.office.path)
    framework = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    rows = Claim.objects.visible_to(by).filter(submission__plan=plan, quarter=4)
    claims = rows.select_related("indicator", "submission__plan__edition").order_by("position")
    return plan, [(claim, weight_of(framework, claim.indicator)) for claim in claims]


def claim_to_appeal(*, by: Access, claim_id: int) -> Claim:
    """A claim against whose award `by` may appeal; NotFound when unseen, Refused when only seen."""
    found = claim_to_read(by=by, claim_id=claim_id)
    by.require(P.PROGRESS_SUBMIT, found.submission.plan.office.path)
    return found


def may_decide(*, by: Access, appeal: Appeal) -> bool:
    """Whether the page offers the decision: an open appeal, before a reviewer of the office one level up."""
    path = appeal.claim.submission.plan.office.path
    above = by.is_system or is_within(appeal.decider_path, by.office_path)
    return appeal.state == AppealState.FILED and above and by.may_enter(P.PROGRESS_REVIEW, path)
