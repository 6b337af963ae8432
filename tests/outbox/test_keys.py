"""Keys that send: to everyone, to one's own office, or to nobody; and the price that nobody knows."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org.access import P, system
from agragati.org.actions import make_token
from agragati.outbox import actions, selectors
from agragati.outbox.actions.sending import drain
from agragati.outbox.choices import Mode, Reason, State
from agragati.outbox.models import Budget, Dispatch, Message
from agragati.outbox.rules.recipients import to_heads
from tests.people import Cast

from .fake_gateway import FakeGateway, as_setting
from .test_pages import signed_in

BY = system("test")


def key_of(cast: Cast, mode: str = "") -> tuple[int, Client]:
    by, day = cast.district_officer.access, timezone.localdate() + datetime.timedelta(days=30)
    token, secret = make_token(by=by, name="পরিসংখ্যান", permissions=[P.MESSAGE_SEND], expires_on=day)
    if mode:
        actions.set_key_mode(by=by, token_id=token.pk, mode=mode)
    return token.pk, Client(headers={"Authorization": f"Bearer {secret}"})


def post(client: Client, *codes: str, key: str = "abcdefgh", **values: Any) -> Any:
    facts = {"title": "সভার নোটিশ", "text": "সভা কাল সকাল ১০টায়", "codes": codes, "channels": ["in_app", "sms"], **values}
    headers = {"Idempotency-Key": key}
    return client.post("/api/v1/messages", facts, content_type="application/json", headers=headers)


def states(dispatch_id: int) -> dict[str, tuple[str, str]]:
    rows = Message.objects.filter(dispatch=dispatch_id).order_by("channel", "office__path")
    return {f"{row.office_id}:{row.channel}": (row.state, row.reason) for row in rows}


def test_a_new_key_sends_to_nobody(staffed: Cast, sink: Path) -> None:
    _, client = key_of(staffed)
    made = post(client, staffed.upazila.code).json()
    assert (made["mode"], made["state"]) == ("test", "sent")
    drain(by=BY, seconds=1)
    assert not sink.exists()
    assert set(states(made["id"]).values()) <= {(State.SENT, ""), (State.DELIVERED, "")}
    assert not selectors.notices_for(by=staffed.upazila_officer.access).filter(dispatch=made["id"]).exists()
    assert Budget.objects.get(office=staffed.district).used == 0


def test_a_team_key_reaches_its_own_office_only(staffed: Cast, sink: Path) -> None:
    _, client = key_of(staffed, "team")
    made = post(client, staffed.district.code, staffed.upazila.code).json()
    found = states(made["id"])
    assert found[f"{staffed.upazila.pk}:sms"] == (State.UNREACHABLE, Reason.NOT_IN_TEAM)
    assert found[f"{staffed.upazila.pk}:in_app"] == (State.UNREACHABLE, Reason.NOT_IN_TEAM)
    assert found[f"{staffed.district.pk}:sms"][0] == State.QUEUED


def test_a_live_key_reaches_everyone_once(staffed: Cast, sink: Path) -> None:
    _, client = key_of(staffed, "live")
    first, again = post(client, staffed.upazila.code).json(), post(client, staffed.upazila.code).json()
    assert first["id"] == again["id"]
    assert Dispatch.objects.filter(title="সভার নোটিশ").count() == 1
    assert states(first["id"])[f"{staffed.upazila.pk}:sms"][0] == State.QUEUED
    told = client.get(f"/api/v1/messages/{first['id']}").json()
    assert {"channel": "sms", "state": "queued", "count": 1} in told["states"]


def test_a_key_without_the_right_or_for_a_strange_office_is_refused(staffed: Cast, sink: Path) -> None:
    _, client = key_of(staffed, "live")
    assert post(client, "no-such-office").status_code == 422
    day = timezone.localdate() + datetime.timedelta(days=30)
    _, secret = make_token(by=staffed.district_officer.access, name="পাঠ", permissions=[P.OFFICE_VIEW], expires_on=day)
    reader = Client(headers={"Authorization": f"Bearer {secret}"})
    assert post(reader, staffed.upazila.code).status_code == 403
    assert Client().post("/api/v1/messages").status_code == 401


def test_the_mode_is_set_by_its_person(staffed: Cast, sink: Path) -> None:
    number, _ = key_of(staffed)
    client = signed_in(staffed.district_officer)
    assert "কারও কাছে নয়" in client.get("/outbox/me/").content.decode()
    assert client.post(f"/outbox/me/keys/{number}/", {"mode": "team", "submit_key": "k1"}).status_code == 302
    assert "কেবল নিজ অফিসের পদে" in client.get("/outbox/me/").content.decode()
    with pytest.raises(NotFound):
        actions.set_key_mode(by=staffed.upazila_officer.access, token_id=number, mode=Mode.LIVE)
    with pytest.raises(BadInput):
        actions.set_key_mode(by=staffed.district_officer.access, token_id=number, mode="everywhere")
    from dataclasses import replace

    with pytest.raises(Refused):
        actions.set_key_mode(by=replace(staffed.district_officer.access, token_id=number), token_id=number, mode="live")


def tell(cast: Cast, key: str) -> Message:
    sent = actions.notify(by=cast.district_officer.access, deed="t", key=key, subject="সভা", text="সভা কাল",
                          to=to_heads(cast.upazila.pk), channels=("sms",), is_urgent=True)  # fmt: skip
    return Message.objects.get(dispatch=sent)


def test_without_a_price_no_sms_leaves_and_none_is_lost(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    settings.SMS_GATEWAYS = as_setting(fake.as_gateway("http_json", price=None))
    row = tell(staffed, "m1")
    assert (row.state, row.reason, row.cost) == (State.UNAFFORDABLE, Reason.NO_PRICE, None)
    sender = signed_in(staffed.district_officer)
    assert "এসএমএসের দর লেখা হয়নি" in sender.get("/outbox/unreached/").content.decode()
    assert "দর অজানা" in sender.get("/outbox/terms/").content.decode()
    with pytest.raises(BadInput):
        actions.settle_doubtful(by=staffed.district_officer.access, message_id=row.pk, resend=True)
    facts = {"price": "০.২৮৭৫", "memo": "চুক্তি ১২/২০২৬", "submit_key": "p1"}
    assert sender.post("/outbox/terms/gateways/http_json/", facts).status_code == 403
    admin = signed_in(staffed.admin)
    assert admin.post("/outbox/terms/gateways/http_json/", {**facts, "memo": ""}).status_code == 422
    assert admin.post("/outbox/terms/gateways/http_json/", facts).status_code == 302
    assert sender.post(f"/outbox/log/{row.pk}/settle/", {"again": "yes", "submit_key": "s1"}).status_code == 302
    drain(by=BY, seconds=1)
    row.refresh_from_db()
    assert (row.state, row.cost, len(fake.delivered)) == (State.SENT, Decimal("0.2875"), 1)
    assert Budget.objects.get(office=staffed.district, month=row.made_at.date().replace(day=1)).used == row.cost


def test_the_dry_run_says_that_the_cost_is_not_known(staffed: Cast, sink: Path, settings: Any) -> None:
    settings.SMS_GATEWAYS = '[{"name": "file", "kind": "file"}]'
    from .test_pages import FORM

    client = signed_in(staffed.district_officer)
    page = client.get(client.post("/outbox/sent/add/", FORM)["Location"]).content.decode()
    assert "অজানা" in page
    assert tell(staffed, "m2").state == State.QUEUED  # into a file everything may go
