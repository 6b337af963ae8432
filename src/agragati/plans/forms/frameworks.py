"""Drafting an official table: one row, the head, another year, and taking in a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.ui.forms import BnDecimalField, HouseForm, LookFirstForm, UploadField
from agragati.ui.renderers import number, said

from ..choices import EvidenceKind
from ..measures import for_a_table
from ..rules.choices import Derive, Direction, Method
from ..rules.drafting import (
    areas_text,
    baselines_text,
    evidence_text,
    read_areas,
    read_baselines,
    read_evidence,
    read_schedule,
    schedule_text,
)
from ..rules.drafting_formulas import figure_lines, read_figure_lines
from ..rules.reading_formulas import as_formula
from ..rules.reading_values import as_code, as_unit, as_value
from ..rules.wording import value_text
from .lines import LinesField
from .terms import TargetField

_TERM = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
PERCENTS = (100, 90, 80, 70, 60)
_PLAIN = ("formula", "counted_from",
          "unit", "section", "concept", "frequency", "class", "definition", "method_text", "depends_on", "note",
          "text_en")  # fmt: skip
_LISTS = ("evidence", "baselines", "projections", "figures", "schedule")
_DASHES = {"-", "–", "—", "−"}
_NUMBERS = ("weight", "lowest", "highest")
_FREQUENCIES = [
    ("", "—"),
    ("annual", _("Once a year")),
    ("half_yearly", _("Every half-year")),
    ("quarterly", _("Every quarter")),
]
_CLASSES = [
    ("", "—"),
    ("input", _("Input")),
    ("activity", _("Activity")),
    ("internal_output", _("Internal output")),
    ("external_output", _("External output")),
    ("outcome", _("Outcome")),
    ("quality", _("Quality")),
]
CLASS_NAMES = dict(_CLASSES[1:])
METHOD_NAMES = {
    Method.LINEAR.value: _("In proportion between the columns (LINEAR)"),
    Method.STEP.value: _("By columns, nothing between (STEP)"),
    Method.RATIO.value: _("In proportion to the target (RATIO)"),
    Method.ALL_OR_NOTHING.value: _("All or nothing (ALL_OR_NOTHING)"),
}
DERIVE_NAMES = {
    Derive.SUM.value: _("They add up"),
    Derive.LATEST.value: _("The newest counts"),
    Derive.RATIO.value: _("Share of the sums"),
    Derive.COUNT.value: _("How many there are"),
    Derive.FIRST_DATE.value: _("The first date"),
}
DIRECTION_NAMES = {Direction.HIGHER.value: _("Higher or later"), Direction.LOWER.value: _("Lower or earlier")}


class RowTargetField(TargetField):
    """A target that may also be written over the table's constants: working_days, or = services * 0.5."""

    def to_python(self, value: Any) -> Any:
        """Read it; what is written over constants is reckoned when the table is read."""
        text = str(value or "").strip()
        if text.startswith("=") or _TERM.fullmatch(text):
            return (text,)
        return super().to_python(value)


