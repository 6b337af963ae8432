"""Marks of one indicator and of a whole plan, each with its reasons. Algorithm in prose: docs/algorithms/scoring.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.plans.rules.achievement import NOTHING_YET, Achievement, check, in_range
from agragati.plans.rules.choices import Method, State, Unit
from agragati.plans.rules.formula_checks import formula_is_sound
from agragati.plans.rules.framework import Framework, Indicator, Value
from agragati.plans.rules.lint import lint
from agragati.plans.rules.methods import Raw, raw_score, targets_agree
from agragati.plans.rules.reasons import Finding, Reason, because, warn
from agragati.plans.rules.rounding import EXACT

ZERO, HUNDRED = Decimal(0), Decimal(100)
_UNSCORED_RULES = ("R6-evidence-list",)
_MINOR_STEPS = {"marks", "from_events", "percent_of", "formula", "formula_part"}


@dataclass(frozen=True, slots=True)
class Score:
    """Marks of one indicator. `points` and `raw` keep full precision; None means "no marks can be stated".

    `band` is the percent of the highest column reached, 0 below all of them, None where nothing was scored.
    `findings` are the doubts this achievement raises.
    """

    points: Decimal | None
    raw: Decimal | None
    band: Decimal | None
    because: tuple[Reason, ...]
    state: State = State.SCORED
    achieved: Value | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def main_reason(self) -> Reason:
        """Give the step that says most about the marks: the interpolation, not the multiplication after it."""
        steps = [step for step in self.because if step.key not in _MINOR_STEPS]
        return steps[-1] if steps else self.because[-1]


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One row of a scored plan."""

    indicator: Indicator
    achievement: Achievement
    score: Score


