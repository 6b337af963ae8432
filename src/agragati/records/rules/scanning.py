"""What a virus scanner may answer, and the words of clamd's protocol."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agragati.kernel.errors import AgragatiError

CHUNK = 64 * 1024


@dataclass(frozen=True)
class Verdict:
    """The answer of a scanner on one file: whether it is infected, and by what."""

    infected: bool
    name: str = ""


class NoVerdict(AgragatiError):
    """The scanner cannot be reached, is too slow, or cannot judge this file: the file stays unscanned."""


@dataclass(frozen=True)
class ScannerAddress:
    """Where a scanner listens: a unix socket's `path`, or `host` and `port`."""

    path: str = ""
    host: str = ""
    port: int = 0


def read_address(text: str) -> ScannerAddress | None:
    """`unix:/run/clamav/clamd.ctl` or `tcp://host:3310` as an address; None for "" (no scanner).

    Raises NoVerdict for anything else, so that a slip in the setting never looks like a clean file.
    """
    wanted = text.strip()
    if not wanted:
        return None
    if wanted.startswith("unix:") and len(wanted) > len("unix:"):
        return ScannerAddress(path=wanted.removeprefix("unix:").removeprefix("//"))
    found = re.fullmatch(r"tcp://(\[[0-9a-fA-F:]+\]|[^\s:/\[\]]+)(?::([0-9]{1,5}))?", wanted)
    if found is None:
        raise NoVerdict("The address of the virus scanner cannot be read: %(text)s", text=wanted)
    return ScannerAddress(host=found[1].strip("[]"), port=int(found[2] or 3310))


def framed(piece: bytes) -> bytes:
    """A piece as INSTREAM sends it: its length in four bytes, big end first; the empty piece ends the file."""
    return len(piece).to_bytes(4, "big") + piece


def read_reply(reply: bytes) -> Verdict:
    """clamd's answer to INSTREAM: `stream: OK`, `stream: NAME FOUND`; raises NoVerdict for any other."""
    text = reply.rstrip(b"\0\n").decode("utf-8", "replace").strip()
    if text == "stream: OK":
        return Verdict(infected=False)
    found = re.fullmatch(r"stream: (.+) FOUND", text)
    if found is None:
        raise NoVerdict("The virus scanner could not judge the file: %(text)s", text=text[:120] or "—")
    return Verdict(infected=True, name=found[1][:120])
