"""Templates, budgets, masking names, holidays, plans of reminding."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, BnDecimalField, BnIntegerField, HouseForm, OfficeField
from agragati.ui.renderers import day as day_words
from agragati.ui.renderers import digits

from ..actions import TemplateText
from ..models import Holiday, SmsTerms
from ..rules.reminders import Stage, stage_key
from .compose import HOLES, ClockField

ROWS = 8
TARGETS = [("holder", _("Who has to do it")), ("head", _("The head of the office")), ("higher", _("The higher office"))]
CHANNELS = [("in_app", _("Notice")), ("email", _("E-mail")), ("sms", _("SMS")), ("push", _("Push notice"))]


def _area(label: Any, *, required: bool = False, rows: int = 4, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=10_000, widget=forms.Textarea(attrs={"rows": rows}), **kwargs
    )


class TemplateForm(HouseForm):
    """A text in both languages."""

    key = forms.RegexField(
        r"^[a-z0-9_-]+$", label=_("Short name"), max_length=60, help_text=_("Small Latin letters, such as report-call"),
        error_messages={"invalid": _("Write small Latin letters, digits and hyphens only.")},
    )  # fmt: skip
    title = forms.CharField(label=_("Name"), max_length=150)
    subject_bn = forms.CharField(label=_("Subject in Bangla"), max_length=300)
    body_bn = _area(_("Text in Bangla"), required=True, rows=6, help_text=HOLES)
    sms_bn = _area(_("SMS in Bangla"), rows=2)
    subject_en = forms.CharField(label=_("Subject in English"), required=False, max_length=300)
    body_en = _area(_("Text in English"), rows=6)
    sms_en = _area(_("SMS in English"), rows=2)


def template_words(cleaned: dict[str, Any]) -> TemplateText:
    """The words of a good form."""
    names = ("title", "subject_bn", "body_bn", "sms_bn", "subject_en", "body_en", "sms_en")
    return TemplateText(**{name: cleaned[name] for name in names})


class BudgetForm(HouseForm):
    """SMS money of an office for a month."""

    office = OfficeField(label=_("Office"))
    month = BnDateField(label=_("Month"), help_text=_("Any day of the month, such as 01/03/2026"))
    limit = BnDecimalField(label=_("Budget of the month"), unit=_("taka"), min_value=0, max_value=99_999_999)
    repeats = forms.BooleanField(label=_("The same in later months"), required=False, initial=True)


class PriceForm(HouseForm):
    """What a gateway takes for a part of an SMS; through one that is not free nothing leaves at an unknown price."""

    price = BnDecimalField(
        label=_("Price of one part"), unit=_("taka"), required=False, min_value=0, max_value=9999,
        help_text=_("As the contract says, with VAT. Empty: not known; then no SMS leaves through it."),
    )  # fmt: skip
    memo = forms.CharField(
        label=_("Contract or letter that names it"), required=False, max_length=120, help_text=_("Needed with a price")
    )

    def __init__(self, *args: Any, is_free: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_free:
            self.fields["price"].help_text = _("This gateway costs nothing; a price typed here counts all the same.")


class SmsTermsForm(HouseForm):
    """Sending hours and masking name."""

    opens = ClockField(label=_("SMS from"), help_text=_("Such as 9:00; on working days only"))
    closes = ClockField(label=_("SMS until"))
    mask = forms.CharField(label=_("Masking name"), required=False, max_length=11)
    approved_on = BnDateField(label=_("Approved on"), required=False)
    memo = forms.CharField(label=_("Memo number of the approval"), required=False, max_length=80)
    expires_on = BnDateField(label=_("Valid until"), required=False)

    @staticmethod
    def typed(row: SmsTerms) -> dict[str, Any]:
        """Stored terms as the form would have them typed."""
        return {"opens": row.opens, "closes": row.closes, "mask": row.mask, "approved_on": row.mask_approved_on,
                "memo": row.mask_approval_memo, "expires_on": row.mask_expires_on}  # fmt: skip


class HolidayForm(HouseForm):
    """A public holiday that the calendar does not fix."""

    day = BnDateField(label=_("Day"))
    name = forms.CharField(label=_("Name"), max_length=150)


class NoHolidayForm(HouseForm):
    """An entered holiday that is none after all."""

    day = forms.TypedChoiceField(label=_("Which holiday?"), coerce=datetime.date.fromisoformat)

    def __init__(self, *args: Any, entered: Iterable[Holiday], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(row.day.isoformat(), f"{row.name_bn}, {day_words(row.day)}") for row in entered]
        self.fields["day"].choices = rows  # type: ignore[attr-defined]


class ReminderPlanForm(HouseForm):
    """Up to eight stages; an empty number of days leaves a stage out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(1, ROWS + 1):
            self.fields[f"days_{n}"] = BnIntegerField(
                label=_("Stage %(n)s: days from the due day") % {"n": digits(n)},
                required=False, min_value=-120, max_value=120,
                help_text=_("-3 is three days before, 0 the day itself, 5 five days after; empty: no such stage")
                if n == 1 else "",
            )  # fmt: skip
            self.fields[f"to_{n}"] = forms.ChoiceField(label=_("To whom"), choices=TARGETS, required=False)
            self.fields[f"by_{n}"] = forms.MultipleChoiceField(
                label=_("By what"), choices=CHANNELS, required=False, widget=forms.CheckboxSelectMultiple
            )


def stages_of(cleaned: dict[str, Any], plan: str) -> list[Stage]:
    """Stages of a plan from a good form."""
    rows = [(cleaned.get(f"days_{n}"), cleaned[f"to_{n}"] or "holder", cleaned[f"by_{n}"]) for n in range(1, ROWS + 1)]
    return [Stage(stage_key(plan, days, to), days, to, tuple(by)) for days, to, by in rows if days is not None]


def stages_as_typed(stages: Sequence[Stage]) -> dict[str, Any]:
    """Stages as the form would have them typed."""
    typed: dict[str, Any] = {}
    for n, stage in enumerate(stages[:ROWS], 1):
        typed |= {f"days_{n}": stage.offset, f"to_{n}": stage.to, f"by_{n}": list(stage.channels)}
    return typed
