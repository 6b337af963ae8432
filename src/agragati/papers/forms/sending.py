"""What people type and hand in about paper copies."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from agragati.kernel.errors import AgragatiError, BadInput
from agragati.org.rules.sheet import Problem
from agragati.ui.forms import BnDateField, HouseForm, UploadField
from agragati.ui.renderers import said
from agragati.ui.rules import Column

from ..choices import Delivery, Way
from ..rules.return_list import HEADINGS, ReturnRow

SALT, A_DAY = "papers.returns", 24 * 3600


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


class ReturnListForm(HouseForm):
    """A list of copies that came back: looked at first, taken when the reader says so."""

    file = UploadField(
        label=_("List of copies that came back"), accept=".csv,.xlsx,.ods", required=False,
        help_text=_("Columns: ট্র্যাকিং নম্বর, ফেরতের তারিখ, ফেরতের কারণ"),
    )  # fmt: skip
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """A file, or what was read from it a moment ago."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("file") and not cleaned.get("kept"):
            self.add_error("file", _("Choose a file."))
        return cleaned


class NotReachedForm(forms.Form):
    """The filter above the list of copies that reached nobody."""

    state = forms.ChoiceField(
        label=_("State"), required=False,
        choices=[("", _("All")), *((one.value, one.label) for one in (Delivery.RETURNED, Delivery.TO_SEND))],
    )  # fmt: skip


def sealed_returns(rows: Iterable[ReturnRow]) -> str:
    """Good rows to be sent back by the reader's page; nobody can alter them on the way."""
    plain = [[one.row, one.tracking, one.day.isoformat(), one.why] for one in rows]
    return signing.dumps(plain, salt=SALT, compress=True)


def unsealed_returns(text: str) -> list[ReturnRow]:
    """The rows again. Raises BadInput when altered or a day old."""
    try:
        rows = signing.loads(text, salt=SALT, max_age=A_DAY)
    except signing.BadSignature as error:
        raise BadInput("What was looked at is too old. Choose the file again.", field="file") from error
    return [ReturnRow(row, tracking, datetime.date.fromisoformat(day), why) for row, tracking, day, why in rows]


def problem_words(problems: Iterable[Problem]) -> list[tuple[int, str, str]]:
    """Row, column by its heading, and what is wrong, in the reader's language."""
    return [(one.row, _heading(one.column), _sentence(one)) for one in problems]


def _heading(column: str) -> str:
    return HEADINGS[column][0] if column in HEADINGS else column


def _sentence(problem: Problem) -> str:
    error = AgragatiError(problem.message)
    error.params = dict(problem.params)
    return said(error)


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
