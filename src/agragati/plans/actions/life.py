"""A plan's life: each step by the table, by the right office, in its time, with its paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.fiscal import FiscalYear
from agragati.org.access import Access
from agragati.records.actions import keep_file
from agragati.records.models import Attachment

from ..access import may_move
from ..choices import AmendmentState, AppealState, QuarterState
from ..models import Appeal, Plan, PlanStep, Submission
from ..rules.life_states import LIFE_MOVES, OVER, UNSIGNED, LifeDeed, check_day, check_signing
from ..rules.moves import Move, Who, find_move
from ..selectors.independence import require_independent
from ..selectors.life import signatures
from .amendments import apply_amendments, close_amendments
from .duties import keep_plan_duties
from .progress import Proof
from .rescore import rescore_plan
from .steps import moment, need_reason


@dataclass(frozen=True)
class _Deed:
    """Everything one step needs, gathered once."""

    by: Access
    plan: Plan
    move: Move
    day: date
    reason: str
    scan: Proof | None
    on: date | None


@transaction.atomic
def move_plan(
    *, by: Access, plan: Plan, deed: str, day: date | None = None, reason: str = "", scan: Proof | None = None,
    on: date | None = None,
) -> Plan:  # fmt: skip
    """Do one deed of the plan's life (`rules.life_states.LifeDeed`) and note it.

    `day` is the official date (of signing), `scan` the signed paper, `on` the day the deed counts as (default today).
    Raises Refused for the wrong office; BadInput when the table, the calendar or a missing paper forbids it.
    """
    today = on or timezone.localdate()
    plan = Plan.objects.select_for_update(of=["self"]).select_related("office__area", "edition").get(pk=plan.pk)
    move = find_move(LIFE_MOVES, deed, plan.stage)
    if not may_move(by, plan, move):
        raise Refused("You may not do this from your present post.")
    if move.who is Who.HIGHER:
        require_independent(by=by, plan=plan)
    check_day(deed, FiscalYear(plan.fiscal_year), today)
    if deed in (LifeDeed.SIGN_OWN, LifeDeed.SIGN_HIGHER):
        day = check_signing(day, FiscalYear(plan.fiscal_year), today)
    now = _Deed(by, plan, move, day or today, need_reason(move, reason), scan, on)
    if check := _CHECKS.get(deed):
        check(now)
    return _done(now)


def _done(now: _Deed) -> Plan:
    plan, move = now.plan, now.move
    PlanStep.objects.create(
        plan=plan, deed=move.deed, before=move.before, after=move.after, day=now.day, reason=now.reason,
        attachment=_kept(now), by_id=now.by.user_id, posting_id=now.by.posting_id, by_label=now.by.label[:300],
        at=moment(now.on),
    )  # fmt: skip
    Plan.objects.filter(pk=plan.pk).update(stage=move.after, version=F("version") + 1)
    plan.stage, plan.version = move.after, plan.version + 1
    record(by=now.by, deed=f"plans.{move.deed}", about=f"plan:{plan.pk}", label=str(plan),
           values={"before": move.before, "after": move.after, "day": now.day.isoformat(),
                   "reason": now.reason})  # fmt: skip
    if plan.stage in OVER:
        keep_plan_duties(by=now.by, plan=plan)
    if plan.stage in UNSIGNED or move.before in UNSIGNED:
        rescore_plan(by=now.by, plan=plan)  # with the signed paper, what was typed from it is no estimate any more
    return plan


def _kept(now: _Deed) -> Attachment | None:
    if now.scan is None:
        return None
    return keep_file(by=now.by, office=now.plan.office, name=now.scan.name, content=now.scan.content,
                     about=f"plan:{now.plan.pk}", field="scan")  # fmt: skip


def _sign_own(now: _Deed) -> None:
    if LifeDeed.SIGN_OWN in signatures(by=now.by, plan=now.plan):
        raise BadInput("The head of the office has signed already.")


def _sign_higher(now: _Deed) -> None:
    found = signatures(by=now.by, plan=now.plan)
    own = found.get(LifeDeed.SIGN_OWN)
    if own is None:
        raise BadInput("The head of the office signs first.")
    if own.by_id is not None and own.by_id == now.by.user_id:
        raise Refused("The two heads who sign must be two people.")
    if now.scan is None and own.attachment_id is None:
        raise BadInput("Attach the scan of the signed plan.", field="scan")


def _approve(now: _Deed) -> None:
    apply_amendments(by=now.by, plan=now.plan, on=now.on)


def _refuse(now: _Deed) -> None:
    close_amendments(by=now.by, plan=now.plan, state=AmendmentState.REFUSED, on=now.on)


def _withdraw(now: _Deed) -> None:
    close_amendments(by=now.by, plan=now.plan, state=AmendmentState.WITHDRAWN, on=now.on)


def _close(now: _Deed) -> None:
    sent = Submission.objects.filter(plan=now.plan)
    if sent.filter(state__in=[QuarterState.SUBMITTED, QuarterState.RETURNED]).exists():
        raise BadInput("A quarter still waits for review.")
    if sent.filter(quarter=4).exclude(state=QuarterState.AWARDED).exists():
        raise BadInput("The marks of the year are not awarded yet.")


def _publish(now: _Deed) -> None:
    if Appeal.objects.filter(indicator__plan=now.plan, state=AppealState.FILED).exists():
        raise BadInput("An appeal is still open.")


_CHECKS: dict[str, Callable[[_Deed], None]] = {
    LifeDeed.SIGN_OWN: _sign_own,
    LifeDeed.SIGN_HIGHER: _sign_higher,
    LifeDeed.APPROVE_AMENDMENT: _approve,
    LifeDeed.REFUSE_AMENDMENT: _refuse,
    LifeDeed.WITHDRAW_AMENDMENT: _withdraw,
    LifeDeed.CLOSE: _close,
    LifeDeed.PUBLISH: _publish,
}
