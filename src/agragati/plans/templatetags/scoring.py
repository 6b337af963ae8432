"""Marks, values and reasons in the reader's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import AgragatiError
from agragati.ui.renderers import number, said

from ..forms.frameworks import CLASS_NAMES
from ..measures import measure_words
from ..models import ProgressEvent
from ..rules.choices import State
from ..rules.computing import formula_by_labels
from ..rules.framework import Activity, Area, Framework, Indicator
from ..rules.legends import HOUSE, Band, Legend, band_of
from ..rules.reasons import Finding, Reason
from ..rules.rounding import fixed, short
from ..rules.wording import LANGUAGES, say, say_finding, value_text
from ..rules.wording_quality import CRITERION_NAMES, GRADE_NAMES
from ..selectors import SheetRow

register = template.Library()
PLACES = 2  # shown; cut, never rounded up


def _language() -> str:
    return "en" if get_language() == "en" else "bn"


@register.filter
def in_words(reason: Reason | Finding) -> str:
    """A reason or finding as one sentence."""
    return say_finding(reason, _language()) if isinstance(reason, Finding) else say(reason, _language())


@register.filter
def marks(points: Decimal | None) -> str:
    """Marks with two places; unknown ones as a dash."""
    if points is None:
        return "—"
    return to_bn(fixed(points)) if _language() == "bn" else fixed(points)


@register.filter
def weight(value: Decimal | None) -> str:
    """A weight without idle zeros; unknown ones as a dash."""
    if value is None:
        return "—"
    return to_bn(short(value)) if _language() == "bn" else short(value)


@register.filter
def target(value: Decimal | date | None, unit: str = "") -> str:
    """A target or achieved value as the table prints it; "-" where the column does not exist."""
    return "-" if value is None else value_text(value, unit, _language(), PLACES)


@register.filter
def name(thing: Indicator | Area | Activity) -> str:
    """An indicator, area or activity in the reader's language; as printed where it has no English name."""
    if _language() == "en":
        english = thing.text_en if isinstance(thing, Indicator) else thing.title_en
        if english:
            return english
    return thing.text if isinstance(thing, Indicator) else thing.title


@register.filter
def wording_of(code: str, framework: Framework) -> str:
    """The name of a framework's indicator by its code; "" where it has none such."""
    return next((name(row) for row in framework.indicators if row.code == code), "")


@register.filter
def amount(value: Decimal) -> str:
    """A count or sum of money as people write it: grouped, without idle zeros."""
    return number(value.to_integral_value() if value == value.to_integral_value() else value.normalize())


@register.filter
def code(text: str) -> str:
    """An indicator code in brackets: [১.১.১]."""
    return f"[{to_bn(text) if _language() == 'bn' else text}]"


@register.filter
def year_label(start: int) -> str:
    """A fiscal year by the year it begins in: ২০২১-২২."""
    label = f"{start}-{(start + 1) % 100:02d}"
    return to_bn(label) if _language() == "bn" else label


@register.filter
def share(points: Decimal | None, of: Decimal | None) -> int:
    """Whole percent of `of`, 0 to 100, for a bar."""
    if points is None or not of:
        return 0
    return max(0, min(100, int(points * 100 / of)))


@register.filter
def percent_of(points: Decimal | None, of: int) -> Decimal | None:
    """Percent of `of` with one place; None stays unknown."""
    return None if points is None else round(Decimal(points) * 100 / of, 1)


@register.filter
def bn_code(text: str) -> str:
    """A title with its code, in the reader's digits."""
    return to_bn(text) if _language() == "bn" else text


STATES: dict[str, tuple[str, str | Promise]] = {
    State.SCORED: ("ok", _("Marked")),
    State.NOT_YET: ("none", _("Not yet")),
    State.NO_FIGURE: ("warn", _("No figure stated")),
    State.NOT_APPLICABLE: ("none", _("Not applicable")),
    State.REJECTED: ("bad", _("Evidence rejected")),
    State.UNKNOWN: ("info", _("Targets unknown")),
}


