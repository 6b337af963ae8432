"""The boxes of letters: drafts, waiting, issued, received."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from agragati.org import selectors as org
from agragati.org.access import OfficeRequest

from .. import actions, forms, selectors
from ..access import may_draft, may_keep_files


@require_safe
def letter_list(request: OfficeRequest, box: str = "") -> HttpResponse:
    """Letters of one box; without a box the first that has work."""
    counts = selectors.box_counts(by=request.access)
    shown = box if box in selectors.BOXES else next((name for name, count in counts.items() if count), "issued")
    words = forms.words_in(request.GET)
    rows: Any = (
        selectors.received(by=request.access, words=words)
        if shown == "received"
        else selectors.letters(by=request.access, box=shown, words=words)
    )
    page = org.page_of(by=request.access, rows=rows, number=forms.page_number(request.GET))
    columns = forms.received_columns() if shown == "received" else forms.letter_columns(shown)
    context = {"box": shown, "counts": counts, "page": page, "columns": columns, "words": words,
               "filter_form": forms.WordsForm(request.GET), "may_draft": may_draft(request.access),
               "may_lay_out": may_keep_files(request.access),
               "back": selectors.not_reached(by=request.access, state="returned").count()}  # fmt: skip
    return render(request, "papers/list.html", context)


@require_POST
def receive(request: OfficeRequest, recipient_id: int) -> HttpResponse:
    """Open a copy for the first time: who and when is noted, then the letter is shown."""
    copy = selectors.recipient_to_answer(by=request.access, recipient_id=recipient_id)
    actions.receive_letter(by=request.access, recipient=copy)
    return redirect(reverse("papers:letter", args=[copy.letter_id]))
