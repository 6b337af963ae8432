"""Taking a framework, and typing what only the signed plan says."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.errors import BadInput
from agragati.ui.forms import BnDateField, BnDecimalField, HouseForm
from agragati.ui.renderers import said

from ..rules.framework import Value
from ..rules.reading_values import as_target
from ..rules.wording import value_text
from ..selectors import SheetRow

# Columns of the official tables: three-level and five-level forms.
USUAL_PERCENTS = [100, 90, 80, 70, 60]


class AdoptForm(HouseForm):
    """Which framework the office takes as its plan."""

    edition = forms.ChoiceField(label=_("Framework"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, editions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].choices = editions  # type: ignore[attr-defined]


class TargetField(forms.CharField):
    """One target: a number, a percentage, a date, or "-" for a column that does not exist; gives (given, value)."""

    def to_python(self, value: Any) -> Any:
        """Read what was typed; None when left empty."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return (as_target(text),)
        except BadInput as error:
            raise forms.ValidationError(said(error), code="invalid") from None


class TermsForm(HouseForm):
    """The weight, the targets, and the office's own earlier date."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    weight = BnDecimalField(label=_("Weight"), required=False, max_value=50, min_value=0)
    own_due = BnDateField(
        label=_("The office's own earlier date"),
        required=False,
        help_text=_("For reminders only; the marks do not change."),
    )

    def __init__(self, *args: Any, percents: list[int], ask_weight: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ask_weight:
            del self.fields["weight"]
        for percent in percents:
            self.fields[f"level_{percent}"] = TargetField(
                label=_("Target for %(percent)s percent") % {"percent": percent},
                required=False,
                max_length=20,
                help_text=_("A number or a date; - where the column is empty; nothing where you do not know"),
            )


def terms_options(row: SheetRow, foreseen: Value | None = None) -> dict[str, Any]:
    """What the form of one row asks for, with what is known already; what was foreseen is offered as best target."""
    known = {int(level.percent): level.value for level in row.indicator.levels}
    initial: dict[str, Any] = {
        "seen": row.record.version,
        "weight": row.record.own_weight,
        "own_due": row.record.own_due,
    }
    for percent, value in known.items():
        initial[f"level_{percent}"] = "-" if value is None else value_text(value, row.indicator.measure)
    percents = sorted({*USUAL_PERCENTS, *known}, reverse=True) if not row.indicator.levels_complete else []
    if row.record.own_levels:
        percents = sorted({*USUAL_PERCENTS, *known}, reverse=True)
    if foreseen is not None and 100 in percents and 100 not in known:
        initial["level_100"] = value_text(foreseen, row.indicator.measure)
    unknown = row.indicator.weight is None or row.record.own_weight is not None
    return {"percents": percents, "ask_weight": unknown, "initial": initial}


def terms_of(cleaned: dict[str, Any]) -> dict[str, Any]:
    """Plain values from a good form."""
    levels: list[tuple[Decimal, Value | None]] = [
        (Decimal(name.removeprefix("level_")), value[0])
        for name, value in cleaned.items()
        if name.startswith("level_") and value is not None
    ]
    return {"weight": cleaned.get("weight"), "levels": levels, "own_due": cleaned.get("own_due"),
            "seen": cleaned.get("seen")}  # fmt: skip
