"""What the reader of a list asks for. A wrong value in the address is simply not asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_latin
from agragati.kernel.text import normalise
from agragati.ui.rules import Column

from ..choices import DutyStatus, MeetingState
from ..selectors import DecisionFilter, MeetingFilter

AGES = [("", _("All")), ("30", _("Older than a month")), ("90", _("Older than three months")),
        ("365", _("Older than a year"))]  # fmt: skip


def _number(query: Mapping[str, str], name: str) -> int | None:
    text = to_latin(query.get(name, ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _label(query: Mapping[str, str]) -> str:
    """The label wanted, with or without its mark."""
    return normalise(query.get("label", "")).strip().lstrip("#")[:30]


def page_number(query: Mapping[str, str], name: str = "page") -> int:
    """The page wanted, 1 when none or nonsense."""
    return _number(query, name) or 1


def meeting_filter(query: Mapping[str, str]) -> MeetingFilter:
    """The filter of the list of meetings from the address."""
    state, which = query.get("state", ""), query.get("which", "coming")
    return MeetingFilter(
        which=which if which in {"coming", "past", "all"} else "coming",
        state=state if state in MeetingState.values else "",
        words=query.get("q", "")[:100],
        series_id=_number(query, "series"),
        label=_label(query),
    )


class MeetingFilterForm(forms.Form):
    """The filter above the list of meetings."""

    q = forms.CharField(label=_("Words of the title"), required=False)
    label = forms.CharField(label=_("Label (#)"), required=False, max_length=31)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *MeetingState.choices])
    which = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def meeting_columns() -> list[Column]:
    """Columns of the list of meetings."""
    return [Column(str(_("Meeting"))), Column(str(_("When"))), Column(str(_("Where"))), Column(str(_("State")))]


def decision_filter(query: Mapping[str, str]) -> DecisionFilter:
    """The filter of decisions from the address."""
    status = query.get("status", "")
    return DecisionFilter(
        status=status if status in DutyStatus.values else "",
        words=query.get("q", "")[:100],
        label=_label(query),
        code=to_latin(query.get("code", "").strip())[:20],
        office_id=_number(query, "office"),
        meeting_id=_number(query, "meeting"),
        late=query.get("late") == "on",
        stale=query.get("stale") == "on",
        age=_number(query, "age") or 0,
    )


class DecisionFilterForm(forms.Form):
    """The filter above the lists of decisions."""

    q = forms.CharField(label=_("Words of the decision"), required=False)
    label = forms.CharField(label=_("Label (#)"), required=False, max_length=31)
    code = forms.CharField(label=_("Indicator"), required=False, max_length=20)
    status = forms.ChoiceField(label=_("Status"), required=False, choices=[("", _("All")), *DutyStatus.choices])
    age = forms.ChoiceField(label=_("Age"), required=False, choices=AGES)
    late = forms.BooleanField(label=_("Only overdue"), required=False)
    stale = forms.BooleanField(label=_("No word this month"), required=False)
    tab = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def decision_columns() -> list[Column]:
    """Columns of decisions with their roll-up."""
    return [Column(str(_("Decision"))), Column(str(_("Meeting"))), Column(str(_("Due"))), Column(str(_("Status"))),
            Column(str(_("No answer")), numeric=True)]  # fmt: skip


def duty_columns() -> list[Column]:
    """Columns of duties."""
    return [Column(str(_("Decision"))), Column(str(_("Who"))), Column(str(_("Due"))), Column(str(_("Status")))]


def export_heads() -> list[str]:
    """Heads of the exported sheet."""
    words = (_("Date of the meeting"), _("Meeting"), _("Decision"), _("Office"), _("Official due day"), _("Due"),
             _("Status"), _("Done on"), _("Latest word"))  # fmt: skip
    return [str(word) for word in words]
