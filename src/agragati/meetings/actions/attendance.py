"""Answers to the notice, and who was there: own check-in, the secretary's list, the log of the online meeting."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.sound import same_person
from agragati.org.access import Access

from ..choices import OPEN_STATES, CameBy, MeetingState, Presence, Rsvp
from ..models import Invitation
from ..selectors.attendance import meeting_of_code, own_invitation
from ..selectors.meetings import meeting, meeting_to_edit
from .codes import newcomer

LIKELY = 0.85
MOST_LINES = 2000
LONGEST_LOG = 500_000


@transaction.atomic
def answer_invitation(*, by: Access, meeting_id: int, rsvp: str, note: str = "") -> Invitation:
    """Answer for the own post. Raises BadInput when the post is not asked, or the meeting is over."""
    here = meeting(by=by, meeting_id=meeting_id)
    row = own_invitation(by=by, meeting=here)
    if row is None:
        raise NotFound("Your post is not invited to this meeting.")
    if here.state not in OPEN_STATES[:3] or rsvp not in Rsvp.values or rsvp == Rsvp.NONE:
        raise BadInput("Answers are taken until the meeting is over.", field="rsvp")
    row.rsvp, row.rsvp_note, row.rsvp_at = rsvp, note.strip()[:300], timezone.now()
    row.save(update_fields=["rsvp", "rsvp_note", "rsvp_at"])
    record(by=by, deed="meetings.answer_invitation", about=f"meeting:{here.pk}", label=here.title,
           values={"rsvp": rsvp})  # fmt: skip
    return row


@transaction.atomic
def check_in(*, by: Access, code: str, online: bool = False) -> Invitation:
    """Note oneself as present by the code shown in the room. Someone of the office not yet on the list is added."""
    by.require_signed_in()
    if by.post_id is None:
        raise BadInput("You hold no post at present.", field="code")
    here = meeting_of_code(by=by, code=code)
    row = own_invitation(by=by, meeting=here) or newcomer(by=by, meeting_id=here.pk)
    row.presence = Presence.ONLINE if online else Presence.PRESENT
    row.came_by, row.came_at = CameBy.SELF, row.came_at or timezone.now()
    row.save()
    record(by=by, deed="meetings.check_in", about=f"meeting:{here.pk}", label=here.title)
    return row


@transaction.atomic
def note_presence(*, by: Access, meeting_id: int, presence: Mapping[int, str]) -> int:
    """Write the secretary's list: presence by number of the invitation. Returns how many were changed."""
    here = meeting_to_edit(by=by, meeting_id=meeting_id)
    if here.state in {MeetingState.PLANNED, MeetingState.NOTICED}:
        raise BadInput("Start the meeting first.")
    rows = list(Invitation.objects.filter(meeting=here, pk__in=presence))
    changed = [row for row in rows if row.presence != presence[row.pk] and presence[row.pk] in Presence.values]
    for row in changed:
        row.presence, row.came_by = presence[row.pk], CameBy.LIST
        row.came_at = timezone.now() if row.presence in {Presence.PRESENT, Presence.ONLINE} else None
    Invitation.objects.bulk_update(changed, ["presence", "came_by", "came_at"])
    record(by=by, deed="meetings.note_presence", about=f"meeting:{here.pk}", label=here.title,
           values={str(row.pk): row.presence for row in changed})  # fmt: skip
    return len(changed)


@transaction.atomic
def import_log(*, by: Access, meeting_id: int, text: str) -> tuple[int, list[str]]:
    """Read a participant log (one name a line, or CSV with the name first) and note those as present online.

    Names are matched by sound. Returns how many were noted and the lines that nobody on the list answers to.
    """
    here = meeting_to_edit(by=by, meeting_id=meeting_id)
    if len(text) > LONGEST_LOG:
        raise BadInput("The log is too long.", field="log")
    rows = list(Invitation.objects.filter(meeting=here).exclude(name=""))
    unknown, found = [], []
    for name in _names(text):
        best = max(rows, key=lambda row: same_person(row.name, name), default=None)
        if best is None or same_person(best.name, name) < LIKELY:
            unknown.append(name)
        elif best not in found and best.presence != Presence.PRESENT:
            found.append(best)
    for row in found:
        row.presence, row.came_by, row.came_at = Presence.ONLINE, CameBy.LOG, timezone.now()
    Invitation.objects.bulk_update(found, ["presence", "came_by", "came_at"])
    record(by=by, deed="meetings.import_log", about=f"meeting:{here.pk}", label=here.title,
           values={"noted": len(found), "unknown": unknown[:100]})  # fmt: skip
    return len(found), unknown


def _names(text: str) -> list[str]:
    lines = text.replace("\t", ",").splitlines()[:MOST_LINES]
    cells = [row[0].strip() for row in csv.reader(io.StringIO("\n".join(lines))) if row]
    titles = {"name", "name (original name)", "full name", "participant", "নাম"}
    return list(dict.fromkeys(cell for cell in cells if cell and cell.lower() not in titles))
