"""Quarters of a plan: as they would be sent, as they were, and their totals; windows and terms of a year."""

from __future__ import annotations

from dataclasses import dataclass

from agragati.kernel.errors import NotFound
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access, P

from ..access import may_review, may_submit
from ..choices import ClaimState, QuarterState
from ..models import Claim, Plan, PlanIndicator, ReviewTerms, Submission, Window
from ..rules.framework import Framework
from ..rules.life_states import OVER, RUNNING
from .editions import framework_of
from .reckoning import Reckoning, reckon_quarter
from .reviews import ACCEPTED, claims_of, shows_all
from .single import indicator_to_read, plan_to_read
from .terms import review_terms


@dataclass(frozen=True)
class QuarterNumbers:
    """One quarter of a plan: what was sent (None = nothing yet) and whether its totals are shown to this reader."""

    quarter: int
    submission: Submission | None
    shown: bool


@dataclass(frozen=True)
class QuarterSheet:
    """A quarter's page: what would be claimed now, what was claimed, and what the reader may do."""

    plan: Plan
    reckoned: Reckoning
    submission: Submission | None
    claims: list[Claim]
    shown: bool
    may_submit: bool
    may_review: bool
    framework: Framework

    @property
    def missing(self) -> int:
        """How many claims lack proof."""
        return sum(1 for row in self.reckoned.rows if not row.complete)

    @property
    def provisional(self) -> int:
        """How many would be provisional."""
        return sum(1 for row in self.reckoned.rows if row.provisional)


def quarter_sheet(*, by: Access, plan_id: int, quarter: int) -> QuarterSheet:
    """One quarter (1-4) of a plan; raise NotFound for another number or a plan outside the view."""
    if not 1 <= quarter <= 4:
        raise NotFound("There is no such quarter, or it is not yours to see.")
    plan = plan_to_read(by=by, plan_id=plan_id)
    sent = Submission.objects.filter(plan=plan, quarter=quarter).first()
    claims = claims_of(by=by, submission=sent) if sent else []
    shown = sent is not None and (sent.state in ACCEPTED or shows_all(by=by, plan=plan))
    again = sent is None or sent.state == QuarterState.RETURNED
    renewable = any(claim.is_provisional and claim.state == ClaimState.CLAIMED for claim in claims)
    may_send = may_submit(by, plan) and plan.stage in RUNNING and (again or renewable)
    return QuarterSheet(plan, reckon_quarter(by=by, plan=plan, quarter=quarter), sent, claims, shown, may_send,
                        may_review(by, plan), framework_of(by=by, edition=plan.edition, tier=plan.tier))  # fmt: skip


def quarters_of_plan(*, by: Access, plan: Plan) -> list[QuarterNumbers]:
    """The four quarters of a plan at hand with their three totals."""
    sent = {row.quarter: row for row in Submission.objects.visible_to(by).filter(plan=plan)}
    all_shown = bool(sent) and shows_all(by=by, plan=plan)
    return [
        QuarterNumbers(number, row, row is not None and (all_shown or row.state in ACCEPTED))
        for number in range(1, 5)
        for row in [sent.get(number)]
    ]


def may_award(*, by: Access, plan: Plan) -> bool:
    """Whether the life page offers the award: an accepted fourth quarter before a reviewer from above."""
    rows = Submission.objects.filter(plan=plan, quarter=4, state__in=[QuarterState.ACCEPTED, QuarterState.VERIFIED])
    return plan.stage not in OVER and may_review(by, plan) and rows.exists()


def plan_to_review(*, by: Access, plan_id: int) -> Plan:
    """A plan whose quarters `by` reviews; NotFound when unseen, Refused when only seen."""
    plan = plan_to_read(by=by, plan_id=plan_id)
    by.require(P.PROGRESS_REVIEW, plan.office.path)
    return plan


def indicator_to_date(*, by: Access, indicator_id: int) -> PlanIndicator:
    """A row for which a reviewer may set the higher office's own date."""
    found = indicator_to_read(by=by, indicator_id=indicator_id)
    by.require(P.PROGRESS_REVIEW, found.plan.office.path)
    return found


def windows_of_year(*, by: Access, fiscal_year: int) -> list[Window]:
    """Windows of a year in order; anyone who sees plans may read them. Raises NotFound for no such year."""
    by.require(P.PLAN_VIEW)
    if not 1950 <= fiscal_year <= 2150:
        raise NotFound("There is no such year.")
    return list(Window.objects.filter(fiscal_year=FiscalYear(fiscal_year).start_year)[:100])


def may_set_windows(*, by: Access) -> bool:
    """Whether the reader may set windows and terms."""
    return by.may(P.FRAMEWORK_MANAGE)


def terms_to_set(*, by: Access, fiscal_year: int, kind: str = "egov") -> ReviewTerms:
    """The terms of a year for someone who may set them."""
    by.require(P.FRAMEWORK_MANAGE)
    return review_terms(by=by, fiscal_year=fiscal_year, kind=kind)
