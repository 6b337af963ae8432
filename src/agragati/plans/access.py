"""What one person may do with one plan. No queries: the plan is already at hand."""

from __future__ import annotations

from agragati.org.access import Access, P

from .models import Plan


def may_enter(access: Access, plan: Plan) -> bool:
    """Whether progress may be entered."""
    return access.may_enter(P.PROGRESS_ENTER, plan.office.path)


def may_cancel(access: Access, plan: Plan) -> bool:
    """Whether an entry may be taken out."""
    return access.may_enter(P.PROGRESS_CANCEL, plan.office.path)


def may_edit(access: Access, plan: Plan) -> bool:
    """Whether the plan's terms may be typed."""
    return access.may_enter(P.PLAN_EDIT, plan.office.path)


def rights(access: Access, plan: Plan) -> dict[str, bool]:
    """The three for a page."""
    return {
        "may_enter": may_enter(access, plan),
        "may_cancel": may_cancel(access, plan),
        "may_edit": may_edit(access, plan),
    }
