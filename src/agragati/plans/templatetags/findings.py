"""Findings in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language, gettext

from ..actions.integrity import GONE
from ..models import PlanDoubt
from ..rules.reasons_json import reason_from_json
from ..rules.wording import LANGUAGES, say
from ..rules.wording_integrity import RULE_TITLES

register = template.Library()
TONES = {"high": "bad", "medium": "warn", "low": "info"}


def _language() -> str:
    return "en" if get_language() == "en" else "bn"


@register.filter
def doubt_words(doubt: PlanDoubt) -> str:
    """A finding as one sentence."""
    return say(reason_from_json(doubt.key, doubt.values), _language())


@register.filter
def close_words(doubt: PlanDoubt) -> str:
    """Why a finding is settled."""
    return gettext("The check no longer finds it.") if doubt.close_reason == GONE else doubt.close_reason


@register.filter
def rule_title(rule: str) -> str:
    """A rule in a few words."""
    return RULE_TITLES[rule][LANGUAGES.index(_language())]


@register.filter
def severity_tone(severity: str) -> str:
    """The tone of a status pill."""
    return TONES.get(severity, "info")


@register.filter
def under(found: Mapping[int, list[Any]] | str | None, key: int) -> list[Any]:
    """What stands under a key; nothing where there is none."""
    return found.get(key, []) if isinstance(found, Mapping) else []
