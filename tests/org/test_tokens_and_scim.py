"""Access tokens, and the directory that provisions people with one."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org import actions
from agragati.org.access import ROLES, P, system
from agragati.org.models import ApiToken, Posting, User
from agragati.org.rules.scim import Official, patched, wanted_by
from agragati.org.selectors import access_of_token
from tests.people import Cast, Person

TOMORROW = timezone.localdate() + datetime.timedelta(days=1)


def token_of(person: Person, *permissions: str) -> tuple[ApiToken, str]:
    return actions.make_token(by=person.access, name="প্রোগ্রাম", permissions=permissions, expires_on=TOMORROW)


def bearer(secret: str) -> Client:
    return Client(headers={"authorization": f"Bearer {secret}"})


def scim(client: Client, method: str, path: str, body: Any = None) -> tuple[int, dict[str, Any]]:
    content = json.dumps(body) if body is not None else ""
    answer = client.generic(method, f"/scim/v2/{path}", content, content_type="application/scim+json")
    return answer.status_code, json.loads(answer.content or b"{}")


def test_a_token_sees_what_its_posting_sees_and_is_kept_as_a_hash(cast: Cast) -> None:
    token, secret = token_of(cast.district_officer, P.OFFICE_VIEW)
    assert token.digest not in secret
    assert bearer(secret).get(f"/api/v1/offices/{cast.upazila.pk}").status_code == 200
    assert bearer(secret).get(f"/api/v1/offices/{cast.divisional.pk}").status_code == 404
    token.refresh_from_db()
    assert token.used_on == timezone.localdate()


def test_a_token_has_only_the_permissions_it_names(cast: Cast) -> None:
    _, secret = token_of(cast.admin, P.OFFICE_VIEW)
    request = RequestFactory().get("/api/v1/me", headers={"authorization": f"Bearer {secret}"})
    access = access_of_token(by=request)
    assert access.permissions == {P.OFFICE_VIEW}
    assert access.view.everything
    assert not access.enter_scope(P.OFFICE_MANAGE).covers(cast.upazila.path)
    with pytest.raises(Refused):
        actions.make_token(by=access, name="x", permissions=[P.OFFICE_VIEW], expires_on=TOMORROW)
    assert bearer(secret).get(reverse("org:me")).status_code == 302, "pages for people take no token"


@pytest.mark.parametrize("end", ["revoked", "expired", "posting", "person", "wrong"])
def test_an_ended_token_opens_nothing(cast: Cast, end: str) -> None:
    token, secret = token_of(cast.district_officer, P.OFFICE_VIEW)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    if end == "revoked":
        actions.revoke_token(by=cast.district_officer.access, token_id=token.pk)
        actions.revoke_token(by=cast.district_officer.access, token_id=token.pk)
        assert Deed.objects.filter(name="org.revoke_token").count() == 1
    elif end == "expired":
        ApiToken.objects.update(expires_on=yesterday)
    elif end == "posting":
        Posting.objects.filter(pk=token.posting_id).update(until=yesterday)
    elif end == "person":
        User.objects.filter(pk=cast.district_officer.user.pk).update(is_active=False)
    else:
        secret = secret[:-1] + ("A" if secret[-1] != "A" else "B")
    assert bearer(secret).get("/api/v1/offices").status_code == 401


def test_what_a_token_may_never_be(cast: Cast) -> None:
    officer = cast.district_officer.access
    with pytest.raises(BadInput, match="your own permissions"):
        token_of(cast.district_officer, P.PROVISION)
    with pytest.raises(BadInput, match="one year"):
        actions.make_token(by=officer, name="x", permissions=[P.OFFICE_VIEW], expires_on=datetime.date(2999, 1, 1))
    with pytest.raises(Refused):
        actions.make_token(by=system(), name="x", permissions=[P.OFFICE_VIEW], expires_on=TOMORROW)
    token, _ = token_of(cast.district_officer, P.OFFICE_VIEW)
    with pytest.raises(NotFound):
        actions.revoke_token(by=cast.admin.access, token_id=token.pk)


@pytest.fixture
def provisioner(cast: Cast) -> Client:
    return bearer(token_of(cast.admin, P.PROVISION)[1])


ONE = {
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "rashid", "externalId": "d-1",
    "displayName": "আবদুর রশিদ", "emails": [{"value": "rashid@example.org", "primary": True}], "active": True,
}  # fmt: skip


def test_the_directory_makes_finds_changes_and_switches_off(cast: Cast, provisioner: Client) -> None:
    status, made = scim(provisioner, "POST", "Users", ONE)
    assert (status, made["userName"], made["active"]) == (201, "rashid", True)
    assert scim(provisioner, "POST", "Users", ONE)[0] == 409
    status, found = scim(provisioner, "GET", 'Users?filter=userName eq "RASHID"')
    assert (status, found["totalResults"], found["Resources"][0]["id"]) == (200, 1, made["id"])
    assert scim(provisioner, "GET", 'Users?filter=externalId eq "none"')[1]["totalResults"] == 0
    off = {"Operations": [{"op": "Replace", "path": "active", "value": "False"}]}
    assert scim(provisioner, "PATCH", f"Users/{made['id']}", off)[1]["active"] is False
    name = {"Operations": [{"op": "replace", "value": {"displayName": "রশিদ", "active": True}}]}
    assert scim(provisioner, "PATCH", f"Users/{made['id']}", name)[1]["displayName"] == "রশিদ"
    assert scim(provisioner, "PUT", f"Users/{made['id']}", ONE)[1]["displayName"] == "আবদুর রশিদ"
    assert scim(provisioner, "DELETE", f"Users/{made['id']}")[0] == 204
    person = User.objects.get(username="rashid")
    assert (person.is_active, person.external_id, person.has_usable_password()) == (False, "d-1", False)
    assert Deed.objects.filter(about=f"person:{person.pk}").count() == 6


def test_roles_are_groups_to_read(cast: Cast, provisioner: Client) -> None:
    status, listed = scim(provisioner, "GET", "Groups")
    assert (status, listed["totalResults"]) == (200, len(ROLES))
    one = scim(provisioner, "GET", "Groups/system_admin")[1]
    assert one["members"] == [{"value": str(cast.admin.user.pk), "display": "সিস্টেম প্রশাসক"}]
    assert scim(provisioner, "GET", "Groups/king")[0] == 404
    assert scim(provisioner, "POST", "Groups", {})[0] == 405


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "Users", [], 400),
        ("POST", "Users", {"displayName": "x"}, 400),
        ("POST", "Users", {**ONE, "emails": "x"}, 400),
        ("POST", "Users", {**ONE, "active": "perhaps"}, 400),
        ("GET", "Users?filter=userName sw x", None, 400),
        ("GET", "Users/999999", None, 404),
        ("PATCH", "Users/{me}", {"Operations": [{"op": "remove", "path": "active"}]}, 400),
        ("DELETE", "Users/{me}", None, 403),
    ],
)
def test_wrong_words_of_a_directory_are_answered_in_its_language(
    cast: Cast, provisioner: Client, method: str, path: str, body: Any, status: int
) -> None:
    answer = scim(provisioner, method, path.format(me=cast.admin.user.pk), body)
    assert answer[0] == status
    assert answer[1]["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:Error"]


def test_without_the_right_token_the_directory_gets_nothing(cast: Cast) -> None:
    session = Client()
    session.force_login(cast.admin.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert scim(session, "GET", "Users")[0] == 401
    assert scim(Client(), "GET", "Users")[0] == 401
    assert scim(bearer(token_of(cast.admin, P.OFFICE_VIEW)[1]), "GET", "Users")[0] == 403


def test_filters_and_patches_are_read_by_rule() -> None:
    assert wanted_by(' userName eq "a\\"b" ') == ("username", 'a"b')
    before = Official("u", "ক", "K", "k@example.org")
    body = {"Operations": [{"op": "add", "path": 'emails[type eq "work"].value', "value": "n@example.org"}]}
    assert patched(before, body) == Official("u", "ক", "K", "n@example.org")
    with pytest.raises(BadInput, match="not known"):
        patched(before, {"Operations": [{"op": "add", "path": "roles", "value": "x"}]})
