"""The address the web server is asked to serve at."""

from __future__ import annotations

import errno
import socket
from dataclasses import dataclass

from .trouble import Trouble

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104 (only compared with)


@dataclass(frozen=True)
class Address:
    """Host and port."""

    host: str
    port: int

    @property
    def here(self) -> str:
        """The host by which this machine reaches it."""
        return EVERYWHERE.get(self.host, self.host)

    @property
    def url(self) -> str:
        """What to type into the browser."""
        shown = f"[{self.here}]" if ":" in self.here else self.here
        return f"http://{shown}:{self.port}/"

    def check_free(self) -> None:
        """Raise Trouble when the port is taken or the host is not this machine's."""
        try:
            family, kind, protocol, _, where = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)[0]
            with socket.socket(family, kind, protocol) as trial:
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                trial.bind(where)
        except OSError as error:
            raise self._why(error) from error

    def _why(self, error: OSError) -> Trouble:
        if error.errno == errno.EADDRINUSE:
            return Trouble(
                f"{self.port} নম্বর পোর্টটি অন্য প্রোগ্রাম ব্যবহার করছে; অন্য পোর্ট দিন: PORT={self.port + 1} ./run",
                f"Port {self.port} is used by another program; choose another: PORT={self.port + 1} ./run",
            )
        if error.errno == errno.EACCES:
            return Trouble(
                f"{self.port} নম্বর পোর্ট ব্যবহারের অধিকার নেই; ১০২৪-এর উপরের পোর্ট দিন: PORT=8000 ./run",
                f"You may not use port {self.port}; choose one above 1024: PORT=8000 ./run",
            )
        return Trouble(
            f"{self.host} এই যন্ত্রের ঠিকানা নয়; HOST ঠিক করুন।", f"{self.host} is no address of this machine; check HOST."
        )
