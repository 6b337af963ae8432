"""Questions about posts, who holds them, and what attaches to them."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext

from agragati.kernel.errors import NotFound, Refused

from ..access import Access, P
from ..choices import DutyTopic
from ..models import Delegation, Duty, Office, Post, Posting, RoleGrant
from ..models.people import DutyQuerySet, PostingQuerySet, PostQuerySet


def post(*, by: Access, post_id: int) -> Post:
    """The post, when its office is within the view; raises NotFound otherwise."""
    found = Post.objects.visible_to(by).select_related("office__area", "section").filter(pk=post_id).first()
    if found is None:
        raise NotFound("There is no such post, or it is outside your view.")
    return found


def post_to_change(*, by: Access, post_id: int, permission: str = P.PEOPLE_MANAGE) -> Post:
    """The post, when `by` may use `permission` in its office; raises NotFound or Refused."""
    found = post(by=by, post_id=post_id)
    by.require(permission, found.office.path, found.office.area_path)
    return found


def posts_of(*, by: Access, office_id: int, on: datetime.date | None = None) -> PostQuerySet:
    """Posts of a visible office that exist on `on` (today), most senior first, each with `holders` of that day."""
    day = on or timezone.localdate()
    holders = Prefetch("postings", Posting.objects.held_on(day).select_related("user"), to_attr="holders")
    rows = Post.objects.visible_to(by).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), office_id=office_id)
    return rows.filter(valid_from__lte=day).select_related("section").prefetch_related(holders, "roles")


def posting(*, by: Access, posting_id: int) -> Posting:
    """The posting, when its office is within the view or it is the viewer's own; raises NotFound otherwise."""
    rows = Posting.objects.visible_to(by) | Posting.objects.filter(user_id=by.user_id or 0)
    found = rows.select_related("post__office__area", "user").filter(pk=posting_id).first()
    if found is None:
        raise NotFound("There is no such posting, or it is outside your view.")
    return found


def holders_on(*, by: Access, office_id: int, day: datetime.date) -> PostingQuerySet:
    """Who held which post of a visible office on `day`."""
    rows = Posting.objects.visible_to(by).held_on(day).filter(post__office_id=office_id)
    return rows.select_related("user", "post__section").order_by("post__seniority", "post_id")


def holder_of(*, by: Access, post_id: int, day: datetime.date | None = None) -> Posting | None:
    """The posting in force for a post on `day` (today); None while it is vacant. Any post: duties need its holder."""
    by.require_signed_in()
    rows = Posting.objects.held_on(day or timezone.localdate()).filter(post_id=post_id)
    return rows.select_related("user", "post__office").first()


def holders_by_post(*, by: Access, post_ids: list[int], day: datetime.date | None = None) -> dict[int, Posting]:
    """Postings in force on `day` (today) by post number; vacant posts are missing."""
    by.require_signed_in()
    rows = Posting.objects.held_on(day or timezone.localdate()).filter(post_id__in=post_ids)
    return {row.post_id: row for row in rows.select_related("user", "post__office")}


def history_of(*, by: Access, post_id: int) -> PostingQuerySet:
    """Everyone who held a visible post, latest first."""
    found = post(by=by, post_id=post_id)
    return Posting.objects.filter(post=found).select_related("user").order_by("-since", "-pk")


def duties(*, by: Access, office_id: int | None = None, about: str = "", post_id: int | None = None) -> DutyQuerySet:
    """Duties within the view, narrowed by office, thing or post; each with its post and office."""
    rows = Duty.objects.visible_to(by).select_related("post__office", "post__section")
    if office_id is not None:
        rows = rows.filter(post__office_id=office_id)
    if about:
        rows = rows.filter(about=about)
    if post_id is not None:
        rows = rows.filter(post_id=post_id)
    return rows.order_by("about", "kind", "pk")


def duty_holders(*, by: Access, office_id: int, about: str, kind: str = "") -> list[Posting]:
    """Postings of today that answer for `about` in an office: the focal point, the checker…"""
    rows = Duty.objects.filter(post__office_id=office_id, about=about)
    posts = (rows.filter(kind=kind) if kind else rows).values("post")
    by.require_signed_in()
    held = Posting.objects.held_on(timezone.localdate()).filter(post__in=posts)
    return list(held.select_related("user", "post__office"))


def duty_topics(*, by: Access) -> list[tuple[str, list[tuple[str, str]]]]:
    """What a duty may be about, by heading: things of every office, then what the apps above offer.

    Those apps are known to the settings alone (`DUTY_TOPICS`), for nothing here may look up to them.
    """
    offered = import_string(settings.DUTY_TOPICS)(by=by)
    return [(gettext("Every office"), list(DutyTopic.choices)), *offered]


def has_duty(*, by: Access, about: str, kind: str) -> bool:
    """Whether the post in which `by` works carries the duty `kind` for `about`."""
    return Duty.objects.filter(post_id=by.post_id or 0, about=about, kind=kind).exists()


def delegations(*, by: Access, office_id: int | None = None, open_only: bool = True) -> QuerySet[Delegation]:
    """Delegations in visible offices, and those from and to the viewer; latest first."""
    own = Delegation.objects.filter(Q(to_id=by.user_id or 0) | Q(posting__user_id=by.user_id or 0))
    rows = (Delegation.objects.visible_to(by) | own).select_related("posting__user", "posting__post__office", "to")
    if office_id is not None:
        rows = rows.filter(posting__post__office_id=office_id)
    if open_only:
        rows = rows.filter(withdrawn_at__isnull=True, until__gte=timezone.localdate())
    return rows.order_by("-since", "-pk")


def delegation(*, by: Access, delegation_id: int) -> Delegation:
    """One delegation that the viewer sees; raises NotFound otherwise."""
    found = delegations(by=by, open_only=False).filter(pk=delegation_id).first()
    if found is None:
        raise NotFound("There is no such delegation, or it is outside your view.")
    return found


def roles_of(*, by: Access, post_id: int) -> list[RoleGrant]:
    """The roles of a visible post."""
    return list(RoleGrant.objects.filter(post=post(by=by, post_id=post_id)).order_by("role"))


def require_not_own(*, by: Access, post: Post) -> None:
    """Raise Refused when `by` holds (or exercises) the post today: nobody changes the own rights."""
    held = Posting.objects.held_on(timezone.localdate()).filter(post=post, user_id=by.user_id or 0)
    if by.post_id == post.pk or held.exists():
        raise Refused("Nobody changes the rights of a post that they hold themselves.")


def offices_with_duty(*, by: Access, about: str) -> QuerySet[Office]:
    """Visible offices in which some post answers for `about`."""
    return Office.objects.visible_to(by).filter(posts__duties__about=about).distinct()
