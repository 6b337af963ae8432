"""Reasons and findings in words, Bangla and English. Tables of text only; no rule is decided here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from agragati.kernel.digits import to_bn
from agragati.kernel.numbers import group
from agragati.plans.rules.choices import Unit
from agragati.plans.rules.reasons import Fact, Finding, Reason
from agragati.plans.rules.rounding import fixed, short, stated
from agragati.plans.rules.wording_findings import FORECAST_TEXTS, IMPORT_TEXTS
from agragati.plans.rules.wording_formulas import FORMULA_TEXTS
from agragati.plans.rules.wording_integrity import EVIDENCE_NAMES, INTEGRITY_TEXTS
from agragati.plans.rules.wording_quality import QUALITY_TEXTS
from agragati.plans.rules.wording_tables import FINDING_TEXTS, REASON_TEXTS, UNIT_NAMES

_MARKS = {"raw", "weight", "sum", "printed", "total", "above", "below", "percent", "known"}
_GROUPED = {"numerator", "denominator", "more"}
_AS_WRITTEN = {"reason", "place", "text"}
_FINDING_TABLES = (
    REASON_TEXTS,
    FINDING_TEXTS,
    IMPORT_TEXTS,
    INTEGRITY_TEXTS,
    FORECAST_TEXTS,
    FORMULA_TEXTS,
    QUALITY_TEXTS,
)
LANGUAGES = ("bn", "en")


def say(reason: Reason, language: str = "bn") -> str:
    """Give a reason as one sentence in "bn" (Bangla digits) or "en"."""
    template = next(table[reason.key] for table in _FINDING_TABLES if reason.key in table)[LANGUAGES.index(language)]
    unit = str(reason.values.get("unit", ""))
    words = {name: _show(name, value, unit, language) for name, value in reason.values.items()}
    return template.format(**words)


def say_finding(finding: Finding, language: str = "bn") -> str:
    """Give a finding as one sentence, beginning with its indicator code where it has one."""
    named_inside = finding.reason.values.get("area") == finding.code
    code = f"[{finding.code}] " if finding.code and not named_inside else ""
    return (to_bn(code) if language == "bn" else code) + say(finding.reason, language)


def day_text(day: date, language: str = "bn") -> str:
    """Give a day as tables print it: ১৬/০৩/২০২২ (or 16/03/2022)."""
    text = f"{day:%d/%m}/{day.year:04d}"
    return to_bn(text) if language == "bn" else text


def value_text(value: Decimal | date, unit: Unit | str = "", language: str = "bn", places: int = 4) -> str:
    """Give an achieved or target value as the table prints it: a day, a count, or "৮০%"."""
    if isinstance(value, date):
        return day_text(value, language)
    text = stated(value, places) + ("%" if unit == Unit.PERCENT else "")
    return to_bn(text) if language == "bn" else text


def _show(name: str, value: Fact, unit: str, language: str) -> str:
    if name == "kind" and value in EVIDENCE_NAMES:
        return EVIDENCE_NAMES[str(value)][LANGUAGES.index(language)]
    if isinstance(value, Unit):
        return UNIT_NAMES[value][LANGUAGES.index(language)]
    if isinstance(value, date) or (isinstance(value, Decimal) and name not in {"points", *_MARKS, *_GROUPED}):
        return value_text(value, unit, language)
    text = _number(name, value) if isinstance(value, Decimal) else str(value)
    return to_bn(text) if language == "bn" and name not in _AS_WRITTEN else text


def _number(name: str, value: Decimal) -> str:
    if name == "points":
        return fixed(value)
    return short(value) if name in _MARKS else group(Decimal(stated(value)))
