"""Targets of later years (প্রক্ষেপণ): what a row keeps, and what an earlier plan foresaw for this one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access

from ..models import Plan, PlanIndicator
from ..rules.framework import Indicator, Projection, Value
from ..rules.reading_values import as_value
from .editions import framework_of
from .sheets import IndicatorSheet

YEARS_BACK = 3


@dataclass(frozen=True)
class Foreseen:
    """What an earlier plan of the office, or the table it was drawn from, foresaw for this year."""

    value: Value
    said_in: str
    indicator_id: int | None = None


def projections_of(indicator: Indicator, record: PlanIndicator) -> tuple[Projection, ...]:
    """The later targets of a row: as the office typed them, else as the table prints them."""
    if record.projections is None:
        return indicator.projections
    return tuple(Projection(year, as_value(value)) for year, value in record.projections)


def foreseen_of_plan(*, by: Access, plan: Plan) -> dict[str, Foreseen]:
    """By concept, what the office's own plans of the last three years foresaw for this one; the newest word counts.

    `by` already sees the plan.
    """
    year = FiscalYear(plan.fiscal_year)
    earlier = range(plan.fiscal_year - YEARS_BACK, plan.fiscal_year)
    rows = PlanIndicator.objects.filter(
        plan__office_id=plan.office_id, plan__kind=plan.kind, plan__fiscal_year__in=earlier
    ).exclude(concept="")
    found: dict[str, Foreseen] = {}
    for row in rows.select_related("plan__edition").order_by("plan__fiscal_year"):
        framework = framework_of(by=by, edition=row.plan.edition, tier=row.plan.tier)
        for projection in projections_of(framework.indicator(row.code), row):
            if FiscalYear.parse(projection.fiscal_year) == year:
                said_in = FiscalYear(row.plan.fiscal_year).latin
                found[row.concept] = Foreseen(projection.value, said_in, row.pk)
    return found


def foreseen_for(*, by: Access, plan: Plan, indicator: Indicator) -> Foreseen | None:
    """The same for one row; what the table itself carries over counts where the office's plans say nothing."""
    found = foreseen_of_plan(by=by, plan=plan).get(indicator.concept) if indicator.concept else None
    if found is None and indicator.projected is not None:
        return Foreseen(indicator.projected, FiscalYear(plan.fiscal_year - 1).latin)
    return found


def ahead_of(*, by: Access, sheet: IndicatorSheet) -> dict[str, Any]:
    """What the page of a row says of other years: its later targets, what was foreseen for this one, whether easier."""
    row = sheet.row
    foreseen = foreseen_for(by=by, plan=sheet.plan, indicator=row.indicator)
    goal = row.indicator.targets[0][1] if row.indicator.targets else None
    easier = foreseen is not None and goal is not None and row.indicator.is_easier(goal, foreseen.value)
    return {"projections": projections_of(row.indicator, row.record), "foreseen": foreseen, "easier": easier}
