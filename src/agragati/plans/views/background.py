"""What stands behind one indicator: definition, class, earlier years, and the remarks made on its values."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from agragati.org.access import OfficeRequest
from agragati.records.actions import add_comment
from agragati.ui.submit import form_page, submitted

from ..forms import evidence as forms
from ..selectors import dependencies, history, indicator_sheet, remarks
from ..selectors.holders import row_terms


@form_page
def background(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """The background of a row, and a box for a remark."""
    by, sheet = request.access, indicator_sheet(by=request.access, indicator_id=indicator_id)
    form = forms.RemarkForm(request.POST or None, values=remarks.values_of(by=by, sheet=sheet))

    def do() -> str:
        about = form.cleaned_data["about"] or remarks.about_row(indicator_id)
        add_comment(by=request.access, office=sheet.plan.office, about=about, text=form.cleaned_data["text"])
        return reverse("plans:background", args=[indicator_id])

    context = {
        "sheet": sheet, "plan": sheet.plan, "row": sheet.row, **row_terms(by=by, indicator=sheet.row.record),
        "years": history.concept_figures(by=request.access, indicator=sheet.row.record),
        "needs": dependencies.dependencies_of(by=request.access, indicator_id=indicator_id),
        "remarks": remarks.remarks_of(by=request.access, sheet=sheet),
    }  # fmt: skip
    return submitted(request, form, "records.add_comment", do, "plans/background.html", context)
