"""The first page and the work of the day."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from agragati.plans.choices import Standing
from tests.people import Cast
from tests.plans.test_actions import add, plan  # noqa: F401

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def test_what_waits_is_listed_with_why(cast: Cast, plan, client: Client) -> None:
    add(cast, plan, "1.4.1", date(2021, 8, 25))
    add(cast, plan, "2.1.1", date(2021, 12, 27), standing=Standing.UNSTATED, text="হালনাগাদ করা হচ্ছে")
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    page = client.get("/today/")
    codes = {row.record.code: str(row.words) for row in page.context["rows"]}
    assert "1.4.1" not in codes
    assert codes["2.1.1"] == "সংখ্যা উল্লেখ নেই"
    assert len(codes) == 12
    assert "১২" in page.content.decode()


def test_the_first_page_shows_the_offices_below(cast: Cast, plan, client: Client) -> None:
    client.force_login(cast.reviewer.user, backend=BACKEND)
    page = client.get("/")
    assert page.status_code == 200
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    home = client.get("/").context["home"]
    assert [row.pk for row in home.own] == [plan.pk]


@pytest.mark.django_db
def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    assert client.get("/")["Location"] == "/accounts/login/?next=/"
