"""Typing the targets of later years (প্রক্ষেপণ)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access, P

from ..models import PlanIndicator
from ..rules.choices import Unit
from ..rules.framework import Projection
from ..rules.life_states import OVER
from ..selectors.editions import framework_of
from ..selectors.sheets import as_signed

FURTHEST = 5


@transaction.atomic
def state_projections(*, by: Access, indicator: PlanIndicator, projections: Sequence[Projection]) -> PlanIndicator:
    """Keep a row's targets of later years; none at all means what the table prints.

    Raises BadInput for a year twice, one that is not later or more than five years away, a date where numbers are
    asked or the other way round, and once the year is closed.
    """
    plan = indicator.plan
    by.require(P.PLAN_EDIT, plan.office.path)
    if plan.stage in OVER:
        raise BadInput("The year is closed; nothing can be changed any more.")
    printed = framework_of(by=by, edition=plan.edition, tier=plan.tier).indicator(indicator.code)
    measure, years = as_signed(printed, indicator).measure, set[int]()
    for projection in projections:
        year = FiscalYear.parse(projection.fiscal_year).start_year
        _check(projection, year, plan.fiscal_year, measure)
        if year in years:
            raise BadInput("The year %(year)s stands twice.", field="projections", year=projection.fiscal_year)
        years.add(year)
    old = indicator.projections
    ordered = sorted(projections, key=lambda item: FiscalYear.parse(item.fiscal_year))
    indicator.projections = [[FiscalYear.parse(p.fiscal_year).latin, str(p.value)] for p in ordered] or None
    indicator.version += 1
    indicator.save(update_fields=["projections", "version"])
    record(by=by, deed="plans.state_projections", about=f"plan:{plan.pk}", label=indicator.code,
           values={"old": old, "new": indicator.projections})  # fmt: skip
    return indicator


def _check(projection: Projection, year: int, now: int, measure: Unit) -> None:
    if not now < year <= now + FURTHEST:
        raise BadInput("Give one of the next %(count)s years (%(year)s).", field="projections", count=FURTHEST,
                       year=projection.fiscal_year)  # fmt: skip
    if measure is not Unit.BLANK and isinstance(projection.value, date) != (measure is Unit.DATE):
        raise BadInput("The value of %(year)s is not what the indicator measures.", field="projections",
                       year=projection.fiscal_year)  # fmt: skip
