"""Signing in: user name or e-mail, second step, lock-out, sessions, switching posts, the directory of officials."""

from __future__ import annotations

import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from agragati.audit.models import Deed
from agragati.kernel.digits import to_bn
from agragati.org import actions, selectors
from agragati.org.models import Post, Posting, User
from tests.people import SINCE, Cast

from .directory import CLIENT, Directory, directory

PASSWORD = "দীর্ঘ-গোপন-শব্দ-১"


@pytest.fixture
def officer(cast: Cast) -> User:
    user = cast.upazila_officer.user
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client: Client, login: str, password: str = PASSWORD) -> Any:
    return client.post(reverse("account_login"), {"login": login, "password": password})


def is_in(client: Client) -> bool:
    return client.get(reverse("org:me")).status_code == 200


@pytest.mark.parametrize("login", ["upazila", "UPAZILA@example.org"])
def test_user_name_or_e_mail_opens(officer: User, client: Client, login: str) -> None:
    assert not is_in(client)
    assert sign_in(client, login).status_code == 302
    assert is_in(client)
    client.post(reverse("account_logout"))
    assert not is_in(client)


@pytest.mark.parametrize("login", ["upazila", "upazila@example.org"])
def test_five_wrong_tries_lock_this_name_and_no_other(cast: Cast, officer: User, client: Client, login: str) -> None:
    cast.admin.user.set_password(PASSWORD)
    cast.admin.user.save()
    answers = [sign_in(client, login, "wrong").status_code for _ in range(5)]
    assert answers[:4] == [200] * 4
    assert sign_in(client, login).status_code == 429
    assert sign_in(Client(), "admin@example.org").status_code == 302
    found = selectors.lock_outs(by=cast.admin.access)
    assert (found.locked, found.tries_today) == (1, 6), "five wrong ones and the one that was turned away"
    assert selectors.lock_outs(by=cast.admin.access).rows[0].username == login
    actions.end_lock_out(by=cast.admin.access, user_id=officer.pk)
    assert sign_in(client, login).status_code == 302
    assert Deed.objects.filter(name="org.end_lock_out").exists()


def test_nobody_signs_themselves_up(db: None, client: Client) -> None:
    client.post(reverse("account_signup"), {"username": "intruder", "password1": PASSWORD})
    assert not User.objects.filter(username="intruder").exists()


def test_a_person_switched_off_stays_out(cast: Cast, officer: User, client: Client) -> None:
    sign_in(client, "upazila")
    actions.deactivate_user(by=cast.admin.access, user_id=officer.pk)
    assert not is_in(client)
    sign_in(client, "upazila")
    assert not is_in(client)


