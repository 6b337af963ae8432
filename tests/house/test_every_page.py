"""Every page of the product, found without being told: accessible, not sliding sideways, and quiet.

Each page of `tests/query_counts.json` (which test_query_counts.py keeps whole) is judged by axe on a phone in the dark
and on a desk in the light; `AGRAGATI_SHOTS=folder` keeps the pictures, `AGRAGATI_LOOKS=all` takes both themes in
both widths.
"""

from __future__ import annotations

import pytest

from tests.house.pages import ADDRESSES, World, counted
from tests.stage import CHOSEN, Stage

pytestmark = pytest.mark.browser
# What a console says by right.
EXPECTED = ("404", "403")


@pytest.mark.parametrize("name", sorted(counted()))
def test_a_page_is_right_in_both_themes_and_widths(stage: Stage, world: World, name: str) -> None:
    stage.show(world.client(counted()[name]["who"]), world.url(ADDRESSES[name]))
    picture = name.partition("(")[0].replace(":", "-")
    assert stage.judged(CHOSEN, picture, EXPECTED) == []
