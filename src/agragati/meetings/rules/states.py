"""What may follow what: the life of a meeting and of one office's part in a decision. Nothing else moves a state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from agragati.kernel.errors import BadInput


class Who(StrEnum):
    """Whose deed a move is."""

    SECRETARY = "secretary"  # whoever runs meetings in the office
    CHAIR = "chair"  # the chair's post, or the right to sign minutes
    DOER = "doer"  # the office that carries the decision out
    GIVER = "giver"  # the office whose meeting decided


@dataclass(frozen=True, slots=True)
class Move:
    """One line of a table: the deed, from where, to where, whose, and whether it needs a reason."""

    deed: str
    before: str
    after: str
    who: Who
    reason: bool = False


Table = tuple[Move, ...]

MEETING_MOVES: Table = (
    Move("notify", "planned", "noticed", Who.SECRETARY),
    Move("start", "planned", "in_progress", Who.SECRETARY),
    Move("start", "noticed", "in_progress", Who.SECRETARY),
    Move("close", "in_progress", "draft", Who.SECRETARY),
    Move("resume", "draft", "in_progress", Who.SECRETARY, reason=True),
    Move("sign", "draft", "signed", Who.CHAIR),
    Move("publish", "signed", "published", Who.SECRETARY),
    Move("withdraw", "published", "signed", Who.SECRETARY),
    Move("call_off", "planned", "called_off", Who.SECRETARY, reason=True),
    Move("call_off", "noticed", "called_off", Who.SECRETARY, reason=True),
)

_OPEN = ("not_started", "on_schedule", "behind")
DUTY_MOVES: Table = (
    *(Move("report", before, after, Who.DOER) for before in _OPEN for after in (*_OPEN[1:], "done")),
    Move("report", "done", "on_schedule", Who.DOER),
    Move("report", "done", "behind", Who.DOER),
    Move("verify", "done", "verified", Who.GIVER),
    Move("send_back", "done", "behind", Who.GIVER, reason=True),
    Move("reopen", "verified", "behind", Who.GIVER, reason=True),
    *(Move("drop", before, "dropped", Who.CHAIR, reason=True) for before in (*_OPEN, "done")),
    Move("take_up", "dropped", "not_started", Who.CHAIR, reason=True),
)

MOTION_MOVES: Table = (
    Move("open_vote", "open", "voting", Who.SECRETARY),
    Move("adopt", "voting", "adopted", Who.SECRETARY),
    Move("reject", "voting", "rejected", Who.SECRETARY),
    Move("adopt", "open", "adopted", Who.SECRETARY),
    Move("withdraw", "open", "withdrawn", Who.SECRETARY),
    Move("withdraw", "voting", "withdrawn", Who.SECRETARY),
)


def find_move(table: Table, deed: str, before: str, after: str = "") -> Move:
    """The move of a deed from a state (to `after` where a deed leads to several); raise BadInput when there is none."""
    for move in table:
        if move.deed == deed and move.before == before and after in {"", move.after}:
            return move
    raise BadInput("This cannot be done at the present step.", field="status", deed=deed, state=before)


def moves_from(table: Table, before: str) -> tuple[Move, ...]:
    """What may be done from a state."""
    return tuple(move for move in table if move.before == before)


def pairs(table: Iterable[Move]) -> list[tuple[str, str]]:
    """Every change of state, for the law in the database."""
    return sorted({(move.before, move.after) for move in table if move.before != move.after})
