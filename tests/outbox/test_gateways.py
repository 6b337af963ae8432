"""One contract for every gateway: the fake on the loopback, the file, and a real one when its settings are given.

AGRAGATI_TEST_GATEWAY (one gateway as JSON) and AGRAGATI_TEST_NUMBER run the same questions against a real gateway, by
hand: it costs money. So the fake stays honest.
"""

from __future__ import annotations

import base64
import json
import os
import socket
from dataclasses import fields
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from agragati.config.env import Env
from agragati.outbox.effects import send
from agragati.outbox.renderers.web_push import encrypt, public_key, unb64, vapid_header
from agragati.outbox.rules.gateways import Gateway, read_gateways
from agragati.outbox.rules.outcomes import Came, Letter

from .fake_gateway import FakeGateway, as_setting

NUMBER = os.environ.get("AGRAGATI_TEST_NUMBER", "8801712345678")
KINDS = ["teletalk", "http_json", "file", "real"]


def gateway(kind: str, fake: FakeGateway) -> Gateway:
    if kind == "real":
        if "AGRAGATI_TEST_GATEWAY" not in os.environ:
            pytest.skip("no real gateway is given")
        return read_gateways(f"[{os.environ['AGRAGATI_TEST_GATEWAY']}]")[0]
    return Gateway("file", "file") if kind == "file" else fake.as_gateway(kind)


def letter(key: str = "k1", text: str = "সভা সকাল ১০টায়") -> Letter:
    return Letter(key, "sms", NUMBER, "", text)


@pytest.mark.parametrize("kind", KINDS)
def test_accepts_and_names_a_bangla_message(kind: str, fake: FakeGateway, sink: Path) -> None:
    outcome = send(letter(), gateway(kind, fake))
    assert outcome.came == Came.ACCEPTED
    assert outcome.provider_id


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_sent_twice(kind: str, fake: FakeGateway, sink: Path) -> None:
    """Whoever says it knows doubles gives the same number again and delivers once."""
    one = gateway(kind, fake)
    first, second = send(letter("double"), one), send(letter("double"), one)
    assert first.came == second.came == Came.ACCEPTED
    if one.is_idempotent:
        assert first.provider_id == second.provider_id
        assert kind == "real" or len(fake.delivered) == 1
    elif kind == "teletalk":
        assert len(fake.delivered) == 2


@pytest.mark.parametrize("kind", ["teletalk", "http_json"])
def test_the_text_arrives_precomposed_and_whole(kind: str, fake: FakeGateway) -> None:
    send(letter(text="য\u09bc & ড\u09bc = 100% +"), gateway(kind, fake))
    assert fake.delivered[0]["text"] == "\u09df & \u09dc = 100% +"
    assert fake.delivered[0]["to"] == NUMBER


@pytest.mark.parametrize("kind", ["teletalk", "http_json"])
@pytest.mark.parametrize(
    ("mode", "came", "reason"),
    [
        ("refuse", Came.REFUSED, "refused"),
        ("forbidden", Came.REFUSED, "refused"),
        ("busy", Came.NOT_SENT, "busy"),
        ("broken", Came.UNKNOWN, "strange_answer"),
        ("garbage", Came.UNKNOWN, "strange_answer"),
        ("drop", Came.UNKNOWN, "no_answer"),
    ],
)
def test_misbehaviour_has_a_meaning(kind: str, mode: str, came: Came, reason: str, fake: FakeGateway) -> None:
    fake.mode = mode
    outcome = send(letter(), gateway(kind, fake))
    assert (outcome.came, outcome.reason) == (came, reason)


@pytest.mark.parametrize("kind", ["teletalk", "http_json"])
def test_a_slow_gateway_leaves_the_matter_open(kind: str, fake: FakeGateway) -> None:
    fake.delay = 1.0
    outcome = send(letter(), fake.as_gateway(kind, timeout=0.2))
    assert (outcome.came, outcome.reason) == (Came.UNKNOWN, "no_answer")


