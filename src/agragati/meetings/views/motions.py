"""Motions: put forward, voted on, counted."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..access import may_run
from .asking import Said, asked

DEEDS = {"open": actions.open_vote, "close": actions.close_vote, "withdraw": actions.withdraw_motion}


@form_page
def put_forward(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Put a decision forward, or another wording of one."""
    row = selectors.item(by=request.access, item_id=item_id)
    amended = selectors.decision_of_item(by=request.access, item=row, decision_id=request.GET.get("amends", ""))
    form = forms.MotionForm(request.POST or None, initial={"text": amended.text if amended else ""})
    back = reverse("meetings:detail", args=[row.meeting_id]) + f"#item-{item_id}"

    def do(said: Said) -> str:
        amends_id = amended.pk if amended else None
        made = actions.put_forward(by=request.access, item_id=item_id, text=said["text"], amends_id=amends_id)
        return reverse("meetings:motion", args=[made.pk])

    return asked(request, form, "put_forward", do, back, _("Put a motion forward"), row.topic)


@form_page
def motion(request: OfficeRequest, motion_id: int) -> HttpResponse:
    """What it says or changes, how the vote stands, and the own vote."""
    view = selectors.motion_view(by=request.access, motion_id=motion_id)
    form = forms.VoteForm(request.POST or None)
    here = reverse("meetings:motion", args=[motion_id])

    def do() -> str:
        actions.vote(by=request.access, motion_id=motion_id, ballot=form.cleaned_data["ballot"])
        return here

    held = selectors.meeting(by=request.access, meeting_id=view.motion.item.meeting_id or 0)
    context = {"view": view, "may_run": may_run(request.access, held)}
    return submitted(request, form, "meetings.vote", do, "meetings/motion.html", context)


@require_POST
def motion_deed(request: OfficeRequest, motion_id: int, deed: str) -> HttpResponse:
    """Open the vote, count it, or take the motion back."""
    if deed not in DEEDS:
        raise Http404
    DEEDS[deed](by=request.access, motion_id=motion_id)
    return redirect("meetings:motion", motion_id)
