"""Duties: the list, one with its proof of notice, the answer through a link, the calendar."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from agragati.kernel.errors import BadInput
from agragati.org.access import OfficeRequest
from agragati.ui.access import open_to_all
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import may_send


@require_safe
def duties(request: OfficeRequest) -> HttpResponse:
    """What waits for one's post."""
    context = {"work": selectors.work_today(by=request.access), "may_send": may_send(request.access)}
    return render(request, "outbox/duties.html", context)


@require_safe
def duty(request: OfficeRequest, obligation_id: int) -> HttpResponse:
    """One duty: when, who, and the proof that they were told."""
    by = request.access
    context = {
        "duty": selectors.obligation(by=by, obligation_id=obligation_id),
        "proof": selectors.proof_of_notice(by=by, obligation_id=obligation_id),
        "stages": selectors.reminders_of(by=by, obligation_id=obligation_id),
        "columns": forms.proof_columns(),
        "today": selectors.day_today(by=by),
    }
    return render(request, "outbox/duty.html", context)


@require_POST
def open_duty(request: OfficeRequest, obligation_id: int) -> HttpResponse:
    """Note that it was seen and go to its thing."""
    address = actions.open_obligation(by=request.access, obligation_id=obligation_id)
    return redirect(address if address.startswith("/") and not address.startswith("//") else "outbox:duties")


@open_to_all
@form_page
def answer(request: OfficeRequest, text: str) -> HttpResponse:
    """The page of a signed link: say done or not done, once; nobody is signed in."""
    here = selectors.obligation_of_link(by=request.access, text=text)
    form = forms.AnswerForm(request.POST or None)
    said = False
    if form.is_valid():
        try:
            here = actions.answer_link(by=request.access, text=text, answer=form.cleaned_data["answer"])
            said = True
        except BadInput as error:
            form.blame(error)
    status = 422 if form.is_bound and not said else 200
    return render(request, "outbox/answer.html", {"duty": here, "form": form, "said": said}, status=status)


@open_to_all
@require_safe
def calendar(request: OfficeRequest, secret: str) -> HttpResponse:
    """The calendar of whoever made this secret link."""
    text = selectors.calendar_of(by=request.access, secret=secret, now=timezone.now())
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=900"
    answer["Content-Disposition"] = 'inline; filename="agragati.ics"'
    return answer
