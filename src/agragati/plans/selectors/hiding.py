"""What readers outside the review see of a plan that runs: only what was accepted, where the terms say so (A3.22)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access, P

from ..choices import QuarterState
from ..models import Plan, ReviewTerms, Submission
from ..rules.life_states import RUNNING

ACCEPTED = (QuarterState.ACCEPTED, QuarterState.AWARDED)


def counted_until(*, by: Access, plan: Plan, as_of: date | None) -> date | None:
    """The last day whose events this reader sees counted: `as_of`, or earlier where unaccepted figures are hidden."""
    if not _outside(by, plan) or not _hidden_years(by, [plan]):
        return as_of
    sent = Submission.objects.filter(plan=plan, state__in=ACCEPTED).order_by("-quarter")
    quarter = sent.values_list("quarter", flat=True).first()
    year = FiscalYear(plan.fiscal_year)
    last = Quarter(year, quarter).end if quarter else year.start - timedelta(days=1)
    return last if as_of is None else min(as_of, last)


def hide_totals(*, by: Access, plans: Iterable[Plan]) -> None:
    """Take the running total off the plans of a page where it is hidden from this reader."""
    outside = [plan for plan in plans if _outside(by, plan)]
    years = _hidden_years(by, outside) if outside else set()
    for plan in outside:
        if (plan.fiscal_year, plan.kind) in years:
            plan.total = None


def _outside(by: Access, plan: Plan) -> bool:
    inside = by.office_id == plan.office_id or by.is_system or by.may_view(P.PROGRESS_REVIEW, plan.office.path)
    return plan.stage in RUNNING and not inside


def _hidden_years(by: Access, plans: Iterable[Plan]) -> set[tuple[int, str]]:
    """Years and kinds whose terms were set and hide what is not accepted. `by` is not asked: terms are public."""
    years = {plan.fiscal_year for plan in plans}
    rows = ReviewTerms.objects.filter(fiscal_year__in=years, hide_unaccepted=True)
    return set(rows.values_list("fiscal_year", "kind")) & {(plan.fiscal_year, plan.kind) for plan in plans}