@pytest.mark.parametrize("kind", ["teletalk", "http_json"])
def test_nobody_listening_is_surely_not_sent(kind: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    outcome = send(letter(), Gateway("x", kind, url=f"http://127.0.0.1:{port}/", timeout=1.0))
    assert (outcome.came, outcome.reason) == (Came.NOT_SENT, "no_connection")


def test_demo_numbers_leave_only_into_the_file(fake: FakeGateway, sink: Path) -> None:
    dead = Letter("k", "sms", "8801000000042", "", "পরীক্ষা")
    assert send(dead, fake.as_gateway("http_json")).reason == "demo_phone"
    assert fake.asked == []
    assert send(dead, Gateway("file", "file")).came == Came.ACCEPTED
    assert json.loads(sink.read_text())["to"] == "8801000000042"


def test_trial_and_team_modes(fake: FakeGateway) -> None:
    assert send(letter(), fake.as_gateway("http_json", mode="test")).came == Came.ACCEPTED
    assert fake.asked == []
    assert send(letter(), fake.as_gateway("http_json", mode="team")).reason == "not_in_team"
    assert send(letter(), fake.as_gateway("http_json", mode="team", team=(NUMBER,))).came == Came.ACCEPTED
    assert len(fake.delivered) == 1


def test_settings_go_there_and_back(fake: FakeGateway) -> None:
    one = fake.as_gateway("http_json", team=("1",), mask="DPS")
    assert read_gateways(as_setting(one)) == (one,)


# Appendix A of RFC 8291: the same keys and salt give the same octets.
_SENDER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
_P256DH = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
_AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
_BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_"
    "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_push_is_encrypted_as_the_standard_shows() -> None:
    key = ec.derive_private_key(int.from_bytes(unb64(_SENDER), "big"), ec.SECP256R1())
    salt = unb64("DGv6ra1nlYgDCS1FRnbzlw")
    body = encrypt(b"When I grow up, I want to be a watermelon", _P256DH, _AUTH, key=key, salt=salt)
    assert base64.urlsafe_b64encode(body).rstrip(b"=").decode() == _BODY


def test_push_header_is_signed_by_our_key() -> None:
    import jwt
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

    header = vapid_header("https://fcm.googleapis.com/send/1", "secret", "https://x.example", 1_900_000_000)
    token = header.partition("t=")[2].partition(",")[0]
    key = EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), unb64(public_key("secret")))
    claims = jwt.decode(token, key, algorithms=["ES256"], audience="https://fcm.googleapis.com")
    assert claims["sub"] == "https://x.example"


def test_push_goes_to_push_services_only(fake: FakeGateway, settings: object) -> None:
    inside = Letter("k", "push", "http://169.254.169.254/latest", "x", "y", p256dh=_P256DH, auth=_AUTH)
    assert send(inside).reason == "no_subscription"
    settings.PUSH_HOSTS = ("127.0.0.1",)  # type: ignore[attr-defined]
    fake.mode = "busy"
    assert send(Letter("k", "push", fake.url, "x", "y", p256dh=_P256DH, auth=_AUTH)).came == Came.NOT_SENT
    assert send(Letter("k", "push", fake.url, "x", "y", p256dh="AAAA", auth=_AUTH)).reason == "no_subscription"


def test_the_described_settings_are_the_real_ones() -> None:
    """docs/howto/settings.md: its example can be read, and it names every field of a gateway and every variable."""
    folder = Path(__file__).parents[2]
    text = (folder / "docs" / "howto" / "settings.md").read_text(encoding="utf-8")
    example = text.partition("```json")[2].partition("```")[0]
    assert [gateway.name for gateway in read_gateways(example)] == ["teletalk", "second"]
    assert [field.name for field in fields(Gateway) if f"`{field.name}`" not in text] == []
    told = text + (folder / "README.md").read_text(encoding="utf-8")
    wanted = [str(field.validation_alias) for field in Env.model_fields.values()]
    assert [name for name in wanted if name not in told and f"`_{name.rpartition('_')[2]}`" not in told] == []
