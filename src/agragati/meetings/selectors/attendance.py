"""Who is asked, who answered and who came."""

from __future__ import annotations

from dataclasses import dataclass

from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.org.access import Access

from ..choices import InviteKind, MeetingState, Presence, Rsvp
from ..models import Invitation, Meeting

CAME = (Presence.PRESENT, Presence.ONLINE)


@dataclass(frozen=True)
class Attendance:
    """The list and its counts. `short` is how many members are missing to the quorum; 0 = reached or none set."""

    rows: list[Invitation]
    members: int
    members_present: int
    present: int
    online: int
    apologies: int
    silent: int
    quorum: int

    @property
    def short(self) -> int:
        """Members missing to the quorum."""
        return max(self.quorum - self.members_present, 0)


def attendance(*, by: Access, meeting: Meeting) -> Attendance:
    """Everyone of a meeting already fetched as visible, in the order of the list."""
    by.require_signed_in()
    rows = list(Invitation.objects.filter(meeting=meeting).select_related("post__office"))
    members = [row for row in rows if row.kind == InviteKind.MEMBER]
    return Attendance(
        rows=rows,
        members=len(members),
        members_present=sum(row.presence in CAME for row in members),
        present=sum(row.presence in CAME for row in rows),
        online=sum(row.presence == Presence.ONLINE for row in rows),
        apologies=sum(row.rsvp in {Rsvp.APOLOGY, Rsvp.NO} for row in rows),
        silent=sum(row.rsvp == Rsvp.NONE for row in rows),
        quorum=meeting.quorum,
    )


def own_invitation(*, by: Access, meeting: Meeting) -> Invitation | None:
    """The reader's own invitation to a meeting; None when the post is not asked."""
    return Invitation.objects.filter(meeting=meeting, post_id=by.post_id or 0).first()


def meeting_of_code(*, by: Access, code: str) -> Meeting:
    """The meeting now in progress, visible to `by`, whose check-in code this is; raises BadInput for no such."""
    digits = to_latin(code).replace(" ", "")
    rows = Meeting.objects.visible_to(by).filter(state=MeetingState.IN_PROGRESS).exclude(check_code="")
    found = rows.filter(check_code=digits).select_related("office__area").first()
    if found is None:
        raise BadInput("No meeting that you are invited to has this code now.", field="code")
    return found
