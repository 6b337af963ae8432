"""SMS gateways as values: settings, allowed rate, health by slowness, and which one is next.

Slowness, not refusal, is what hurts a deadline: a gateway is put last when at least 15 % of what it was given in the
last 15 minutes took over 5 minutes. It comes back after 15 minutes without such a share.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from agragati.kernel.errors import BadInput

KINDS = {"teletalk", "http_json", "file"}
MODES = {"live", "team", "test"}
SLOW = datetime.timedelta(minutes=5)
LOOK_BACK = datetime.timedelta(minutes=15)
REST = datetime.timedelta(minutes=15)
SLOW_SHARE = Decimal("0.15")
LEAST_SEEN = 20  # fewer messages say nothing
BACK_OFF = tuple(datetime.timedelta(minutes=m) for m in (1, 5, 20, 60, 240))


@dataclass(frozen=True)
class Gateway:
    """One gateway. `price` taka a part (None: not known), `per_second` its allowed rate, `burst` how many at once.

    `is_idempotent`: the same key sent twice is delivered once. `reports`: delivery is reported back. `mode`: live,
    team (only `team` numbers), test (nothing leaves). `reply_to`: the number to which people may answer, "" when none.
    """

    name: str
    kind: str
    url: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    mask: str = ""
    price: Decimal | None = None
    per_second: Decimal = Decimal(50)
    burst: int = 100
    is_idempotent: bool = False
    reports: bool = False
    mode: str = "live"
    team: tuple[str, ...] = ()
    timeout: float = 10.0
    callback_secret: str = field(default="", repr=False)
    reply_to: str = ""

    @property
    def is_free(self) -> bool:
        """Whether nothing leaves, so that no price is needed."""
        return self.kind == "file" or self.mode == "test"


def read_gateways(text: str) -> tuple[Gateway, ...]:
    """Gateways from the JSON list of the environment, in order of preference. Raises BadInput in words."""
    try:
        rows = json.loads(text)
        if not isinstance(rows, list):
            raise ValueError("a list is expected")
        found = tuple(_read(row) for row in rows)
    except (ValueError, TypeError, KeyError, InvalidOperation) as error:
        raise BadInput("The setting of SMS gateways cannot be read: %(why)s", why=str(error)) from None
    if len({gateway.name for gateway in found}) != len(found):
        raise BadInput("The setting of SMS gateways cannot be read: %(why)s", why="a name occurs twice")
    return found


def _read(row: dict[str, object]) -> Gateway:
    values = dict(row)
    for name in ("price", "per_second"):
        if values.get(name) is not None:
            values[name] = Decimal(str(values[name]))
    values["team"] = tuple(str(n) for n in values.get("team", ()))  # type: ignore[attr-defined]
    gateway = Gateway(**values)  # type: ignore[arg-type]
    if gateway.kind not in KINDS or gateway.mode not in MODES or gateway.per_second <= 0 or gateway.burst < 1:
        raise ValueError(f"{gateway.name}: kind, mode, per_second or burst")
    parts = urlsplit(gateway.url)
    if gateway.kind != "file" and parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
        raise ValueError(f"{gateway.name}: url must be https")
    return gateway


@dataclass(frozen=True)
class Health:
    """What a gateway was given in the last 15 minutes, how many of these were slow, and until when it is put last."""

    given: int = 0
    slow: int = 0
    rests_until: datetime.datetime | None = None

    @property
    def is_slow(self) -> bool:
        """Whether the share of slow messages is too high."""
        return self.given >= LEAST_SEEN and Decimal(self.slow) / self.given >= SLOW_SHARE


def in_order(gateways: Sequence[Gateway], health: dict[str, Health], now: datetime.datetime) -> list[Gateway]:
    """Gateways by preference, those at rest behind the others: never none, for a slow one is better than none."""

    def rests(gateway: Gateway) -> bool:
        until = health.get(gateway.name, Health()).rests_until
        return until is not None and until > now

    return sorted(gateways, key=rests)


@dataclass(frozen=True)
class Bucket:
    """What may still be sent at once, and when that was counted."""

    tokens: Decimal
    at: datetime.datetime

    def take(self, wanted: int, now: datetime.datetime, gateway: Gateway) -> tuple[int, Bucket]:
        """How many of `wanted` may go now at the gateway's rate, and the bucket afterwards."""
        passed = max(Decimal(0), Decimal(str((now - self.at).total_seconds())))
        full = min(Decimal(gateway.burst), self.tokens + passed * gateway.per_second)
        given = min(wanted, int(full))
        return given, Bucket(full - given, max(now, self.at))


def next_try(attempts: int, now: datetime.datetime) -> datetime.datetime | None:
    """When to try again after `attempts` tries; None when enough is enough."""
    return now + BACK_OFF[attempts - 1] if 1 <= attempts <= len(BACK_OFF) else None
