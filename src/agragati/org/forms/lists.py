"""What the reader of a list asks for. A wrong value in the address is simply not asked for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.dates import parse_day
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.ui.forms import BnDateField
from agragati.ui.rules import Column

from ..choices import OfficeKind
from .groups import Choices


def number_in(query: Mapping[str, str], name: str = "page", otherwise: int = 1) -> int:
    """A whole number of the address, `otherwise` when none or nonsense."""
    text = to_latin(query.get(name, ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def day_in(query: Mapping[str, str], name: str) -> datetime.date | None:
    """A day of the address, None when none or nonsense."""
    try:
        return parse_day(query.get(name, "")) if query.get(name) else None
    except BadInput:
        return None


class OfficeFilterForm(forms.Form):
    """The filter above the list of offices."""

    q = forms.CharField(label=_("Name or code"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All")), *OfficeKind.choices])
    group = forms.ChoiceField(label=_("Group"), required=False)
    on = BnDateField(label=_("As of"), required=False)

    def __init__(self, query: Mapping[str, str], *, groups: Choices) -> None:
        super().__init__(query, label_suffix="")
        self.fields["group"].choices = [("", _("All")), *groups]  # type: ignore[attr-defined]
        if not groups:
            del self.fields["group"]


class WordsFilterForm(forms.Form):
    """A list with nothing but words to look for."""

    q = forms.CharField(label=_("Name"), required=False)

    def __init__(self, query: Mapping[str, str]) -> None:
        super().__init__(query, label_suffix="")


class DeedFilterForm(forms.Form):
    """The filter above the log."""

    name = forms.ChoiceField(label=_("Deed"), required=False)
    who = forms.CharField(label=_("Who"), required=False)
    since = BnDateField(label=_("From the day"), required=False)
    until = BnDateField(label=_("To"), required=False)

    def __init__(self, query: Mapping[str, str], *, names: list[tuple[str, str]]) -> None:
        super().__init__(query, label_suffix="")
        self.fields["name"].choices = [("", _("All")), *names]  # type: ignore[attr-defined]


def office_columns(*, change: bool = False) -> list[Column]:
    """Columns of a list of offices; `change` adds one for what may be done with each."""
    columns = [Column(_("Office")), Column(_("Kind")), Column(_("Under")), Column(_("Code"))]
    return [*columns, Column(_("Change"))] if change else columns


def group_columns() -> list[Column]:
    """Columns of the groups of one way of grouping."""
    return [Column(_("Group")), Column(_("Offices"), numeric=True)]


def people_columns() -> list[Column]:
    """Columns of the list of people."""
    return [Column(_("Name")), Column(_("Post")), Column(_("User name")), Column(_("Status"))]


def deed_columns() -> list[Column]:
    """Columns of the log."""
    return [Column(_("When")), Column(_("Deed")), Column(_("About")), Column(_("Who"))]


def committee_columns() -> list[Column]:
    """Columns of the list of committees."""
    return [Column(_("Committee")), Column(_("Office")), Column(_("Formed on")), Column(_("Order"))]


def lock_out_columns() -> list[Column]:
    """Columns of the failed sign-ins."""
    return [Column(_("User name")), Column(_("Address")), Column(_("Last try")), Column(_("Tries"), numeric=True)]
