"""What the entry page needs without a network: its worker, and who sends now."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest, P


@require_safe
def worker(request: OfficeRequest) -> HttpResponse:
    """The script that answers for kept entry pages while there is no network."""
    request.access.require(P.PLAN_VIEW)
    return render(request, "plans/worker.js", content_type="text/javascript")


@never_cache
@require_safe
def sender(request: OfficeRequest) -> HttpResponse:
    """Who is signed in, in which post, and the token that a form of theirs carries."""
    request.access.require(P.PLAN_VIEW)
    by = request.access
    return JsonResponse({"person": f"{by.user_id}-{by.posting_id}", "token": get_token(request)})