@register.filter
def state_tone(row: SheetRow, legend: Legend = HOUSE) -> str:
    """The tone of a row's status pill: by the legend where marks were given."""
    score = row.scored.score
    band = band_of(legend, score.raw) if score.state is State.SCORED else None
    return band.tone if band else STATES[score.state][0]


@register.filter
def state_words(row: SheetRow, legend: Legend = HOUSE) -> str:
    """The words of a row's status pill: by the legend where marks were given."""
    score = row.scored.score
    if score.state is State.SCORED and not score.raw and score.raw is not None:
        return gettext("Below the last target")
    band = band_of(legend, score.raw) if score.state is State.SCORED else None
    return band_word(band) if band else str(STATES[score.state][1])


@register.filter
def band_word(band: Band | None) -> str:
    """The word of a band in the reader's language."""
    if band is None:
        return "—"
    return band.word_en if _language() == "en" and band.word_en else band.word


_GRADE_TONES = {"very_good": "ok", "good": "ok", "fair": "warn", "weak": "bad"}


@register.filter
def grade_tone(grade: str) -> str:
    """The tone of a plan's quality."""
    return _GRADE_TONES.get(grade, "none")


@register.filter
def grade_word(grade: str) -> str:
    """A plan's quality in words."""
    return GRADE_NAMES[grade][LANGUAGES.index(_language())]


@register.filter
def criterion_name(name: str) -> str:
    """A criterion of quality by its name for people."""
    return CRITERION_NAMES[name][LANGUAGES.index(_language())]


@register.filter
def formula_words(indicator: Indicator) -> str:
    """A formula by the names people use."""
    return bn_code(formula_by_labels(indicator.formula, indicator.figures, indicator.shared))


@register.filter
def figures_in_words(event: ProgressEvent, indicator: Indicator) -> list[tuple[str, Decimal]]:
    """The named figures of an event: (what people call it, number)."""
    labels = {figure.name: figure.label or figure.name for figure in indicator.figures}
    return [(labels.get(name, name), Decimal(number)) for name, number in event.figures.items()]


@register.filter
def main_reason(row: SheetRow) -> Reason:
    """The step that says most about the marks."""
    return row.scored.score.main_reason


KINDS: dict[str, str | Promise] = {
    "egov": _("e-Governance and innovation"),
    "integrity": _("Integrity"),
    "grievance": _("Grievance redress"),
    "charter": _("Service promise"),
    "rti": _("Right to information"),
    "apa": _("Performance agreement"),
}
TIER_NAMES: dict[str, str | Promise] = {
    "ministry": _("Ministry or division"),
    "directorate": _("Directorate or agency"),
    "divisional": _("Divisional office"),
    "district": _("District office"),
    "upazila": _("Upazila office"),
}


@register.filter
def plan_kind(kind: str) -> str:
    """The kind of a plan in words; an unknown kind as it is written."""
    return str(KINDS.get(kind, kind))


@register.filter
def tier_name(tier: str) -> str:
    """A tier in words."""
    return str(TIER_NAMES.get(tier, tier))


@register.filter
def class_name(word: str) -> str:
    """The class of an indicator in words."""
    return str(CLASS_NAMES.get(word, word))


@register.filter
def counted_words(counted_from: str) -> str:
    """What a framework counts a row from, in words."""
    return measure_words(counted_from)


@register.filter
def finding_words(what: Finding | AgragatiError) -> str:
    """A finding or a refusal as one sentence."""
    return said(what) if isinstance(what, AgragatiError) else say_finding(what, _language())


@register.filter
def is_shown(mime: str) -> bool:
    """Whether pages of such a file can be shown as pictures."""
    return mime == "application/pdf" or mime.startswith("image/")


@register.filter
def page_numbers(count: int) -> list[int]:
    """Pages to link: all of a short file; of a long scan the first ten, every tenth, and the last."""
    if count <= 20:
        return list(range(1, count + 1))
    return sorted({*range(1, 11), *range(20, min(count, 1000) + 1, 10), count})


@register.filter
def at(items: list[str], place: int) -> str:
    """The n-th of a list, from 1."""
    return items[place - 1]
