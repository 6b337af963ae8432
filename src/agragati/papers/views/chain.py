"""Steps of a letter: forward, return, recall, sign, reserve, issue, drop, amend, replace, cancel."""

from __future__ import annotations

from typing import Protocol

from django.http import HttpResponse
from django.utils.translation import gettext as _

from agragati.org import selectors as org
from agragati.org.access import Access, OfficeRequest
from agragati.ui.submit import form_page

from .. import access as rights
from .. import actions, forms, selectors
from ..models import Letter
from .shared import form_answer, letter_url, posts, step


class Draft(Protocol):
    """A deed that drafts a letter after another."""

    def __call__(self, *, by: Access, letter: Letter) -> Letter:
        """Draft it."""
        ...


@form_page
def forward(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Hand the letter to another post."""
    by = request.access
    letter = selectors.letter_with_right(by=by, letter_id=letter_id, right=rights.may_forward)
    form = forms.ForwardForm(request.POST or None, posts=posts(request, but_own=True))

    def do() -> object:
        to = org.post(by=by, post_id=form.cleaned_data["to"])
        return actions.forward_letter(by=by, letter=letter, to=to, remark=form.cleaned_data["remark"])

    return step(request, letter, form, "papers.forward_letter", do, _("Forward the letter"), submit=_("Forward"))


@form_page
def send_back(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Return the letter to its author."""
    by = request.access
    letter = selectors.letter_with_right(by=by, letter_id=letter_id, right=rights.may_return)
    form = forms.RemarkForm(request.POST or None, needed=True)
    return step(request, letter, form, "papers.return_letter",
                lambda: actions.return_letter(by=by, letter=letter, remark=form.cleaned_data["remark"]),
                _("Return the letter with a remark"), submit=_("Return"))  # fmt: skip


@form_page
def recall(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Take the own letter back."""
    by = request.access
    letter = selectors.letter_with_right(by=by, letter_id=letter_id, right=rights.may_recall)
    form = forms.RemarkForm(request.POST or None)
    return step(request, letter, form, "papers.recall_letter",
                lambda: actions.recall_letter(by=by, letter=letter, remark=form.cleaned_data["remark"]),
                _("Recall the letter"), submit=_("Recall"))  # fmt: skip


@form_page
def sign(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Sign the letter."""
    by = request.access
    letter = selectors.letter(by=by, letter_id=letter_id)
    form = forms.RemarkForm(request.POST or None)
    return step(request, letter, form, "papers.sign_letter",
                lambda: actions.sign_letter(by=by, letter=letter, remark=form.cleaned_data["remark"]),
                _("Sign the letter"), submit=_("Sign"),
                note=_("After you sign, the text can no longer be changed."))  # fmt: skip


@form_page
def reserve(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Reserve the number of a signed letter."""
    letter = selectors.letter_to_issue(by=request.access, letter_id=letter_id)
    form = forms.HouseForm(request.POST or None)
    return step(request, letter, form, "papers.reserve_for_letter",
                lambda: actions.reserve_for_letter(by=request.access, letter=letter),
                _("Reserve a memo number"), submit=_("Reserve"),
                note=_("A reserved number is given back only by cancelling it with a reason."))  # fmt: skip


@form_page
def issue(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Issue the letter and make its files."""
    by, base = request.access, request.build_absolute_uri("/").rstrip("/")
    letter = selectors.letter_to_issue(by=by, letter_id=letter_id)
    form = forms.HouseForm(request.POST or None)

    def do() -> object:
        issued = actions.issue_letter(by=by, letter=letter, base_url=base)
        return actions.make_copies(by=by, letter_id=issued.pk)

    return step(request, letter, form, "papers.issue_letter", do, _("Issue the letter"), submit=_("Issue"),
                note=_("The letter takes its memo number and dates and goes to its recipients. "
                       "Nothing changes after."))  # fmt: skip


@form_page
def drop(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Give up a draft."""
    by = request.access
    letter = selectors.letter_with_right(by=by, letter_id=letter_id, right=rights.may_drop)
    form = forms.ReasonForm(request.POST or None)
    return step(request, letter, form, "papers.drop_letter",
                lambda: actions.drop_letter(by=by, letter=letter, reason=form.cleaned_data["reason"]),
                _("Give up the draft"), submit=_("Give up"), danger=True)  # fmt: skip


@form_page
def cancel(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Cancel an issued letter."""
    by = request.access
    letter = selectors.letter_with_right(by=by, letter_id=letter_id, right=rights.may_cancel)
    form = forms.ReasonForm(request.POST or None)
    return step(request, letter, form, "papers.cancel_letter",
                lambda: actions.cancel_letter(by=by, letter=letter, reason=form.cleaned_data["reason"]),
                _("Cancel the issued letter"), submit=_("Cancel the letter"), danger=True,
                note=_("The number and the paper stay to be seen, marked as cancelled."))  # fmt: skip


@form_page
def amend(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Draft an amendment."""
    return _follow(request, letter_id, "papers.draft_amendment", actions.draft_amendment, _("Draft an amendment"))


@form_page
def replace(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Draft a replacement."""
    heading = _("Draft a replacement with the same number and date")
    return _follow(request, letter_id, "papers.draft_replacement", actions.draft_replacement, heading)


def _follow(request: OfficeRequest, letter_id: int, deed: str, draft: Draft, heading: str) -> HttpResponse:
    by = request.access
    letter = selectors.letter_with_right(by=by, letter_id=letter_id, right=rights.may_amend)
    form = forms.HouseForm(request.POST or None)
    return form_answer(request, form, deed, lambda: letter_url(draft(by=by, letter=letter)), heading,
                       lead=str(letter), back=letter_url(letter), submit=_("Make the draft"))  # fmt: skip
