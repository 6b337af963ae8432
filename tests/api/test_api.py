"""The API: tokens, scopes, idempotency, errors, and its own description against itself."""

from __future__ import annotations

import io
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
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_is_as_it_describes_itself(case: schemathesis.Case, officer: Client) -> None:
    # A well-formed event may still be refused by a rule (a day outside the year), which no schema can say.
    case.validate_response(asked(case, officer), excluded_checks=[positive_data_acceptance])


def sent_key(key: str, **more: str) -> dict[str, str]:
    return {"Idempotency-Key": key, **{name.replace("_", "-"): value for name, value in more.items()}}


def a_notice(text: str = "নোটিশ") -> io.BytesIO:
    file = io.BytesIO(text.encode())
    file.name = "notice.txt"
    return file


def test_evidence_is_handed_in_read_replaced_and_taken_back(cast: Cast, plan, officer: Client) -> None:
    row = PlanIndicator.objects.get(plan=plan, code="1.6.1")
    address = f"/api/v1/indicators/{row.pk}/evidence"
    made = [
        officer.post(
            address, {"kind": "notice", "day": "2021-09-26", "file": a_notice()}, headers=sent_key("hand-in-01")
        )
        for _ in range(2)
    ]
    assert [answer.status_code for answer in made] == [201, 201]
    assert made[0].json() == made[1].json()
    piece = made[0].json()
    assert [one["id"] for one in officer.get(address).json()] == [piece["id"]]
    state = officer.get(f"/api/v1/indicators/{row.pk}/checklist").json()
    assert (state["complete"], state["items"]) == (False, [])
    here = f"/api/v1/evidence/{piece['id']}"
    read = officer.get(here)
    assert officer.get(here, headers={"If-None-Match": read["ETag"]}).status_code == 304
    assert officer.get(f"{here}/file").content.decode() == "নোটিশ"
    newer = {"reason": "স্বাক্ষর ছিল না", "file": a_notice("নতুন")}
    replaced = officer.post(f"{here}/file", newer, headers=sent_key("replace-01", If_Match=read["ETag"]))
    assert (replaced.status_code, replaced.json()["attachment"]["version_of_id"]) == (200, piece["attachment"]["id"])
    late = {"reason": "আমিও", "file": a_notice("আরও নতুন")}
    stale = officer.post(f"{here}/file", late, headers=sent_key("replace-02", If_Match=read["ETag"]))
    assert (stale.status_code, stale.json()["theirs"], stale.json()["yours"]) == (412, "notice.txt", "notice.txt")
    back = officer.post(f"{here}/withdraw", {"reason": "ভুল"}, content_type="application/json",
                        headers=sent_key("withdraw-01", If_Match=replaced["ETag"]))  # fmt: skip
    assert (back.status_code, back.json()["withdrawn_because"], back.json()["version"]) == (200, "ভুল", 3)
    outsider = Client(headers={"Authorization": f"Bearer {token(cast.outsider)}"})
    for closed in (address, here, f"{here}/file", f"/api/v1/indicators/{row.pk}/checklist"):
        assert outsider.get(closed).status_code == 404


def test_who_was_slower_gets_both_values(cast: Cast, plan, officer: Client) -> None:
    row = PlanIndicator.objects.get(plan=plan, code="1.6.1")
    event = officer.post(f"/api/v1/indicators/{row.pk}/events", {"day": "2021-09-26", "quantity": 4},
                         content_type="application/json", headers=sent_key("an-event-1")).json()  # fmt: skip
    here = f"/api/v1/events/{event['id']}"
    tag = officer.get(here)["ETag"]

    def corrected(quantity: int, key: str) -> Any:
        sent = {"day": "2021-09-26", "quantity": quantity, "reason": "গণনায় ভুল"}
        return officer.put(here, sent, content_type="application/json", headers=sent_key(key, If_Match=tag))

    first, again, slower = corrected(3, "correct-01"), corrected(3, "correct-01"), corrected(2, "correct-02")
    assert [answer.status_code for answer in (first, again, slower)] == [200, 200, 412]
    assert first.json() == again.json()
    assert ("৩" in slower.json()["theirs"], "২" in slower.json()["yours"]) == (True, True)
    newest = f"/api/v1/events/{first.json()['id']}"
    gone = officer.post(f"{newest}/cancel", {"reason": "হয়নি"}, content_type="application/json",
                        headers=sent_key("cancel-001", If_Match=first["ETag"]))  # fmt: skip
    assert (gone.status_code, gone.json()["state_now"]) == (200, "cancelled")


def test_a_plan_is_adopted_and_its_terms_are_stated(cast: Cast, plan, officer: Client) -> None:
    wanted = {"office_id": cast.upazila.pk, "edition": plan.edition.key}
    refused = officer.post("/api/v1/plans", wanted, content_type="application/json", headers=sent_key("adopt-0001"))
    assert refused.status_code == 403  # entered by the office itself, seen by the one above
    own = Client(headers={"Authorization": f"Bearer {token(cast.upazila_officer)}"})
    made = own.post("/api/v1/plans", wanted, content_type="application/json", headers=sent_key("adopt-0002"))
    assert (made.status_code, made.json()["stage"]) == (201, "draft")
    row = PlanIndicator.objects.get(plan=made.json()["id"], code="2.2.1")
    here = f"/api/v1/indicators/{row.pk}/terms"
    tag = own.get(here)["ETag"]
    given = {"own_levels": [["100", "3"], ["80", "2"], ["60", "1"]], "own_due": "2022-03-01"}
    stated = own.put(here, given, content_type="application/json", headers=sent_key("terms-0001", If_Match=tag))
    assert (stated.status_code, stated.json()["own_due"]) == (200, "2022-03-01")
    late = own.put(here, given, content_type="application/json", headers=sent_key("terms-0002", If_Match=tag))
    assert late.status_code == 412


def test_every_body_of_plans_shows_an_example() -> None:
    schemas = described()["components"]["schemas"]
    for name in ("PlanIn", "TermsIn", "EventIn", "CorrectionIn", "ReasonIn", "EvidenceIn"):
        assert any("examples" in field for field in schemas[name]["properties"].values()), name
