"""The product's addresses and one that fails on purpose."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from agragati.config.urls import handler400, handler403, handler404, handler500
from agragati.config.urls import urlpatterns as ours
from agragati.kernel.errors import BadInput, Conflict, NotFound, Refused
from agragati.ui.access import open_to_all

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
FAILURES = {
    "bad": BadInput("Write a number, such as 1250 or 12,34,567.50."),
    "refused": Refused("You may not do this from your present post."),
    "absent": NotFound("No such office."),
    "conflict": Conflict("Someone else changed this first", title="নতুন নাম"),
}
OPTIONS = '<li role="option" aria-selected="false" data-value="7" data-label="পবা">পবা<small>রাজশাহী</small></li>'


@open_to_all
def fail(request: HttpRequest, kind: str) -> HttpResponse:
    """Raise one of the product's errors."""
    raise FAILURES[kind]


urlpatterns = [*ours, path("fail/<kind>/", fail, name="fail")]
