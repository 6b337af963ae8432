"""Giving rows of a plan to posts and sections of its office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, NotFound
from agragati.org.access import Access, P
from agragati.org.models import Post, Section

from ..models import Plan, PlanIndicator
from ..rules.life_states import OVER


@dataclass(frozen=True)
class Holder:
    """Who answers for a row: a post, a section, both or nobody."""

    post_id: int | None = None
    section_id: int | None = None


@transaction.atomic
def assign_rows(*, by: Access, plan: Plan, holders: Mapping[int, Holder]) -> int:
    """Give rows (by id) of a plan to posts and sections of its office; how many rows changed hands.

    From then on only they, and who may write the plan, enter these rows. Raises Refused without the right to write
    the plan, NotFound for a row of another plan, BadInput for another office's post or section or a closed year.
    """
    by.require(P.PLAN_EDIT, plan.office.path)
    if plan.stage in OVER:
        raise BadInput("The year is closed; nothing can be changed any more.")
    rows = {row.pk: row for row in PlanIndicator.objects.select_for_update().filter(plan=plan, pk__in=holders)}
    if len(rows) != len(holders):
        raise NotFound("There is no such plan, or it is not yours to see.")
    _require_own(plan, holders)
    changed = {pk: to for pk, to in holders.items() if (rows[pk].focal_id, rows[pk].section_id) != _pair(to)}
    old = {rows[pk].code: (rows[pk].focal_id, rows[pk].section_id) for pk in changed}
    for pk, to in changed.items():
        rows[pk].focal_id, rows[pk].section_id = _pair(to)
        rows[pk].save(update_fields=["focal", "section"])
    if changed:
        Plan.objects.filter(pk=plan.pk).update(version=F("version") + 1)
        new = {rows[pk].code: _pair(to) for pk, to in changed.items()}
        record(by=by, deed="plans.assign_rows", about=f"plan:{plan.pk}", label=str(plan),
               values={"old": old, "new": new})  # fmt: skip
    return len(changed)


def _pair(holder: Holder) -> tuple[int | None, int | None]:
    return holder.post_id, holder.section_id


def _require_own(plan: Plan, holders: Mapping[int, Holder]) -> None:
    """Only posts and sections of the plan's own office."""
    posts = {holder.post_id for holder in holders.values() if holder.post_id is not None}
    sections = {holder.section_id for holder in holders.values() if holder.section_id is not None}
    own = Post.objects.filter(pk__in=posts, office_id=plan.office_id, valid_to__isnull=True).count()
    parts = Section.objects.filter(pk__in=sections, office_id=plan.office_id, valid_to__isnull=True).count()
    if own != len(posts) or parts != len(sections):
        raise BadInput("Choose a post or section of this office.")
