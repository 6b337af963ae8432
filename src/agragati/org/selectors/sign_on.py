"""From a signed-in user to the Access that everything else asks."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from ..access import ROLES, Access, Grant, anonymous, reach_of
from ..models import Delegation, Posting, User
from ..scope import Scope

SESSION_KEY = "posting"


def postings_of(*, by: User) -> list[Posting]:
    """Postings the user holds or exercises by delegation today, own regular ones first."""
    today = timezone.localdate()
    delegated = Delegation.objects.filter(to=by, since__lte=today, until__gte=today, withdrawn_at__isnull=True)
    # Asked first: every request asks, and one question over both ways costs the database far more than two plain ones.
    given = list(delegated.values_list("posting", flat=True))
    held = Posting.objects.held_on(today).filter(Q(user=by) | Q(pk__in=given) if given else Q(user=by))
    rows = held.select_related("post__office__area", "post__section", "user").prefetch_related("post__roles")
    return sorted(rows, key=lambda row: (row.user_id != by.pk, row.kind != "regular", row.pk))


def postings_of_session(*, by: HttpRequest) -> list[Posting]:
    """The same for the person of a session, looked up once a request."""
    if not hasattr(by, "postings"):
        by.postings = postings_of(by=by.user) if by.user.is_authenticated else []  # type: ignore[attr-defined]
    return by.postings  # type: ignore[attr-defined,no-any-return]


def access_of_session(*, by: HttpRequest) -> Access:
    """Access of a signed-in session: the posting chosen in this session, else the first one."""
    user: Any = by.user
    if not user.is_authenticated:
        return anonymous()
    postings = postings_of_session(by=by)
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
    grants = tuple(_grant(row.role, office.path, area) for row in posting.post.roles.all() if row.role in ROLES)
    return Access(
        user_id=by.pk,
        posting_id=posting.pk,
        post_id=posting.post_id,
        office_id=office.pk,
        office_path=office.path,
        acting_for_id=posting.pk if acting else None,
        label=f"{by} → {posting.user}, {posting.post}" if acting else f"{by}, {posting.post}",
        office_name=office.name_bn,
        permissions=frozenset().union(*(grant.permissions for grant in grants)),
        enter=Scope.union(grant.enter for grant in grants),
        view=Scope.union(grant.view for grant in grants),
        search=Scope.union(grant.search for grant in grants),
        grants=grants,
    )


def _grant(key: str, path: str, area: str) -> Grant:
    role = ROLES[key]
    return Grant(
        key,
        role.permissions,
        enter=reach_of(role.enter, path, area),
        view=reach_of(role.view, path, area),
        search=reach_of(role.search, path, area),
    )