def code_now(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def test_the_second_step_by_app_or_recovery_code(officer: User, client: Client) -> None:
    sign_in(client, "upazila")
    page = reverse("mfa_activate_totp")
    client.post(reverse("account_reauthenticate") + f"?next={page}", {"password": PASSWORD})
    secret = client.get(page).context["form"].secret
    assert client.post(page, {"code": code_now(secret)}).status_code == 302
    other = Client()
    assert sign_in(other, "upazila")["Location"] == reverse("mfa_authenticate")
    assert not is_in(other)
    assert other.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    assert other.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    assert is_in(other)
    third = Client()
    sign_in(third, "upazila")
    assert third.post(reverse("mfa_authenticate"), {"code": code}).status_code == 200, "a recovery code works once"


@pytest.fixture
def secret(officer: User, client: Client) -> str:
    """The officer has the second step switched on by its page, with a code in Bangla digits."""
    sign_in(client, "upazila")
    page = reverse("mfa_activate_totp")
    client.post(reverse("account_reauthenticate") + f"?next={page}", {"password": PASSWORD})
    made: str = client.get(page).context["form"].secret
    assert client.post(page, {"code": to_bn(code_now(made))}).status_code == 302
    return made


def test_the_app_s_code_opens_in_either_digits(secret: str) -> None:
    for typed in (to_bn(code_now(secret)), f"{code_now(secret)[:3]} {code_now(secret)[3:]}"):
        Authenticator.objects.filter(type="totp").update(last_used_at=None)
        caches["default"].clear()  # a code counts as used for its half minute
        browser = Client()
        assert sign_in(browser, "upazila")["Location"] == reverse("mfa_authenticate")
        assert browser.post(reverse("mfa_authenticate"), {"code": typed}).status_code == 302
        assert is_in(browser)


def test_the_same_code_does_not_open_twice(secret: str) -> None:
    caches["default"].clear()
    code, answers = code_now(secret), []
    for _ in range(2):
        browser = Client()
        sign_in(browser, "upazila")
        answers.append(browser.post(reverse("mfa_authenticate"), {"code": code}).status_code)
    assert answers == [302, 200]


def test_wrong_codes_count_and_lock_like_wrong_passwords(cast: Cast, secret: str) -> None:
    browser, page = Client(), reverse("mfa_authenticate")
    sign_in(browser, "upazila")
    answers = [browser.post(page, {"code": "000000"}).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    caches["default"].clear()
    assert browser.post(page, {"code": code_now(secret)}).status_code == 429, "not even the right one"
    assert not is_in(browser)
    assert sign_in(Client(), "upazila").status_code == 429
    assert selectors.lock_outs(by=cast.admin.access).locked == 1
    actions.end_lock_out(by=cast.admin.access, user_id=cast.upazila_officer.user.pk)
    again = Client()
    sign_in(again, "upazila")
    assert again.post(page, {"code": code_now(secret)}).status_code == 302


def test_recovery_codes_are_read_on_their_page_and_renewed(secret: str, client: Client) -> None:
    page = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert len(codes) == 10
    assert all(code in page for code in codes)
    assert client.post(reverse("mfa_generate_recovery_codes")).status_code == 302
    renewed = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert not set(codes) & set(renewed)


def test_the_second_step_is_switched_off_by_its_page(secret: str, client: Client) -> None:
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert sign_in(Client(), "upazila")["Location"] != reverse("mfa_authenticate")


def test_the_password_changes_and_a_weak_one_is_refused(officer: User, client: Client) -> None:
    sign_in(client, "upazila")
    page = reverse("account_change_password")
    weak = client.post(page, {"oldpassword": PASSWORD, "password1": "12345", "password2": "12345"})
    assert weak.status_code == 200
    assert "১০" in weak.content.decode()
    assert "10টি" not in weak.content.decode()
    new = "আরেকটি-গোপন-শব্দ-২"
    assert client.post(page, {"oldpassword": PASSWORD, "password1": new, "password2": new}).status_code == 302
    assert sign_in(Client(), "upazila").status_code == 200
    assert sign_in(Client(), "upazila", new).status_code == 302


def test_a_link_from_the_administrator_sets_the_password_once(cast: Cast, client: Client) -> None:
    link = actions.password_link(by=cast.admin.access, user_id=cast.upazila_officer.user.pk)
    page = client.get(link, follow=True)
    form = page.redirect_chain[-1][0]
    assert client.post(form, {"password1": PASSWORD, "password2": PASSWORD}).status_code == 302
    assert sign_in(Client(), "upazila").status_code == 302
    again = Client().get(link, follow=True)
    assert "form" not in again.context or again.context.get("token_fail")


def test_sessions_are_listed_and_end_everywhere(officer: User, client: Client) -> None:
    here, there = client, Client(headers={"user-agent": "other"})
    for browser in (here, there):
        sign_in(browser, "upazila")
        assert is_in(browser)
    assert UserSession.objects.filter(user=officer).count() == 2
    assert here.get(reverse("usersessions_list")).status_code == 200
    here.post(reverse("usersessions_list"))
    assert is_in(here)
    assert not is_in(there)


def test_one_person_with_two_posts_switches_between_them(cast: Cast, officer: User, client: Client) -> None:
    second = Post.objects.create(office=cast.other_upazila, title_bn="অতিরিক্ত", valid_from=SINCE)
    charge = Posting.objects.create(user=officer, post=second, since=SINCE, kind="additional")
    sign_in(client, "upazila")
    assert client.get(reverse("org:office", args=[cast.other_upazila.pk])).status_code == 404
    actions.grant_role(by=cast.admin.access, post_id=second.pk, role="clerk")
    client.post(reverse("org:switch_posting"), {"posting": charge.pk})
    assert client.get(reverse("org:office", args=[cast.other_upazila.pk])).status_code == 200
    assert client.get(reverse("org:office", args=[cast.upazila.pk])).status_code == 404
    stranger = client.post(reverse("org:switch_posting"), {"posting": cast.admin.posting.pk})
    assert stranger.status_code == 403
    assert Deed.objects.filter(name="org.switch_posting").count() == 1


@pytest.fixture
def officials(settings: Any) -> Iterator[Directory]:
    with directory() as running:
        app = {"provider_id": "office", "name": "D", "client_id": CLIENT, "secret": "s",
               "settings": {"server_url": running.issuer}}  # fmt: skip
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield running


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any) -> None:
        return None


def through(client: Client, claims: dict[str, Any], running: Directory) -> Any:
    """Go to the directory and come back."""
    running.claims = claims
    start = client.post(reverse("openid_connect_login", kwargs={"provider_id": "office"}))
    with pytest.raises(urllib.error.HTTPError) as back:
        urllib.request.build_opener(_Stay).open(start["Location"])
    where = urllib.parse.urlparse(back.value.headers["Location"])
    back.value.close()
    return client.get(f"{where.path}?{where.query}")


def test_the_stand_in_speaks_openid_connect(officials: Directory) -> None:
    """OpenID Connect Discovery §3 and Core §2: required fields, and a token that its own published key verifies."""
    officials.claims = {"sub": "x"}
    keys = jwt.PyJWKClient(f"{officials.issuer}/keys")
    token = officials.id_token("n")
    claims = jwt.decode(token, keys.get_signing_key_from_jwt(token).key, ["RS256"], audience=CLIENT)
    assert {"iss", "sub", "aud", "exp", "iat", "nonce"} <= set(claims)
    with urllib.request.urlopen(f"{officials.issuer}/.well-known/openid-configuration") as answer:
        described = set(__import__("json").load(answer))
    assert described >= {"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "response_types_supported",
                         "subject_types_supported", "id_token_signing_alg_values_supported"}  # fmt: skip


def test_the_directory_opens_for_whom_we_know_by_its_id(cast: Cast, officials: Directory, client: Client) -> None:
    User.objects.filter(username="upazila").update(external_id="official-7")
    through(client, {"sub": "official-7", "name": "R"}, officials)
    assert is_in(client)
    assert "রোকেয়া" in client.get(reverse("org:me")).content.decode()


@pytest.mark.parametrize(("verified", "opened"), [(True, True), (False, False)])
def test_or_by_an_e_mail_that_the_directory_verified(
    cast: Cast, officials: Directory, client: Client, verified: bool, opened: bool
) -> None:
    claims = {"sub": "new", "email": "upazila@example.org", "email_verified": verified}
    through(client, claims, officials)
    assert is_in(client) is opened


def test_whom_nobody_knows_stays_out_and_no_user_is_made(cast: Cast, officials: Directory, client: Client) -> None:
    before = User.objects.count()
    through(client, {"sub": "stranger", "email": "x@example.org", "email_verified": True}, officials)
    assert not is_in(client)
    assert User.objects.count() == before


def test_who_was_switched_off_stays_out_by_the_directory_too(cast: Cast, officials: Directory, client: Client) -> None:
    User.objects.filter(username="upazila").update(external_id="official-7", is_active=False)
    through(client, {"sub": "official-7"}, officials)
    assert not is_in(client)
