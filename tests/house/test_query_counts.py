"""Every page asks the database a counted number of questions, written down in `tests/query_counts.json`.

A page that asks more than is written fails; a new page is written down with
`AGRAGATI_COUNT=write ./test tests/house/test_query_counts.py -n 0`, where the reviewer of a change sees the figure.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.house.pages import ADDRESSES, COUNTS, Counted, World, counted, is_page, who_opens

WRITES = os.environ.get("AGRAGATI_COUNT") == "write"
ON_FILE = counted()
found: dict[str, Counted] = {}


@pytest.fixture(scope="module", autouse=True)
def _written_down() -> Iterator[None]:
    yield
    if WRITES:
        COUNTS.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_a_page_asks_no_more_than_is_written(world: World, name: str) -> None:
    path = world.url(ADDRESSES[name])
    who = ON_FILE[name]["who"] if name in ON_FILE and not WRITES else who_opens(world, path)
    if who is None:
        return
    client = world.client(who)
    client.get(path)  # what is asked once per process is not the page's
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert is_page(answer), f"{who} no longer opens {name}: {answer.status_code}"
    found[name] = {"who": who, "queries": len(asked)}
    if not WRITES:
        assert name in ON_FILE, f"{name} is not counted yet: {len(asked)} questions as {who}"
        told = "\n".join(query["sql"][:160] for query in asked.captured_queries)
        assert len(asked) <= ON_FILE[name]["queries"], told


def test_the_file_names_only_addresses_that_exist() -> None:
    assert set(found if WRITES else ON_FILE) <= set(ADDRESSES)
    assert ON_FILE or WRITES
