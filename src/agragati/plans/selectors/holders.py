"""Whose rows are whose: a post or section may be given single indicators of its office's plan.

Rule, asked by page, grid, import and API alike: who may write the plan enters every row. A post that was given rows,
itself or through its section, enters those and no other. Everyone else who may enter enters the rows nobody was given.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from agragati.kernel.errors import Refused
from agragati.org.access import Access, P
from agragati.org.models import Post
from agragati.ui.renderers import digits

from ..access import may_edit, may_enter, not_yours
from ..models import Plan, PlanIndicator
from ..rules.framework import Indicator
from .editions import framework_of


@dataclass(frozen=True)
class RowRights:
    """Which rows of one plan a person may enter: all, or by the rule from what was given to whom."""

    leads: bool
    own: frozenset[int] = frozenset()
    given: frozenset[int] = frozenset()

    def covers(self, row_id: int) -> bool:
        """Whether the row may be entered (the right to enter in the office is asked separately)."""
        return self.leads or row_id in self.own or (not self.own and row_id not in self.given)


def row_rights(*, by: Access, plan: Plan) -> RowRights:
    """What of a plan `by` may enter. No question for who leads the plan, else one or two."""
    if may_edit(by, plan):
        return RowRights(leads=True)
    rows = PlanIndicator.objects.filter(Q(focal__isnull=False) | Q(section__isnull=False), plan_id=plan.pk)
    given = list(rows.values_list("pk", "focal_id", "section_id"))
    section = _section_of(by) if any(section for _, _, section in given) else None
    own = {pk for pk, post, where in given if post == (by.post_id or 0) or (section and where == section)}
    return RowRights(False, frozenset(own), frozenset(pk for pk, _, _ in given))


def _section_of(by: Access) -> int | None:
    return Post.objects.filter(pk=by.post_id or 0).values_list("section_id", flat=True).first()


def require_entry(*, by: Access, indicator: PlanIndicator, rights: RowRights | None = None) -> None:
    """Raise Refused unless `by` may enter in the office and this row is not another's (`rights`, when at hand)."""
    by.require(P.PROGRESS_ENTER, indicator.plan.office.path)
    known = rights or row_rights(by=by, plan=indicator.plan)
    if not known.covers(indicator.pk):
        raise not_yours(indicator, Refused)


def row_terms(*, by: Access, indicator: PlanIndicator) -> dict[str, object]:
    """For a page of one row: whether it may be entered here, and whose it is."""
    plan = indicator.plan
    free = may_enter(by, plan) and row_rights(by=by, plan=plan).covers(indicator.pk)
    return {"may_enter": free, "whose": indicator.whose}


def rows_with_words(*, by: Access, plan: Plan) -> list[tuple[PlanIndicator, str]]:
    """The rows in the order of the table, each with its code, wording and the section that the table prints."""
    framework = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    printed = {row.code: row for row in framework.indicators}
    rows = PlanIndicator.objects.visible_to(by).filter(plan=plan)
    return [(row, _words(printed[row.code])) for row in rows if row.code in printed]


def _words(row: Indicator) -> str:
    section = f" ({row.section})" if row.section else ""
    return digits(f"[{row.code}] {row.text}{section}")
