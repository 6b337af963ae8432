"""Writing a decision, and saying how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, HouseForm, UploadField

from ..actions import DecisionDraft
from ..choices import DutyStatus, TargetKind
from ..models import Decision

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.doc,.txt,.csv"


class DecisionForm(HouseForm):
    """A decision and who carries it out."""

    text = forms.CharField(label=_("What was decided?"), widget=forms.Textarea(attrs={"rows": 4}), max_length=8000)
    targets = forms.MultipleChoiceField(label=_("Who carries it out?"), required=False,
                                        widget=forms.CheckboxSelectMultiple)  # fmt: skip
    others = forms.CharField(label=_("Others, as to be printed"), required=False,
                             widget=forms.Textarea(attrs={"rows": 2}),
                             help_text=_("One a line; nobody is reminded for these"))  # fmt: skip
    due_text = forms.CharField(label=_("By when, in words"), required=False, max_length=200,
                               help_text=_("Such as: within 15 days. Counted from the meeting."))  # fmt: skip
    committed_due = BnDateField(label=_("Due day of this meeting"), required=False)
    official_due = BnDateField(label=_("Official due day"), required=False)
    evidence = forms.CharField(label=_("What evidence is expected?"), required=False, max_length=300)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, options: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["targets"].choices = options  # type: ignore[attr-defined]


def draft_of(cleaned: Mapping[str, Any]) -> DecisionDraft:
    """Plain values from a good form."""
    return DecisionDraft(
        text=cleaned["text"], due_text=cleaned["due_text"], committed_due=cleaned["committed_due"],
        official_due=cleaned["official_due"], evidence=cleaned["evidence"], targets=cleaned["targets"],
        others=cleaned["others"].splitlines(),
    )  # fmt: skip


def typed_of(row: Decision) -> dict[str, Any]:
    """A decision as the form would have it typed."""
    parts = list(row.implementers.all())
    keys = {TargetKind.POST: "post_id", TargetKind.SECTION: "section_id", TargetKind.OFFICE: "office_id",
            TargetKind.GROUP: "group_id", TargetKind.LEVEL: "level"}  # fmt: skip
    return {
        "text": row.text, "due_text": row.due_text, "committed_due": row.committed_due,
        "official_due": row.official_due, "evidence": row.evidence, "seen": row.versions.get("text", 1),
        "targets": [f"{part.kind}:{getattr(part, keys[TargetKind(part.kind)])}" if part.kind in keys else part.kind
                    for part in parts if part.kind != TargetKind.TEXT],
        "others": "\n".join(part.text for part in parts if part.kind == TargetKind.TEXT),
    }  # fmt: skip


class DutyForm(HouseForm):
    """How far the office is: one screen on a phone."""

    status = forms.ChoiceField(
        label=_("How far is it?"),
        widget=forms.RadioSelect,
        choices=[(s.value, s.label) for s in (DutyStatus.ON_SCHEDULE, DutyStatus.BEHIND, DutyStatus.DONE)],
    )
    text = forms.CharField(label=_("In a few words"), required=False, max_length=2000,
                           widget=forms.Textarea(attrs={"rows": 2}))  # fmt: skip
    file = UploadField(label=_("Evidence"), required=False, accept=ACCEPTED)
    done_on = BnDateField(label=_("Done on which day?"), required=False, help_text=_("Empty = today"))


class PromiseForm(HouseForm):
    """Another day, promised by the office."""

    day = BnDateField(label=_("By which day will it be done?"))
    text = forms.CharField(label=_("Why?"), required=False, max_length=2000)


class ConfirmForm(HouseForm):
    """A deed with its words; `text` is asked when the deed needs a reason."""

    text = forms.CharField(label=_("Why?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, reason: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = reason
