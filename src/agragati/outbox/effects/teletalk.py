"""The national bulk-SMS gateway."""

from __future__ import annotations

from ..rules.gateways import Gateway
from ..rules.outcomes import Letter, Outcome
from ..rules.teletalk import question, read_answer
from .http import Reply, ask, by_status
from .lines import Lines


def send_by_teletalk(letter: Letter, gateway: Gateway, lines: Lines | None = None) -> Outcome:
    """One SMS by GET; it knows no key against doubles, so an unclear end stays unclear. Each has its own line."""
    reply = ask(question(gateway, letter.address, letter.text), timeout=gateway.timeout)
    if not isinstance(reply, Reply):
        return reply
    return by_status(reply) or read_answer(reply.text)
