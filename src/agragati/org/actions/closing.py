"""Deeds that end offices or make new ones out of them: close, merge, split, open again."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput

from ..access import Access
from ..choices import OfficeChange
from ..models import Committee, Office, OfficeSpell, Post, Section
from ..scope import is_within
from ..selectors.offices import office, office_to_change
from .offices import add_office
from .places import as_locked, day_or_today, place, require_after_last_change, require_line, require_open


@dataclass(frozen=True)
class NewOffice:
    """One office made by a split, with the children and posts that go to it."""

    name_bn: str
    code: str
    name_en: str = ""
    area_code: str = ""
    child_ids: tuple[int, ...] = ()
    post_ids: tuple[int, ...] = ()


@transaction.atomic
def close_office(
    *, by: Access, office_id: int, on: datetime.date | None = None, successor_id: int | None = None
) -> Office:
    """Close the office; `on` (today) is its last day.

    While offices below or posts are still open it is refused with the list of them, unless `successor_id` names
    the office that takes them over. A closed office stays as it is: closing twice does nothing.
    """
    here = office_to_change(by=by, office_id=office_id)
    if here.valid_to is not None:
        return here
    if successor_id is not None:
        return _end(by, here, on, successor_id, OfficeChange.CLOSED)
    day = day_or_today(on)
    require_line(by, here)
    Office.objects.lock_lines(here.path, alone=True)
    [here] = as_locked(by, [here])
    require_after_last_change(here, day)
    if left := what_is_open(here):
        raise BadInput(
            "These are still open: %(left)s. Close them first, or name the office that takes them over.",
            field="successor", left="; ".join(left),
        )  # fmt: skip
    _shut(here, day, OfficeChange.CLOSED, None)
    record(by=by, deed="org.close_office", about=f"office:{here.pk}", label=here.name_bn, values={"on": str(day)})
    return here


def what_is_open(here: Office, *, limit: int = 12) -> list[str]:
    """Names of open offices below and of open posts, at most `limit`, for the refusal."""
    below = Office.objects.filter(parent=here, valid_to__isnull=True).values_list("name_bn", flat=True)
    posts = Post.objects.filter(office=here, valid_to__isnull=True).values_list("title_bn", flat=True)
    return [*below[:limit], *posts[:limit]][:limit]


@transaction.atomic
def merge_offices(*, by: Access, office_id: int, into_id: int, on: datetime.date | None = None) -> Office:
    """Merge the office into another: offices below, posts with holders and duties, sections and committees move.

    `on` (today) is its last day; it stays in the history with `merged_into`. Returns the merged office.
    """
    here = office_to_change(by=by, office_id=office_id)
    if here.merged_into_id == into_id:
        return here
    require_open(here, day_or_today(on), field="on")
    return _end(by, here, on, into_id, OfficeChange.MERGED)


def _end(by: Access, here: Office, on: datetime.date | None, successor_id: int, change: str) -> Office:
    day = day_or_today(on)
    target = office_to_change(by=by, office_id=successor_id)
    Office.objects.lock_lines(here.path, target.path, alone=True)
    here, target = as_locked(by, [here, target])
    require_line(by, here)
    if is_within(target.path, here.path):
        raise BadInput("The successor lies below the office that closes. Move it out first.", field="successor")
    require_open(target, day, field="successor")
    require_after_last_change(here, day, below=True)
    moved = _hand_over(here, target, day)
    _shut(here, day, change, target)
    record(by=by, deed="org.merge_offices" if change == OfficeChange.MERGED else "org.close_office",
           about=f"office:{here.pk}", label=here.name_bn,
           values={"into": target.pk, "on": str(day), **moved})  # fmt: skip
    return here


def _hand_over(here: Office, target: Office, day: datetime.date) -> dict[str, int]:
    """Move everything open of `here` to `target`; returns how many of each."""
    below = list(Office.objects.filter(parent=here, valid_to__isnull=True))
    for child in below:
        place(child, target, day, OfficeChange.MOVED)
    _join_sections(here, target)
    posts = Post.objects.filter(office=here, valid_to__isnull=True).update(office=target, is_head=False)
    committees = Committee.objects.filter(office=here, dissolved_on__isnull=True)
    taken = set(Committee.objects.filter(office=target).values_list("name_bn", flat=True))
    moved = 0
    for committee in committees:
        name = committee.name_bn if committee.name_bn not in taken else f"{committee.name_bn} ({here.name_bn})"[:250]
        moved += Committee.objects.filter(pk=committee.pk).update(office=target, name_bn=name)
    return {"offices": len(below), "posts": posts, "committees": moved}


def _join_sections(here: Office, target: Office) -> None:
    """Sections of the same name become one; the others move."""
    twins = dict(Section.objects.filter(office=target).values_list("name_bn", "pk"))
    for section in Section.objects.filter(office=here, valid_to__isnull=True):
        if section.name_bn in twins:
            Post.objects.filter(section=section).update(section_id=twins[section.name_bn])
        else:
            Section.objects.filter(pk=section.pk).update(office=target)


def _shut(here: Office, day: datetime.date, change: str, target: Office | None) -> None:
    merged = target if change == OfficeChange.MERGED else None
    here.valid_to, here.merged_into = day, merged
    here.save(update_fields=["valid_to", "merged_into"])
    OfficeSpell.objects.filter(office=here, until__isnull=True).update(until=day, ended=change)
    Section.objects.filter(office=here, valid_to__isnull=True).update(valid_to=day)


@transaction.atomic
def split_office(
    *, by: Access, office_id: int, into: Iterable[NewOffice], on: datetime.date | None = None
) -> list[Office]:
    """Make new offices beside this one, each taking the named offices below and posts; this one stays open.

    Raises BadInput when a child or post named is not of this office, or is named twice.
    """
    here = office_to_change(by=by, office_id=office_id)
    day, parts = day_or_today(on), list(into)
    require_line(by, here)
    Office.objects.lock_lines(here.path, alone=True)
    [here] = as_locked(by, [here])
    require_open(here, day, field="on")
    require_after_last_change(here, day, below=True)
    _require_shares(here, parts)
    made = []
    for part in parts:
        new = add_office(by=by, parent_id=here.parent_id, kind=here.kind, name_bn=part.name_bn, name_en=part.name_en,
                         code=part.code, area_code=part.area_code or here.area_id or "", on=day,
                         change=OfficeChange.SPLIT)  # fmt: skip
        for child in Office.objects.filter(pk__in=part.child_ids, parent=here):
            place(child, new, day, OfficeChange.MOVED)
        Post.objects.filter(pk__in=part.post_ids, office=here).update(office=new, section=None, is_head=False)
        made.append(new)
    record(by=by, deed="org.split_office", about=f"office:{here.pk}", label=here.name_bn,
           values={"into": [new.pk for new in made], "on": str(day)})  # fmt: skip
    return made


def _require_shares(here: Office, parts: list[NewOffice]) -> None:
    children = [pk for part in parts for pk in part.child_ids]
    posts = [pk for part in parts for pk in part.post_ids]
    if len(set(children)) != len(children) or len(set(posts)) != len(posts):
        raise BadInput("An office or post can go to one new office only.", field="into")
    if Office.objects.filter(Q(parent=here), pk__in=children).count() != len(children):
        raise BadInput("An office named for a new office does not lie below the one that is split.", field="into")
    if Post.objects.filter(office=here, pk__in=posts).count() != len(posts):
        raise BadInput("A post named for a new office does not belong to the one that is split.", field="into")


@transaction.atomic
def reopen_office(*, by: Access, office_id: int, on: datetime.date | None = None) -> Office:
    """Open a closed office again from `on` (today) at its old place. An open one stays as it is."""
    here = office_to_change(by=by, office_id=office_id)
    day = day_or_today(on)
    if here.valid_to is None:
        return here
    require_line(by, here)
    Office.objects.lock_lines(here.path, alone=True)
    [here] = as_locked(by, [here])
    if here.parent:
        require_open(here.parent, day, field="on")
    if here.valid_to and day <= here.valid_to:
        raise BadInput("The office was still open on this day.", field="on")
    Office.objects.filter(pk=here.pk).update(valid_to=None, merged_into=None)
    OfficeSpell.objects.all().turn(here.path, day, OfficeChange.REOPENED, below=False)
    record(by=by, deed="org.reopen_office", about=f"office:{here.pk}", label=here.name_bn, values={"on": str(day)})
    return office(by=by, office_id=office_id)
