"""Marking for follow-up, taking off, and the filter of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, HouseForm

from ..selectors.follow_ups import MarkFilter

STATES = [("open", _("To be followed up")), ("closed", _("Taken off")), ("all", _("All"))]


class FollowUpForm(HouseForm):
    """What is to be followed up, by which post, until when."""

    note = forms.CharField(
        label=_("What is to be followed up?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    post = forms.ChoiceField(label=_("Who follows it up?"))
    due = BnDateField(label=_("Until when?"))

    def __init__(self, *args: Any, posts: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = [(str(pk), name) for pk, name in posts]  # type: ignore[attr-defined]


class TakeOffForm(HouseForm):
    """Why the mark is taken off."""

    reason = forms.CharField(label=_("Why is the mark taken off?"), max_length=300)


class MarkFilterForm(forms.Form):
    """The filter above the list."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)
    who = forms.ChoiceField(label=_("Whose"), required=False, choices=[("", _("All")), ("mine", _("Of my post"))])
    plan = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


def mark_filter(query: Mapping[str, str]) -> MarkFilter:
    """The filter from the address; nonsense is not asked for."""
    state, plan = query.get("state", ""), query.get("plan", "")
    number = int(plan) if plan.isascii() and plan.isdigit() and len(plan) < 10 else None
    known = state if state in {key for key, _words in STATES} else "open"
    return MarkFilter(state=known, mine=query.get("who") == "mine", plan_id=number)


def mark_columns() -> list[dict[str, Any]]:
    """Columns of the list."""
    return [{"label": _("What is to be followed up?")}, {"label": _("Indicator")}, {"label": _("Who follows it up?")},
            {"label": _("Until when?")}, {"label": _("State")}]  # fmt: skip
