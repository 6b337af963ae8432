"""While the meeting runs: terms of a matter, papers, motions, votes, codes, remarks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.dates import parse_day
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.ui.forms import BnIntegerField, HouseForm, UploadField

from ..actions import ItemTerms
from ..choices import Ballot, Outcome
from ..models import AgendaItem
from ..renderers.printing import PrintTerms


class TermsForm(HouseForm):
    """How a matter stands on the agenda."""

    section = forms.CharField(label=_("Under which heading?"), required=False, max_length=120)
    presenter = forms.CharField(label=_("Who presents it?"), required=False, max_length=250)
    minutes = BnIntegerField(label=_("How long?"), required=False, unit=_("minutes"), min_value=1, max_value=600)
    outcome = forms.ChoiceField(label=_("What came of it?"), required=False,
                                choices=[("", _("Not said yet")), *Outcome.choices],
                                help_text=_("What is open or left out stands on the next agenda again."))  # fmt: skip
    is_pinned = forms.BooleanField(label=_("Pin: first on this and every next agenda"), required=False)


def terms_typed(row: AgendaItem) -> dict[str, Any]:
    """A matter as the form would have it typed."""
    return {name: getattr(row, name) for name in ("section", "presenter", "minutes", "outcome", "is_pinned")}


def terms_of(cleaned: Mapping[str, Any]) -> ItemTerms:
    """Plain values from a good form."""
    return ItemTerms(section=cleaned["section"], presenter=cleaned["presenter"], minutes=cleaned["minutes"],
                     is_pinned=cleaned["is_pinned"], outcome=cleaned["outcome"])  # fmt: skip


class AttachForm(HouseForm):
    """A paper of a matter."""

    file = UploadField(label=_("The file"))


class MotionForm(HouseForm):
    """A decision put forward."""

    text = forms.CharField(label=_("Wording of the decision"), max_length=20_000,
                           widget=forms.Textarea(attrs={"rows": 5}))  # fmt: skip


class VoteForm(HouseForm):
    """One vote."""

    ballot = forms.ChoiceField(label=_("Your vote"), choices=Ballot.choices, widget=forms.RadioSelect)


class JoinForm(HouseForm):
    """An invitation code."""

    code = forms.CharField(label=_("Invitation code"), max_length=20,
                           widget=forms.TextInput(attrs={"autocomplete": "off", "class": "short"}))  # fmt: skip


class NoteForm(HouseForm):
    """The note of a series."""

    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class RemarkForm(HouseForm):
    """A remark to an office."""

    text = forms.CharField(label=_("Remark"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


def numbers_of(data: Mapping[str, Any], *names: str) -> list[int | None]:
    """Whole numbers that were posted, by name; None for what is none."""
    texts = (to_latin(str(data.get(name, ""))) for name in names)
    return [int(text) if text.isdecimal() and len(text) < 12 else None for text in texts]


def days_of(query: Mapping[str, str]) -> tuple[date | None, date | None]:
    """The days `since` and `until` of an address; what is no day is left out."""
    return _day(query.get("since", "")), _day(query.get("until", ""))


def _day(text: str) -> date | None:
    try:
        return parse_day(text) if text else None
    except BadInput:
        return None


def print_terms(query: Mapping[str, str]) -> PrintTerms:
    """How the paper is to be printed, from its address."""
    size = to_latin(query.get("size", ""))
    return PrintTerms(annexes=query.get("annexes") != "0", landscape=query.get("landscape") == "1",
                      foot=query.get("foot", ""), size=float(size) if size.isdecimal() else 12)  # fmt: skip
