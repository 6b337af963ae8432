"""The blank entry sheet: every indicator with its target, nothing that was entered, as PDF and DOCX."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from django.test import Client

from agragati.kernel.errors import BadInput, NotFound
from agragati.papers.rules.blocks import Table
from agragati.plans.models import Plan
from agragati.plans.selectors.blank_form import blank_form
from tests.people import Cast
from tests.plans.test_actions import add, plan  # noqa: F401
from tests.plans.test_pages import BACKEND


def test_every_row_has_its_target_and_empty_places(cast: Cast, plan: Plan) -> None:
    by = cast.divisional_officer.access
    before = blank_form(by=by, plan_id=plan.pk, quarter=2)
    add(cast, plan, "1.4.1", date(2021, 8, 25), text="গোপন বিবরণ")
    assert blank_form(by=by, plan_id=plan.pk, quarter=2) == before
    table = next(block for block in before.blocks if isinstance(block, Table))
    rows = [line for line in table.rows if len(line.cells) > 1]
    assert len(rows) == plan.indicators.count()
    assert all(line.height > 12 and not line.cells[5].text and not line.cells[7].text for line in rows)
    asked = {str(line.cells[0].text): str(line.cells[4].text) for line in rows}
    assert (asked["[১.৫.১]"], asked["[২.২.১]"]) == ("লব:\nহর:", "সংখ্যা:")
    with pytest.raises(NotFound):
        blank_form(by=cast.outsider.access, plan_id=plan.pk, quarter=1)
    with pytest.raises((BadInput, ValueError)):
        blank_form(by=by, plan_id=plan.pk, quarter=7)


def test_the_page_offers_both_files(cast: Cast, plan: Plan, client: Client) -> None:
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    where = f"/plans/{plan.pk}/report/2/"
    page = client.get(where).content.decode()
    for form in ("pdf", "docx"):
        assert f"{where}blank/{form}/" in page
    assert client.get(f"{where}blank/pdf/").content.startswith(b"%PDF")
    kept = zipfile.ZipFile(io.BytesIO(client.get(f"{where}blank/docx/").content))
    assert "অগ্রগতি সংগ্রহ ফরম" in kept.read("word/document.xml").decode()
