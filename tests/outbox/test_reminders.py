"""Duties: one list, reminders through all stages, proof, links, calendar."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from agragati.kernel.errors import Conflict, NotFound
from agragati.org.access import anonymous, system
from agragati.org.models import Posting
from agragati.outbox import actions, selectors
from agragati.outbox.actions.reminding import BEGIN
from agragati.outbox.actions.sending import drain
from agragati.outbox.choices import State
from agragati.outbox.forms import stages_as_typed, stages_of
from agragati.outbox.models import Message, Obligation, Preference, Reminder
from agragati.outbox.rules.answers import token
from agragati.outbox.rules.reminders import PLANS, Stage, stage_key
from tests.people import Cast

BY = system("reminders")
DHAKA = ZoneInfo("Asia/Dhaka")
DUE = datetime.date(2026, 3, 11)  # a Wednesday


def at(day: int, hour: int = 10) -> datetime.datetime:
    return datetime.datetime(2026, 3, 1, hour, tzinfo=DHAKA) + datetime.timedelta(days=day - 1)


def give(cast: Cast, about: str = "decision:1", **values: Any) -> Obligation:
    facts: dict[str, Any] = {
        "office_id": cast.upazila.pk, "title": "ত্রৈমাসিক প্রতিবেদন দাখিল", "due": DUE, "url": "/plans/1/",
        "giver_id": cast.district.pk, "tell_by": (), "now": at(1),
    }  # fmt: skip
    return actions.oblige(by=cast.district_officer.access, about=about, **{**facts, **values})


def send_all(now: datetime.datetime) -> None:
    drain(by=BY, seconds=0.5, now=lambda: now)


def test_a_duty_passes_through_all_stages(staffed: Cast, sink: Path) -> None:
    duty = give(staffed)
    for day in range(1, 25):
        actions.remind(by=BY, now=at(day))
        actions.remind(by=BY, now=at(day, 11))  # a second run of the day sends nothing
    stages = [(row.stage, row.at.astimezone(DHAKA).day, row.to) for row in Reminder.objects.filter(obligation=duty)]
    assert stages == [
        ("before_7", 4, "holder"), ("before_1", 10, "holder"), ("on_day", 11, "holder"), ("first", 12, "holder"),
        ("second", 14, "holder"), ("third", 16, "holder"), ("head", 18, "head"), ("higher", 21, "higher"),
    ]  # fmt: skip
    proof = selectors.proof_of_notice(by=staffed.district_officer.access, obligation_id=duty.pk)
    higher = [one.message for one in proof if one.stage == "higher"]
    assert {row.office for row in higher} == {staffed.district}
    assert {one.message.channel for one in proof if one.stage == "first"} == {"in_app", "email", "sms"}
    assert len({(one.stage, one.message.channel) for one in proof}) == len(proof)


def test_one_message_for_many_duties(staffed: Cast) -> None:
    for n in range(3):
        give(staffed, f"decision:{n}", title=f"কাজ {n}")
    assert actions.remind(by=BY, now=at(12))[0] == 1
    (sms,) = Message.objects.filter(channel="sms")
    (text,) = Message.objects.filter(channel="email").values_list("text", flat=True)
    assert sms.mentions.count() == 3
    assert all(f"কাজ {n} — ১১ মার্চ ২০২৬" in text for n in range(3))
    assert "৩টি" in sms.text
    passed = Reminder.objects.filter(why_not="passed_over")
    assert set(passed.values_list("stage", flat=True)) == {"before_7", "before_1", "on_day"}


@pytest.mark.parametrize("limit", ["FAMILIES", "MOST_AT_ONCE"])
def test_one_message_however_many_duties_are_looked_at_in_between(
    staffed: Cast, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(f"agragati.outbox.actions.reminding.{limit}", 1)
    for n in range(2):
        give(staffed, f"decision:{n}")
        give(staffed, f"decision:1{n}", office_id=staffed.district.pk)
        give(staffed, f"decision:2{n}", office_id=staffed.other_upazila.pk)
    made, after = actions.remind(by=BY, now=at(21))
    steps = [after]
    while after != BEGIN:
        more, after = actions.remind(by=BY, now=at(21), after=after)
        made += more
        steps.append(after)
    assert {staffed.divisional.pk, staffed.district.pk} <= set(steps), "the two families go one after the other"
    mails = Message.objects.filter(channel="in_app")
    told = [(row.office, row.mentions.count()) for row in mails.order_by("office__path")]
    assert told == [(staffed.divisional, 2), (staffed.district, 4)]
    assert made == len(told)


def test_a_plan_saved_again_reminds_nobody_twice(staffed: Cast) -> None:
    give(staffed)
    assert actions.remind(by=BY, now=at(12))[0] == 1
    typed = stages_as_typed(PLANS["standard"])
    by = staffed.district_officer.access
    stages = [*stages_of(typed, "standard"), Stage(stage_key("standard", 9, "head"), 9, "head")]
    actions.set_reminder_plan(by=by, office_id=staffed.district.pk, key="standard", stages=stages)
    assert actions.remind(by=BY, now=at(13))[0] == 0
    for day in (18, 20):
        actions.remind(by=BY, now=at(day))
    assert list(Reminder.objects.filter(to="head", is_sent=True).values_list("stage", flat=True)) == ["head", "head_9"]


def test_nobody_is_reminded_of_what_was_done_a_minute_ago(staffed: Cast, sink: Path) -> None:
    give(staffed, "decision:1", title="প্রথম কাজ")
    give(staffed, "decision:2", title="দ্বিতীয় কাজ")
    actions.remind(by=BY, now=at(12))
    actions.discharge(by=BY, about="decision:1", at=at(12))
    send_all(at(12, 11))
    assert len(mail.outbox) == 1
    assert "দ্বিতীয়" in mail.outbox[0].body
    assert "প্রথম" not in mail.outbox[0].body
    assert "প্রথম" not in sink.read_text()
    actions.remind(by=BY, now=at(14))
    actions.discharge(by=BY, about="decision:2", at=at(14))
    send_all(at(15, 11))
    assert len(mail.outbox) == 1
    assert Message.objects.filter(state=State.CANCELLED, reason="done_already").count() == 2


def test_quiet_hours_of_a_person(staffed: Cast) -> None:
    give(staffed)
    Preference.objects.create(user=staffed.upazila_officer.user, quiet_from="09:00", quiet_until="13:00")
    actions.remind(by=BY, now=at(12))
    assert Message.objects.get(channel="email").due_at == at(12, 13)
    assert Message.objects.get(channel="sms").due_at == at(12, 13)


def test_an_office_sets_its_own_stages(staffed: Cast) -> None:
    by = staffed.district_officer.access
    stages = [Stage("now", 2, "head", ("in_app",))]
    actions.set_reminder_plan(by=by, office_id=staffed.district.pk, key="standard", stages=stages)
    give(staffed)
    for day in range(1, 25):
        actions.remind(by=BY, now=at(day))
    assert list(Reminder.objects.values_list("stage", flat=True)) == ["now"]
    actions.set_reminder_plan(by=by, office_id=staffed.district.pk, key="standard", stages=[])
    give(staffed, "decision:9")
    assert actions.remind(by=BY, now=at(20))[0] == 0


def test_a_moved_due_day_begins_anew_and_the_same_call_changes_nothing(staffed: Cast) -> None:
    duty = give(staffed)
    actions.remind(by=BY, now=at(12))
    assert give(staffed).changed_at == duty.changed_at
    give(staffed, due=DUE + datetime.timedelta(days=7), now=at(13))
    assert actions.remind(by=BY, now=at(13))[0] == 0
    actions.remind(by=BY, now=at(17))
    sent = Reminder.objects.filter(obligation=duty, is_sent=True).values_list("stage", "due")
    assert list(sent) == [("first", DUE), ("before_1", DUE + datetime.timedelta(days=7))]


def test_work_of_the_day_moves_with_the_post(staffed: Cast) -> None:
    give(staffed)
    give(staffed, "decision:2", post_id=staffed.upazila_officer.posting.post_id)
    give(staffed, "decision:3", office_id=staffed.other_upazila.pk)
    assert selectors.work_of(by=staffed.upazila_officer.access).count() == 2
    assert selectors.work_of(by=staffed.district_officer.access).count() == 0
    assert selectors.open_obligations(by=staffed.district_officer.access, about="decision:").count() == 3
    actions.withdraw(by=BY, about="decision:2")
    assert selectors.work_of(by=staffed.upazila_officer.access).count() == 1


def test_the_first_notice_is_proof(staffed: Cast, sink: Path) -> None:
    duty = give(staffed, tell_by=("in_app", "email"))
    send_all(at(1))
    mine = staffed.upazila_officer.access
    assert actions.open_obligation(by=mine, obligation_id=duty.pk) == "/plans/1/"
    proof = selectors.proof_of_notice(by=staffed.district_officer.access, obligation_id=duty.pk)
    assert {(one.message.channel, one.message.state, one.message.seen_at is not None) for one in proof} == {
        ("in_app", "delivered", True), ("email", "sent", True),
    }  # fmt: skip
    assert "/outbox/o/" in mail.outbox[0].body
    with pytest.raises(NotFound):
        selectors.obligation(by=staffed.outsider.access, obligation_id=duty.pk)


def test_a_link_says_done_once(staffed: Cast, settings: Any) -> None:
    duty = give(staffed)
    good = token(settings.SECRET_KEY, duty.pk, duty.stamp)
    with pytest.raises(NotFound):
        actions.answer_link(by=anonymous(), text=good[:-1] + "1", answer="done")
    assert actions.answer_link(by=anonymous(), text=good, answer="done").done_at is not None
    with pytest.raises(Conflict):
        actions.answer_link(by=anonymous(), text=good, answer="not_done")


def test_an_app_above_judges_the_answer_itself(staffed: Cast, settings: Any) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    duty = give(staffed, on_answer="meetings.tasks.hear_answer")
    link = token(settings.SECRET_KEY, duty.pk, duty.stamp)
    assert actions.answer_link(by=anonymous(), text=link, answer="done").done_at is None
    job = ProcrastinateJob.objects.get(task_name="meetings.tasks.hear_answer")
    assert job.args == {"obligation_id": duty.pk, "answer": "done"}


def test_a_link_dies_with_its_due_day(staffed: Cast, settings: Any) -> None:
    duty = give(staffed)
    old = token(settings.SECRET_KEY, duty.pk, duty.stamp)
    give(staffed, due=DUE + datetime.timedelta(days=1))
    with pytest.raises(NotFound):
        selectors.obligation_of_link(by=anonymous(), text=old)


def test_calendar_feed_and_its_end(staffed: Cast) -> None:
    give(staffed)
    begins = datetime.datetime(2026, 3, 20, 11, tzinfo=DHAKA)
    give(staffed, "meeting:1", title="মাসিক সভা", kind="meeting", due=None, begins_at=begins, place="সম্মেলন কক্ষ")
    mine = staffed.upazila_officer.access
    secret = actions.make_feed(by=mine)
    text = selectors.calendar_of(by=anonymous(), secret=secret, now=at(1)).replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20260311" in text
    assert "DTSTART:20260320T050000Z" in text
    newer = actions.make_feed(by=mine)
    with pytest.raises(NotFound):
        selectors.calendar_of(by=anonymous(), secret=secret, now=at(1))
    actions.revoke_feed(by=mine)
    with pytest.raises(NotFound):
        selectors.calendar_of(by=anonymous(), secret=newer, now=at(1))


def test_feed_follows_the_posts(staffed: Cast) -> None:
    give(staffed)
    secret = actions.make_feed(by=staffed.upazila_officer.access)
    Posting.objects.filter(user=staffed.upazila_officer.user).update(until=datetime.date(2021, 1, 1))
    assert "BEGIN:VEVENT" not in selectors.calendar_of(by=anonymous(), secret=secret, now=at(1))


def test_one_digest_a_day(staffed: Cast, sink: Path) -> None:
    Preference.objects.create(user=staffed.upazila_officer.user, mail="daily")
    for n in range(3):
        give(staffed, f"decision:{n}", title=f"কাজ নম্বর {n}", tell_by=("email",))
    actions.discharge(by=BY, about="decision:1")
    assert actions.send_digests(by=BY, now=at(2, 7)) == 0
    assert actions.send_digests(by=BY, now=at(2, 9)) == 1
    assert actions.send_digests(by=BY, now=at(2, 10)) == 0
    send_all(at(2, 10))
    (sent,) = mail.outbox
    assert "কাজ নম্বর 0" in sent.body
    assert "কাজ নম্বর 2" in sent.body
    assert "কাজ নম্বর 1" not in sent.body
    assert Message.objects.filter(state=State.FOLDED).count() == 2


def test_vacant_post_and_no_higher_office_are_listed(staffed: Cast, sink: Path) -> None:
    Posting.objects.filter(post=staffed.upazila_officer.posting.post).update(until=datetime.date(2021, 1, 1))
    give(staffed)
    give(staffed, "decision:2", office_id=staffed.ministry.pk, post_id=staffed.secretary.posting.post_id)
    for day in range(1, 25):
        actions.remind(by=BY, now=at(day))
    assert Reminder.objects.filter(why_not="nobody_above").count() == 1
    lost = selectors.unreached(by=staffed.district_officer.access)
    assert {row.reason for row in lost} == {"vacant"}
