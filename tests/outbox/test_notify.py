"""Telling posts of a deed: who, by what, at what cost; nothing for a rolled-back deed, once for a repeated one."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import transaction

from agragati.audit.models import Deed
from agragati.org.access import anonymous
from agragati.org.models import Posting
from agragati.outbox import actions, selectors
from agragati.outbox.choices import Reason, State
from agragati.outbox.models import Budget, Dispatch, Message, Preference
from agragati.outbox.rules.recipients import RecipientRule, to_heads, to_posts
from tests.people import Cast

from .conftest import MONDAY


def tell(cast: Cast, key: str = "meeting:1:notice", channels: tuple[str, ...] = ("in_app", "email", "sms")) -> Dispatch:
    return actions.notify(
        by=cast.district_officer.access, deed="meetings.send_notice", key=key, about="meeting:1", url="/meetings/1/",
        to=to_heads(cast.upazila.pk, cast.other_upazila.pk), subject="সভার নোটিশ", channels=channels, now=MONDAY,
        text="{person}, {post}, {office}: সভা কাল সকাল ১০টায়। {link}", sms_text="সভা কাল সকাল ১০টায়। {link}",
    )  # fmt: skip


def test_one_row_a_recipient_and_channel(staffed: Cast) -> None:
    sent = tell(staffed)
    rows = {(row.office, row.channel): row for row in Message.objects.filter(dispatch=sent)}
    assert len(rows) == 6
    notice = rows[(staffed.upazila, "in_app")]
    assert notice.state == State.DELIVERED
    assert f"রোকেয়া বেগম, উপজেলা কর্মকর্তা, {staffed.upazila}" in notice.text
    sms = rows[(staffed.upazila, "sms")]
    assert (sms.state, sms.address[:5], sms.parts) == (State.QUEUED, "88017", 1)
    assert rows[(staffed.other_upazila, "email")].reason == Reason.NO_HEAD
    assert Deed.objects.filter(name="outbox.notify", about="meeting:1").exists()


def test_the_same_key_sends_nothing_again(staffed: Cast) -> None:
    first, second = tell(staffed), tell(staffed)
    assert first.pk == second.pk
    assert Message.objects.filter(dispatch=first).count() == 6


@pytest.mark.django_db(transaction=True)
def test_nothing_is_sent_for_a_rolled_back_deed() -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    from tests.people import make_cast

    cast = make_cast()
    Budget.objects.create(office=cast.district, month=datetime.date(2026, 3, 1), limit=100)
    before = ProcrastinateJob.objects.count()

    @transaction.atomic
    def deed() -> None:
        tell(cast)
        assert Message.objects.exists()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        deed()
    assert not Message.objects.exists()
    assert not Dispatch.objects.exists()
    assert ProcrastinateJob.objects.count() == before
    assert Budget.objects.get().used == 0


def test_visitors_send_nothing(staffed: Cast) -> None:
    from agragati.kernel.errors import Refused

    with pytest.raises(Refused):
        actions.notify(by=anonymous(), deed="x", key="x", to=to_posts(1), subject="x", text="x")


def test_money_is_set_aside_and_the_rest_is_listed(staffed: Cast, sink: Path) -> None:
    sent = tell(staffed)
    cost = Message.objects.get(dispatch=sent, channel="sms", office=staffed.upazila).cost
    march = Budget.objects.get(office=staffed.district, month=datetime.date(2026, 3, 1))
    assert march.used == cost == Decimal("0.25")
    Budget.objects.filter(pk=march.pk).update(limit=march.used)
    again = tell(staffed, "meeting:1:second")
    broke = Message.objects.get(dispatch=again, channel="sms", office=staffed.upazila)
    assert (broke.state, broke.reason) == (State.UNAFFORDABLE, Reason.OVER_BUDGET)
    assert Message.objects.get(dispatch=again, channel="email", office=staffed.upazila).state == State.QUEUED
    unreached = selectors.unreached(by=staffed.district_officer.access)
    assert {row.pk: row.otherwise for row in unreached}[broke.pk] is True


def test_no_budget_no_sms(staffed: Cast, sink: Path) -> None:
    Budget.objects.all().delete()
    assert Message.objects.get(dispatch=tell(staffed), channel="sms", office=staffed.upazila).reason == Reason.NO_BUDGET


@pytest.mark.parametrize(
    ("phone", "reason"), [("", "no_phone"), ("12345", "wrong_phone"), ("+91 9876543210", "foreign_phone")]
)
def test_numbers_that_are_none(staffed: Cast, phone: str, reason: str) -> None:
    user = staffed.upazila_officer.user
    user.phone = phone
    user.save()
    row = Message.objects.get(dispatch=tell(staffed), channel="sms", office=staffed.upazila)
    assert (row.state, row.reason) == (State.UNREACHABLE, reason)


def test_mail_addresses_that_are_none(staffed: Cast) -> None:
    user = staffed.upazila_officer.user
    user.email = "not-an-address"
    user.save()
    row = Message.objects.get(dispatch=tell(staffed), channel="email", office=staffed.upazila)
    assert row.reason == Reason.WRONG_EMAIL


def test_a_vacant_post_keeps_its_notice_for_the_successor(staffed: Cast) -> None:
    Posting.objects.filter(post=staffed.upazila_officer.posting.post).update(until=datetime.date(2026, 1, 1))
    sent = tell(staffed)
    rows = {row.channel: row for row in Message.objects.filter(dispatch=sent, office=staffed.upazila)}
    assert rows["sms"].reason == rows["email"].reason == Reason.VACANT
    assert rows["in_app"].state == State.SENT


def test_wishes_are_kept(staffed: Cast) -> None:
    Preference.objects.create(user=staffed.upazila_officer.user, mail="daily", takes_sms=False)
    rows = {row.channel: row for row in Message.objects.filter(dispatch=tell(staffed), office=staffed.upazila)}
    assert rows["email"].state == State.HELD
    assert rows["sms"].reason == Reason.OPTED_OUT


def test_sms_wait_for_the_window(staffed: Cast) -> None:
    from agragati.outbox.models import Holiday

    Holiday.objects.create(day=datetime.date(2026, 3, 3), name_bn="ছুটি")
    evening = MONDAY + datetime.timedelta(hours=9)
    sent = actions.notify(
        by=staffed.district_officer.access, deed="x", key="late", to=to_heads(staffed.upazila.pk), subject="বার্তা",
        text="বার্তা", channels=("sms",), now=evening,
    )  # fmt: skip
    row = Message.objects.get(dispatch=sent)
    assert row.due_at == MONDAY.replace(hour=3) + datetime.timedelta(days=2)  # Wednesday 9:00 in Dhaka
    assert actions.claim_batch(by=staffed.admin.access, channel="sms", now=evening) is None


def test_rules_find_posts(staffed: Cast) -> None:
    by = staffed.divisional_officer.access
    below = selectors.resolve(by=by, rule=RecipientRule("below", office_id=staffed.divisional.pk))
    assert [one.office for one in below] == [staffed.district, staffed.upazila, staffed.other_upazila]
    upazilas = RecipientRule("below", office_id=staffed.divisional.pk, kinds=("upazila",))
    assert [one.office for one in selectors.resolve(by=by, rule=upazilas)] == [staffed.upazila, staffed.other_upazila]
    codes = RecipientRule("codes", codes=(staffed.upazila.code,))
    assert [one.office for one in selectors.resolve(by=by, rule=codes)] == [staffed.upazila]


def test_heads_of_offices_that_have_not_submitted(staffed: Cast) -> None:
    by = staffed.district_officer.access
    for office in (staffed.upazila, staffed.other_upazila):
        actions.oblige(by=by, about="report:q3", office_id=office.pk, title="প্রতিবেদন", due=datetime.date(2026, 3, 1),
                       tell_by=())  # fmt: skip
    rule = RecipientRule("below", office_id=staffed.district.pk, question="open", value="report:q3")
    assert len(selectors.resolve(by=by, rule=rule)) == 2
    actions.discharge(by=by, about="report:q3", office_id=staffed.upazila.pk)
    assert [one.office for one in selectors.resolve(by=by, rule=rule)] == [staffed.other_upazila]


def have_odd_number(*, by: object, office_ids: list[int], value: str) -> list[int]:
    """A question of an app above, as the settings name it."""
    return [pk for pk in office_ids if pk % 2]


def test_questions_of_apps_above(staffed: Cast, settings: object) -> None:
    from agragati.kernel.errors import BadInput

    settings.RECIPIENT_QUESTIONS = {"odd": ("have an odd number", "tests.outbox.test_notify.have_odd_number")}  # type: ignore[attr-defined]
    by = staffed.district_officer.access
    rule = RecipientRule("below", office_id=staffed.district.pk, question="odd")
    assert all(one.office.pk % 2 for one in selectors.resolve(by=by, rule=rule))
    with pytest.raises(BadInput):
        selectors.resolve(by=by, rule=RecipientRule("below", office_id=staffed.district.pk, question="unknown"))


def test_notices_are_of_the_post_and_seen_once(staffed: Cast, sink: Path) -> None:
    sent = tell(staffed)
    notice = Message.objects.get(dispatch=sent, channel="in_app", office=staffed.upazila)
    mine, other = staffed.upazila_officer.access, staffed.district_officer.access
    assert list(selectors.notices_for(by=mine)) == [notice]
    assert selectors.unseen_count(by=mine) == 1
    from agragati.kernel.errors import NotFound

    with pytest.raises(NotFound):
        actions.open_notice(by=other, message_id=notice.pk)
    assert actions.open_notice(by=mine, message_id=notice.pk) == "/meetings/1/"
    assert selectors.unseen_count(by=mine) == 0
