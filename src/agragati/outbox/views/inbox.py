"""Notices to one's post."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from agragati.org.access import OfficeRequest, P
from agragati.org.selectors import page_of

from .. import actions, forms, selectors


@require_safe
def inbox(request: OfficeRequest) -> HttpResponse:
    """Notices, latest first, and what waits for the post."""
    request.access.require(P.MESSAGE_VIEW)
    number = forms.page_number(request.GET)
    page = page_of(by=request.access, rows=selectors.notices_for(by=request.access), number=number)
    context = {
        "page": page,
        "unseen": selectors.unseen_count(by=request.access),
        "work": selectors.work_today(by=request.access, limit=6),
        "may_send": request.access.may(P.MESSAGE_SEND),
    }
    return render(request, "outbox/inbox.html", context)


@require_POST
def open_notice(request: OfficeRequest, message_id: int) -> HttpResponse:
    """Mark a notice as seen and go to what it speaks of."""
    address = actions.open_notice(by=request.access, message_id=message_id)
    return redirect(_inside(request, address))


@require_POST
def all_seen(request: OfficeRequest) -> HttpResponse:
    """Mark all as seen."""
    actions.mark_all_seen(by=request.access)
    return redirect("outbox:inbox")


def _inside(request: OfficeRequest, address: str) -> str:
    """An address of our own, else the inbox."""
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if address and safe else "/outbox/"
