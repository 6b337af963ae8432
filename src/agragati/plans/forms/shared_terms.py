"""Constants, sub-expressions and legend of a draft; one published constant; later targets; the house's legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.ui.forms import HouseForm
from agragati.ui.renderers import said

from ..rules.drafting import baselines_text, read_baselines
from ..rules.drafting_formulas import (
    constant_lines,
    expression_lines,
    legend_lines,
    read_constant_lines,
    read_expression_lines,
    read_legend_lines,
)
from ..rules.formula_terms import Constant
from ..rules.framework import Projection
from ..rules.legends import Legend, bands_as_rows, bands_from_rows
from ..rules.reading_values import as_value
from .lines import LinesField

LEGEND_HELP = _("One a line, from 0 to 100: from | to | লাল, হলুদ, নীল or সবুজ | word | word in English")
_NAMES = ("constants", "expressions", "legend")


class SharedTermsForm(HouseForm):
    """What the indicators of a draft share."""

    constants = LinesField(read_constant_lines, label=_("Shared constants"),
                           help_text=_("One a line: name | what it is | value | unit | source"))  # fmt: skip
    expressions = LinesField(read_expression_lines, label=_("Sub-expressions"),
                             help_text=_("One a line: name | what it is | formula"))  # fmt: skip
    legend = LinesField(read_legend_lines, label=_("Words and colours of marks"), help_text=LEGEND_HELP)


def shared_initial(document: Mapping[str, Any]) -> dict[str, str]:
    """A document's shared terms as the form shows them."""
    return {
        "constants": constant_lines(document.get("constants")),
        "expressions": expression_lines(document.get("expressions")),
        "legend": legend_lines(document.get("legend")),
    }


def shared_document(cleaned: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """The document a good form makes."""
    kept = {name: value for name, value in old.items() if name not in _NAMES}
    return kept | {name: cleaned[name] for name in _NAMES if cleaned[name]}


class ConstantForm(HouseForm):
    """Another value of one constant, with where it comes from and why."""

    value = forms.CharField(label=_("New value"), max_length=40)
    source = forms.CharField(label=_("Source"), required=False, max_length=500)
    reason = forms.CharField(label=_("Why is it changed?"), max_length=300)

    def clean_value(self) -> Any:
        """A number or a day."""
        try:
            return as_value(self.cleaned_data["value"])
        except BadInput as error:
            raise forms.ValidationError(said(error)) from None


def constant_initial(constant: Constant) -> dict[str, Any]:
    """What the form shows first."""
    return {"source": constant.source}


class LegendForm(HouseForm):
    """The bands of the house."""

    bands = LinesField(read_legend_lines, label=_("Words and colours of marks"), help_text=LEGEND_HELP, required=True)


def legend_initial(legend: Legend) -> dict[str, str]:
    """Bands as the form shows them."""
    return {"bands": legend_lines(bands_as_rows(legend))}


def legend_of_rows(rows: Sequence[Mapping[str, object]]) -> Legend:
    """Bands of a good form."""
    return bands_from_rows(rows)


class ProjectionsForm(HouseForm):
    """Targets of later years."""

    projections = LinesField(read_baselines, label=_("Targets of later years"),
                             help_text=_("One a line: 2026-27: 85. Empty: as the table has them."))  # fmt: skip


def projections_initial(projections: Sequence[Projection]) -> dict[str, str]:
    """Later targets as the form shows them."""
    rows = [{"fiscal_year": p.fiscal_year, "value": p.value} for p in projections]
    return {"projections": to_bn(baselines_text(rows))}


def projections_of_rows(rows: Sequence[Mapping[str, Any]]) -> list[Projection]:
    """Later targets of a good form."""
    return [Projection(row["fiscal_year"], as_value(row["value"])) for row in rows]