class IndicatorForm(HouseForm):
    """One row of a draft."""

    code = forms.CharField(label=_("Code"), max_length=20, help_text=_("Such as 1.1.1"))
    text = forms.CharField(label=_("Indicator"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    text_en = forms.CharField(label=_("Indicator in English"), required=False, max_length=500)
    unit = forms.CharField(label=_("Unit as printed"), required=False, max_length=40)
    weight = BnDecimalField(label=_("Weight"), required=False, min_value=0, max_value=100,
                            help_text=_("Leave it empty where it is not known"))  # fmt: skip
    method = forms.ChoiceField(label=_("Way of marking"), required=False)
    derive = forms.ChoiceField(label=_("How entries make the year's value"), required=False)
    direction = forms.ChoiceField(label=_("Which way is better"), required=False)
    frequency = forms.ChoiceField(label=_("How often"), choices=_FREQUENCIES, required=False)
    indicator_class = forms.ChoiceField(label=_("Class of indicator"), choices=_CLASSES, required=False)
    lowest = BnDecimalField(label=_("Smallest usual figure of one entry"), required=False, min_value=0)
    highest = BnDecimalField(label=_("Largest usual figure of one entry"), required=False, min_value=0)
    concept = forms.CharField(label=_("Lasting name (the same in every year)"), required=False, max_length=40)
    section = forms.CharField(label=_("Responsible section"), required=False, max_length=200)
    depends_on = forms.CharField(label=_("Depends on other offices"), required=False, max_length=500)
    definition = forms.CharField(
        label=_("Definition"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    method_text = forms.CharField(
        label=_("How it is measured"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    evidence = LinesField(read_evidence, label=_("Evidence asked for"), help_text=_("One a line: kind: wording"))
    baselines = LinesField(read_baselines, label=_("Values of earlier years"), help_text=_("One a line: 2023-24: 80"))
    projections = LinesField(read_baselines, label=_("Targets of later years"), help_text=_("One a line: 2026-27: 85"))
    formula = forms.CharField(
        label=_("Formula"), required=False, max_length=300,
        help_text=_("Such as 100 * disposed / (received - withdrawn). Empty where the value is stated itself."),
    )  # fmt: skip
    figures = LinesField(
        read_figure_lines, label=_("Figures of the formula"),
        help_text=_("One a line: name | what it is | unit | সর্বশেষ if the newest counts | name in English"),
    )  # fmt: skip
    counted_from = forms.ChoiceField(
        label=_("Counted from"), required=False,
        help_text=_("Every office's row counts itself from these records; the office may change it."),
    )  # fmt: skip
    schedule = LinesField(
        read_schedule, label=_("Dates by quarter"), help_text=_("One a line: quarter: as-of date, send-by date")
    )
    note = forms.CharField(label=_("Remark"), required=False, max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in (("method", METHOD_NAMES), ("derive", DERIVE_NAMES), ("direction", DIRECTION_NAMES)):
            choices = [("", _("As usual for the unit")), *words.items()]
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        records = [("", _("Typed by hand")), *for_a_table()]
        self.fields["counted_from"].choices = records  # type: ignore[attr-defined]
        for percent in PERCENTS:
            label = _("Target for %(percent)s percent") % {"percent": number(percent)}
            self.fields[f"level_{percent}"] = RowTargetField(label=label, required=False, max_length=100)
        names = [name for name in self.fields if not name.startswith("level_")]
        place = names.index("weight") + 1
        self.order_fields([*names[:place], *(f"level_{percent}" for percent in PERCENTS), *names[place:]])

    def clean_formula(self) -> str:
        """The formula in its plain form."""
        try:
            return as_formula(self.cleaned_data["formula"])
        except BadInput as error:
            raise forms.ValidationError(said(error)) from None

    def clean_code(self) -> str:
        """The code in its plain form."""
        try:
            return as_code(self.cleaned_data["code"])
        except BadInput as error:
            raise forms.ValidationError(said(error)) from None


def indicator_initial(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a document as the form shows it."""
    found = {name: row.get(name, "") for name in (*_PLAIN, "code", "text", "method", "derive", "direction")}
    found["indicator_class"] = found.pop("class")
    found |= {name: row.get(name) for name in _NUMBERS}
    for percent, value in row.get("levels") or []:
        found[f"level_{int(percent)}"] = value
    return found | {
        "evidence": evidence_text(row.get("evidence")),
        "baselines": baselines_text(row.get("baselines")),
        "projections": baselines_text(row.get("projections")),
        "figures": figure_lines(row.get("figures")),
        "schedule": schedule_text(row.get("schedule")),
    }


def projected_text(row: Mapping[str, Any]) -> str:
    """What the earlier table foresaw for this year, as the table prints values; "" where it said nothing."""
    if row.get("projected") is None:
        return ""
    return value_text(as_value(row["projected"]), as_unit(row.get("unit") or ""))


def indicator_row(cleaned: Mapping[str, Any], old: Mapping[str, Any], data: Mapping[str, str]) -> dict[str, Any]:
    """The row a good form makes; what the form does not show (tiers, further concepts) stays."""
    row: dict[str, Any] = {**old, "code": cleaned["code"], "text": cleaned["text"]}
    for name in (*_PLAIN, "method", "derive", "direction"):
        value = cleaned["indicator_class" if name == "class" else name]
        row[name] = value or None
    row |= {name: None if cleaned[name] is None else str(cleaned[name]) for name in _NUMBERS}
    levels = [[percent, data[f"level_{percent}"].strip()] for percent in PERCENTS
              if cleaned.get(f"level_{percent}") is not None]  # fmt: skip
    row["levels"] = [[percent, "-" if value in _DASHES else value] for percent, value in levels] or None
    row["levels_complete"] = False if len(levels) == 1 and cleaned["method"] != Method.ALL_OR_NOTHING else None
    row |= {name: cleaned[name] or None for name in _LISTS}
    return {name: value for name, value in row.items() if value is not None}


class HeadForm(HouseForm):
    """What stands above the table."""

    title = forms.CharField(label=_("Title"), max_length=300)
    annex = forms.CharField(label=_("Annex"), required=False, max_length=60)
    fiscal_year = forms.CharField(label=_("Fiscal year"), max_length=20)
    total = BnDecimalField(label=_("Total of the weights"), min_value=1, max_value=1000)
    method = forms.ChoiceField(label=_("Way of marking"))
    source = forms.CharField(label=_("Source"), required=False, max_length=500)
    areas = LinesField(read_areas, label=_("Areas"), help_text=_("One a line: [1] title | printed weight"))
    activities = LinesField(read_areas, label=_("Activities"), help_text=_("One a line: [1.1] title"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["method"].choices = list(METHOD_NAMES.items())  # type: ignore[attr-defined]

    def clean_fiscal_year(self) -> str:
        """The year in its plain form."""
        return year_of(self.cleaned_data["fiscal_year"]).latin


def head_initial(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document's head as the form shows it."""
    found = {name: document.get(name, "") for name in ("title", "annex", "fiscal_year", "source")}
    return found | {
        "total": document.get("total", 50),
        "method": document.get("method", Method.LINEAR.value),
        "areas": areas_text(document.get("areas")),
        "activities": areas_text(document.get("activities")),
    }


def head_document(cleaned: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """The document a good form makes."""
    names = ("title", "annex", "fiscal_year", "method", "source", "areas", "activities")
    return {**old, **{name: cleaned[name] for name in names}, "total": str(cleaned["total"])}


def year_of(text: str) -> FiscalYear:
    """A typed fiscal year, refused at its field."""
    try:
        return FiscalYear.parse(text)
    except BadInput as error:
        raise forms.ValidationError(said(error)) from None


class CloneForm(HouseForm):
    """The year to draft."""

    fiscal_year = forms.CharField(label=_("For which fiscal year?"), max_length=20, help_text=_("Such as 2026-27"))

    def clean_fiscal_year(self) -> FiscalYear:
        """The year."""
        return year_of(self.cleaned_data["fiscal_year"])


class ConfirmForm(HouseForm):
    """Nothing to type: the deed is confirmed by sending."""


class FrameworkFileForm(LookFirstForm):
    """A file of a table."""

    key = forms.RegexField(r"^[a-z0-9][a-z0-9-]{2,58}$", label=_("Short name"), help_text=_("Such as egov-2026-27"))
    file = UploadField(label=_("File of the table"), accept=".xlsx,.ods,.toml,.json", required=False,
                       help_text=_("XLSX as the official table, or TOML or JSON"))  # fmt: skip


def edition_columns() -> list[dict[str, Any]]:
    """Columns of the list of tables."""
    return [{"label": _("Table")}, {"label": _("Fiscal year")}, {"label": _("Kind of plan")}, {"label": _("State")}]


def finding_columns() -> list[dict[str, Any]]:
    """Columns of a list of findings."""
    return [{"label": _("Cell")}, {"label": _("Gravity")}, {"label": _("Finding")}]


def evidence_kinds() -> list[tuple[str, str]]:
    """The kinds an evidence line may name, for the page's list."""
    return [(kind.value, str(kind.label)) for kind in EvidenceKind]
