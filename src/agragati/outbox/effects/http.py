"""One HTTP request with a hard end, telling apart "surely not sent" and "perhaps sent"."""

from __future__ import annotations

import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..rules.outcomes import Came, Outcome
from .lines import Lines, new_line

LONGEST_ANSWER = 64 * 1024


@dataclass(frozen=True)
class Reply:
    """Status and body, at most 64 KB of it."""

    status: int
    body: bytes

    @property
    def text(self) -> str:
        """The body as text; bytes that are none are replaced."""
        return self.body.decode("utf-8", "replace")


def ask(
    url: str, *, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None,
    timeout: float = 10.0, lines: Lines | None = None,
) -> Reply | Outcome:  # fmt: skip
    """The reply, or what is known when there is none. Redirections are not followed.

    `lines` keeps the connection for the next one. Only for who knows doubles: a line that breaks at the very moment of
    asking leaves open whether the other side has heard.
    """
    parts = urlsplit(url)
    where = (parts.scheme, parts.hostname or "", parts.port)
    end = time.monotonic() + timeout
    connection = lines.take(*where, timeout) if lines else new_line(*where, timeout)
    is_kept = False
    try:
        if connection.sock is None and (lost := _connect(connection)):
            return lost
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request(method, target, body=body, headers=dict(headers or {}))
        response = connection.getresponse()
        reply = Reply(response.status, _read(response, end))
        is_kept = lines is not None and response.length == 0 and not response.will_close
        response.close()
        return reply
    except (OSError, http.client.HTTPException) as error:
        return Outcome(Came.UNKNOWN, reason="no_answer", words=_words(error))
    finally:
        if is_kept and lines:
            lines.keep(*where, connection)
        else:
            connection.close()


def _connect(connection: http.client.HTTPConnection) -> Outcome | None:
    try:
        connection.connect()
    except (OSError, http.client.HTTPException) as error:
        return Outcome(Came.NOT_SENT, reason="no_connection", words=_words(error))
    return None


def _read(response: http.client.HTTPResponse, end: float) -> bytes:
    """The body, though it may come drop by drop: never longer than the time allowed."""
    found = b""
    while len(found) < LONGEST_ANSWER:
        if time.monotonic() > end:
            raise TimeoutError("the answer did not end")
        piece = response.read1(8192)
        if not piece:
            break
        found += piece
    return found[:LONGEST_ANSWER]


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]


def by_status(reply: Reply) -> Outcome | None:
    """What a status alone says; None when the body has to be read."""
    if reply.status in {429, 503}:
        return Outcome(Came.NOT_SENT, reason="busy", words=reply.text[:200])
    if 400 <= reply.status < 500:
        return Outcome(Came.REFUSED, reason="refused", words=f"{reply.status} {reply.text[:190]}")
    if not 200 <= reply.status < 300:
        return Outcome(Came.UNKNOWN, reason="strange_answer", words=f"{reply.status} {reply.text[:190]}")
    return None
