"""Questions about groups of offices across the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from agragati.kernel.errors import NotFound, Refused

from ..access import Access, P
from ..models import GroupSet, Office, OfficeGroup
from ..models.offices import OfficeQuerySet
from .offices import office, office_to_change


@dataclass(frozen=True)
class GroupRow:
    """A group and how many of its offices the viewer sees."""

    group: OfficeGroup
    offices: int


@dataclass(frozen=True)
class GroupSheet:
    """One way of grouping with its groups."""

    set: GroupSet
    groups: Sequence[GroupRow]


def may_group(*, by: Access) -> bool:
    """Whether `by` may make groupings: they are national."""
    return by.enter_scope(P.OFFICE_MANAGE).everything


def require_grouping(*, by: Access) -> None:
    """Raise Refused for anyone but an administrator of the whole country."""
    if not may_group(by=by):
        raise Refused("Groupings are national: only an administrator of the whole country makes them.")


def group_set(*, by: Access, key: str) -> GroupSet:
    """The way of grouping with this key; raises NotFound. Its name is as open as the list of offices."""
    by.require(P.OFFICE_VIEW)
    found = GroupSet.objects.filter(key=key).first()
    if found is None:
        raise NotFound("There is no such way of grouping.")
    return found


def group_sheets(*, by: Access) -> list[GroupSheet]:
    """Every way of grouping with the groups that `by` sees, by name."""
    seen = _seen(by)
    links = OfficeGroup.offices.through.objects.filter(office__in=Office.objects.visible_to(by))
    counts = dict(links.values_list("officegroup").annotate(n=Count("pk")))
    rows = [GroupRow(row, counts.get(row.pk, 0)) for row in seen.order_by("name_bn")]
    return [
        GroupSheet(here, [row for row in rows if row.group.set_id == here.pk])
        for here in GroupSet.objects.order_by("name_bn")
    ]


def _seen(by: Access, within: str = "view") -> QuerySet[OfficeGroup]:
    """Groups with an office in the view; every one for who manages offices and so may put one in.

    `within` "directory": every group of the country, for naming one as an addressee.
    """
    by.require(P.OFFICE_VIEW)
    rows = OfficeGroup.objects.select_related("set")
    if within == "directory" or by.may(P.OFFICE_MANAGE):
        return rows
    return rows.filter(pk__in=OfficeGroup.objects.filter(offices__in=Office.objects.visible_to(by)).values("pk"))


def group(*, by: Access, key: str, within: str = "view") -> OfficeGroup:
    """The group with this key, when `by` sees it (`within` "directory": any); raises NotFound otherwise."""
    found = _seen(by, within).filter(key=key).first()
    if found is None:
        raise NotFound("There is no such group, or none of its offices is within your view.")
    return found


def offices_in_group(*, by: Access, group: OfficeGroup) -> OfficeQuerySet:
    """The offices of a group that `by` sees, by path; closed ones stay in their group."""
    rows = Office.objects.visible_to(by).select_related("parent")
    return rows.filter(pk__in=group.offices.through.objects.filter(officegroup=group).values("office")).order_by("path")


def groups_of(*, by: Access, office_id: int) -> list[OfficeGroup]:
    """The groups of a visible office, by the way of grouping."""
    here = office(by=by, office_id=office_id)
    return list(OfficeGroup.objects.filter(offices=here).select_related("set").order_by("set__name_bn", "name_bn"))


def group_choices(
    *, by: Access, without: int | None = None, within: str = "view"
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups to choose from, (way of grouping, [(key, name)]); `without` leaves out those the office is in.

    `within` "directory": every group of the country.
    """
    seen = _seen(by, within)
    if without is not None:
        seen = seen.exclude(pk__in=[row.pk for row in groups_of(by=by, office_id=without)])
    choices: dict[str, list[tuple[str, str]]] = {}
    for row in seen.order_by("set__name_bn", "name_bn"):
        choices.setdefault(row.set.name_bn, []).append((row.key, row.name_bn))
    return list(choices.items())


def membership_to_change(*, by: Access, group_key: str, office_id: int) -> tuple[OfficeGroup, Office]:
    """The group and an office of it that `by` manages; raises NotFound or Refused."""
    here = office_to_change(by=by, office_id=office_id)
    found = group(by=by, key=group_key)
    if not found.offices.filter(pk=here.pk).exists():
        raise NotFound("The office is not in this group.")
    return found, here
