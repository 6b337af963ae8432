"""Shapes of what people type about people, postings and tokens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, HouseForm

from ..access import PERMISSION_WORDS
from ..choices import PostingKind


class PersonForm(HouseForm):
    """What is known about a person."""

    name_bn = forms.CharField(label=_("Name in Bangla"), max_length=150)
    name_en = forms.CharField(label=_("Name in English"), max_length=150, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=20, required=False)
    nothi_id = forms.CharField(label=_("e-Nothi number"), help_text=_("12 digits"), max_length=12, required=False)

    def facts(self) -> dict[str, Any]:
        """Arguments of the deed."""
        return {name: value for name, value in self.cleaned_data.items() if name != "submit_key"}


class NewPersonForm(PersonForm):
    """A new person."""

    username = forms.CharField(label=_("User name"), max_length=150)
    field_order = ("username", "name_bn", "name_en", "email", "phone", "nothi_id")


class PostingForm(HouseForm):
    """Putting a person on a post, or handing it over."""

    identity = forms.CharField(label=_("Who?"), help_text=_("User name, e-mail or e-Nothi number"), max_length=254)
    kind = forms.ChoiceField(label=_("How is the post held?"), choices=PostingKind.choices)
    since = BnDateField(label=_("From which day?"), initial=timezone.localdate)
    order_memo = forms.CharField(label=_("Memo number of the order"), max_length=80, required=False)


class EndForm(HouseForm):
    """The last day of a posting."""

    until = BnDateField(label=_("What is the last day?"), initial=timezone.localdate)


class DelegationForm(HouseForm):
    """Letting another person act in one's post."""

    person = forms.TypedChoiceField(label=_("Who acts for you?"), coerce=int)
    since = BnDateField(label=_("From which day?"), initial=timezone.localdate)
    until = BnDateField(label=_("To which day?"))
    reason = forms.CharField(label=_("Why?"), max_length=300)

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "—"), *people]  # type: ignore[attr-defined]


class TokenForm(HouseForm):
    """An access token for a program."""

    name = forms.CharField(label=_("What is it for?"), max_length=80)
    permissions = forms.MultipleChoiceField(label=_("What may it do?"), widget=forms.CheckboxSelectMultiple)
    expires_on = BnDateField(label=_("Until which day?"))

    def __init__(self, *args: Any, held: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["permissions"].choices = [(name, PERMISSION_WORDS[name]) for name in held]  # type: ignore[attr-defined]
