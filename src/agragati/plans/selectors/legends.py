"""Which legend a page of marks uses: the table's own, else the house's."""

from __future__ import annotations

from collections.abc import Iterable

from agragati.org.access import Access

from ..models import HouseLegend, Plan
from ..rules.framework import Framework
from ..rules.legends import HOUSE, Legend, band_of, bands_from_rows
from .editions import framework_of


def house_legend(*, by: Access) -> Legend:
    """The legend of the house as set, or the one it comes with. `by` is unused: it is public."""
    kept = HouseLegend.objects.filter(key=HouseLegend.HOUSE).first()
    return bands_from_rows(kept.bands) if kept else HOUSE


def put_bands(*, by: Access, plans: Iterable[Plan]) -> None:
    """Give each plan at hand `of` (its table's total), `share` (percent of it, one place) and `band` for the page."""
    house = house_legend(by=by)
    for plan in plans:
        framework = framework_of(by=by, edition=plan.edition)
        share = None if plan.total is None else round(plan.total * 100 / framework.total, 1)
        plan.of, plan.share = framework.total, share  # type: ignore[attr-defined]
        plan.band = band_of(framework.legend or house, share)  # type: ignore[attr-defined]


def legend_of(*, by: Access, framework: Framework) -> Legend:
    """The legend of a table."""
    return framework.legend or house_legend(by=by)
