"""Keeping the marks beside the rows."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from agragati.org.access import Access

from ..models import Plan
from ..rules.rounding import rounded
from ..selectors.open import has_newer
from ..selectors.sheets import PlanSheet, SheetRow, score_of_plan
from .duties import keep_plan_duties

PLACES = 4


@transaction.atomic(savepoint=False)
def rescore_plan(*, by: Access, plan: Plan) -> PlanSheet:
    """Score the plan from its events and keep points and total with it (rounded to four places; pages round to two).

    The rows that still wait become the office's duties, the others are done.

    `by` is whose deed made it necessary; no right of its own is needed.
    """
    runs = not _lock(plan)
    sheet = score_of_plan(by=by, plan=plan)
    for row in sheet.rows:  # one by one: a bulk update of as many rows takes twice as long to build
        if _put(row):
            row.record.save(update_fields=["state", "raw", "points"])
    total = sheet.score.total
    plan.total = None if total is None else rounded(total, PLACES)
    plan.estimated = sheet.score.estimated
    plan.scored_at = timezone.now()
    Plan.objects.filter(pk=plan.pk).update(
        total=plan.total, estimated=plan.estimated, scored_at=plan.scored_at, version=F("version") + 1
    )
    keep_plan_duties(by=by, plan=plan, rows=sheet.rows, runs=runs)
    return sheet


def _lock(plan: Plan) -> bool:
    """Hold the plan for this deed, and learn in the same question whether a newer plan of the office is at work."""
    held = Plan.objects.select_for_update(of=("self",)).filter(pk=plan.pk)
    return bool(held.values_list(has_newer(), flat=True).get())


def _put(row: SheetRow) -> bool:
    """Put a row's marks beside it; False when they stand there already."""
    score, record = row.scored.score, row.record
    raw = None if score.raw is None else rounded(score.raw, PLACES)
    points = None if score.points is None else rounded(score.points, PLACES)
    if (record.state, record.raw, record.points) == (score.state.value, raw, points):
        return False
    record.state, record.raw, record.points = score.state.value, raw, points
    return True
