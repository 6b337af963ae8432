"""Pages where an office takes a framework and types what its signed plan says."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from agragati.org import selectors as org
from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..selectors.projections import ahead_of
from .conflicts import submitted_or_conflict


@form_page
def adopt(request: OfficeRequest, office_id: int) -> HttpResponse:
    """An office takes a framework as its plan."""
    office = org.office(by=request.access, office_id=office_id)
    choices = [(row.key, row.title) for row in selectors.newest_editions(by=request.access)]
    form = forms.AdoptForm(request.POST or None, editions=choices)

    def do() -> str:
        edition = selectors.edition_by_key(by=request.access, key=form.cleaned_data["edition"])
        made = actions.adopt_framework(by=request.access, office=office, edition=edition)
        return reverse("plans:detail", args=[made.pk])

    return submitted(request, form, "plans.adopt_framework", do, "plans/adopt.html", {"office": office})


@form_page
def terms(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """Type an indicator's weight and targets from the signed plan."""
    sheet = selectors.indicator_sheet_to_edit(by=request.access, indicator_id=indicator_id)
    ahead = ahead_of(by=request.access, sheet=sheet)
    said = ahead["foreseen"].value if ahead["foreseen"] else None
    form = forms.TermsForm(request.POST or None, **forms.terms_options(sheet.row, said))

    def do() -> str:
        actions.state_terms(by=request.access, indicator=sheet.row.record, **forms.terms_of(form.cleaned_data))
        return reverse("plans:indicator", args=[indicator_id])

    context = {"sheet": sheet, "plan": sheet.plan, "row": sheet.row, **ahead}
    return submitted_or_conflict(request, form, "plans.state_terms", do, "plans/terms.html", context)
