"""From a written access token to the Access it gives."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest
from django.utils import timezone

from ..access import Access, Grant, anonymous
from ..models import ApiToken, Posting
from ..rules.tokens import matches, parts_of
from ..scope import Scope
from .sign_on import access_of_posting

FOR_PROGRAMS = ("/api/", "/scim/")


def tokens_of(*, by: Access) -> list[ApiToken]:
    """The viewer's own tokens, newest first; the secrets are known to nobody."""
    rows = ApiToken.objects.filter(posting__user_id=by.user_id or 0)
    return list(rows.select_related("posting__post__office").order_by("-made_at")[:100])


def access_of_token(*, by: HttpRequest) -> Access:
    """What the bearer token of a request allows: its posting's rights, cut to the permissions it names.

    A wrong, revoked or expired token, an ended posting or a person switched off give a visitor's access.
    """
    prefix, secret = parts_of(by.headers.get("Authorization", "").removeprefix("Bearer "))
    today = timezone.localdate()
    live = ApiToken.objects.filter(prefix=prefix, revoked_at__isnull=True, expires_on__gte=today)
    token = live.filter(posting__user__is_active=True).first() if prefix else None
    if token is None or not matches(secret, token.digest):
        return anonymous()
    held = Posting.objects.held_on(today).select_related("post__office__area", "user").filter(pk=token.posting_id)
    posting = held.prefetch_related("post__roles").first()
    if posting is None:
        return anonymous()
    return _cut(access_of_posting(by=posting.user, posting=posting), token)


def _cut(access: Access, token: ApiToken) -> Access:
    named = frozenset(token.permissions)
    grants = tuple(replace(grant, permissions=grant.permissions & named) for grant in access.grants)
    useful: list[Grant] = [grant for grant in grants if grant.permissions]
    return replace(
        access,
        permissions=access.permissions & named,
        grants=tuple(useful),
        enter=Scope.union(grant.enter for grant in useful),
        view=Scope.union(grant.view for grant in useful),
        search=Scope.union(grant.search for grant in useful),
        label=f"{access.label} ({token.name})",
        token_id=token.pk,
    )


def is_bearer(*, by: HttpRequest) -> bool:
    """Whether a program speaks, with an access token instead of a session. Pages for people never take tokens."""
    return by.path.startswith(FOR_PROGRAMS) and by.headers.get("Authorization", "").startswith("Bearer ")
