"""Deeds on posts (পদ) and their roles."""

from __future__ import annotations

import datetime

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.text import normalise

from ..access import ROLES, Access, P, may_hand_out
from ..models import Post, Posting, RoleGrant, Section
from ..selectors.offices import office_to_change
from ..selectors.posts import post, post_to_change, require_not_own
from .places import clean_name, day_or_today, require_open


@transaction.atomic
def add_post(
    *, by: Access, office_id: int, title_bn: str, title_en: str = "", section_id: int | None = None,
    seniority: int = 100, is_head: bool = False, on: datetime.date | None = None,
) -> Post:  # fmt: skip
    """Open a post in an office (or one of its sections) from `on` (today).

    `seniority` 1 is the most senior. Raises BadInput for a second head or a section of another office.
    """
    here = office_to_change(by=by, office_id=office_id, permission=P.PEOPLE_MANAGE)
    day, title = day_or_today(on), clean_name(title_bn, field="title_bn")
    require_open(here, day, field="on")
    if section_id is not None and not Section.objects.filter(pk=section_id, office=here, valid_to=None).exists():
        raise BadInput("The section does not belong to this office or is closed.", field="section")
    if is_head and Post.objects.filter(office=here, is_head=True, valid_to__isnull=True).exists():
        raise BadInput("The office has a head already.", field="is_head")
    made = Post.objects.create(
        office=here, section_id=section_id, title_bn=title, title_en=normalise(title_en), seniority=seniority,
        is_head=is_head, valid_from=day,
    )  # fmt: skip
    record(by=by, deed="org.add_post", about=f"post:{made.pk}", label=title, values={"office": here.pk})
    return made


@transaction.atomic
def close_post(*, by: Access, post_id: int, on: datetime.date | None = None) -> Post:
    """Close a post; its last day is `on` (today). Refused while someone holds it or it carries duties."""
    here = post_to_change(by=by, post_id=post_id)
    day = day_or_today(on)
    if here.valid_to is not None:
        return here
    if Posting.objects.filter(post=here, until__isnull=True).exists():
        raise BadInput("Someone holds this post. End the posting first.", field="post")
    if here.duties.exists():
        raise BadInput("This post still carries duties. Give them to another post first.", field="post")
    if day < here.valid_from:
        raise BadInput("A post cannot close before it opens.", field="on")
    Post.objects.filter(pk=here.pk).update(valid_to=day)
    record(by=by, deed="org.close_post", about=f"post:{here.pk}", label=here.title_bn, values={"on": str(day)})
    return post(by=by, post_id=post_id)


@transaction.atomic
def grant_role(*, by: Access, post_id: int, role: str) -> RoleGrant:
    """Give a role of `access.roles` to a post; given already: nothing happens.

    Refused on a post that `by` holds, and for a role that `by` may not hand out.
    """
    here = post_to_change(by=by, post_id=post_id, permission=P.ROLE_GRANT)
    _require_may_give(by, here, role)
    grant, made = RoleGrant.objects.get_or_create(post=here, role=role)
    if made:
        record(by=by, deed="org.grant_role", about=f"post:{here.pk}", label=here.title_bn, values={"role": role})
    return grant


@transaction.atomic
def revoke_role(*, by: Access, post_id: int, role: str) -> None:
    """Take a role from a post; not there: nothing happens. Refused like the giving."""
    here = post_to_change(by=by, post_id=post_id, permission=P.ROLE_GRANT)
    _require_may_give(by, here, role)
    gone, _ = RoleGrant.objects.filter(post=here, role=role).delete()
    if gone:
        record(by=by, deed="org.revoke_role", about=f"post:{here.pk}", label=here.title_bn, values={"role": role})


def _require_may_give(by: Access, here: Post, role: str) -> None:
    if role not in ROLES:
        raise BadInput("There is no such role.", field="role")
    require_not_own(by=by, post=here)
    if not may_hand_out(by, ROLES[role]):
        raise Refused("You may not give or take this role.", role=role)
