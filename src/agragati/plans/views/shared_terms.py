"""Pages of what indicators share: constants and sub-expressions of a table, the legend, targets of later years."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest, P
from agragati.ui.submit import form_page, submitted

from .. import selectors
from ..actions import constants, editions, legends, projections
from ..forms import shared_terms as forms
from ..selectors import history
from ..selectors import legends as shown_legends
from ..selectors import projections as later


@form_page
def edition_terms(request: OfficeRequest, edition_id: int) -> HttpResponse:
    """Change the constants, sub-expressions and legend of a draft."""
    draft = history.draft_to_change(by=request.access, edition_id=edition_id)
    form = forms.SharedTermsForm(request.POST or None, initial=forms.shared_initial(draft.document))

    def do() -> str:
        document = forms.shared_document(form.cleaned_data, draft.document)
        editions.change_edition(by=request.access, edition=draft, document=document, seen=draft.digest)
        return reverse("plans:edition", args=[edition_id])

    context = {"edition": draft, "heading": _("Constants, sub-expressions and colours")}
    return submitted(request, form, "plans.change_edition", do, "plans/edition_form.html", context)


@form_page
def edition_constant(request: OfficeRequest, edition_id: int, name: str) -> HttpResponse:
    """Give a constant of a published table another value; every running plan is scored again."""
    edition = history.edition_to_manage(by=request.access, edition_id=edition_id)
    constant = history.constant_of(by=request.access, edition=edition, name=name)
    form = forms.ConstantForm(request.POST or None, initial=forms.constant_initial(constant))

    def do() -> str:
        typed = {key: form.cleaned_data[key] for key in ("value", "source", "reason")}
        constants.set_constant(by=request.access, edition=edition, name=name, **typed)
        return reverse("plans:edition", args=[edition_id])

    context = {"edition": edition, "heading": constant.label or name, "constant": constant}
    return submitted(request, form, "plans.set_constant", do, "plans/edition_form.html", context)


@require_safe
def legend(request: OfficeRequest) -> HttpResponse:
    """The house's legend: what the words and colours of marks mean."""
    request.access.require(P.PLAN_VIEW)
    context = {
        "legend": shown_legends.house_legend(by=request.access),
        "may_manage": request.access.may(P.FRAMEWORK_MANAGE),
    }
    return render(request, "plans/legend.html", context)


@form_page
def legend_change(request: OfficeRequest) -> HttpResponse:
    """Change the house's legend; gaps, overlaps and a wrong order are refused."""
    request.access.require(P.FRAMEWORK_MANAGE)
    now = shown_legends.house_legend(by=request.access)
    form = forms.LegendForm(request.POST or None, initial=forms.legend_initial(now))

    def do() -> str:
        legends.set_house_legend(by=request.access, bands=forms.legend_of_rows(form.cleaned_data["bands"]))
        return reverse("plans:legend")

    return submitted(request, form, "plans.set_house_legend", do, "plans/legend_form.html", {"legend": now})


@form_page
def row_projections(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """Type the targets of later years of one row."""
    sheet = selectors.indicator_sheet_to_edit(by=request.access, indicator_id=indicator_id)
    now = later.projections_of(sheet.row.indicator, sheet.row.record)
    form = forms.ProjectionsForm(request.POST or None, initial=forms.projections_initial(now))

    def do() -> str:
        rows = forms.projections_of_rows(form.cleaned_data["projections"])
        projections.state_projections(by=request.access, indicator=sheet.row.record, projections=rows)
        return reverse("plans:indicator", args=[indicator_id])

    context = {"sheet": sheet, "plan": sheet.plan, "row": sheet.row}
    return submitted(request, form, "plans.state_projections", do, "plans/projections.html", context)
