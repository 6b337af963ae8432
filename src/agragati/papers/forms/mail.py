"""Columns of papers that came by e-mail, and the diary of letters from outside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, HouseForm
from agragati.ui.renderers import sentence
from agragati.ui.rules import Column


def mail_columns() -> list[Column]:
    """Columns of the list of e-mails."""
    return [Column(_("Subject")), Column(_("Sender, as it says")), Column(_("State")),
            Column(_("Papers"), numeric=True), Column(_("Came"))]  # fmt: skip


def refused_columns() -> list[Column]:
    """Columns of what was not taken."""
    return [Column(_("Attachment")), Column(_("Why it was not taken"))]


def refused_words(refused: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    """What was not taken and why, in the reader's language."""
    return [(one["name"], sentence(one["message"], one["params"])) for one in refused]


class ReceivedForm(HouseForm):
    """A letter from outside, for the diary."""

    sender = forms.CharField(label=_("From whom?"), max_length=300)
    subject = forms.CharField(label=_("Subject"), max_length=500)
    memo_no = forms.CharField(label=_("Memo number of the sender"), required=False, max_length=80)
    day = BnDateField(label=_("Date of the letter"), required=False)
    received_on = BnDateField(label=_("Received on"))
    answers = forms.ChoiceField(
        label=_("Which letter of yours does it answer?"), required=False,
        help_text=_("Found by the memo numbers in the confirmed text"),
    )  # fmt: skip

    def __init__(self, *args: Any, answered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answers"].choices = [("", _("None")), *answered]  # type: ignore[attr-defined]
        if not answered:
            del self.fields["answers"]


def diary_columns() -> list[Column]:
    """Columns of the diary."""
    return [Column(_("Diary number")), Column(_("Subject")), Column(_("From")), Column(_("Memo number")),
            Column(_("Received")), Column(_("Answers"))]  # fmt: skip
