"""Pages where progress is entered, corrected or cancelled."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import OfficeRequest
from agragati.ui.renderers import digits
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..forms.offline import offline_data, unsent_words
from ..rules.entry_checks import table_of
from ..selectors.legends import legend_of
from .conflicts import submitted_or_conflict


@form_page
def enter(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """Add one event to a row."""
    row = selectors.indicator_sheet_to_enter(by=request.access, indicator_id=indicator_id)
    form = forms.EntryForm(request.POST or None, request.FILES or None, **forms.entry_options(row.row.indicator))

    def do() -> str:
        entry, proofs = forms.entry_of(form.cleaned_data)
        actions.record_progress(by=request.access, indicator=row.row.record, entry=entry, proofs=proofs)
        return reverse("plans:indicator", args=[indicator_id])

    context = {**_page(form, row),
               "legend": legend_of(by=request.access, framework=row.framework)}  # fmt: skip
    return submitted(request, form, "plans.record_progress", do, "plans/enter.html", context)


@form_page
def correct(request: OfficeRequest, event_id: int) -> HttpResponse:
    """Put a corrected event in the place of one."""
    fetch = selectors.event_that_was_read if request.method == "POST" else selectors.event_to_correct
    event = fetch(by=request.access, event_id=event_id)
    row = selectors.indicator_sheet_to_enter(by=request.access, indicator_id=event.indicator_id)
    options = forms.entry_options(row.row.indicator)
    form = forms.CorrectionForm(request.POST or None, request.FILES or None, initial=forms.as_typed(event), **options)

    def do() -> str:
        entry, proofs = forms.entry_of(form.cleaned_data)
        reason = form.cleaned_data["reason"]
        actions.correct_event(by=request.access, event=event, entry=entry, reason=reason, proofs=proofs)
        return reverse("plans:indicator", args=[event.indicator_id])

    context = {**_page(form, row), "event": event,
               "legend": legend_of(by=request.access, framework=row.framework)}  # fmt: skip
    return submitted_or_conflict(request, form, "plans.correct_event", do, "plans/enter.html", context)


@form_page
def cancel(request: OfficeRequest, event_id: int) -> HttpResponse:
    """Take one event out of the count."""
    event = selectors.event_to_correct(by=request.access, event_id=event_id)
    form = forms.CancelForm(request.POST or None)

    def do() -> str:
        actions.cancel_event(by=request.access, event=event, reason=form.cleaned_data["reason"])
        return reverse("plans:indicator", args=[event.indicator_id])

    context = {"event": event, "row": event.indicator, "plan": event.indicator.plan}
    return submitted(request, form, "plans.cancel_event", do, "plans/cancel.html", context)


def _page(form: forms.EntryForm, found: selectors.IndicatorSheet) -> dict[str, object]:
    """The row, and what the page carries to work without a network."""
    indicator = found.row.indicator
    table = table_of(indicator, FiscalYear(found.plan.fiscal_year))
    title = digits(f"[{indicator.code}] {found.plan.office}")
    return {"sheet": found, "plan": found.plan, "row": found.row, "unsent": unsent_words(),
            "offline": offline_data(form, table, title)}  # fmt: skip
