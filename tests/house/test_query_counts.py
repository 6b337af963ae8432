"""What every page costs in questions to the database, written down and kept.

Every address is opened as a system administrator of the cast's own line, once with one set of rows. A page that asks
more than `tests/query_counts.json` says fails; after a change that is meant, write the file anew with
`AGRAGATI_COUNTS=write ./test tests/house/test_query_counts.py -n0`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.house.test_outsider_sweep import SWEPT, Address
from tests.people import Cast

FILE = Path(__file__).parents[1] / "query_counts.json"
WRITING = os.environ.get("AGRAGATI_COUNTS") == "write"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
MOST = 60


def known() -> dict[str, int]:
    return json.loads(FILE.read_text()) if FILE.exists() else {}


def cost(address: Address, cast: Cast) -> int | None:
    """Questions asked by a GET of the address; None when it has no page to show (405, redirect, refusal)."""
    client = Client()
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    url = address.url(cast)
    client.get("/language/")  # the session is read once before we count
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(url)
        if answer.streaming:
            b"".join(answer)
    return len(asked) if answer.status_code == 200 else None


@pytest.mark.parametrize("address", SWEPT, ids=str)
def test_a_page_asks_no_more_than_is_written_down(address: Address, cast: Cast) -> None:
    found = cost(address, cast)
    if found is None:
        return
    if WRITING:
        counts = known() | {str(address): found}
        FILE.write_text(json.dumps(dict(sorted(counts.items())), indent=1) + "\n")
    allowed = known().get(str(address), MOST)
    assert found <= allowed, f"{address} asks {found} times; {allowed} are written down"
    assert found <= MOST


def test_nothing_written_down_is_left_over() -> None:
    assert set(known()) - {str(address) for address in SWEPT} == set()
