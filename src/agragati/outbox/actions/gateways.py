"""What gateways tell us afterwards, and watching how slow they are."""

from __future__ import annotations

import datetime

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, NotFound
from agragati.org.access import Access, P

from ..choices import FOLLOWS, Reason, State
from ..models import GatewayState, Message
from ..rules.gateways import REST
from ..selectors.gateways import health
from ..selectors.log import message
from ..selectors.planning import local_now
from .writing import give_back

REPORTS = {"delivered": State.DELIVERED, "failed": State.FAILED}


@transaction.atomic
def take_report(*, by: Access, gateway: str, provider_id: str, status: str, words: str = "") -> Message:
    """A gateway's report on one SMS: "delivered" or "failed". Said twice or too late, nothing changes.

    Raises NotFound for an unknown message, BadInput for another status. The caller has checked the gateway's secret.
    """
    if status not in REPORTS:
        raise BadInput("The report has a status that is not known.", field="status")
    rows = Message.objects.select_for_update(of=("self",)).select_related("dispatch")
    row = rows.filter(gateway=gateway, provider_id=provider_id[:120]).exclude(provider_id="").first()
    if row is None:
        raise NotFound("There is no such message.")
    new = REPORTS[status]
    if new not in FOLLOWS.get(State(row.state), frozenset()):
        return row
    now = local_now()
    row.state, row.words = new, words[:300]
    row.sent_at = row.sent_at or row.claimed_at or now
    row.delivered_at = now if new == State.DELIVERED else None
    row.reason = Reason.NONE if new == State.DELIVERED else Reason.NOT_DELIVERED
    row.save()
    return row


@transaction.atomic
def watch_gateways(*, by: Access, now: datetime.datetime | None = None) -> list[str]:
    """Put gateways last for 15 minutes when 15 % of the last 15 minutes' messages took over 5; their names."""
    moment = local_now(now)
    slow = [name for name, found in health(by=by, now=moment).items() if found.is_slow]
    for name in slow:
        GatewayState.objects.update_or_create(name=name, defaults={"rests_until": moment + REST})
    return slow


@transaction.atomic
def settle_doubtful(*, by: Access, message_id: int, resend: bool) -> Message:
    """Decide on a message in doubt: send it again, or count it as sent. Raises NotFound, Refused or BadInput."""
    row = message(by=by, message_id=message_id)
    by.require(P.MESSAGE_SEND, row.dispatch.office.path, row.dispatch.office.area_path)
    row = Message.objects.select_for_update(of=("self",)).select_related("dispatch").get(pk=row.pk)
    if row.state != State.DOUBTFUL:
        raise BadInput("This message is not in doubt any more.")
    now = local_now()
    if resend:
        row.state, row.due_at, row.attempts, row.is_pinned, row.gateway = State.QUEUED, now, 0, False, ""
    else:
        row.state, row.sent_at, row.reason = State.SENT, row.claimed_at or now, Reason.NONE
        give_back(row, spent=row.cost or 0)  # type: ignore[arg-type]
    row.save()
    record(by=by, deed="outbox.settle_doubtful", about=f"message:{row.pk}", label=row.key, values={"resend": resend})
    return row
