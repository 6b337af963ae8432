"""One plan, row or event, fetched as the rights allow."""

from __future__ import annotations

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, P

from ..models import Plan, PlanIndicator, ProgressEvent
from .holders import require_entry

_GONE = "There is no such plan, or it is not yours to see."


def plan_to_read(*, by: Access, plan_id: int) -> Plan:
    """A plan within the viewing scope; raise NotFound."""
    found = Plan.objects.visible_to(by).select_related("office__area", "edition").filter(pk=plan_id).first()
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound(_GONE)
    return found


def plan_to_edit(*, by: Access, plan_id: int) -> Plan:
    """A plan that `by` may change; NotFound when unseen, Refused when only seen."""
    found = plan_to_read(by=by, plan_id=plan_id)
    by.require(P.PLAN_EDIT, found.office.path)
    return found


def indicator_to_read(*, by: Access, indicator_id: int) -> PlanIndicator:
    """One row within the viewing scope, with its plan; raise NotFound."""
    rows = PlanIndicator.objects.visible_to(by).select_related("plan__office__area", "plan__edition")
    found = rows.filter(pk=indicator_id).first()
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound(_GONE)
    return found


def indicator_to_edit(*, by: Access, indicator_id: int) -> PlanIndicator:
    """A row whose terms `by` may state; NotFound when unseen, Refused when only seen."""
    found = indicator_to_read(by=by, indicator_id=indicator_id)
    by.require(P.PLAN_EDIT, found.plan.office.path)
    return found


def indicator_to_enter(*, by: Access, indicator_id: int) -> PlanIndicator:
    """A row for which `by` may enter progress; NotFound when unseen, Refused when only seen."""
    found = indicator_to_read(by=by, indicator_id=indicator_id)
    require_entry(by=by, indicator=found)
    return found


def event_to_correct(*, by: Access, event_id: int) -> ProgressEvent:
    """An event still in force that `by` may correct or cancel."""
    found = (
        ProgressEvent.objects.visible_to(by)
        .in_force()
        .select_related("indicator__plan__office__area", "indicator__plan__edition")
        .filter(pk=event_id)
        .first()
    )
    if found is None:
        raise NotFound("There is no such entry, or it was already corrected.")
    require_entry(by=by, indicator=found.indicator)
    return found


def event_to_read(*, by: Access, event_id: int) -> ProgressEvent:
    """An event within the viewing scope, in force or not; raise NotFound."""
    rows = ProgressEvent.objects.visible_to(by).select_related(
        "indicator__plan__office__area", "indicator__plan__edition"
    )
    found = rows.filter(pk=event_id).first()
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound("There is no such entry, or it was already corrected.")
    return found


def event_that_was_read(*, by: Access, event_id: int) -> ProgressEvent:
    """An event whose form `by` has before them, in force or not: who was quicker is told by the deed (Conflict)."""
    found = event_to_read(by=by, event_id=event_id)
    require_entry(by=by, indicator=found.indicator)
    return found


def events_in_force(*, by: Access, indicator_id: int) -> list[ProgressEvent]:
    """Events that count for one row, oldest first; NotFound when the row is not within the viewing scope."""
    row = PlanIndicator.objects.visible_to(by).filter(pk=indicator_id).first()
    if row is None or not by.may(P.PLAN_VIEW):
        raise NotFound(_GONE)
    return list(row.events.in_force())
