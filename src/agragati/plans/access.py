"""What one person may do with one plan. No queries: the plan is already at hand."""

from __future__ import annotations

from typing import TypeVar

from agragati.kernel.errors import N_, AgragatiError
from agragati.org.access import Access, P
from agragati.org.scope import is_within

from .choices import Stage
from .models import Plan, PlanIndicator
from .rules.life_states import LifeDeed
from .rules.moves import Move, Who

Refusal = TypeVar("Refusal", bound=AgragatiError)


def may_enter(access: Access, plan: Plan) -> bool:
    """Whether progress may be entered."""
    return access.may_enter(P.PROGRESS_ENTER, plan.office.path)


def not_yours(row: PlanIndicator, kind: type[Refusal]) -> Refusal:
    """Why a row of the own office may be read only, as an error of `kind`: it, or others only, are someone's own."""
    if row.whose:
        return kind(N_("This row belongs to %(whose)s. You may read it."), whose=row.whose)
    return kind(N_("Other rows were given to you. You may read this one."))


def may_cancel(access: Access, plan: Plan) -> bool:
    """Whether an entry may be taken out."""
    return access.may_enter(P.PROGRESS_CANCEL, plan.office.path)


def may_edit(access: Access, plan: Plan) -> bool:
    """Whether the plan's terms may be typed."""
    return access.may_enter(P.PLAN_EDIT, plan.office.path)


def rights(access: Access, plan: Plan) -> dict[str, bool]:
    """All of them for a page."""
    return {
        "may_enter": may_enter(access, plan),
        "may_cancel": may_cancel(access, plan),
        "may_edit": may_edit(access, plan),
        "may_amend": may_edit(access, plan) and plan.stage == Stage.AMENDING,
        "may_review": may_review(access, plan),
        "may_follow_up": may_follow_up(access, plan),
    }


def stands_above(access: Access, plan: Plan) -> bool:
    """Whether the reader's office is above the plan's office in the line (the functional one, not geography)."""
    here = access.office_path
    return access.is_system or (plan.office.path != here and bool(here) and is_within(plan.office.path, here))


def may_submit(access: Access, plan: Plan) -> bool:
    """Whether a quarter of the plan may be sent."""
    return access.may_enter(P.PROGRESS_SUBMIT, plan.office.path)


def may_review(access: Access, plan: Plan) -> bool:
    """Whether claims of the plan may be decided: the right, from an office above."""
    return access.may_enter(P.PROGRESS_REVIEW, plan.office.path) and stands_above(access, plan)


def may_follow_up(access: Access, plan: Plan) -> bool:
    """Whether entries and claims of the plan may be marked for follow-up: who enters there, or reviews from above."""
    return may_enter(access, plan) or may_review(access, plan)


def may_move(access: Access, plan: Plan, move: Move) -> bool:
    """Whether this person may make the move in the plan's life (the calendar and the papers are asked separately)."""
    if move.who is Who.HIGHER:
        return access.may_enter(P.PLAN_APPROVE, plan.office.path) and stands_above(access, plan)
    signs = move.deed == LifeDeed.SIGN_OWN
    return access.may_enter(P.PLAN_APPROVE if signs else P.PLAN_SUBMIT, plan.office.path) and (
        access.is_system or access.office_path == plan.office.path
    )
