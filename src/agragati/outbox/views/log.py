"""The delivery log and the unreached."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest
from agragati.org.selectors import page_of
from agragati.ui.forms import HouseForm
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors


@require_safe
def log(request: OfficeRequest) -> HttpResponse:
    """Every message within view."""
    rows = selectors.log(by=request.access, **forms.log_filter(request.GET))
    page = page_of(by=request.access, rows=rows, number=forms.page_number(request.GET))
    context = {"page": page, "columns": forms.log_columns(), "filter_form": forms.LogFilterForm(request.GET)}
    return render(request, "outbox/log.html", context)


@require_safe
def unreached(request: OfficeRequest) -> HttpResponse:
    """Who could not be reached, and why."""
    rows = selectors.unreached(by=request.access)
    page = page_of(by=request.access, rows=rows, number=forms.page_number(request.GET))
    return render(request, "outbox/unreached.html", {"page": page, "columns": forms.unreached_columns()})


@require_safe
def message(request: OfficeRequest, message_id: int) -> HttpResponse:
    """One message: where it stands and why."""
    found = selectors.message(by=request.access, message_id=message_id)
    address = selectors.address_shown(by=request.access, message=found)
    return render(request, "outbox/message.html", {"message": found, "address": address})


@form_page
def settle(request: OfficeRequest, message_id: int) -> HttpResponse:
    """Send a doubtful message again, or count it as sent."""
    found = selectors.message(by=request.access, message_id=message_id)
    form = HouseForm(request.POST or None)
    again = request.POST.get("again") == "yes"

    def do() -> str:
        actions.settle_doubtful(by=request.access, message_id=message_id, resend=again)
        return reverse("outbox:message", args=[message_id])

    context = {"message": found}
    return submitted(request, form, f"outbox.settle_{again}", do, "outbox/settle.html", context)
