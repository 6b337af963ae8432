"""Pages of the diary of letters from outside."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.org import selectors as org
from agragati.org.access import OfficeRequest, P
from agragati.ui.submit import form_page

from .. import forms
from ..actions.diary import Entry, register_received
from ..forms.mail import ReceivedForm, diary_columns
from ..selectors import diary as questions
from ..selectors.reading import reading as reading_of
from .shared import form_answer


@require_safe
def diary(request: OfficeRequest) -> HttpResponse:
    """Letters from outside by their diary numbers."""
    rows = questions.diary(by=request.access, words=forms.words_in(request.GET))
    context = {
        "page": org.page_of(by=request.access, rows=rows, number=forms.page_number(request.GET)),
        "columns": diary_columns(),
        "filter_form": forms.WordsForm(request.GET),
    }
    return render(request, "papers/diary.html", context)


@form_page
def register(request: OfficeRequest, reading_id: int) -> HttpResponse:
    """Enter a confirmed paper into the diary."""
    by = request.access
    by.require(P.PAPER_DRAFT)
    found = reading_of(by=by, reading_id=reading_id)
    begun = questions.begun_entry(by=by, reading=found)
    form = ReceivedForm(request.POST or None, initial=begun.values,
                        answered=[(key, str(one)) for key, one in begun.answered.items()])  # fmt: skip

    def do() -> str:
        typed = {name: value for name, value in form.cleaned_data.items() if name != "submit_key"}
        register_received(by=by, reading=found, entry=Entry(**typed))
        return reverse("papers:reading", args=[reading_id])

    return form_answer(request, form, "papers.register_received", do, _("Enter into the diary"), lead=str(found),
                       back=reverse("papers:reading", args=[reading_id]), submit=_("Enter"))  # fmt: skip
