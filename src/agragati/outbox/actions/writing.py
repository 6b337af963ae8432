"""Writing the rows of a message: inside the deed's transaction, so that a rolled-back deed sends nothing."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from django.utils import timezone

from agragati.jobs import defer
from agragati.kernel.errors import BadInput
from agragati.org.access import Access

from ..choices import Channel, DispatchState, Reason, State
from ..models import Budget, Dispatch, Message
from ..selectors.gateways import price_of_part
from ..selectors.planning import WordsFor, plan_messages
from ..selectors.recipients import Recipient
from ..selectors.terms import money_of, month_of

PAISA = Decimal("0.01")


def _no_price() -> BadInput:
    return BadInput(
        "Nobody has typed what an SMS costs here. An administrator does so under “SMS budget and rules”.", field="sms"
    )


def _no_money(cost: Decimal, left: Decimal) -> BadInput:
    return BadInput(
        "The SMS would cost %(cost)s taka, but %(left)s taka are left this month.", field="sms",
        cost=cost.quantize(PAISA), left=left.quantize(PAISA),
    )  # fmt: skip


def write_rows(
    *, by: Access, dispatch: Dispatch, recipients: Sequence[Recipient], words: WordsFor, now: datetime.datetime,
    strict: bool,
) -> list[Message]:  # fmt: skip
    """Write one row a recipient and channel and wake the sender.

    SMS money is set aside first: when it does not reach, `strict` raises BadInput with both figures, else the SMS
    that do not fit are kept as "outside the budget" and the other channels go out.
    """
    rows = list(plan_messages(by=by, dispatch=dispatch, recipients=recipients, words=words, now=now))
    _set_money_aside(by, dispatch, rows, now, strict)
    Message.objects.bulk_create(rows, batch_size=1000)
    Dispatch.objects.filter(pk=dispatch.pk).update(
        state=DispatchState.SENT, resolved_at=now, resolved=len(recipients), why=""
    )
    if any(row.state == State.QUEUED for row in rows):
        defer("outbox.tasks.deliver")
    return rows


def _set_money_aside(by: Access, dispatch: Dispatch, rows: list[Message], now: datetime.datetime, strict: bool) -> None:
    if strict and any(row.reason == Reason.NO_PRICE for row in rows):
        raise _no_price()
    paid = [row for row in rows if row.channel == Channel.SMS and row.state == State.QUEUED and row.cost]
    total = sum((row.cost or Decimal(0) for row in paid), Decimal(0))
    if not total:
        return
    month = month_of(now)
    ensure_budget(by=by, office_id=dispatch.office_id, month=month)
    if Budget.objects.all().reserve(dispatch.office_id, month, total):
        return
    money = money_of(by=by, office_id=dispatch.office_id, month=month)
    if strict and money.limit is None:
        raise BadInput("Your office has no SMS budget for this month. Ask the office above to set one.", field="sms")
    if strict:
        raise _no_money(total, money.left)
    for row in paid:
        if not Budget.objects.all().reserve(dispatch.office_id, month, row.cost or Decimal(0)):
            row.state = State.UNAFFORDABLE
            row.reason = Reason.NO_BUDGET if money.limit is None else Reason.OVER_BUDGET


def set_aside_again(*, by: Access, message: Message, now: datetime.datetime) -> None:
    """Set the money of a failed or unaffordable SMS aside once more; raises BadInput when it does not reach."""
    if message.channel != Channel.SMS or not message.parts:
        return
    price = price_of_part(by=by)
    if price.is_needed:
        raise _no_price()
    message.cost = None if price.part is None else message.parts * price.part
    month, office_id = month_of(timezone.localtime(message.made_at)), message.dispatch.office_id
    ensure_budget(by=by, office_id=office_id, month=month)
    if message.cost and not Budget.objects.all().reserve(office_id, month, message.cost):
        left = money_of(by=by, office_id=office_id, month=month).left
        raise _no_money(message.cost, left)


def ensure_budget(*, by: Access, office_id: int, month: datetime.date) -> None:
    """Begin the month's row from the last earlier one that repeats."""
    if Budget.objects.filter(office_id=office_id, month=month).exists():
        return
    money = money_of(by=by, office_id=office_id, month=month)
    if money.limit is not None:
        Budget.objects.get_or_create(office_id=office_id, month=month, defaults={"limit": money.limit})


class Purse:
    """Money of SMS that goes back to budgets, summed so that each budget is written once."""

    def __init__(self) -> None:
        self.sums: dict[tuple[int, datetime.date], Decimal] = {}

    def give_back(self, message: Message, spent: Decimal = Decimal(0)) -> None:
        """Note what was set aside for an SMS and not spent; `message` comes with its dispatch and is saved later."""
        if message.channel != Channel.SMS or message.cost is None or message.cost == spent:
            return
        key = (message.dispatch.office_id, month_of(timezone.localtime(message.made_at)))
        self.sums[key] = self.sums.get(key, Decimal(0)) + message.cost - spent
        message.cost = spent

    def close(self) -> None:
        """Write the budgets, in one order everywhere, so that two workers never wait for each other."""
        for (office_id, month), amount in sorted(self.sums.items()):
            Budget.objects.all().give_back(office_id, month, amount)
        self.sums.clear()


def give_back(message: Message, spent: Decimal = Decimal(0)) -> None:
    """Return at once what was set aside for one SMS and not spent; `message` is saved by the caller."""
    purse = Purse()
    purse.give_back(message, spent)
    purse.close()
