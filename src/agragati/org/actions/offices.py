"""Deeds on one office: add, rename, move, close, open again."""

from __future__ import annotations

import datetime

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise

from ..access import Access
from ..choices import OfficeChange, OfficeKind
from ..models import Office, OfficeSpell
from ..rules.paths import child_path
from ..scope import is_within
from ..selectors.offices import office, office_to_change
from .places import (
    area_for,
    both_places,
    clean_name,
    day_or_today,
    keys_of,
    parent_to_change,
    place,
    require_after_last_change,
    require_line,
    require_open,
    same_office,
)


@transaction.atomic
def add_office(
    *, by: Access, parent_id: int | None, kind: str, name_bn: str, code: str, name_en: str = "", area_code: str = "",
    memo_code: str = "", address_bn: str = "", website: str = "", on: datetime.date | None = None,
    change: str = OfficeChange.ADDED, is_demo: bool = False,
) -> Office:  # fmt: skip
    """Open a new office under `parent_id` (None = at the top) from `on` (today).

    The same call twice gives the same office. Raises NotFound or Refused for the parent, BadInput naming the
    field for an empty name, an unknown kind or area, a code in use, a closed parent.
    """
    day, name = day_or_today(on), clean_name(name_bn, field="name_bn")
    code, name_en = normalise(code), normalise(name_en)
    if kind not in OfficeKind.values:
        raise BadInput("Choose the kind of office.", field="kind")
    parent = parent_to_change(by, parent_id)
    if parent:
        require_open(parent, day, field="parent")
    if existing := same_office(code, parent_id, name):
        return existing
    number = Office.objects.next_number()
    made = Office.objects.create(
        id=number, parent=parent, path=child_path(parent.path if parent else "", number), kind=kind, name_bn=name,
        name_en=name_en, code=code, area=area_for(by, area_code), memo_code=normalise(memo_code),
        address_bn=normalise(address_bn), website=website.strip(), valid_from=day, is_demo=is_demo,
        **keys_of(name, name_en, code),
    )  # fmt: skip
    OfficeSpell.objects.create(office=made, parent=parent, path=made.path, kind=kind, name_bn=name,
                               name_en=name_en, change=change, since=day)  # fmt: skip
    record(by=by, deed="org.add_office", about=f"office:{number}", label=name,
           values={"code": code, "kind": kind, "parent": parent_id, "on": str(day)})  # fmt: skip
    return made


@transaction.atomic
def rename_office(
    *, by: Access, office_id: int, name_bn: str, name_en: str = "", on: datetime.date | None = None
) -> Office:
    """Give the office a new name from `on` (today); the old one stays in its history. Same name: nothing happens."""
    here = office_to_change(by=by, office_id=office_id)
    day, name, english = day_or_today(on), clean_name(name_bn, field="name_bn"), normalise(name_en)
    if (here.name_bn, here.name_en) == (name, english):
        return here
    require_open(here, day, field="on")
    require_after_last_change(here, day)
    before = {"name_bn": here.name_bn, "name_en": here.name_en}
    Office.objects.filter(pk=here.pk).update(name_bn=name, name_en=english, **keys_of(name, english, here.code))
    OfficeSpell.objects.all().turn(here.path, day, OfficeChange.RENAMED, below=False)
    record(by=by, deed="org.rename_office", about=f"office:{here.pk}", label=name,
           values={"before": before, "after": {"name_bn": name, "name_en": english}, "on": str(day)})  # fmt: skip
    return office(by=by, office_id=office_id)


@transaction.atomic
def change_office_details(
    *, by: Access, office_id: int, memo_code: str = "", address_bn: str = "", website: str = "", area_code: str = ""
) -> Office:
    """Set what does not belong to the tree: memo code, address, website, area."""
    here = office_to_change(by=by, office_id=office_id)
    after = {"memo_code": normalise(memo_code), "address_bn": normalise(address_bn), "website": website.strip()}
    before = {field: getattr(here, field) for field in after}
    area = area_for(by, area_code)
    Office.objects.filter(pk=here.pk).update(**after, area=area)
    record(by=by, deed="org.change_office_details", about=f"office:{here.pk}", label=here.name_bn,
           values={"before": before | {"area": here.area_id}, "after": after | {"area": area and area.pk}})  # fmt: skip
    return office(by=by, office_id=office_id)


@transaction.atomic
def move_office(*, by: Access, office_id: int, parent_id: int | None, on: datetime.date | None = None) -> Office:
    """Put the office, with everything below it, under another office from `on` (today).

    The paths of the subtree change in one UPDATE while both lines are held. Raises Refused when `by` does not
    manage the line above both places; BadInput for a closed new parent or one inside the moved subtree.
    """
    day = day_or_today(on)
    here, target = both_places(by, office_id, parent_id)
    if here.parent_id == parent_id:
        return here
    require_line(by, here)
    require_open(here, day, field="on")
    require_after_last_change(here, day, below=True)
    if target:
        if is_within(target.path, here.path):
            raise BadInput("An office cannot be moved below itself.", field="parent")
        require_open(target, day, field="parent")
    before, here.parent = here.parent_id, target
    here.path = place(here, target, day, OfficeChange.MOVED)
    record(by=by, deed="org.move_office", about=f"office:{here.pk}", label=here.name_bn,
           values={"before": before, "after": parent_id, "on": str(day)})  # fmt: skip
    return here
