"""A gateway of our own on the loopback: speaks both protocols, keeps its own log, misbehaves on demand.

It is verified: tests/outbox/test_gateways.py asks of it what it asks of any gateway, a real one included.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from agragati.outbox.rules.gateways import Gateway


class _Server(ThreadingHTTPServer):
    request_queue_size = 256
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """An asker that was killed is nothing to tell of."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class FakeGateway:
    """What it was asked (`asked`, every request) and what it delivered (`delivered`, by number or key)."""

    def __init__(self) -> None:
        self.mode = "ok"
        self.delay = 0.0
        self.asked: list[dict[str, str]] = []
        self.delivered: list[dict[str, str]] = []
        self.sealed: list[tuple[bytes, dict[str, str]]] = []  # pushes as they came: the octets and the headers
        self.ids: dict[str, str] = {}
        self.lock = threading.Lock()
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"  # a line stays open for the next message
            disable_nagle_algorithm = True
            timeout = 20

            def do_GET(self) -> None:
                values = {name: found[0] for name, found in parse_qs(urlsplit(self.path).query).items()}
                gateway.answer(self, {**values, "to": values.get("mobile", ""), "text": values.get("sms", "")}, "")

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                sealed = self.headers.get("Content-Encoding") == "aes128gcm"
                if sealed:
                    gateway.sealed.append((body, dict(self.headers)))
                values = {"to": "browser"} if sealed else json.loads(body)
                gateway.answer(self, values, self.headers.get("Idempotency-Key", ""))

            def log_message(self, *args: Any) -> None:
                """Say nothing."""

        self.server = _Server(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/sms"

    def answer(self, handler: BaseHTTPRequestHandler, values: dict[str, str], key: str) -> None:
        with self.lock:
            self.asked.append(values)
        if self.delay:
            time.sleep(self.delay)
        if self.mode == "drop":
            handler.close_connection = True
            handler.connection.shutdown(socket.SHUT_RDWR)
            return
        status = {"busy": 503, "broken": 500, "forbidden": 403, "gone": 410}.get(self.mode, 200)
        body = self._body(values, key) if status == 200 else "no"
        try:
            handler.send_response(status)
            handler.send_header("Content-Length", str(len(body.encode())))
            handler.end_headers()
            handler.wfile.write(body.encode())
        except OSError:
            pass  # the asker went away; the message is delivered all the same

    def _body(self, values: dict[str, str], key: str) -> str:
        json_asked = "mobile" not in values
        if self.mode == "refuse":
            return (
                '{"id": "0", "status": "rejected", "error": "number barred"}'
                if json_asked
                else "<reply>FAILED,barred</reply>"
            )
        if self.mode == "garbage":
            return "<html>Welcome</html>"
        number = self._deliver(values, key)
        return json.dumps({"id": number, "status": "accepted"}) if json_asked else f"<reply>SUCCESS,{number},1</reply>"

    def _deliver(self, values: dict[str, str], key: str) -> str:
        with self.lock:
            if key and key in self.ids:
                return self.ids[key]
            self.delivered.append(values)
            number = f"n{len(self.delivered)}"
            if key:
                self.ids[key] = number
            return number

    def counts(self) -> Counter[str]:
        """How often each number got a message."""
        with self.lock:
            return Counter(values["to"] for values in self.delivered)

    def as_gateway(self, kind: str, name: str = "", **values: Any) -> Gateway:
        facts: dict[str, Any] = {
            "url": self.url, "user": "office", "password": "secret", "timeout": 3.0, "per_second": Decimal(10_000),
            "burst": 10_000, "is_idempotent": kind == "http_json", "price": Decimal("0.25"),
        }  # fmt: skip
        return Gateway(name or kind, kind, **{**facts, **values})


def as_setting(*gateways: Gateway) -> str:
    """The gateways as the environment would name them."""
    rows = [
        {**asdict(one), "price": None if one.price is None else str(one.price), "per_second": str(one.per_second)}
        for one in gateways
    ]
    return json.dumps(rows)


@contextmanager
def running() -> Iterator[FakeGateway]:
    """A gateway that answers until the block ends."""
    fake = FakeGateway()
    fake.thread.start()
    try:
        yield fake
    finally:
        fake.server.shutdown()
        fake.server.server_close()
        fake.thread.join(timeout=5)
