"""The steps of a meeting, each asked before it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.org.access import OfficeRequest
from agragati.ui.forms import HouseForm
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors


@dataclass(frozen=True)
class Step:
    """What one step asks and does; the form's cleaned values go to the deed by name."""

    do: Callable[..., Any]
    question: str | Promise
    submit: str | Promise
    form: type[HouseForm] = HouseForm
    warning: str | Promise = ""
    danger: bool = False


STEPS: dict[str, Step] = {
    "notify": Step(actions.notify, _("Send the notice?"), _("Send"), forms.NotifyForm,
                   _("The notice is frozen, and everyone invited gets it.")),
    "start": Step(actions.start, _("Open the meeting?"), _("Open the meeting")),
    "close": Step(actions.close, _("End the meeting?"), _("End")),
    "resume": Step(actions.resume, _("Go on with the meeting?"), _("Open the minutes again"), forms.ReasonForm,
                   _("The minutes are open again until the meeting is ended once more; the reason stays with them.")),
    "sign": Step(actions.sign, _("Sign the minutes?"), _("Sign"),
                 warning=_("After this nothing can be changed; every decision becomes a duty of its offices.")),
    "issue": Step(actions.issue, _("Issue the minutes?"), _("Issue"), forms.IssueForm),
    "publish": Step(actions.publish, _("Publish the minutes on the public page?"), _("Publish")),
    "withdraw": Step(actions.withdraw, _("Take the minutes off the public page?"), _("Take off"), danger=True),
    "call_off": Step(actions.call_off, _("Call the meeting off?"), _("Call off"), forms.ReasonForm, danger=True),
}  # fmt: skip


@form_page
def step(request: OfficeRequest, meeting_id: int, deed: str) -> HttpResponse:
    """Ask, then do one step."""
    made = selectors.meeting_to_move(by=request.access, meeting_id=meeting_id, deed=deed)
    if (wanted := STEPS.get(deed)) is None:
        raise Http404
    form = wanted.form(request.POST or None, initial={"distribution": made.distribution})
    if deed == "issue":
        forms.offer_files(form, selectors.files_to_issue_from(by=request.access, meeting=made))
    back = reverse("meetings:detail", args=[meeting_id])

    def do() -> str:
        said = {name: value for name, value in form.cleaned_data.items() if name != "submit_key"}
        wanted.do(by=request.access, meeting_id=meeting_id, **said)
        return back

    return submitted(request, form, f"meetings.{deed}", do, "ui/confirm.html", _asked(wanted, made.title, back))


def _asked(wanted: Step, title: str, back: str) -> dict[str, Any]:
    details = [(_("Meeting"), title)]
    return {"question": wanted.question, "warning": wanted.warning, "submit": wanted.submit, "danger": wanted.danger,
            "details": details, "cancel": back}  # fmt: skip
