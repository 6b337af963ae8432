"""The side navigation leads somewhere, for everyone who is shown a line of it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from agragati.config.nav import SECTIONS, Row
from agragati.org.access import P
from tests.house.pages import WHO, World

ROWS = [row for section in SECTIONS for row in section.rows]
NAMED = {value for name, value in vars(P).items() if name.isupper()}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.address)
def test_a_line_leads_to_a_page_for_all_who_see_it(world: World, row: Row) -> None:
    assert not row.permission or row.permission in NAMED
    seen_by = [who for who in WHO if not row.permission or getattr(world.cast, who).access.may(row.permission)]
    assert seen_by, "nobody of the cast is shown this line"
    for who in seen_by:
        page = world.client(who).get(reverse(row.address))
        assert page.status_code == 200, who
        assert 'aria-current="page"' in page.content.decode()
