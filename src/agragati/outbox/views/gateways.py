"""What gateways tell us afterwards, and the SMS that came in."""

from __future__ import annotations

import hmac

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, OfficeRequest, system
from agragati.org.selectors import page_of
from agragati.ui.access import open_to_all

from .. import actions, forms, selectors


def _gateway_that_asks(request: HttpRequest, gateway: str) -> Access:
    """The rights of a gateway that knows its secret; raises NotFound, which tells nothing."""
    by = system(f"gateway {gateway}")
    known = selectors.gateway_named(by=by, name=gateway)
    given = request.headers.get("X-Callback-Secret", "") or request.POST.get("secret", "")
    if not known.callback_secret or not hmac.compare_digest(given.encode(), known.callback_secret.encode()):
        raise NotFound("There is no such gateway.")
    return by


@open_to_all
@csrf_exempt
@require_POST
def callback(request: HttpRequest, gateway: str) -> HttpResponse:
    """A gateway's delivery report: id, status, its own words; known by the secret of the settings."""
    by = _gateway_that_asks(request, gateway)
    facts = {name: request.POST.get(name, "") for name in ("status", "words")}
    actions.take_report(by=by, gateway=gateway, provider_id=request.POST.get("id", ""), **facts)
    return HttpResponse("ok", content_type="text/plain")


@open_to_all
@csrf_exempt
@require_POST
def take_inbound(request: HttpRequest, gateway: str) -> HttpResponse:
    """An SMS that came in at a gateway: from, text, id; known by the secret of the settings."""
    by = _gateway_that_asks(request, gateway)
    number, text = request.POST.get("from", ""), request.POST.get("text", "")
    actions.take_inbound(by=by, gateway=gateway, number=number, text=text, provider_id=request.POST.get("id", ""))
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def inbound(request: OfficeRequest) -> HttpResponse:
    """SMS that came in, and what became of each."""
    rows = selectors.inbound(by=request.access)
    page = page_of(by=request.access, rows=rows, number=forms.page_number(request.GET))
    return render(request, "outbox/inbound.html", {"page": page, "columns": forms.inbound_columns()})
