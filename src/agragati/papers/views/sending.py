"""The way of paper copies: sent, come back, not reached, and the list of the post office."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.kernel.errors import BadInput
from agragati.org import selectors as org
from agragati.org.access import OfficeRequest, P
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..access import may_draft
from ..forms import sending as wording
from ..models import LetterRecipient


@require_safe
def not_reached(request: OfficeRequest) -> HttpResponse:
    """Paper copies that came back or did not go out."""
    rows = selectors.not_reached(by=request.access, state=request.GET.get("state", ""))
    context = {
        "page": org.page_of(by=request.access, rows=rows, number=forms.page_number(request.GET)),
        "columns": wording.not_reached_columns(),
        "filter_form": wording.NotReachedForm(request.GET),
        "may_draft": may_draft(request.access),
    }
    return render(request, "papers/not_reached.html", context)


@form_page
def dispatch(request: OfficeRequest, recipient_id: int) -> HttpResponse:
    """Note how a paper copy went out, or went out again."""
    copy = selectors.recipient_to_note(by=request.access, recipient_id=recipient_id)
    form = wording.DispatchForm(request.POST or None, initial={"sent_on": timezone.localdate()})

    def do() -> str:
        actions.note_dispatch(by=request.access, recipient=copy, **_typed(form))
        return _copies(copy)

    return submitted(request, form, "papers.note_dispatch", do, "papers/sending.html",
                     _context(request, copy, _("How the copy goes out")))  # fmt: skip


@form_page
def came_back(request: OfficeRequest, recipient_id: int) -> HttpResponse:
    """Note that a paper copy came back."""
    copy = selectors.recipient_to_note(by=request.access, recipient_id=recipient_id)
    form = wording.ReturnForm(request.POST or None, initial={"returned_on": timezone.localdate()})

    def do() -> str:
        typed = form.cleaned_data
        actions.note_return(by=request.access, recipient=copy, why=typed["returned_why"], day=typed["returned_on"])
        return _copies(copy)

    return submitted(request, form, "papers.note_return", do, "papers/sending.html",
                     _context(request, copy, _("The copy came back")))  # fmt: skip


@form_page
def return_list(request: OfficeRequest) -> HttpResponse:
    """The post office's list of copies that came back: looked at, then taken."""
    request.access.require(P.PAPER_DRAFT)
    form = wording.ReturnListForm(request.POST or None, request.FILES or None)
    if request.FILES and form.is_valid() and (looked := _looked(request, form)):
        return render(request, "papers/return_list.html", {"form": form, **looked})

    def do() -> str:
        actions.take_return_list(by=request.access, rows=form.rows())
        return reverse("papers:not_reached")

    return submitted(request, form, "papers.take_return_list", do, "papers/return_list.html", {})


def _looked(request: OfficeRequest, form: wording.ReturnListForm) -> dict[str, Any]:
    """What the list would change, and every finding by cell; nothing is kept yet."""
    file = form.cleaned_data["file"]
    try:
        rows, problems = selectors.look_at_returns(by=request.access, name=file.name, content=file.read())
    except BadInput as error:
        form.blame(error)
        return {}
    good = bool(rows) and not problems
    keep = wording.ReturnListForm.keeping_rows(rows) if good else None
    return {"rows": rows, "problems": wording.problem_words(problems), "keep": keep,
            "columns": wording.return_columns(), "problem_columns": wording.problem_columns()}  # fmt: skip


def _typed(form: wording.DispatchForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("channel", "tracking", "sent_on")}


def _copies(copy: LetterRecipient) -> str:
    return reverse("papers:recipients", args=[copy.letter_id])


def _context(request: OfficeRequest, copy: LetterRecipient, heading: str) -> dict[str, Any]:
    return {"copy": copy, "heading": heading, "back": _copies(copy), "columns": wording.sending_columns(),
            "sendings": selectors.sendings_of(by=request.access, recipient=copy)}  # fmt: skip
