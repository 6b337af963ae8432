"""While the meeting runs: the screen in the room, terms of a matter, its papers, the appointment."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import rights
from .asking import Said, asked


@require_safe
def present(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """One matter at a time in large letters, with its clock; a plain page, moved on by links."""
    made = selectors.meeting(by=request.access, meeting_id=meeting_id)
    items = selectors.agenda_of(by=request.access, meeting=made)
    slide = selectors.slide(by=request.access, items=items, at=forms.page_number(request.GET, "at"))
    context = {"meeting": made, "slide": slide, **rights(request.access, made)}
    return render(request, "meetings/present.html", context)


@require_POST
def take_up(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Turn to a matter: its clock runs, the one before is put aside."""
    item_id, at = forms.numbers_of(request.POST, "item", "at")
    actions.take_up_item(by=request.access, meeting_id=meeting_id, item_id=item_id)
    return redirect(f"{reverse('meetings:present', args=[meeting_id])}?at={at or 1}")


@form_page
def terms(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Heading, presenter, length, pin and outcome of a matter."""
    row = selectors.item_to_edit(by=request.access, item_id=item_id)
    form = forms.TermsForm(request.POST or None, initial=forms.terms_typed(row))
    back = reverse("meetings:detail", args=[row.meeting_id]) + f"#item-{item_id}"

    def do(said: Said) -> object:
        return actions.set_terms(by=request.access, item_id=item_id, terms=forms.terms_of(said))

    return asked(request, form, "set_terms", do, back, _("Arrange the matter"), row.topic)


@form_page
def attach(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Add a paper to a matter."""
    row = selectors.item_to_edit(by=request.access, item_id=item_id)
    form = forms.AttachForm(request.POST or None, request.FILES or None)
    back = reverse("meetings:detail", args=[row.meeting_id]) + f"#item-{item_id}"

    def do(said: Said) -> object:
        file = said["file"]
        return actions.attach_to_item(by=request.access, item_id=item_id, name=file.name, content=file.read())

    return asked(request, form, "attach_to_item", do, back, _("Add a paper"), row.topic)


@require_safe
def appointment(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The meeting as a calendar file; its link leads to the answer."""
    made = selectors.meeting(by=request.access, meeting_id=meeting_id)
    back = request.build_absolute_uri(reverse("meetings:answer", args=[meeting_id]))
    text = selectors.appointment_file(by=request.access, meeting=made, answer_url=back)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="meeting-{meeting_id}.ics"'
    return answer


@require_POST
def invite_code(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Make a code that lets whoever knows it join the list."""
    actions.make_invite_code(by=request.access, meeting_id=meeting_id)
    return redirect("meetings:attendance", meeting_id)


@form_page
def join(request: OfficeRequest) -> HttpResponse:
    """Put oneself on the list of a meeting by its invitation code."""
    form = forms.JoinForm(request.POST or None, initial={"code": request.GET.get("code", "")[:12]})

    def do(said: Said) -> str:
        row = actions.join_by_code(by=request.access, code=said["code"])
        return reverse("meetings:detail", args=[row.meeting_id])

    return asked(request, form, "join_by_code", do, reverse("meetings:list"), _("I have an invitation code"))
