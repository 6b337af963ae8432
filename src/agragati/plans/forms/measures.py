"""Choosing what a row is counted from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import HouseForm

from ..rules.countable import split
from ..selectors.measured import Options


class MeasureForm(HouseForm):
    """One of the product's own records, narrowed, or none: "meetings.held|series:3"."""

    measure = forms.ChoiceField(
        label=_("What is this row counted from?"),
        required=False,
        help_text=_("Figures typed by hand are never changed; where they differ from the records, a finding says so."),
    )

    def __init__(self, *args: Any, groups: Sequence[tuple[str, Options]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: list[Any] = [("", _("Typed by hand")), *groups]
        self.fields["measure"].choices = offered  # type: ignore[attr-defined]

    def chosen(self) -> tuple[str, str]:
        """The measure and how it is narrowed; both empty for none."""
        return split(self.cleaned_data["measure"])
