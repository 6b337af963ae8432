"""Motions: put forward, voted on by those present, adopted into the decisions."""

from __future__ import annotations

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access

from ..choices import Ballot, MeetingState, MotionState
from ..models import Decision, Motion, Vote
from ..rules.states import MOTION_MOVES, find_move
from ..selectors.attendance import CAME, own_invitation
from ..selectors.meetings import item, meeting
from ..selectors.motions import motion, motion_to_run
from .agenda import write_text
from .decisions import DecisionDraft, decide


@transaction.atomic
def put_forward(*, by: Access, item_id: int, text: str, amends_id: int | None = None) -> Motion:
    """Put a decision forward, or another wording of one, while the meeting runs.

    Members on the list may, and whoever keeps the minutes. Raises BadInput for an empty text or the same wording.
    """
    row = item(by=by, item_id=item_id)
    held = meeting(by=by, meeting_id=row.meeting_id or 0)
    if held.state != MeetingState.IN_PROGRESS:
        raise BadInput("The meeting is not running.")
    words = normalise(text).strip()
    amended = Decision.objects.filter(item=row, pk=amends_id or 0).first()
    if not words or (amended and amended.text == words):
        raise BadInput("Write the wording that is put forward.", field="text")
    made = Motion.objects.create(
        item=row, amends=amended, before=amended.text if amended else "", text=words, by_id=by.user_id,
        by_label=by.label[:300],
    )  # fmt: skip
    return _told(by, made, "put_forward")


@transaction.atomic
def open_vote(*, by: Access, motion_id: int) -> Motion:
    """Let the members present vote."""
    return _move(by, motion_id, "open_vote")


@transaction.atomic
def withdraw_motion(*, by: Access, motion_id: int) -> Motion:
    """Take a motion back."""
    return _move(by, motion_id, "withdraw")


@transaction.atomic
def close_vote(*, by: Access, motion_id: int) -> Motion:
    """Count: more votes for than against adopt it, and the wording becomes the decision; else it is rejected."""
    held = motion_to_run(by=by, motion_id=motion_id)
    ballots = list(Vote.objects.filter(motion=held).values_list("ballot", flat=True))
    adopted = ballots.count(Ballot.YES) > ballots.count(Ballot.NO)
    if not adopted:
        return _move(by, motion_id, "reject")
    if held.amends is not None:
        write_text(by=by, thing=held.amends, field="text", text=held.text, seen=None)
    else:
        decide(by=by, item_id=held.item_id, draft=DecisionDraft(text=held.text))
    return _move(by, motion_id, "adopt")


@transaction.atomic
def vote(*, by: Access, motion_id: int, ballot: str) -> Vote:
    """Vote once, as a person on the list who is present; raises BadInput otherwise."""
    held = motion(by=by, motion_id=motion_id)
    if held.state != MotionState.VOTING:
        raise BadInput("There is no vote on this now.", field="ballot")
    own = own_invitation(by=by, meeting=meeting(by=by, meeting_id=held.item.meeting_id or 0))
    if own is None or own.presence not in CAME:
        raise BadInput("Only who is on the list and present votes.", field="ballot")
    if Vote.objects.filter(motion=held, invitation=own).exists():
        raise BadInput("You have voted already.", field="ballot")
    made = Vote.objects.create(motion=held, invitation=own, ballot=ballot)
    record(by=by, deed="meetings.vote", about=f"motion:{held.pk}", label=held.text[:200], values={"ballot": ballot})
    return made


def _move(by: Access, motion_id: int, deed: str) -> Motion:
    held = motion_to_run(by=by, motion_id=motion_id)
    held.state = find_move(MOTION_MOVES, deed, held.state).after
    held.save(update_fields=["state"])
    return _told(by, held, deed)


def _told(by: Access, made: Motion, deed: str) -> Motion:
    record(by=by, deed=f"meetings.{deed}_motion", about=f"motion:{made.pk}", label=made.text[:200],
           values={"state": made.state})  # fmt: skip
    return made
