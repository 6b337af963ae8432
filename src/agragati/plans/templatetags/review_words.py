"""Deeds, figures and changes of a review in the reader's words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agragati.ui.renderers import day, digits, number

from ..choices import EvidenceKind
from ..forms.life import DEED_WORDS, TIER_WORDS
from ..models import Amendment
from ..rules.evidence import Item
from ..rules.life_states import LifeDeed
from ..rules.review_states import Deed

register = template.Library()
REVIEW_WORDS: dict[str, str | Promise] = {
    Deed.SUBMIT: gettext_lazy("Sent"),
    Deed.RESUBMIT: gettext_lazy("Sent again"),
    Deed.RENEW: gettext_lazy("Provisional claim renewed"),
    Deed.ACCEPT: gettext_lazy("Accepted"),
    Deed.ACCEPT_PART: gettext_lazy("Accepted in part"),
    Deed.RETURN: gettext_lazy("Returned with feedback"),
    Deed.NOT_APPLICABLE: gettext_lazy("Not applicable"),
    Deed.UNDO: gettext_lazy("Verdict taken back"),
    Deed.REOPEN: gettext_lazy("Opened again"),
    Deed.ACCEPT_QUARTER: gettext_lazy("Quarter accepted"),
    Deed.UNACCEPT_QUARTER: gettext_lazy("Acceptance taken back"),
    Deed.AWARD: gettext_lazy("Awarded"),
    Deed.APPEAL: gettext_lazy("Appeal"),
    Deed.UPHOLD: gettext_lazy("Appeal upheld"),
    Deed.REFUSE: gettext_lazy("Appeal refused"),
}


@register.filter
def deed_words(deed: str) -> str:
    """A deed of a review."""
    return str(REVIEW_WORDS.get(deed, deed))


@register.filter
def life_words(deed: str) -> str:
    """A deed of a plan's life."""
    return str(DEED_WORDS[LifeDeed(deed)]) if deed in set(LifeDeed) else deed


@register.filter
def figure_words(figure: dict[str, str] | None) -> str:
    """The figure behind a number: a day, a count, or done out of all."""
    if not figure:
        return "—"
    parts = []
    if figure.get("day"):
        parts.append(day(date.fromisoformat(figure["day"])))
    if figure.get("value"):
        parts.append(number(Decimal(figure["value"]).normalize()))
    if figure.get("denominator"):
        shares = (Decimal(figure[name]) for name in ("numerator", "denominator"))
        parts.append(" / ".join(number(_plain(part)) for part in shares))
    named = [Decimal(text) for name, text in figure.items() if name.startswith("figure:")]
    parts += [" / ".join(number(_plain(one)) for one in named)] if named else []
    return " · ".join(parts)


def _plain(one: Decimal) -> Decimal:
    return one.to_integral() if one == one.to_integral() else one


@register.filter
def change_words(row: Amendment) -> str:
    """What an amendment changes: old → new."""
    parts = []
    if row.old.get("weight") != row.new.get("weight"):
        parts.append(f"{_('Weight')}: {_shown(row.old.get('weight'))} → {_shown(row.new.get('weight'))}")
    if row.old.get("levels") != row.new.get("levels"):
        parts.append(f"{_('Targets')}: {_levels(row.old.get('levels'))} → {_levels(row.new.get('levels'))}")
    return "; ".join(parts)


def _shown(value: object) -> str:
    return "—" if value is None else digits(value)


def _levels(levels: list[list[str | None]] | None) -> str:
    if not levels:
        return _("as in the official table")
    return ", ".join(f"{digits(percent)}%: {_shown(value)}" for percent, value in levels)


@register.filter
def proof_name(item: Item) -> str:
    """A line of a checklist: the wording of the paper, else the kind's own name."""
    if item.text:
        return item.text
    return str(EvidenceKind(item.kind).label) if item.kind in EvidenceKind.values else _("any evidence")


@register.filter
def tier_words(tier: str) -> str:
    """A tier by the name of its offices."""
    return str(dict(TIER_WORDS).get(tier, tier))


@register.filter
def same(one: object, other: object) -> bool:
    """Whether two values are equal, for an argument of an include."""
    return one == other
