"""Questions about SMS gateways."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from django.conf import settings
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce

from agragati.kernel.errors import NotFound
from agragati.org.access import Access

from ..choices import State
from ..models import GatewayState, Message
from ..rules.gateways import LOOK_BACK, SLOW, Gateway, Health, read_gateways


@lru_cache(maxsize=8)
def _read(text: str) -> tuple[Gateway, ...]:
    return read_gateways(text)


def gateways(*, by: Access) -> tuple[Gateway, ...]:
    """Gateways of the settings in order of preference; raises BadInput when the setting cannot be read."""
    return _read(settings.SMS_GATEWAYS)


def gateway_named(*, by: Access, name: str) -> Gateway:
    """One gateway of the settings; raises NotFound."""
    for gateway in gateways(by=by):
        if gateway.name == name:
            return gateway
    raise NotFound("There is no such gateway.")


def prices(*, by: Access) -> dict[str, Decimal | None]:
    """Taka a part by gateway: what an office typed, else what the settings name, else None: nobody knows."""
    typed = dict(GatewayState.objects.exclude(price=None).values_list("name", "price"))
    return {gateway.name: typed.get(gateway.name, gateway.price) for gateway in gateways(by=by)}


@dataclass(frozen=True)
class Price:
    """Taka to set aside for a part, None when not known; `is_needed` when something would leave at an unknown price."""

    part: Decimal | None
    is_needed: bool


def price_of_part(*, by: Access) -> Price:
    """The dearest gateway's price, so that a fail-over stays within the budget; unknown when any of them is."""
    known = prices(by=by)
    if any(value is None for value in known.values()):
        unknown = [one for one in gateways(by=by) if known[one.name] is None]
        return Price(None, any(not one.is_free for one in unknown))
    return Price(max((value for value in known.values() if value is not None), default=Decimal(0)), False)


def reply_number(*, by: Access) -> str:
    """The number to which recipients may answer; "" when no gateway takes answers."""
    return next((gateway.reply_to for gateway in gateways(by=by) if gateway.reply_to), "")


def health(*, by: Access, now: datetime.datetime) -> dict[str, Health]:
    """What each gateway was given in the last 15 minutes, how much of it was slow, and whether it is put last."""
    return {gateway.name: _health_of(gateway, now) for gateway in gateways(by=by)}


def _health_of(gateway: Gateway, now: datetime.datetime) -> Health:
    """Slow: more than 5 minutes from the hand-over to delivery (to acceptance where deliveries are not reported)."""
    rows = Message.objects.filter(gateway=gateway.name, claimed_at__gt=now - LOOK_BACK, claimed_at__lte=now)
    end = F("delivered_at") if gateway.reports else Coalesce("delivered_at", "sent_at")
    late = Q(ended__gt=F("claimed_at") + SLOW)
    waiting = Q(ended__isnull=True, claimed_at__lt=now - SLOW, state__in=[State.SENDING, State.SENT, State.DOUBTFUL])
    counts = rows.annotate(ended=end).aggregate(given=Count("id"), slow=Count("id", filter=late | waiting))
    state = GatewayState.objects.filter(name=gateway.name).first()
    return Health(counts["given"], counts["slow"], state.rests_until if state else None)


def anything_due(*, by: Access, now: datetime.datetime) -> bool:
    """Whether a message waits only for the rate or a free hand."""
    return Message.objects.filter(state=State.QUEUED, due_at__lte=now).exists()


@dataclass(frozen=True)
class GatewayRow:
    """A gateway as the page shows it: settings, price and health, nothing secret."""

    gateway: Gateway
    price: Decimal | None
    health: Health
    rests: bool
    waiting: int


def gateway_rows(*, by: Access, now: datetime.datetime) -> list[GatewayRow]:
    """Every gateway in order of preference, and how many SMS wait in all."""
    by.require_signed_in()
    found, waiting = health(by=by, now=now), Message.objects.filter(state=State.QUEUED, channel="sms").count()
    known = prices(by=by)
    rows = [(gateway, found[gateway.name]) for gateway in gateways(by=by)]
    return [
        GatewayRow(g, known[g.name], h, h.rests_until is not None and h.rests_until > now, waiting) for g, h in rows
    ]


def gateway_state(*, by: Access, name: str) -> GatewayState:
    """What is typed of a gateway of the settings, an unsaved row when nothing; raises NotFound."""
    known = gateway_named(by=by, name=name)
    return GatewayState.objects.filter(pk=known.name).first() or GatewayState(name=known.name)
