"""Every page of the product, found without being told: accessible, not sliding sideways, and quiet.

Each page of `tests/query_counts.json` (which test_query_counts.py keeps whole) is judged by axe on a phone in the dark
and on a desk in the light; `AGRAGATI_SHOTS=folder` keeps the pictures, `AGRAGATI_LOOKS=all` takes both themes in
both widths.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser import DESK, LOOKS, PHONE
from tests.house.pages import ADDRESSES, client_of, counted
from tests.people import Cast
from tests.stage import Stage

pytestmark = pytest.mark.browser
CHOSEN = LOOKS if os.environ.get("AGRAGATI_LOOKS") == "all" else [("dark", PHONE), ("light", DESK)]
# What a console says by right.
EXPECTED = ("404", "403")


@pytest.mark.parametrize("name", sorted(counted()))
def test_a_page_is_right_in_both_themes_and_widths(stage: Stage, cast: Cast, name: str) -> None:
    stage.show(client_of(cast, counted()[name]["who"]), ADDRESSES[name].url(cast))
    faults = []
    for theme, width in CHOSEN:
        stage.look(theme, width)
        faults += [f"{theme} {width}: {fault}" for fault in stage.faults()]
        if folder := os.environ.get("AGRAGATI_SHOTS"):
            picture = f"{name.partition('(')[0].replace(':', '-')}-{theme}-{width}.png"
            stage.page.screenshot(path=Path(folder) / picture, full_page=True)
    assert faults == []
    assert [said for said in stage.complaints if not any(code in said for code in EXPECTED)] == []
