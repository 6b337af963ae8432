"""Changing the terms of a plan in force: proposed with a reason until 30 September, decided above, old values kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access, P

from ..choices import AmendmentState, Stage
from ..models import Amendment, Plan, PlanIndicator
from ..rules.framework import Value
from ..rules.life_states import LifeDeed, check_day
from ..rules.reading_values import as_number, as_target
from .adopt import put_terms
from .steps import moment


@transaction.atomic
def propose_amendment(
    *, by: Access, indicator: PlanIndicator, reason: str, weight: Decimal | None = None,
    levels: Sequence[tuple[Decimal, Value | None]] = (), on: date | None = None,
) -> Amendment:  # fmt: skip
    """Propose another weight or other targets for one indicator while the amendment is open.

    Nothing changes until the higher office approves. Raises BadInput outside the window, without a reason, or when
    nothing changes; Refused without the right to edit the plan.
    """
    plan = indicator.plan
    by.require(P.PLAN_EDIT, plan.office.path)
    if plan.stage != Stage.AMENDING:
        raise BadInput("Open the amendment of the plan first.")
    check_day(LifeDeed.OPEN_AMENDMENT, FiscalYear(plan.fiscal_year), on or timezone.localdate())
    if not reason.strip():
        raise BadInput("Write why.", field="reason")
    old = {"weight": _text(indicator.own_weight), "levels": indicator.own_levels}
    new = {
        "weight": _text(weight) if weight is not None else old["weight"],
        "levels": [[str(percent), _text(value)] for percent, value in levels] or old["levels"],
    }
    if new == old:
        raise BadInput("Nothing changes by this amendment.", field="weight")
    if Amendment.objects.filter(indicator=indicator, state=AmendmentState.PROPOSED).exists():
        raise BadInput("An amendment of this indicator already waits for a decision.")
    made = Amendment.objects.create(
        plan=plan, indicator=indicator, old=old, new=new, reason=reason.strip(), proposed_by_id=by.user_id,
        proposed_label=by.label[:300], proposed_at=moment(on),
    )  # fmt: skip
    record(by=by, deed="plans.propose_amendment", about=f"plan:{plan.pk}", label=indicator.code,
           values={"old": old, "new": new, "reason": made.reason})  # fmt: skip
    return made


@transaction.atomic
def apply_amendments(*, by: Access, plan: Plan, on: date | None = None) -> int:
    """Put every proposed amendment of the plan in force (called by the deed that approves). Returns how many."""
    rows = list(plan.amendments.select_for_update().filter(state=AmendmentState.PROPOSED))
    if not rows:
        raise BadInput("No amendment was proposed.")
    for row in rows:
        if row.proposed_by_id is not None and row.proposed_by_id == by.user_id:
            raise Refused("Nobody approves their own amendment.")
        indicator = PlanIndicator.objects.select_related("plan__office", "plan__edition").get(pk=row.indicator_id)
        weight = as_number(row.new["weight"]) if row.new["weight"] is not None else None
        levels = [(as_number(percent), as_target(value)) for percent, value in row.new["levels"] or []]
        put_terms(by=by, indicator=indicator, weight=weight, levels=levels, own_due=indicator.own_due)
    return close_amendments(by=by, plan=plan, state=AmendmentState.APPROVED, on=on)


@transaction.atomic
def close_amendments(*, by: Access, plan: Plan, state: str, on: date | None = None) -> int:
    """End every proposed amendment of the plan with one state."""
    open_rows = Amendment.objects.filter(plan=plan, state=AmendmentState.PROPOSED)
    return open_rows.update(state=state, decided_by_id=by.user_id, decided_label=by.label[:300], decided_at=moment(on))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
