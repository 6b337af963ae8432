"""Where a claim and a quarter stand, by table. In prose with worked numbers: docs/algorithms/review.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum

from .moves import Move, Table, Who
from .rounding import EXACT

ZERO = Decimal(0)


class ClaimState(StrEnum):
    """Where one indicator of one quarter stands."""

    CLAIMED = "claimed"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    PARTLY = "partly"
    NOT_APPLICABLE = "not_applicable"
    AWARDED = "awarded"
    APPEALED = "appealed"
    SETTLED = "settled"


class QuarterState(StrEnum):
    """Where one quarter of one plan stands."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    VERIFIED = "verified"
    ACCEPTED = "accepted"
    AWARDED = "awarded"


class Deed(StrEnum):
    """What is done in a review."""

    SUBMIT = "submit"
    RESUBMIT = "resubmit"
    RENEW = "renew"
    ACCEPT = "accept"
    ACCEPT_PART = "accept_part"
    RETURN = "return"
    NOT_APPLICABLE = "not_applicable"
    UNDO = "undo"
    REOPEN = "reopen"
    ACCEPT_QUARTER = "accept_quarter"
    UNACCEPT_QUARTER = "unaccept_quarter"
    AWARD = "award"
    APPEAL = "appeal"
    UPHOLD = "uphold"
    REFUSE = "refuse"


class RemainingWeight(StrEnum):
    """What becomes of the weight of an indicator that is not applicable."""

    KEEP = "keep"
    REDISTRIBUTE = "redistribute"


C, Q = ClaimState, QuarterState
DECIDED = (C.ACCEPTED, C.PARTLY, C.NOT_APPLICABLE)

CLAIM_MOVES: Table = (
    Move(Deed.SUBMIT, "", C.CLAIMED, Who.OFFICE),
    Move(Deed.RENEW, C.CLAIMED, C.CLAIMED, Who.OFFICE),
    Move(Deed.RESUBMIT, C.RETURNED, C.CLAIMED, Who.OFFICE),
    Move(Deed.ACCEPT, C.CLAIMED, C.ACCEPTED, Who.HIGHER),
    Move(Deed.ACCEPT_PART, C.CLAIMED, C.PARTLY, Who.HIGHER, reason=True),
    Move(Deed.RETURN, C.CLAIMED, C.RETURNED, Who.HIGHER, reason=True),
    Move(Deed.NOT_APPLICABLE, C.CLAIMED, C.NOT_APPLICABLE, Who.HIGHER, reason=True),
    *(Move(Deed.UNDO, state, C.CLAIMED, Who.HIGHER, reason=True) for state in DECIDED),
    *(Move(Deed.REOPEN, state, C.RETURNED, Who.HIGHER, reason=True) for state in (C.CLAIMED, *DECIDED)),
    *(Move(Deed.AWARD, state, C.AWARDED, Who.HIGHER) for state in DECIDED),
    Move(Deed.APPEAL, C.AWARDED, C.APPEALED, Who.OFFICE, reason=True),
    Move(Deed.UPHOLD, C.APPEALED, C.SETTLED, Who.APPEAL, reason=True),
    Move(Deed.REFUSE, C.APPEALED, C.SETTLED, Who.APPEAL, reason=True),
)
QUARTER_MOVES: Table = (
    Move(Deed.SUBMIT, "", Q.SUBMITTED, Who.OFFICE),
    Move(Deed.RENEW, Q.SUBMITTED, Q.SUBMITTED, Who.OFFICE),
    Move(Deed.RESUBMIT, Q.RETURNED, Q.SUBMITTED, Who.OFFICE),
    *(Move(Deed.REOPEN, state, Q.RETURNED, Who.HIGHER, reason=True) for state in (Q.SUBMITTED, Q.VERIFIED)),
    Move(Deed.ACCEPT_QUARTER, Q.VERIFIED, Q.ACCEPTED, Who.HIGHER),
    Move(Deed.UNACCEPT_QUARTER, Q.ACCEPTED, Q.VERIFIED, Who.HIGHER, reason=True),
    Move(Deed.AWARD, Q.VERIFIED, Q.AWARDED, Who.HIGHER),
    Move(Deed.AWARD, Q.ACCEPTED, Q.AWARDED, Who.HIGHER),
)
# A quarter also follows its claims: see `quarter_of`.
FOLLOWS: Table = (
    Move("verdicts", Q.SUBMITTED, Q.RETURNED, Who.HIGHER),
    Move("verdicts", Q.SUBMITTED, Q.VERIFIED, Who.HIGHER),
    Move("verdicts", Q.VERIFIED, Q.SUBMITTED, Who.HIGHER),
)
VERDICTS = (Deed.ACCEPT, Deed.ACCEPT_PART, Deed.RETURN, Deed.NOT_APPLICABLE)
OPEN_FOR_VERDICT = (Q.SUBMITTED, Q.RETURNED)


def quarter_of(states: Iterable[str]) -> QuarterState:
    """Where a quarter stands while its claims are decided: anything returned, else anything waiting, else verified."""
    found = set(states)
    if C.RETURNED in found:
        return Q.RETURNED
    return Q.SUBMITTED if C.CLAIMED in found else Q.VERIFIED


@dataclass(frozen=True, slots=True)
class Marked:
    """One indicator in a sum: its weight and points (None = unknown), and whether it applies."""

    weight: Decimal | None
    points: Decimal | None
    applies: bool = True


def total_of(rows: Iterable[Marked], of: Decimal, rule: RemainingWeight) -> Decimal | None:
    """Sum of the known points; None when none is known.

    KEEP leaves the weight of what does not apply unearned. REDISTRIBUTE shares it over the rest in proportion to
    their weights: sum × `of` ÷ weight that applies. It needs every applicable weight; with one unknown it is KEEP.
    """
    counted = [row for row in rows if row.applies]
    known = [row.points for row in counted if row.points is not None]
    if not known:
        return None
    with localcontext(EXACT):
        total = sum(sorted(known), ZERO)
        weights = [row.weight for row in counted if row.weight is not None]
        if rule is RemainingWeight.KEEP or len(weights) < len(counted) or not sum(weights):
            return total
        return total * of / sum(weights)


def risk_of(*, proof_missing: bool, flagged: bool, provisional: bool, late: bool, full_marks: bool) -> int:
    """How much a claim asks to be looked at, 1 (least) to 11: the weight of a risk-weighted sample."""
    return 1 + 3 * proof_missing + 3 * flagged + 2 * provisional + late + full_marks
