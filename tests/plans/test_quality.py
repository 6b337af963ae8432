"""The rating of a plan: worked numbers of docs/algorithms/plan-quality.md; the legend; targets of later years."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from agragati.kernel.fiscal import FiscalYear
from agragati.plans.rules.cloning import clone_document
from agragati.plans.rules.drafting_formulas import legend_lines, read_constant_lines, read_legend_lines
from agragati.plans.rules.legends import HOUSE, Band, band_of, bands_as_rows, bands_from_rows, legend_findings
from agragati.plans.rules.lint import lint
from agragati.plans.rules.official_table import official_grid
from agragati.plans.rules.quality import CRITERIA, rate
from agragati.plans.rules.reading import read_framework
from agragati.plans.rules.wording import say
from tests.plans.official import official

GOOD = {"code": "1.1.1", "text": "সেবা", "unit": "সংখ্যা", "weight": 2, "levels": [[100, 6], [80, 5], [60, 4]],
        "evidence": ["report"], "section": "প্রশাসন", "definition": "চালু সেবার সংখ্যা", "class": "outcome",
        "baselines": [{"fiscal_year": "2024-25", "value": 5}]}  # fmt: skip


def plan(*rows: dict[str, Any], **more: Any) -> Any:
    return read_framework({"title": "নমুনা", "fiscal_year": "2025-26", "total": 10, "indicators": list(rows), **more})


def five(**changed: Any) -> list[dict[str, Any]]:
    rows = [{**GOOD, "code": f"1.1.{n}"} for n in range(1, 6)]
    return [{**rows[0], **changed}, *rows[1:]]


def marks(framework: Any) -> dict[str, Decimal | None]:
    return {rated.name: rated.marks for rated in rate(framework).criteria}


def test_a_good_plan_gets_all_marks() -> None:
    quality = rate(plan(*five()))
    assert (quality.total, quality.grade, quality.open) == (100, "very_good", ())
    assert marks(plan(*five()))["spread_dates"] is None
    assert sum(criterion.marks for criterion in CRITERIA) == 100


@pytest.mark.parametrize(
    ("changed", "name", "expected"),
    [
        ({"unit": ""}, "measurable", "12"),
        ({"levels": None}, "measurable", "12"),
        ({"levels": [[100, 5], [80, 4], [60, 3]]}, "above_last_year", "12"),
        ({"baselines": []}, "above_last_year", "12"),
        ({"levels": [[100, 20], [80, 5], [60, 4]]}, "even_steps", "8"),
        ({"evidence": []}, "evidence", "12"),
        ({"section": ""}, "section", "8"),
        ({"definition": ""}, "explained", "8"),
    ],
)
def test_one_of_five_rows_costs_a_fifth(changed: dict[str, Any], name: str, expected: str) -> None:
    rated = next(rated for rated in rate(plan(*five(**changed))).criteria if rated.name == name)
    assert (rated.marks, rated.codes) == (Decimal(expected), ("1.1.1",))
    assert rated.advice is not None
    assert "১.১.১" in say(rated.advice)


@pytest.mark.parametrize(("heavy", "expected"), [("2", "10"), ("3", "5"), ("4", "0"), ("6", "0")])
def test_weight_in_one_place_costs_marks(heavy: str, expected: str) -> None:
    assert marks(plan(*five(weight=heavy)))["weights"] == Decimal(expected)


@pytest.mark.parametrize(("late", "expected"), [(0, "10"), (2, "10"), (3, "5"), (4, "0")])
def test_dates_heaped_in_the_last_quarter_cost_marks(late: int, expected: str) -> None:
    dated = [[[100, "01/05/2026"], [80, "01/06/2026"]]] * late + [[[100, "01/12/2025"], [80, "01/01/2026"]]] * (
        4 - late
    )
    rows = [{**GOOD, "code": f"1.1.{n}", "unit": "তারিখ", "levels": levels} for n, levels in enumerate(dated, 1)]
    found = marks(plan(*rows))
    assert (found["spread_dates"], found["above_last_year"]) == (Decimal(expected), None)


def test_the_official_table_is_rated_as_the_prose_says() -> None:
    quality = rate(official("egov-2021-22"))
    assert (str(quality.total), quality.grade) == ("80.0", "good")
    assert [rated.name for rated in quality.open] == ["above_last_year", "explained", "measurable"]
    unknown = rate(official("egov-2024-25"))
    assert (unknown.grade, unknown.total is not None) == ("weak", True)


def band(start: int, end: int, tone: str = "ok", word: str = "কথা") -> Band:
    return Band(Decimal(start), Decimal(end), tone, word)


@pytest.mark.parametrize(
    ("bands", "rule"),
    [([band(0, 50), band(51, 100)], "legend-gap"), ([band(0, 50), band(40, 100)], "legend-overlap"),
     ([band(50, 100), band(0, 50)], "legend-order"), ([band(10, 100)], "legend-ends"), ([band(0, 90)], "legend-ends"),
     ([band(0, 0), band(0, 100)], "legend-empty"), ([band(0, 100, tone="pink")], "legend-tone"),
     ([band(0, 100, word="")], "legend-word")],
)  # fmt: skip
def test_a_legend_without_gaps_or_overlaps(bands: list[Band], rule: str) -> None:
    findings = list(legend_findings(bands))
    assert rule in {finding.rule for finding in findings}
    assert all(say(finding.reason) for finding in findings)
    rows = bands_as_rows(bands)
    assert rule in {finding.rule for finding in lint(plan(GOOD, legend=rows))}


def test_bands_hold_their_beginning() -> None:
    assert list(legend_findings(HOUSE)) == []
    told = {share: band_of(HOUSE, Decimal(share)) for share in ("0", "59.9", "60", "79.9", "80", "100", "104")}
    assert [found.tone for found in told.values() if found] == ["bad", "bad", "warn", "warn", "ok", "ok", "ok"]
    assert band_of(HOUSE, None) is None
    assert bands_from_rows(read_legend_lines(legend_lines(bands_as_rows(HOUSE)))) == HOUSE


def test_lines_name_the_one_that_cannot_be_read() -> None:
    found = read_constant_lines("working_days | কর্মদিবস | ২৪০ | দিন | ছুটির তালিকা")
    assert found == [{"name": "working_days", "label": "কর্মদিবস", "value": "240", "unit": "দিন",
                      "source": "ছুটির তালিকা"}]  # fmt: skip
    with pytest.raises(Exception, match="Line 2"):
        read_constant_lines("a | ক | 1\nWORK | খ | 2")


def test_later_targets_are_printed_and_carried_over() -> None:
    ahead = [{"fiscal_year": "2026-27", "value": 7}, {"fiscal_year": "2027-28", "value": 8}]
    document = {"title": "নমুনা ২০২৫-২৬", "fiscal_year": "2025-26", "total": 2,
                "indicators": [{**GOOD, "projections": ahead}]}  # fmt: skip
    texts = [cell.text for cell in official_grid(read_framework(document)).cells]
    assert ["প্রক্ষেপণ ২০২৬-২৭" in texts, "প্রক্ষেপণ ২০২৭-২৮" in texts, "৭" in texts] == [True] * 3
    next_year = read_framework(clone_document(document, FiscalYear(2026)))
    row = next_year.indicator("1.1.1")
    assert (row.projected, [p.fiscal_year for p in row.projections]) == (7, ["2027-28"])
    assert ("R17-below-projection", "1.1.1") in {(f.rule, f.code) for f in lint(next_year)}
