"""Pages for reading existing papers: hand in, follow, compare with the picture, find."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from agragati.kernel.errors import BadInput
from agragati.org import selectors as org
from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from .. import forms
from ..access import may_draft, may_keep_files
from ..actions.mail import take_mail
from ..actions.reading import OPEN, confirm_page, hand_in_paper, read_again
from ..forms.reading import (
    ConfirmForm,
    PaperFileForm,
    SearchPagesForm,
    page_columns,
    reading_columns,
    ticked,
)
from ..models import ReadPage
from ..models.reading import PaperReadingQuerySet
from ..rules.page_text import text_of_blocks
from ..selectors import mail as mail_questions
from ..selectors import reading as papers
from ..selectors import searching
from ..selectors.diary import entry_of
from .searching import ASKED, asked_query

LOOK_AGAIN = "3"  # seconds until the page of a paper that is being read comes anew


@require_safe
def reading_list(request: OfficeRequest) -> HttpResponse:
    """Papers that were read, and the search of what was confirmed."""
    by, words = request.access, forms.words_in(request.GET)
    form = _search_form(request)
    rows = _narrowed(request, form)
    context = {
        "search_form": form, "words": words, "columns": reading_columns(),
        "found": papers.search_pages(by=by, text=words, among=rows) if words else [],
        "page": org.page_of(by=by, rows=rows, number=forms.page_number(request.GET)),
        "may_draft": may_draft(by), "may_keep": may_keep_files(by),
        "mails_open": mail_questions.mails(by=by, open_only=True).count(),
        "searches": searching.saved_searches(by=by),
        "query": asked_query(request.GET),
    }  # fmt: skip
    return render(request, "papers/reading_list.html", context)


def _search_form(request: OfficeRequest) -> SearchPagesForm:
    asked = request.GET if set(request.GET) & set(ASKED) else None
    return SearchPagesForm(asked, fields=searching.fields(by=request.access), suggest=reverse("papers:suggest"))


def _narrowed(request: OfficeRequest, form: SearchPagesForm) -> PaperReadingQuerySet:
    if form.is_bound and form.is_valid() and form.cleaned_data.get("field"):
        typed = form.cleaned_data
        try:
            return searching.narrowed(by=request.access, field_id=typed["field"], has=typed["has"],
                                      least=typed["least"], most=typed["most"])  # fmt: skip
        except BadInput as error:
            form.blame(error)
    return papers.readings(by=request.access)


@form_page
def hand_in(request: OfficeRequest) -> HttpResponse:
    """Hand in a paper to be read."""
    request.access.require("papers.draft", request.access.office_path)
    form = PaperFileForm(request.POST or None, request.FILES or None)

    def do() -> str:
        """Keep the file and ask for it to be read."""
        file = form.cleaned_data["file"]
        office = org.own_office(by=request.access)
        if file.name.lower().endswith(".eml"):
            held, _made = take_mail(by=request.access, office=office, content=file.read(), is_vouched=True)
            return reverse("papers:mail", args=[held.pk])
        made = hand_in_paper(by=request.access, office=office, name=file.name, content=file.read())
        return reverse("papers:reading", args=[made.pk])

    return submitted(request, form, "papers.hand_in_paper", do, "papers/reading_new.html", {})


@require_safe
def reading(request: OfficeRequest, reading_id: int) -> HttpResponse:
    """One paper: how far it is read, and its pages."""
    found = papers.reading(by=request.access, reading_id=reading_id)
    pages = papers.pages_of(by=request.access, reading=found)
    context = {
        "reading": found, "open": found.state in OPEN, "may_draft": may_draft(request.access),
        "page": org.page_of(by=request.access, rows=pages, number=forms.page_number(request.GET)),
        "columns": page_columns(),
        "fields": searching.fields(by=request.access),
        "values": searching.values_shown(by=request.access, reading=found),
        "entry": entry_of(by=request.access, reading=found),
    }  # fmt: skip
    response = render(request, "papers/reading.html", context)
    if found.state in OPEN:
        response.headers["Refresh"] = LOOK_AGAIN
    return response


@require_POST
def again(request: OfficeRequest, reading_id: int) -> HttpResponse:
    """Read a paper once more that could not be read."""
    found = papers.reading(by=request.access, reading_id=reading_id)
    read_again(by=request.access, reading=found)
    return redirect("papers:reading", found.pk)


@form_page
def confirm(request: OfficeRequest, reading_id: int, number: int) -> HttpResponse:
    """A page beside its picture, to be corrected and confirmed."""
    page = papers.read_page(by=request.access, reading_id=reading_id, number=number)
    form = _confirm_form(request, page)

    def do() -> str:
        """Keep what was confirmed; go on to the next page."""
        values = form.cleaned_data
        confirm_page(by=request.access, page=page, text=values["text"], taken=values["taken"])
        following = papers.next_to_confirm(by=request.access, page=page)
        return reverse("papers:confirm", args=[reading_id, following]) if following else _paper(reading_id)

    return submitted(request, form, "papers.confirm_page", do, "papers/reading_confirm.html", _beside(request, page))


def _paper(reading_id: int) -> str:
    return reverse("papers:reading", args=[reading_id])


def _confirm_form(request: OfficeRequest, page: ReadPage) -> ConfirmForm:
    begun = {"text": page.text or text_of_blocks(page.blocks), "taken": ticked(page.facts)}
    data = request.POST if request.method == "POST" else None
    form = ConfirmForm(data, initial=begun, number=page.number, from_picture=page.source == "ocr")
    form.initial["shown"] = form.listed
    return form


def _beside(request: OfficeRequest, page: ReadPage) -> dict[str, Any]:
    doubtful = [word for block in page.blocks for word in block.get("doubtful", [])]
    return {
        "read": page,
        "reading": page.reading,
        "doubtful": list(dict.fromkeys(doubtful))[:80],
        "tables": [block["rows"] for block in page.blocks if block["rows"]],
        "has_picture": page.reading.kind in ("pdf", "image"),
        "may_draft": may_draft(request.access),
        "alike": searching.pages_like(by=request.access, page=page) if page.confirmed_at else [],
    }


@require_safe
def page_picture(request: OfficeRequest, reading_id: int, number: int) -> HttpResponse:
    """The picture of a page as it was read."""
    page = papers.read_page(by=request.access, reading_id=reading_id, number=number)
    response = HttpResponse(papers.picture_of(by=request.access, page=page), content_type="image/png")
    patch_cache_control(response, private=True, max_age=3600)
    return response
