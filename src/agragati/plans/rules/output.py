"""Scores and findings as plain tables (for JSON) and as a table of text. Marks are strings, never floats."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from agragati.kernel.digits import to_bn
from agragati.plans.rules.quality import Quality, Rated
from agragati.plans.rules.reasons import Finding, Reason
from agragati.plans.rules.rounding import RAW_PLACES, fixed, short, stated
from agragati.plans.rules.scoring import IndicatorScore, PlanScore
from agragati.plans.rules.wording import say, say_finding, value_text
from agragati.plans.rules.wording_quality import CRITERION_NAMES, GRADE_NAMES
from agragati.plans.rules.wording_tables import STATE_TEXTS

Json = dict[str, object]
_LANGUAGES = ("bn", "en")


def score_as_table(score: PlanScore, notes: Iterable[Finding] = (), language: str = "bn") -> Json:
    """Give a plan's score: total and points with two places, raw with three, null where nothing can be stated."""
    return {
        "framework": score.framework.name,
        "title": score.framework.title,
        "fiscal_year": score.framework.fiscal_year.latin,
        "tier": score.framework.tier,
        "method": score.method.value,
        "total": _points(score.total),
        "of": short(score.of),
        "estimated": score.estimated,
        "indicators": [_row(row, language) for row in score.rows],
        "warnings": [finding_as_table(item, language) for item in (*score.findings, *notes)],
    }


def finding_as_table(finding: Finding, language: str = "bn") -> Json:
    """Give a finding with its sentence."""
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "code": finding.code,
        "message": say(finding.reason, language),
    }


def quality_as_table(quality: Quality, language: str = "bn") -> Json:
    """Give a plan's rating: total out of 100, its grade, and every criterion with finding and advice."""
    place = _LANGUAGES.index(language)
    return {
        "total": None if quality.total is None else fixed(quality.total, 1),
        "of": "100",
        "grade": quality.grade,
        "word": GRADE_NAMES[quality.grade][place],
        "criteria": [_criterion(rated, language) for rated in quality.criteria],
    }


def _criterion(rated: Rated, language: str) -> Json:
    return {
        "name": rated.name,
        "title": CRITERION_NAMES[rated.name][_LANGUAGES.index(language)],
        "marks": _points(rated.marks),
        "of": fixed(rated.of),
        "finding": say(rated.finding, language),
        "advice": "" if rated.advice is None else say(rated.advice, language),
        "codes": list(rated.codes),
    }


def quality_as_text(quality: Quality, language: str = "bn") -> str:
    """Give the rating as lines: the total in number and word, then a line a criterion with what would improve it."""
    place = _LANGUAGES.index(language)
    total = "?" if quality.total is None else fixed(quality.total, 1)
    head = ("পরিকল্পনার গুণগত মান", "quality of the plan")[place]
    lines = [_digits(f"{head}: {total} / 100 ({GRADE_NAMES[quality.grade][place]})", language)]
    for rated in quality.criteria:
        marks = "-" if rated.marks is None else short(rated.marks)
        advice = f" → {say(rated.advice, language)}" if rated.advice else ""
        name = CRITERION_NAMES[rated.name][place]
        head = _digits(f"- {name} {marks}/{short(rated.of)}: ", language)
        lines.append(f"{head}{say(rated.finding, language)}{advice}")
    return "\n".join(lines)


def _row(row: IndicatorScore, language: str) -> Json:
    score, indicator = row.score, row.indicator
    return {
        "code": indicator.code,
        "text": indicator.text,
        "weight": _points(indicator.weight),
        "achieved": None if score.achieved is None else plain(score.achieved),
        "state": score.state.value,
        "raw": None if score.raw is None else fixed(score.raw, RAW_PLACES),
        "points": _points(score.points),
        "band": None if score.band is None else _band(score.band),
        "because": [reason_as_table(reason, language) for reason in score.because],
    }


def reason_as_table(reason: Reason, language: str = "bn") -> Json:
    """Give a reason as its key, its values, and its sentence."""
    values = {name: plain(value) for name, value in reason.values.items()}
    return {"key": reason.key, "values": values, "text": say(reason, language)}


def plain(value: object) -> object:
    """Give a value JSON can hold: days as ISO, decimals as strings, the rest as it is."""
    if isinstance(value, date):
        return value.isoformat()
    return stated(value) if isinstance(value, Decimal) else value


def _points(points: Decimal | None) -> str | None:
    return None if points is None else fixed(points)


def _band(band: Decimal) -> int | str:
    return int(band) if band == band.to_integral_value() else short(band)


def score_as_text(score: PlanScore, notes: Iterable[Finding] = (), language: str = "bn") -> str:
    """Give the score as lines to read: one block per indicator, the total, the warnings."""
    of = short(score.of)
    total = "?" if score.total is None else fixed(score.total)
    words = _WORDS[language]
    title = _digits(score.framework.title, language)
    lines = [f"{title} ({score.method.value})", ""]
    for row in score.rows:
        lines.extend(_lines(row, language))
    estimated = f" ({words['estimated']})" if score.estimated else ""
    lines += ["", _digits(f"{words['total']}: {total} / {of}{estimated}", language)]
    warnings = [say_finding(item, language) for item in (*score.findings, *notes)]
    if warnings:
        lines += ["", f"{words['warnings']}:", *(f"- {text}" for text in warnings)]
    return "\n".join(lines)


_WORDS = {
    "bn": {"total": "মোট", "estimated": "অনুমিত", "warnings": "সতর্কতা"},
    "en": {"total": "total", "estimated": "estimated", "warnings": "warnings"},
}


def _lines(row: IndicatorScore, language: str) -> list[str]:
    indicator, score = row.indicator, row.score
    weight = "?" if indicator.weight is None else short(indicator.weight)
    points = "-" if score.points is None else fixed(score.points)
    state = STATE_TEXTS[score.state.value][_LANGUAGES.index(language)]
    achieved = "" if score.achieved is None else value_text(score.achieved, indicator.measure, language)
    head = _digits(f"[{indicator.code}] ", language) + indicator.text
    figure = _digits(f"    {points} / {weight}   ", language) + (achieved or state)
    return [head, figure, *(f"    · {say(reason, language)}" for reason in score.because)]


def _digits(text: str, language: str) -> str:
    return to_bn(text) if language == "bn" else text


def findings_as_text(findings: Iterable[Finding], language: str = "bn") -> str:
    """Give findings as lines, errors marked; one line says so when there are none."""
    marks = {"bn": {"error": "ভুল", "warning": "সতর্কতা"}, "en": {"error": "error", "warning": "warning"}}[language]
    lines = [f"{marks[item.level.value]} {item.rule}: {say_finding(item, language)}" for item in findings]
    return "\n".join(lines) or {"bn": "কোনো ত্রুটি পাওয়া যায়নি।", "en": "no findings"}[language]
