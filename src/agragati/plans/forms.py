"""Shapes of what people type about plans."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, BnDecimalField, HouseForm

from .choices import EvidenceKind, Standing


class EntryForm(HouseForm):
    """One happening. The figure fields shown depend on what the indicator measures."""

    standing = forms.ChoiceField(label=_("What do you report?"), choices=Standing.choices, widget=forms.RadioSelect)
    day = BnDateField(
        label=_("Date"), help_text=_("The day it happened, or the day of the figure. For example 16/03/2022")
    )
    quantity = BnDecimalField(label=_("How many?"), required=False, min_value=0)
    numerator = BnDecimalField(label=_("Done or spent"), required=False, min_value=0)
    denominator = BnDecimalField(label=_("Out of"), required=False, min_value=0)
    memo_no = forms.CharField(label=_("Memo number"), required=False, max_length=60)
    text = forms.CharField(
        label=_("Description"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    proof_kind = forms.ChoiceField(label=_("Kind of evidence"), choices=EvidenceKind.choices, required=False)
    file = forms.FileField(
        label=_("Evidence file"), required=False, help_text=_("PDF, JPG, PNG, DOCX or XLSX; at most 20 MB")
    )

    def __init__(self, *args: Any, measure: str = "", proof_kinds: list[tuple[str, str]] | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["standing"].initial = Standing.DONE
        if measure in {"date", "percent"}:
            del self.fields["quantity"]
        if measure in {"date", "number"}:
            del self.fields["numerator"], self.fields["denominator"]
        if proof_kinds:
            kinds = [*proof_kinds, (EvidenceKind.OTHER.value, EvidenceKind.OTHER.label)]
            self.fields["proof_kind"].choices = kinds  # type: ignore[attr-defined]


class CorrectionForm(EntryForm):
    """The same, with why."""

    reason = forms.CharField(label=_("Why is it corrected?"), max_length=300)


class CancelForm(HouseForm):
    """Why an entry is taken out."""

    reason = forms.CharField(label=_("Why is it cancelled?"), max_length=300)


class TermsForm(HouseForm):
    """What only the office's signed plan says about one indicator."""

    weight = BnDecimalField(label=_("Weight"), required=False, min_value=0, max_value=50)
    own_due = BnDateField(
        label=_("The office's own earlier date"),
        required=False,
        help_text=_("For reminders only; marks do not change."),
    )

    def __init__(self, *args: Any, percents: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for percent in percents:
            self.fields[f"level_{percent}"] = forms.CharField(
                label=_("Target for %(percent)s percent") % {"percent": percent},
                required=False,
                max_length=20,
                help_text=_("A number, a date, or - where the column is empty"),
            )


class AdoptForm(HouseForm):
    """Which framework the office takes as its plan."""

    edition = forms.ChoiceField(label=_("Framework"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, editions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].choices = editions  # type: ignore[attr-defined]
