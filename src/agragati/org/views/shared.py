"""What the form pages of this app share: one page of heading and form, and the office picker without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.utils.functional import Promise

from agragati.ui.forms import HouseForm
from agragati.ui.submit import submitted

from .. import selectors
from ..access import OfficeRequest

Words = str | Promise


def form_answer(
    request: OfficeRequest, form: HouseForm, deed: str, do: Callable[[], str], heading: Words, lead: Words, back: str,
    template: str = "org/form.html",
) -> HttpResponse:  # fmt: skip
    """Show one form under its heading; when sent and good, do the deed and go where it leads."""
    if form.is_bound:
        for name, typed in form.searches():
            found = selectors.office_options(by=request.access, query=typed)
            form.offer(name, [(option.pk, f"{option.name} — {option.above}") for option in found])
    context = {"heading": heading, "lead": lead, "back": back}
    return submitted(request, form, deed, do, template, context)
