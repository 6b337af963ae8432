"""The API: tokens, scopes, idempotency, errors, and its own description against itself."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
import requests
import schemathesis
from django.core.serializers.json import DjangoJSONEncoder
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import positive_data_acceptance

from agragati.config.api import api
from agragati.org.actions import make_token
from agragati.plans.models import PlanIndicator, ProgressEvent
from tests.people import Cast, Person
from tests.plans.test_actions import plan  # noqa: F401


def described() -> dict[str, Any]:
    """The API's description without the sign-in: the generated cases are sent with a good token of our own."""
    whole: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(), cls=DjangoJSONEncoder))
    for operations in whole["paths"].values():
        for operation in operations.values():
            operation.pop("security", None)
    return whole


schema = schemathesis.openapi.from_dict(described())


def token(person: Person) -> str:
    until = timezone.localdate() + timedelta(days=30)
    _, secret = make_token(by=person.access, name="পরীক্ষা", permissions=person.access.permissions, expires_on=until)
    return secret


@pytest.fixture
def officer(cast: Cast) -> Client:
    return Client(headers={"Authorization": f"Bearer {token(cast.divisional_officer)}"})


def test_a_visitor_is_refused_in_json(cast: Cast, client: Client) -> None:
    answer = client.get("/api/v1/offices")
    assert (answer.status_code, answer.json()["field"]) == (401, "Authorization")
    bad = client.get("/api/v1/me", headers={"Authorization": "Bearer nothing"})
    assert bad.status_code == 401


def test_offices_come_page_by_page_within_the_view(cast: Cast, officer: Client) -> None:
    first = officer.get("/api/v1/offices?limit=2").json()
    second = officer.get(f"/api/v1/offices?limit=2&after={first['next_after']}").json()
    paths = [office["path"] for office in first["items"] + second["items"]]
    assert paths == [o.path for o in (cast.divisional, cast.district, cast.upazila, cast.other_upazila)]
    assert officer.get(f"/api/v1/offices/{cast.ministry.pk}").status_code == 404


def test_a_plan_is_read_with_reasons_and_an_etag(cast: Cast, plan, officer: Client) -> None:
    answer = officer.get(f"/api/v1/plans/{plan.pk}")
    assert len(answer.json()["indicators"]) == 13
    again = officer.get(f"/api/v1/plans/{plan.pk}", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    outsider = Client(headers={"Authorization": f"Bearer {token(cast.outsider)}"})
    assert outsider.get(f"/api/v1/plans/{plan.pk}").status_code == 404
    assert outsider.get("/api/v1/plans").json()["items"] == []


def test_an_event_sent_twice_is_recorded_once(cast: Cast, plan, officer: Client) -> None:
    row = PlanIndicator.objects.get(plan=plan, code="1.6.1")
    address = f"/api/v1/indicators/{row.pk}/events"
    sent = {"day": "2021-09-26", "quantity": 4}
    answers = [
        officer.post(address, sent, content_type="application/json", headers={"Idempotency-Key": "abcdefgh"})
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert ProgressEvent.objects.count() == 1
    row.refresh_from_db()
    assert row.points == 4
    wrong = officer.post(
        address, {"day": "2023-09-26"}, content_type="application/json", headers={"Idempotency-Key": "ijklmnop"}
    )
    assert (wrong.status_code, wrong.json()["field"]) == (422, "day")


def asked(case: schemathesis.Case, client: Client) -> Response:
    """Send a generated case through Django's own client, so that it sees the test's transaction."""
    sent = requests.Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
    kind = sent.headers.get("Content-Type", "")
    address = str(sent.url).removeprefix("http://testserver")
    given = client.generic(str(sent.method), address, sent.body or b"", kind, headers=dict(sent.headers))
    headers = {name.lower(): [value] for name, value in given.headers.items()}
    return Response(given.status_code, headers, given.content, sent, elapsed=0.0, verify=True)


@pytest.mark.filterwarnings("ignore::Warning")
@pytest.mark.django_db
@schema.parametrize()
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_is_as_it_describes_itself(case: schemathesis.Case, officer: Client) -> None:
    # A well-formed event may still be refused by a rule (a day outside the year), which no schema can say.
    case.validate_response(asked(case, officer), excluded_checks=[positive_data_acceptance])
