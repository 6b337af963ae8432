"""Open connections kept for the next message, so that not each one pays for a new handshake."""

from __future__ import annotations

import http.client
import select
import ssl
import threading
import time

IDLE = 15.0  # seconds after which a line is not trusted any more
_READABLE = select.POLLIN | select.POLLHUP | select.POLLERR


class Lines:
    """Idle connections by origin (scheme, host, port), shared by the threads of one sender. Close it at the end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: dict[tuple[str, str, int | None], list[tuple[float, http.client.HTTPConnection]]] = {}

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def take(self, scheme: str, host: str, port: int | None, timeout: float) -> http.client.HTTPConnection:
        """An idle line that still stands, else a new one, not yet connected."""
        while (line := self._pop((scheme, host, port))) is not None:
            since, connection = line
            if time.monotonic() - since < IDLE and _stands(connection):
                connection.sock.settimeout(timeout)
                return connection
            connection.close()
        return new_line(scheme, host, port, timeout)

    def _pop(self, origin: tuple[str, str, int | None]) -> tuple[float, http.client.HTTPConnection] | None:
        with self._lock:
            rows = self._idle.get(origin)
            return rows.pop() if rows else None

    def keep(self, scheme: str, host: str, port: int | None, connection: http.client.HTTPConnection) -> None:
        """Put a line back whose answer was read to its end."""
        with self._lock:
            self._idle.setdefault((scheme, host, port), []).append((time.monotonic(), connection))

    def close(self) -> None:
        """Close all idle lines."""
        with self._lock:
            for rows in self._idle.values():
                for _, connection in rows:
                    connection.close()
            self._idle.clear()


def new_line(scheme: str, host: str, port: int | None, timeout: float) -> http.client.HTTPConnection:
    """A connection that is made when it is first used."""
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=timeout, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, port, timeout=timeout)


def _stands(connection: http.client.HTTPConnection) -> bool:
    """Whether the other side has neither hung up nor said something nobody asked."""
    if connection.sock is None:
        return False
    watch = select.poll()
    watch.register(connection.sock, _READABLE)
    return not watch.poll(0)
