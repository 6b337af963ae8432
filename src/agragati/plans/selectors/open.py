"""What waits: rows of the running plans that are due, undone or unclear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.kernel.digits import to_latin
from agragati.kernel.fiscal import FiscalYear
from agragati.kernel.search import matches
from agragati.org.access import Access

from ..models import Plan, PlanIndicator
from ..rules.choices import State
from ..rules.life_states import OVER
from .editions import framework_of
from .sheets import SheetRow


@dataclass(frozen=True)
class OpenRow:
    """One thing to do: the row, the earliest date that matters, and why it waits."""

    record: PlanIndicator
    plan: Plan
    text: str
    due: date | None
    tone: str
    words: str | Promise


def open_rows(*, by: Access, plan: Plan, rows: Sequence[SheetRow]) -> list[OpenRow]:
    """What waits among the scored rows of a plan, in the order of the table; nothing in a year that is over."""
    if plan.stage in OVER:
        return []
    today = timezone.localdate()
    return [found for row in rows if (found := _waits(plan, row, today))]


def is_running(*, by: Access, plan: Plan) -> bool:
    """Whether the office has no newer plan that is not closed: only the newest asks for work."""
    return not Plan.objects.filter(pk=plan.pk).filter(has_newer()).exists()


def has_newer() -> Exists:
    """The question whether the office of a plan has a newer one that is not over, for use inside a query of plans."""
    newer = Plan.objects.filter(office_id=OuterRef("office_id"), fiscal_year__gt=OuterRef("fiscal_year"))
    return Exists(newer.exclude(stage__in=OVER))


def _waits(plan: Plan, row: SheetRow, today: date) -> OpenRow | None:
    record, state = row.record, row.scored.score.state
    due = record.own_due or _first_target(row)
    if state is State.NO_FIGURE:
        return OpenRow(record, plan, row.indicator.text, due, "warn", _("No figure stated"))
    if state is State.NOT_YET:
        late = due is not None and due < today
        return OpenRow(
            record, plan, row.indicator.text, due, "bad" if late else "info", _("Late") if late else _("Not yet")
        )
    if row.indicator.weight is None:
        return OpenRow(record, plan, row.indicator.text, None, "info", _("Weight unknown"))
    return None


def _first_target(row: SheetRow) -> date | None:
    return next((value for _, value in row.indicator.targets if isinstance(value, date)), None)


def newest_year(*, by: Access) -> int | None:
    """The newest fiscal year in which the reader's own office has a plan."""
    if by.office_id is None:
        return None
    rows = Plan.objects.visible_to(by).filter(office_id=by.office_id)
    return rows.order_by("-fiscal_year").values_list("fiscal_year", flat=True).first()


def plans_of_office(*, by: Access, office_id: int) -> list[Plan]:
    """All plans of one office, newest first."""
    rows = Plan.objects.visible_to(by).filter(office_id=office_id).select_related("office", "edition")
    return list(rows.order_by("-fiscal_year", "kind")[:20])


def plans_of_children(*, by: Access, office_id: int, fiscal_year: int) -> list[Plan]:
    """Plans of the offices one level below, in tree order (at most 100)."""
    rows = Plan.objects.visible_to(by).filter(office__parent_id=office_id, fiscal_year=fiscal_year)
    return list(rows.select_related("office").order_by("path")[:100])


def indicators_found(*, by: Access, office_id: int, text: str, limit: int) -> list[tuple[int, str]]:
    """Rows of the office's plans whose wording or code fits `text`, newest year first: (id, label)."""
    code = to_latin(text).strip("[] ")
    found: list[tuple[int, str]] = []
    for plan in plans_of_office(by=by, office_id=office_id):
        framework = framework_of(by=by, edition=plan.edition, tier=plan.tier)
        wanted = {i.code: i for i in framework.indicators if i.code == code or matches(text, i.text)}
        rows = PlanIndicator.objects.filter(plan=plan, code__in=wanted).order_by("position")
        year = FiscalYear(plan.fiscal_year).label
        found += [(row.pk, f"[{row.code}] {wanted[row.code].text}, {year}") for row in rows]
        if len(found) >= limit:
            break
    return found[:limit]
