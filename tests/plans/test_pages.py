"""Pages of plans: what they show, what they refuse, what they keep."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agragati.plans.actions import adopt_framework
from agragati.plans.models import Evidence, Plan, PlanIndicator, ProgressEvent
from tests.people import Cast
from tests.plans.test_actions import add, edition, plan  # noqa: F401

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def officer(cast: Cast, client: Client) -> Client:
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    return client


def row_id(plan: Plan, code: str) -> int:
    return PlanIndicator.objects.get(plan=plan, code=code).pk


def test_the_list_shows_only_what_is_mine_to_see(cast: Cast, plan: Plan, client: Client) -> None:
    client.force_login(cast.outsider.user, backend=BACKEND)
    assert "বিভাগীয় কার্যালয়, রাজশাহী" not in client.get("/plans/").content.decode()
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    page = client.get("/plans/?year=২০২১&sort=-total").content.decode()
    assert "বিভাগীয় কার্যালয়, রাজশাহী" in page
    assert "২০২১-২২" in page


def test_a_plan_explains_its_marks(cast: Cast, plan: Plan, officer: Client) -> None:
    add(cast, plan, "1.2.1", date(2022, 2, 28))
    page = officer.get(f"/plans/{plan.pk}/").content.decode()
    assert "৪.৫৭" in page
    assert "অজানা" not in page
    page = officer.get(f"/plans/indicators/{row_id(plan, '1.2.1')}/").content.decode()
    assert "৩ দিন দেরি" in page


def test_an_entry_with_a_file_changes_the_marks_once(cast: Cast, plan: Plan, officer: Client) -> None:
    address = f"/plans/indicators/{row_id(plan, '1.6.1')}/events/add/"
    key = officer.get(address).context["form"]["submit_key"].value()

    def send() -> object:
        proof = SimpleUploadedFile("নোটিশ.txt", "কর্মশালার নোটিশ".encode())
        values = {"standing": "done", "day": "২৬/০৯/২০২১", "quantity": "৪", "proof_kind": "notice", "file": proof}
        return officer.post(address, {**values, "submit_key": key})

    first, second = send(), send()
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert ProgressEvent.objects.count() == Evidence.objects.count() == 1
    assert "৪.০০" in officer.get(first["Location"]).content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"day": "৩১/০২/২০২২"}, "৩১/০২/২০২২"),
        ({"day": "০১/০৭/২০২২"}, "অর্থবছর"),
        ({"day": "২৬/০৯/২০২১", "quantity": "-৩"}, "-৩"),
        ({"day": "২৬/০৯/২০২১", "memo_no": "১২.৩"}, "স্মারক"),
        ({"day": "২৬/০৯/২০২১", "file": SimpleUploadedFile("ছবি.pdf", b"PK\x03\x04....")}, "গ্রহণ"),
    ],
)
def test_bad_input_is_refused_in_words_and_nothing_typed_is_lost(
    plan: Plan,
    officer: Client,
    typed: dict,
    words: str,
) -> None:
    address = f"/plans/indicators/{row_id(plan, '1.6.1')}/events/add/"
    key = officer.get(address).context["form"]["submit_key"].value()
    values = {"standing": "done", "quantity": "৪", "text": "লেখা হারায় না", "submit_key": key, **typed}
    answer = officer.post(address, values)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "লেখা হারায় না" in page
    assert words in page
    assert not ProgressEvent.objects.exists()


def test_the_report_is_a_page_and_a_paper(cast: Cast, plan: Plan, officer: Client) -> None:
    add(cast, plan, "1.4.1", date(2021, 8, 25))
    page = officer.get(f"/plans/{plan.pk}/report/1/").content.decode()
    assert "২৫/০৮/২০২১" in page
    assert "৩৫" in page
    paper = officer.get(f"/plans/{plan.pk}/report/1/pdf/")
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF-")
    assert officer.get(f"/plans/{plan.pk}/report/5/").status_code == 400


def test_terms_of_the_signed_plan_are_typed_on_a_page(cast: Cast, officer: Client) -> None:
    theirs = adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=edition("egov-2023-24"))
    address = f"/plans/indicators/{row_id(theirs, '4.1.1')}/terms/"
    form = officer.get(address).context["form"]
    key = form["submit_key"].value()
    sent = {"weight": "৬", "level_100": "৮০", "level_80": "৭০", "level_60": "-", "submit_key": key}
    assert officer.post(address, sent).status_code == 302
    known = PlanIndicator.objects.get(plan=theirs, code="4.1.1")
    assert known.own_weight == 6
    assert [level[0] for level in known.own_levels] == ["100", "80", "60"]


def test_taking_a_plan_on_the_page(cast: Cast, officer: Client) -> None:
    edition()
    address = f"/plans/adopt/{cast.divisional.pk}/"
    key = officer.get(address).context["form"]["submit_key"].value()
    assert officer.post(address, {"edition": "egov-2021-22", "submit_key": key}).status_code == 302
    assert Plan.objects.get().office == cast.divisional
