"""Which of the cast opens which page: found by trying, remembered in `tests/query_counts.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

from django.http import HttpResponseBase
from django.test import Client

from tests.house.test_outsider_sweep import SWEPT, Address
from tests.people import Cast
from tests.stage import fresh

COUNTS = Path(__file__).parents[1] / "query_counts.json"
WHO = ("upazila_officer", "district_officer", "divisional_officer", "reviewer", "secretary", "admin")


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


def who_opens(address: Address, cast: Cast, path: str) -> str | None:
    """The first of the cast who gets a page at the address; None when nobody does."""
    return next((who for who in WHO if is_page(client_of(cast, who).get(path))), None)


ADDRESSES = {str(address): address for address in SWEPT}
