"""Lists of plans."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet

from agragati.kernel.text import search_key
from agragati.org.access import Access, P

from ..models import Plan
from .hiding import hide_totals
from .legends import put_bands

PER_PAGE = 25
ORDERS = {
    "office": F("path").asc(),
    "-office": F("path").desc(),
    "total": F("total").asc(nulls_last=True),
    "-total": F("total").desc(nulls_last=True),
}


@dataclass(frozen=True)
class PlanFilter:
    """What the reader asks for; empty means all."""

    fiscal_year: int | None = None
    kind: str = "egov"
    office_kind: str = ""
    words: str = ""
    order: str = "office"


def plans_page(*, by: Access, wanted: PlanFilter, page: int = 1) -> Page[Plan]:
    """One page of the plans within the viewing scope."""
    by.require(P.PLAN_VIEW)
    found = Paginator(_filtered(by, wanted), PER_PAGE).get_page(page)
    hide_totals(by=by, plans=found.object_list)
    put_bands(by=by, plans=found.object_list)
    return found


def _filtered(by: Access, wanted: PlanFilter) -> QuerySet[Plan]:
    rows: QuerySet[Plan] = Plan.objects.visible_to(by).select_related("office", "edition")
    if wanted.fiscal_year is not None:
        rows = rows.filter(fiscal_year=wanted.fiscal_year)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.office_kind:
        rows = rows.filter(office__kind=wanted.office_kind)
    if key := search_key(wanted.words):
        rows = rows.filter(office__search_key__contains=key)
    return rows.order_by(ORDERS[wanted.order], "path", "-fiscal_year")


def years_with_plans(*, by: Access) -> list[int]:
    """Fiscal years in which something is to be seen, newest first."""
    rows = Plan.objects.visible_to(by).order_by("-fiscal_year").values_list("fiscal_year", flat=True)
    return list(rows.distinct())


def plans_after(*, by: Access, fiscal_year: int | None, after: int, limit: int) -> list[Plan]:
    """At most `limit` plans whose id follows `after`, for readers that take them page by page."""
    by.require(P.PLAN_VIEW)
    rows = Plan.objects.visible_to(by).filter(pk__gt=after)
    if fiscal_year is not None:
        rows = rows.filter(fiscal_year=fiscal_year)
    found = list(rows.select_related("office").order_by("pk")[:limit])
    hide_totals(by=by, plans=found)
    return found
