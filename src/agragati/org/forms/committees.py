"""Shapes of what people type about committees: one seat after the other, as the office order names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, BnIntegerField, HouseForm

from ..actions import Member
from ..choices import CommitteeRole
from ..models import CommitteeMember

SEATS = 20
EMPTY_SHOWN = 3
PARTS = ("role", "post", "outsider")


@dataclass(frozen=True)
class SeatFields:
    """One seat as shown: its number and three boxes."""

    number: int
    fields: list[BoundField]


class CommitteeForm(HouseForm):
    """A committee as its order names it: up to twenty seats, each a post of the office or a person from outside."""

    name_bn = forms.CharField(label=_("Name of the committee"), max_length=250)
    formed_on = BnDateField(label=_("Formed on"), initial=timezone.localdate)
    order_memo = forms.CharField(label=_("Memo number of the order"), max_length=80, required=False)
    quorum = BnIntegerField(label=_("Quorum"), initial=0, min_value=0, max_value=200)
    terms_bn = forms.CharField(
        label=_("Terms of reference"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=10_000
    )

    def __init__(self, *args: Any, posts: list[tuple[int, str]], seats: list[Member] | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        filled = seats or []
        for number in range(1, max(SEATS, len(filled) + EMPTY_SHOWN) + 1):
            self._add_seat(number, filled[number - 1] if number <= len(filled) else Member(""), posts)

    def _add_seat(self, number: int, seat: Member, posts: list[tuple[int, str]]) -> None:
        self.fields[f"role_{number}"] = forms.ChoiceField(
            label=_("Role"), required=False, initial=seat.role, choices=[("", "—"), *CommitteeRole.choices]
        )
        self.fields[f"post_{number}"] = forms.TypedChoiceField(
            label=_("Post"), required=False, coerce=int, empty_value=None, choices=[("", "—"), *posts],
            initial=seat.post_id,
        )  # fmt: skip
        self.fields[f"outsider_{number}"] = forms.CharField(
            label=_("Or a person from outside"), required=False, max_length=250, initial=seat.outsider_bn
        )

    def _numbers(self) -> range:
        return range(1, 1 + sum(name.startswith("role_") for name in self.fields))

    def visible_fields(self) -> list[BoundField]:
        """Everything but the seats, which the page shows by threes."""
        return [field for field in super().visible_fields() if not field.name.startswith(tuple(f"{p}_" for p in PARTS))]

    @property
    def seats(self) -> list[SeatFields]:
        """The seats that are filled, and three more."""
        return self._all_seats()[: self._last_filled() + EMPTY_SHOWN]

    @property
    def more_seats(self) -> list[SeatFields]:
        """The rest, shown when asked for."""
        return self._all_seats()[self._last_filled() + EMPTY_SHOWN :]

    def _all_seats(self) -> list[SeatFields]:
        return [SeatFields(n, [self[f"{part}_{n}"] for part in PARTS]) for n in self._numbers()]

    def _last_filled(self) -> int:
        return max(
            (seat.number for seat in self._all_seats() if any(field.value() for field in seat.fields)), default=0
        )

    def members(self) -> list[Member]:
        """The seats that are filled, in order."""
        data = self.cleaned_data
        seats = [Member(data[f"role_{n}"], data[f"post_{n}"], data[f"outsider_{n}"]) for n in self._numbers()]
        return [seat for seat in seats if seat.role or seat.post_id or seat.outsider_bn]


class MembersForm(CommitteeForm):
    """Other members by a new order."""

    name_bn = None  # type: ignore[assignment]
    formed_on = None  # type: ignore[assignment]
    terms_bn = None  # type: ignore[assignment]


def seats_as_typed(members: Iterable[CommitteeMember]) -> list[Member]:
    """Members as the form shows them."""
    return [Member(row.role, row.post_id, row.outsider_bn) for row in members]
