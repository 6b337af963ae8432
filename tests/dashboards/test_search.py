"""The search box: indicators and offices, in Bangla, in Latin letters, by code."""

from __future__ import annotations

import pytest
from django.test import Client

from agragati.org.models import Office
from agragati.org.rules.names import words_key
from tests.people import Cast
from tests.plans.test_actions import plan  # noqa: F401

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("কর্মশালা", "[1.6.1]"), ("১.৬.১", "[1.6.1]"), ("kormoshala", "[1.6.1]"), ("পুঠিয়া", "উপজেলা কার্যালয়, পুঠিয়া")],
)
def test_found_within_ones_own_view(cast: Cast, plan, client: Client, typed: str, shown: str) -> None:
    Office.objects.filter(pk=cast.upazila.pk).update(search_key=words_key("উপজেলা কার্যালয়, পুঠিয়া", "Puthia"))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    titles = [hit.title for _, hits in client.get("/search/", {"q": typed}).context["groups"] for hit in hits]
    assert any(shown in title for title in titles)
    client.force_login(cast.outsider.user, backend=BACKEND)
    assert client.get("/search/", {"q": typed}).context["groups"] == []
