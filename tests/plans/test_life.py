"""The life of a plan: who may do what, when, with which paper; amendments keep the old values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import ProgrammingError, transaction

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.fiscal import FiscalYear
from agragati.plans import choices
from agragati.plans.actions import state_terms
from agragati.plans.actions.amendments import propose_amendment
from agragati.plans.actions.life import move_plan
from agragati.plans.models import Amendment, Plan, PlanStep
from agragati.plans.rules import life_states
from agragati.plans.rules.life_states import LIFE_MOVES, LifeDeed, Stage, amend_until
from agragati.plans.selectors.life import plan_life
from tests.people import Cast
from tests.plans.year import SCAN, SIGNED, in_force, new_plan, row, running_plan

D = LifeDeed


def test_the_table_knows_every_stage_and_ends_published() -> None:
    assert {stage.value for stage in life_states.Stage} == set(choices.Stage.values)
    reached = {"draft"}
    for _ in LIFE_MOVES:
        reached |= {move.after for move in LIFE_MOVES if move.before in reached}
    assert reached == set(choices.Stage.values)
    assert [move for move in LIFE_MOVES if move.before == Stage.PUBLISHED] == []


def test_a_plan_is_signed_by_two_heads_with_the_scan(cast: Cast) -> None:
    plan = new_plan(cast.upazila, cast.upazila_officer)
    own, above = cast.upazila_officer.access, cast.district_officer.access
    move_plan(by=own, plan=plan, deed=D.DISCUSS, on=SIGNED)
    with pytest.raises(BadInput, match="head of the office signs first"):
        move_plan(by=above, plan=plan, deed=D.SIGN_HIGHER, day=SIGNED, scan=SCAN, on=SIGNED)
    with pytest.raises(BadInput) as error:
        move_plan(by=own, plan=plan, deed=D.SIGN_OWN, on=SIGNED)
    assert error.value.field == "day"
    move_plan(by=own, plan=plan, deed=D.SIGN_OWN, day=SIGNED, on=SIGNED)
    with pytest.raises(BadInput, match="signed already"):
        move_plan(by=own, plan=plan, deed=D.SIGN_OWN, day=SIGNED, on=SIGNED)
    with pytest.raises(BadInput) as error:
        move_plan(by=above, plan=plan, deed=D.SIGN_HIGHER, day=SIGNED, on=SIGNED)
    assert error.value.field == "scan"
    with pytest.raises(BadInput, match="future"):
        move_plan(by=above, plan=plan, deed=D.SIGN_HIGHER, day=date(2021, 6, 25), scan=SCAN, on=SIGNED)
    signed = move_plan(by=above, plan=plan, deed=D.SIGN_HIGHER, day=SIGNED, scan=SCAN, on=SIGNED)
    assert signed.stage == Stage.SIGNED
    steps = PlanStep.objects.filter(plan=plan)
    assert [(step.deed, step.day, bool(step.attachment_id)) for step in steps][1:] == [
        ("sign_own", SIGNED, False), ("sign_higher", SIGNED, True)
    ]  # fmt: skip
    assert Deed.objects.filter(name="plans.sign_higher").count() == 1


def test_sent_back_to_draft_the_signatures_fall(cast: Cast) -> None:
    plan = new_plan(cast.upazila, cast.upazila_officer)
    own, above = cast.upazila_officer.access, cast.district_officer.access
    move_plan(by=own, plan=plan, deed=D.DISCUSS, on=SIGNED)
    move_plan(by=own, plan=plan, deed=D.SIGN_OWN, day=SIGNED, scan=SCAN, on=SIGNED)
    with pytest.raises(BadInput):
        move_plan(by=above, plan=plan, deed=D.REVISE, on=SIGNED)
    move_plan(by=above, plan=plan, deed=D.REVISE, reason="লক্ষ্যমাত্রা সংশোধন প্রয়োজন", on=SIGNED)
    move_plan(by=own, plan=plan, deed=D.DISCUSS, on=SIGNED)
    with pytest.raises(BadInput, match="signs first"):
        move_plan(by=above, plan=plan, deed=D.SIGN_HIGHER, day=SIGNED, scan=SCAN, on=SIGNED)


def test_approval_follows_the_functional_line(cast: Cast) -> None:
    plan = new_plan(cast.upazila, cast.upazila_officer)
    move_plan(by=cast.upazila_officer.access, plan=plan, deed=D.DISCUSS, on=SIGNED)
    move_plan(by=cast.upazila_officer.access, plan=plan, deed=D.SIGN_OWN, day=SIGNED, scan=SCAN, on=SIGNED)
    for person in (cast.upazila_officer, cast.outsider, cast.admin, cast.secretary):
        with pytest.raises(Refused):
            move_plan(by=person.access, plan=plan, deed=D.SIGN_HIGHER, day=SIGNED, on=SIGNED)
    assert move_plan(by=cast.reviewer.access, plan=plan, deed=D.SIGN_HIGHER, day=SIGNED, on=SIGNED).stage == "signed"


def test_the_calendar_of_the_year(cast: Cast) -> None:
    plan = running_plan(cast)
    own, above = cast.upazila_officer.access, cast.district_officer.access
    assert amend_until(FiscalYear(2021)) == date(2021, 9, 30)
    with pytest.raises(BadInput, match="until"):
        move_plan(by=own, plan=plan, deed=D.OPEN_AMENDMENT, reason="বরাদ্দ কমেছে", on=date(2021, 10, 1))
    with pytest.raises(BadInput, match="begins"):
        move_plan(by=above, plan=plan, deed=D.HALF_YEAR, reason="ভালো", on=date(2021, 12, 31))
    move_plan(by=above, plan=plan, deed=D.HALF_YEAR, reason="অগ্রগতি সন্তোষজনক", on=date(2022, 1, 25))
    with pytest.raises(BadInput, match="closed after"):
        move_plan(by=above, plan=plan, deed=D.CLOSE, on=date(2022, 6, 30))
    move_plan(by=above, plan=plan, deed=D.CLOSE, on=date(2022, 8, 20))
    move_plan(by=above, plan=plan, deed=D.REOPEN, reason="আপিল নিষ্পত্তি", on=date(2022, 8, 21))
    move_plan(by=above, plan=plan, deed=D.CLOSE, on=date(2022, 8, 22))
    published = move_plan(by=above, plan=plan, deed=D.PUBLISH, on=date(2022, 8, 25))
    assert published.stage == Stage.PUBLISHED
    with pytest.raises(BadInput):
        move_plan(by=above, plan=plan, deed=D.REOPEN, reason="আবার", on=date(2022, 8, 26))


def test_an_amendment_keeps_the_old_values(cast: Cast) -> None:
    plan = running_plan(cast)
    own, above = cast.upazila_officer.access, cast.district_officer.access
    inside = date(2021, 9, 20)
    levels = [(Decimal(100), Decimal(3)), (Decimal(80), Decimal(2)), (Decimal(60), Decimal(1))]
    with pytest.raises(BadInput, match="Open the amendment"):
        propose_amendment(by=own, indicator=row(plan, "2.2.1"), levels=levels, reason="বরাদ্দ কমেছে", on=inside)
    move_plan(by=own, plan=plan, deed=D.OPEN_AMENDMENT, reason="বরাদ্দ কমেছে", on=inside)
    with pytest.raises(BadInput, match="No amendment"):
        move_plan(by=above, plan=plan, deed=D.APPROVE_AMENDMENT, on=inside)
    propose_amendment(by=own, indicator=row(plan, "2.2.1"), levels=levels, reason="বরাদ্দ কমেছে", on=inside)
    assert row(plan, "2.2.1").own_levels is None
    move_plan(by=above, plan=plan, deed=D.APPROVE_AMENDMENT, on=date(2021, 10, 5))
    made = Amendment.objects.get(plan=plan)
    assert (made.state, made.old["levels"], made.decided_by) == ("approved", None, cast.district_officer.user)
    assert row(plan, "2.2.1").own_levels == [["100", "3"], ["80", "2"], ["60", "1"]]
    with pytest.raises(BadInput, match="amendment"):
        state_terms(by=own, indicator=row(plan, "2.2.1"), weight=None, levels=[(Decimal(100), Decimal(2))])


def test_a_refused_amendment_changes_nothing(cast: Cast) -> None:
    plan = running_plan(cast)
    own, above = cast.upazila_officer.access, cast.district_officer.access
    inside = date(2021, 9, 20)
    move_plan(by=own, plan=plan, deed=D.OPEN_AMENDMENT, reason="বরাদ্দ কমেছে", on=inside)
    levels = [(Decimal(100), Decimal(1))]
    propose_amendment(by=own, indicator=row(plan, "2.2.1"), levels=levels, reason="বরাদ্দ কমেছে", on=inside)
    with pytest.raises(BadInput):
        move_plan(by=above, plan=plan, deed=D.REFUSE_AMENDMENT, on=inside)
    move_plan(by=above, plan=plan, deed=D.REFUSE_AMENDMENT, reason="লক্ষ্যমাত্রা সহজ করা যাবে না", on=inside)
    assert row(plan, "2.2.1").own_levels is None
    assert Amendment.objects.get(plan=plan).state == "refused"


def test_the_database_keeps_the_table_and_the_steps(cast: Cast) -> None:
    plan = running_plan(cast)
    with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
        Plan.objects.filter(pk=plan.pk).update(stage=Stage.PUBLISHED)
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        PlanStep.objects.filter(plan=plan).update(reason="অন্য কারণ")
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        PlanStep.objects.filter(plan=plan).delete()


def test_the_page_offers_only_what_the_reader_may_do(cast: Cast) -> None:
    plan = new_plan(cast.upazila, cast.upazila_officer)

    def offered(person: object) -> list[str]:
        return [move.deed for move in plan_life(by=person.access, plan_id=plan.pk).moves]  # type: ignore[attr-defined]

    assert offered(cast.upazila_officer) == ["discuss"]
    assert offered(cast.district_officer) == []
    in_force(cast, plan, cast.upazila_officer, cast.district_officer)
    assert offered(cast.upazila_officer) == ["open_amendment"]
    assert offered(cast.district_officer) == ["half_year"]


def test_what_was_typed_counts_as_estimated_until_the_plan_is_signed(cast: Cast) -> None:
    own, above = cast.upazila_officer, cast.district_officer
    plan = new_plan(cast.upazila, own)
    assert not plan.estimated
    levels = [(Decimal(100), date(2022, 3, 10)), (Decimal(80), date(2022, 4, 10)), (Decimal(60), date(2022, 5, 1))]
    state_terms(by=own.access, indicator=row(plan, "1.1.1"), weight=None, levels=levels)
    assert Plan.objects.get(pk=plan.pk).estimated
    in_force(cast, plan, own, above)
    assert not Plan.objects.get(pk=plan.pk).estimated
