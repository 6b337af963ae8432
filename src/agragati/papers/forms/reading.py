"""What people type about papers that are read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.errors import AgragatiError
from agragati.ui.forms import HouseForm, UploadField
from agragati.ui.renderers import day, said
from agragati.ui.rules import Column

from ..choices import FieldKind
from ..models import PaperField
from ..rules.findings import Finding, findings

ACCEPT = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.doc,.txt,.eml"


class PaperFileForm(HouseForm):
    """A file to be read."""

    file = UploadField(
        label=_("Which paper is to be read?"),
        help_text=_("PDF, scan, picture, DOCX, DOC, plain text or an e-mail (.eml). Bijoy is turned into Unicode."),
        accept=ACCEPT,
    )


class SearchPagesForm(forms.Form):
    """The words searched for in confirmed papers, and what a field of the office's own says of them."""

    q = forms.CharField(label=_("Words in papers that were read"), required=False, max_length=100)
    field = forms.TypedChoiceField(label=_("Field"), required=False, coerce=int, empty_value=None)
    has = forms.CharField(label=_("Field has the words"), required=False, max_length=100)
    least = forms.CharField(label=_("From (number or day)"), required=False, max_length=40)
    most = forms.CharField(label=_("To (number or day)"), required=False, max_length=40)

    def __init__(self, *args: Any, fields: Iterable[PaperField], suggest: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(row.pk, row.name) for row in fields]
        self.fields["q"].widget.attrs.update({
            "list": "suggested", "autocomplete": "off", "hx-get": suggest, "hx-target": "#suggested",
            "hx-trigger": "input changed delay:250ms",
        })  # fmt: skip
        self.fields["field"].choices = [("", _("All")), *known]  # type: ignore[attr-defined]
        for name in () if known else ("field", "has", "least", "most"):
            del self.fields[name]

    def blame(self, error: AgragatiError) -> None:
        """Show an error of a question at its field."""
        self.add_error(error.field if error.field in self.fields else None, said(error))


class FieldForm(HouseForm):
    """A field of an office's own."""

    name = forms.CharField(label=_("Name of the field"), max_length=100, help_text=_("Such as প্রেরক or বিলের পরিমাণ"))
    kind = forms.ChoiceField(label=_("What does it hold?"), choices=FieldKind.choices)
    options = forms.CharField(
        label=_("What can be chosen?"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One a line; only for one of a list"),
    )  # fmt: skip


class ValuesForm(HouseForm):
    """What the fields of the office say of one paper."""

    def __init__(self, *args: Any, fields: Iterable[PaperField], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.listed = list(fields)
        for row in self.listed:
            self.fields[f"field_{row.pk}"] = _value_field(row)

    def values(self) -> dict[PaperField, str]:
        """What was typed, by field."""
        return {row: self.cleaned_data[f"field_{row.pk}"] for row in self.listed}


def _value_field(row: PaperField) -> forms.Field:
    if row.kind == FieldKind.CHOICE:
        choices = [("", _("None")), *((line, line) for line in row.options.splitlines())]
        return forms.ChoiceField(label=row.name, required=False, choices=choices)
    hint = _("Day, such as ১৬/০৩/২০২৪") if row.kind == FieldKind.DAY else ""
    return forms.CharField(label=row.name, required=False, max_length=500, help_text=hint)


class SearchNameForm(HouseForm):
    """The name under which a search is kept."""

    name = forms.CharField(label=_("Name of the search"), max_length=100)
    is_shared = forms.BooleanField(label=_("Everyone of my office sees it"), required=False)


class TickedField(forms.MultipleChoiceField):
    """Ticks; what is no longer on the list falls away instead of being an error."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: Any) -> bool:
        """Take every tick here; `clean` keeps those on the list."""
        return True

    def clean(self, value: Any) -> list[str]:
        """The ticks that are on the list."""
        known = {str(key) for key, label in list(self.choices)}  # type: ignore[arg-type]
        return [one for one in super().clean(value) if one in known]


class ConfirmForm(HouseForm):
    """The text of a page, corrected, and the dates and numbers that were compared."""

    text = forms.CharField(
        label=_("Text of the page"), strip=False, widget=forms.Textarea(attrs={"rows": 24, "lang": "bn"}),
        help_text=_("Correct it by the page beside it. Cells of a table are parted by tabs."),
    )  # fmt: skip
    taken = TickedField(
        label=_("Dates and numbers that you compared with the page"), required=False,
        help_text=_("Tick only what is right. What is not ticked stays in the text, but nothing counts with it."),
    )  # fmt: skip
    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, number: int, from_picture: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text = self.data.get("text", "") if self.is_bound else self.initial.get("text", "")
        found = [one for one in findings(text, page=number, from_picture=from_picture) if one.needs_confirmation]
        choices = list(dict(_choice(one) for one in found).items())
        self.fields["taken"].choices = choices  # type: ignore[attr-defined]
        self.listed = "\n".join(value for value, label in choices)
        if not choices:
            self.fields["taken"].widget = forms.MultipleHiddenInput()

    def clean(self) -> dict[str, Any]:
        """A corrected text may hold other dates and numbers than those shown: then they are shown first."""
        fresh = set(self.listed.split("\n")) - set(self.data.get("shown", "").replace("\r", "").split("\n")) - {""}
        if fresh:
            self.data = {**self.data.dict(), "taken": self.data.getlist("taken"), "shown": self.listed}  # type: ignore[attr-defined]
            self.add_error("taken", _("Your corrections changed dates or numbers: look at this list once more."))
        return dict(super().clean() or self.cleaned_data)


def _choice(one: Finding) -> tuple[str, str]:
    told = one.text
    if one.resolved and one.kind == "date":
        told = f"{one.text} → {day(datetime.date.fromisoformat(one.resolved))}"
    return f"{one.kind}:{one.text}", told


def ticked(facts: Iterable[dict[str, Any]]) -> list[str]:
    """The ticks of a page that was confirmed before."""
    return [f"{fact['kind']}:{fact['text']}" for fact in facts]


def reading_columns() -> list[Column]:
    """Columns of the list of papers that were read."""
    return [Column(_("Paper")), Column(_("State")), Column(_("Pages"), numeric=True),
            Column(_("Confirmed"), numeric=True), Column(_("Handed in"))]  # fmt: skip


def page_columns() -> list[Column]:
    """Columns of the pages of a paper."""
    return [Column(_("Page"), numeric=True), Column(_("Source")), Column(_("Sure"), numeric=True),
            Column(_("Confirmed by")), Column("")]  # fmt: skip


def field_columns() -> list[Column]:
    """Columns of an office's own fields."""
    return [Column(_("Field")), Column(_("Kind")), Column("")]
