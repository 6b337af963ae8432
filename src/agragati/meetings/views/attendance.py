"""Who is asked, who answers, who comes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import rights
from ..choices import Presence
from .asking import Said, asked


@form_page
def invite(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Ask posts of the office, heads of offices below, and people by name."""
    made = selectors.meeting_to_edit(by=request.access, meeting_id=meeting_id)
    form = forms.InviteForm(request.POST or None, posts=selectors.posts_to_invite(by=request.access, meeting=made))
    back = reverse("meetings:attendance", args=[meeting_id])

    def do(said: Said) -> object:
        actions.invite(by=request.access, meeting_id=meeting_id, post_ids=[int(pk) for pk in said["posts"]])
        lines = [[part.strip() for part in line.split(",", 2)] for line in said["others"].splitlines()]
        people = [actions.Outsider(*parts) for parts in lines]
        return actions.invite_outsiders(by=request.access, meeting_id=meeting_id, people=people)

    return asked(request, form, "invite", do, back, _("Invite"), made.title)


@form_page
def answer(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Will you come?"""
    made = selectors.meeting(by=request.access, meeting_id=meeting_id)
    form = forms.RsvpForm(request.POST or None)
    back = reverse("meetings:detail", args=[meeting_id])

    def do(said: Said) -> object:
        terms = {"rsvp": said["rsvp"], "note": said["rsvp_note"]}
        return actions.answer_invitation(by=request.access, meeting_id=meeting_id, **terms)

    return asked(request, form, "answer_invitation", do, back, _("Will you come?"), made.title)


@form_page
def check_in(request: OfficeRequest) -> HttpResponse:
    """Note oneself as present by the code in the room (a QR code brings it along)."""
    form = forms.CheckInForm(request.POST or None, initial={"code": request.GET.get("code", "")[:6]})

    def do(said: Said) -> str:
        row = actions.check_in(by=request.access, code=said["code"], online=said["online"])
        return reverse("meetings:detail", args=[row.meeting_id])

    return asked(request, form, "check_in", do, reverse("meetings:list"), _("I am here"))


@form_page
def attendance(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The list; the secretary notes who came."""
    made = selectors.meeting(by=request.access, meeting_id=meeting_id)
    if request.method == "POST":
        actions.note_presence(by=request.access, meeting_id=meeting_id, presence=forms.presence_of(request.POST))
        return redirect("meetings:attendance", meeting_id)
    may = rights(request.access, made)
    context = {
        "meeting": made, "people": selectors.attendance(by=request.access, meeting=made),
        "presences": Presence.choices, "code": selectors.check_in_picture(by=request.access, meeting=made), **may,
    }  # fmt: skip
    return render(request, "meetings/attendance.html", context)


@form_page
def attendance_log(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Take in the participant log of the online meeting."""
    made = selectors.meeting_to_edit(by=request.access, meeting_id=meeting_id)
    form = forms.LogForm(request.POST or None)
    back = reverse("meetings:attendance", args=[meeting_id])

    def do(said: Said) -> object:
        return actions.import_log(by=request.access, meeting_id=meeting_id, text=said["log"])

    return asked(request, form, "import_log", do, back, _("Participant log of the online meeting"), made.title)
