"""What the form pages of letters share."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from agragati.org import selectors as org
from agragati.org.access import OfficeRequest
from agragati.ui.forms import HouseForm
from agragati.ui.submit import submitted

from ..models import Letter
from ..renderers.pages import page_count, to_png
from ..renderers.pdf import to_pdf
from ..rules.paper import Paper

PREVIEW_PAGES, PREVIEW_DPI = 4, 80
Words = str | Promise


def letter_url(letter: Letter) -> str:
    """Address of a letter's page."""
    return reverse("papers:letter", args=[letter.pk])


def form_answer(
    request: OfficeRequest, form: HouseForm, deed: str, do: Callable[[], str], heading: Words, **context: Any
) -> HttpResponse:
    """Show one form under its heading; when sent and good, do the deed and go where it leads."""
    if form.is_bound:
        for name, typed in form.searches():
            found = org.office_options(by=request.access, query=typed, within="directory")
            form.offer(name, [(option.pk, f"{option.name} — {option.above}") for option in found])
    return submitted(request, form, deed, do, "papers/form.html", {"heading": heading, **context})


def step(
    request: OfficeRequest,
    letter: Letter,
    form: HouseForm,
    deed: str,
    do: Callable[[], object],
    heading: Words,
    **context: Any,
) -> HttpResponse:
    """A step of one letter: asked for by a form, then back to the letter."""

    def done() -> str:
        do()
        return letter_url(letter)

    lead = format_lazy("{}: {}", _("Letter"), str(letter))
    return form_answer(request, form, deed, done, heading, lead=lead, back=letter_url(letter), **context)


def posts(request: OfficeRequest, *, but_own: bool = False) -> list[tuple[int, str]]:
    """Posts of the own office with their holders, for choosing one."""
    if request.access.office_id is None:
        return []
    found = org.post_options(by=request.access, office_id=request.access.office_id)
    return [one for one in found if not but_own or one[0] != request.access.post_id]


def pictures_of(paper: Paper) -> list[str]:
    """The first pages of a paper that is not kept, as addresses that hold the picture itself."""
    made = to_pdf(paper)
    pages = [to_png(made, page, PREVIEW_DPI) for page in range(1, min(page_count(made), PREVIEW_PAGES) + 1)]
    return [f"data:image/png;base64,{base64.b64encode(page).decode()}" for page in pages]
