"""A plan's working paper for a meeting: live status by indicator, and the meetings it may be sent to."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from agragati.meetings.access import may_run
from agragati.meetings.choices import OPEN_STATES
from agragati.meetings.models import Meeting
from agragati.org.access import Access, P

from ..models import Plan
from ..rules.working_paper import Standing, status_text, topic_of
from .evidence import evidence_states
from .meeting_facts import about_row
from .sheets import plan_sheet

MOST = 100


@dataclass(frozen=True)
class PaperRow:
    """One matter of the working paper; `about` ties it to the indicator."""

    indicator_id: int
    code: str
    concept: str
    topic: str
    status: str

    @property
    def about(self) -> str:
        """The label under which the meeting keeps the indicator."""
        return about_row(self.indicator_id)


def working_paper(*, by: Access, plan_id: int) -> tuple[Plan, list[PaperRow]]:
    """Every indicator of a plan the reader may see, with what stands today."""
    sheet = plan_sheet(by=by, plan_id=plan_id)
    states = evidence_states(by=by, indicators=[row.record for row in sheet.rows if row.events])
    rows = [
        PaperRow(
            row.record.pk, row.indicator.code, row.indicator.concept, topic_of(row.scored),
            status_text(Standing(row.scored, row.next_band,
                                 states[row.record.pk].missing if row.record.pk in states else ())),
        )
        for row in sheet.rows
    ]  # fmt: skip
    return sheet.plan, rows


def meetings_to_fill(*, by: Access, plan: Plan) -> list[Meeting]:
    """Open meetings of the plan's office, or of the reader's own, whose agenda the reader prepares; soonest first."""
    if not by.may(P.MEETING_RUN):
        return []
    rows = Meeting.objects.visible_to(by).filter(state__in=OPEN_STATES)
    rows = rows.filter(Q(office_id=plan.office_id) | Q(office_id=by.office_id or 0))
    found = rows.select_related("office__area").order_by("starts_at", "pk")[:MOST]
    return [meeting for meeting in found if may_run(by, meeting)]


def meeting_words(meeting: Meeting) -> str:
    """A meeting to choose: its day and title."""
    return f"{timezone.localtime(meeting.starts_at):%d/%m/%Y} · {meeting.title}"
