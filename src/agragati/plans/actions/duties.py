"""Rows of a running plan that wait are duties of its office: one list for the day, reminders and the calendar."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import override

from agragati.kernel.digits import to_bn
from agragati.org.access import Access
from agragati.outbox.actions import Wanted, keep_duties

from ..models import Plan
from ..rules.life_states import OVER
from ..selectors.open import OpenRow, is_running, open_rows
from ..selectors.sheets import SheetRow

FAMILY = "indicator:"


@transaction.atomic(savepoint=False)
def keep_plan_duties(*, by: Access, plan: Plan, rows: Sequence[SheetRow] = (), runs: bool | None = None) -> int:
    """Bring the office's list of duties in line with the scored rows of its newest plan; how many duties changed.

    A closed plan asks for nothing. An older plan beside a newer one that runs changes nothing (`runs`, when known).
    """
    if not (is_running(by=by, plan=plan) if runs is None else runs):
        return 0
    wanted = [_duty(row) for row in open_rows(by=by, plan=plan, rows=rows)]
    return keep_duties(by=by, office_id=plan.office_id, family=FAMILY, wanted=wanted, is_over=plan.stage in OVER)


def _duty(row: OpenRow) -> Wanted:
    with override("bn"):
        title = f"[{to_bn(row.record.code)}] {row.text} ({row.words})" if row.tone == "warn" else ""
    return Wanted(
        about=f"{FAMILY}{row.record.pk}", title=title or f"[{to_bn(row.record.code)}] {row.text}",
        url=f"/plans/indicators/{row.record.pk}/", due=row.due,
    )  # fmt: skip
