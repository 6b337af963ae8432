"""Agenda, versions, deadlines, fan-out, statuses and their roll-up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.meetings.made import STARTS, decided, plan, ready, signed
from tests.people import Cast

from agragati.kernel.errors import BadInput, Conflict, NotFound, Refused
from agragati.meetings import actions, selectors
from agragati.meetings.models import AgendaItem, Decision, DecisionDuty, DecisionUpdate
from agragati.meetings.rules.deadlines import due_of, read_deadline, urgency
from agragati.org.access import system
from agragati.org.models import GroupSet, OfficeGroup
from agragati.outbox.models import Mention, Message, Obligation


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("১৫ দিনের মধ্যে প্রতিবেদন দিতে হবে", "2026-08-11"),
        ("আগামী ২০/০৮/২০২৬ তারিখের মধ্যে", "2026-08-20"),
        ("০২ সপ্তাহের মধ্যে", "2026-08-10"),
        ("ব্যবস্থা গ্রহণ করতে হবে", None),
    ],
)
def test_deadlines_count_from_the_meeting(text: str, day: str | None) -> None:
    found = read_deadline(text, date(2026, 7, 27))
    assert (str(found.day) if found else None) == day


def test_the_committed_day_goes_before_the_official_one() -> None:
    assert due_of(date(2026, 5, 30), date(2026, 3, 31)) == date(2026, 3, 31)
    assert due_of(date(2026, 5, 30), None) == date(2026, 5, 30)
    today = date(2026, 3, 1)
    days = {-1: "late", 0: "today", 7: "soon", 8: "open"}
    assert {n: urgency(today + timedelta(days=n), "behind", today) for n in days} == days
    assert urgency(today - timedelta(days=9), "done", today) == "done"


def test_two_writers_lose_no_word(cast: Cast) -> None:
    item, by = AgendaItem.objects.get(meeting=ready(cast)), cast.district_officer.access
    assert actions.write_text(by=by, thing=item, field="discussion", text="প্রথম", seen=1) == 2
    assert actions.write_text(by=by, thing=item, field="presenter", text="ফোকাল পয়েন্ট", seen=1) == 2
    with pytest.raises(Conflict) as clash:
        actions.write_text(by=by, thing=item, field="discussion", text="দ্বিতীয়", seen=1)
    assert (clash.value.params["theirs"], clash.value.params["yours"]) == ("প্রথম", "দ্বিতীয়")
    item.refresh_from_db()
    assert item.discussion == "প্রথম"
    assert actions.write_text(by=by, thing=item, field="discussion", text="প্রথম", seen=1) == 2


def test_edited_decision_conflicts_too(cast: Cast) -> None:
    row, by = decided(cast), cast.district_officer.access
    actions.edit_decision(by=by, decision_id=row.pk, draft=actions.DecisionDraft(text="নতুন"), seen=1)
    with pytest.raises(Conflict):
        actions.edit_decision(by=by, decision_id=row.pk, draft=actions.DecisionDraft(text="আরেক"), seen=1)


def test_items_from_the_app_above_come_once(cast: Cast) -> None:
    made, by = plan(cast), cast.district_officer.access
    items = [actions.NewItem(topic=f"সূচক {n}", about=f"indicator:{n}", working_paper="অগ্রগতি ২৩.৪৪%") for n in (1, 2)]
    assert len(actions.add_items(by=by, meeting=made, items=items)) == 2
    assert actions.add_items(by=by, meeting=made, items=items) == []
    assert [m.pk for m in selectors.meetings_about(by=by, about="indicator:2")] == [made.pk]


def test_a_matter_moves_and_is_carried_over(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    [second] = actions.add_items(by=by, meeting=made, items=[actions.NewItem(topic="বিবিধ")])
    actions.move_item(by=by, item_id=second.pk, up=True)
    assert AgendaItem.objects.filter(meeting=made)[0].topic == "বিবিধ"
    later = plan(cast, starts_at=STARTS + timedelta(days=30), ends_at=None)
    carried = actions.carry_over(by=by, item_id=second.pk, to_meeting_id=later.pk)
    assert carried.carried_from == second
    assert actions.carry_over(by=by, item_id=second.pk, to_meeting_id=later.pk) == carried
    with pytest.raises(BadInput):
        actions.carry_over(by=by, item_id=carried.pk, to_meeting_id=made.pk)


def test_one_decision_reaches_every_office_of_a_group(cast: Cast) -> None:
    group = OfficeGroup.objects.create(set=GroupSet.objects.create(key="g", name_bn="গ"), key="all", name_bn="সকল অফিস")
    group.offices.set([cast.upazila, cast.other_upazila, cast.stranger_office])
    post = cast.district_officer.posting.post_id
    row = signed(cast, targets=[f"group:{group.pk}", f"post:{post}", "level:upazila"], others=["সংশ্লিষ্ট শাখা"])
    duties = DecisionDuty.objects.filter(decision=row)
    assert {(d.office_id, d.post_id) for d in duties} == {
        (cast.upazila.pk, None), (cast.other_upazila.pk, None), (cast.district.pk, post),
    }  # fmt: skip
    assert all(str(duty.due) == "2026-08-11" for duty in duties)
    assert Obligation.objects.filter(about__startswith="decision_duty:").open().count() == 3
    assert [part.text for part in row.implementers.all()][-1] == "সংশ্লিষ্ট শাখা"


def test_statuses_move_by_the_table_and_every_word_is_kept(cast: Cast) -> None:
    row = signed(cast, evidence="প্রত্যয়ন")
    duty = DecisionDuty.objects.get(decision=row, office=cast.upazila)
    doer, giver = cast.upazila_officer.access, cast.district_officer.access
    with pytest.raises(BadInput) as error:
        actions.report(by=doer, duty_id=duty.pk, status="done")
    assert error.value.field == "file"
    actions.report(by=doer, duty_id=duty.pk, status="behind", text="জনবল নেই")
    actions.promise(by=doer, duty_id=duty.pk, day=timezone.localdate() + timedelta(days=5))
    actions.report(by=doer, duty_id=duty.pk, status="done", proof=actions.Proof("প্রত্যয়ন.txt", "প্রত্যয়ন".encode()))
    assert not Obligation.objects.filter(about=f"decision_duty:{duty.pk}").open().exists()
    with pytest.raises(Refused):
        actions.verify(by=doer, duty_id=duty.pk)
    actions.send_back(by=giver, duty_id=duty.pk, text="প্রমাণক অস্পষ্ট")
    assert Obligation.objects.filter(about=f"decision_duty:{duty.pk}").open().exists()
    actions.report(by=doer, duty_id=duty.pk, status="done", text="স্পষ্ট কপি দেওয়া হলো")
    assert actions.verify(by=giver, duty_id=duty.pk).status == "verified"
    with pytest.raises(BadInput):
        actions.report(by=doer, duty_id=duty.pk, status="behind")
    updates = DecisionUpdate.objects.filter(duty=duty)
    assert [one.after for one in updates] == ["verified", "done", "behind", "done", "behind", "behind"]
    assert all(one.by_label and one.at for one in updates)
    with pytest.raises(Exception, match="Cannot"), transaction.atomic():
        updates.update(text="x")


def test_only_the_chair_drops_and_says_why(cast: Cast) -> None:
    duty = DecisionDuty.objects.get(decision=signed(cast), office=cast.upazila)
    with pytest.raises(Refused):
        actions.drop(by=cast.upazila_officer.access, duty_id=duty.pk, text="কারণ")
    with pytest.raises(BadInput):
        actions.drop(by=cast.district_officer.access, duty_id=duty.pk, text=" ")
    assert actions.drop(by=cast.district_officer.access, duty_id=duty.pk, text="প্রযোজ্য নয়").status == "dropped"
    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionDuty.objects.filter(pk=duty.pk).update(dropped_because="")


def test_nobody_answers_for_another_office(cast: Cast) -> None:
    duty = DecisionDuty.objects.get(decision=signed(cast), office=cast.other_upazila)
    with pytest.raises(NotFound):
        actions.report(by=cast.upazila_officer.access, duty_id=duty.pk, status="done")
    with pytest.raises(Refused):
        actions.report(by=cast.divisional_officer.access, duty_id=duty.pk, status="done")


def test_the_roll_up_says_who_is_silent(cast: Cast) -> None:
    row, by = signed(cast), cast.district_officer.access
    duty = DecisionDuty.objects.get(decision=row, office=cast.upazila)
    actions.report(by=cast.upazila_officer.access, duty_id=duty.pk, status="done")
    state = selectors.rollup(by=by, decision=row)
    assert (state.total, state.done, state.silent, state.late, state.percent) == (2, 1, 1, 1, 50)
    [silent] = selectors.duties_of(by=by, decision=row, silent=True)
    assert silent.office == cast.other_upazila
    assert [d.office for d in selectors.open_duties(by=cast.upazila_officer.access)] == []
    late = selectors.decisions_page(by=by, wanted=selectors.DecisionFilter(late=True))
    assert list(late) == [row]
    tree = selectors.DecisionFilter(office_id=cast.district.pk, status="not_started")
    assert [d.office for d in selectors.duties_page(by=by, wanted=tree, mine=False)] == [cast.other_upazila]


def test_the_next_meeting_hears_of_the_previous_decisions(cast: Cast) -> None:
    row, by = signed(cast), cast.district_officer.access
    duty = DecisionDuty.objects.get(decision=row, office=cast.upazila)
    actions.report(by=cast.upazila_officer.access, duty_id=duty.pk, status="done", text="কাজ শেষ")
    later = plan(cast, starts_at=STARTS + timedelta(days=30), ends_at=None)
    [told] = selectors.previous_decisions(by=by, meeting=later)
    assert (told.decision, told.rollup.done, told.rollup.total) == (row, 1, 2)
    text = str(selectors.minutes_paper(by=by, meeting=later).blocks)
    assert "২টির মধ্যে ১টি বাস্তবায়িত; ১টি অফিস জবাব দেয়নি" in text


def test_numbers_close_up_when_a_decision_goes(cast: Cast) -> None:
    row, by = decided(cast), cast.district_officer.access
    second = actions.decide(by=by, item_id=row.item_id, draft=actions.DecisionDraft(text="দ্বিতীয়"))
    actions.remove_decision(by=by, decision_id=row.pk)
    assert Decision.objects.get(pk=second.pk).number == 1


def test_a_large_fan_out_tells_each_office_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr("agragati.meetings.actions.telling.AT_ONCE", 0)
    first = decided(cast)
    by = cast.district_officer.access
    actions.resume(by=by, meeting_id=first.meeting_id, reason="আরও একটি সিদ্ধান্ত")
    second = actions.DecisionDraft(text="প্রতিবেদন দিতে হবে।", targets=["level:upazila"])
    actions.decide(by=by, item_id=first.item_id, draft=second)
    actions.close(by=by, meeting_id=first.meeting_id)
    actions.sign(by=by, meeting_id=first.meeting_id)
    Obligation.objects.all().delete()
    with django_assert_max_num_queries(45):
        told = actions.hand_out_duties(by=system(), meeting_id=first.meeting_id)
    offices = set(DecisionDuty.objects.values_list("office", flat=True))
    assert (told, Obligation.objects.filter(kind="decision").count()) == (2 * len(offices), 2 * len(offices))
    notices = Message.objects.filter(channel="in_app", dispatch__template_key="new_duty")
    assert sorted(notices.values_list("office", flat=True)) == sorted(offices)
    assert Mention.objects.filter(message__in=notices).count() == 2 * len(offices)
    actions.hand_out_duties(by=system(), meeting_id=first.meeting_id)
    assert notices.count() == len(offices)
    for row in DecisionDuty.objects.filter(office=cast.upazila):
        actions.report(by=cast.upazila_officer.access, duty_id=row.pk, status="done", text="সম্পন্ন")
    assert not Obligation.objects.open().filter(office=cast.upazila, kind="decision").exists()
