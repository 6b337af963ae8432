"""The one way a form page answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from agragati.audit.actions import submit_once
from agragati.kernel.actor import Actor
from agragati.kernel.errors import BadInput

from .forms import HouseForm

form_page = require_http_methods(["GET", "HEAD", "POST"])


def submitted(
    request: HttpRequest, form: HouseForm, deed: str, do: Callable[[], str], template: str, context: dict[str, Any]
) -> HttpResponse:
    """Show the form; when it is sent and good, do the deed once and go where it leads. Nothing typed is lost."""
    if request.method == "POST" and form.is_valid():
        try:
            by: Actor = request.access  # type: ignore[attr-defined]
            return redirect(submit_once(by=by, key=form.cleaned_data["submit_key"], deed=deed, do=do))
        except BadInput as error:
            form.blame(error)
    status = 422 if request.method == "POST" else 200
    return render(request, template, {**context, "form": form}, status=status)
