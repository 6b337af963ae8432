"""Sending a plan's working paper (কার্যপত্র) into a meeting's agenda."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.meetings.actions import NewItem, add_items
from agragati.meetings.models import AgendaItem
from agragati.meetings.selectors import meeting_to_edit
from agragati.org.access import Access

from ..selectors.working_paper import working_paper


@transaction.atomic
def send_working_paper(*, by: Access, plan_id: int, meeting_id: int, codes: Collection[str] = ()) -> list[AgendaItem]:
    """Put one item per indicator (all, or those with these codes), with its live status, on a meeting's agenda.

    An indicator that is there already is left out. Raises NotFound outside the view, Refused without the right to
    prepare the meeting, BadInput once its minutes are signed or when nothing is new.
    """
    plan, rows = working_paper(by=by, plan_id=plan_id)
    meeting = meeting_to_edit(by=by, meeting_id=meeting_id)
    items = [
        NewItem(topic=row.topic, working_paper=row.status, codes=(row.code,), about=row.about, concept=row.concept)
        for row in rows
        if not codes or row.code in codes
    ]
    made = add_items(by=by, meeting=meeting, items=items)
    if not made:
        raise BadInput("Every chosen indicator is on this agenda already.", field="meeting")
    record(by=by, deed="plans.send_working_paper", about=f"plan:{plan.pk}", label=str(plan),
           values={"meeting": meeting.pk, "items": len(made)})  # fmt: skip
    return made
