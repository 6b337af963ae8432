"""The delivery log and the messages to many."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from agragati.kernel.errors import AgragatiError, NotFound
from agragati.org.access import Access, P

from ..choices import LEFT_THE_HOUSE, NOT_REACHED, Channel, DispatchState, Reason, State
from ..models import Dispatch, Message
from ..rules.phones import masked
from ..rules.recipients import MOST_ROWS, from_json
from .planning import meter_of, plan_messages, require_lawful_sms, words_of_dispatch
from .recipients import Recipient, resolve
from .terms import Money, money_of, month_of

SAMPLES = 3


def log(*, by: Access, channel: str = "", state: str = "", query: str = "") -> QuerySet[Message]:
    """Messages to offices within the view and those the own office sent, latest first; raises Refused."""
    by.require(P.MESSAGE_SEND)
    rows = Message.objects.visible_to(by) | Message.objects.filter(dispatch__office_id=by.office_id or 0)
    if channel:
        rows = rows.filter(channel=channel)
    if state:
        rows = rows.filter(state=state)
    if query:
        rows = rows.filter(office__search_key__contains=query)
    rows = rows.select_related("office", "post", "user", "dispatch").prefetch_related("mentions")
    return rows.order_by("-made_at", "-id")


def unreached(*, by: Access) -> QuerySet[Message]:
    """Messages that did not get through, each with `otherwise`: whether another channel reached the same recipient."""
    beside = Message.objects.filter(dispatch=OuterRef("dispatch"), post=OuterRef("post"), state__in=LEFT_THE_HOUSE)
    return log(by=by).filter(state__in=NOT_REACHED).annotate(otherwise=Exists(beside.exclude(pk=OuterRef("pk"))))


def message(*, by: Access, message_id: int) -> Message:
    """One message of the log; raises NotFound or Refused."""
    found = log(by=by).filter(pk=message_id).first()
    if found is None:
        raise NotFound("There is no such message, or it is outside your view.")
    return found


def address_shown(*, by: Access, message: Message) -> str:
    """The number or mailbox; hidden in the middle without the right to see contacts there."""
    if by.may_view(P.PEOPLE_CONTACT, message.office.path, message.office.area_path):
        return message.address
    name, at, host = message.address.partition("@")
    return f"{name[:1]}•••{at}{host}" if at else masked(message.address)


def dispatches(*, by: Access) -> QuerySet[Dispatch]:
    """Messages to many of offices within the view, latest first; raises Refused."""
    by.require(P.MESSAGE_SEND)
    rows = Dispatch.objects.visible_to(by).filter(is_reminder=False)
    return rows.select_related("office").order_by("-id")


def dispatch(*, by: Access, dispatch_id: int) -> Dispatch:
    """One message to many; raises NotFound or Refused."""
    by.require(P.MESSAGE_SEND)
    found = Dispatch.objects.visible_to(by).select_related("office__area").filter(pk=dispatch_id).first()
    if found is None:
        raise NotFound("There is no such message, or it is outside your view.")
    return found


def dispatch_to_change(*, by: Access, dispatch_id: int) -> Dispatch:
    """A draft or scheduled message of the own office; raises NotFound or Refused."""
    found = dispatch(by=by, dispatch_id=dispatch_id)
    by.require(P.MESSAGE_SEND, found.office.path, found.office.area_path)
    if found.state not in {DispatchState.DRAFT, DispatchState.SCHEDULED, DispatchState.STOPPED}:
        raise NotFound("This message has been sent already.")
    return found


def states_of(*, by: Access, dispatch_id: int) -> list[tuple[str, str, int]]:
    """How many messages of a visible dispatch stand in which state: (channel, state, count)."""
    return [
        (str(Channel(channel).label), str(State(state).label), n)
        for channel, state, n in counts_of(by=by, dispatch_id=dispatch_id)
    ]


def counts_of(*, by: Access, dispatch_id: int) -> list[tuple[str, str, int]]:
    """The same as plain values."""
    here = dispatch(by=by, dispatch_id=dispatch_id)
    rows = Message.objects.filter(dispatch=here).values_list("channel", "state").annotate(n=Count("id"))
    return list(rows.order_by("channel", "state"))


def rows_of(*, by: Access, dispatch_id: int) -> list[tuple[object, ...]]:
    """Every row of a visible dispatch for a file: office code and name, post, channel, state, why, sent, delivered."""
    here = dispatch(by=by, dispatch_id=dispatch_id)
    rows = Message.objects.filter(dispatch=here).select_related("office", "post").order_by("office__path", "id")
    return [
        (row.office.code, row.office, row.post, Channel(row.channel).label, State(row.state).label,
         Reason(row.reason).label if row.reason else "", _minute(row.sent_at), _minute(row.delivered_at))
        for row in rows[:MOST_ROWS]
    ]  # fmt: skip


def _minute(moment: datetime.datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""


@dataclass(frozen=True)
class Sample:
    """How the message reads for one real recipient."""

    recipient: Recipient
    subject: str
    text: str
    sms: str


@dataclass
class DryRun:
    """What sending would do: recipients, rows by channel, SMS parts, cost (None: not known), the unreached."""

    recipients: int = 0
    channels: dict[str, int] = field(default_factory=dict)
    encoding: str = ""
    longest: int = 0
    parts: int = 0
    cost: Decimal | None = Decimal(0)
    money: Money = field(default_factory=lambda: Money(None, Decimal(0)))
    unreached: list[Message] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    problems: list[AgragatiError] = field(default_factory=list)

    @property
    def fits(self) -> bool:
        """Whether the budget of the month bears it."""
        return not self.cost or (self.money.limit is not None and self.cost <= self.money.left)


def dry_run(*, by: Access, dispatch_id: int, now: datetime.datetime) -> DryRun:
    """Everything but the sending; errors of the text or rule stand in `problems`, in words."""
    here = dispatch(by=by, dispatch_id=dispatch_id)
    found = DryRun(money=money_of(by=by, office_id=here.office_id, month=month_of(now)))
    try:
        recipients = resolve(by=by, rule=from_json(here.rule))
        found.recipients = len(recipients)
        _check_sms(here, len(recipients))
        _count(found, by, here, recipients, now)
    except AgragatiError as error:
        found.problems.append(error)
    return found


def _check_sms(here: Dispatch, recipients: int) -> None:
    if Channel.SMS in here.channels:
        require_lawful_sms(here.sms_text or here.text, recipients)


def _count(found: DryRun, by: Access, here: Dispatch, recipients: list[Recipient], now: datetime.datetime) -> None:
    words = words_of_dispatch(here)
    for row in plan_messages(by=by, dispatch=here, recipients=recipients, words=words, now=now):
        if row.state in NOT_REACHED:
            found.unreached.append(row)
            continue
        label = str(Channel(row.channel).label)
        found.channels[label] = found.channels.get(label, 0) + 1
        if row.parts:
            found.parts += row.parts
            found.cost = None if row.cost is None or found.cost is None else found.cost + row.cost
            found.longest = max(found.longest, row.parts)
    for recipient in recipients[:SAMPLES]:
        wording = words(recipient)
        metered = meter_of(wording.short, here.url, None)
        found.encoding = metered.encoding
        text = meter_of(wording.text, here.url, None).text
        found.samples.append(Sample(recipient, wording.subject, text, metered.text))
