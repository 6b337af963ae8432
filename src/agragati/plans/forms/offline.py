"""What the entry page carries so that it works without a network: how each field reads, the table of checks, words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.fields import Field
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from agragati.ui.forms import BnDateField, BnDecimalField, HouseForm, UploadField

from ..rules.entry_checks import EntryTable, as_data


def offline_data(form: HouseForm, table: EntryTable, title: str) -> dict[str, Any]:
    """The page's data: `fields` are (name, how it is read, required, most letters), the rest as `as_data` gives it."""
    fields = [_field(name, field) for name, field in form.fields.items() if name != "submit_key"]
    known = {name for name, *_rest in fields}
    found = as_data(table, _)
    found["checks"] = [check for check in found["checks"] if check[0] in known]
    return found | {
        "fields": [field for field in fields if field[1] != "file"],
        "required": _("This field is required."), "long": _("This text is too long."),
        "title": title, "worker": reverse("plans:worker"), "scope": reverse("plans:list"), "files": static(""),
    }  # fmt: skip


def _field(name: str, field: Field) -> tuple[str, str, bool, int]:
    most = (field.max_length or 0) if isinstance(field, forms.CharField) else 0
    return name, _kind(name, field), field.required, most


def _kind(name: str, field: Field) -> str:
    kinds: tuple[tuple[type[Field], str], ...] = (
        (BnDateField, "day"), (BnDecimalField, "number"), (UploadField, "file"), (forms.ChoiceField, "choice"),
    )  # fmt: skip
    found = next((kind for known, kind in kinds if isinstance(field, known)), "text")
    return "memo" if name == "memo_no" else found


def unsent_words() -> dict[str, str]:
    """What the badge and the list of entries that wait say."""
    return {
        "count": _("%s not sent"), "waiting": _("Waits for the network"), "refused": _("Refused"),
        "conflict": _("Changed by someone else meanwhile"), "again": _("Send again"), "remove": _("Remove"),
        "sure": _("This entry was not sent. Remove it for good?"), "offline": _("There is no network."),
        "signin": _("Sign in again; the entries wait on this device."),
        "other": _("You work in another post now; these entries wait until you come back to the first."),
        "sender": reverse("plans:sender"),
    }  # fmt: skip
