"""Twice the rows cost not one question more."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agragati.plans.actions import adopt_framework
from agragati.plans.models import PlanIndicator
from tests.people import Cast
from tests.plans.test_actions import add, edition, plan  # noqa: F401

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def asked(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("page", ["list", "detail", "indicator", "home"])
def test_more_rows_cost_no_more_questions(cast: Cast, plan, client: Client, page: str) -> None:
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    row = PlanIndicator.objects.get(plan=plan, code="1.6.1")
    url = {"list": "/plans/", "detail": f"/plans/{plan.pk}/", "indicator": f"/plans/indicators/{row.pk}/", "home": "/"}
    add(cast, plan, "1.6.1", date(2021, 9, 1))
    asked(client, url[page])
    before = asked(client, url[page])
    adopt_framework(by=cast.upazila_officer.access, office=cast.upazila, edition=plan.edition)
    adopt_framework(by=cast.district_officer.access, office=cast.district, edition=edition())
    for month in (10, 11, 12):
        add(cast, plan, "1.6.1", date(2021, month, 1))
    assert asked(client, url[page]) <= before
