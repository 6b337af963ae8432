"""How a plan is reviewed, and sums of the three numbers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from agragati.org.access import Access

from ..choices import ClaimState
from ..models import Claim, Plan, PlanIndicator, ReviewTerms
from ..rules.framework import Framework
from ..rules.review_states import Marked, RemainingWeight, total_of
from .editions import framework_of


def review_terms(*, by: Access, fiscal_year: int, kind: str) -> ReviewTerms:
    """The terms of one kind of plan in one year; unsaved defaults where none are set. Public within the product."""
    found = ReviewTerms.objects.filter(fiscal_year=fiscal_year, kind=kind).first()
    return found or ReviewTerms(fiscal_year=fiscal_year, kind=kind)


def total_of_claims(*, by: Access, plan: Plan, claims: Iterable[Claim], number: str) -> Decimal | None:
    """Sum of one of the three numbers over a quarter's claims (indicators loaded), under the plan's rule for the
    weight of what is not applicable. None when nothing is known."""
    framework = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    rule = RemainingWeight(review_terms(by=by, fiscal_year=plan.fiscal_year, kind=plan.kind).remaining_weight)
    rows = [
        Marked(
            weight_of(framework, claim.indicator),
            getattr(claim, f"{number}_points"),
            not claim.indicator.not_applicable and claim.state != ClaimState.NOT_APPLICABLE
            and not _awarded_without_number(claim),
        )
        for claim in claims
    ]  # fmt: skip
    return total_of(rows, framework.total, rule)


def _awarded_without_number(claim: Claim) -> bool:
    """An awarded claim that was not applicable has no verified and no awarded number."""
    gone = claim.awarded_at is not None and claim.awarded_points is None
    return gone and claim.verified_points is None and claim.claimed_points is not None


def weight_of(framework: Framework, record: PlanIndicator) -> Decimal | None:
    """The indicator's weight: from the signed plan, else from the framework; None when unknown."""
    return record.own_weight if record.own_weight is not None else framework.indicator(record.code).weight
