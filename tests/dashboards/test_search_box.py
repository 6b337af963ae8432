"""The search box of every page: what it finds for whom."""

from __future__ import annotations

import pytest

from tests.house.pages import client_of
from tests.meetings.made import issued
from tests.people import Cast


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
