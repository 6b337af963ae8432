"""The address to serve at, and what is said when it cannot be had."""

from __future__ import annotations

import socket

import pytest

from agragati.config.launch.address import Address
from agragati.config.launch.trouble import Trouble


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:8000/"), ("0.0.0.0", "http://127.0.0.1:8000/"), ("::", "http://[::1]:8000/")],
)
def test_the_address_shown_is_one_a_browser_can_open(host: str, url: str) -> None:
    assert Address(host, 8000).url == url


def test_a_busy_port_gets_one_sentence_with_the_way_out() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Trouble) as trouble:
            Address("127.0.0.1", port).check_free()
    assert trouble.value.en == f"Port {port} is used by another program; choose another: PORT={port + 1} ./run"
    assert f"PORT={port + 1} ./run" in trouble.value.bn
    Address("127.0.0.1", port).check_free()


def test_a_foreign_host_gets_one_sentence() -> None:
    with pytest.raises(Trouble, match=r"192\.0\.2\.7 is no address of this machine"):
        Address("192.0.2.7", 8000).check_free()
