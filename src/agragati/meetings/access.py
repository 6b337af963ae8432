"""What one person may do with one meeting or duty. No queries: the row is already at hand."""

from __future__ import annotations

from agragati.kernel.errors import Refused
from agragati.org.access import Access, P

from .models import Decision, DecisionDuty, Meeting
from .rules.states import DUTY_MOVES, MEETING_MOVES, Move, Who, moves_from


def may_run(access: Access, meeting: Meeting) -> bool:
    """Whether the meeting may be prepared and its minutes typed: the right in its office, or its secretary's post."""
    held = access.may(P.MEETING_RUN) and meeting.secretary_post_id is not None
    return access.may_enter(P.MEETING_RUN, meeting.office.path) or (
        held and access.post_id == meeting.secretary_post_id
    )


def may_chair(access: Access, meeting: Meeting) -> bool:
    """Whether the minutes may be signed and decisions dropped: the chair's post; without one, the right to sign."""
    if access.is_system:
        return True
    if meeting.chair_post_id is not None:
        return access.post_id == meeting.chair_post_id
    return access.may_enter(P.MEETING_SIGN, meeting.office.path)


def may_move(access: Access, meeting: Meeting, move: Move) -> bool:
    """Whether this person may make the move in the meeting's life."""
    return may_chair(access, meeting) if move.who is Who.CHAIR else may_run(access, meeting)


def open_moves(access: Access, meeting: Meeting) -> list[Move]:
    """The moves open to this person now."""
    return [move for move in moves_from(MEETING_MOVES, meeting.state) if may_move(access, meeting, move)]


def may_follow(access: Access, decision: Decision) -> bool:
    """Whether the person follows the decision up for the office that took it."""
    return access.may_enter(P.MEETING_RUN, decision.office.path)


def may_answer(access: Access, duty: DecisionDuty) -> bool:
    """Whether the person may say how far the duty is: in its office, or in the post that carries it."""
    return access.may_enter(P.DECISION_UPDATE, duty.office.path) or (
        duty.post_id is not None and access.post_id == duty.post_id
    )


def may_move_duty(access: Access, duty: DecisionDuty, move: Move) -> bool:
    """Whether this person may make the move with a duty; dropping is for the chair or a member of the committee."""
    if move.who is Who.DOER:
        return may_answer(access, duty)
    if move.who is Who.GIVER:
        return may_follow(access, duty.decision) and not _is_own(access, duty)
    return may_chair(access, duty.decision.meeting)


def _is_own(access: Access, duty: DecisionDuty) -> bool:
    """Nobody verifies what the own post carries out."""
    return duty.post_id is not None and duty.post_id == access.post_id and not access.is_system


def duty_moves(access: Access, duty: DecisionDuty) -> list[Move]:
    """The moves of a duty open to this person now."""
    return [move for move in moves_from(DUTY_MOVES, duty.status) if may_move_duty(access, duty, move)]


def require(allowed: bool) -> None:
    """Raise Refused unless `allowed`."""
    if not allowed:
        raise Refused("You may not do this from your present post.")


def rights(access: Access, meeting: Meeting) -> dict[str, bool]:
    """The answers a page asks for."""
    may = may_run(access, meeting)
    return {"may_run": may, "may_edit": may and not meeting.is_frozen, "may_chair": may_chair(access, meeting)}
