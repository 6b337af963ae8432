"""The shell's pages by the test client: statuses, headers, switches, refusals, weight of templates."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.test import Client, RequestFactory
from django.utils import translation

from agragati.ui.views import bad_request, broken
from tests.people import Cast


@pytest.fixture
def signed_in(client: Client, cast: Cast) -> Client:
    client.force_login(cast.district_officer.user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def test_visitors_are_sent_to_the_sign_in(client: Client, db: None) -> None:
    assert client.get("/gallery/").headers["Location"] == "/accounts/login/?next=/gallery/"


def test_gallery_speaks_both_languages(signed_in: Client) -> None:
    assert "লক্ষ্যমাত্রা" in signed_in.get("/gallery/").content.decode()
    signed_in.cookies["agragati_language"] = "en"
    page = signed_in.get("/gallery/").content.decode()
    assert "Target" in page
    assert 'lang="en"' in page
    assert "12,34,567" in page


def test_no_tag_is_left_unrendered(signed_in: Client) -> None:
    page = signed_in.get("/gallery/").content.decode()
    assert [bit for bit in ("<c-", "{%", "{{", "None") if bit in page] == []


def test_policy_forbids_inline_script_and_no_page_needs_it(signed_in: Client) -> None:
    answer = signed_in.get("/gallery/")
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy
    page = answer.content.decode()
    assert [bit for bit in (" style=", "<style", "onclick=", "<script>") if bit in page] == []


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/gallery/?sort=name", "/gallery/?sort=name"),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
        ("", "/"),
    ],
)
def test_switches_come_back_to_this_site_only(client: Client, db: None, address: str, kept: str) -> None:
    for where, name, value in (("/language/", "language", "en"), ("/theme/", "theme", "dark")):
        answer = client.post(where, {name: value, "next": address})
        assert answer.headers["Location"] == kept
        assert client.cookies[f"agragati_{name}"].value == value


def test_switches_take_known_values_only(client: Client, db: None) -> None:
    client.post("/language/", {"language": "xx"})
    client.post("/theme/", {"theme": "<script>"})
    assert "agragati_language" not in client.cookies
    assert "agragati_theme" not in client.cookies
    assert client.get("/language/").status_code == 405


def test_chosen_theme_is_in_the_page(client: Client, db: None) -> None:
    client.post("/theme/", {"theme": "dark"})
    assert 'data-theme="dark"' in client.get("/accounts/login/").content.decode()


@pytest.mark.urls("tests.ui.faulty_urls")
@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("bad", 400, "একটি সংখ্যা লিখুন"),
        ("refused", 403, "এটি খোলার অধিকার আপনার নেই"),
        ("absent", 404, "পাতাটি পাওয়া যায়নি"),
        ("conflict", 409, "নতুন নাম"),
    ],
)
def test_our_errors_have_pages_in_bangla(client: Client, db: None, kind: str, status: int, words: str) -> None:
    answer = client.get(f"/fail/{kind}/")
    assert answer.status_code == status
    assert words in answer.content.decode()


def test_unknown_address_is_a_page_in_bangla(client: Client, db: None) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "পাতাটি পাওয়া যায়নি" in answer.content.decode()


def test_too_large_a_request_is_said_as_such(rf: RequestFactory, db: None) -> None:
    request = rf.post("/")
    with translation.override("bn"):
        answer = bad_request(request, RequestDataTooBig("too large"))
    assert answer.status_code == 413
    assert "পাঠানোর জন্য বেশি বড়" in answer.content.decode()


def test_a_fault_of_ours_is_told_without_asking_the_database(
    rf: RequestFactory, django_assert_num_queries: Callable[..., object], db: None
) -> None:
    with translation.override("bn"), django_assert_num_queries(0):  # type: ignore[attr-defined]
        answer = broken(rf.get("/"))
    assert answer.status_code == 500
    assert "সার্ভারে ত্রুটি হয়েছে" in answer.content.decode()


def test_an_expired_form_is_explained(db: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/language/", {"language": "en"})
    assert answer.status_code == 403
    assert "ফরমের মেয়াদ শেষ হয়েছে" in answer.content.decode()


def test_search_asks_every_row_of_its_table(signed_in: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from agragati.config import search
    from agragati.ui.rules import Hit

    asked = []

    def find(*, by: object, text: str, limit: int) -> list[Hit]:
        asked.append(text)
        return [Hit("<b>পবা</b>", "/x/", "অফিস")]

    monkeypatch.setattr(search, "SEARCHES", [("অফিস", find)])
    page = signed_in.get("/search/", {"q": " পবা "}).content.decode()
    assert asked == ["পবা"]
    assert "&lt;b&gt;পবা" in page
    assert "অন্তত দুটি অক্ষর" in signed_in.get("/search/", {"q": "প"}).content.decode()
    assert asked == ["পবা"]


SIGN_IN_PAGES = [
    "login/", "signup/", "password/reset/", "password/reset/done/", "inactive/", "confirm-email/",
    "3rdparty/login/error/", "password/reset/key/1-bad-key/",
]  # fmt: skip


@pytest.mark.parametrize("page", SIGN_IN_PAGES)
def test_sign_in_pages_are_in_bangla(client: Client, db: None, page: str) -> None:
    answer = client.get(f"/accounts/{page}")
    assert answer.status_code == (401 if "error" in page else 200)
    text = answer.content.decode()
    assert 'lang="bn"' in text
    assert "ui/app" in text
    assert "Sign" not in text


@pytest.mark.parametrize("page", ["password/change/", "2fa/", "sessions/", "logout/", "email/", "reauthenticate/"])
def test_account_pages_are_in_bangla(signed_in: Client, page: str) -> None:
    answer = signed_in.get(f"/accounts/{page}", follow=True)
    assert answer.status_code == 200
    assert "ui/app" in answer.content.decode()


def test_wrong_password_keeps_the_name_and_speaks_bangla(client: Client, cast: Cast) -> None:
    text = client.post("/accounts/login/", {"login": "reviewer", "password": "ভুল"}).content.decode()
    assert 'value="reviewer"' in text
    assert "ব্যবহারকারীর নাম বা পাসওয়ার্ড ঠিক নয়" in text


def test_lock_out_answers_429(client: Client, cast: Cast) -> None:
    for _ in range(6):
        answer = client.post("/accounts/login/", {"login": "reviewer", "password": "ভুল"})
    assert answer.status_code == 429
    assert "অনেকবার চেষ্টা হয়েছে" in answer.content.decode()
