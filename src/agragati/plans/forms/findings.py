"""What the reader of a list of findings asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..choices import DoubtState, Severity
from ..rules.integrity import CHECKS
from ..selectors.integrity import DoubtFilter


def doubt_filter(query: Mapping[str, str], plan_id: int | None = None) -> DoubtFilter:
    """The filter from the address; nonsense is not asked for."""
    state, severity, rule = (query.get(name, "") for name in ("state", "severity", "rule"))
    return DoubtFilter(
        state=state if state in DoubtState.values else "",
        severity=severity if severity in Severity.values else "",
        rule=rule if rule in {check.rule for check in CHECKS} else "",
        plan_id=plan_id,
    )


class DoubtFilterForm(forms.Form):
    """The filter above the list."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("Not settled")), *DoubtState.choices])
    severity = forms.ChoiceField(label=_("Gravity"), required=False, choices=[("", _("All")), *Severity.choices])
    rule = forms.ChoiceField(
        label=_("Rule"), required=False, choices=[("", _("All")), *((c.rule, c.rule) for c in CHECKS)]
    )


def filter_form(query: Mapping[str, str]) -> DoubtFilterForm:
    """The filter as the address has it."""
    return DoubtFilterForm(query, label_suffix="")


def doubt_columns() -> list[dict[str, Any]]:
    """Columns of the list of findings."""
    return [
        {"label": _("Observation")},
        {"label": _("Gravity")},
        {"label": _("Office")},
        {"label": _("Who answers")},
        {"label": _("State")},
        {"label": _("Found on")},
    ]
