"""Motions with what they change and how the members voted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from agragati.kernel.errors import NotFound
from agragati.org.access import Access

from ..choices import Ballot, MotionState
from ..models import AgendaItem, Motion, Vote
from ..rules.diff import Piece, word_diff
from .attendance import own_invitation
from .meetings import item, meeting, meeting_to_edit

_GONE = "There is no such motion, or it is not yours to see."


@dataclass(frozen=True)
class MotionView:
    """A motion as a page shows it: its changes, its votes, and whether the reader has voted."""

    motion: Motion
    pieces: list[Piece]
    yes: int
    no: int
    abstain: int
    has_voted: bool


def motion(*, by: Access, motion_id: int) -> Motion:
    """A motion of a visible meeting; raises NotFound."""
    found = Motion.objects.filter(pk=motion_id).select_related("item__meeting__office", "amends__item").first()
    if found is None:
        raise NotFound(_GONE)
    item(by=by, item_id=found.item_id)
    return found


def motion_to_run(*, by: Access, motion_id: int) -> Motion:
    """A motion of an open meeting that `by` keeps; raises NotFound, Refused or BadInput."""
    found = motion(by=by, motion_id=motion_id)
    meeting_to_edit(by=by, meeting_id=found.item.meeting_id or 0)
    return found


def motion_view(*, by: Access, motion_id: int) -> MotionView:
    """One motion with its votes."""
    found = motion(by=by, motion_id=motion_id)
    own = own_invitation(by=by, meeting=meeting(by=by, meeting_id=found.item.meeting_id or 0))
    votes = list(Vote.objects.filter(motion=found).values_list("ballot", "invitation_id"))
    counts = Counter(ballot for ballot, _ in votes)
    return MotionView(
        found, word_diff(found.before, found.text), counts[Ballot.YES], counts[Ballot.NO], counts[Ballot.ABSTAIN],
        own is not None and any(pk == own.pk for _, pk in votes),
    )  # fmt: skip


def open_motions(*, by: Access, items: list[AgendaItem]) -> dict[int, list[Motion]]:
    """Motions of the items of a visible meeting, by item, in one question."""
    by.require_signed_in()
    found: dict[int, list[Motion]] = {}
    for row in Motion.objects.filter(item__in=items).exclude(state=MotionState.WITHDRAWN):
        found.setdefault(row.item_id, []).append(row)
    return found