@dataclass(frozen=True, slots=True)
class PlanScore:
    """A scored plan. `total` sums the known points and is None when none is known.

    `of` stays the framework's total, also when an indicator is not applicable. `estimated` says that a weight
    or a target needed for the total is unknown, so the total must be shown as অনুমিত.
    """

    framework: Framework
    method: Method
    rows: tuple[IndicatorScore, ...]
    total: Decimal | None
    of: Decimal
    estimated: bool

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what the linter says of the table and what the achievements raise; worked out when it is read."""
        return _plan_findings(self.framework, self.rows)

    @property
    def apa_marks(self) -> Decimal | None:
        """Give the marks carried into the performance agreement: total ÷ 50 × 10 (domain §3.5, unverified)."""
        if self.total is None:
            return None
        with localcontext(EXACT):
            return self.total * self.framework.apa_marks / self.of


def score_indicator(
    indicator: Indicator,
    achievement: Achievement,
    method: Method,
    fiscal_year: FiscalYear,
    *,
    as_of: date | None = None,
    ratio_floor: Decimal = ZERO,
) -> Score:
    """Score one indicator. The indicator's own method goes before `method`; `as_of` is the day of reckoning.

    Raises BadInput for what cannot be true (negative, numerator over denominator, a number for a date).
    """
    check(indicator, achievement)
    settled = _not_computable(indicator, achievement) or _without_figure(indicator, achievement, as_of)
    if settled is not None:
        return settled
    value = achievement.figure(indicator)
    if value is None:
        raise BadInput("Give a date or a number.", field=indicator.code)
    outside = _outside_year(indicator, value, fiscal_year)
    if outside is not None:
        return outside
    counted, reasons = _supported(indicator, achievement, value)
    if not targets_agree(indicator):
        broken = warn("levels-broken", indicator.code)
        return _unscored(State.UNKNOWN, because("levels_broken"), achieved=counted, findings=(broken,))
    raw = raw_score(indicator, counted, indicator.method or method, ratio_floor)
    findings = _doubts(indicator, achievement, as_of)
    return replace(_with_marks(indicator, raw, reasons), achieved=counted, findings=findings)


def score_plan(
    framework: Framework,
    achievements: Mapping[str, Achievement],
    *,
    method: Method | None = None,
    as_of: date | None = None,
) -> PlanScore:
    """Score every indicator of the framework; `achievements` are keyed by canonical code, absent = not yet.

    Raises BadInput (field = code) for an unknown code or an impossible achievement.
    """
    for code in achievements:
        framework.indicator(code)
    chosen = method or framework.method
    rows = tuple(
        _row(framework, indicator, achievements.get(indicator.code, NOTHING_YET), chosen, as_of)
        for indicator in framework.indicators
    )
    known = [row.score.points for row in rows if row.score.points is not None]
    with localcontext(EXACT):
        total = sum(sorted(known), ZERO) if known or not _unknown_codes(rows) else None
    return PlanScore(
        framework=framework,
        method=chosen,
        rows=rows,
        total=total,
        of=framework.total,
        estimated=bool(_unknown_codes(rows)),
    )


def _row(
    framework: Framework, indicator: Indicator, given: Achievement, method: Method, as_of: date | None
) -> IndicatorScore:
    floor, year = framework.ratio_floor, framework.fiscal_year
    score = score_indicator(indicator, given, method, year, as_of=as_of, ratio_floor=floor)
    return IndicatorScore(indicator, given, score)


def _unknown_codes(rows: tuple[IndicatorScore, ...]) -> list[str]:
    no_marks = (State.NOT_APPLICABLE, State.NO_FIGURE)
    return [
        row.indicator.code
        for row in rows
        if row.indicator.weight is None or (row.score.points is None and row.score.state not in no_marks)
    ]


def _plan_findings(framework: Framework, rows: tuple[IndicatorScore, ...]) -> tuple[Finding, ...]:
    found = [item for item in lint(framework) if item.rule not in _UNSCORED_RULES]
    unknown = _unknown_codes(rows)
    if unknown:
        found.append(warn("marks-estimated", count=len(unknown)))
    for row in rows:
        found.extend(row.score.findings)
        if row.score.state is State.NOT_APPLICABLE and row.indicator.weight is not None:
            facts = {"weight": row.indicator.weight, "total": framework.total}
            found.append(warn("not-applicable", row.indicator.code, **facts))
    return tuple(found)


def _without_figure(indicator: Indicator, given: Achievement, as_of: date | None) -> Score | None:
    """Give the score where no value is to be measured; None when there is one."""
    if given.not_applicable:
        return _unscored(State.NOT_APPLICABLE, because("not_applicable"))
    if given.divides_by_zero(indicator):
        found = given.computed(indicator) if given.figures else None
        return _unscored(State.NOT_APPLICABLE, *(found.steps if found else (because("denominator_zero"),)))
    if given.rejected:
        text = given.rejected_because
        reason = because("rejected_because", reason=text) if text else because("rejected")
        return _zero(indicator, State.REJECTED, reason, achieved=given.figure(indicator))
    if given.evidence_count == 0:
        return _zero(indicator, State.SCORED, because("no_evidence"), achieved=given.figure(indicator))
    if given.figure(indicator) is not None:
        return None
    if given.note:
        finding = warn("no-figure", indicator.code)
        return _unscored(State.NO_FIGURE, because("no_figure"), findings=(finding,))
    return _zero(indicator, State.NOT_YET, _not_yet(indicator, as_of))


def _not_computable(indicator: Indicator, given: Achievement) -> Score | None:
    """A formula with faults, or figures that give what cannot be, earn no marks until they are mended."""
    if not indicator.formula or given.not_applicable:
        return None
    if not formula_is_sound(indicator):
        return _unscored(State.UNKNOWN, because("formula_broken"), findings=(warn("formula-broken", indicator.code),))
    found = given.computed(indicator) if given.figures else None
    if found is None or found.divides_by_zero or (found.value is not None and in_range(indicator, found.value)):
        return None
    finding = warn("formula-out-of-range", indicator.code)
    return _unscored(State.UNKNOWN, *found.steps, because("formula_out_of_range"), findings=(finding,))


def _not_yet(indicator: Indicator, as_of: date | None) -> Reason:
    last = indicator.targets[-1][1] if indicator.targets else None
    if as_of is not None and isinstance(last, date) and last < as_of and indicator.levels_complete:
        return because("missed", as_of=as_of, target=last)
    return because("not_yet")


def _outside_year(indicator: Indicator, value: Value, year: FiscalYear) -> Score | None:
    """A date outside the year earns nothing this year, and both numbers and people hear of it (R17)."""
    if not isinstance(value, date) or value in year:
        return None
    facts = {"achieved": value, "start": year.start, "end": year.end}
    early = value < year.start
    reason = because("before_year" if early else "after_year", **facts)
    finding = warn("R17-before-year" if early else "date-outside-year", indicator.code, **facts)
    return replace(_zero(indicator, State.SCORED, reason, value), findings=(finding,))


def _supported(indicator: Indicator, given: Achievement, value: Value) -> tuple[Value, list[Reason]]:
    """Give the value that evidence supports (the smaller of claim and proof for counts) and why."""
    reasons: list[Reason] = []
    if given.events_count:
        reasons.append(because("from_events", count=given.events_count, achieved=value, unit=indicator.measure))
    if given.numerator is not None and given.denominator is not None and isinstance(value, Decimal):
        parts = {"numerator": given.numerator, "denominator": given.denominator}
        reasons.append(because("percent_of", **parts, achieved=value, unit=Unit.PERCENT))
    if given.figures and (found := given.computed(indicator)) is not None:
        reasons.extend(found.steps)
    proof = given.evidence_count
    if proof is None or isinstance(value, date) or indicator.measure is not Unit.NUMBER or proof >= value:
        return value, reasons
    return Decimal(proof), [*reasons, because("evidence_fewer", claimed=value, count=proof, counted=proof)]


def _with_marks(indicator: Indicator, raw: Raw, reasons: list[Reason]) -> Score:
    because_all = (*reasons, *raw.because)
    if raw.score is None:
        return Score(None, None, None, because_all, State.UNKNOWN)
    if indicator.weight is None:
        return Score(None, raw.score, raw.band, (*because_all, because("weight_unknown")))
    with localcontext(EXACT):
        points = indicator.weight * raw.score / HUNDRED
    step = because("marks", weight=indicator.weight, raw=raw.score, points=points)
    return Score(points, raw.score, raw.band, (*because_all, step))


def _doubts(indicator: Indicator, given: Achievement, as_of: date | None) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if as_of is not None and given.day is not None and given.day > as_of:
        found.append(warn("R4-after-as-of", indicator.code, achieved=given.day, as_of=as_of))
    if indicator.formula and not given.figures:
        found.append(warn("formula-typed", indicator.code))
    elif indicator.measure is Unit.PERCENT and not given.has_ratio and not given.figures:
        found.append(warn("R5-typed-percent", indicator.code))
    return tuple(found)


def _zero(indicator: Indicator, state: State, reason: Reason, achieved: Value | None = None) -> Score:
    points = None if indicator.weight is None else ZERO
    band = None if state is State.NOT_YET else ZERO
    return Score(points, ZERO, band, (reason,), state, achieved)


def _unscored(
    state: State, *reasons: Reason, achieved: Value | None = None, findings: tuple[Finding, ...] = ()
) -> Score:
    return Score(None, None, None, reasons, state, achieved, findings)
