"""What one person chooses: channels, calendar link, browser notices."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.kernel.errors import BadInput
from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..access import may_send


@form_page
def me(request: OfficeRequest) -> HttpResponse:
    """How I want to be told."""
    by = request.access
    row = selectors.preference_of(by=by)
    names = ("mail", "takes_sms", "takes_push", "quiet_from", "quiet_until")
    form = forms.PreferenceForm(request.POST or None, initial={name: getattr(row, name) for name in names})

    def do() -> str:
        actions.choose(by=by, **{name: form.cleaned_data[name] for name in names})
        return reverse("outbox:me")

    context = {"feed": selectors.feed_of(by=by), "browsers": selectors.browsers_of(by=by),
               "push_key": selectors.push_key(by=by), "keys": selectors.keys_of(by=by),
               "may_send": may_send(by)}  # fmt: skip
    return submitted(request, form, "outbox.choose", do, "outbox/me.html", context)


@form_page
def key_mode(request: OfficeRequest, token_id: int) -> HttpResponse:
    """How far what an own key sends may go."""
    key = selectors.key_of(by=request.access, token_id=token_id)
    form = forms.KeyModeForm(request.POST or None, initial={"mode": key.mode})

    def do() -> str:
        actions.set_key_mode(by=request.access, token_id=token_id, mode=form.cleaned_data["mode"])
        return reverse("outbox:me")

    context = {"heading": _("How far may this key send?"), "lead": key.token.name, "back": reverse("outbox:me")}
    return submitted(request, form, "outbox.set_key_mode", do, "outbox/form.html", context)


@require_POST
def make_feed(request: OfficeRequest) -> HttpResponse:
    """A new calendar link, shown once."""
    secret = actions.make_feed(by=request.access)
    address = f"{settings.SITE}{reverse('outbox:calendar', args=[secret])}"
    return render(request, "outbox/feed.html", {"address": address})


@require_POST
def revoke_feed(request: OfficeRequest) -> HttpResponse:
    """End the calendar link."""
    actions.revoke_feed(by=request.access)
    return redirect("outbox:me")


@require_POST
def subscribe(request: OfficeRequest) -> HttpResponse:
    """A browser's own subscription as JSON; without one, all subscriptions end."""
    if request.content_type != "application/json":
        actions.unsubscribe(by=request.access)
        return redirect("outbox:me")
    try:
        given = json.loads(request.body)
        keys = {name: str(given["keys"][name]) for name in ("p256dh", "auth")}
        actions.subscribe(by=request.access, endpoint=str(given["endpoint"]), **keys)
    except (ValueError, KeyError, TypeError):
        raise BadInput("This browser's push service is not known.", field="endpoint") from None
    return JsonResponse({"ok": True})


@require_safe
def push_worker(request: OfficeRequest) -> HttpResponse:
    """The script that shows a notice when one arrives."""
    return render(request, "outbox/push_worker.js", content_type="text/javascript")
