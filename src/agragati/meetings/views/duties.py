"""One office's part of a decision: said in one screen, also on a phone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..access import duty_moves, may_answer, may_follow
from .asking import Said, asked

Deed = tuple[Callable[..., Any], str | Promise, str | Promise, bool]
DEEDS: dict[str, Deed] = {
    "verify": (actions.verify, _("Is it really done?"), _("Confirm"), False),
    "send_back": (actions.send_back, _("Send it back as not done?"), _("Send back"), True),
    "reopen": (actions.reopen, _("Take the confirmation back?"), _("Take back"), True),
    "drop": (actions.drop, _("Drop the decision for this office?"), _("Drop"), True),
    "take_up": (actions.take_up, _("Take it up again?"), _("Take up"), True),
}


@form_page
def duty(request: OfficeRequest, duty_id: int) -> HttpResponse:
    """What is to be done, how far it is, and a form to say so."""
    row = selectors.duty(by=request.access, duty_id=duty_id)
    form = forms.DutyForm(request.POST or None, request.FILES or None, initial={"status": "on_schedule"})

    def do() -> str:
        said = form.cleaned_data
        actions.report(by=request.access, duty_id=duty_id, status=said["status"], text=said["text"],
                       done_on=said["done_on"], proof=_proof(said["file"]))  # fmt: skip
        return reverse("meetings:duty", args=[duty_id])

    may, moves = may_answer(request.access, row), duty_moves(request.access, row)
    context = {"duty": row, "may_follow": may_follow(request.access, row.decision),
               "may_answer": may and any(move.deed == "report" for move in moves),
               "moves": [move.deed for move in moves if move.deed != "report"],
               "updates": cache(lambda: selectors.updates_of(by=request.access, duty=row))}  # fmt: skip
    return submitted(request, form, "meetings.report_duty", do, "meetings/duty.html", context)


def _proof(file: Any) -> actions.Proof | None:
    return actions.Proof(file.name, file.read()) if file else None


@form_page
def remark(request: OfficeRequest, duty_id: int) -> HttpResponse:
    """Write a remark to the office that carries the decision out."""
    row = selectors.duty(by=request.access, duty_id=duty_id)
    form = forms.RemarkForm(request.POST or None)
    back = reverse("meetings:duty", args=[duty_id])

    def do(said: Said) -> object:
        return actions.remark(by=request.access, duty_id=duty_id, text=said["text"])

    return asked(request, form, "remark_duty", do, back, _("Write a remark"), row.decision.text)


@form_page
def promise(request: OfficeRequest, duty_id: int) -> HttpResponse:
    """Commit the own office to another day."""
    row = selectors.duty_to_answer(by=request.access, duty_id=duty_id)
    form = forms.PromiseForm(request.POST or None)
    back = reverse("meetings:duty", args=[duty_id])

    def do(said: Said) -> object:
        return actions.promise(by=request.access, duty_id=duty_id, day=said["day"], text=said["text"])

    return asked(request, form, "promise_duty", do, back, _("Promise another day"), row.decision.text)


@form_page
def duty_deed(request: OfficeRequest, duty_id: int, deed: str) -> HttpResponse:
    """Verify, send back, reopen, drop or take up."""
    row = selectors.duty(by=request.access, duty_id=duty_id)
    if deed not in DEEDS:
        raise Http404
    act, question, submit, reason = DEEDS[deed]
    form = forms.ConfirmForm(request.POST or None, reason=reason)
    back = reverse("meetings:duty", args=[duty_id])

    def do() -> str:
        act(by=request.access, duty_id=duty_id, text=form.cleaned_data["text"])
        return back

    details = [(_("Office"), row.office), (_("Decision"), row.decision.text)]
    context = {"question": question, "submit": submit, "danger": deed == "drop", "details": details, "cancel": back}
    return submitted(request, form, f"meetings.{deed}_duty", do, "ui/confirm.html", context)
