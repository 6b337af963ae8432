"""While the meeting runs: which matter is at hand and for how long, what came of it, what goes on next time."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access
from agragati.records.actions import keep_file
from agragati.records.models import Attachment

from ..choices import GOES_ON, OPEN_STATES, MeetingState, Outcome
from ..models import AgendaItem, Decision, Meeting
from ..selectors.meetings import item_to_edit, meeting_to_edit


@dataclass(frozen=True)
class ItemTerms:
    """How a matter stands on the agenda. `minutes` planned, None = not said."""

    section: str = ""
    presenter: str = ""
    minutes: int | None = None
    is_pinned: bool = False
    outcome: str = ""


@transaction.atomic
def set_terms(*, by: Access, item_id: int, terms: ItemTerms) -> AgendaItem:
    """Say under which heading a matter stands, who presents it, whether it is pinned and what came of it.

    Raises BadInput for "decided" without a decision.
    """
    row = item_to_edit(by=by, item_id=item_id)
    if terms.outcome == Outcome.DECIDED and not Decision.objects.filter(item=row).exists():
        raise BadInput("Write the decision first.", field="outcome")
    row.section, row.presenter = normalise(terms.section).strip()[:120], normalise(terms.presenter).strip()[:250]
    row.minutes, row.is_pinned, row.outcome = terms.minutes, terms.is_pinned, terms.outcome
    row.save(update_fields=["section", "presenter", "minutes", "is_pinned", "outcome"])
    record(by=by, deed="meetings.set_terms", about=f"agenda_item:{row.pk}", label=row.topic[:200],
           values={"outcome": row.outcome, "section": row.section, "is_pinned": row.is_pinned})  # fmt: skip
    return row


@transaction.atomic
def take_up_item(*, by: Access, meeting_id: int, item_id: int | None) -> AgendaItem | None:
    """Turn to a matter of the running meeting; the one before is put aside with its time. None ends the last."""
    held = meeting_to_edit(by=by, meeting_id=meeting_id)
    if held.state != MeetingState.IN_PROGRESS:
        raise BadInput("The meeting is not running.")
    now = timezone.now()
    for row in AgendaItem.objects.filter(meeting=held, begun_at__isnull=False).exclude(pk=item_id or 0):
        row.spent += int((now - (row.begun_at or now)).total_seconds())
        row.begun_at = None
        row.save(update_fields=["spent", "begun_at"])
    taken = AgendaItem.objects.filter(meeting=held, pk=item_id or 0).first()
    if taken is not None and taken.begun_at is None:
        taken.begun_at = now
        taken.save(update_fields=["begun_at"])
    record(by=by, deed="meetings.take_up_item", about=f"meeting:{held.pk}", label=taken.topic[:200] if taken else "")
    return taken


@transaction.atomic
def carry_open_matters(*, by: Access, meeting_id: int, to_meeting_id: int) -> int:
    """Put what stayed open or was left out, and what is pinned, on the next meeting's agenda. Done twice it is once.

    Returns how many came over.
    """
    target = meeting_to_edit(by=by, meeting_id=to_meeting_id)
    have = AgendaItem.objects.filter(meeting=target)
    carried = set(have.values_list("carried_from_id", flat=True))
    standing = set(have.values_list("topic", flat=True))
    rows = AgendaItem.objects.filter(meeting_id=meeting_id)
    open_rows = [row for row in rows if row.outcome in GOES_ON or row.is_pinned]
    new = [row for row in open_rows if row.pk not in carried and row.topic not in standing]
    place = max([*have.values_list("position", flat=True), 0])
    AgendaItem.objects.bulk_create(_carried(row, target, place + at) for at, row in enumerate(new, 1))
    if new:
        record(by=by, deed="meetings.carry_open_matters", about=f"meeting:{target.pk}", label=target.title,
               values={"from": meeting_id, "items": [row.pk for row in new]})  # fmt: skip
    return len(new)


def _carried(row: AgendaItem, target: Meeting, position: int) -> AgendaItem:
    return AgendaItem(
        office_id=target.office_id, meeting=target, position=position, topic=row.topic, presenter=row.presenter,
        minutes=row.minutes, codes=row.codes, about=row.about, concept=row.concept, kind=row.kind,
        working_paper=row.discussion, carried_from=row, section=row.section, is_pinned=row.is_pinned,
    )  # fmt: skip


@transaction.atomic
def carry_to_next(*, by: Access, meeting: Meeting) -> int:
    """Carry the open matters of a signed meeting to the next planned one of its series, when there is one."""
    rows = Meeting.objects.filter(series_id=meeting.series_id or 0, starts_at__gt=meeting.starts_at)
    following = rows.filter(state__in=OPEN_STATES[:2]).order_by("starts_at").first()
    if following is None:
        return 0
    return carry_open_matters(by=by, meeting_id=meeting.pk, to_meeting_id=following.pk)


@transaction.atomic
def attach_to_item(*, by: Access, item_id: int, name: str, content: bytes) -> Attachment:
    """Keep a paper with a matter of an open meeting; raises BadInput at "file"."""
    row = item_to_edit(by=by, item_id=item_id)
    return keep_file(by=by, office=row.office, name=name, content=content, about=f"agenda_item:{row.pk}")
