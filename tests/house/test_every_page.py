"""Every page of the product, found without being told: accessible, not sliding sideways, and quiet.

Each address is opened by the first of the cast who may, and judged by axe on a phone in the dark and on a desk in
the light; `AGRAGATI_SHOTS=folder` keeps the pictures, `AGRAGATI_LOOKS=all` takes both themes in both widths.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.http import HttpResponseBase
from django.test import Client

from tests.browser import DESK, LOOKS, PHONE
from tests.house.test_outsider_sweep import SWEPT, Address
from tests.people import Cast
from tests.stage import Stage, fresh

pytestmark = pytest.mark.browser
CHOSEN = LOOKS if os.environ.get("AGRAGATI_LOOKS") == "all" else [("dark", PHONE), ("light", DESK)]
# Addresses that no one of the cast can open with the row of tests/owned.py, each with its reason.
NOT_OPENED: dict[str, str] = {}
# What a console says by right.
EXPECTED = ("404", "403")


def is_page(answer: HttpResponseBase) -> bool:
    """A whole page for people; neither a file, data nor a piece of a page."""
    whole = b"".join(answer)  # type: ignore[call-overload]
    return answer.status_code == 200 and whole[:20].lower().startswith(b"<!doctype html>")


def who_may(address: Address, cast: Cast) -> tuple[Client | None, str, list[int]]:
    """The first of the cast who gets an answer, the path, and the answers of all before."""
    path, seen = address.url(cast), list[int]()
    people = (cast.upazila_officer, cast.district_officer, cast.divisional_officer, cast.reviewer, cast.secretary)
    for person in (*people, cast.admin):
        client = fresh(person.user)
        answer = client.get(path)
        seen.append(answer.status_code)
        if is_page(answer):
            return client, path, seen
    return None, path, seen


@pytest.mark.parametrize("address", SWEPT, ids=str)
def test_a_page_is_right_in_both_themes_and_widths(stage: Stage, cast: Cast, address: Address) -> None:
    client, path, seen = who_may(address, cast)
    if client is None:
        opened = {200, 301, 302, 401, 405} & set(seen)
        assert opened or address.name in NOT_OPENED, f"nobody of the cast opens {address}: {seen}"
        return
    stage.show(client, path)
    faults = []
    for theme, width in CHOSEN:
        stage.look(theme, width)
        faults += [f"{theme} {width}: {fault}" for fault in stage.faults()]
        if folder := os.environ.get("AGRAGATI_SHOTS"):
            name = f"{address.name.replace(':', '-')}-{theme}-{width}.png"
            stage.page.screenshot(path=Path(folder) / name, full_page=True)
    assert faults == []
    assert [said for said in stage.complaints if not any(code in said for code in EXPECTED)] == []
