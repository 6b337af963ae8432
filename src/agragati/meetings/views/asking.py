"""One form on a page of its own: asked, done once, and back to where it came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise

from agragati.org.access import OfficeRequest
from agragati.ui.forms import HouseForm
from agragati.ui.submit import submitted

Said = Mapping[str, Any]


def asked(
    request: OfficeRequest,
    form: HouseForm,
    deed: str,
    do: Callable[[Said], object],
    back: str,
    heading: str | Promise,
    lead: str = "",
) -> HttpResponse:
    """Show the form under its heading; when it is good, `do` gets the cleaned values.

    An address that `do` gives is where it leads; anything else leads back.
    """

    def done() -> str:
        found = do(form.cleaned_data)
        return found if isinstance(found, str) else back

    context = {"heading": heading, "lead": lead, "back": back}
    return submitted(request, form, f"meetings.{deed}", done, "meetings/form.html", context)
