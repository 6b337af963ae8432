"""Push notices to browsers."""

from __future__ import annotations

import json
import time
from urllib.parse import urlsplit

from django.conf import settings

from ..renderers import encrypt, vapid_header
from ..rules.outcomes import Came, Letter, Outcome
from .http import Reply, ask, by_status

KEEP = 24 * 3600  # seconds for which the push service keeps a notice for a sleeping browser


def is_push_service(endpoint: str) -> bool:
    """Whether the address belongs to a browser maker's push service: nothing else is ever asked."""
    parts = urlsplit(endpoint)
    host = parts.hostname or ""
    known = any(host == name or host.endswith(f".{name}") for name in settings.PUSH_HOSTS)
    return known and (parts.scheme == "https" or host == "127.0.0.1")


def send_push(letter: Letter) -> Outcome:
    """One notice to one browser."""
    if not is_push_service(letter.address):
        return Outcome(Came.REFUSED, reason="no_subscription", words="unknown push service")
    words = {"title": letter.subject[:120], "body": letter.text[:400], "url": letter.url}
    try:
        body = encrypt(json.dumps(words, ensure_ascii=False).encode(), letter.p256dh, letter.auth)
    except ValueError as error:
        return Outcome(Came.REFUSED, reason="no_subscription", words=str(error)[:200])
    headers = {
        "Content-Encoding": "aes128gcm",
        "TTL": str(KEEP),
        "Authorization": vapid_header(letter.address, settings.SECRET_KEY, settings.SITE, int(time.time())),
    }
    reply = ask(letter.address, method="POST", body=body, headers=headers)
    if not isinstance(reply, Reply):
        return reply
    if reply.status in {404, 410}:
        return Outcome(Came.REFUSED, reason="no_subscription", words=str(reply.status))
    return by_status(reply) or Outcome(Came.ACCEPTED)
