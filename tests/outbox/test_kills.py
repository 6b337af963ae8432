"""A thousand messages, workers killed with -9 in between: each sent once, or listed as doubtful."""

from __future__ import annotations

import datetime
import os
import random
import signal
import subprocess
import sys
import threading
import time
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection

from agragati.org.access import system
from agragati.outbox import actions
from agragati.outbox.actions.sending import drain
from agragati.outbox.choices import State
from agragati.outbox.models import Dispatch, Message
from tests.people import make_cast

from .fake_gateway import FakeGateway, as_setting, running

BY = system("test")


def queue(count: int) -> None:
    """So many urgent SMS to as many numbers."""
    cast = make_cast()
    dispatch = Dispatch.objects.create(office=cast.district, key="many", deed="test", title="সভা", subject="সভা",
                                       text="সভা", by_label="test")  # fmt: skip
    Message.objects.bulk_create(
        Message(dispatch=dispatch, key=f"many|{n}|sms", channel="sms", office=cast.upazila, address=f"88017{n:08d}",
                text="সভা কাল", parts=1, cost=Decimal(0), is_urgent=True)
        for n in range(count)
    )  # fmt: skip


def environment(setting: str) -> dict[str, str]:
    facts = connection.settings_dict
    host = quote(str(facts.get("HOST") or ""), safe="/")
    user, port = facts.get("USER") or "postgres", facts.get("PORT") or "5432"
    secret = f":{quote(facts['PASSWORD'])}" if facts.get("PASSWORD") else ""
    url = f"postgresql://{user}{secret}@/{facts['NAME']}?host={host}&port={port}"
    return {**os.environ, "DATABASE_URL": url, "AGRAGATI_SMS_GATEWAYS": setting}


def worker(setting: str) -> subprocess.Popen[bytes]:
    words = [
        sys.executable,
        "-m",
        "agragati.config.cli",
        "send_messages",
        "--seconds",
        "60",
        "--batch",
        "40",
        "--skip-checks",
    ]
    return subprocess.Popen(words, env=environment(setting), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for(what: Any, seconds: float = 240.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def send_with_kills(fake: FakeGateway, setting: str, count: int, kills: int) -> None:
    """Two workers at a time; one of them dies at a moment nobody chose, `kills` times over; the last two end it."""
    dice = random.Random(7)
    queue(count)
    workers = [worker(setting), worker(setting)]
    for kill in range(1, kills + 1):
        mark = count * kill // (kills + 2)
        wait_for(lambda mark=mark: len(fake.delivered) >= mark or all(w.poll() is not None for w in workers))
        time.sleep(dice.random() * 0.05)
        victim = dice.randrange(2)
        workers[victim].kill()
        workers[victim].wait()
        workers[victim] = worker(setting)
    wait_for(lambda: not Message.objects.filter(state=State.QUEUED).exists())
    for one in workers:
        one.wait(timeout=240)
    actions.recover_lost(by=BY, lease=datetime.timedelta(0))


def send_beside_one_that_dies(fake: FakeGateway, setting: str, count: int) -> None:
    """A worker is killed while this process sends beside it: the same with a single start."""
    queue(count)
    other = worker(setting)
    wait_for(lambda: fake.delivered or other.poll() is not None)
    killer = threading.Thread(target=lambda: (wait_for(lambda: len(fake.delivered) > count // 4), other.kill()))
    killer.start()
    drain(by=BY, seconds=60, batch=40)
    killer.join()
    assert other.wait(timeout=60) == -signal.SIGKILL
    actions.recover_lost(by=BY, lease=datetime.timedelta(0))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("kind", "count", "kills"), [
    pytest.param("http_json", 400, 0, id="few-json"),
    pytest.param("teletalk", 400, 0, id="few-teletalk"),
    pytest.param("http_json", 1000, 5, id="thousand-json", marks=pytest.mark.nightly),
    pytest.param("teletalk", 1000, 5, id="thousand-teletalk", marks=pytest.mark.nightly),
])  # fmt: skip
def test_each_message_once_or_in_doubt(kind: str, count: int, kills: int, settings: Any) -> None:
    with running() as fake:
        fake.delay = 0.01 if kills else 0.03  # so long that the kill falls into the sending
        setting = as_setting(fake.as_gateway(kind, timeout=10.0))
        settings.SMS_GATEWAYS = setting
        if kills:
            send_with_kills(fake, setting, count, kills)
        else:
            send_beside_one_that_dies(fake, setting, count)
        if kind == "http_json":  # what was left by the killed goes out again under its key
            drain(by=BY, seconds=60)
        counts = fake.counts()
        doubtful = set(Message.objects.filter(state=State.DOUBTFUL).values_list("address", flat=True))
        sent = set(Message.objects.filter(state=State.SENT).values_list("address", flat=True))
        everyone = set(Message.objects.values_list("address", flat=True))
        told = f"{kind}: {len(sent)} sent, {len(doubtful)} doubtful, {len(fake.asked)} asked, {len(fake.delivered)} got"
        sys.stdout.write(f"{told}\n")
        assert max(counts.values()) == 1, "nobody got it twice"
        assert sent | doubtful == everyone
        assert set(counts) >= sent, "what is called sent was delivered"
        assert set(counts) - sent <= doubtful, "what was delivered and not called sent is listed"
        assert kind != "http_json" or (len(sent) == count and not doubtful)
