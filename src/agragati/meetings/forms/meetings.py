"""Planning, agenda, attendance and the steps of a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_latin
from agragati.ui.forms import BnDateField, BnIntegerField, HouseForm
from agragati.ui.renderers import digits

from ..actions import MeetingPlan, NewItem, SeriesPlan
from ..choices import Layout, Mode, Presence, Repeats, Rsvp, Seniority, SeriesKind
from ..models import Meeting

WEEKDAYS = [(6, _("Sunday")), (0, _("Monday")), (1, _("Tuesday")), (2, _("Wednesday")), (3, _("Thursday")),
            (4, _("Friday")), (5, _("Saturday"))]  # fmt: skip
WEEKS = [(1, _("First")), (2, _("Second")), (3, _("Third")), (4, _("Fourth")), (-1, _("Last"))]


class BnTimeField(forms.TimeField):
    """An hour such as 11:30 in either digit set."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Hour and minute, such as 11:30"))
        super().__init__(widget=forms.TextInput(attrs={"class": "short", "autocomplete": "off"}), **kwargs)

    def to_python(self, value: Any) -> time | None:
        """Read what was typed."""
        text = to_latin(str(value)).replace(".", ":").strip() if value not in self.empty_values else None
        return super().to_python(text)

    def prepare_value(self, value: Any) -> Any:
        """A stored hour appears as it would be typed."""
        return digits(value.strftime("%H:%M")) if isinstance(value, time) else value


