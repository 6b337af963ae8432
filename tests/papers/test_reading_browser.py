"""The pages of papers that were read, in a real browser: not wider than a phone, and right for every reader."""

from __future__ import annotations

import pytest

from agragati.papers.actions import reading as deeds
from agragati.papers.models import ReadPage
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.tasks import read_paper_pages
from tests.people import Cast
from tests.stage import CHOSEN, Stage, fresh

from .samples import minutes_sample

pytestmark = pytest.mark.browser


def test_pages_of_reading_are_right(stage: Stage, cast: Cast) -> None:
    by = cast.upazila_officer.access
    made = deeds.hand_in_paper(by=by, office=cast.upazila, name="কার্যবিবরণী.pdf", content=to_pdf(minutes_sample(5)))
    read_paper_pages(reading_id=made.pk)
    page = ReadPage.objects.get(reading=made, number=1)
    page.source, page.confidence, page.warnings = "ocr", 0.81, ["This page cannot be shown."]
    page.blocks[0]["doubtful"] = ["গণপ্রজাতন্ত্রী", "সরকার"]
    page.save()
    client = fresh(cast.upazila_officer.user)
    for name, path in (("list", ""), ("paper", f"{made.pk}/"), ("confirm", f"{made.pk}/1/")):
        stage.show(client, f"/papers/read/{path}")
        assert stage.judged(CHOSEN, f"reading-{name}") == [], name
