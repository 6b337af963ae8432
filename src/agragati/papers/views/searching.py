"""Suggestions while one types, an office's own fields, and searches that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.org.access import OfficeRequest, P
from agragati.ui.submit import form_page

from ..actions import searching as deeds
from ..forms.reading import FieldForm, SearchNameForm, ValuesForm, field_columns
from ..selectors import reading as papers
from ..selectors import searching
from .shared import form_answer

ASKED = ("q", "field", "has", "least", "most")


def asked_query(query: Mapping[str, str]) -> str:
    """What a search asks, as the part of an address behind "?"; "" when it asks nothing."""
    return urlencode({name: query[name][:200] for name in ASKED if query.get(name)})


@require_safe
def suggest(request: OfficeRequest) -> HttpResponse:
    """Words to choose from while one types."""
    request.access.require(P.PAPER_VIEW)
    found = searching.suggestions(by=request.access, text=request.GET.get("q", "")[:100])
    return render(request, "papers/parts/suggested.html", {"suggested": found})


@require_safe
def field_list(request: OfficeRequest) -> HttpResponse:
    """The own office's fields."""
    request.access.require(P.PAPER_ISSUE, request.access.office_path)
    context = {"fields": searching.fields(by=request.access), "columns": field_columns()}
    return render(request, "papers/fields.html", context)


@form_page
def add_field(request: OfficeRequest) -> HttpResponse:
    """Add a field."""
    request.access.require(P.PAPER_ISSUE, request.access.office_path)
    form, back = FieldForm(request.POST or None), reverse("papers:fields")

    def do() -> str:
        typed = form.cleaned_data
        deeds.make_field(by=request.access, name=typed["name"], kind=typed["kind"], options=typed["options"])
        return back

    return form_answer(request, form, "papers.make_field", do, _("Add a field"), back=back, submit=_("Add"))


@require_POST
def remove_field(request: OfficeRequest, field_id: int) -> HttpResponse:
    """Take a field away."""
    deeds.remove_field(by=request.access, field=searching.field(by=request.access, field_id=field_id))
    return redirect("papers:fields")


@form_page
def fill_fields(request: OfficeRequest, reading_id: int) -> HttpResponse:
    """Write what the fields say of one paper."""
    by = request.access
    by.require(P.PAPER_DRAFT, by.office_path)
    found = papers.reading(by=by, reading_id=reading_id)
    known = {f"field_{pk}": text for pk, text in searching.values_at(by=by, reading=found).items()}
    form = ValuesForm(request.POST or None, fields=searching.fields(by=by), initial=known)
    back = reverse("papers:reading", args=[reading_id])

    def do() -> str:
        deeds.fill_fields(by=by, reading=found, values=form.values())
        return back

    return form_answer(request, form, "papers.fill_fields", do, _("Fields of the paper"), lead=str(found), back=back)


@form_page
def keep_search(request: OfficeRequest) -> HttpResponse:
    """Keep the search in the address under a name."""
    request.access.require(P.PAPER_VIEW)
    form, query = SearchNameForm(request.POST or None), asked_query(request.GET)
    back = f"{reverse('papers:readings')}?{query}"

    def do() -> str:
        typed = form.cleaned_data
        deeds.save_search(by=request.access, name=typed["name"], query=query, is_shared=typed["is_shared"])
        return back

    return form_answer(request, form, "papers.save_search", do, _("Keep the search"), back=back)


@require_POST
def remove_search(request: OfficeRequest, search_id: int) -> HttpResponse:
    """Take a kept search away."""
    deeds.remove_search(by=request.access, search=searching.search_to_remove(by=request.access, search_id=search_id))
    return redirect("papers:readings")
