"""Asking another office, and answering."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import BnDateField, HouseForm, OfficeField


class AskForm(HouseForm):
    """Which office, what, and until when."""

    office = OfficeField(label=_("Which office?"), source="papers:office_options")
    what = forms.CharField(label=_("What is needed from it?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    due = BnDateField(label=_("Until when?"), required=False)


class AnswerNeedForm(HouseForm):
    """What was delivered, or why it is no longer needed."""

    answer = forms.CharField(label=_("Answer"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
