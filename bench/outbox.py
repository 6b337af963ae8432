"""How fast queued SMS drain, and in how much memory: `python bench/outbox.py --count 20000 [--rate 50]`.

Makes a database of its own (`…_bench`, dropped afterwards) beside the one of DATABASE_URL, queues `--count` SMS, and
drains them through a gateway on the loopback that answers after `--answer` seconds. Prints messages a second, the
slowest ten seconds, and the largest memory of this process. `--rate` is the gateway's allowed rate (0: none).
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import threading
import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agragati.config.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from tests.outbox.fake_gateway import as_setting, running  # noqa: E402
from tests.people import make_cast  # noqa: E402

from agragati.org.access import system  # noqa: E402
from agragati.outbox.actions.sending import drain  # noqa: E402
from agragati.outbox.models import Dispatch, Message  # noqa: E402

CHUNK = 5000


def queue(count: int) -> None:
    """So many urgent SMS, written in chunks."""
    cast = make_cast()
    dispatch = Dispatch.objects.create(office=cast.district, key="bench", deed="bench", title="সভা", subject="সভা",
                                       text="সভা", by_label="bench")  # fmt: skip
    for begin in range(0, count, CHUNK):
        Message.objects.bulk_create(
            Message(dispatch=dispatch, key=f"bench|{n}", channel="sms", office=cast.upazila, address=f"88017{n:08d}",
                    text="সভা কাল সকাল ১০টায়", parts=1, cost=Decimal(0), is_urgent=True)
            for n in range(begin, min(begin + CHUNK, count))
        )  # fmt: skip


def memory() -> float:
    """Largest resident memory of this process so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def watch(counts: list[int], fake_delivered: list[dict[str, str]], stop: threading.Event) -> None:
    """How many had arrived, every ten seconds."""
    while not stop.wait(10):
        counts.append(len(fake_delivered))


def measure(count: int, rate: int, answer: float) -> None:
    """Queue, drain, print."""
    queue(count)
    before, counts, stop = memory(), [0], threading.Event()
    with running() as fake:
        fake.delay = answer
        gateway = fake.as_gateway("http_json", per_second=Decimal(rate or 100_000), burst=rate or 100_000)
        settings.SMS_GATEWAYS = as_setting(gateway)
        watcher = threading.Thread(target=watch, args=(counts, fake.delivered, stop))
        watcher.start()
        begin = time.monotonic()
        sent = drain(by=system("bench"), seconds=86_400)
        seconds = time.monotonic() - begin
        stop.set()
        watcher.join()
    slowest = min((b - a for a, b in pairwise(counts)), default=0)
    print(f"sent {sent} in {seconds:.1f} s: {sent / seconds:.1f} a second")
    print(f"slowest ten seconds: {slowest / 10:.1f} a second")
    print(f"memory {before:.0f} MB before, {memory():.0f} MB at most (the gateway's own log is in it)")


def main() -> None:
    """Read the words, make the database, measure, drop it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--rate", type=int, default=0)
    parser.add_argument("--answer", type=float, default=0.0)
    given = parser.parse_args()
    old = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"{old}_bench"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        measure(given.count, given.rate, given.answer)
    finally:
        connection.creation.destroy_test_db(old, verbosity=0)


if __name__ == "__main__":
    main()
