"""Push notices on their whole way: a browser subscribes, a duty is given, the service gets what only it can read.

The receiving side is written here from RFC 8188 and 8291 on its own, so that sender and receiver check each other.
"""

from __future__ import annotations

import base64
import json
import os
from typing import Any

import jwt
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings as django_settings

from agragati.org.access import system
from agragati.outbox import actions, selectors
from agragati.outbox.actions.sending import drain
from agragati.outbox.choices import Reason, State
from agragati.outbox.models import Message, PushSubscription
from tests.people import Cast

from .conftest import MONDAY
from .fake_gateway import FakeGateway
from .test_pages import duty_of, signed_in


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def mac(key: bytes, *parts: bytes) -> bytes:
    keyed = hmac.HMAC(key, hashes.SHA256())
    keyed.update(b"".join(parts))
    return keyed.finalize()


class Browser:
    """What a browser keeps of its subscription."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = os.urandom(16)
        point = serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        self.public = self.key.public_key().public_bytes(*point)

    def subscription(self, endpoint: str) -> dict[str, Any]:
        return {"endpoint": endpoint, "keys": {"p256dh": b64(self.public), "auth": b64(self.secret)}}

    def read(self, body: bytes) -> bytes:
        """RFC 8188 §2.1 header, RFC 8291 §3.4 keys, one record."""
        salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
        sender, sealed = body[21 : 21 + length], body[21 + length :]
        assert len(sealed) <= size
        shared = self.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
        keyed = mac(mac(self.secret, shared), b"WebPush: info\x00", self.public, sender, b"\x01")
        root = mac(salt, keyed)
        content_key = mac(root, b"Content-Encoding: aes128gcm\x00\x01")[:16]
        nonce = mac(root, b"Content-Encoding: nonce\x00\x01")[:12]
        plain = AESGCM(content_key).decrypt(nonce, sealed, None).rstrip(b"\x00")
        assert plain.endswith(b"\x02")
        return plain[:-1]


@pytest.fixture
def browser(staffed: Cast, fake: FakeGateway, settings: Any) -> Browser:
    """A browser of the upazila's officer, subscribed at a push service on the loopback."""
    settings.PUSH_HOSTS = ("127.0.0.1",)
    made = Browser()
    client = signed_in(staffed.upazila_officer)
    sent = client.post("/outbox/me/browser/", made.subscription(fake.url), content_type="application/json")
    assert sent.status_code == 200
    return made


def test_only_the_browser_reads_its_notice(browser: Browser, staffed: Cast, fake: FakeGateway) -> None:
    duty = duty_of(staffed, tell_by=("push",), now=MONDAY)
    drain(by=system("test"), seconds=1, now=lambda: MONDAY)
    ((body, headers),) = fake.sealed
    notice = json.loads(browser.read(body))
    assert duty.title in notice["body"]
    assert notice["url"] == "/plans/"
    assert duty.title.encode() not in body
    assert headers["Content-Encoding"] == "aes128gcm"
    assert int(headers["TTL"]) > 0
    assert Message.objects.get(mentions__obligation=duty).state == State.SENT
    with pytest.raises(InvalidTag):
        Browser().read(body)


def test_the_service_sees_who_sends(browser: Browser, staffed: Cast, fake: FakeGateway) -> None:
    duty_of(staffed, tell_by=("push",), now=MONDAY)
    drain(by=system("test"), seconds=1, now=lambda: MONDAY)
    header = fake.sealed[0][1]["Authorization"].removeprefix("vapid ")
    said = dict(part.strip().split("=", 1) for part in header.split(","))
    assert said["k"] == selectors.push_key(by=staffed.upazila_officer.access)
    raw = base64.urlsafe_b64decode(said["k"] + "=" * (-len(said["k"]) % 4))
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
    claims = jwt.decode(said["t"], key, algorithms=["ES256"], audience=fake.url.removesuffix("/sms"))
    assert claims["sub"] == django_settings.SITE


def test_a_browser_that_is_gone_is_not_asked_again(browser: Browser, staffed: Cast, fake: FakeGateway) -> None:
    fake.mode = "gone"
    duty = duty_of(staffed, tell_by=("push",), now=MONDAY)
    drain(by=system("test"), seconds=1, now=lambda: MONDAY)
    row = Message.objects.get(mentions__obligation=duty)
    assert (row.state, row.reason) == (State.REFUSED, Reason.NO_SUBSCRIPTION)
    assert PushSubscription.objects.get().ended_at is not None
    assert actions.unsubscribe(by=staffed.upazila_officer.access) == 0
