"""Pages of messages: what each shows, what a form refuses, what a link and a gateway may do."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agragati.org.access import system
from agragati.outbox import actions
from agragati.outbox.choices import State
from agragati.outbox.models import Budget, Dispatch, Message, Obligation, Template
from agragati.outbox.rules.answers import token
from tests.people import Cast, Person

from .fake_gateway import FakeGateway, as_setting

PAGES = ["", "duties/", "log/", "unreached/", "sent/", "sent/add/", "templates/", "templates/add/?key=remind_before",
         "inbound/", "terms/", "terms/budget/", "terms/sms/", "reminders/", "reminders/standard/", "me/"]  # fmt: skip


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def duty_of(cast: Cast, **values: Any) -> Obligation:
    facts = {"title": "প্রতিবেদন দাখিল", "due": timezone.localdate() + datetime.timedelta(days=3), "url": "/plans/"}
    return actions.oblige(by=cast.district_officer.access, about="report:q1", office_id=cast.upazila.pk,
                          **{**facts, **values})  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_pages_open_in_bangla(page: str, staffed: Cast, sink: Path) -> None:
    duty_of(staffed)
    answer = signed_in(staffed.district_officer).get(f"/outbox/{page}")
    assert answer.status_code == 200
    assert '<html lang="bn"' in answer.content.decode()
    assert "|num" not in answer.content.decode()


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.startswith(("inb", "log", "sent", "un", "templ", "terms", "rem"))]
)
def test_a_clerk_does_not_read_the_log(page: str, staffed: Cast) -> None:
    assert signed_in(staffed.outsider).get(f"/outbox/{page}").status_code == 403


def test_the_outsider_finds_nothing_of_others(staffed: Cast, sink: Path) -> None:
    duty = duty_of(staffed)
    client = signed_in(staffed.outsider)
    assert client.get(f"/outbox/duties/{duty.pk}/").status_code == 404
    assert client.post(f"/outbox/duties/{duty.pk}/open/").status_code == 404
    assert client.get("/outbox/").status_code == 200
    assert "প্রতিবেদন দাখিল" not in client.get("/outbox/duties/").content.decode()


def test_notice_is_opened_by_its_post(staffed: Cast, sink: Path) -> None:
    duty = duty_of(staffed)
    notice = Message.objects.get(channel="in_app", mentions__obligation=duty)
    client = signed_in(staffed.upazila_officer)
    assert "প্রতিবেদন দাখিল" in client.get("/outbox/").content.decode()
    assert client.post(f"/outbox/notices/{notice.pk}/open/")["Location"] == "/plans/"
    notice.refresh_from_db()
    assert notice.seen_at is not None
    assert "দেখা হয়েছে" in client.get(f"/outbox/duties/{duty.pk}/").content.decode()


def test_link_page_answers_once_and_signs_nobody_in(staffed: Cast, settings: Any) -> None:
    duty = duty_of(staffed)
    address = f"/outbox/o/{token(settings.SECRET_KEY, duty.pk, duty.stamp)}/"
    visitor = Client()
    page = visitor.get(address)
    assert page.status_code == 200
    duty.refresh_from_db()
    assert duty.answer == ""  # looking at it says nothing: mail scanners open links
    assert visitor.post(address, {"answer": "perhaps"}).status_code == 422
    assert visitor.post(address, {"answer": "done"}).status_code == 200
    duty.refresh_from_db()
    assert duty.done_at is not None
    assert visitor.post(address, {"answer": "not_done"}).status_code == 409
    assert "_auth_user_id" not in visitor.session
    assert visitor.get("/outbox/").status_code == 302
    assert visitor.get("/outbox/o/zz-aaaaaaaaaaaaa/").status_code == 404


def test_calendar_by_secret(staffed: Cast) -> None:
    duty_of(staffed)
    client = signed_in(staffed.upazila_officer)
    page = client.post("/outbox/me/calendar/").content.decode()
    address = page.partition("<code>")[2].partition("</code>")[0].partition("/outbox/")[2]
    feed = Client().get(f"/outbox/{address}")
    assert feed["Content-Type"].startswith("text/calendar")
    assert b"BEGIN:VEVENT" in feed.content
    client.post("/outbox/me/calendar/end/")
    assert Client().get(f"/outbox/{address}").status_code == 404


FORM = {
    "title": "সভার নোটিশ", "text": "{office}: সভা কাল। {link}", "sms_text": "সভা কাল সকাল ১০টায়", "reach": "below",
    "whom": "head", "channels": ["in_app", "sms"], "submit_key": "k1",
}  # fmt: skip


def test_write_see_the_cost_send(staffed: Cast, sink: Path) -> None:
    client = signed_in(staffed.district_officer)
    address = client.post("/outbox/sent/add/", FORM)["Location"]
    page = client.get(address).content.decode()
    assert str(staffed.upazila) in page
    assert "৳ ০.২৫" in page
    assert not Message.objects.filter(dispatch__title="সভার নোটিশ").exists()
    assert client.get(f"{address}send/").status_code == 200
    assert client.post(f"{address}send/", {"submit_key": "k2"})["Location"] == address
    assert Message.objects.filter(dispatch__title="সভার নোটিশ", channel="sms", state=State.QUEUED).count() == 1
    assert client.post(f"{address}send/", {"submit_key": "k3"}).status_code == 404
    message = Message.objects.get(dispatch__title="সভার নোটিশ", channel="sms", state=State.QUEUED)
    assert client.get(f"/outbox/log/{message.pk}/").status_code == 200
    assert client.get("/outbox/log/?channel=sms&state=queued&q=উপজেলা").status_code == 200


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"text": "{nobody}"}, "{nobody}"),
        ({"text": "{}"}, "শূন্যস্থান"),
        ({"sms_text": "Please come"}, "বাংলা অক্ষরে"),
        ({"channels": []}, ""),
        ({"reach": "codes"}, "ফাইল"),
        ({"send_on": "৩১/১৩/২০২৬"}, ""),
        ({"send_on": "০১/০১/২০৩০", "send_hour": "২৫:০০"}, "সময় লিখুন"),
        ({"send_on": "", "send_hour": "১০:০০"}, "কোন তারিখে"),
        ({"send_on": "০১/০১/২০২৪"}, "পেরিয়ে গেছে"),
        ({"send_on": "০১/০১/২০৯৯"}, "৯০ দিন"),
    ],
)
def test_bad_input_is_said_and_kept(changed: dict[str, Any], said: str, staffed: Cast, sink: Path) -> None:
    answer = signed_in(staffed.district_officer).post("/outbox/sent/add/", {**FORM, **changed})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "সভার নোটিশ" in answer.content.decode()
    assert not Dispatch.objects.filter(state="sent", title="সভার নোটিশ").exists()


def test_names_of_placeholders_do_not_make_a_bangla_sms_english(staffed: Cast, sink: Path) -> None:
    typed = {**FORM, "sms_text": "{office}, {person}: সভা"}
    assert signed_in(staffed.district_officer).post("/outbox/sent/add/", typed).status_code == 302


def test_what_the_budget_does_not_bear_is_not_sent(staffed: Cast, sink: Path) -> None:
    Budget.objects.filter(office=staffed.district).update(limit="0.10")
    client = signed_in(staffed.district_officer)
    address = client.post("/outbox/sent/add/", FORM)["Location"]
    assert "যথেষ্ট নয়" in client.get(address).content.decode()
    answer = client.post(f"{address}send/", {"submit_key": "k2"})
    assert answer.status_code == 422
    assert "০.১০ টাকা অবশিষ্ট" in answer.content.decode()
    assert not Message.objects.filter(dispatch__title="সভার নোটিশ").exists()


def test_a_list_of_offices_fills_its_own_columns(staffed: Cast, sink: Path) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    table = SimpleUploadedFile("list.csv", f"office_code,amount\n{staffed.upazila.code},৫০০\n".encode())
    client = signed_in(staffed.district_officer)
    facts = {**FORM, "reach": "codes", "text": "{office} পাবে {amount} টাকা", "channels": ["in_app"], "file": table}
    address = client.post("/outbox/sent/add/", facts)["Location"]
    client.post(f"{address}send/", {"submit_key": "k2"})
    assert "পাবে ৫০০ টাকা" in Message.objects.get(dispatch__title="সভার নোটিশ").text
    results = client.get(f"{address}results.csv").content.decode("utf-8-sig").splitlines()
    assert results[1].startswith(f"{staffed.upazila.code},")
    assert len(results) == 2


def test_a_list_names_every_office_nobody_knows(staffed: Cast, sink: Path) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = signed_in(staffed.district_officer)
    table = SimpleUploadedFile("list.csv", f"office_code\n{staffed.upazila.code}\nx-1\nx-2\n".encode())
    address = client.post("/outbox/sent/add/", {**FORM, "reach": "codes", "file": table})["Location"]
    assert "x-1, x-2" in client.get(address).content.decode()
    assert client.post(f"{address}send/", {"submit_key": "k2"}).status_code == 422
    assert not Message.objects.filter(dispatch__title="সভার নোটিশ").exists()


def test_a_file_runs_nothing_in_a_spreadsheet() -> None:
    from agragati.outbox.renderers import to_csv

    assert to_csv(["ক"], [["=1+1"], ["-"], [None]]).decode("utf-8-sig").splitlines() == ["ক", "'=1+1", "'-", '""']


def test_scheduled_messages_find_their_recipients_when_sent(staffed: Cast, sink: Path) -> None:
    client = signed_in(staffed.district_officer)
    day = timezone.localdate() + datetime.timedelta(days=5)
    facts = {**FORM, "send_on": f"{day:%d/%m/%Y}", "send_hour": "10:30", "question": "open", "value": "report:"}
    address = client.post("/outbox/sent/add/", facts)["Location"]
    client.post(f"{address}send/", {"submit_key": "k2"})
    assert Dispatch.objects.get(title="সভার নোটিশ").state == "scheduled"
    duty_of(staffed)
    by, later = system("test"), timezone.now() + datetime.timedelta(days=6)
    assert actions.send_scheduled(by=by, now=timezone.now()) == 0
    assert actions.send_scheduled(by=by, now=later) == 1
    here = Dispatch.objects.get(title="সভার নোটিশ")
    assert (here.state, here.resolved) == ("sent", 1)


def test_a_scheduled_message_without_its_sender_stops_in_words(staffed: Cast, sink: Path) -> None:
    from agragati.org.models import Posting

    client = signed_in(staffed.district_officer)
    facts = {**FORM, "send_on": f"{timezone.localdate() + datetime.timedelta(days=2):%d/%m/%Y}"}
    address = client.post("/outbox/sent/add/", facts)["Location"]
    client.post(f"{address}send/", {"submit_key": "k2"})
    Posting.objects.filter(pk=staffed.district_officer.posting.pk).update(until=datetime.date(2021, 1, 1))
    actions.send_scheduled(by=system("test"), now=timezone.now() + datetime.timedelta(days=3))
    here = Dispatch.objects.get(title="সভার নোটিশ")
    assert here.state == "stopped"
    assert here.why


def test_templates_have_versions_and_a_real_preview(staffed: Cast) -> None:
    client = signed_in(staffed.district_officer)
    facts = {"key": "call", "title": "তাগিদ", "subject_bn": "তাগিদ", "body_bn": "{person}, {office}", "submit_key": "t1"}
    address = client.post("/outbox/templates/add/", facts)["Location"]
    assert "আবদুল করিম" in client.get(address).content.decode()
    client.post(address, {**facts, "body_bn": "{person}", "submit_key": "t2"})
    assert list(Template.objects.order_by("version").values_list("version", flat=True)) == [1, 2]
    assert client.post(address, {**facts, "body_bn": "{wrong}", "submit_key": "t3"}).status_code == 422
    newest = Template.objects.get(version=2)
    page = client.get("/outbox/sent/add/").content.decode()
    assert f'href="?template={newest.pk}"' in page
    page = client.get(f"/outbox/sent/add/?template={newest.pk}").content.decode()
    assert 'value="call:2"' in page
    client.post("/outbox/sent/add/", {**FORM, "template": "call:2", "submit_key": "t4"})
    assert Dispatch.objects.filter(template_key="call", template_version=2).count() == 1
    assert client.get("/outbox/sent/add/?template=999999").status_code == 404


def test_budget_comes_from_above(staffed: Cast) -> None:
    client = signed_in(staffed.district_officer)
    facts = {"office": staffed.upazila.pk, "month": "০১/০৩/২০২৬", "limit": "৫০", "repeats": "on", "submit_key": "b1"}
    assert client.post("/outbox/terms/budget/", facts).status_code == 302
    assert Budget.objects.filter(office=staffed.upazila, limit=50).exists()
    own = {**facts, "office": staffed.district.pk, "submit_key": "b2"}
    assert client.post("/outbox/terms/budget/", own).status_code == 403


def test_masking_names_are_protected(staffed: Cast) -> None:
    facts = {"opens": "৯:০০", "closes": "17:00", "mask": "DPS-RAJ", "approved_on": "০১/০১/২০২৬", "memo": "14.32.0000"}
    mine = signed_in(staffed.district_officer)
    assert mine.post("/outbox/terms/sms/", {**facts, "submit_key": "m1"}).status_code == 302
    other = signed_in(staffed.divisional_officer)
    assert other.post("/outbox/terms/sms/", {**facts, "mask": "dps-raj", "submit_key": "m2"}).status_code == 422
    assert mine.post("/outbox/terms/sms/", {**facts, "opens": "18:00", "submit_key": "m3"}).status_code == 422


def test_the_page_shows_the_hours_and_mask_that_hold(staffed: Cast) -> None:
    """An office without terms of its own has those of the office above it."""
    facts = {"opens": "১০:০০", "closes": "16:00", "mask": "DPS-RAJ", "approved_on": "০১/০১/২০২৬", "memo": "14.32.0000"}
    signed_in(staffed.divisional_officer).post("/outbox/terms/sms/", {**facts, "submit_key": "m1"})
    mine = signed_in(staffed.district_officer)
    page = mine.get("/outbox/terms/").content.decode()
    assert "১০:০০–১৬:০০" in page
    assert "DPS-RAJ" in page
    mine.post("/outbox/terms/sms/", {"opens": "৯:০০", "closes": "১৭:০০", "mask": "DISTRICT", "submit_key": "m2"})
    page = mine.get("/outbox/terms/").content.decode()
    assert "০৯:০০–১৭:০০" in page
    assert "অনুমোদন কার্যকর নেই" in page


def test_the_administrator_sets_prices_and_holidays(staffed: Cast, sink: Path) -> None:
    client = signed_in(staffed.admin)
    assert "/outbox/terms/gateways/file/" in client.get("/outbox/terms/").content.decode()
    facts = {"day": "২১/০৩/২০২৬", "name": "ঈদুল ফিতর", "submit_key": "h1"}
    address = client.post("/outbox/terms/holidays/add/", facts)["Location"]
    assert "ঈদুল ফিতর" in client.get(address).content.decode()
    assert "ঈদুল ফিতর" in client.get("/outbox/terms/holidays/remove/").content.decode()
    gone = {"day": "2026-03-21", "submit_key": "h2"}
    assert client.post("/outbox/terms/holidays/remove/", gone).status_code == 302
    assert "ঈদুল ফিতর" not in client.get(address).content.decode()
    assert client.post("/outbox/terms/holidays/remove/", {**gone, "submit_key": "h3"}).status_code == 422
    assert signed_in(staffed.district_officer).get("/outbox/terms/holidays/remove/").status_code == 403


def test_stages_are_set_on_a_page(staffed: Cast) -> None:
    facts = {"days_1": "-৩", "to_1": "holder", "by_1": ["in_app"], "days_2": "৫", "to_2": "higher", "by_2": ["email"]}
    client = signed_in(staffed.district_officer)
    assert client.post("/outbox/reminders/standard/", {**facts, "submit_key": "p1"}).status_code == 302
    assert "৩ দিন আগে" in client.get("/outbox/reminders/").content.decode()
    assert client.post("/outbox/reminders/standard/", {"days_1": "5", "submit_key": "p2"}).status_code == 422
    twice = {**facts, "days_2": "-৩", "to_2": "holder", "submit_key": "p3"}
    assert "দুটি ধাপ" in client.post("/outbox/reminders/standard/", twice).content.decode()


def test_choices_and_browsers(staffed: Cast) -> None:
    client = signed_in(staffed.upazila_officer)
    facts = {"mail": "daily", "takes_sms": "on", "quiet_from": "21:00", "quiet_until": "6:00", "submit_key": "c1"}
    assert client.post("/outbox/me/", facts).status_code == 302
    keys = {"p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "auth": "BTBZMqHH6r4Tts7J_aSIgg"}  # fmt: skip
    good = {"endpoint": "https://fcm.googleapis.com/fcm/send/abc", "keys": keys}
    assert client.post("/outbox/me/browser/", good, content_type="application/json").status_code == 200
    inside = {**good, "endpoint": "https://10.0.0.1/"}
    assert client.post("/outbox/me/browser/", inside, content_type="application/json").status_code == 400
    assert client.post("/outbox/me/browser/", "[]", content_type="application/json").status_code == 400
    sent = duty_of(staffed, tell_by=("push",))
    assert Message.objects.get(mentions__obligation=sent).channel == "push"
    assert client.get("/outbox/me/browser/worker.js")["Content-Type"].startswith("text/javascript")


def test_reports_need_the_secret(staffed: Cast, fake: FakeGateway, settings: Any) -> None:
    settings.SMS_GATEWAYS = as_setting(fake.as_gateway("http_json", callback_secret="s3cret"))
    sent = actions.notify(by=staffed.district_officer.access, deed="t", key="t", subject="স", text="সভা",
                          to=actions_to(staffed), channels=("sms",), is_urgent=True)  # fmt: skip
    from agragati.outbox.actions.sending import drain

    drain(by=system("test"), seconds=1)
    row = Message.objects.get(dispatch=sent)
    facts = {"id": row.provider_id, "status": "delivered"}
    client = Client(enforce_csrf_checks=True)
    assert client.post("/outbox/callback/http_json/", facts).status_code == 404
    assert client.post("/outbox/callback/http_json/", {**facts, "secret": "wrong"}).status_code == 404
    assert client.post("/outbox/callback/other/", {**facts, "secret": "s3cret"}).status_code == 404
    assert client.post("/outbox/callback/http_json/", {**facts, "secret": "s3cret"}).status_code == 200
    row.refresh_from_db()
    assert row.state == State.DELIVERED


def actions_to(cast: Cast) -> Any:
    from agragati.outbox.rules.recipients import to_heads

    return to_heads(cast.upazila.pk)


def test_the_demo_shows_a_deadline_through_all_stages(db: None, sink: Path) -> None:
    """The story of the demo, on a small line with the demo's user names."""
    from agragati.org.models import Office
    from tests.people import make_cast

    cast = make_cast()
    Office.objects.update(is_demo=True)
    now = timezone.make_aware(datetime.datetime(2026, 3, 23, 15))  # noqa: DTZ001 (made aware on the same line)
    count = actions.load_demo_outbox(by=system("demo"), now=now)
    assert actions.load_demo_outbox(by=system("demo"), now=now) == count
    duty = Obligation.objects.get(about="demo:upazila_report")
    stages = ["before_7", "before_1", "on_day", "first", "second", "third", "head", "higher"]
    assert list(duty.reminders.filter(is_sent=True).values_list("stage", flat=True)) == stages
    client = signed_in(cast.district_officer)
    pages = [client.get(f"/outbox/log/?page={n}").content.decode() for n in (1, 2)]
    for words in ("সময়সীমা আসন্ন", "আজ শেষ দিন", "সময়সীমা অতিক্রান্ত", "আপনার অফিসের কাজ অনিষ্পন্ন",
                  "অধীন অফিসের কাজ অনিষ্পন্ন"):  # fmt: skip
        assert any(words in page for page in pages), words
    assert client.get(f"/outbox/duties/{duty.pk}/").status_code == 200
