"""Claiming messages for sending, and looking after lost claims. The sending itself lies between two transactions."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.db.models import F, Q, QuerySet

from agragati.org.access import Access

from ..choices import Channel, Reason, State
from ..models import GatewayState, Mention, Message, PushSubscription
from ..rules.gateways import Bucket, Gateway, Health, in_order
from ..rules.outcomes import Letter
from ..rules.window import Window, is_open, next_open
from ..selectors.gateways import gateways
from ..selectors.planning import final_text, local_now
from ..selectors.terms import holidays_from, mask_of, window_of
from .refreshing import refresh

LEASE = datetime.timedelta(seconds=120)  # a claim older than this belongs to a worker that is gone
CAREFUL = 16  # claimed at one stroke where doubles are not known: what a killed worker leaves in doubt stays small


@dataclass(frozen=True)
class Batch:
    """Messages claimed by one worker at one stroke: (message number, letter)."""

    claim: uuid.UUID
    channel: str
    gateway: Gateway | None = None
    letters: list[tuple[int, Letter]] = field(default_factory=list)

    @property
    def is_careful(self) -> bool:
        """Whether what a killed worker leaves stays in doubt, for the other side does not know doubles."""
        return self.gateway is None or not self.gateway.is_idempotent


@transaction.atomic
def claim_batch(
    *, by: Access, channel: str, limit: int = 100, now: datetime.datetime | None = None, about: str = ""
) -> Batch | None:  # fmt: skip
    """Claim up to `limit` due messages of a channel; None when nothing can go now (nothing due, or the rate is used).

    Rows that another worker holds are skipped. For SMS, the gateway's allowed rate bounds the batch; messages outside
    the sending window are put off; reminders of what was done meanwhile are cancelled or said anew.
    `about` narrows to messages that speak of duties whose mark begins so.
    """
    moment = local_now(now)
    due = Message.objects.filter(channel=channel, state=State.QUEUED, due_at__lte=moment)
    if about:
        due = due.filter(pk__in=Mention.objects.filter(obligation__about__startswith=about).values("message"))
    if channel != Channel.SMS:
        return _claim(by, due, Batch(uuid.uuid4(), channel), min(limit, CAREFUL), moment)
    for place, gateway in enumerate(_order(by, moment)):
        mine = Q(gateway=gateway.name) if place else Q(is_pinned=False) | Q(gateway=gateway.name)
        batch = _claim_sms(by, due.filter(mine), gateway, limit, moment)
        if batch is not None:
            return batch
    return None


def _order(by: Access, moment: datetime.datetime) -> list[Gateway]:
    states = {row.name: Health(rests_until=row.rests_until) for row in GatewayState.objects.all()}
    return in_order(gateways(by=by), states, moment)


def _claim_sms(
    by: Access, rows: QuerySet[Message], gateway: Gateway, limit: int, moment: datetime.datetime
) -> Batch | None:
    """The bucket's row is locked first: all workers together keep the gateway's rate."""
    if not rows.exists():
        return None
    GatewayState.objects.get_or_create(
        name=gateway.name, defaults={"tokens": Decimal(gateway.burst), "counted_at": moment}
    )
    limit = limit if gateway.is_idempotent else min(limit, CAREFUL)
    state = GatewayState.objects.select_for_update().get(name=gateway.name)
    allowed, bucket = Bucket(state.tokens, state.counted_at).take(limit, moment, gateway)
    batch = _claim(by, rows, Batch(uuid.uuid4(), Channel.SMS, gateway), allowed, moment) if allowed else None
    used = len(batch.letters) if batch else 0
    GatewayState.objects.filter(pk=gateway.name).update(tokens=bucket.tokens + (allowed - used), counted_at=bucket.at)
    return batch


def _claim(by: Access, rows: QuerySet[Message], batch: Batch, limit: int, moment: datetime.datetime) -> Batch | None:
    locked = rows.select_for_update(skip_locked=True, of=("self",)).select_related("dispatch__office", "answers")
    found = list(locked.order_by("-is_urgent", "due_at", "id")[:limit])
    if not found:
        return None
    going = refresh(by=by, rows=_in_window(by, found, batch, moment), now=moment)
    Message.objects.filter(pk__in=[row.pk for row in going]).update(
        state=State.SENDING, claim=batch.claim, claimed_at=moment, attempts=F("attempts") + 1,
        gateway=batch.gateway.name if batch.gateway else "",
    )  # fmt: skip
    batch.letters.extend(_letters(by, going, moment))
    return batch


def _in_window(by: Access, rows: list[Message], batch: Batch, moment: datetime.datetime) -> list[Message]:
    """SMS that may go at this moment; a backlog that ran past closing time waits for the next opening."""
    if batch.channel != Channel.SMS:
        return rows
    days = holidays_from(by=by, day=moment.date())
    windows: dict[int, Window] = {}
    late: dict[Window, list[int]] = {}
    going = []
    for row in rows:
        office = row.dispatch.office
        if office.pk not in windows:
            windows[office.pk] = window_of(by=by, office=office)
        if row.is_urgent or is_open(moment, windows[office.pk], days):
            going.append(row)
        else:
            late.setdefault(windows[office.pk], []).append(row.pk)
    for window, numbers in late.items():
        Message.objects.filter(pk__in=numbers).update(due_at=next_open(moment, window, days))
    return going


def _letters(by: Access, rows: list[Message], moment: datetime.datetime) -> Iterable[tuple[int, Letter]]:
    masks: dict[int, str] = {}
    browsers = _browsers(rows)
    for row in rows:
        sms = row.channel == Channel.SMS
        office = row.dispatch.office
        if sms and office.pk not in masks:
            masks[office.pk] = mask_of(by=by, office=office, on=moment.date())
        text = final_text(row.text, row.url, row.answers, append=row.channel == Channel.EMAIL)
        browser = browsers.get(row.address)
        yield row.pk, Letter(
            row.key, row.channel, browser.endpoint if browser else row.address, row.subject, text, row.url,
            mask=masks.get(office.pk, "") if sms else "", p256dh=browser.p256dh if browser else "",
            auth=browser.auth if browser else "",
        )  # fmt: skip


def _browsers(rows: list[Message]) -> dict[str, PushSubscription]:
    numbers = [int(row.address.removeprefix("push:")) for row in rows if row.channel == Channel.PUSH]
    return {f"push:{row.pk}": row for row in PushSubscription.objects.filter(pk__in=numbers)} if numbers else {}


@transaction.atomic
def recover_lost(*, by: Access, now: datetime.datetime | None = None, lease: datetime.timedelta = LEASE) -> int:
    """Look after messages whose worker is gone: tried again where the gateway knows doubles, else listed in doubt."""
    moment = local_now(now)
    lost = Message.objects.filter(state=State.SENDING, claimed_at__lt=moment - lease)
    safe = [gateway.name for gateway in gateways(by=by) if gateway.is_idempotent]
    locked = list(lost.select_for_update(skip_locked=True).values_list("pk", "gateway")[:5000])
    again = [pk for pk, gateway in locked if gateway in safe]
    doubtful = [pk for pk, gateway in locked if gateway not in safe]
    Message.objects.filter(pk__in=again).update(state=State.QUEUED, claim=None, is_pinned=True, due_at=moment)
    Message.objects.filter(pk__in=doubtful).update(state=State.DOUBTFUL, claim=None, reason=Reason.WORKER_LOST)
    gone = Message.objects.filter(state=State.QUEUED, is_pinned=True, channel=Channel.SMS)
    gone.exclude(gateway__in=[gateway.name for gateway in gateways(by=by)]).update(
        state=State.DOUBTFUL, reason=Reason.NO_ANSWER
    )
    return len(locked)
