"""Steps of a plan's life, amendments, windows, more time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, BnIntegerField, HouseForm, UploadField

from ..actions.progress import Proof
from ..choices import RemainingWeight
from ..models import ReviewTerms
from ..rules.life_states import LifeDeed
from ..rules.moves import Move
from ..rules.wording import value_text
from ..selectors import SheetRow
from .terms import TermsForm, terms_options

DEED_WORDS = {
    LifeDeed.DISCUSS: _("Lay before the higher office"),
    LifeDeed.REVISE: _("Send back to draft"),
    LifeDeed.SIGN_OWN: _("Sign as head of the office"),
    LifeDeed.SIGN_HIGHER: _("Sign as head of the higher office"),
    LifeDeed.ENFORCE: _("Bring into force"),
    LifeDeed.OPEN_AMENDMENT: _("Open an amendment"),
    LifeDeed.APPROVE_AMENDMENT: _("Approve the amendment"),
    LifeDeed.REFUSE_AMENDMENT: _("Refuse the amendment"),
    LifeDeed.WITHDRAW_AMENDMENT: _("Withdraw the amendment"),
    LifeDeed.HALF_YEAR: _("Give half-yearly feedback"),
    LifeDeed.CLOSE: _("Close the year"),
    LifeDeed.REOPEN: _("Open the year again"),
    LifeDeed.PUBLISH: _("Publish the result"),
}
SIGNINGS = (LifeDeed.SIGN_OWN, LifeDeed.SIGN_HIGHER)
# Tiers as the framework files name them.
TIER_WORDS = [
    ("upazila", _("Upazila office")), ("district", _("District office")), ("divisional", _("Divisional office")),
    ("directorate", _("Department/Agency")), ("ministry", _("Ministry/Division")),
]  # fmt: skip


class LifeForm(HouseForm):
    """One deed of a plan's life: signing asks for the date and the scan, the others for a reason where one is due."""

    day = BnDateField(label=_("Date of signing"))
    scan = UploadField(label=_("Scan of the signed plan"), required=False, help_text=_("PDF or picture"))
    reason = forms.CharField(label=_("Reason"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, deed: str, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if deed not in SIGNINGS:
            del self.fields["day"], self.fields["scan"]
        if deed == LifeDeed.HALF_YEAR:
            self.fields["reason"].label = _("Feedback")
        self.fields["reason"].required = needs_reason

    @property
    def proof(self) -> Proof | None:
        """The scan handed in."""
        file = self.cleaned_data.get("scan")
        return Proof(file.name, file.read()) if file else None


class AmendmentForm(TermsForm):
    """Another weight or other targets, with the reason."""

    reason = forms.CharField(label=_("Why is it amended?"), max_length=2000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("own_due", None)


class ExtensionForm(HouseForm):
    """More time for one quarter."""

    until = BnDateField(label=_("New last day"))
    reason = forms.CharField(label=_("Reason"), max_length=500)


class WindowForm(HouseForm):
    """First and last day of a tier's quarter."""

    tier = forms.ChoiceField(label=_("Tier"), choices=TIER_WORDS)
    quarter = forms.TypedChoiceField(label=_("Quarter"), coerce=int, choices=[(n, n) for n in range(1, 5)])
    opens = BnDateField(label=_("First day"))
    closes = BnDateField(label=_("Last day"))
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=300, help_text=_("Needed when a window that exists is changed.")
    )


class ReviewTermsForm(HouseForm):
    """How a year is reviewed."""

    remaining_weight = forms.ChoiceField(
        label=_("Weight of an indicator that is not applicable"), choices=RemainingWeight.choices
    )
    accept_step = forms.BooleanField(label=_("A second person accepts a verified quarter"), required=False)
    hide_unaccepted = forms.BooleanField(
        label=_("Readers outside the review see only accepted numbers"), required=False
    )
    appeal_days = BnIntegerField(label=_("Days for an appeal"))


class MinistryDueForm(HouseForm):
    """The higher office's own date for one indicator."""

    day = BnDateField(label=_("Date of the higher office"), required=False)


MORE_TIME = _("Give more time")
OWN_DATE = _("Date of the higher office")


def named(moves: list[Move]) -> list[tuple[str, str | Promise]]:
    """What may be done now, in words."""
    return [(move.deed, DEED_WORDS[LifeDeed(move.deed)]) for move in moves]


def amendment_options(row: SheetRow) -> dict[str, Any]:
    """What the amendment of one row asks for, with what stands now."""
    options = terms_options(row)
    known = [int(level.percent) for level in row.indicator.levels]
    values = {f"level_{int(level.percent)}": "-" if level.value is None else value_text(level.value, "")
              for level in row.indicator.levels}  # fmt: skip
    return {**options, "percents": sorted(known, reverse=True) or options["percents"],
            "initial": {**options["initial"], **values}}  # fmt: skip


def as_set(terms: ReviewTerms) -> dict[str, Any]:
    """The terms of review as the form would have them typed."""
    names = ("remaining_weight", "accept_step", "hide_unaccepted", "appeal_days")
    return {name: getattr(terms, name) for name in names}
