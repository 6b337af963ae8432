"""Entering, correcting and cancelling one event."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.errors import BadInput
from agragati.kernel.memo import parse_memo
from agragati.ui.forms import BnDateField, BnDecimalField, HouseForm, UploadField
from agragati.ui.renderers import said

from ..actions import Entry, Proof
from ..choices import EvidenceKind, Standing
from ..models import ProgressEvent
from ..rules.formula_terms import Figure
from ..rules.framework import Indicator
from .figures import FIGURE, add_figures, figures_of

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.doc,.txt,.csv"


class EntryForm(HouseForm):
    """One happening. The figure fields shown depend on what the indicator measures."""

    standing = forms.ChoiceField(label=_("What do you report?"), choices=Standing.choices, widget=forms.RadioSelect)
    day = BnDateField(label=_("Date"), help_text=_("The day it happened, such as 16/03/2022"))
    quantity = BnDecimalField(label=_("How many?"), required=False)
    numerator = BnDecimalField(label=_("Done or spent"), required=False)
    denominator = BnDecimalField(label=_("Out of how many or how much?"), required=False)
    memo_no = forms.CharField(label=_("Memo number"), required=False, max_length=60)
    text = forms.CharField(
        label=_("Description"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    proof_kind = forms.ChoiceField(label=_("Kind of evidence"), choices=EvidenceKind.choices, required=False)
    file = UploadField(
        label=_("Evidence file"),
        required=False,
        accept=ACCEPTED,
        help_text=_("PDF, picture, Word or Excel"),
    )

    def __init__(
        self, *args: Any, measure: str = "", proof_kinds: list[str] | None = None, figures: Sequence[Figure] = (),
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        if figures:
            done = not self.is_bound or self.data.get(self.add_prefix("standing"), Standing.DONE) == Standing.DONE
            add_figures(self, figures, after="day", required=done)
            measure = "date"
        self.fields["standing"].initial = Standing.DONE.value
        if measure in {"date", "percent"}:
            del self.fields["quantity"]
        if measure in {"date", "number"}:
            del self.fields["numerator"], self.fields["denominator"]
        first = [kind for kind in proof_kinds or [] if kind in EvidenceKind.values]
        rest = [kind for kind in EvidenceKind.values if kind not in first]
        kinds = [(kind, EvidenceKind(kind).label) for kind in [*first, *rest]]
        self.fields["proof_kind"].choices = kinds  # type: ignore[attr-defined]

    def clean_memo_no(self) -> str:
        """The number as it is stored; a broken one is told at its field."""
        given = str(self.cleaned_data["memo_no"]).strip()
        try:
            return parse_memo(given).canonical if given else ""
        except BadInput as error:
            raise forms.ValidationError(said(error)) from error


class CorrectionForm(EntryForm):
    """The same, with why."""

    reason = forms.CharField(label=_("Why is it corrected?"), max_length=300)


class CancelForm(HouseForm):
    """Why an entry is taken out."""

    reason = forms.CharField(label=_("Why is it cancelled?"), max_length=300)


def entry_options(indicator: Indicator) -> dict[str, Any]:
    """What the form of one indicator asks for."""
    kinds = [evidence.kind for evidence in indicator.evidence]
    return {"measure": indicator.measure.value, "proof_kinds": kinds,
            "figures": indicator.figures if indicator.formula else ()}  # fmt: skip


def entry_of(cleaned: dict[str, Any]) -> tuple[Entry, list[Proof]]:
    """Plain values from a good form."""
    names = ("day", "standing", "quantity", "numerator", "denominator", "text", "place", "memo_no")
    entry = Entry(**{name: cleaned[name] for name in names if name in cleaned}, figures=figures_of(cleaned))
    file = cleaned.get("file")
    kind = cleaned.get("proof_kind") or EvidenceKind.OTHER
    return entry, [Proof(file.name, file.read(), kind)] if file else []


def as_typed(event: ProgressEvent) -> dict[str, Any]:
    """An event as the form would have it typed."""
    names = ("day", "standing", "quantity", "numerator", "denominator", "text", "place", "memo_no")
    figures = {f"{FIGURE}{name}": Decimal(number) for name, number in event.figures.items()}
    return {name: getattr(event, name) for name in names} | figures
