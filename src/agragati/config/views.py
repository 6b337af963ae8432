"""Pages of no app."""

from __future__ import annotations

from importlib.metadata import version

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest
from agragati.ui.access import open_to_all

from .search import SHORTEST, found

LONGEST_QUERY = 200


@open_to_all
def healthz(request: HttpRequest) -> JsonResponse:
    """For monitors: 200 while pages can be served. Every GET opens a transaction, so a lost database answers 5xx."""
    return JsonResponse({"status": "ok", "version": version("agragati")})


@require_safe
def search(request: OfficeRequest) -> HttpResponse:
    """Everything that fits the words, grouped by kind."""
    text = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    groups = found(by=request.access, text=text)
    return render(request, "config/search.html", {"text": text, "groups": groups, "too_short": len(text) < SHORTEST})
