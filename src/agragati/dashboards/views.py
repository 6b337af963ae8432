"""The first pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest

from . import selectors


@require_safe
def home(request: OfficeRequest) -> HttpResponse:
    """The state of one's own office and of those below."""
    return render(request, "dashboards/home.html", {"home": selectors.home(by=request.access)})


@require_safe
def work(request: OfficeRequest) -> HttpResponse:
    """What waits for one's own post, grouped by urgency."""
    return render(request, "dashboards/work.html", {"work": selectors.work_today(by=request.access)})