def _lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class MeetingForm(HouseForm):
    """What is said of a meeting before it is held."""

    title = forms.CharField(label=_("What is the meeting called?"), max_length=300)
    day = BnDateField(label=_("On which day?"))
    starts = BnTimeField(label=_("When does it begin?"))
    ends = BnTimeField(label=_("When does it end?"), required=False)
    mode = forms.ChoiceField(label=_("How do people meet?"), choices=Mode.choices, widget=forms.RadioSelect)
    place = forms.CharField(label=_("Where?"), max_length=250, required=False)
    link = forms.URLField(label=_("Address of the online meeting"), max_length=400, required=False,
                          assume_scheme="https")  # fmt: skip
    committee = forms.ChoiceField(label=_("Which committee meets?"), required=False,
                                  help_text=_("Its members are invited and its chair leads."))  # fmt: skip
    chair_post = forms.ChoiceField(label=_("Who chairs?"), required=False)
    secretary_post = forms.ChoiceField(label=_("Who writes and issues the minutes?"), required=False)
    quorum = BnIntegerField(label=_("How many members make a quorum?"), required=False, min_value=0, max_value=500)
    layout = forms.ChoiceField(label=_("Table of the minutes"), choices=Layout.choices)
    section = forms.CharField(label=_("Section in the letterhead"), max_length=200, required=False)

    def __init__(
        self, *args: Any, posts: list[tuple[int, str]], committees: list[tuple[int, str]] | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        nobody = [("", _("Not chosen"))]
        for name in ("chair_post", "secretary_post"):
            self.fields[name].choices = [*nobody, *posts]  # type: ignore[attr-defined]
        if committees is None:
            del self.fields["committee"]
        else:
            self.fields["committee"].choices = [*nobody, *committees]  # type: ignore[attr-defined]
        self.fields["mode"].initial = Mode.IN_PERSON.value
        self.fields["layout"].initial = Layout.FIVE.value


def plan_of(cleaned: Mapping[str, Any]) -> MeetingPlan:
    """Plain values from a good form."""
    starts = timezone.make_aware(datetime.combine(cleaned["day"], cleaned["starts"]))
    ends = cleaned.get("ends")
    return MeetingPlan(
        title=cleaned["title"], starts_at=starts,
        ends_at=timezone.make_aware(datetime.combine(cleaned["day"], ends)) if ends else None,
        mode=cleaned["mode"], place=cleaned["place"], link=cleaned["link"],
        chair_post_id=int(cleaned["chair_post"]) if cleaned["chair_post"] else None,
        secretary_post_id=int(cleaned["secretary_post"]) if cleaned["secretary_post"] else None,
        quorum=cleaned["quorum"] or 0, layout=cleaned["layout"], section=cleaned["section"],
    )  # fmt: skip


def as_typed(meeting: Meeting) -> dict[str, Any]:
    """A meeting as the form would have it typed."""
    starts = timezone.localtime(meeting.starts_at)
    names = ("title", "mode", "place", "link", "quorum", "layout", "section")
    return {name: getattr(meeting, name) for name in names} | {
        "day": starts.date(), "starts": starts.time(),
        "ends": timezone.localtime(meeting.ends_at).time() if meeting.ends_at else None,
        "chair_post": meeting.chair_post_id or "", "secretary_post": meeting.secretary_post_id or "",
    }  # fmt: skip


class SeriesForm(HouseForm):
    """A standing meeting and its rule."""

    title = forms.CharField(label=_("What is the meeting called?"), max_length=250)
    kind = forms.ChoiceField(label=_("What is it for?"), choices=SeriesKind.choices)
    repeats = forms.ChoiceField(label=_("How does it repeat?"), choices=Repeats.choices, widget=forms.RadioSelect)
    interval = BnIntegerField(label=_("Every how many weeks or months?"), min_value=1, max_value=60, initial=1,
                              help_text=_("3 months is a quarter"))  # fmt: skip
    weekday = forms.TypedChoiceField(label=_("On which weekday?"), choices=WEEKDAYS, coerce=int)
    week = forms.TypedChoiceField(label=_("Which one in the month?"), choices=WEEKS, coerce=int)
    day = BnIntegerField(label=_("On which day of the month?"), min_value=1, max_value=31, initial=1)
    starts = BnTimeField(label=_("When does it begin?"))
    length = BnIntegerField(
        label=_("How long does it last?"), unit=_("minutes"), min_value=5, max_value=900, initial=60
    )
    since = BnDateField(label=_("From which day on?"))
    place = forms.CharField(label=_("Where?"), max_length=250)
    committee = forms.ChoiceField(label=_("Which committee meets?"), required=False)
    topics = forms.CharField(label=_("Matters of every meeting"), required=False, widget=_lines(4),
                             help_text=_("One matter a line"))  # fmt: skip
    ahead = BnIntegerField(label=_("Plan how many days ahead?"), min_value=0, max_value=730, initial=100)

    def __init__(self, *args: Any, committees: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["committee"].choices = [("", _("Not chosen")), *committees]  # type: ignore[attr-defined]
        self.fields["repeats"].initial = Repeats.ON_DAY.value


def series_of(cleaned: Mapping[str, Any]) -> SeriesPlan:
    """Plain values from a good form."""
    names = ("title", "kind", "repeats", "interval", "weekday", "week", "day", "starts", "length", "since", "place")
    return SeriesPlan(
        **{name: cleaned[name] for name in names}, topics=cleaned["topics"].splitlines(),
        committee_id=int(cleaned["committee"]) if cleaned["committee"] else None,
    )  # fmt: skip


class ItemForm(HouseForm):
    """One matter of an agenda."""

    topic = forms.CharField(label=_("What is to be discussed?"), widget=_lines(2), max_length=4000)
    presenter = forms.CharField(label=_("Who presents it?"), required=False, max_length=250)
    minutes = BnIntegerField(label=_("How long?"), required=False, unit=_("minutes"), min_value=1, max_value=600)
    codes = forms.CharField(label=_("Codes of indicators"), required=False, max_length=100,
                            help_text=_("Such as 1.1.1, 4.1.1"))  # fmt: skip


def item_of(cleaned: Mapping[str, Any]) -> NewItem:
    """Plain values from a good form."""
    codes = tuple(code.strip() for code in to_latin(cleaned["codes"]).replace("[", "").replace("]", "").split(","))
    return NewItem(topic=cleaned["topic"], presenter=cleaned["presenter"], minutes=cleaned["minutes"],
                   codes=tuple(code for code in codes if code))  # fmt: skip


class TextForm(HouseForm):
    """One text with the version that the writer saw."""

    text = forms.CharField(label=_("Text of the minutes"), required=False, widget=_lines(8), max_length=50_000)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class NotifyForm(HouseForm):
    """The memo number of the notice."""

    memo_no = forms.CharField(label=_("Memo number of the notice"), required=False, max_length=60)
    day = BnDateField(label=_("Date of the notice"), required=False)


class ReasonForm(HouseForm):
    """Why something is done."""

    reason = forms.CharField(label=_("Why?"), max_length=300, widget=_lines(2))


def _file_number(text: str) -> int:
    return int(text)


class IssueForm(HouseForm):
    """Memo number, date and distribution of signed minutes."""

    file_id = forms.TypedChoiceField(label=_("Next number of which file?"), required=False, coerce=_file_number,
                                     empty_value=None, choices=[("", _("None, I type the number"))])  # fmt: skip
    memo_no = forms.CharField(label=_("Memo number"), max_length=60, required=False,
                              help_text=_("File number and issue number"))  # fmt: skip
    day = BnDateField(label=_("Date of issue"), required=False)
    distribution = forms.CharField(label=_("Who gets it?"), required=False, widget=_lines(6),
                                   help_text=_("One recipient a line"))  # fmt: skip
    seniority = forms.ChoiceField(label=_("Order of the list"), choices=Seniority.choices)


def offer_files(form: HouseForm, files: list[tuple[int, str]]) -> None:
    """Put the files whose next number may be taken into the form of issuing."""
    field = form.fields["file_id"]
    field.choices = [*field.choices, *files]  # type: ignore[attr-defined]


class InviteForm(HouseForm):
    """People to ask: posts of the office, heads of offices below, and others by name."""

    posts = forms.MultipleChoiceField(label=_("Posts"), required=False, widget=forms.CheckboxSelectMultiple)
    others = forms.CharField(label=_("Others"), required=False, widget=_lines(4),
                             help_text=_("One a line: name, designation, office"))  # fmt: skip

    def __init__(self, *args: Any, posts: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["posts"].choices = posts  # type: ignore[attr-defined]


class RsvpForm(HouseForm):
    """An answer to the notice."""

    rsvp = forms.ChoiceField(label=_("Will you come?"), choices=Rsvp.choices[1:], widget=forms.RadioSelect)
    rsvp_note = forms.CharField(label=_("Remark"), required=False, max_length=300)


class CheckInForm(HouseForm):
    """The code shown in the room."""

    code = forms.CharField(label=_("Code of six digits"), max_length=12,
                           widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off",
                                                         "class": "short"}))  # fmt: skip
    online = forms.BooleanField(label=_("I take part online"), required=False)

    def clean_code(self) -> str:
        """Six digits in either set."""
        digits = to_latin(self.cleaned_data["code"]).replace(" ", "")
        if len(digits) != 6 or not digits.isdecimal():
            raise ValidationError(gettext("The code has six digits."))
        return digits


class LogForm(HouseForm):
    """The participant log of the online meeting."""

    log = forms.CharField(label=_("Participant log of the online meeting"), widget=_lines(6), max_length=500_000,
                          help_text=_("One name a line, or CSV with the name first"))  # fmt: skip


class CorrectionForm(HouseForm):
    """What was wrong in earlier minutes."""

    corrects = forms.ChoiceField(label=_("Which minutes?"))
    place = forms.CharField(label=_("Where in the minutes?"), max_length=200, help_text=_("Such as: serial 3"))
    printed = forms.CharField(label=_("What do they say?"), widget=_lines(2))
    right = forms.CharField(label=_("What is right?"), widget=_lines(2))

    def __init__(self, *args: Any, earlier: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["corrects"].choices = earlier  # type: ignore[attr-defined]


def presence_of(data: Mapping[str, Any]) -> dict[int, str]:
    """The secretary's list from the posted radio buttons ("p12" = presence of invitation 12)."""
    pairs = ((name[1:], value) for name, value in data.items() if name[:1] == "p" and name[1:].isdecimal())
    return {int(pk): value for pk, value in pairs if value in Presence.values}


def standing_of(days: int) -> Any:
    """The last day up to which a series is planned."""
    return timezone.localdate() + timedelta(days=days)
