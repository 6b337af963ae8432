"""Deeds on personal access tokens."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.kernel.text import normalise

from ..access import Access, P
from ..models import ApiToken
from ..rules.tokens import digest_of, written

LONGEST = datetime.timedelta(days=366)


@transaction.atomic
def make_token(*, by: Access, name: str, permissions: Iterable[str], expires_on: datetime.date) -> tuple[ApiToken, str]:
    """Make a token that acts as the present posting with no more than `permissions`. Returns it and its secret.

    The secret is shown once: only its hash is kept. Refused for a token itself, for someone acting by delegation,
    and for permissions not held.
    """
    by.require(P.TOKEN_OWN)
    if by.posting_id is None or by.acting_for_id is not None or by.token_id is not None:
        raise Refused("A token is made by the holder of a post, signed in in person.")
    title, wanted = normalise(name)[:80], sorted(set(permissions))
    if not title:
        raise BadInput("Write what the token is for.", field="name")
    if not wanted or not set(wanted) <= by.permissions:
        raise BadInput("A token gets some of your own permissions, and no other.", field="permissions")
    today = timezone.localdate()
    if not today < expires_on <= today + LONGEST:
        raise BadInput("A token lasts from one day to one year.", field="expires_on")
    prefix, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    token = ApiToken.objects.create(posting_id=by.posting_id, name=title, prefix=prefix, digest=digest_of(secret),
                                    permissions=wanted, expires_on=expires_on)  # fmt: skip
    record(by=by, deed="org.make_token", about=f"token:{token.pk}", label=title, values={"permissions": wanted})
    return token, written(prefix, secret)


@transaction.atomic
def revoke_token(*, by: Access, token_id: int) -> ApiToken:
    """End one of the own tokens at once. Ended already: nothing happens."""
    token = ApiToken.objects.filter(pk=token_id, posting__user_id=by.user_id or 0).first()
    if token is None:
        raise NotFound("There is no such token of yours.")
    if token.revoked_at is None:
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])
        record(by=by, deed="org.revoke_token", about=f"token:{token.pk}", label=token.name)
    return token


@transaction.atomic
def note_token_use(*, by: Access) -> None:
    """Write down the day on which the token of `by` was last used: one write a day, outside the audit."""
    today = timezone.localdate()
    ApiToken.objects.filter(pk=by.token_id or 0).exclude(used_on=today).update(used_on=today)
