"""Handing in proof, taking it back, and answering a finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, HouseForm, UploadField
from agragati.ui.renderers import digits, short_day

from ..actions.evidence import NewProof
from ..choices import EvidenceKind
from ..models import PlanIndicator, ProgressEvent
from ..rules.evidence_facts import read_facts
from ..rules.framework import Indicator
from ..selectors.issued import IssuedPaper
from .entry import ACCEPTED
from .frameworks import ConfirmForm
from .lines import LinesField

__all__ = [
    "AnswerForm",
    "CloseDoubtForm",
    "ConfirmForm",
    "CountMeetingForm",
    "EvidenceForm",
    "RemarkForm",
    "ReplaceForm",
    "WithdrawForm",
]

Offered = tuple[Sequence[ProgressEvent], Sequence[str], Sequence[tuple[int, str]]]


class EvidenceForm(HouseForm):
    """One piece of proof. At least a file, a link, a memo number, a note or figures."""

    kind = forms.ChoiceField(label=_("Kind of evidence"))
    event = forms.ChoiceField(label=_("What does it prove?"), required=False)
    file = UploadField(
        label=_("Evidence file"), required=False, accept=ACCEPTED, help_text=_("PDF, picture, Word or Excel")
    )
    paper = forms.ChoiceField(
        label=_("Or an issued paper of the office"), required=False,
        help_text=_("Letters and signed minutes of the plan's year; number, date and PDF come from the paper itself"),
    )  # fmt: skip
    url = forms.URLField(label=_("Link"), required=False, max_length=500, assume_scheme="https")
    memo_no = forms.CharField(label=_("Memo number"), required=False, max_length=60)
    day = BnDateField(label=_("Date of the evidence"), required=False)
    quarter = forms.ChoiceField(
        label=_("For which quarter?"),
        required=False,
        choices=[("", "—"), ("1", _("First")), ("2", _("Second")), ("3", _("Third")), ("4", _("Fourth"))],
    )
    figures = LinesField(
        read_facts,
        label=_("Figures in it"),
        help_text=_(
            "One a line, such as spent: 40000; a statement: section | e-notes presented | disposed | hard | disposed"
        ),
    )
    note = forms.CharField(label=_("Remark"), required=False, max_length=500)
    also = forms.MultipleChoiceField(
        label=_("It also proves"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only for kinds that may serve several indicators, such as an order or a certificate"),
    )  # fmt: skip

    def __init__(self, *args: Any, offered: Offered, papers: Sequence[IssuedPaper] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        events, asked, others = offered
        self.fields["paper"].choices = paper_choices(papers)  # type: ignore[attr-defined]
        if not papers:
            del self.fields["paper"]
        rest = [kind for kind in EvidenceKind.values if kind not in asked]
        kinds = [(kind, EvidenceKind(kind).label) for kind in [*asked, *rest] if kind in EvidenceKind.values]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        days = [(str(event.pk), f"{short_day(event.day)} {event.text[:60]}".strip()) for event in events]
        self.fields["event"].choices = [("", _("The indicator as a whole")), *days]  # type: ignore[attr-defined]
        self.fields["also"].choices = [(str(pk), text) for pk, text in others]  # type: ignore[attr-defined]
        if not others:
            del self.fields["also"]


class CountMeetingForm(HouseForm):
    """Which signed minutes are counted."""

    paper = forms.ChoiceField(label=_("Which meeting?"))

    def __init__(self, *args: Any, papers: Sequence[IssuedPaper] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paper"].choices = paper_choices(papers)  # type: ignore[attr-defined]


class WithdrawForm(HouseForm):
    """Why a piece is taken back."""

    reason = forms.CharField(label=_("Why is it taken back?"), max_length=300)


class ReplaceForm(HouseForm):
    """A newer version of the file, and why."""

    file = UploadField(label=_("The newer file"), accept=ACCEPTED, help_text=_("PDF, picture, Word or Excel"))
    reason = forms.CharField(
        label=_("Why is it replaced?"), max_length=300,
        help_text=_("The old file stays and can be opened; the reviewer sees that it was replaced."),
    )  # fmt: skip


class AnswerForm(HouseForm):
    """The office's answer to a finding."""

    answer = forms.CharField(label=_("Answer"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))


class CloseDoubtForm(HouseForm):
    """Why a finding is settled."""

    reason = forms.CharField(label=_("Why is it settled?"), max_length=500)


class RemarkForm(HouseForm):
    """A remark on the indicator, or on one of its values."""

    about = forms.ChoiceField(label=_("On what?"), required=False)
    text = forms.CharField(label=_("Remark"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, values: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = _on_what(values)  # type: ignore[attr-defined]


def _on_what(values: Sequence[tuple[str, str]]) -> list[tuple[str, Any]]:
    return [("", _("The indicator as a whole")), *values]


def paper_choices(papers: Sequence[IssuedPaper]) -> list[tuple[str, Any]]:
    """Issued papers to choose from, in the reader's digits."""
    return [("", "—"), *((paper.reference, digits(str(paper))) for paper in papers)]


def evidence_options(
    indicator: Indicator, events: Sequence[ProgressEvent], others: Sequence[PlanIndicator]
) -> dict[str, Any]:
    """What the form of one row offers."""
    asked = list(dict.fromkeys(evidence.kind for evidence in indicator.evidence))
    rows = [(row.pk, f"[{row.code}]") for row in others]
    return {"offered": (events, asked, rows)}


def proof_of(cleaned: Mapping[str, Any], events: Sequence[ProgressEvent]) -> NewProof:
    """A plain value from a good form."""
    file = cleaned.get("file")
    event = next((row for row in events if str(row.pk) == cleaned.get("event")), None)
    return NewProof(
        kind=cleaned["kind"], event=event, day=cleaned.get("day") or (event.day if event else None),
        quarter=int(cleaned["quarter"]) if cleaned.get("quarter") else None, url=cleaned["url"],
        memo_no=cleaned["memo_no"], note=cleaned["note"], facts=cleaned["figures"],
        name=file.name if file else "", content=file.read() if file else b"",
    )  # fmt: skip


def rows_of(cleaned: Mapping[str, Any], others: Sequence[PlanIndicator]) -> list[PlanIndicator]:
    """The further rows a good form names."""
    wanted = set(cleaned.get("also") or [])
    return [row for row in others if str(row.pk) in wanted]
