"""Tables of moves: which deed leads from which state to which, and who may do it. Nothing else moves a state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from agragati.kernel.errors import BadInput


class Who(StrEnum):
    """Whose deed a move is: the plan's own office, an office above it in the line, or one above the decider."""

    OFFICE = "office"
    HIGHER = "higher"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True)
class Move:
    """One line of a table. `before` is "" for the move that makes the row."""

    deed: str
    before: str
    after: str
    who: Who
    reason: bool = False


Table = tuple[Move, ...]


def find_move(table: Table, deed: str, before: str) -> Move:
    """The move of a deed from a state; raise BadInput when the table has none."""
    for move in table:
        if move.deed == deed and move.before == before:
            return move
    raise BadInput("This cannot be done at the present step.", deed=deed, state=before)


def moves_from(table: Table, before: str) -> tuple[Move, ...]:
    """What may be done from a state."""
    return tuple(move for move in table if move.before == before)


def pairs(*tables: Table) -> list[tuple[str, str]]:
    """Every (before, after) that changes an existing row, for the law in the database."""
    found = {(move.before, move.after) for table in tables for move in table if move.before}
    return sorted(pair for pair in found if pair[0] != pair[1])


def deeds_with_reason(tables: Iterable[Table]) -> list[str]:
    """Deeds that need a reason in every one of their moves."""
    moves = [move for table in tables for move in table]
    asked = {move.deed for move in moves if move.reason}
    return sorted(asked - {move.deed for move in moves if not move.reason})
