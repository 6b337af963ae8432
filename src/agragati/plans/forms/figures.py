"""Fields for the named figures of a formula, and their values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language

from agragati.ui.forms import BnDecimalField

from ..rules.formula_terms import Figure

FIGURE = "figure_"


def add_figures(form: forms.Form, figures: Sequence[Figure], *, after: str, required: bool = False) -> None:
    """Put one number field a figure behind the field `after` of a form."""
    named = [f"{FIGURE}{figure.name}" for figure in figures]
    for name, figure in zip(named, figures, strict=True):
        form.fields[name] = BnDecimalField(label=label_of(figure), required=required, min_value=0)
    rest = [name for name in form.fields if name not in named]
    place = rest.index(after) + 1
    form.order_fields([*rest[:place], *named, *rest[place:]])


def label_of(figure: Figure) -> str:
    """What a figure is called in the reader's language, with its unit."""
    words = figure.label_en if get_language() == "en" and figure.label_en else figure.label or figure.name
    return f"{words} ({figure.unit})" if figure.unit else words


def figures_of(cleaned: Mapping[str, Any]) -> dict[str, Decimal]:
    """The figures that were typed, by name."""
    return {name.removeprefix(FIGURE): number for name, number in cleaned.items()
            if name.startswith(FIGURE) and number is not None}  # fmt: skip
