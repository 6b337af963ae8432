"""Deeds on groups of offices across the tree."""

from __future__ import annotations

import re

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise

from ..access import Access
from ..models import GroupSet, OfficeGroup
from ..selectors.groups import group, group_set, require_grouping
from ..selectors.offices import office_to_change
from .places import clean_name

_IN_USE = "This short name belongs to another one."


_KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


@transaction.atomic
def add_group_set(*, by: Access, key: str, name_bn: str, name_en: str = "", is_exclusive: bool = False) -> GroupSet:
    """Make a way of grouping; in an exclusive one an office is in at most one group.

    The same key and name twice gives one; raises BadInput for a key that names another grouping.
    """
    require_grouping(by=by)
    name = clean_name(name_bn, field="name_bn")
    made, new = GroupSet.objects.get_or_create(
        key=_clean_key(key), defaults={"name_bn": name, "name_en": normalise(name_en), "is_exclusive": is_exclusive}
    )
    if made.name_bn != name:
        raise BadInput(_IN_USE, field="key")
    if new:
        record(by=by, deed="org.add_group_set", about=f"group_set:{made.pk}", label=name)
    return made


@transaction.atomic
def add_group(*, by: Access, set_key: str, key: str, name_bn: str, name_en: str = "") -> OfficeGroup:
    """Make a group in a set. The same key and name twice gives one; BadInput for a key that names another group."""
    require_grouping(by=by)
    grouping, name = group_set(by=by, key=set_key), clean_name(name_bn, field="name_bn")
    made, new = OfficeGroup.objects.get_or_create(
        key=_clean_key(key), defaults={"set": grouping, "name_bn": name, "name_en": normalise(name_en)}
    )
    if (made.set_id, made.name_bn) != (grouping.pk, name):
        raise BadInput(_IN_USE, field="key")
    if new:
        record(by=by, deed="org.add_group", about=f"group:{made.pk}", label=name)
    return made


def _clean_key(key: str) -> str:
    short = key.strip().lower()
    if len(short) > 50 or not _KEY.fullmatch(short):
        raise BadInput("A short name has small Latin letters, digits and hyphens only.", field="key")
    return short


@transaction.atomic
def put_in_group(*, by: Access, office_id: int, group_key: str) -> None:
    """Put an office into a group; raises BadInput when its exclusive set has it in another group already."""
    here, joined = office_to_change(by=by, office_id=office_id), group(by=by, key=group_key)
    # The set is held, so that two people cannot put one office into two groups of it at once.
    grouping = GroupSet.objects.select_for_update().get(pk=joined.set_id)
    if joined.offices.filter(pk=here.pk).exists():
        return
    other = OfficeGroup.objects.filter(set=grouping, offices=here).first()
    if grouping.is_exclusive and other:
        raise BadInput("The office is in %(group)s already; this grouping allows one.", field="group", group=str(other))
    joined.offices.add(here)
    record(by=by, deed="org.put_in_group", about=f"office:{here.pk}", label=here.name_bn,
           values={"group": joined.key})  # fmt: skip


@transaction.atomic
def take_from_group(*, by: Access, office_id: int, group_key: str) -> None:
    """Take an office out of a group; not in it: nothing happens."""
    here, left = office_to_change(by=by, office_id=office_id), group(by=by, key=group_key)
    if left.offices.filter(pk=here.pk).exists():
        left.offices.remove(here)
        record(by=by, deed="org.take_from_group", about=f"office:{here.pk}", label=here.name_bn,
           values={"group": left.key})  # fmt: skip
