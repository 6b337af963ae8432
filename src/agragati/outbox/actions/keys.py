"""How far what a key sends may go."""

from __future__ import annotations

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import Access
from agragati.org.selectors import own_token

from ..choices import Mode
from ..models import KeyMode


@transaction.atomic
def set_key_mode(*, by: Access, token_id: int, mode: str) -> KeyMode:
    """Let an own key send to everyone, to the own office only, or to nobody. A key does not change keys.

    Raises NotFound for another's key, BadInput for another mode, Refused for a key.
    """
    if by.token_id is not None:
        raise Refused("A key does not change what keys may do.")
    token = own_token(by=by, token_id=token_id)
    if mode not in Mode.values:
        raise BadInput("Choose how far the key may go.", field="mode")
    row, _made = KeyMode.objects.update_or_create(token=token, defaults={"mode": mode})
    record(by=by, deed="outbox.set_key_mode", about=f"token:{token.pk}", label=token.name, values={"mode": mode})
    return row
