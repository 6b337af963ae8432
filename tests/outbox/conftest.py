"""Fixtures of the outbox: a fake gateway, a sink in a fresh folder, money and telephone numbers for the cast."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from agragati.org.models import User
from agragati.outbox.models import Budget
from tests.people import Cast

from .fake_gateway import FakeGateway, running

MONDAY = datetime.datetime(2026, 3, 2, 4, 0, tzinfo=datetime.UTC)  # 10:00 in Dhaka, a working day


@pytest.fixture
def fake() -> Iterator[FakeGateway]:
    with running() as gateway:
        yield gateway


@pytest.fixture
def sink(settings: Any, tmp_path: Path) -> Path:
    """SMS go into this file."""
    settings.SMS_FILE = tmp_path / "sms.jsonl"
    settings.SMS_GATEWAYS = '[{"name": "file", "kind": "file", "price": "0.25", "per_second": 10000, "burst": 10000}]'
    return Path(settings.SMS_FILE)


@pytest.fixture
def staffed(cast: Cast) -> Cast:
    """The cast with telephone numbers, and SMS money for the district and the offices above and below."""
    for n, user in enumerate(User.objects.order_by("pk")):
        user.phone = f"0171234{n:04d}"
        user.save()
    for office in (cast.ministry, cast.directorate, cast.divisional, cast.district, cast.upazila):
        Budget.objects.create(office=office, month=datetime.date(2026, 1, 1), limit=Decimal(100))
    return cast
