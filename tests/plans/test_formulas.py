"""Formulas over named figures: what may stand in one, what it gives, what the linter says, and how it is scored."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput
from agragati.plans.management.commands import lint_plan, score_plan
from agragati.plans.rules.achievement import Achievement, Event, from_events
from agragati.plans.rules.choices import State
from agragati.plans.rules.formulas import DividesByZero, UnitsDiffer, read_formula, unit_named, unit_of, value_of
from agragati.plans.rules.framework import Framework
from agragati.plans.rules.grid import month_of, read_cell
from agragati.plans.rules.lint import has_errors, lint
from agragati.plans.rules.reading import read_framework
from agragati.plans.rules.reading_achievements import read_achievements
from agragati.plans.rules.scoring import score_plan as scored
from agragati.plans.rules.wording import say, say_finding
from tests.plans.test_score_plan_command import run, write

FIGURES = [
    {"name": "disposed", "label": "নিষ্পন্ন", "unit": "টি"},
    {"name": "received", "label": "প্রাপ্ত", "unit": "টি"},
    {"name": "withdrawn", "label": "প্রত্যাহৃত", "unit": "টি"},
]
ROW = {"code": "1.1.1", "text": "আবেদন নিষ্পত্তি", "unit": "%", "weight": 10, "evidence": ["report"],
       "levels": [[100, 90], [80, 80], [60, 70]], "formula": "100 * disposed / effective",
       "figures": FIGURES}  # fmt: skip
EFFECTIVE = {"name": "effective", "label": "কার্যকর আবেদন", "formula": "received - withdrawn"}
DAYS = {"name": "working_days", "label": "কর্মদিবস", "value": "২৪০", "unit": "দিন", "source": "ছুটির তালিকা ২০২৫"}
Table = dict[str, Any]


def table(**more: Any) -> Table:
    return {"title": "নমুনা", "fiscal_year": "2025-26", "total": 10, "expressions": [EFFECTIVE],
            "indicators": [ROW], **more}  # fmt: skip


def framework(**more: Any) -> Framework:
    return read_framework(table(**more))


@pytest.mark.parametrize(
    "text",
    ["", "a +", "a b", "a ** b", "a // b", "__import__('os')", "a.b", "[a]", "lambda: a", "a if b else c", "f(a)",
     "min(a)", "1e9", "0x1f", "1or a", "1_000", "a < b", "min(a, key=b)", "'a' + 'b'", "a; b", "a := b", "ক + খ",
     "(" * 20 + "a" + ")" * 20, "a" * 301, "+".join("a" * 100), "-" * 60 + "a", "min", "*a", "a % b"],
)  # fmt: skip
def test_nothing_but_sums_is_read(text: str) -> None:
    with pytest.raises(BadInput):
        read_formula(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("1 + 2 * 3", "7"), ("(১ + ২) × ৩", "9"), ("10 ÷ 4", "2.5"), ("-a + 0.1 + 0.2", "-1.7"),
     ("min(a, 1.5) + max(1, a, 3)", "4.5"), ("100 − a", "98")],
)  # fmt: skip
def test_sums_are_decimal(text: str, answer: str) -> None:
    assert value_of(read_formula(text), {"a": Decimal(2)}) == Decimal(answer)


@drawn(st.text(alphabet="ab019.+-*/(), min", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        formula = read_formula(text)
    except BadInput:
        return
    try:
        found = value_of(formula, dict.fromkeys(formula.names, Decimal(3)))
    except DividesByZero:
        return
    assert isinstance(found, Decimal)


def test_units_are_followed() -> None:
    units = {"a": unit_named("টি"), "b": unit_named("টি"), "t": unit_named("টাকা")}
    assert unit_of(read_formula("100 * a / (a + b)"), units) == frozenset()
    assert unit_of(read_formula("t / a"), units) == {("টাকা", 1), ("টি", -1)}
    with pytest.raises(UnitsDiffer):
        unit_of(read_formula("a + t"), units)


def test_a_formula_is_scored_and_shows_its_numbers() -> None:
    one = framework()
    given = read_achievements({"1.1.1": {"figures": {"disposed": "১৭০", "received": 240, "withdrawn": 40}}}, one)
    row = scored(one, given.by_code).rows[0]
    assert (row.score.achieved, row.score.raw, row.score.points) == (85, 90, 9)
    words = [say(reason) for reason in row.score.because]
    assert words[0] == "কার্যকর আবেদন = প্রাপ্ত − প্রত্যাহৃত = ২৪০ − ৪০ = ২০০"
    assert words[1] == "সূত্র: ১০০ × নিষ্পন্ন ÷ কার্যকর আবেদন = ১০০ × ১৭০ ÷ ২০০ = ৮৫"
    assert not row.score.findings


def test_dividing_by_nothing_is_not_applicable() -> None:
    one = framework()
    given = read_achievements({"1.1.1": {"figures": {"disposed": 0, "received": 40, "withdrawn": 40}}}, one)
    score = scored(one, given.by_code).rows[0].score
    assert (score.state, score.points) == (State.NOT_APPLICABLE, None)
    assert "০-ও নয়, ১০০-ও নয়" in say(score.because[-1])


def test_figures_of_events_add_up_before_the_formula() -> None:
    stock = [*FIGURES[:2], {**FIGURES[2], "latest": True}]
    row = framework(indicators=[{**ROW, "figures": stock}]).indicator("1.1.1")

    def event(day: date, *numbers: int) -> Event:
        names = ("disposed", "received", "withdrawn")
        return Event(day, figures=tuple(zip(names, map(Decimal, numbers), strict=True)))

    events = (event(date(2025, 9, 1), 10, 20, 5), event(date(2025, 12, 1), 30, 40, 10))
    found = from_events(row, events)
    assert dict(found.figures) == {"disposed": 40, "received": 60, "withdrawn": 10}
    assert found.figure(row) == 80
    early = from_events(row, events, until=date(2025, 10, 1)).figure(row)
    assert str(early).startswith("66.6666666666666666666666666666666666666")


@pytest.mark.parametrize(
    ("figures", "field"),
    [({"disposed": 1, "received": 2}, "withdrawn"), ({"disposed": 1, "received": 2, "withdrawn": 0, "x": 1}, "x"),
     ({"disposed": -1, "received": 2, "withdrawn": 0}, "disposed"),
     ({"disposed": 9, "received": 2, "withdrawn": 0}, "disposed")],
)  # fmt: skip
def test_wrong_figures_are_refused_at_their_place(figures: dict[str, int], field: str) -> None:
    with pytest.raises(BadInput) as error:
        read_achievements({"1.1.1": {"figures": figures}}, framework())
    assert error.value.field == f"achievements.1.1.1.figures.{field}"


def test_sums_that_cannot_be_give_no_marks_but_no_crash() -> None:
    wrong = Achievement(figures=(("disposed", Decimal(9)), ("received", Decimal(2)), ("withdrawn", Decimal(0))))
    score = scored(framework(), {"1.1.1": wrong}).rows[0].score
    assert (score.state, [finding.rule for finding in score.findings]) == (State.UNKNOWN, ["formula-out-of-range"])


@pytest.mark.parametrize(
    ("more", "rule", "code"),
    [
        ({"expressions": []}, "formula-unknown-name", "1.1.1"),
        ({"expressions": [{**EFFECTIVE, "formula": "effective + 1"}]}, "formula-cycle", "1.1.1"),
        ({"expressions": [EFFECTIVE, {"name": "a", "formula": "b"}, {"name": "b", "formula": "a"}]}, "formula-cycle",
         ""),
        ({"expressions": [EFFECTIVE, {"name": "odd", "formula": "nobody"}]}, "formula-unknown-part", ""),
        ({"expressions": [EFFECTIVE, {"name": "idle", "formula": "received"}]}, "formula-unused", ""),
        ({"expressions": [EFFECTIVE, {**EFFECTIVE, "name": "disposed"}]}, "formula-name-twice", "1.1.1"),
        ({"indicators": [{**ROW, "figures": [*FIGURES, {"name": "idle"}]}]}, "formula-unused", "1.1.1"),
        ({"indicators": [{**ROW, "figures": [{**FIGURES[0], "unit": "টাকা"}, *FIGURES[1:]]}]}, "formula-unit-result",
         "1.1.1"),
        ({"indicators": [{**ROW, "figures": [*FIGURES[:2], {**FIGURES[2], "unit": "টাকা"}]}]}, "formula-unit", "1.1.1"),
        ({"indicators": [{**ROW, "unit": "তারিখ", "levels": [[100, "01/03/2026"], [80, "01/04/2026"]]}]},
         "formula-date", "1.1.1"),
        ({"indicators": [{**ROW, "formula": "working_days", "figures": []}], "constants": [DAYS]},
         "formula-no-figure", "1.1.1"),
        ({"constants": [{**DAYS, "name": "effective", "value": "01/07/2025"}], "expressions": []},
         "formula-constant-date", "1.1.1"),
    ],
)  # fmt: skip
def test_the_linter_finds_each_fault(more: Table, rule: str, code: str) -> None:
    findings = lint(framework(**more))
    assert (rule, code) in {(finding.rule, finding.code) for finding in findings}
    assert all(say_finding(finding, language) for finding in findings for language in ("bn", "en"))
    assert has_errors(findings) == (rule != "formula-unused")


def test_a_broken_formula_gives_no_marks() -> None:
    one = framework(expressions=[])
    figures = tuple((figure["name"], Decimal(5)) for figure in FIGURES)
    score = scored(one, {"1.1.1": Achievement(figures=figures)}).rows[0].score
    assert (score.state, score.points) == (State.UNKNOWN, None)


def test_constants_are_targets_and_parts_of_formulas() -> None:
    row = {**ROW, "unit": "দিন", "levels": [[100, "working_days"], [80, "= working_days / 2"], [60, 60]],
           "formula": "min(open_days, working_days)", "figures": [{"name": "open_days", "unit": "দিন"}]}  # fmt: skip
    one = framework(indicators=[row], constants=[DAYS], expressions=[])
    assert [level.value for level in one.indicators[0].levels] == [240, 120, 60]
    assert lint(one) == ()
    given = read_achievements({"1.1.1": {"figures": {"open_days": 180}}}, one)
    assert scored(one, given.by_code).rows[0].score.raw == 90
    with pytest.raises(BadInput):
        framework(indicators=[{**row, "levels": [[100, "= working_days / 0"], [80, 1]]}], constants=[DAYS])


def test_a_cell_of_the_grid_holds_all_figures() -> None:
    one = framework()
    month = month_of(one.fiscal_year, 3)
    entry = read_cell(one.indicator("1.1.1"), "১৭০/২৪০/৪০", month, date(2026, 1, 1))
    assert dict(entry.figures) == {"disposed": 170, "received": 240, "withdrawn": 40}
    with pytest.raises(BadInput, match="নিষ্পন্ন / প্রাপ্ত"):
        read_cell(one.indicator("1.1.1"), "170", month, date(2026, 1, 1))


def test_the_commands_take_figures_and_find_faults(tmp_path: Path) -> None:
    given = {"1.1.1": {"figures": {"disposed": 170, "received": 240, "withdrawn": 40}}}
    code, out, _ = run(score_plan, write(tmp_path, {"framework": table(), "achievements": given}), "--json")
    assert (code, json.loads(out)["total"]) == (0, "9.00")
    broken = {"framework": table(expressions=[]), "achievements": {}}
    code, out, _ = run(lint_plan, write(tmp_path, broken), "--json")
    assert code == 1
    assert {"formula-unknown-name"} <= {row["rule"] for row in json.loads(out)["findings"]}
