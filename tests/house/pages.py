"""Every address of the product, the rows that its ids may name, and who of the cast opens which page.

The last is found by trying and remembered in `tests/query_counts.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import pytest
from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.owned import OWNED
from tests.people import Cast
from tests.stage import fresh

COUNTS = Path(__file__).parents[1] / "query_counts.json"
WHO = ("upazila_officer", "district_officer", "divisional_officer", "reviewer", "secretary", "admin")
# Libraries with pages of their own, about nobody but the one who asks.
LIBRARIES = ("allauth.", "django.")


@dataclass(frozen=True)
class Address:
    """One address of the product."""

    name: str
    kwargs: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}({','.join(self.kwargs)})"

    def key(self, name: str) -> str:
        """Where `tests/owned.py` tells what to put for one of the ids."""
        own = f"{self.name.partition(':')[0]}:{name}"
        key = own if own in OWNED else name
        if key not in OWNED:
            pytest.fail(f"{self}: tests/owned.py does not know what to put for <{name}>. Add one line there.")
        return key


def addresses(resolver: URLResolver, space: str = "", above: tuple[str, ...] = ()) -> Iterator[Address]:
    """Every named address of our own."""
    for entry in resolver.url_patterns:
        kwargs = (*above, *(name for name in entry.pattern.converters if name not in above))
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{space}{entry.namespace}:" if entry.namespace else space, kwargs)
        elif entry.name and not getattr(entry.callback, "__module__", "").startswith(LIBRARIES):
            yield Address(f"{space}{entry.name}", kwargs)


SWEPT = sorted(set(addresses(get_resolver())), key=str)
ADDRESSES = {str(address): address for address in SWEPT}


class World:
    """The cast, what they own, and their browsers."""

    def __init__(self, cast: Cast) -> None:
        """Make a row of every kind, and sign everyone in."""
        self.cast = cast
        self._ids = {key: make(cast) for key, make in OWNED.items()}
        self._signed_in = {who: client_of(cast, who).session.session_key for who in (*WHO, "outsider")}

    def url(self, address: Address) -> str:
        """The address with the ids of rows that belong to the cast's offices."""
        return reverse(address.name, kwargs={name: self._ids[address.key(name)] for name in address.kwargs})

    def client(self, who: str) -> Client:
        """A browser of its own, signed in as one of the cast."""
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = self._signed_in[who] or ""
        return client


class Counted(TypedDict):
    """A page: who of the cast opens it, and how many questions it asks the database."""

    who: str
    queries: int


def counted() -> dict[str, Counted]:
    """The pages on file, by address."""
    found: dict[str, Counted] = json.loads(COUNTS.read_text(encoding="utf-8")) if COUNTS.exists() else {}
    return found


def is_page(answer: HttpResponseBase) -> bool:
    """A whole page for people; neither a file, data nor a piece of a page."""
    whole = b"".join(answer)  # type: ignore[call-overload]
    return answer.status_code == 200 and whole[:20].lower().startswith(b"<!doctype html>")


def client_of(cast: Cast, who: str) -> Client:
    """A client signed in as one of the cast."""
    return fresh(getattr(cast, who).user)


def who_opens(world: World, path: str) -> str | None:
    """The first of the cast who gets a page at the address; None when nobody does."""
    return next((who for who in WHO if is_page(world.client(who).get(path))), None)
