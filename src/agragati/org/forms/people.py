"""Shapes of what people type about people, postings, committees and tokens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, BnIntegerField, HouseForm
from agragati.ui.renderers import digits

from ..access import PERMISSION_WORDS
from ..actions import Member
from ..choices import CommitteeRole, PostingKind
from ..models import CommitteeMember

SEATS = 10


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
    since = BnDateField(label=_("From which day?"))
    order_memo = forms.CharField(label=_("Memo number of the order"), max_length=80, required=False)


class EndForm(HouseForm):
    """The last day of a posting."""

    until = BnDateField(label=_("What is the last day?"))


class DelegationForm(HouseForm):
    """Letting another person act in one's post."""

    person = forms.TypedChoiceField(label=_("Who acts for you?"), coerce=int)
    since = BnDateField(label=_("From which day?"))
    until = BnDateField(label=_("To which day?"))
    reason = forms.CharField(label=_("Why?"), max_length=300)

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]


class CommitteeForm(HouseForm):
    """A committee as its order names it: up to ten seats, each a post of the office or a person from outside."""

    name_bn = forms.CharField(label=_("Name of the committee"), max_length=250)
    formed_on = BnDateField(label=_("Formed on"))
    order_memo = forms.CharField(label=_("Memo number of the order"), max_length=80, required=False)
    quorum = BnIntegerField(label=_("Quorum"), initial=0, min_value=0, max_value=200)
    terms_bn = forms.CharField(
        label=_("Terms of reference"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=10_000
    )

    def __init__(self, *args: Any, posts: list[tuple[int, str]], seats: list[Member] | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for number in range(1, SEATS + 1):
            seat = seats[number - 1] if seats and number <= len(seats) else Member("")
            self.fields[f"role_{number}"] = forms.ChoiceField(
                label=_("Seat %(n)s: role") % {"n": digits(number)}, required=False, initial=seat.role,
                choices=[("", "—"), *CommitteeRole.choices],
            )  # fmt: skip
            self.fields[f"post_{number}"] = forms.TypedChoiceField(
                label=_("Seat %(n)s: post") % {"n": digits(number)}, required=False, coerce=int, empty_value=None,
                choices=[("", "—"), *posts], initial=seat.post_id,
            )  # fmt: skip
            self.fields[f"outsider_{number}"] = forms.CharField(
                label=_("Seat %(n)s: or a person from outside") % {"n": digits(number)}, required=False, max_length=250,
                initial=seat.outsider_bn,
            )  # fmt: skip

    def members(self) -> list[Member]:
        """The seats that are filled, in order."""
        data = self.cleaned_data
        seats = [Member(data[f"role_{n}"], data[f"post_{n}"], data[f"outsider_{n}"]) for n in range(1, SEATS + 1)]
        return [seat for seat in seats if seat.role or seat.post_id or seat.outsider_bn]


class MembersForm(CommitteeForm):
    """Other members by a new order."""

    name_bn = None  # type: ignore[assignment]
    formed_on = None  # type: ignore[assignment]
    terms_bn = None  # type: ignore[assignment]


class TokenForm(HouseForm):
    """An access token for a program."""

    name = forms.CharField(label=_("What is it for?"), max_length=80)
    permissions = forms.MultipleChoiceField(label=_("What may it do?"), widget=forms.CheckboxSelectMultiple)
    expires_on = BnDateField(label=_("Until which day?"))

    def __init__(self, *args: Any, held: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["permissions"].choices = [(name, PERMISSION_WORDS[name]) for name in held]  # type: ignore[attr-defined]


def seats_as_typed(members: Iterable[CommitteeMember]) -> list[Member]:
    """Members as the form shows them."""
    return [Member(row.role, row.post_id, row.outsider_bn) for row in members]
