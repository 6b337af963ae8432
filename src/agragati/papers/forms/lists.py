"""Filters and columns of the lists of letters and files, and forms of files and of the public page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_latin
from agragati.kernel.text import normalise
from agragati.ui.forms import BnIntegerField, HouseForm, UploadField
from agragati.ui.rules import Column

from ..choices import Delivery, FileClass, NumberForm

Options = list[tuple[Any, Any]]


def page_number(query: Mapping[str, str]) -> int:
    """The page wanted, 1 when none or nonsense."""
    text = to_latin(query.get("page", ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def words_in(query: Mapping[str, str]) -> str:
    """The words searched for."""
    return normalise(query.get("q", "")[:100]).strip()


class WordsForm(forms.Form):
    """The filter above a list."""

    q = forms.CharField(label=_("Words of the subject, or memo number"), required=False)


class CopyFilterForm(forms.Form):
    """The filter above the table of copies."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *Delivery.choices])
    late = forms.BooleanField(label=_("Only those who have not answered"), required=False)


class FileForm(HouseForm):
    """A new file."""

    title = forms.CharField(label=_("Title of the file"), max_length=300)
    section = forms.TypedChoiceField(label=_("Of which section?"), required=False, coerce=int, empty_value=None)
    subject_code = forms.CharField(label=_("Code of the subject"), max_length=2, help_text=_("Two digits, such as ০৭"))
    serial = BnIntegerField(label=_("Serial of the file"), required=False, min_value=1, max_value=9999,
                            help_text=_("Left empty: the next free one"))  # fmt: skip
    form = forms.ChoiceField(label=_("Form of the number"), choices=NumberForm.choices)
    subordinate = forms.CharField(
        label=_("Code of the subordinate office"), required=False, max_length=3,
        help_text=_("Three digits, only in numbers of 22 digits"),
    )  # fmt: skip
    file_class = forms.ChoiceField(label=_("Class of the file"), choices=FileClass.choices, initial=FileClass.GA)

    def __init__(self, *args: Any, sections: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = [("", _("None")), *sections]  # type: ignore[attr-defined]


class PurposeForm(HouseForm):
    """What a reserved number is for."""

    purpose = forms.CharField(label=_("What is the number for?"), max_length=300)


class CodeForm(forms.Form):
    """The code printed on a paper."""

    code = forms.CharField(
        label=_("Code on the paper"), required=False, max_length=80,
        help_text=_("At the foot of every page, behind “যাচাই কোড”"),
    )  # fmt: skip


class SameFileForm(forms.Form):
    """A file, or the first digits of its hash, to compare with the paper as it was issued."""

    paper = UploadField(
        label=_("The file you have"), required=False, accept=".pdf,.docx",
        help_text=_("It is compared and not kept."),
    )  # fmt: skip
    digits = forms.CharField(label=_("Or the first 12 digits of its SHA-256"), required=False, max_length=64)


def letter_columns(box: str) -> list[Column]:
    """Columns of the list of own letters."""
    first = [Column(_("Subject")), Column(_("Kind"))]
    if box == "issued":
        return [*first, Column(_("Memo number")), Column(_("Date")), Column(_("Copies"), numeric=True),
                Column(_("Answered"), numeric=True)]  # fmt: skip
    return [*first, Column(_("State")), Column(_("Lies with")), Column(_("Written by"))]


def received_columns() -> list[Column]:
    """Columns of the list of copies received."""
    return [Column(_("Subject")), Column(_("From")), Column(_("Memo number")), Column(_("Date")), Column(_("State")),
            Column(_("Answer by"))]  # fmt: skip


def copy_columns() -> list[Column]:
    """Columns of the sender's table of copies."""
    return [Column(_("Recipient")), Column(_("List")), Column(_("State")), Column(_("Seen")), Column(_("Answer"))]


def file_columns() -> list[Column]:
    """Columns of the list of files."""
    return [Column(_("File number")), Column(_("Title")), Column(_("Section")), Column(_("Class")),
            Column(_("Numbers given"), numeric=True), Column(_("Last"))]  # fmt: skip


def register_columns() -> list[Column]:
    """Columns of the register of numbers."""
    return [Column(_("Issue number"), numeric=True), Column(_("Year")), Column(_("Date")), Column(_("State")),
            Column(_("Letter or purpose")), Column(_("Taken by"))]  # fmt: skip


def group_columns() -> list[Column]:
    """Columns of the offices that a rule names."""
    return [Column(_("Office")), Column(_("Kind"))]
