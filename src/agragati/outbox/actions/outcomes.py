"""Writing down what came of handing messages to the outside: many at one stroke, each under its claim."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction

from agragati.org.access import Access

from ..choices import Channel, Reason, State
from ..models import GatewayState, Message, PushSubscription
from ..rules.gateways import Gateway, next_try
from ..rules.outcomes import Came, Outcome
from ..selectors.gateways import gateways, prices
from ..selectors.planning import local_now
from .writing import Purse

REST_AFTER_SILENCE = datetime.timedelta(minutes=1)
FIELDS = ("state", "reason", "words", "provider_id", "sent_at", "delivered_at", "due_at", "attempts", "gateway",
          "is_pinned", "cost", "claim")  # fmt: skip


@transaction.atomic
def write_outcomes(
    *, by: Access, claim: uuid.UUID, outcomes: Mapping[int, Outcome | None], now: datetime.datetime | None = None
) -> dict[int, str]:  # fmt: skip
    """Write down what came of messages of one claim, by number; an outcome None puts a message back untried.

    Returns the state each is in. A message that is no longer under this claim is left out and stays as it is.
    """
    moment = local_now(now)
    rows = Message.objects.select_for_update(of=("self",)).select_related("dispatch").order_by("pk")
    found = list(rows.filter(pk__in=list(outcomes), claim=claim, state=State.SENDING))
    desk = _Desk(moment, {one.name: one for one in gateways(by=by)}, prices(by=by))
    for row in found:
        desk.settle(row, outcomes[row.pk])
    Message.objects.all().write_back(found, FIELDS)
    desk.close()
    return {row.pk: row.state for row in found}


@transaction.atomic
def write_outcome(
    *, by: Access, message_id: int, claim: uuid.UUID, outcome: Outcome | None, now: datetime.datetime | None = None
) -> str:  # fmt: skip
    """The same for one message; "" when it is no longer under this claim."""
    return write_outcomes(by=by, claim=claim, outcomes={message_id: outcome}, now=now).get(message_id, "")


@dataclass
class _Desk:
    """Settles rows in memory and remembers what has to be written besides them."""

    moment: datetime.datetime
    gateways: Mapping[str, Gateway]
    prices: Mapping[str, Decimal | None]
    purse: Purse = field(default_factory=Purse)
    silent: set[str] = field(default_factory=set)
    ended: set[int] = field(default_factory=set)

    def settle(self, row: Message, outcome: Outcome | None) -> None:
        row.claim = None
        if outcome is None:
            row.attempts, row.state, row.gateway, row.is_pinned = row.attempts - 1, State.QUEUED, "", False
            return
        row.words, row.reason = outcome.words[:300], Reason(outcome.reason) if outcome.reason else Reason.NONE
        if outcome.came == Came.ACCEPTED:
            self._accepted(row, outcome)
        elif outcome.came == Came.REFUSED:
            self._refused(row)
        elif outcome.came == Came.NOT_SENT:
            if row.gateway and row.reason == Reason.NO_CONNECTION:
                self.silent.add(row.gateway)
            self._again(row, pinned=False)
        elif row.gateway in self.gateways and self.gateways[row.gateway].is_idempotent:
            self._again(row, pinned=True)
        else:
            row.state, row.reason = State.DOUBTFUL, row.reason or Reason.NO_ANSWER

    def _accepted(self, row: Message, outcome: Outcome) -> None:
        row.state = State.DELIVERED if outcome.delivered else State.SENT
        row.provider_id, row.sent_at = outcome.provider_id, self.moment
        row.delivered_at = self.moment if outcome.delivered else None
        price = self.prices.get(row.gateway)
        if row.channel == Channel.SMS and row.parts and price is not None:
            self.purse.give_back(row, spent=row.parts * price)

    def _refused(self, row: Message) -> None:
        row.state, row.reason = State.REFUSED, row.reason or Reason.REFUSED
        self.purse.give_back(row)
        if row.reason == Reason.NO_SUBSCRIPTION:
            self.ended.add(int(row.address.removeprefix("push:")))

    def _again(self, row: Message, *, pinned: bool) -> None:
        later = next_try(row.attempts, self.moment)
        if later is not None:
            row.state, row.due_at, row.is_pinned = State.QUEUED, later, pinned
            row.gateway = row.gateway if pinned else ""
        elif pinned:
            row.state = State.DOUBTFUL
        else:
            row.state, row.reason = State.FAILED, Reason.GAVE_UP
            self.purse.give_back(row)

    def close(self) -> None:
        """Money goes back; gateways that could not be reached let the others go first for a minute; browsers end."""
        self.purse.close()
        if self.silent:
            GatewayState.objects.filter(name__in=self.silent).update(rests_until=self.moment + REST_AFTER_SILENCE)
        if self.ended:
            PushSubscription.objects.filter(pk__in=self.ended).update(ended_at=self.moment)
