"""Forms of this house: fields that read both digit sets, and a base form that keeps what was typed."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Any

from django import forms

from agragati.kernel.errors import AgragatiError

from .fields import BnDateField, BnDecimalField, BnIntegerField, OfficeField, UploadField
from .renderers import said

__all__ = ["BnDateField", "BnDecimalField", "BnIntegerField", "HouseForm", "OfficeField", "UploadField"]


class HouseForm(forms.Form):
    """Base of every form. `submit_key` is made once and sent back, so that a submit sent twice is done once."""

    submit_key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["submit_key"].initial = token_urlsafe(16)

    def blame(self, error: AgragatiError) -> None:
        """Show an error of an action at the field it names, or above the form."""
        known = error.field in self.fields and error.field != "submit_key"
        self.add_error(error.field if known else None, said(error))

    def searches(self) -> list[tuple[str, str]]:
        """Office fields where a name was typed but no office chosen: (field, typed text).

        The view asks the offices that fit and hands them to `offer`; this is how the picker works without JavaScript.
        """
        return [
            (name, typed)
            for name, field in self.fields.items()
            if isinstance(field, OfficeField) and (typed := field.widget.typed(self.data, self.add_prefix(name)))
        ]

    def offer(self, name: str, options: list[tuple[int, str]]) -> None:
        """Show these offices (id, label) at the field `name` as a choice."""
        field = self.fields[name]
        assert isinstance(field, OfficeField)
        field.widget.options = options
