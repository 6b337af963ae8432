"""Questions about offices: one, its line, what is below it, the tree of a past day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from agragati.kernel.errors import NotFound
from agragati.kernel.text import search_key

from ..access import Access, P
from ..models import Area, Office, OfficeGroup, OfficeSpell, Section
from ..models.offices import OfficeQuerySet, SpellQuerySet
from ..rules.paths import line_of


def office(*, by: Access, office_id: int) -> Office:
    """The office, when `by` may see it; raises NotFound otherwise."""
    found = Office.objects.visible_to(by).select_related("area", "parent__area").filter(pk=office_id).first()
    if found is None:
        raise NotFound("There is no such office, or it is outside your view.")
    return found


def office_to_change(*, by: Access, office_id: int, permission: str = P.OFFICE_MANAGE) -> Office:
    """The office, when `by` may use `permission` on it; raises NotFound or Refused."""
    found = office(by=by, office_id=office_id)
    by.require(permission, found.path, found.area_path)
    return found


def changeable(*, by: Access, offices: Iterable[Office]) -> set[int]:
    """Numbers of those of `offices` that `by` manages."""
    ids = [row.pk for row in offices]
    return set(Office.objects.enterable_by(by, P.OFFICE_MANAGE).filter(pk__in=ids).values_list("pk", flat=True))


def office_by_code(*, by: Access, code: str) -> Office:
    """The office with this code, when `by` may see it; raises NotFound."""
    found = Office.objects.visible_to(by).select_related("area").filter(code=code.strip()).first()
    if found is None:
        raise NotFound("There is no office with the code %(code)s in your view.", code=code)
    return found


def own_office(*, by: Access) -> Office:
    """The office of the post in which `by` works; raises NotFound for someone without a post."""
    found = Office.objects.select_related("area").filter(pk=by.office_id or 0).first()
    if found is None:
        raise NotFound("You hold no post at present.")
    return found


def subtree(*, by: Access, office_id: int, on: datetime.date | None = None) -> OfficeQuerySet:
    """The office and everything below it that is open on `on` (today), as far as `by` sees, in tree order."""
    root = office(by=by, office_id=office_id)
    day = on or timezone.localdate()
    return Office.objects.visible_to(by).within(root.path).open_on(day).order_by("path")


def children(*, by: Access, office_id: int, closed: bool = False) -> OfficeQuerySet:
    """Offices directly below, by code; `closed` adds those that are closed."""
    parent = office(by=by, office_id=office_id)
    rows = Office.objects.visible_to(by).filter(parent=parent).select_related("area")
    rows = rows if closed else rows.open_on(timezone.localdate())
    below = Office.objects.filter(parent=OuterRef("pk"))
    return rows.annotate(has_children=Exists(below)).order_by("kind", "code")


def higher_line(*, by: Access, office_id: int) -> list[Office]:
    """The offices above, from the top down, and the office itself: names that anyone in the line may know."""
    here = office(by=by, office_id=office_id)
    return list(Office.objects.filter(path__in=line_of(here.path)).order_by("path"))


def offices(
    *, by: Access, query: str = "", kind: str = "", area: str = "", group: str = "", closed: bool = False
) -> OfficeQuerySet:
    """The list of offices that `by` sees, narrowed by words, kind, area code and group key; by path."""
    rows = Office.objects.visible_to(by).select_related("area", "parent")
    if not closed:
        rows = rows.open_on(timezone.localdate())
    for word in search_key(query).split():
        rows = rows.filter(search_key__contains=f" {word}")
    if kind:
        rows = rows.filter(kind=kind)
    if area:
        rows = rows.filter(Q(area__path__endswith=f".{area}") | Q(area__path__contains=f".{area}."))
    if group:
        rows = rows.filter(pk__in=OfficeGroup.objects.filter(key=group).values("offices"))
    return rows.order_by("path")


def offices_after(*, by: Access, after: str, limit: int) -> list[Office]:
    """At most `limit` offices that follow the path `after` in tree order: pages that stay quick at any depth."""
    by.require(P.OFFICE_VIEW)
    return list(Office.objects.visible_to(by).filter(path__gt=after).order_by("path")[:limit])


def tree_on(*, by: Access, day: datetime.date, root: int | None = None) -> SpellQuerySet:
    """How the tree stood on `day`: one spell for each office that existed, by path of that day.

    Seen are offices that `by` sees today, wherever they stood then; `root` narrows to what stood below it.
    """
    rows = OfficeSpell.objects.filter(office__in=Office.objects.visible_to(by)).on(day)
    if root is not None:
        top = rows.filter(office_id=root).first()
        if top is None:
            raise NotFound("This office did not exist on that day, or is outside your view.")
        rows = rows.filter(Q(path=top.path) | Q(path__startswith=f"{top.path}."))
    return rows.order_by("path")


def path_on(*, by: Access, office_id: int, day: datetime.date) -> str:
    """Where a visible office stood on `day`; raises NotFound when it did not exist."""
    found = OfficeSpell.objects.filter(office=office(by=by, office_id=office_id)).on(day).first()
    if found is None:
        raise NotFound("This office did not exist on that day, or is outside your view.")
    return found.path


def spells_of(*, by: Access, office_id: int) -> SpellQuerySet:
    """The history of a visible office's name and place, oldest first."""
    return OfficeSpell.objects.filter(office=office(by=by, office_id=office_id)).select_related("parent")


def sections_of(*, by: Access, office_id: int) -> list[Section]:
    """Open sections of a visible office, by name."""
    here = office(by=by, office_id=office_id)
    return list(Section.objects.filter(office=here, valid_to__isnull=True).order_by("code", "name_bn"))


def areas(*, by: Access, level: str = "", parent: str = "") -> list[Area]:
    """Geography, open to every signed-in person; narrowed by level and by the code of the area above."""
    by.require_signed_in()
    rows = Area.objects.all()
    if level:
        rows = rows.filter(level=level)
    if parent:
        rows = rows.filter(parent_id=parent)
    return list(rows.order_by("path")[:700])


def area_of(*, by: Access, code: str) -> Area | None:
    """The area with a BBS code; None for "" and raises NotFound for an unknown code."""
    if not code:
        return None
    found = Area.objects.filter(code=code.upper()).first()
    if found is None:
        raise NotFound("There is no area with the code %(code)s.", code=code)
    return found
