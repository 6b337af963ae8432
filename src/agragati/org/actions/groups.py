"""Deeds on groups of offices across the tree."""

from __future__ import annotations

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, NotFound, Refused

from ..access import Access, P
from ..models import GroupSet, OfficeGroup
from ..selectors.offices import office_to_change
from .places import clean_name


def _require_national(by: Access) -> None:
    if not by.enter_scope(P.OFFICE_MANAGE).everything:
        raise Refused("Groupings are national: only an administrator of the whole country makes them.")


@transaction.atomic
def add_group_set(*, by: Access, key: str, name_bn: str, name_en: str = "", is_exclusive: bool = False) -> GroupSet:
    """Make a way of grouping; in an exclusive one an office is in at most one group. Same key twice gives one."""
    _require_national(by)
    made, new = GroupSet.objects.get_or_create(
        key=key,
        defaults={
            "name_bn": clean_name(name_bn, field="name_bn"), "name_en": name_en, "is_exclusive": is_exclusive
        },
    )  # fmt: skip
    if new:
        record(by=by, deed="org.add_group_set", about=f"group_set:{made.pk}", label=made.name_bn)
    return made


@transaction.atomic
def add_group(*, by: Access, set_key: str, key: str, name_bn: str, name_en: str = "") -> OfficeGroup:
    """Make a group in a set. Same key twice gives one."""
    _require_national(by)
    grouping = GroupSet.objects.filter(key=set_key).first()
    if grouping is None:
        raise NotFound("There is no such way of grouping.")
    made, new = OfficeGroup.objects.get_or_create(
        key=key, defaults={"set": grouping, "name_bn": clean_name(name_bn, field="name_bn"), "name_en": name_en}
    )
    if new:
        record(by=by, deed="org.add_group", about=f"group:{made.pk}", label=made.name_bn)
    return made


@transaction.atomic
def put_in_group(*, by: Access, office_id: int, group_key: str) -> None:
    """Put an office into a group; raises BadInput when its exclusive set has it in another group already."""
    here, group = office_to_change(by=by, office_id=office_id), _group(group_key)
    # The set is held, so that two people cannot put one office into two groups of it at once.
    grouping = GroupSet.objects.select_for_update().get(pk=group.set_id)
    if group.offices.filter(pk=here.pk).exists():
        return
    other = OfficeGroup.objects.filter(set=grouping, offices=here).first()
    if grouping.is_exclusive and other:
        raise BadInput("The office is in %(group)s already; this grouping allows one.", field="group", group=str(other))
    group.offices.add(here)
    record(by=by, deed="org.put_in_group", about=f"office:{here.pk}", label=here.name_bn, values={"group": group_key})


@transaction.atomic
def take_from_group(*, by: Access, office_id: int, group_key: str) -> None:
    """Take an office out of a group; not in it: nothing happens."""
    here, group = office_to_change(by=by, office_id=office_id), _group(group_key)
    if not group.offices.filter(pk=here.pk).exists():
        return
    group.offices.remove(here)
    record(by=by, deed="org.take_from_group", about=f"office:{here.pk}", label=here.name_bn,
           values={"group": group_key})  # fmt: skip


def _group(key: str) -> OfficeGroup:
    group = OfficeGroup.objects.select_related("set").filter(key=key).first()
    if group is None:
        raise NotFound("There is no such group.")
    return group
