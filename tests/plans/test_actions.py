"""Plans in the database: adoption, events, corrections, own terms, refusals."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import system
from agragati.plans.actions import (
    Entry,
    Proof,
    adopt_framework,
    cancel_event,
    correct_event,
    load_framework,
    record_progress,
    state_terms,
)
from agragati.plans.choices import Standing
from agragati.plans.models import Plan, PlanIndicator, ProgressEvent
from agragati.plans.rules.rounding import fixed
from agragati.plans.selectors import indicator_sheet, plan_sheet
from tests.people import Cast


def edition(key: str = "egov-2021-22"):
    document = tomllib.loads((settings.FRAMEWORKS / f"{key}.toml").read_text(encoding="utf-8"))
    return load_framework(by=system(), key=key, document=document)


@pytest.fixture
def plan(cast: Cast) -> Plan:
    return adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=edition())


def row(plan: Plan, code: str) -> PlanIndicator:
    return PlanIndicator.objects.select_related("plan__office", "plan__edition").get(plan=plan, code=code)


def add(cast: Cast, plan: Plan, code: str, day: date, **entry: object) -> ProgressEvent:
    return record_progress(by=cast.divisional_officer.access, indicator=row(plan, code), entry=Entry(day=day, **entry))


@pytest.mark.django_db
def test_a_framework_is_loaded_once_and_a_change_is_a_new_version() -> None:
    first = edition()
    assert edition().pk == first.pk
    second = load_framework(by=system(), key="egov-2021-22", document={**first.document, "source": "other"})
    assert (second.version, first.version) == (2, 1)


def test_half_a_year_of_work_gives_the_marks_of_the_official_table(cast: Cast, plan: Plan) -> None:
    add(cast, plan, "1.1.1", date(2021, 12, 1), memo_no="০৫.৪৩.০০০০.০১৭.০৭.০০১.২১-৭৮", text="আদেশ জারি")
    add(cast, plan, "1.2.1", date(2021, 12, 20), standing=Standing.ONGOING, text="আদেশ প্রক্রিয়াধীন")
    add(cast, plan, "1.4.1", date(2021, 8, 25))
    add(cast, plan, "1.5.1", date(2021, 12, 27), numerator=Decimal(40), denominator=Decimal(40))
    add(cast, plan, "1.6.1", date(2021, 9, 26))
    add(cast, plan, "1.6.1", date(2021, 12, 6), quantity=Decimal(1))
    add(cast, plan, "2.1.1", date(2021, 12, 27), standing=Standing.UNSTATED, text="নিয়মিত হালনাগাদ করা হচ্ছে")
    add(cast, plan, "2.2.1", date(2021, 9, 27), quantity=Decimal(2))
    add(cast, plan, "2.2.2", date(2021, 12, 27), numerator=Decimal(40000), denominator=Decimal(50000))
    add(cast, plan, "2.2.3", date(2021, 12, 27), quantity=Decimal(2))
    sheet = plan_sheet(by=cast.divisional_officer.access, plan_id=plan.pk)
    assert fixed(sheet.score.total) == "24.80"
    states = {r.indicator.code: r.scored.score.state.value for r in sheet.rows}
    assert states["2.1.1"] == "no_figure"
    assert states["1.2.1"] == "not_yet"
    plan.refresh_from_db()
    assert plan.total == Decimal("24.8000")
    assert [(printed, total) for _, printed, total, _ in sheet.areas] == [(35, 29), (15, 21)]
    earlier = plan_sheet(by=cast.divisional_officer.access, plan_id=plan.pk, as_of=date(2021, 9, 30))
    assert fixed(earlier.score.total) == "5.80"  # 1.4.1 whole, 2.2.1 two of four


def test_one_plan_of_a_year(cast: Cast, plan: Plan) -> None:
    with pytest.raises(BadInput, match="already has a plan"):
        adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=plan.edition)


@pytest.mark.parametrize("who", ["outsider", "upazila_officer", "secretary"])
def test_nobody_else_enters_progress(cast: Cast, plan: Plan, who: str) -> None:
    with pytest.raises(Refused):
        record_progress(by=getattr(cast, who).access, indicator=row(plan, "1.1.1"), entry=Entry(day=date(2021, 12, 1)))
    assert not ProgressEvent.objects.exists()


@pytest.mark.parametrize(
    ("code", "entry", "field"),
    [
        ("1.1.1", {"day": date(2022, 7, 1)}, "day"),
        ("1.1.1", {"day": date(2021, 6, 30)}, "day"),
        ("1.5.1", {"day": date(2021, 9, 1), "numerator": Decimal(5), "denominator": Decimal(4)}, "numerator"),
        ("1.5.1", {"day": date(2021, 9, 1), "quantity": Decimal(80)}, "numerator"),
        ("1.6.1", {"day": date(2021, 9, 1), "quantity": Decimal(-1)}, "quantity"),
        ("1.6.1", {"day": date(2021, 9, 1), "memo_no": "১২"}, ""),
        ("1.6.1", {"day": date(2021, 9, 1), "standing": Standing.UNSTATED}, "text"),
    ],
)
def test_what_cannot_be_true_is_refused(cast: Cast, plan: Plan, code: str, entry: dict, field: str) -> None:
    with pytest.raises(BadInput) as caught:
        record_progress(by=cast.divisional_officer.access, indicator=row(plan, code), entry=Entry(**entry))
    if field:
        assert caught.value.field == field
    assert not ProgressEvent.objects.exists()


def test_a_future_day_is_refused(cast: Cast) -> None:
    coming = edition("egov-2024-25")
    theirs = adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=coming)
    with pytest.raises(BadInput, match="future"):
        add(cast, theirs, "1.1.1", date(2199, 1, 1))


def test_a_denominator_of_zero_is_not_applicable(cast: Cast, plan: Plan) -> None:
    add(cast, plan, "2.2.2", date(2021, 12, 1), numerator=Decimal(0), denominator=Decimal(0))
    assert row(plan, "2.2.2").state == "not_applicable"
    assert row(plan, "2.2.2").points is None


def test_a_correction_keeps_the_old_entry(cast: Cast, plan: Plan) -> None:
    first = add(cast, plan, "1.6.1", date(2021, 9, 26), quantity=Decimal(4))
    new = correct_event(
        by=cast.divisional_officer.access, event=first, entry=Entry(day=date(2021, 9, 26), quantity=Decimal(2)),
        reason="গণনায় ভুল",
    )  # fmt: skip
    assert row(plan, "1.6.1").points == Decimal("3.2")
    assert ProgressEvent.objects.count() == 2
    assert Deed.objects.get(name="plans.correct_event").values["old"]["quantity"] == "4"
    with pytest.raises(BadInput, match="why"):
        cancel_event(by=cast.divisional_officer.access, event=new, reason=" ")
    cancel_event(by=cast.divisional_officer.access, event=new, reason="সভা হয়নি")
    assert row(plan, "1.6.1").state == "not_yet"
    assert ProgressEvent.objects.count() == 2


def test_a_bad_file_leaves_no_event_behind(cast: Cast, plan: Plan) -> None:
    with pytest.raises(BadInput, match="not accepted"):
        record_progress(
            by=cast.divisional_officer.access, indicator=row(plan, "1.6.1"), entry=Entry(day=date(2021, 9, 26)),
            proofs=[Proof("a.pdf", b"PK\x03\x04zip", "notice")],
        )  # fmt: skip
    assert not ProgressEvent.objects.exists()


def test_unknown_weights_are_typed_from_the_signed_plan(cast: Cast) -> None:
    theirs = adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=edition("egov-2023-24"))
    assert theirs.estimated
    assert row(theirs, "1.1.1").points is None
    state_terms(by=cast.divisional_officer.access, indicator=row(theirs, "1.1.1"), weight=Decimal(8))
    add(cast, theirs, "1.1.1", date(2024, 3, 1))
    assert row(theirs, "1.1.1").points == Decimal(8)
    with pytest.raises(BadInput) as caught:
        state_terms(
            by=cast.divisional_officer.access, indicator=row(theirs, "4.1.1"), weight=Decimal(6),
            levels=[(Decimal(100), Decimal(60)), (Decimal(80), Decimal(80))],
        )  # fmt: skip
    assert caught.value.field == "levels"


def test_a_printed_weight_is_not_overruled(cast: Cast, plan: Plan) -> None:
    with pytest.raises(BadInput) as caught:
        state_terms(by=cast.divisional_officer.access, indicator=row(plan, "1.1.1"), weight=Decimal(9))
    assert caught.value.field == "weight"


def test_one_row_tells_its_whole_story(cast: Cast, plan: Plan) -> None:
    add(cast, plan, "1.2.1", date(2022, 2, 28))
    sheet = indicator_sheet(by=cast.divisional_officer.access, indicator_id=row(plan, "1.2.1").pk)
    assert [reason.key for reason in sheet.row.scored.score.because][-1] == "marks"
    assert [fixed(option.points) for option in sheet.what_if] == ["5.00", "4.00", "3.00"]
