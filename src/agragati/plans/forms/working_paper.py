"""Choosing a meeting and the indicators for its working paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agragati.ui.forms import HouseForm


class WorkingPaperForm(HouseForm):
    """Which meeting, and which indicators; all of them to begin with."""

    meeting = forms.ChoiceField(label=_("To which meeting?"))
    codes = forms.MultipleChoiceField(label=_("Which indicators?"), widget=forms.CheckboxSelectMultiple)

    def __init__(
        self, *args: Any, meetings: Sequence[tuple[int, str]], rows: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = [(str(pk), words) for pk, words in meetings]  # type: ignore[attr-defined]
        self.fields["codes"].choices = list(rows)  # type: ignore[attr-defined]
        self.fields["codes"].initial = [code for code, _words in rows]
