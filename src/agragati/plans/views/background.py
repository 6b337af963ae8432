"""What stands behind one indicator: definition, class, earlier years, and the remarks made on its values."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from agragati.org.access import OfficeRequest
from agragati.records.actions import add_comment
from agragati.records.selectors import comments_about
from agragati.ui.submit import form_page, submitted

from ..forms import evidence as forms
from ..selectors import history, indicator_sheet


@form_page
def background(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """The background of a row, and a box for a remark."""
    sheet = indicator_sheet(by=request.access, indicator_id=indicator_id)
    form = forms.RemarkForm(request.POST or None)
    about, office = f"plan_indicator:{indicator_id}", sheet.plan.office

    def do() -> str:
        add_comment(by=request.access, office=office, about=about, text=form.cleaned_data["text"])
        return reverse("plans:background", args=[indicator_id])

    years = history.concept_figures(by=request.access, indicator=sheet.row.record)
    remarks = comments_about(by=request.access, about=about)[:100]
    context = {"sheet": sheet, "plan": sheet.plan, "row": sheet.row, "years": years, "remarks": remarks}
    return submitted(request, form, "records.add_comment", do, "plans/background.html", context)
