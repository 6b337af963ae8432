"""Taking in minutes that already exist: read, shown for confirmation, and only then made live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise, search_key
from agragati.org.access import Access, P
from agragati.org.selectors import own_office
from agragati.records.actions import keep_file

from ..choices import CameBy, Layout, MeetingState, Presence
from ..models import AgendaItem, ImportDraft, Invitation, Meeting
from ..selectors.importing import import_draft
from ..selectors.opening import read_paper_of_minutes
from .agenda import NewItem, add_items
from .decisions import DecisionDraft, decide
from .life import seal_imported

KEPT_DAYS = 7
MOST_BLOCKS = 5000


@dataclass(frozen=True)
class ImportedItem:
    """One matter as confirmed, with its decisions."""

    topic: str
    discussion: str = ""
    codes: tuple[str, ...] = ()
    decisions: tuple[DecisionDraft, ...] = ()


@dataclass(frozen=True)
class ImportedMeeting:
    """Minutes as a person confirmed them. `present` are (name, designation, role)."""

    title: str
    day: date
    at: time
    place: str
    chair: str
    secretary: str = ""
    section: str = ""
    layout: str = Layout.FIVE
    memo_no: str = ""
    issue_date: date | None = None
    distribution: str = ""
    present: tuple[tuple[str, str, str], ...] = ()
    items: tuple[ImportedItem, ...] = ()
    printed: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def read_file(*, by: Access, name: str, content: bytes) -> ImportDraft:
    """Read a file of minutes and keep what was found for its reader to confirm; no meeting is made yet.

    Raises BadInput at the field "file" when it cannot be read or is no minutes (with what was found).
    """
    here = own_office(by=by)
    by.require(P.MEETING_RUN, here.path)
    try:
        blocks, minutes = read_paper_of_minutes(content)
    except BadInput as error:
        raise BadInput(error.key, field="file", **error.params) from error
    found = [
        _alone(meeting.as_json()) | {"printed": meeting.printed.as_json()} for meeting in (minutes, *minutes.others)
    ]
    if all(_is_not_minutes(one) for one in found):
        said = next(doubt["message"] for doubt in found[0]["warnings"] if doubt["rule"] == "not_minutes")
        raise BadInput("%(what)s", field="file", what=said)
    draft = ImportDraft.objects.create(
        office=here, owner_id=by.user_id or 0, name=name[:200], content=content, found=found,
        blocks=[{"text": block.text, "rows": block.rows, "page": block.page} for block in blocks[:MOST_BLOCKS]],
    )  # fmt: skip
    record(by=by, deed="meetings.read_file", about=f"import:{draft.pk}", label=draft.name,
           values={"meetings": len(found)})  # fmt: skip
    return draft


def _alone(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key != "others"}


def _is_not_minutes(found: Mapping[str, Any]) -> bool:
    return any(doubt["rule"] == "not_minutes" for doubt in found["warnings"])


@transaction.atomic
def discard_import(*, by: Access, draft_id: int) -> None:
    """Forget a file that was read."""
    draft = import_draft(by=by, draft_id=draft_id)
    record(by=by, deed="meetings.discard_import", about=f"import:{draft.pk}", label=draft.name)
    draft.delete()


@transaction.atomic
def sweep_imports(*, by: Access) -> int:
    """Forget files that nobody confirmed for a week. Returns how many."""
    by.require(P.MEETING_RUN)
    old = timezone.now() - timedelta(days=KEPT_DAYS)
    return ImportDraft.objects.filter(made_at__lt=old).delete()[0]


@transaction.atomic
def confirm_import(*, by: Access, draft_id: int, place: int, minutes: ImportedMeeting) -> Meeting:
    """Make the meeting, its decisions and their duties from what a person confirmed; the file stays with it.

    `place` says which of the file's meetings it is. Raises BadInput when that one was taken in before, or the office
    already has this meeting.
    """
    draft = import_draft(by=by, draft_id=draft_id)
    by.require(P.MEETING_RUN, draft.office.path)
    if place in draft.taken:
        raise BadInput("This meeting was taken in already.")
    made = _meeting(by, draft, minutes)
    _people(made, minutes)
    made.printed["untitled"] = [place for item in minutes.items if (place := _item(by, made, item)) and not item.topic]
    made.save(update_fields=["printed"])
    made = seal_imported(by=by, meeting=made, memo_no=minutes.memo_no, day=minutes.issue_date)
    draft.taken = [*draft.taken, place]
    if len(draft.taken) == len(draft.found):
        draft.delete()
    else:
        draft.save(update_fields=["taken"])
    record(by=by, deed="meetings.confirm_import", about=f"meeting:{made.pk}", label=made.title,
           values={"items": len(minutes.items), "memo_no": minutes.memo_no})  # fmt: skip
    return made


def _meeting(by: Access, draft: ImportDraft, minutes: ImportedMeeting) -> Meeting:
    title = normalise(minutes.title).strip()[:300]
    if not title:
        raise BadInput("Write the title of the meeting.", field="title")
    starts = timezone.make_aware(datetime.combine(minutes.day, minutes.at))
    if Meeting.objects.filter(office=draft.office, title=title, starts_at=starts).exists():
        raise BadInput("The office already has this meeting.", field="title")
    kept = keep_file(by=by, office=draft.office, name=draft.name, content=bytes(draft.content), about="import")
    return Meeting.objects.create(
        office=draft.office, title=title, state=MeetingState.DRAFT, starts_at=starts, layout=minutes.layout,
        place=normalise(minutes.place).strip()[:250], chair=normalise(minutes.chair).strip()[:300],
        secretary=normalise(minutes.secretary).strip()[:300], section=normalise(minutes.section).strip()[:200],
        distribution=normalise(minutes.distribution).strip(), imported_from=kept, search_key=search_key(title),
        made_by_id=by.user_id, is_demo=draft.office.is_demo, printed=dict(minutes.printed),
        opening="\n".join(minutes.printed.get("opening", [])), closing=minutes.printed.get("closing", ""),
    )  # fmt: skip


def _people(made: Meeting, minutes: ImportedMeeting) -> None:
    Invitation.objects.bulk_create(
        Invitation(meeting=made, position=at, name=(name or "")[:200], designation=(designation or "")[:250],
                   role=(role or "")[:60], presence=Presence.PRESENT, came_by=CameBy.PAPER)
        for at, (name, designation, role) in enumerate(minutes.present, 1)
        if name or designation
    )  # fmt: skip


def _item(by: Access, made: Meeting, item: ImportedItem) -> int:
    """Make one matter with its decisions; its place on the agenda, 0 when it says nothing."""
    topic = item.topic or (item.decisions[0].text[:120] if item.decisions else item.discussion[:120])
    if not topic:
        return 0
    [row] = add_items(by=by, meeting=made, items=[NewItem(topic=topic, codes=item.codes)])
    if item.discussion:
        AgendaItem.objects.filter(pk=row.pk).update(discussion=normalise(item.discussion).strip())
    held_on = timezone.localtime(made.starts_at).date()
    for draft in item.decisions:
        past = draft.committed_due is not None and draft.committed_due < held_on
        decide(by=by, item_id=row.pk, draft=replace(draft, committed_due=None) if past else draft)
    return row.position
