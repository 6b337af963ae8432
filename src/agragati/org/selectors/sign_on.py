"""From a signed-in user to the Access that everything else asks."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from ..access import ROLES, Access, Reach, anonymous
from ..models import Posting, User
from ..scope import Scope

SESSION_KEY = "posting"


def postings_of(*, by: User) -> list[Posting]:
    """Postings the user holds or exercises by delegation today, own regular ones first."""
    today = timezone.localdate()
    delegated = Q(
        delegations__to=by,
        delegations__since__lte=today,
        delegations__until__gte=today,
        delegations__withdrawn_at__isnull=True,
    )
    held = Posting.objects.held_on(today).filter(Q(user=by) | delegated).distinct()
    rows = held.select_related("post__office__area", "post__section", "user").prefetch_related("post__roles")
    return sorted(rows, key=lambda row: (row.user_id != by.pk, row.kind != "regular", row.pk))


def access_of_request(*, by: HttpRequest) -> Access:
    """Access of a web request: the posting chosen in this session, else the first one."""
    user: Any = by.user
    if not user.is_authenticated:
        return anonymous()
    postings = postings_of(by=user)
    chosen = by.session.get(SESSION_KEY)
    posting = next((row for row in postings if row.pk == chosen), postings[0] if postings else None)
    return access_of_posting(by=user, posting=posting)


def access_of_posting(*, by: User, posting: Posting | None) -> Access:
    """Access of a user in one posting; without a posting a person may do nothing but see who they are."""
    if posting is None:
        return Access(user_id=by.pk, label=str(by))
    acting = posting.user_id != by.pk
    office = posting.post.office
    area = office.area.path if office.area else ""
    roles = [ROLES[grant.role] for grant in posting.post.roles.all() if grant.role in ROLES]
    return Access(
        user_id=by.pk,
        posting_id=posting.pk,
        post_id=posting.post_id,
        office_id=office.pk,
        office_path=office.path,
        acting_for_id=posting.pk if acting else None,
        label=f"{by} → {posting.user}, {posting.post}" if acting else f"{by}, {posting.post}",
        permissions=frozenset().union(*(role.permissions for role in roles)),
        enter=_scope([role.enter for role in roles], office.path, area),
        view=_scope([role.view for role in roles], office.path, area),
        search=_scope([role.search for role in roles], office.path, area),
    )


def _scope(reaches: list[Reach], path: str, area: str) -> Scope:
    return Scope(
        subtrees=(path,) if {Reach.BELOW, Reach.AREA} & set(reaches) else (),
        offices=(path,) if set(reaches) - {Reach.NONE} else (),
        children_of=(path,) if Reach.CHILDREN in reaches else (),
        areas=(area,) if Reach.AREA in reaches and area else (),
        everything=Reach.ALL in reaches,
    )
