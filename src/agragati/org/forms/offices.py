"""Shapes of what people type about offices, sections and posts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, BnIntegerField, HouseForm, OfficeField

from ..access import ROLES, Access, may_hand_out
from ..actions import NewOffice
from ..choices import DutyKind, OfficeKind
from ..rules.names import own_topic


class NameForm(HouseForm):
    """A new name from a day on."""

    name_bn = forms.CharField(label=_("Name in Bangla"), max_length=250)
    name_en = forms.CharField(label=_("Name in English"), max_length=250, required=False)
    on = BnDateField(label=_("From which day?"), required=False, initial=timezone.localdate)


class DetailsForm(HouseForm):
    """What does not belong to the tree."""

    area = forms.CharField(label=_("Area code (BBS)"), max_length=12, required=False)
    memo_code = forms.CharField(
        label=_("Memo code"), help_text=_("Ministry, office and place groups"), max_length=40, required=False
    )
    address_bn = forms.CharField(label=_("Address"), max_length=300, required=False)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")


class AddOfficeForm(DetailsForm):
    """A new office."""

    kind = forms.ChoiceField(label=_("Kind of office"), choices=OfficeKind.choices)
    name_bn = forms.CharField(label=_("Name in Bangla"), max_length=250)
    name_en = forms.CharField(label=_("Name in English"), max_length=250, required=False)
    code = forms.CharField(label=_("Office code"), max_length=40)
    on = BnDateField(label=_("From which day?"), required=False, initial=timezone.localdate)
    field_order = ("kind", "name_bn", "name_en", "code", "on", "area", "memo_code", "address_bn", "website")

    def facts(self) -> dict[str, Any]:
        """Arguments of `actions.add_office`."""
        facts = {name: value for name, value in self.cleaned_data.items() if name not in {"submit_key", "area"}}
        return {**facts, "area_code": self.cleaned_data["area"]}


class MoveForm(HouseForm):
    """A new higher office."""

    parent = OfficeField(label=_("Under which office?"))
    on = BnDateField(label=_("From which day?"), required=False, initial=timezone.localdate)


class CloseForm(HouseForm):
    """Closing, with a successor when something is still open."""

    on = BnDateField(label=_("What is its last day?"), required=False, initial=timezone.localdate)
    successor = OfficeField(
        label=_("Which office takes over?"), help_text=_("Needed while offices or posts are open"), required=False
    )


class MergeForm(HouseForm):
    """Merging into another office."""

    successor = OfficeField(label=_("Into which office?"))
    on = BnDateField(label=_("What is its last day?"), required=False, initial=timezone.localdate)


class DayForm(HouseForm):
    """Only a day."""

    on = BnDateField(label=_("From which day?"), required=False, initial=timezone.localdate)


class SplitForm(HouseForm):
    """One new office out of an existing one, with what goes to it."""

    name_bn = forms.CharField(label=_("Name of the new office"), max_length=250)
    code = forms.CharField(label=_("Office code"), max_length=40)
    children = forms.TypedMultipleChoiceField(
        label=_("Which offices go to it?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    posts = forms.TypedMultipleChoiceField(
        label=_("Which posts go to it?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    on = BnDateField(label=_("From which day?"), required=False, initial=timezone.localdate)

    def __init__(self, *args: Any, children: list[tuple[int, str]], posts: list[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        for name, choices in (("children", children), ("posts", posts)):
            if choices:
                self.fields[name].choices = choices  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    def part(self) -> NewOffice:
        """The new office as the deed wants it."""
        data = self.cleaned_data
        return NewOffice(
            data["name_bn"], data["code"], child_ids=tuple(data.get("children", ())),
            post_ids=tuple(data.get("posts", ())),
        )  # fmt: skip


class SectionForm(HouseForm):
    """A section."""

    name_bn = forms.CharField(label=_("Name in Bangla"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    code = forms.CharField(label=_("Three digits in memo numbers"), max_length=10, required=False)


class PostForm(HouseForm):
    """A post of an office or section."""

    title_bn = forms.CharField(label=_("Designation in Bangla"), max_length=200)
    title_en = forms.CharField(label=_("Designation in English"), max_length=200, required=False)
    section = forms.TypedChoiceField(label=_("Section"), coerce=int, empty_value=None, required=False)
    seniority = BnIntegerField(label=_("Place in the order of seniority"), initial=100, min_value=1, max_value=999)
    is_head = forms.BooleanField(label=_("Is it the head of the office?"), required=False)

    def __init__(self, *args: Any, sections: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = [("", "—"), *sections]  # type: ignore[attr-defined]


class RoleForm(HouseForm):
    """A role to give or take: only those that the reader may hand out."""

    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args: Any, access: Access, only: set[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [role for role in ROLES.values() if may_hand_out(access, role) and (only is None or role.key in only)]
        self.fields["role"].choices = [(role.key, role.title) for role in roles]  # type: ignore[attr-defined]


class DutyForm(HouseForm):
    """A duty of a post: about one of the offered topics, or about something in one's own words."""

    kind = forms.ChoiceField(label=_("Role in the duty"), choices=DutyKind.choices)
    about = forms.ChoiceField(label=_("About what?"), required=False)
    label = forms.CharField(
        label=_("In your own words"),
        help_text=_("Needed when nothing in the list fits"),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, topics: list[tuple[str, list[tuple[str, str]]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = {about: str(text) for _heading, rows in topics for about, text in rows}
        self.fields["about"].choices = [("", _("Something else")), *topics]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, str]:
        """Arguments of `actions.assign_duty`: one's own words are their own topic."""
        about, label = self.cleaned_data["about"], self.cleaned_data["label"]
        return {
            "kind": self.cleaned_data["kind"],
            "about": about or own_topic(label),
            "label": label or self.words.get(about, ""),
        }
