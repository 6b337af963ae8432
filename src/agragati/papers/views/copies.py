"""What happens to one copy: the answer of who received it."""

from __future__ import annotations

from django.http import HttpResponse
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
