"""Pages of no app."""

from __future__ import annotations

from importlib.metadata import version

from django.http import HttpRequest, JsonResponse

from agragati.ui.access import open_to_all


@open_to_all
def healthz(request: HttpRequest) -> JsonResponse:
    """For monitors: 200 while pages can be served. Every GET opens a transaction, so a lost database answers 5xx."""
    return JsonResponse({"status": "ok", "version": version("agragati")})
