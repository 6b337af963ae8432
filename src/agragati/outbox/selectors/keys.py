"""Keys (API tokens) of a person, with how far each may send; and the SMS that came in."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from agragati.org.access import Access, P
from agragati.org.models import ApiToken
from agragati.org.selectors import own_token, tokens_of

from ..choices import Mode
from ..models import Inbound, KeyMode


@dataclass(frozen=True)
class Key:
    """One key and how far it may send."""

    token: ApiToken
    mode: Mode


def mode_of_key(*, by: Access) -> Mode:
    """How far the key of the one who asks may send; a person signed in sends to everyone."""
    if by.token_id is None:
        return Mode.LIVE
    found = KeyMode.objects.filter(token=by.token_id).values_list("mode", flat=True).first()
    return Mode(found) if found else Mode.TEST


def keys_of(*, by: Access) -> list[Key]:
    """The own keys that may send messages and have not ended."""
    tokens = [one for one in tokens_of(by=by) if one.revoked_at is None and P.MESSAGE_SEND in one.permissions]
    modes = dict(KeyMode.objects.filter(token__in=tokens).values_list("token", "mode"))
    return [Key(one, Mode(modes.get(one.pk, Mode.TEST))) for one in tokens]


def key_of(*, by: Access, token_id: int) -> Key:
    """One own key; raises NotFound."""
    token = own_token(by=by, token_id=token_id)
    found = KeyMode.objects.filter(token=token).first()
    return Key(token, Mode(found.mode) if found else Mode.TEST)


def inbound(*, by: Access) -> QuerySet[Inbound]:
    """SMS that came in from numbers of offices within the view; unknown ones for who manages messages. Latest first."""
    by.require(P.MESSAGE_SEND)
    rows = Inbound.objects.visible_to(by)
    if by.may(P.MESSAGE_MANAGE):
        rows = rows | Inbound.objects.filter(office=None)
    return rows.select_related("office", "user", "obligation").order_by("-id")
