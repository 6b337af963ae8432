"""The agenda and its texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agragati.kernel.errors import Conflict
from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from .asking import Said, asked


@form_page
def add_item(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Put a matter on the agenda."""
    made = selectors.meeting_to_edit(by=request.access, meeting_id=meeting_id)
    form = forms.ItemForm(request.POST or None)
    back = reverse("meetings:detail", args=[meeting_id])

    def do(said: Said) -> object:
        return actions.add_items(by=request.access, meeting=made, items=[forms.item_of(said)])

    return asked(request, form, "add_items", do, back, _("Add a matter"), made.title)


def _write(request: OfficeRequest, thing: Any, field: str, back: str, heading: str) -> HttpResponse:
    """A page for one text. When someone else changed it meanwhile, both texts are shown and nothing is lost."""
    first = {"text": getattr(thing, field, ""), "seen": thing.versions.get(field, 1)}
    form = forms.TextForm(request.POST or None, initial=first)

    def do() -> str:
        said = form.cleaned_data
        actions.write_text(by=request.access, thing=thing, field=field, text=said["text"], seen=said["seen"])
        return back

    context = {"heading": heading, "back": back, "draft": f"{type(thing).__name__}:{thing.pk}:{field}"}
    page = "meetings/text.html"

    def answer() -> HttpResponse:
        return submitted(request, form, "meetings.write_text", do, page, context)

    return both_texts(request, form, answer, back, context["draft"])


def both_texts(
    request: OfficeRequest, form: Any, answer: Callable[[], HttpResponse], back: str, draft: str = ""
) -> HttpResponse:
    """The answer, or (409) both texts side by side with a form that knows the other's version; `draft` is the name
    under which the browser keeps what is typed."""
    try:
        return answer()
    except Conflict as error:
        again = type(form)(initial={"text": error.params["yours"], "seen": error.params["version"]}, **again_with(form))
        context = {"error": error, "form": again, "back": back, "draft": draft}
        return render(request, "meetings/conflict.html", context, status=409)


def again_with(form: Any) -> dict[str, Any]:
    """What a form of this kind needs besides its first values."""
    return {"options": form.fields["targets"].choices} if "targets" in form.fields else {}


@form_page
def item_text(request: OfficeRequest, item_id: int, field: str) -> HttpResponse:
    """Type one text of an item."""
    row = selectors.item_to_edit(by=request.access, item_id=item_id)
    back = reverse("meetings:detail", args=[row.meeting_id]) + f"#item-{item_id}"
    return _write(request, row, field, back, row.topic[:120])


@form_page
def meeting_text(request: OfficeRequest, meeting_id: int, field: str) -> HttpResponse:
    """Type the opening, the closing formula or the distribution."""
    made = selectors.meeting_to_edit(by=request.access, meeting_id=meeting_id)
    return _write(request, made, field, reverse("meetings:detail", args=[meeting_id]), made.title)


def _back(meeting_id: int | None) -> HttpResponse:
    return redirect(reverse("meetings:detail", args=[meeting_id]) if meeting_id else reverse("meetings:list"))


@require_POST
def move_item(request: OfficeRequest, item_id: int) -> HttpResponse:
    """One place up or down."""
    row = selectors.item_to_edit(by=request.access, item_id=item_id)
    actions.move_item(by=request.access, item_id=item_id, up=request.POST.get("up") == "1")
    return _back(row.meeting_id)


@require_POST
def carry_over(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Onto the agenda of the next planned meeting of the same series or office."""
    row = selectors.item(by=request.access, item_id=item_id)
    target = selectors.next_meeting(by=request.access, item=row)
    actions.carry_over(by=request.access, item_id=item_id, to_meeting_id=target.pk)
    return _back(target.pk)


@require_POST
def remove_item(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Off the agenda."""
    row = selectors.item_to_edit(by=request.access, item_id=item_id)
    actions.remove_item(by=request.access, item_id=item_id)
    return _back(row.meeting_id)
