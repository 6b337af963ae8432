"""The papers of a meeting say what was typed, in each of the three layouts; the demo makes them too."""

from __future__ import annotations

import pytest
from tests.meetings.made import MEMO, decided, ready
from tests.people import Cast

from agragati.meetings import actions, selectors
from agragati.meetings.models import DecisionDuty, Meeting
from agragati.org.access import system
from agragati.org.models import Office
from agragati.papers.rules.blocks import Table


@pytest.mark.parametrize(("layout", "columns"), [("3", 3), ("4", 4), ("5", 5)])
def test_minutes_are_printed_in_three_layouts(cast: Cast, layout: str, columns: int) -> None:
    row = decided(cast)
    Meeting.objects.filter(pk=row.meeting_id).update(layout=layout)
    by = cast.district_officer.access
    meeting = selectors.meeting(by=by, meeting_id=row.meeting_id)
    paper = selectors.minutes_paper(by=by, meeting=meeting)
    table = next(block for block in paper.blocks if isinstance(block, Table))
    texts = [str(cell.text) for cell in table.rows[0].cells]
    assert len(table.columns) == columns
    assert any("(সময়সীমা: ১১/০৮/২০২৬)" in text for text in texts)
    assert ("সকল উপজেলা কার্যালয়" in texts) == (layout != "3")
    assert paper.annexes[0].title.startswith("পরিশিষ্ট-ক")
    assert dict(paper.meta)["সভার সময়"] == "সকাল ১১.০০ ঘটিকা"
    assert paper.watermark == "খসড়া"


def test_the_notice_names_agenda_and_addressees(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    actions.notify(by=by, meeting_id=made.pk, memo_no=MEMO)
    text = str(selectors.notice_paper(by=by, meeting=made))
    for words in ("তথ্য বাতায়ন হালনাগাদ", "উপজেলা কর্মকর্তা, উপজেলা কার্যালয়, পুঠিয়া", MEMO, "২৭ জুলাই ২০২৬"):
        assert words in text


def test_the_demo_is_made_once(cast: Cast) -> None:
    Office.objects.update(is_demo=True)
    count = actions.load_demo_meetings(by=system("test"))
    assert count > 1
    assert actions.load_demo_meetings(by=system("test")) == count
    assert DecisionDuty.objects.filter(answered_at__isnull=False).exists()
