"""Where the database is: a URL from outside, or the embedded server's socket."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlparse

PORT = 5432
LONGEST_SOCKET = 85  # a unix socket path holds 107 bytes; leave room for its file name


def socket_dir(home: Path) -> Path:
    """Folder of the embedded server's socket: the data folder, or a short one when that is too deep.

    Also when its name holds a character that PostgreSQL reads as a list of folders or hosts.
    """
    data = (home / "pg").resolve()
    if len(str(data).encode()) < LONGEST_SOCKET and not set(str(data)) & set(",\"'\\\n"):
        return data
    return Path("/tmp") / f"agragati-{hashlib.sha256(str(data).encode()).hexdigest()[:16]}"  # noqa: S108


def from_url(url: str) -> dict[str, Any]:
    """Django's connection settings from `postgresql://user:password@host:port/name?host=/socket`."""
    parts = urlparse(url)
    query = parse_qs(parts.query)
    return {
        "NAME": unquote(parts.path.lstrip("/")) or "agragati",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or query.get("port", [""])[0] or ""),
    }


def connection(url: str, home: Path) -> dict[str, Any]:
    """The whole DATABASES entry."""
    where = (
        from_url(url)
        if url
        else {
            "NAME": "agragati",
            "USER": "postgres",
            "PASSWORD": "",
            "HOST": str(socket_dir(home)),
            "PORT": str(PORT),
        }
    )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        **where,
    }
