"""What happens to one copy: the answer of who received it, the way of a paper copy."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from .shared import form_answer, letter_url


@form_page
def answer(request: OfficeRequest, recipient_id: int) -> HttpResponse:
    """Answer in a few words."""
    copy = selectors.recipient_to_answer(by=request.access, recipient_id=recipient_id)
    form = forms.AnswerForm(request.POST or None)

    def do() -> str:
        actions.answer_with_remark(by=request.access, recipient=copy, text=form.cleaned_data["text"])
        return letter_url(copy.letter)

    return form_answer(request, form, "papers.answer_letter", do, _("Answer in a few words"), lead=str(copy.letter),
                       back=letter_url(copy.letter), submit=_("Send the answer"))  # fmt: skip


@form_page
def dispatch(request: OfficeRequest, recipient_id: int) -> HttpResponse:
    """Note how a paper copy went out."""
    copy = selectors.recipient_to_note(by=request.access, recipient_id=recipient_id)
    form = forms.DispatchForm(request.POST or None)
    back = reverse("papers:recipients", args=[copy.letter_id])

    def do() -> str:
        actions.note_dispatch(by=request.access, recipient=copy, **_noted(form))
        return back

    return form_answer(request, form, "papers.note_dispatch", do, _("The way of a paper copy"), lead=str(copy),
                       back=back)  # fmt: skip


def _noted(form: forms.DispatchForm) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("channel", "returned_why")}
