"""The gallery's own samples: every component with true-looking, invented content."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .forms import BnDateField, BnDecimalField, BnIntegerField, HouseForm, OfficeField, UploadField
from .rules import Column, chosen_order

COLUMNS = [
    Column(_("Indicator"), "name"),
    Column(_("Target"), "target", numeric=True),
    Column(_("Achieved"), "achieved", numeric=True),
    Column(_("Progress")),
    Column(_("Status")),
]


class SampleForm(HouseForm):
    """One of each kind of field."""

    total = BnIntegerField(
        label=_("How many applications came in this month?"),
        unit=_("applications"),
        help_text=_("With those left from last month. Bangla or English digits."),
    )
    settled = BnIntegerField(label=_("How many were settled within 28 days?"), unit=_("applications"))
    share = BnDecimalField(label=_("Share settled"), unit="%", required=False)
    until = BnDateField(label=_("Up to which day is this?"))
    source = forms.ChoiceField(
        label=_("Where is the figure from?"),
        choices=[("system", _("An e-service")), ("register", _("The office register")), ("other", _("Elsewhere"))],
        widget=forms.RadioSelect,
    )
    area = forms.ChoiceField(label=_("Area"), choices=[("", _("All")), ("1", _("Services")), ("2", _("Capacity"))])
    office = OfficeField(label=_("Office"), required=False, help_text=_("Type a part of the name."))
    proof = UploadField(label=_("Evidence"), help_text=_("Picture or PDF"))
    reason = forms.CharField(label=_("Reason for falling short"), widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label=_("I have checked these figures"), required=False)

    def clean(self) -> dict[str, Any]:
        """Settled cannot exceed what came in."""
        data = super().clean() or {}
        if (data.get("settled") or 0) > (data.get("total") or 0):
            self.add_error("settled", _("More were settled than came in."))
        return data


def rows() -> list[dict[str, Any]]:
    """A small table with every state."""
    names = [
        (_("e-Nothi files settled"), 80, 92, "ok", _("Target met")),
        (_("Applications settled within 28 days"), 90, 66, "bad", _("Far behind")),
        (_("Workshops on the fourth industrial revolution, smart Bangladesh and public service innovation"), 4, 3,
         "warn", _("Slightly behind")),
        (_("Births registered within 45 days"), 75, None, "info", _("No figure yet")),
        (_("Services digitised"), 1, None, "none", _("Not applicable")),
    ]  # fmt: skip
    return [
        {"name": name, "target": target, "achieved": done, "tone": tone, "state": state,
         "share": None if done is None else round(done * 100 / target)}
        for name, target, done, tone, state in names
    ]  # fmt: skip


def samples(sort: str) -> dict[str, Any]:
    """Everything the gallery page shows; `sort` is the order asked for in the address."""
    now = timezone.now()
    order = chosen_order(sort, COLUMNS, "")
    key = order.lstrip("-")
    shown = sorted(rows(), key=lambda r: str(r[key]), reverse=order.startswith("-")) if order else rows()
    faulty = SampleForm({"total": "১,২৪০", "settled": "1318", "until": "৩১/২/২০২৬", "office_text": "পবা"}, prefix="f")
    faulty = SampleForm({f"f-{k}": v for k, v in faulty.data.items()}, prefix="f")
    faulty.is_valid()
    faulty.offer("office", [(1, "উপজেলা কার্যালয়, পবা, রাজশাহী"), (2, "উপজেলা কার্যালয়, পবাখালী")])
    return {
        "columns": COLUMNS,
        "rows": shown,
        "page": Paginator(range(1, 301), 12).page(3),
        "form": SampleForm(),
        "faulty": faulty,
        "now": now,
        "earlier": now - timedelta(hours=5),
        "amount": 1234567,
    }


class SampleQuestion(HouseForm):
    """What a deed that is hard to undo asks for."""

    reason = forms.CharField(label=_("Why?"), widget=forms.Textarea)


def question() -> dict[str, Any]:
    """Everything the sample confirm page shows."""
    return {
        "question": _("Delete this piece of evidence?"),
        "warning": _("The marks that lean on it will be worked out again."),
        "details": [(_("Evidence"), "আদেশ-১২৩.pdf"), (_("Indicator"), "১.১.১")],
        "form": SampleQuestion(),
        "submit": _("Delete"),
        "danger": True,
        "cancel": "/gallery/",
    }
