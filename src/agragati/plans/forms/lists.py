"""What the reader of a list asks for. A wrong value in the address is simply not asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.fiscal import FiscalYear
from agragati.org.choices import OfficeKind

from ..selectors.lists import ORDERS, PlanFilter


def page_number(query: Mapping[str, str]) -> int:
    """The page wanted, 1 when none or nonsense."""
    text = to_latin(query.get("page", ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def plan_filter(query: Mapping[str, str]) -> PlanFilter:
    """The filter of the list of plans from the address."""
    year = to_latin(query.get("year", ""))
    kind = query.get("office_kind", "")
    order = query.get("sort", "")
    return PlanFilter(
        fiscal_year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        kind=query.get("kind", "")[:40],
        office_kind=kind if kind in OfficeKind.values else "",
        words=query.get("q", "")[:100],
        order=order if order in ORDERS else "office",
    )


class PlanFilterForm(forms.Form):
    """The filter above the list."""

    q = forms.CharField(label=_("Office"), required=False)
    year = forms.ChoiceField(label=_("Fiscal year"), required=False)
    office_kind = forms.ChoiceField(
        label=_("Kind of office"), required=False, choices=[("", _("All")), *OfficeKind.choices]
    )

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        labels = [(str(year), to_bn(FiscalYear(year).label)) for year in years]
        self.fields["year"].choices = [("", _("All")), *labels]  # type: ignore[attr-defined]


def plan_columns() -> list[dict[str, Any]]:
    """Columns of the list of plans."""
    return [
        {"label": _("Office"), "key": "office", "down": "-office"},
        {"label": _("Fiscal year")},
        {"label": _("Plan")},
        {"label": _("Marks"), "key": "total", "down": "-total", "numeric": True},
        {"label": _("Progress")},
    ]


def row_columns() -> list[dict[str, Any]]:
    """Columns of one plan."""
    return [
        {"label": _("Indicator")},
        {"label": _("Weight"), "numeric": True},
        {"label": _("Target (100%)")},
        {"label": _("Achieved")},
        {"label": _("Marks"), "numeric": True},
        {"label": _("Why")},
    ]
