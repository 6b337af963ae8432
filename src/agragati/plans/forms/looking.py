"""Files that are looked at first and taken in when the reader says so."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from agragati.kernel.errors import BadInput
from agragati.ui.forms import HouseForm

SALT = "plans.import"


class LookFirstForm(HouseForm):
    """A file, or what was read from it a moment ago and comes back sealed. The form names its own `file`."""

    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = not (self.is_bound and self.data.get("kept"))
        self.fields["file"].error_messages["required"] = _("Choose a file.")


def sealed(document: object) -> str:
    """A value to be sent back unchanged by the reader's page; nobody can alter it on the way."""
    return signing.dumps(document, salt=SALT, compress=True)


def unsealed(text: str) -> Any:
    """The value again. Raises BadInput when it was altered or is a day old."""
    try:
        return signing.loads(text, salt=SALT, max_age=24 * 3600)
    except signing.BadSignature as error:
        raise BadInput("What was looked at is too old. Choose the file again.", field="file") from error
