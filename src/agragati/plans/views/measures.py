"""The page on which a row is told what it is counted from."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from ..actions.measuring import choose_measure
from ..forms.measures import MeasureForm
from ..measures import offered
from ..rules.countable import join
from ..selectors import indicator_sheet_to_edit
from ..selectors.measured import measure_of_row


@form_page
def measure(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """Choose one of the product's own records, or none."""
    sheet = indicator_sheet_to_edit(by=request.access, indicator_id=indicator_id)
    held = measure_of_row(by=request.access, indicator_id=indicator_id)
    groups = offered(by=request.access, plan=sheet.plan, indicator=sheet.row.indicator)
    start = {"measure": join(held.measure, held.of)} if held else None
    form = MeasureForm(request.POST or None, initial=start, groups=groups)

    def do() -> str:
        name, of = form.chosen()
        choose_measure(by=request.access, indicator=sheet.row.record, measure=name, of=of)
        return reverse("plans:indicator", args=[indicator_id])

    context = {"plan": sheet.plan, "row": sheet.row, "held": held, "offered": groups}
    return submitted(request, form, "plans.choose_measure", do, "plans/measure.html", context)
