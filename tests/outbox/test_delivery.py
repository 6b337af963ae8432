"""From the row to the outside and back: rate, retries, fail-over, doubts, late reports."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core import mail

from agragati.kernel.errors import BadInput, NotFound
from agragati.org.access import system
from agragati.outbox import actions, selectors
from agragati.outbox.actions.sending import drain
from agragati.outbox.choices import FOLLOWS, Reason, State
from agragati.outbox.models import Budget, GatewayState, Message
from agragati.outbox.rules.outcomes import Came, Outcome
from agragati.outbox.rules.recipients import to_heads
from tests.people import Cast

from .conftest import MONDAY
from .fake_gateway import FakeGateway, as_setting

BY = system("test")


def queue(cast: Cast, key: str = "k", channels: tuple[str, ...] = ("sms",), **values: Any) -> Message:
    sent = actions.notify(
        by=cast.district_officer.access, deed="test", key=key, to=to_heads(cast.upazila.pk), subject="সভা",
        text="সভা কাল। {link}", url="/meetings/1/", channels=channels, now=MONDAY, **values,
    )  # fmt: skip
    return Message.objects.filter(dispatch=sent).exclude(channel="in_app").get()


def send_all(now: datetime.datetime = MONDAY) -> None:
    drain(by=BY, seconds=0.5, now=lambda: now)


def test_an_sms_goes_out_with_its_link_and_costs_what_it_cost(staffed: Cast, sink: Path) -> None:
    row = queue(staffed)
    send_all()
    row.refresh_from_db()
    assert (row.state, row.attempts, row.gateway) == (State.DELIVERED, 1, "file")
    line = json.loads(sink.read_text())
    assert line["text"].endswith("/meetings/1/")
    assert line["to"] == row.address
    send_all()
    assert len(sink.read_text().splitlines()) == 1


def test_a_mail_goes_out_once(staffed: Cast, sink: Path) -> None:
    row = queue(staffed, channels=("in_app", "email"))
    send_all()
    row.refresh_from_db()
    assert row.state == State.SENT
    assert [one.to for one in mail.outbox] == [["upazila@example.org"]]
    assert "/meetings/1/" in mail.outbox[0].body
    assert row.provider_id == mail.outbox[0].extra_headers["Message-ID"]


def test_the_cheaper_gateway_gives_money_back(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    cheap = fake.as_gateway("http_json", "cheap", price=Decimal("0.20"))
    settings.SMS_GATEWAYS = as_setting(cheap, fake.as_gateway("teletalk", "dear", price=Decimal("0.35")))
    row = queue(staffed)
    budget = Budget.objects.get(office=staffed.district, month=datetime.date(2026, 3, 1))
    assert budget.used == Decimal("0.35")
    send_all()
    row.refresh_from_db()
    budget.refresh_from_db()
    assert row.cost == budget.used == Decimal("0.20")


def test_busy_gateway_is_tried_again_and_then_given_up(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    settings.SMS_GATEWAYS, fake.mode = as_setting(fake.as_gateway("http_json")), "busy"
    row, now = queue(staffed, is_urgent=True), MONDAY
    for tries in range(1, 7):
        send_all(now)
        row.refresh_from_db()
        assert row.attempts == tries
        now = row.due_at
    assert (row.state, row.reason) == (State.FAILED, Reason.GAVE_UP)
    assert Budget.objects.get(office=staffed.district, month=datetime.date(2026, 3, 1)).used == 0
    assert row in selectors.unreached(by=staffed.district_officer.access)


def test_refusal_is_final_and_free(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    settings.SMS_GATEWAYS, fake.mode = as_setting(fake.as_gateway("teletalk")), "refuse"
    row = queue(staffed)
    send_all()
    row.refresh_from_db()
    assert (row.state, row.words, row.cost) == (State.REFUSED, "FAILED,barred", 0)


def test_a_silent_gateway_lets_the_next_go_first(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    dead = fake.as_gateway("http_json", "dead", url="http://127.0.0.1:9/")
    settings.SMS_GATEWAYS = as_setting(dead, fake.as_gateway("http_json", "alive"))
    first = queue(staffed)
    send_all()
    second = queue(staffed, "second")
    send_all()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, first.reason) == (State.QUEUED, Reason.NO_CONNECTION)
    assert (second.state, second.gateway) == (State.SENT, "alive")
    send_all(MONDAY + datetime.timedelta(minutes=2))
    first.refresh_from_db()
    assert first.attempts == 2


def test_an_unclear_end_is_listed_when_the_gateway_knows_no_doubles(
    staffed: Cast, fake: FakeGateway, settings: Any
) -> None:
    settings.SMS_GATEWAYS, fake.mode = as_setting(fake.as_gateway("teletalk")), "garbage"
    row = queue(staffed)
    send_all()
    row.refresh_from_db()
    assert (row.state, row.reason) == (State.DOUBTFUL, Reason.STRANGE_ANSWER)
    assert "Welcome" in row.words
    send_all(MONDAY + datetime.timedelta(hours=1))
    assert len(fake.asked) == 1
    by = staffed.district_officer.access
    with pytest.raises(NotFound):
        actions.settle_doubtful(by=staffed.upazila_officer.access, message_id=row.pk + 1000, resend=True)
    fake.mode = "ok"
    actions.settle_doubtful(by=by, message_id=row.pk, resend=True)
    drain(by=BY, seconds=0.5, now=lambda: MONDAY + datetime.timedelta(days=3650))
    row.refresh_from_db()
    assert row.state == State.SENT
    with pytest.raises(BadInput):
        actions.settle_doubtful(by=by, message_id=row.pk, resend=False)


def test_an_unclear_end_is_asked_again_at_the_same_gateway_that_knows_doubles(
    staffed: Cast, fake: FakeGateway, settings: Any
) -> None:
    one = fake.as_gateway("http_json", "one", timeout=0.2)
    settings.SMS_GATEWAYS, fake.delay = as_setting(one, fake.as_gateway("teletalk", "two")), 0.6
    row = queue(staffed)
    send_all()
    row.refresh_from_db()
    assert (row.state, row.is_pinned, row.gateway) == (State.QUEUED, True, "one")
    GatewayState.objects.filter(name="one").update(rests_until=MONDAY + datetime.timedelta(hours=1))
    fake.delay = 0.0
    send_all(MONDAY + datetime.timedelta(minutes=2))
    row.refresh_from_db()
    assert (row.state, row.gateway) == (State.SENT, "one")
    assert len(fake.delivered) == 1


def test_slow_gateways_go_last(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    slow, quick = fake.as_gateway("http_json", "slow", reports=True), fake.as_gateway("http_json", "quick")
    settings.SMS_GATEWAYS = as_setting(slow, quick)
    rows = [queue(staffed, f"k{n}") for n in range(20)]
    send_all()
    Message.objects.filter(pk__in=[row.pk for row in rows[3:]]).update(
        state="delivered", sent_at=MONDAY, delivered_at=MONDAY + datetime.timedelta(minutes=1)
    )
    later = MONDAY + datetime.timedelta(minutes=6)
    found = selectors.health(by=BY, now=later)["slow"]
    assert (found.given, found.slow, found.is_slow) == (20, 3, True)
    assert actions.watch_gateways(by=BY, now=later) == ["slow"]
    row = queue(staffed, "after")
    send_all(later)
    row.refresh_from_db()
    assert row.gateway == "quick"
    Message.objects.filter(gateway="slow").update(state="delivered", delivered_at=MONDAY)
    assert actions.watch_gateways(by=BY, now=later) == []


def test_all_workers_together_keep_the_rate(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    settings.SMS_GATEWAYS = as_setting(fake.as_gateway("http_json", per_second=Decimal(2), burst=5))
    for n in range(12):
        queue(staffed, f"k{n}")
    first = actions.claim_batch(by=BY, channel="sms", now=MONDAY)
    assert first is not None
    assert len(first.letters) == 5
    assert actions.claim_batch(by=BY, channel="sms", now=MONDAY) is None
    later = actions.claim_batch(by=BY, channel="sms", now=MONDAY + datetime.timedelta(seconds=1))
    assert later is not None
    assert len(later.letters) == 2


def test_a_backlog_stops_at_closing_time(staffed: Cast, sink: Path) -> None:
    row = queue(staffed)
    evening = MONDAY.replace(hour=12)
    assert actions.claim_batch(by=BY, channel="email", now=evening) is None
    batch = actions.claim_batch(by=BY, channel="sms", now=evening)
    assert batch is not None
    assert batch.letters == []
    row.refresh_from_db()
    assert row.due_at == MONDAY.replace(day=3, hour=3)


def test_a_claim_is_written_once(staffed: Cast, sink: Path) -> None:
    queue(staffed)
    batch = actions.claim_batch(by=BY, channel="sms", now=MONDAY)
    assert batch is not None
    number = batch.letters[0][0]
    sent = Outcome(Came.ACCEPTED, provider_id="n1")
    assert actions.write_outcome(by=BY, message_id=number, claim=batch.claim, outcome=sent, now=MONDAY) == State.SENT
    late = Outcome(Came.REFUSED, reason="refused")
    assert actions.write_outcome(by=BY, message_id=number, claim=batch.claim, outcome=late, now=MONDAY) == ""


def test_an_untried_message_goes_back(staffed: Cast, sink: Path) -> None:
    row = queue(staffed)
    batch = actions.claim_batch(by=BY, channel="sms", now=MONDAY)
    assert batch is not None
    actions.write_outcome(by=BY, message_id=row.pk, claim=batch.claim, outcome=None, now=MONDAY)
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.QUEUED, 0)


def test_lost_claims_are_tried_again_or_listed(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    settings.SMS_GATEWAYS = as_setting(fake.as_gateway("teletalk"))
    row = queue(staffed)
    actions.claim_batch(by=BY, channel="sms", now=MONDAY)
    assert actions.recover_lost(by=BY, now=MONDAY + datetime.timedelta(seconds=60)) == 0
    assert actions.recover_lost(by=BY, now=MONDAY + datetime.timedelta(seconds=130)) == 1
    row.refresh_from_db()
    assert (row.state, row.reason) == (State.DOUBTFUL, Reason.WORKER_LOST)


def test_reports_come_late_twice_and_wrong(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    settings.SMS_GATEWAYS = as_setting(fake.as_gateway("http_json", reports=True))
    row = queue(staffed)
    send_all()
    row.refresh_from_db()
    for status in ("delivered", "delivered", "failed"):
        actions.take_report(by=BY, gateway="http_json", provider_id=row.provider_id, status=status)
    row.refresh_from_db()
    assert row.state == State.DELIVERED
    with pytest.raises(NotFound):
        actions.take_report(by=BY, gateway="http_json", provider_id="n999", status="delivered")
    with pytest.raises(BadInput):
        actions.take_report(by=BY, gateway="http_json", provider_id=row.provider_id, status="exploded")


def test_delivery_states_make_a_table_without_dead_ends() -> None:
    assert set(FOLLOWS) <= set(State)
    assert all(after in State for follows in FOLLOWS.values() for after in follows)
    assert State.DELIVERED not in FOLLOWS
    assert State.SENDING in FOLLOWS[State.QUEUED]
