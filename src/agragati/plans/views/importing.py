"""Pages where many figures are entered at once: the grid of months, and a spreadsheet of events."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from agragati.kernel.errors import BadInput
from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from ..actions import importing as deeds
from ..forms import importing as forms
from ..forms.frameworks import finding_columns
from ..models import Plan
from ..selectors import grid as sheets


@form_page
def entry_grid(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """Indicators by months: typed or pasted, looked at, then entered."""
    sheet = sheets.entry_sheet(by=request.access, plan_id=plan_id)
    form = forms.GridForm(request.POST or None)
    if request.method == "POST" and not request.POST.get("kept") and form.is_valid():
        return _looked_at_cells(request, sheet, form)

    def do() -> str:
        reason = form.cleaned_data["reason"]
        deeds.apply_cells(by=request.access, plan=sheet.plan, changes=form.changes(), reason=reason)
        return reverse("plans:detail", args=[plan_id])

    return submitted(request, form, "plans.enter_grid", do, "plans/grid.html", {"sheet": sheet, "plan": sheet.plan})


def _looked_at_cells(request: OfficeRequest, sheet: sheets.GridSheet, form: forms.GridForm) -> HttpResponse:
    """What would change, cell by cell; nothing is kept yet."""
    typed = forms.typed_cells(request.POST)
    context = {"sheet": sheet.with_typed(typed), "plan": sheet.plan, "form": form}
    try:
        changes = sheet.changes(typed, form.cleaned_data["pasted"])
        if not changes:
            raise BadInput("Nothing new was typed.", field="pasted")
    except BadInput as error:
        form.blame(error)
        return render(request, "plans/grid.html", context, status=422)
    context |= {"changes": changes, "columns": forms.change_columns()}
    if any(change.error for change in changes):
        return render(request, "plans/grid.html", context, status=422)
    keep = forms.GridForm.keeping_changes(changes, form.cleaned_data["reason"])
    return render(request, "plans/grid_look.html", context | {"keep": keep})


@form_page
def events_import(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """Entries from a spreadsheet: looked at, then entered."""
    plan = sheets.entry_sheet(by=request.access, plan_id=plan_id).plan
    form = forms.EventsFileForm(request.POST or None, request.FILES or None)
    context = {"plan": plan, "heading": _("Entries from a spreadsheet")}
    if request.FILES and form.is_valid() and (looked := _looked_at_events(request, plan, form)):
        return render(request, "plans/events_import.html", {**context, "form": form, **looked})

    def do() -> str:
        deeds.import_events(by=request.access, plan=plan, events=form.events())
        return reverse("plans:detail", args=[plan_id])

    return submitted(request, form, "plans.import_events", do, "plans/events_import.html", context)


def _looked_at_events(request: OfficeRequest, plan: Plan, form: forms.EventsFileForm) -> dict[str, object]:
    """The dry run's findings by cell, and the button that enters what was read."""
    try:
        events, findings = sheets.look_at_events(by=request.access, plan=plan, content=form.cleaned_data["file"].read())
    except BadInput as error:
        form.blame(error)
        return {}
    keep = forms.EventsFileForm.keeping_events(events)
    good = bool(events) and not findings
    return {"events": events, "findings": findings, "keep": keep if good else None, "columns": finding_columns()}
