"""Shapes of what people type about groups of offices."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import HouseForm, OfficeField

Choices = list[tuple[str, list[tuple[str, str]]]]


class NewGroupForm(HouseForm):
    """A new group in a way of grouping."""

    name_bn = forms.CharField(label=_("Name in Bangla"), max_length=150)
    name_en = forms.CharField(label=_("Name in English"), max_length=150, required=False)
    key = forms.CharField(
        label=_("Short name"), help_text=_("Small Latin letters, digits and hyphens, such as hill-districts"),
        max_length=50,
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        """Arguments of the deed."""
        return {name: value for name, value in self.cleaned_data.items() if name != "submit_key"}


class NewGroupSetForm(NewGroupForm):
    """A new way of grouping."""

    is_exclusive = forms.BooleanField(label=_("An office is in at most one of these groups"), required=False)


class JoinForm(HouseForm):
    """An office to put into the group."""

    office = OfficeField(label=_("Which office?"))


class GroupForm(HouseForm):
    """A group to put the office into."""

    group = forms.ChoiceField(label=_("Which group?"))

    def __init__(self, *args: Any, groups: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = groups  # type: ignore[attr-defined]
