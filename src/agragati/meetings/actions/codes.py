"""Invitation codes: who knows the code of an open meeting puts the own post on its list."""

from __future__ import annotations

import secrets

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.org.access import Access
from agragati.org.selectors import holder_of

from ..choices import OPEN_STATES
from ..models import Invitation, Meeting
from ..selectors.meetings import meeting_to_edit

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that look alike
LENGTH = 8


@transaction.atomic
def make_invite_code(*, by: Access, meeting_id: int) -> str:
    """Give an open meeting a code to hand on; a new one takes the place of the old."""
    held = meeting_to_edit(by=by, meeting_id=meeting_id)
    held.invite_code = "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))
    held.save(update_fields=["invite_code"])
    record(by=by, deed="meetings.make_invite_code", about=f"meeting:{held.pk}", label=held.title)
    return held.invite_code


@transaction.atomic
def join_by_code(*, by: Access, code: str) -> Invitation:
    """Put the own post on the list of the open meeting with this code; raises BadInput when there is none."""
    by.require_signed_in()
    typed = to_latin(code).strip().upper().replace(" ", "").replace("-", "")
    rows = Meeting.objects.filter(state__in=OPEN_STATES[:3]).exclude(invite_code="")
    here = rows.filter(invite_code=typed).first()
    if here is None or by.post_id is None:
        raise BadInput("No open meeting has this invitation code.", field="code")
    row = Invitation.objects.filter(meeting=here, post_id=by.post_id).first() or newcomer(by=by, meeting_id=here.pk)
    row.save()
    record(by=by, deed="meetings.join_by_code", about=f"meeting:{here.pk}", label=here.title)
    return row


@transaction.atomic
def newcomer(*, by: Access, meeting_id: int) -> Invitation:
    """A line of the list for the own post, not saved yet."""
    held = holder_of(by=by, post_id=by.post_id or 0)
    if held is None:
        raise BadInput("You hold no post at present.", field="code")
    last = Invitation.objects.filter(meeting_id=meeting_id).count()
    return Invitation(
        meeting_id=meeting_id, post_id=by.post_id, kind="invitee", position=last + 1, name=str(held.user),
        designation=held.post.title_bn, office_name=held.post.office.name_bn,
    )  # fmt: skip
