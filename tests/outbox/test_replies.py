"""SMS that come in: what they say, whose they are, and that each is kept."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from agragati.org.access import system
from agragati.org.models import Posting
from agragati.outbox import actions, selectors
from agragati.outbox.choices import InboundState
from agragati.outbox.models import Inbound, Message, Obligation
from agragati.outbox.rules.replies import code, read_reply
from tests.people import Cast

from .fake_gateway import FakeGateway, as_setting
from .test_pages import signed_in

BY = system("test")


@pytest.mark.parametrize(
    ("text", "answer", "number"),
    [
        ("হ্যাঁ ১২৩৪৫", "done", "12345"),
        ("হ্যাঁ, 12345।", "done", "12345"),
        ("12345 হাঁ", "done", "12345"),
        ("YES 12345", "done", "12345"),
        ("না-১২৩৪৫", "not_done", "12345"),
        ("হয় নাই ১২৩৪৫", "not_done", "12345"),
        ("হ্যাঁ", "done", ""),
        ("১২৩৪৫", "", "12345"),
        ("হ্যাঁ না ১২৩৪৫", "", "12345"),
        ("হ্যাঁ ১২৩৪৫ ৬৭৮৯০", "done", ""),
        ("স্যার, মিটিং কখন?", "", ""),
        ("", "", ""),
    ],
)
def test_what_an_sms_says(text: str, answer: str, number: str) -> None:
    found = read_reply(text)
    assert (found.answer, found.code) == (answer, number)


def test_a_code_hangs_on_the_duty_and_its_day() -> None:
    first = code("s", 7, "2026-03-01")
    assert first.startswith("7")
    assert read_reply(f"হ্যাঁ {first}").obligation_id == 7
    assert len({first, code("s", 7, "2026-03-02"), code("t", 7, "2026-03-01")}) > 1
    assert read_reply("হ্যাঁ 99999999999999999999").obligation_id == 0


@pytest.fixture
def told(staffed: Cast, fake: FakeGateway, settings: Any) -> Obligation:
    """A duty of the upazila of which its head was told by SMS; the gateway takes answers."""
    settings.SMS_GATEWAYS = as_setting(fake.as_gateway("http_json", callback_secret="s3cret", reply_to="16100"))
    return actions.oblige(
        by=staffed.district_officer.access, about="report:q1", office_id=staffed.upazila.pk, title="প্রতিবেদন দাখিল",
        due=datetime.date(2026, 3, 11), tell_by=("sms",), on_answer="",
    )  # fmt: skip


def mark(duty: Obligation) -> str:
    return code(django_settings.SECRET_KEY, duty.pk, duty.stamp)


def came_in(duty: Obligation, text: str, *, number: str = "", **values: Any) -> Inbound:
    number = number or Message.objects.get(mentions__obligation=duty).address
    return actions.take_inbound(by=BY, gateway="http_json", number=number, text=text, **values)


def test_the_sms_says_where_to_answer(told: Obligation) -> None:
    sms = Message.objects.get(mentions__obligation=told)
    assert "16100" in sms.text
    assert read_reply(f"হ্যাঁ {mark(told)}").code == mark(told)


@pytest.mark.parametrize(("word", "is_done"), [("হ্যাঁ", True), ("না", False)])
def test_an_answer_is_noted_once(told: Obligation, word: str, is_done: bool) -> None:
    row = came_in(told, f"{word} {mark(told)}")
    told.refresh_from_db()
    assert (row.state, told.answer, told.done_at is not None) == (
        InboundState.ANSWERED, "done" if is_done else "not_done", is_done,
    )  # fmt: skip
    assert came_in(told, f"হ্যাঁ {mark(told)}").state == InboundState.LATE


def test_only_from_the_number_that_was_told(told: Obligation, staffed: Cast) -> None:
    stranger = came_in(told, f"হ্যাঁ {mark(told)}", number="01911111111")
    assert stranger.state == InboundState.UNKNOWN_NUMBER
    odd = came_in(told, f"হ্যাঁ {mark(told)}", number="Robi-Offer")
    assert (odd.state, odd.number) == (InboundState.UNKNOWN_NUMBER, "Robi-Offer")
    assert came_in(told, "হ্যাঁ 1000").state == InboundState.NOT_UNDERSTOOD
    assert came_in(told, "মিটিং কখন?").state == InboundState.NOT_UNDERSTOOD
    Posting.objects.filter(pk=staffed.upazila_officer.posting.pk).update(until=datetime.date(2025, 1, 1))
    assert came_in(told, f"হ্যাঁ {mark(told)}").state == InboundState.NOT_UNDERSTOOD
    told.refresh_from_db()
    assert told.answer == ""
    assert Inbound.objects.count() == 5  # nothing is thrown away


def test_gateways_bring_sms_under_their_secret(told: Obligation, staffed: Cast) -> None:
    sms = Message.objects.get(mentions__obligation=told)
    facts = {"from": sms.address, "text": f"না {mark(told)}", "id": "in-1"}
    visitor = Client(enforce_csrf_checks=True)
    assert visitor.post("/outbox/inbound/http_json/", facts).status_code == 404
    assert visitor.post("/outbox/inbound/other/", {**facts, "secret": "s3cret"}).status_code == 404
    for _ in range(2):  # gateways repeat themselves
        answer = visitor.post("/outbox/inbound/http_json/", facts, headers={"X-Callback-Secret": "s3cret"})
        assert answer.status_code == 200
    assert Inbound.objects.get().state == InboundState.ANSWERED
    told.refresh_from_db()
    assert told.answer == "not_done"


def test_the_list_shows_numbers_nobody_knows_to_administrators(told: Obligation, staffed: Cast) -> None:
    came_in(told, "ভুল নম্বর থেকে", number="01911111111")
    came_in(told, "মিটিং কখন?")
    page = signed_in(staffed.district_officer).get("/outbox/inbound/").content.decode()
    assert "মিটিং কখন?" in page
    assert "ভুল নম্বর থেকে" not in page
    assert (
        list(selectors.inbound(by=staffed.other_district_officer.access)) == []
        if hasattr(staffed, "other_district_officer")
        else True
    )
    assert signed_in(staffed.outsider).get("/outbox/inbound/").status_code == 403
