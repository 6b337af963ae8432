"""The house's own legend of marks."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.org.access import Access, P

from ..models import HouseLegend
from ..rules.legends import Band, bands_as_rows, legend_findings
from ..rules.wording import say
from ..selectors.legends import house_legend


@transaction.atomic
def set_house_legend(*, by: Access, bands: Sequence[Band]) -> HouseLegend:
    """Set the bands that every table without a legend of its own uses.

    Raises BadInput for no band at all, and with the first fault: gap, overlap, order, ends, tone or word.
    """
    by.require(P.FRAMEWORK_MANAGE)
    if not bands:
        raise BadInput("Write at least one band.", field="bands")
    for finding in legend_findings(bands):
        raise BadInput("%(fault)s", field="bands", fault=say(finding.reason, "bn"))
    old = bands_as_rows(house_legend(by=by))
    new = bands_as_rows(bands)
    kept, _ = HouseLegend.objects.update_or_create(
        key=HouseLegend.HOUSE, defaults={"bands": new, "set_label": by.label[:300]}
    )
    record(by=by, deed="plans.set_house_legend", about="legend:house", label="legend", values={"old": old, "new": new})
    return kept
