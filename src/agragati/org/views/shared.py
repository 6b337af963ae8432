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
PLAIN = {"org.change_office"}  # its heading says nothing to do
ENDING = {"org.close_office", "org.merge_offices", "org.close_section", "org.close_post", "org.end_posting",
          "org.revoke_role", "org.dissolve"}  # fmt: skip


def form_answer(
    request: OfficeRequest, form: HouseForm, deed: str, do: Callable[[], str], heading: Words, lead: Words, back: str,
    template: str = "org/form.html",
) -> HttpResponse:  # fmt: skip
    """Show one form under its heading; when sent and good, do the deed and go where it leads."""
    if form.is_bound:
        for name, typed in form.searches():
            found = selectors.office_options(by=request.access, query=typed)
            form.offer(name, [(option.pk, f"{option.name} — {option.above}") for option in found])
    context = {"heading": heading, "lead": lead, "back": back, "ends": deed in ENDING,
               "submit": "" if deed in PLAIN or not form.visible_fields() else heading}  # fmt: skip
    return submitted(request, form, deed, do, template, context)
