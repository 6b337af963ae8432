"""What people type and hand in about paper copies."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Self

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.org.rules.sheet import Problem
from agragati.ui.forms import BnDateField, HouseForm, LookFirstForm, UploadField
from agragati.ui.renderers import sentence
from agragati.ui.rules import Column

from ..choices import Delivery, Way
from ..rules.return_list import HEADINGS, ReturnRow


class DispatchForm(HouseForm):
    """How a paper copy goes out."""

    channel = forms.ChoiceField(label=_("How did the copy go out?"), choices=[("", _("Choose a way")), *Way.choices])
    tracking = forms.CharField(
        label=_("Tracking number"), required=False, max_length=40,
        help_text=_("From the receipt of the post office or courier; needed for registered post and courier"),
    )  # fmt: skip
    sent_on = BnDateField(label=_("Sent on"))


class ReturnForm(HouseForm):
    """That a paper copy came back."""

    returned_on = BnDateField(label=_("Came back on"))
    returned_why = forms.CharField(
        label=_("Why did it come back?"), max_length=300, help_text=_("As the envelope says, such as ঠিকানায় পাওয়া যায়নি")
    )


class ReturnListForm(LookFirstForm):
    """A list of copies that came back: looked at first, taken when the reader says so."""

    file = UploadField(
        label=_("List of copies that came back"), accept=".csv,.xlsx,.ods",
        help_text=_("Columns: ট্র্যাকিং নম্বর, ফেরতের তারিখ, ফেরতের কারণ"),
    )  # fmt: skip

    @classmethod
    def keeping_rows(cls, rows: Iterable[ReturnRow]) -> Self:
        """The second step with the rows that were read."""
        return cls.keeping([[one.row, one.tracking, one.day, one.why] for one in rows])

    def rows(self) -> list[ReturnRow]:
        """The rows that were looked at. Raises BadInput when altered or too old."""
        return [ReturnRow(row, tracking, datetime.date.fromisoformat(day), why)
                for row, tracking, day, why in self.looked_at()]  # fmt: skip


class NotReachedForm(forms.Form):
    """The filter above the list of copies that reached nobody."""

    state = forms.ChoiceField(
        label=_("State"), required=False,
        choices=[("", _("All")), *((one.value, one.label) for one in (Delivery.RETURNED, Delivery.TO_SEND))],
    )  # fmt: skip


def problem_words(problems: Iterable[Problem]) -> list[tuple[int, str, str]]:
    """Row, column by its heading, and what is wrong, in the reader's language."""
    return [(one.row, _heading(one.column), sentence(one.message, one.params)) for one in problems]


def _heading(column: str) -> str:
    return HEADINGS[column][0] if column in HEADINGS else column


def problem_columns() -> list[Column]:
    """Columns of what is wrong with a list."""
    return [Column(_("Row"), numeric=True), Column(_("Column")), Column(_("Finding"))]


def return_columns() -> list[Column]:
    """Columns of what a list would change."""
    return [Column(_("Tracking number")), Column(_("Came back on")), Column(_("Why"))]


def not_reached_columns() -> list[Column]:
    """Columns of copies that reached nobody."""
    return [Column(_("Recipient")), Column(_("Letter")), Column(_("State")), Column(_("Went out")), Column("")]


def sending_columns() -> list[Column]:
    """Columns of the times a copy went out."""
    return [Column(_("Went out")), Column(_("By")), Column(_("Tracking number")), Column(_("Came back")),
            Column(_("Noted by"))]  # fmt: skip
