"""Questions over several apps."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from agragati.org.access import Access, P
from agragati.outbox.selectors import Work, work_count, work_today
from agragati.plans.models import Plan
from agragati.plans.rules.legends import Band, band_of
from agragati.plans.selectors import house_legend, newest_year, plans_of_children, plans_of_office

__all__ = ["ChildBar", "Home", "Work", "home", "work_count", "work_today"]
SHOWN_FIRST = 6  # duties on the first page


@dataclass(frozen=True)
class ChildBar:
    """One office below, with its marks of the year as a share of the whole."""

    plan: Plan
    percent: Decimal | None
    band: Band | None = None

    @property
    def tone(self) -> str:
        """How the bar is coloured, by the house's legend."""
        return self.band.tone if self.band else ""


@dataclass(frozen=True)
class Home:
    """The first page: own plans, the most urgent duties, and the offices one level below."""

    year: int | None
    own: list[Plan]
    work: Work
    children: list[ChildBar]

    @property
    def average(self) -> Decimal | None:
        """Mean marks of the offices below that have marks."""
        known = [bar.plan.total for bar in self.children if bar.plan.total is not None]
        return sum(known, Decimal(0)) / len(known) if known else None


def home(*, by: Access) -> Home:
    """The first page of a signed-in person."""
    work = work_today(by=by, limit=SHOWN_FIRST)
    if by.office_id is None or not by.may(P.PLAN_VIEW):
        return Home(None, [], work, [])
    year = newest_year(by=by)
    below = plans_of_children(by=by, office_id=by.office_id, fiscal_year=year) if year is not None else []
    legend = house_legend(by=by)
    shares = [None if plan.total is None else round(plan.total * 2, 1) for plan in below]
    bars = [ChildBar(plan, share, band_of(legend, share)) for plan, share in zip(below, shares, strict=True)]
    return Home(year, plans_of_office(by=by, office_id=by.office_id), work, bars)
