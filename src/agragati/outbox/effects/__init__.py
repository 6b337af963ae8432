"""How a message leaves: channel and kind of gateway → function. None of these touches the database."""

from __future__ import annotations

from collections.abc import Callable

from ..rules.gateways import Gateway
from ..rules.outcomes import Came, Letter, Outcome
from .file_sink import send_to_file
from .http_json import send_by_http_json
from .lines import Lines
from .mail import send_mail
from .push import send_push
from .teletalk import send_by_teletalk

__all__ = ["CHANNELS", "GATEWAYS", "Lines", "send"]
GATEWAYS: dict[str, Callable[[Letter, Gateway, Lines | None], Outcome]] = {
    "teletalk": send_by_teletalk,
    "http_json": send_by_http_json,
    "file": send_to_file,
}
CHANNELS: dict[str, Callable[[Letter], Outcome]] = {"email": send_mail, "push": send_push}
DEMO_NUMBERS = "880100000"


def send(letter: Letter, gateway: Gateway | None = None, lines: Lines | None = None) -> Outcome:
    """Hand one message to the outside once. Never raises for what the outside does wrong."""
    if gateway is None:
        return CHANNELS[letter.channel](letter)
    if letter.address.startswith(DEMO_NUMBERS) and gateway.kind != "file":
        return Outcome(Came.REFUSED, reason="demo_phone")
    if gateway.mode == "test":
        return Outcome(Came.ACCEPTED, provider_id="test")
    if gateway.mode == "team" and letter.address not in gateway.team:
        return Outcome(Came.REFUSED, reason="not_in_team")
    return GATEWAYS[gateway.kind](letter, gateway, lines)
