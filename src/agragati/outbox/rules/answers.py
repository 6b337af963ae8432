"""The short secret of a link that may say "done" or "not done" once, for one duty. It signs nobody in."""

from __future__ import annotations

import base64
import hashlib
import hmac

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LENGTH = 13  # base-32 letters: 65 bits


def token(secret: str, obligation_id: int, due: str) -> str:
    """The token of a duty as it stands with this due day: a moved duty gets a new one."""
    mac = hmac.new(secret.encode(), f"outbox.answer:{obligation_id}:{due}".encode(), hashlib.sha256).digest()
    return f"{_short(obligation_id)}-{base64.b32encode(mac).decode().lower()[:LENGTH]}"


def obligation_of(text: str) -> int:
    """The number of the duty that a token speaks of, 0 when it is none; the secret is checked by `fits`."""
    head = text.partition("-")[0]
    return int(head, 36) if head and len(head) <= 12 and all(c in _DIGITS for c in head) else 0


def fits(text: str, secret: str, obligation_id: int, due: str) -> bool:
    """Whether the token is the right one."""
    return hmac.compare_digest(text.encode(), token(secret, obligation_id, due).encode())


def _short(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number, 36)
        text = _DIGITS[rest] + text
    return text or "0"
