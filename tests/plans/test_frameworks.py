"""The framework files: the official table whole, the unknown years blank, concepts across years."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agragati.plans.rules.choices import Unit
from agragati.plans.rules.framework import lineage
from tests.plans.official import FRAMEWORKS, official

NAMES = ("egov-2021-22", "egov-2023-24", "egov-2024-25")


@pytest.mark.parametrize("path", sorted(FRAMEWORKS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_reads_under_its_own_name(path: object) -> None:
    name = path.stem  # type: ignore[attr-defined]
    found = official(name)
    assert found.name == name
    assert not found.reading_notes
    assert all(item.concept and item.text and item.evidence for item in found.indicators)


def test_2021_22_is_the_whole_official_table() -> None:
    found = official("egov-2021-22")
    assert len(found.indicators) == 13
    assert sum(item.weight or Decimal(0) for item in found.indicators) == 50
    assert [item.weight for item in found.indicators] == [5, 5, 5, 4, 6, 4, 4, 2, 3, 3, 3, 3, 3]
    assert [(column.percent, column.name) for column in found.columns] == [
        (100, "অসাধারণ"),
        (80, "উত্তম"),
        (60, "চলতি মান"),
    ]
    assert [area.weight for area in found.areas] == [35, 15]
    assert all(item.section for item in found.indicators)
    assert [item.code for item in found.indicators if len(item.targets) == 2] == ["1.6.1", "2.2.5"]


def test_printed_oddities_are_kept() -> None:
    found = official("egov-2021-22")
    assert (found.indicator("2.2.5").printed_unit, found.indicator("2.2.5").measure) == ("সংখ্যা", Unit.DATE)
    assert (found.indicator("2.2.1").printed_unit, found.indicator("2.2.1").measure) == ("", Unit.NUMBER)


@pytest.mark.parametrize("name", NAMES[1:])
def test_unknown_weights_stay_blank(name: str) -> None:
    assert {item.weight for item in official(name).indicators} == {None}
    assert not any(item.levels_complete for item in official(name).indicators)


def test_the_portal_schedule_has_two_dates_and_the_services_end_on_10_july() -> None:
    found = official("egov-2023-24")
    portal = [(due.as_of, due.submit_by) for due in found.indicator("5.1.1").schedule]
    assert [(f"{a:%d%m}", f"{b:%d%m}") for a, b in portal if a and b] == [
        ("3009", "0310"),
        ("3112", "0301"),
        ("3103", "0304"),
        ("3006", "0307"),
    ]
    services = [due.submit_by for due in found.indicator("2.1.1").schedule]
    assert [f"{day:%Y-%m-%d}" for day in services if day] == ["2023-10-15", "2024-01-15", "2024-04-15", "2024-07-10"]


def test_one_concept_moves_through_the_codes() -> None:
    history = lineage(tuple(official(name) for name in reversed(NAMES)))
    assert [(str(year.latin), code) for year, code, _ in history["EFILE_NOTES"]] == [
        ("2021-22", "1.5.1"),
        ("2023-24", "4.1.1"),
        ("2024-25", "4.1.2"),
    ]
    assert [code for _, code, _ in history["SPS"]] == ["1.2.1", "1.1.1", "1.1.1"]
    assert [code for _, code, _ in history["PORTAL_OWN"]] == ["2.1.1", "2.1.2", "5.1.1", "5.1.1"]


def test_number_of_indicators_by_year() -> None:
    assert [len(official(name).indicators) for name in NAMES] == [13, 7, 9]
