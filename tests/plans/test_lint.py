"""One broken table per linter rule, and the official tables as they are."""

from __future__ import annotations

import pytest

from agragati.plans.rules.choices import Level
from agragati.plans.rules.lint import has_errors, lint
from agragati.plans.rules.reading import read_framework
from agragati.plans.rules.wording import say_finding
from tests.plans.official import official

GOOD = [[100, 4], [80, 3], [60, 2]]


def table(*rows: dict[str, object], **more: object) -> dict[str, object]:
    """Give an inline framework whose good rows sum to 50."""
    return {"title": "নমুনা", "fiscal_year": "2021-22", "indicators": list(rows), **more}


def row(code: str = "1.1.1", **more: object) -> dict[str, object]:
    return {"code": code, "unit": "number", "weight": 50, "levels": GOOD, "evidence": ["report"], **more}


def found(*rows: dict[str, object], **more: object) -> dict[tuple[str, str], Level]:
    return {(f.rule, f.code): f.level for f in lint(read_framework(table(*rows, **more)))}


def test_a_sound_table_has_no_findings() -> None:
    assert found(row(), areas=[{"code": "1", "weight": 50}]) == {}


@pytest.mark.parametrize(
    ("rows", "rule", "code", "level"),
    [
        ([row(weight=49)], "R1-weights-sum", "", "error"),
        ([row(weight=0)], "R1-weight-positive", "1.1.1", "error"),
        ([row(weight=None)], "R1-weight-unknown", "1.1.1", "warning"),
        ([row(weight=25), row(weight=25)], "code-duplicate", "1.1.1", "error"),
        ([row(levels=[[100, "16/03/2022"], [80, "14/04/2022"]])], "R2-unit", "1.1.1", "warning"),
        ([row(unit="date")], "R2-unit", "1.1.1", "warning"),
        ([row(levels=[[100, "80%"], [80, "70%"]])], "R2-unit", "1.1.1", "warning"),
        ([row(unit="")], "R2-unit-blank", "1.1.1", "warning"),
        ([row(levels=[[100, "16/03/2022"], [80, 3]])], "R2-mixed-targets", "1.1.1", "error"),
        ([row(levels=[[100, 3], [80, 4]])], "R3-direction", "1.1.1", "error"),
        (
            [row(unit="date", levels=[[100, "14/04/2022"], [80, "16/03/2022"]])],
            "R3-direction",
            "1.1.1",
            "error",
        ),
        ([row(direction="lower")], "R3-direction", "1.1.1", "error"),
        ([row(levels=[[100, 4], [80, 4]])], "R3-equal-levels", "1.1.1", "warning"),
        ([row(levels=[[100, 4], [80, "-"], [60, 2]])], "R3-gap", "1.1.1", "error"),
        ([row(levels=[[100, None], [80, 4], [60, 2]])], "R3-gap", "1.1.1", "error"),
        ([row(levels=[[100, "-"], [80, "-"]])], "R3-no-target", "1.1.1", "error"),
        ([row(levels=[[80, 4], [100, 3]])], "R3-percent-order", "1.1.1", "error"),
        ([row(levels=[[100, 4], [100, 3]])], "R3-percent-order", "1.1.1", "error"),
        ([row(levels=[[120, 4], [80, 3]])], "R3-percent-range", "1.1.1", "error"),
        ([row(unit="%", levels=[[100, 120], [80, 70]])], "R3-percent-target", "1.1.1", "error"),
        (
            [row(unit="date", levels=[[100, "16/03/2022"], [80, "10/07/2022"]])],
            "R3-outside-year",
            "1.1.1",
            "warning",
        ),
        ([row(levels=None)], "R3-levels-unknown", "1.1.1", "warning"),
        ([row(evidence=[])], "R6-evidence-list", "", "warning"),
        ([row(wieght=50)], "unknown-field", "", "warning"),
        ([row(counted_from="meetings.hold")], "counted-unknown", "1.1.1", "error"),
        ([row(counted_from="meetings.held|series:3")], "counted-narrowed", "1.1.1", "error"),
        ([row(counted_from="decisions.implemented")], "counted-unfit", "1.1.1", "error"),
    ],
)
def test_each_rule_finds_its_table(rows: list[dict[str, object]], rule: str, code: str, level: str) -> None:
    findings = lint(read_framework(table(*rows)))
    assert (rule, code, level) in {(f.rule, f.code, f.level.value) for f in findings}
    assert all(say_finding(f, language) for f in findings for language in ("bn", "en"))
    assert has_errors(findings) == any(f.level is Level.ERROR for f in findings)


def test_a_dash_at_the_tail_is_allowed() -> None:
    assert found(row(levels=[[100, 4], [80, 2], [60, "-"]])) == {}


def test_an_unknown_measure_is_told_by_its_name() -> None:
    [finding] = lint(read_framework(table(row(counted_from="workshops.hold"))))
    assert "workshops.hold" in say_finding(finding, "bn")
    assert found(row(counted_from="meetings.held|kind:review")) == {}


def test_areas_and_activities() -> None:
    areas = [{"code": "1", "weight": 40}]
    assert found(row(), areas=areas) == {
        ("R1-area-sum", "1"): Level.WARNING,
        ("R1-area-weights-sum", ""): Level.WARNING,
    }
    assert ("code-area", "1.1.1") in found(row(), areas=[{"code": "2"}])
    assert ("code-activity", "1.1.1") in found(row(), activities=[{"code": "1.2", "title": ""}])


def test_a_framework_of_another_total() -> None:
    assert found(row(weight=25), total=25) == {}


def test_the_official_2021_22_table_is_odd_but_sound() -> None:
    findings = lint(official("egov-2021-22"))
    assert {(f.rule, f.code) for f in findings} == {
        ("R1-area-sum", "1"),
        ("R1-area-sum", "2"),
        ("R2-unit-blank", "2.2.1"),
        ("R2-unit", "2.2.5"),
    }
    assert not has_errors(findings)
    sums = {f.code: (f.reason.values["printed"], f.reason.values["sum"]) for f in findings if f.rule == "R1-area-sum"}
    assert sums == {"1": (35, 29), "2": (15, 21)}


@pytest.mark.parametrize("name", ["egov-2023-24", "egov-2024-25"])
def test_unknown_years_say_so_without_an_error(name: str) -> None:
    findings = lint(official(name))
    assert not has_errors(findings)
    assert {f.rule for f in findings} >= {"R1-weight-unknown", "R3-levels-unknown"}
    assert any("অজানা — অফিসের স্বাক্ষরিত পরিকল্পনা থেকে লিখুন" in say_finding(f) for f in findings)
