"""What gateways tell us afterwards, and watching how slow they are."""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.text import normalise
from agragati.org.access import Access, P

from ..choices import FOLLOWS, Reason, State
from ..models import GatewayState, Message
from ..rules.gateways import REST
from ..selectors.gateways import gateway_named, health
from ..selectors.log import message
from ..selectors.planning import local_now
from .writing import give_back, set_aside_again

AGAIN = frozenset({State.FAILED, State.UNAFFORDABLE})
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
def set_price(*, by: Access, name: str, price: Decimal | None, memo: str) -> GatewayState:
    """Type what a gateway takes for a part of an SMS (taka), with the paper that says so; None: not known again.

    Raises NotFound for a gateway that the settings do not name, BadInput below zero or without a paper, Refused.
    """
    by.require(P.MESSAGE_MANAGE)
    known = gateway_named(by=by, name=name)
    words = normalise(memo)[:120]
    if price is not None and price < 0:
        raise BadInput("A price is not below zero.", field="price")
    if price is not None and not words:
        raise BadInput("Write the contract or letter that names the price.", field="memo")
    row, _made = GatewayState.objects.get_or_create(name=known.name, defaults={"tokens": Decimal(known.burst)})
    before, now = row.price, local_now()
    GatewayState.objects.filter(pk=row.pk).update(price=price, price_memo=words, price_by=by.label[:300], priced_at=now)
    record(by=by, deed="outbox.set_price", about=f"gateway:{known.name}", label=words,
           values={"price": None if price is None else str(price), "before": str(before)})  # fmt: skip
    row.refresh_from_db()
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
    """Decide on a message in doubt: send it again, or count it as sent. Raises NotFound, Refused or BadInput.

    One that failed, or for which the money did not reach, can be sent again: its money is set aside anew.
    """
    row = message(by=by, message_id=message_id)
    by.require(P.MESSAGE_SEND, row.dispatch.office.path, row.dispatch.office.area_path)
    row = Message.objects.select_for_update(of=("self",)).select_related("dispatch").get(pk=row.pk)
    if row.state != State.DOUBTFUL and not (resend and row.state in AGAIN):
        raise BadInput("This message is not in doubt any more.")
    now = local_now()
    if resend:
        if row.state in AGAIN:
            set_aside_again(by=by, message=row, now=now)
        row.state, row.due_at, row.attempts, row.is_pinned, row.gateway = State.QUEUED, now, 0, False, ""
        row.reason = Reason.NONE
    else:
        row.state, row.sent_at, row.reason = State.SENT, row.claimed_at or now, Reason.NONE
        give_back(row, spent=row.cost or 0)  # type: ignore[arg-type]
    row.save()
    record(by=by, deed="outbox.settle_doubtful", about=f"message:{row.pk}", label=row.key, values={"resend": resend})
    return row
