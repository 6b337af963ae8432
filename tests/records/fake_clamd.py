"""A stand-in for clamd that keeps its contract for INSTREAM: frames, the size limit, and the three answers."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The harmless test file of EICAR, in two parts so that no scanner takes this source for it.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Scanner:
    """How the stand-in behaves: `limit` bytes a stream, `mute` answers nothing, `says` answers in other words."""

    def __init__(self) -> None:
        self.limit = 25 * 1024 * 1024
        self.mute = False
        self.says = b""
        self.heard: list[bytes] = []
        self.woken = threading.Event()


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        scanner: Scanner = self.server.scanner  # type: ignore[attr-defined]
        if self.rfile.read(10) != b"zINSTREAM\0":
            self.wfile.write(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while size := int.from_bytes(self.rfile.read(4), "big"):
            content += self.rfile.read(size)
            if len(content) > scanner.limit:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        scanner.heard.append(content)
        if scanner.mute:
            scanner.woken.wait(5)
            return
        found = b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if EICAR in content else b"stream: OK\0"
        self.wfile.write(scanner.says or found)


class _Tcp(socketserver.ThreadingTCPServer):
    daemon_threads, allow_reuse_address = True, True


class _Unix(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


@contextmanager
def running(socket_path: Path | None = None) -> Iterator[tuple[str, Scanner]]:
    """The stand-in on a free port, or on a unix socket: its address for the setting, and its behaviour."""
    scanner = Scanner()
    server = _Unix(str(socket_path), _Handler) if socket_path else _Tcp(("127.0.0.1", 0), _Handler)
    server.scanner = scanner  # type: ignore[union-attr]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield (f"unix:{socket_path}" if socket_path else f"tcp://127.0.0.1:{server.server_address[1]}"), scanner
    finally:
        scanner.woken.set()
        server.shutdown()
        server.server_close()
        thread.join()
