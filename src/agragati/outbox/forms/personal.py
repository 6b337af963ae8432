"""What one person chooses or answers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import HouseForm

from ..choices import MailMode, Mode
from .compose import ClockField


class PreferenceForm(HouseForm):
    """How one wants to be told."""

    mail = forms.ChoiceField(label=_("E-mail"), choices=MailMode.choices, widget=forms.RadioSelect)
    takes_sms = forms.BooleanField(label=_("SMS"), required=False)
    takes_push = forms.BooleanField(label=_("Push notices in the browser"), required=False)
    quiet_from = ClockField(label=_("No reminders from"), help_text=_("Such as 20:00"))
    quiet_until = ClockField(label=_("until"))


class KeyModeForm(HouseForm):
    """How far a key may send."""

    mode = forms.ChoiceField(label=_("Messages of this key go"), choices=Mode.choices, widget=forms.RadioSelect)


class AnswerForm(HouseForm):
    """Done or not, once."""

    answer = forms.ChoiceField(
        label=_("How does it stand?"), choices=[("done", _("Done")), ("not_done", _("Not done yet"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
