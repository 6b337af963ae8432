"""Forms of this house: fields that read both digit sets, and a base form that keeps what was typed."""

from __future__ import annotations

import json
from secrets import token_urlsafe
from typing import Any, Self

from django import forms
from django.core import signing
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _

from agragati.kernel.errors import N_, AgragatiError, BadInput

from .fields import BnDateField, BnDecimalField, BnIntegerField, OfficeField, UploadField
from .renderers import said

__all__ = ["BnDateField", "BnDecimalField", "BnIntegerField", "HouseForm", "KeptForm", "LookFirstForm", "OfficeField",
           "UploadField"]  # fmt: skip
A_DAY = 24 * 3600  # seconds


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


class _PlainJson:
    """How sealed values are written: days, moments and decimals as text."""

    def dumps(self, obj: Any) -> bytes:
        return json.dumps(obj, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":")).encode()

    def loads(self, data: bytes) -> Any:
        return json.loads(data)


class KeptForm(HouseForm):
    """A form of two steps: what it read in the first comes back in the second as it was, sealed."""

    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    too_old = N_("What was looked at is too old. Look at it once more.")

    @classmethod
    def keeping(cls, found: object, **initial: object) -> Self:
        """The form of the second step: carries `found` (values JSON can write) and whatever else it shall show."""
        kept = signing.dumps(found, salt=cls._salt(), serializer=_PlainJson, compress=True)
        return cls(initial={**initial, "kept": kept})

    def looked_at(self) -> Any:
        """What was found in the first step, of a valid form. Raises BadInput when it was altered or is a day old."""
        kept = self.cleaned_data["kept"]
        try:
            return signing.loads(kept, salt=self._salt(), serializer=_PlainJson, max_age=A_DAY)
        except signing.BadSignature as error:
            raise BadInput(self.too_old, field="file" if "file" in self.fields else "") from error

    @classmethod
    def _salt(cls) -> str:
        return f"{cls.__module__}.{cls.__qualname__}"  # what one form sealed, no other takes


class LookFirstForm(KeptForm):
    """A file that is looked at first and taken when the reader says so. The form names its own `file`."""

    too_old = N_("What was looked at is too old. Choose the file again.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = not (self.is_bound and self.data.get("kept"))
        self.fields["file"].error_messages["required"] = _("Choose a file.")
