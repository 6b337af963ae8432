"""A gateway that takes JSON over HTTP and knows a key against doubles."""

from __future__ import annotations

import json

from agragati.kernel.text import precompose

from ..rules.gateways import Gateway
from ..rules.outcomes import Came, Letter, Outcome
from .http import Reply, ask, by_status
from .lines import Lines


def send_by_http_json(letter: Letter, gateway: Gateway, lines: Lines | None = None) -> Outcome:
    """One SMS by POST {"id", "to", "from", "text"}; the answer is {"id": …, "status": "accepted" or "delivered"}."""
    values = {
        "id": letter.key,
        "to": letter.address,
        "from": letter.mask or gateway.mask,
        "text": precompose(letter.text),
    }
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Authorization": f"Bearer {gateway.password}",
        "Idempotency-Key": letter.key.encode("ascii", "replace").decode(),
    }
    body = json.dumps(values, ensure_ascii=False).encode()
    reply = ask(gateway.url, method="POST", body=body, headers=headers, timeout=gateway.timeout,
                lines=lines if gateway.is_idempotent else None)  # fmt: skip
    if not isinstance(reply, Reply):
        return reply
    return by_status(reply) or _read(reply)


def _read(reply: Reply) -> Outcome:
    try:
        answer = json.loads(reply.text)
        number, status = str(answer["id"])[:120], str(answer.get("status", "accepted"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Outcome(Came.UNKNOWN, reason="strange_answer", words=reply.text[:200])
    if status in {"failed", "rejected"}:
        return Outcome(Came.REFUSED, provider_id=number, reason="refused", words=str(answer.get("error", ""))[:200])
    return Outcome(Came.ACCEPTED, provider_id=number, delivered=status == "delivered")
