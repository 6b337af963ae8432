"""How an access token is written and kept."""

from __future__ import annotations

import hashlib
import hmac

_MARK = "agr"


def written(prefix: str, secret: str) -> str:
    """The text handed to the owner: `agr_<prefix>_<secret>`."""
    return f"{_MARK}_{prefix}_{secret}"


def parts_of(text: str) -> tuple[str, str]:
    """Prefix and secret of a written token; two empty texts when it is not one."""
    mark, _, rest = text.strip().partition("_")
    prefix, _, secret = rest.partition("_")
    return (prefix, secret) if mark == _MARK and prefix and secret else ("", "")


def digest_of(secret: str) -> str:
    """What is kept. The secret has 256 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def matches(secret: str, digest: str) -> bool:
    """Whether the secret belongs to the kept digest; takes the same time for every wrong one."""
    return hmac.compare_digest(digest_of(secret), digest)
