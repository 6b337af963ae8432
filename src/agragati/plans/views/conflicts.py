"""A form page that two people had open at once: answered with 409, both values, and what was typed kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from agragati.kernel.errors import Conflict
from agragati.org.access import OfficeRequest
from agragati.ui.forms import HouseForm
from agragati.ui.submit import submitted


def submitted_or_conflict(
    request: OfficeRequest, form: HouseForm, deed: str, do: Callable[[], str], template: str, context: dict[str, Any]
) -> HttpResponse:
    """As `submitted`; when someone else was quicker, the form again with both values. Sent again, it counts."""
    try:
        return submitted(request, form, deed, do, template, context)
    except Conflict as error:
        if "version" in error.params and "seen" in form.fields:
            form.data = {**request.POST.dict(), "seen": str(error.params["version"])}
        return render(request, template, {**context, "form": form, "conflict": error}, status=409)
