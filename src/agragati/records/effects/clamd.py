"""ClamAV's daemon over TCP or a unix socket: the INSTREAM command (clamd(8), section COMMANDS)."""

from __future__ import annotations

import socket
import time
from contextlib import suppress

from ..rules.scanning import CHUNK, NoVerdict, ScannerAddress, Verdict, framed, read_reply

LONGEST_REPLY = 4096


def scan_by_clamd(content: bytes, address: ScannerAddress, seconds: float) -> Verdict:
    """Send a file and wait for the verdict, `seconds` in all; raises NoVerdict when the daemon fails or is slow."""
    end = time.monotonic() + seconds
    try:
        with _line(address, seconds) as line:
            _send(line, content, end)
            return read_reply(_answer(line, end))
    except OSError as error:
        words = f"{type(error).__name__}: {error}"[:120]
        raise NoVerdict("The virus scanner does not answer: %(text)s", text=words) from error


def _line(address: ScannerAddress, seconds: float) -> socket.socket:
    if not address.path:
        return socket.create_connection((address.host, address.port), timeout=seconds)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(seconds)
    try:
        line.connect(address.path)
    except OSError:
        line.close()
        raise
    return line


def _send(line: socket.socket, content: bytes, end: float) -> None:
    """The whole file in pieces. A daemon that has heard enough (its size limit) closes: what it said is read then."""
    with suppress(BrokenPipeError, ConnectionResetError):
        line.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), CHUNK):
            _wait(line, end)
            line.sendall(framed(content[start : start + CHUNK]))
        line.sendall(framed(b""))


def _answer(line: socket.socket, end: float) -> bytes:
    found = b""
    while not found.endswith(b"\0") and len(found) < LONGEST_REPLY:
        _wait(line, end)
        piece = line.recv(1024)
        if not piece:
            break
        found += piece
    return found


def _wait(line: socket.socket, end: float) -> None:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError("it took too long")
    line.settimeout(left)
