"""The search box: indicators and offices, in Bangla, in Latin letters, by code; meetings and decisions by words."""

from __future__ import annotations

import pytest
from django.test import Client

from agragati.org.models import Office
from agragati.org.rules.names import words_key
from tests.house.pages import client_of
from tests.meetings.made import issued
from tests.people import Cast
from tests.plans.test_actions import plan  # noqa: F401

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("কর্মশালা", "[১.৬.১]"), ("১.৬.১", "[১.৬.১]"), ("kormoshala", "[১.৬.১]"), ("পুঠিয়া", "উপজেলা কার্যালয়, পুঠিয়া")],
)
def test_found_within_ones_own_view(cast: Cast, plan, client: Client, typed: str, shown: str) -> None:
    Office.objects.filter(pk=cast.upazila.pk).update(search_key=words_key("উপজেলা কার্যালয়, পুঠিয়া", "Puthia"))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    titles = [hit.title for _, hits in client.get("/search/", {"q": typed}).context["groups"] for hit in hits]
    assert any(shown in title for title in titles)
    client.force_login(cast.outsider.user, backend=BACKEND)
    assert client.get("/search/", {"q": typed}).context["groups"] == []


def words(cast: Cast, who: str, asked: str) -> str:
    """The page of answers."""
    return client_of(cast, who).get("/search/", {"q": asked}).content.decode()


@pytest.mark.django_db
def test_a_decision_is_found_by_the_office_that_took_it_and_by_no_other_line(cast: Cast) -> None:
    made = issued(cast)
    link, asked = f'href="/meetings/decisions/{made.pk}/"', str(made).split()[0]
    assert link in words(cast, "district_officer", asked)
    assert link not in words(cast, "outsider", asked)


@pytest.mark.django_db
def test_a_meeting_is_found_by_its_title(cast: Cast) -> None:
    meeting = issued(cast).meeting
    assert f'href="/meetings/{meeting.pk}/"' in words(cast, "district_officer", meeting.title.split()[0])


def test_one_letter_asks_nothing(cast: Cast) -> None:
    assert "<h2" not in words(cast, "district_officer", "ক").split("<main", 1)[1]
