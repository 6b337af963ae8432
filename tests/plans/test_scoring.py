"""Worked examples of docs/algorithms/scoring.md and every edge that was decided there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.plans.rules.achievement import NOTHING_YET, Achievement, Event, from_events
from agragati.plans.rules.choices import Method, State
from agragati.plans.rules.framework import Indicator
from agragati.plans.rules.rounding import fixed, rounded, stated
from agragati.plans.rules.scoring import Score, score_indicator, score_plan
from agragati.plans.rules.wording import say
from tests.plans.official import given, indicator, official

YEAR = FiscalYear(2021)
LINEAR, STEP, RATIO, ALL = Method.LINEAR, Method.STEP, Method.RATIO, Method.ALL_OR_NOTHING
FIVE = {"unit": "percent", "levels": [[100, 80], [90, 75], [80, 70], [70, 65], [60, 60]]}


def row(code: str) -> Indicator:
    return official("egov-2021-22").indicator(code)


def score(item: Indicator, achievement: Achievement, method: Method = LINEAR, **more: object) -> Score:
    return score_indicator(item, achievement, method, YEAR, **more)  # type: ignore[arg-type]


VECTORS = [
    # code, achievement, LINEAR raw, LINEAR marks, STEP raw, STEP marks
    ("1.2.1", "2022-02-25", "100.000", "5.000", "100", "5"),
    ("1.2.1", "2022-02-28", "91.429", "4.571", "80", "4"),
    ("1.2.1", "2022-03-04", "80.000", "4.000", "80", "4"),
    ("1.2.1", "2022-03-10", "74.286", "3.714", "60", "3"),
    ("1.2.1", "2022-03-25", "60.000", "3.000", "60", "3"),
    ("1.2.1", "2022-03-26", "0.000", "0.000", "0", "0"),
    ("1.5.1", "100", "100.000", "6.000", "100", "6"),
    ("1.5.1", "75", "90.000", "5.400", "80", "4.8"),
    ("1.5.1", "65", "70.000", "4.200", "60", "3.6"),
    ("1.5.1", "59.99", "0.000", "0.000", "0", "0"),
    ("1.5.1", "23.44", "0.000", "0.000", "0", "0"),
    ("1.6.1", "4", "100.000", "4.000", "100", "4"),
    ("1.6.1", "3", "90.000", "3.600", "80", "3.2"),
    ("1.6.1", "2", "80.000", "3.200", "80", "3.2"),
    ("1.6.1", "1", "0.000", "0.000", "0", "0"),
    ("2.2.1", "4", "100.000", "3.000", "100", "3"),
    ("2.2.1", "3", "80.000", "2.400", "80", "2.4"),
    ("2.2.1", "2", "60.000", "1.800", "60", "1.8"),
    ("2.2.1", "1", "0.000", "0.000", "0", "0"),
    ("2.2.5", "2022-05-30", "100.000", "3.000", "100", "3"),
    ("2.2.5", "2022-06-15", "89.677", "2.690", "80", "2.4"),
    ("2.2.5", "2022-06-30", "80.000", "2.400", "80", "2.4"),
    ("2.2.5", "2022-07-01", "0.000", "0.000", "0", "0"),
    ("2.2.2", "80", "100.000", "3.000", "100", "3"),
]


@pytest.mark.parametrize(("code", "value", "raw", "marks", "_sraw", "_smarks"), VECTORS)
def test_linear_vectors(code: str, value: str, raw: str, marks: str, _sraw: str, _smarks: str) -> None:
    found = score(row(code), given(value))
    assert found.raw is not None
    assert found.points is not None
    assert fixed(found.raw, 3) == raw
    assert fixed(found.points, 3) == marks


@pytest.mark.parametrize(("code", "value", "_raw", "_marks", "sraw", "smarks"), VECTORS)
def test_step_vectors(code: str, value: str, _raw: str, _marks: str, sraw: str, smarks: str) -> None:
    found = score(row(code), given(value), STEP)
    assert (found.raw, found.points) == (Decimal(sraw), Decimal(smarks))


@pytest.mark.parametrize(
    ("value", "linear", "step"),
    [("77.5", 95, 90), ("72", 84, 80), ("59", 0, 0), ("80", 100, 100), ("60", 60, 60), ("81", 100, 100)],
)
def test_five_levels(value: str, linear: int, step: int) -> None:
    item = indicator(**FIVE)
    assert score(item, given(value)).raw == linear
    assert score(item, given(value), STEP).raw == step


def test_spent_of_allocated_is_a_percentage() -> None:
    found = score(row("2.2.2"), Achievement(numerator=Decimal(40_000), denominator=Decimal(50_000)))
    assert (found.achieved, found.raw, found.points) == (80, 100, 3)
    assert say(found.because[0]) == "৫০,০০০ এর মধ্যে ৪০,০০০ = ৮০%"


@pytest.mark.parametrize(
    ("value", "method", "raw"),
    [("60", RATIO, 75), ("80", RATIO, 100), ("90", RATIO, 100), ("79.99", ALL, 0), ("80", ALL, 100)],
)
def test_ratio_and_all_or_nothing(value: str, method: Method, raw: int) -> None:
    assert score(row("1.5.1"), given(value), method).raw == raw


def test_ratio_floor_and_dates_under_ratio() -> None:
    assert score(row("1.5.1"), given("40"), RATIO).raw == 50
    assert score(row("1.5.1"), given("40"), RATIO, ratio_floor=Decimal(60)).raw == 0
    assert score(row("1.2.1"), given("2022-02-25"), RATIO).raw == 100
    assert score(row("1.2.1"), given("2022-02-26"), RATIO).raw == 0


def test_the_indicators_own_method_wins() -> None:
    item = indicator(unit="date", levels=[[100, "2022-03-16"]], method="ALL_OR_NOTHING")
    assert score(item, given("2022-03-17"), LINEAR).points == 0


def test_bands_name_the_highest_column_reached() -> None:
    values = ["2022-02-25", "2022-02-28", "2022-03-25", "2022-03-26"]
    assert [score(row("1.2.1"), given(value)).band for value in values] == [100, 80, 60, 0]


def test_lower_is_better_when_said_so() -> None:
    item = indicator(unit="number", direction="lower", levels=[[100, 5], [80, 10], [60, 20]])
    assert [score(item, given(n)).raw for n in ("3", "5", "10", "15", "20", "21")] == [100, 100, 80, 70, 60, 0]


def test_a_dash_in_the_first_column_caps_the_score() -> None:
    item = indicator(unit="number", levels=[[100, "-"], [80, 4], [60, 2]])
    assert [score(item, given(n)).raw for n in ("9", "3", "1")] == [80, 70, 0]


def test_why_three_days_late() -> None:
    found = score(row("1.2.1"), given("2022-02-28"))
    assert say(found.because[0]) == "৩ দিন দেরি: ১০০ ও ৮০ এর মধ্যে ৪/৭ ভাগ → ৯১.৪৩%"
    assert say(found.because[-1]) == "নম্বর: ৫ × ৯১.৪৩% = ৪.৫৭"
    assert found.because[0].values["part"] == 4
    assert say(found.because[0], "en") == "3 days late: 4/7 of the way between 80 and 100 → 91.43%"


def test_nothing_yet_note_only_and_zero_are_three_things() -> None:
    nothing = score(row("2.1.1"), NOTHING_YET)
    note = score(row("2.1.1"), Achievement(note="নিয়মিত হালনাগাদ চলছে"))
    zero = score(row("2.1.1"), given("0"))
    assert [(s.state, s.points) for s in (nothing, note, zero)] == [
        (State.NOT_YET, 0),
        (State.NO_FIGURE, None),
        (State.SCORED, 0),
    ]
    assert len({s.because[0].key for s in (nothing, note, zero)}) == 3
    assert note.achieved is None


def test_a_missed_last_date_differs_from_not_yet() -> None:
    before = score(row("1.4.1"), NOTHING_YET, as_of=date(2021, 9, 30))
    after = score(row("1.4.1"), NOTHING_YET, as_of=date(2021, 10, 1))
    assert (before.because[0].key, after.because[0].key) == ("not_yet", "missed")


def test_zero_denominator_is_not_applicable_and_the_total_stays_out_of_50() -> None:
    empty = Achievement(numerator=Decimal(0), denominator=Decimal(0))
    plan = score_plan(official("egov-2021-22"), {"2.2.2": empty, "1.1.1": given("2021-12-01")})
    found = next(r.score for r in plan.rows if r.indicator.code == "2.2.2")
    assert (found.state, found.points, found.raw) == (State.NOT_APPLICABLE, None, None)
    assert (plan.total, plan.of, plan.estimated) == (5, 50, False)
    assert "not-applicable" in {f.rule for f in plan.findings if f.code == "2.2.2"}


@pytest.mark.parametrize(
    ("day", "key"),
    [("2022-07-01", "after_year"), ("2021-06-30", "before_year")],
)
def test_dates_outside_the_year_earn_nothing_and_are_flagged(day: str, key: str) -> None:
    found = score(row("1.1.1"), given(day))
    assert (found.points, found.band, found.because[0].key) == (0, 0, key)
    assert [f.code for f in found.findings] == ["1.1.1"]


@pytest.mark.parametrize(("day", "marks"), [("2021-07-01", 5), ("2021-06-30", 0)])
def test_the_first_day_of_the_year_counts(day: str, marks: int) -> None:
    assert score(row("1.1.1"), given(day)).points == marks


def test_fewer_proofs_than_claimed_count() -> None:
    claimed = Achievement(value=Decimal(4), evidence_count=3)
    assert score(row("2.2.1"), claimed).points == Decimal("2.4")
    assert score(row("2.2.1"), Achievement(value=Decimal(3), evidence_count=9)).points == Decimal("2.4")
    assert score(row("2.2.1"), Achievement(value=Decimal(4), evidence_count=0)).because[0].key == "no_evidence"


def test_rejected_evidence_is_zero_with_its_reason() -> None:
    found = score(row("1.1.1"), Achievement(day=date(2021, 12, 1), rejected=True, rejected_because="স্মারক নেই"))
    assert (found.state, found.points) == (State.REJECTED, 0)
    assert "স্মারক নেই" in say(found.because[0])


@pytest.mark.parametrize(
    ("code", "achievement", "field"),
    [
        ("1.6.1", Achievement(value=Decimal(-1)), "value"),
        ("2.2.2", Achievement(numerator=Decimal(6), denominator=Decimal(5)), "numerator"),
        ("2.2.2", Achievement(numerator=Decimal(6)), "denominator"),
        ("2.2.2", Achievement(numerator=Decimal(-6), denominator=Decimal(5)), "numerator"),
        ("1.5.1", Achievement(value=Decimal("100.01")), "value"),
        ("1.1.1", Achievement(value=Decimal(1)), "value"),
        ("1.6.1", Achievement(day=date(2021, 12, 1)), "date"),
        ("1.6.1", Achievement(numerator=Decimal(1), denominator=Decimal(2)), "numerator"),
    ],
)
def test_what_cannot_be_true_is_refused(code: str, achievement: Achievement, field: str) -> None:
    with pytest.raises(BadInput) as caught:
        score(row(code), achievement)
    assert caught.value.field == field


def test_unknown_weight_and_unknown_columns_are_never_invented() -> None:
    plan = score_plan(official("egov-2023-24"), {"6.1.1": given("2"), "2.1.1": given("3")})
    by_code = {r.indicator.code: r.score for r in plan.rows}
    assert (by_code["6.1.1"].raw, by_code["6.1.1"].points) == (100, None)
    assert (by_code["2.1.1"].raw, by_code["2.1.1"].state) == (None, State.UNKNOWN)
    assert (plan.total, plan.estimated) == (None, True)
    assert "marks-estimated" in {f.rule for f in plan.findings}


def test_contradicting_targets_give_no_marks() -> None:
    item = indicator(unit="number", levels=[[100, 2], [80, 3]])
    assert score(item, given("2")).points is None


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(BadInput, match=r"9\.9\.9"):
        score_plan(official("egov-2021-22"), {"9.9.9": NOTHING_YET})


def test_full_precision_is_kept_and_rounded_once() -> None:
    item = indicator(unit="date", weight="7", levels=[[100, "2022-01-08"], [80, "2022-01-15"]])
    found = score(item, given("2022-01-09"))
    assert found.points is not None
    assert abs(found.points - (Decimal(7) - Decimal("0.2"))) < Decimal("1e-50")
    assert fixed(found.points) == "6.80"


@pytest.mark.parametrize(
    ("number", "shown"),
    [("2.345", "2.35"), ("2.344999", "2.34"), ("2.3449999999999999999999999999999999999", "2.35"), ("0", "0.00")],
)
def test_half_rounds_up(number: str, shown: str) -> None:
    assert fixed(Decimal(number)) == shown
    assert rounded(Decimal(number)) == Decimal(shown)


def test_a_stated_figure_is_never_rounded_up() -> None:
    assert stated(Decimal("59.9999999"), 4) == "59.9999"
    assert stated(Decimal("80.0")) == "80"


def test_apa_marks_are_a_fifth() -> None:
    plan = score_plan(official("egov-2021-22"), {"1.1.1": given("2021-12-01")})
    assert plan.apa_marks == 1


@pytest.mark.parametrize(
    ("derive", "value"),
    [("sum", Decimal(5)), ("count", Decimal(2)), ("latest", Decimal(3))],
)
def test_events_make_the_years_value(derive: str, value: Decimal) -> None:
    item = indicator(unit="number", levels=[[100, 9], [80, 1]], derive=derive)
    events = (Event(date(2021, 9, 1), Decimal(2)), Event(date(2021, 12, 1), Decimal(3)))
    assert from_events(item, events).value == value


def test_a_ratio_is_of_sums_not_a_mean_of_percentages() -> None:
    quarters = (
        Event(date(2021, 9, 30), numerator=Decimal(90), denominator=Decimal(100)),
        Event(date(2021, 12, 31), numerator=Decimal(100), denominator=Decimal(900)),
    )
    assert from_events(row("1.5.1"), quarters).figure(row("1.5.1")) == 19
    assert from_events(row("1.5.1"), quarters, until=date(2021, 10, 1)).figure(row("1.5.1")) == 90


def test_the_first_date_counts_and_no_event_is_nothing_yet() -> None:
    events = (Event(date(2022, 1, 2)), Event(date(2021, 12, 1)))
    assert from_events(row("1.1.1"), events).day == date(2021, 12, 1)
    assert from_events(row("1.1.1"), ()) == NOTHING_YET
