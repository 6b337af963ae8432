"""Writing a message to many."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.org.choices import OfficeKind
from agragati.ui.forms import BnDateField, HouseForm, UploadField
from agragati.ui.renderers import digits

from ..actions import Draft
from ..choices import FAMILY_WORDS, Channel
from ..models import Dispatch
from ..rules.recipients import RecipientRule, read_table

REACHES = [
    ("below", _("Every office below mine")),
    ("children", _("Offices of the next level only")),
    ("office", _("My own office")),
    ("codes", _("Offices of a list (CSV file)")),
]
WHOM = [("head", _("The head of each office")), ("all", _("Everyone who holds a post there"))]
HOLES = _(
    "You may write {office}, {post}, {person}, {title}, {sender} and {link}; they are filled in for each recipient."
)


class ClockField(forms.Field):
    """An hour typed as 9:30 in either digits; gives a time."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update({"class": "short", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        """Read what was typed. Raises ValidationError that names the remedy."""
        text = to_latin(str(value or "")).strip().replace(".", ":")
        if not text or isinstance(value, datetime.time):
            return value or None
        hour, _colon, minute = text.partition(":")
        try:
            return datetime.time(int(hour), int(minute or 0))
        except ValueError:
            raise forms.ValidationError(_("Write the hour such as 9:30 or 14:00."), code="clock") from None

    def prepare_value(self, value: Any) -> Any:
        """A stored hour as it would be typed."""
        return digits(f"{value:%H:%M}") if isinstance(value, datetime.time) else value


class ComposeForm(HouseForm):
    """The text, who is meant, by what, when."""

    template = forms.RegexField(r"^[a-z0-9_-]{2,60}:[0-9]{1,6}$", required=False, widget=forms.HiddenInput)
    title = forms.CharField(label=_("Subject"), max_length=300)
    text = forms.CharField(
        label=_("Text of the message"), widget=forms.Textarea(attrs={"rows": 6}), max_length=10_000, help_text=HOLES
    )
    sms_text = forms.CharField(
        label=_("Text of the SMS"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=700,
        help_text=_("Empty: the whole text. In Bangla letters; one part holds 70 letters."),
    )  # fmt: skip
    reach = forms.ChoiceField(label=_("To which offices?"), choices=REACHES, widget=forms.RadioSelect)
    kinds = forms.MultipleChoiceField(
        label=_("Only these kinds of office"), required=False, choices=OfficeKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    question = forms.ChoiceField(label=_("Only offices that"), required=False)
    value = forms.ChoiceField(
        label=_("About which duties"), required=False, choices=[("", _("All")), *FAMILY_WORDS.items()],
        help_text=_("Only with a question about duties above"),
    )  # fmt: skip
    whom = forms.ChoiceField(label=_("To whom there?"), choices=WHOM, widget=forms.RadioSelect, initial="head")
    file = UploadField(
        label=_("List of offices"), required=False, accept=".csv", limit=5 * 1024 * 1024,
        help_text=_("First column office_code; further columns fill placeholders of the same name."),
    )  # fmt: skip
    channels = forms.MultipleChoiceField(
        label=_("By what?"), choices=Channel.choices, widget=forms.CheckboxSelectMultiple
    )
    send_on = BnDateField(label=_("Send on"), required=False, help_text=_("Empty: at once"))
    send_hour = ClockField(label=_("At what hour"), required=False)
    is_urgent = forms.BooleanField(label=_("Urgent: SMS also outside office hours and on holidays"), required=False)

    def __init__(self, *args: Any, questions: dict[str, str], **kwargs: Any) -> None:
        kwargs["initial"] = {"reach": "below", "channels": ["in_app", "email"], **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["question"].choices = [("", _("All")), *questions.items()]  # type: ignore[attr-defined]


def draft_of(cleaned: dict[str, Any], office_id: int) -> Draft:
    """Plain values from a good form; raises BadInput for a list or moment that cannot be used."""
    table = _table(cleaned)
    codes = tuple(table) if cleaned["reach"] == "codes" else ()
    rule = RecipientRule(
        cleaned["reach"], office_id=None if codes else office_id, kinds=tuple(cleaned["kinds"]), codes=codes,
        whom=cleaned["whom"], question=cleaned["question"], value=cleaned["value"],
    )  # fmt: skip
    key, _mark, version = cleaned["template"].partition(":")
    return Draft(
        title=cleaned["title"], text=cleaned["text"], sms_text=cleaned["sms_text"], to=rule, table=table,
        channels=tuple(cleaned["channels"]), send_at=_moment(cleaned), is_urgent=cleaned["is_urgent"],
        template_key=key, template_version=int(version) if version else None,
    )  # fmt: skip


def _table(cleaned: dict[str, Any]) -> dict[str, dict[str, str]]:
    file = cleaned.get("file")
    if cleaned["reach"] != "codes":
        return {}
    if not file:
        raise BadInput("Choose the file with the list of offices.", field="file")
    try:
        return read_table(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadInput("The list must be saved as UTF-8.", field="file") from None


def _moment(cleaned: dict[str, Any]) -> datetime.datetime | None:
    day, hour = cleaned.get("send_on"), cleaned.get("send_hour")
    if day is None and hour is not None:
        raise BadInput("Write the day, too, on which it is to be sent.", field="send_on")
    if day is None:
        return None
    moment = datetime.datetime.combine(day, hour or datetime.time(10))
    return timezone.make_aware(moment)


def as_typed(dispatch: Dispatch) -> dict[str, Any]:
    """A draft as the form would have it typed."""
    rule = dispatch.rule
    local = timezone.localtime(dispatch.send_at) if dispatch.send_at else None
    return {
        "title": dispatch.title, "text": dispatch.text, "sms_text": dispatch.sms_text, "channels": dispatch.channels,
        "reach": rule.get("reach", "below"), "kinds": rule.get("kinds", []), "question": rule.get("question", ""),
        "value": rule.get("value", ""), "whom": rule.get("whom", "head"), "is_urgent": dispatch.is_urgent,
        "template": f"{dispatch.template_key}:{dispatch.template_version}" if dispatch.template_version else "",
        "send_on": local.date() if local else None,
        "send_hour": local.time() if local else None,
    }  # fmt: skip
