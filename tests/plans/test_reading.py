"""Reading frameworks, achievements and files: both digit sets, every refusal with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given as law
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput
from agragati.plans.rules.achievement import NOTHING_YET
from agragati.plans.rules.choices import Direction, Method, Unit
from agragati.plans.rules.documents import LARGEST_DOCUMENT, parse_document
from agragati.plans.rules.reading import read_framework
from agragati.plans.rules.reading_achievements import read_achievements, read_request
from agragati.plans.rules.reading_values import BadInputs, as_code, as_number, as_target, as_unit
from tests.plans.official import official

LEVELS = [[100, "২০২২-০৩-১৬"], ["৮০%", "১৪/০৪/ ২০২২"], [60, "-"]]


def framework(**changes: object) -> dict[str, object]:
    row = {"code": "[১.১.১]", "text": "সভা", "unit": "তারিখ", "weight": "৫", "levels": LEVELS}
    row.update(changes)
    return {"title": "নমুনা", "fiscal_year": "২০২১-২০২২", "indicators": [row]}


def test_bangla_and_latin_read_alike() -> None:
    found = read_framework(framework()).indicators[0]
    assert (found.code, found.weight, found.unit, found.printed_unit) == ("1.1.1", 5, Unit.DATE, "তারিখ")
    assert found.levels == ((100, date(2022, 3, 16)), (80, date(2022, 4, 14)), (60, None))


def test_the_shape_of_the_issue() -> None:
    found = read_framework(
        {
            "title": "Sample",
            "fiscal_year": "2021-22",
            "areas": [{"code": "1", "title": "Area", "weight": 35}],
            "indicators": [
                {
                    "code": "1.1.1",
                    "text": "One",
                    "unit": "date",
                    "weight": 5,
                    "levels": [[100, "2022-03-16"], [80, "2022-04-14"], [60, None]],
                }
            ],
        }
    )
    assert found.total == 50
    assert found.method is Method.LINEAR
    assert found.indicators[0].direction is Direction.LOWER


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"code": "ক.১"}, "indicators[0].code"),
        ({"weight": "পাঁচ"}, "indicators[0].weight"),
        ({"weight": True}, "indicators[0].weight"),
        ({"unit": "dat"}, "indicators[0].unit"),
        ({"method": "LINEER"}, "indicators[0].method"),
        ({"direction": "up"}, "indicators[0].direction"),
        ({"levels": [[100, 1]]}, "indicators[0].levels"),
        ({"levels": [[p, p] for p in (100, 90, 80, 70, 60, 50)]}, "indicators[0].levels"),
        ({"levels": [[100, "৩১/০২/২০২২"], [80, "-"]]}, "indicators[0].levels[0]"),
        ({"levels": [[100, "16/03/2022"], [80]]}, "indicators[0].levels[1]"),
        ({"levels": "80"}, "indicators[0].levels"),
        ({"levels": [[100, "1e9999"], [80, 1]]}, "indicators[0].levels[0]"),
        ({"schedule": [{"quarter": 5}]}, "indicators[0].schedule[0].quarter"),
        ({"tiers": {"upazila": {"levels": [[100, "x"], [80, 1]]}}}, "indicators[0].tiers.upazila.levels[0]"),
    ],
)
def test_a_refusal_names_the_place(changes: dict[str, object], place: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_framework(framework(**changes))
    assert caught.value.field == place


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(BadInputs) as caught:
        read_framework({"fiscal_year": "2021-23", "indicators": [{"code": "x", "weight": "y"}]})
    places = [problem.field for problem in caught.value.problems]
    assert places == ["fiscal_year", "indicators[0].code", "indicators[0].weight"]


@pytest.mark.parametrize("raw", [{}, {"indicators": []}, {"indicators": {}}, {"fiscal_year": "2021-22"}])
def test_a_framework_needs_a_year_and_indicators(raw: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        read_framework(raw)


def test_tier_overrides() -> None:
    whole = official("egov-2024-25")
    targets = {tier: whole.for_tier(tier).indicator("6.1.1").targets for tier in whole.tiers}
    assert targets == {"upazila": ((100, 2),), "directorate": ((100, 4),)}
    with pytest.raises(BadInput, match="division"):
        whole.for_tier("division")


def test_a_tier_may_leave_an_indicator_out() -> None:
    table = framework(tiers={"upazila": {"applies": False}})
    rows = table["indicators"]
    assert isinstance(rows, list)
    rows.append({"code": "1.1.2", "levels": [[100, 2], [80, 1]]})
    assert [i.code for i in read_framework(table).for_tier("upazila").indicators] == ["1.1.2"]


@pytest.mark.parametrize(
    ("written", "code"), [("[১.১.১]", "1.1.1"), (" 1.1.1 ", "1.1.1"), ("১.1.১", "1.1.1"), ("২", "2")]
)
def test_codes(written: str, code: str) -> None:
    assert as_code(written) == code


@pytest.mark.parametrize(
    ("written", "number"), [("৮০%", 80), ("০৪টি", 4), ("৫০,০০০", 50_000), (Decimal("2.5"), Decimal("2.5")), ("-3", -3)]
)
def test_numbers(written: object, number: object) -> None:
    assert as_number(written) == number


@pytest.mark.parametrize("written", [True, None, [], "", "চার", "1e5", Decimal("1e20"), Decimal("NaN"), "12,50"])
def test_what_is_no_number(written: object) -> None:
    with pytest.raises(BadInput):
        as_number(written)


def test_cells_and_units() -> None:
    assert [as_target(cell) for cell in ("-", "–", None)] == [None, None, None]
    assert as_unit("জন") is Unit.NUMBER
    assert as_unit("শতকরা") is Unit.PERCENT


def test_composed_and_decomposed_bangla_are_one() -> None:
    written = ["\u09ac\u09cd\u09af\u09df", "\u09ac\u09cd\u09af\u09af\u09bc"]
    assert written[0] != written[1]
    assert len({read_framework(framework(text=text)).indicators[0].text for text in written}) == 1


def achievements(raw: object) -> dict[str, object]:
    return dict(read_achievements(raw, official("egov-2021-22")).by_code)


def test_every_way_to_write_an_achievement() -> None:
    one = achievements(
        {
            "[১.১.১]": "০১/১২/২০২১",
            "1.2.1": {"value": "2022-02-25"},
            "1.4.1": None,
            "1.5.1": "৭৫%",
            "1.6.1": 2,
            "2.2.1": ["2021-09-27", {"date": "20/11/2021"}],
            "2.2.3": {"events": [{"date": "2021-09-23", "quantity": 2}]},
            "2.2.2": {"events": [{"numerator": 1, "denominator": 2}, {"numerator": 3, "denominator": 4}]},
            "2.1.1": {"note": "চলছে"},
            "2.1.2": {"value": 3, "evidence_count": 2, "rejected": "ছবি নেই"},
        }
    )
    framework = official("egov-2021-22")
    figures = {code: given.figure(framework.indicator(code)) for code, given in one.items()}  # type: ignore[attr-defined]
    assert figures["1.1.1"] == date(2021, 12, 1)
    assert figures["1.2.1"] == date(2022, 2, 25)
    assert one["1.4.1"] == NOTHING_YET
    assert [figures[c] for c in ("1.5.1", "1.6.1", "2.2.1", "2.2.3", "2.1.1", "2.1.2")] == [75, 2, 2, 2, None, 3]
    assert str(figures["2.2.2"]).startswith("66.666")


def test_a_list_with_codes_reads_like_a_table() -> None:
    assert achievements([{"code": "১.৬.১", "value": 2}]) == achievements({"1.6.1": 2})


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ({"9.9.9": 1}, "achievements.9.9.9"),
        ({"abc": 1}, "achievements.abc"),
        ({"1.1.1": {"date": "৩১/০২/২০২২"}}, "achievements.1.1.1.date"),
        ({"1.1.1": 5}, "achievements.1.1.1.value"),
        ({"1.6.1": "2021-12-01"}, "achievements.1.6.1.value"),
        ({"1.6.1": -2}, "achievements.1.6.1.value"),
        ({"1.6.1": {"events": [{"quantity": -1}]}}, "achievements.1.6.1.events[0].quantity"),
        ({"1.6.1": {"value": 2, "events": []}}, "achievements.1.6.1.events"),
        ({"2.2.2": {"numerator": 6, "denominator": 5}}, "achievements.2.2.2.numerator"),
        ({"2.2.2": {"numerator": "x", "denominator": 5}}, "achievements.2.2.2.numerator"),
        ({"1.6.1": 2, "[১.৬.১]": 2}, "achievements.[১.৬.১]"),
        ([{"value": 2}], "achievements[0].code"),
        ("2", "achievements"),
    ],
)
def test_a_refused_achievement_names_the_place(raw: object, place: str) -> None:
    with pytest.raises(BadInput) as caught:
        achievements(raw)
    assert caught.value.field == place


def test_mixed_digits_and_unknown_fields_are_told() -> None:
    notes = read_achievements({"1.5.1": {"value": "৭5%", "valeu": 1}}, official("egov-2021-22")).notes
    assert [note.rule for note in notes] == ["unknown-field", "mixed-digits"]


@pytest.mark.parametrize(
    ("raw", "field"),
    [({}, "framework"), ({"framework": 5}, "framework"), ({"framework": "x", "method": "SQUARE"}, "method")],
)
def test_a_request_names_its_bad_field(raw: dict[str, object], field: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_request(raw)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"%PDF-1.7", "PDF"),
        (b"\xff\xfe{\x00", "UTF-8"),
        (b"{", "cannot be read"),
        (b"[1, 2]", "one table"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a":' + b"[" * 50_000 + b"]" * 50_000 + b"}", "nesting"),
        (b'{"a":' + b"[" * 60 + b"]" * 60 + b"}", "nested"),
        (b"{}" + b" " * LARGEST_DOCUMENT, "larger"),
    ],
)
def test_files_that_are_no_table(data: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        parse_document(data, "plan.json")
    assert caught.value.field == "plan.json"


def test_toml_and_json_with_a_byte_order_mark() -> None:
    assert parse_document(b'\xef\xbb\xbf{"a": 1.50}') == {"a": Decimal("1.50")}
    assert parse_document(b"a = 2021-12-01\n") == {"a": date(2021, 12, 1)}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=True) | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=8,
)


@law(json_values)
def test_any_cell_is_read_or_refused(value: object) -> None:
    """Nothing but BadInput ever comes out of a strange value."""
    for name in ("code", "weight", "levels", "unit", "evidence", "schedule", "tiers", "baselines", "method"):
        try:
            read_framework(framework(**{name: value}))
        except BadInput as error:
            assert error.field  # noqa: PT017
    try:
        achievements({"1.6.1": value, "1.1.1": value, "2.2.2": {"numerator": value, "denominator": 5}})
    except BadInput as error:
        assert error.field  # noqa: PT017


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("১৪ এপ্রিল ২০২২", date(2022, 4, 14)),
        ("৩০ জুন, ২০২২", date(2022, 6, 30)),
        ("১৬ মার্চ, ২০২২ তারিখের মধ্যে", date(2022, 3, 16)),
        ("১৫ অক্টোবর ২০২৩ খ্রি.", date(2023, 10, 15)),
        ("১৬/০৩/২০২২", date(2022, 3, 16)),
    ],
)
def test_a_target_may_be_a_day_in_words(printed: str, day: date) -> None:
    assert as_target(printed) == day


@pytest.mark.parametrize("printed", ["১৬ মার্চ", "মার্চ ২০২২", "১৫ অক্টোবর ২০২৩ ও ১৫ জানুয়ারি ২০২৪", "৩০ জুন ২০২২ বা পরে"])
def test_less_than_one_sure_day_is_no_target(printed: str) -> None:
    with pytest.raises(BadInput):
        as_target(printed)
