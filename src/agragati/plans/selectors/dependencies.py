"""What indicators need from other offices."""

from __future__ import annotations

from django.utils import timezone

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, P
from agragati.org.models import Office

from ..models import Dependency

_RELATED = ("indicator__plan__office__area", "indicator__plan__edition", "office__area")


def dependencies_of(*, by: Access, indicator_id: int) -> list[Dependency]:
    """What one row needs of other offices, oldest first (at most 50)."""
    rows = Dependency.objects.visible_to(by).filter(indicator=indicator_id).select_related(*_RELATED)
    return list(rows.order_by("pk")[:50])


def dependency(*, by: Access, dependency_id: int) -> Dependency:
    """One of them, for the office that asked and the office asked; raise NotFound for others."""
    found = Dependency.objects.visible_to(by).select_related(*_RELATED).filter(pk=dependency_id).first()
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound("There is no such request, or it is not yours to see.")
    return found


def office_to_ask(*, by: Access, office_id: int) -> Office:
    """Any open office of the country, for asking it; raise NotFound."""
    by.require(P.PROGRESS_ENTER)
    found = Office.objects.open_on(timezone.localdate()).filter(pk=office_id).first()
    if found is None:
        raise NotFound("There is no such office.")
    return found


def may_answer(*, by: Access, dependency: Dependency) -> bool:
    """Whether the reader answers for the office asked."""
    return dependency.state == "open" and by.may_enter(P.PROGRESS_ENTER, dependency.office.path)


def may_drop(*, by: Access, dependency: Dependency) -> bool:
    """Whether the reader may take the request back."""
    plan = dependency.indicator.plan
    return dependency.state == "open" and by.may_enter(P.PROGRESS_ENTER, plan.office.path)
