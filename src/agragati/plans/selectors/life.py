"""Questions about a plan's life: where it stands, who signed, what may be done next, and what is locked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access

from ..access import may_move
from ..choices import ClaimState
from ..models import Amendment, Claim, Extension, Plan, PlanIndicator, PlanStep
from ..rules.life_states import LIFE_MOVES, OVER, LifeDeed, amend_until
from ..rules.moves import Move, moves_from
from .single import plan_to_read

SIGNINGS = (LifeDeed.SIGN_OWN, LifeDeed.SIGN_HIGHER)


@dataclass(frozen=True)
class PlanLife:
    """A plan's steps, what the reader may do now, its amendments and extensions."""

    plan: Plan
    steps: list[PlanStep]
    moves: list[Move]
    amendments: list[Amendment]
    extensions: list[Extension]
    amend_until: date


def plan_life(*, by: Access, plan_id: int) -> PlanLife:
    """Everything of the life page; raise NotFound for a plan outside the view."""
    plan = plan_to_read(by=by, plan_id=plan_id)
    moves = [move for move in moves_from(LIFE_MOVES, plan.stage) if may_move(by, plan, move)]
    if LifeDeed.SIGN_OWN in signatures(by=by, plan=plan):
        moves = [move for move in moves if move.deed != LifeDeed.SIGN_OWN]
    amendments = plan.amendments.select_related("indicator").order_by("-pk")
    steps = plan.steps.select_related("attachment").order_by("-pk")
    return PlanLife(plan, list(steps), moves, list(amendments), list(plan.extensions.all()),
                    amend_until(FiscalYear(plan.fiscal_year)))  # fmt: skip


def signatures(*, by: Access, plan: Plan) -> dict[str, PlanStep]:
    """The signatures that count: those since the plan was last sent back to draft. Deed → step."""
    found: dict[str, PlanStep] = {}
    for step in PlanStep.objects.filter(plan=plan, deed__in=[*SIGNINGS, LifeDeed.REVISE]).order_by("pk"):
        if step.deed == LifeDeed.REVISE:
            found = {}
        else:
            found[step.deed] = step
    return found


def require_open_for_entry(*, by: Access, indicator: PlanIndicator, day: date) -> None:
    """Raise BadInput when an event of this day can no longer be entered, corrected or cancelled.

    Locked: a closed or published plan; and a quarter that was sent, unless this indicator was returned or its claim is
    still provisional.
    """
    plan = indicator.plan
    if plan.stage in OVER:
        raise BadInput("The year is closed; nothing can be changed any more.", field="day")
    year = FiscalYear(plan.fiscal_year)
    number = next((quarter.number for quarter in year.quarters if quarter.start <= day <= quarter.end), 0)
    sent = Claim.objects.filter(indicator=indicator, quarter=number).first()
    if sent is None or sent.state == ClaimState.RETURNED:
        return
    if sent.state == ClaimState.CLAIMED and sent.is_provisional:
        return
    raise BadInput("This quarter was sent and is locked. Ask the reviewer to open it again.", field="day")
