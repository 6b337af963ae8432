"""How fast queued SMS drain, and in how much memory: `python bench/outbox.py --count 250000 [--rate 1000]`.

Makes a database of its own (`…_bench`, dropped afterwards) beside the one of DATABASE_URL, queues `--count` SMS, and
drains them through a gateway in another process on the loopback that answers after `--answer` seconds. Prints messages
a second, the slowest ten seconds, and the largest memory of the sender; and beside it a bare loop (the same hands, the
same requests over kept lines, no database) against the same gateway, with the ratio. `--rate` is the gateway's allowed
rate (0: none).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import pairwise
from multiprocessing.connection import Connection
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
from agragati.outbox.actions.sending import HANDS, drain  # noqa: E402
from agragati.outbox.effects import Lines, send  # noqa: E402
from agragati.outbox.models import Dispatch, Message  # noqa: E402
from agragati.outbox.rules.gateways import Gateway  # noqa: E402
from agragati.outbox.rules.outcomes import Letter  # noqa: E402

CHUNK = 5000
TEXT = "সভা কাল সকাল ১০টায়"


def number(n: int) -> str:
    """The n-th telephone number."""
    return f"88017{n:08d}"


def queue(count: int) -> None:
    """So many urgent SMS, written in chunks."""
    cast = make_cast()
    dispatch = Dispatch.objects.create(office=cast.district, key="bench", deed="bench", title="সভা", subject="সভা",
                                       text="সভা", by_label="bench")  # fmt: skip
    for begin in range(0, count, CHUNK):
        Message.objects.bulk_create(
            Message(dispatch=dispatch, key=f"bench|{n}", channel="sms", office=cast.upazila, address=number(n),
                    text=TEXT, parts=1, cost=Decimal(0), is_urgent=True)
            for n in range(begin, min(begin + CHUNK, count))
        )  # fmt: skip


def stand_by(line: Connection, answer: float) -> None:
    """The gateway's own process: says its address, then how many were delivered and how many twice, when asked."""
    with running() as fake:
        fake.delay = answer
        line.send(fake.url)
        while line.recv() == "count":
            counts = fake.counts()
            line.send((sum(counts.values()), max(counts.values(), default=0)))


def memory() -> float:
    """Largest resident memory of this process so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def watch(counts: list[int], stop: threading.Event) -> None:
    """How many were sent, every ten seconds."""
    while not stop.wait(10):
        counts.append(Message.objects.filter(state="sent").count())
    connection.close()


def bare(gateway: Gateway, count: int, hands: int) -> float:
    """The plain loop: as many letters, the same hands, nothing written anywhere. Letters a second."""
    gone = iter(range(count))

    def hand() -> None:
        for n in gone:
            send(Letter(f"bare|{n}", "sms", number(50_000_000 + n), "", TEXT), gateway, lines)

    begin = time.monotonic()
    with Lines() as lines, ThreadPoolExecutor(max_workers=hands) as pool:
        for future in [pool.submit(hand) for _ in range(hands)]:
            future.result()
    return count / (time.monotonic() - begin)


def ours(count: int, hands: int) -> float:
    """Drain the queue. Letters a second."""
    counts, stop = [0], threading.Event()
    watcher = threading.Thread(target=watch, args=(counts, stop))
    watcher.start()
    begin = time.monotonic()
    sent = drain(by=system("bench"), seconds=86_400, hands=hands)
    seconds = time.monotonic() - begin
    stop.set()
    watcher.join()
    slowest = min((b - a for a, b in pairwise(counts)), default=0)
    left = Message.objects.exclude(state="sent").count()
    print(f"ours: sent {sent} in {seconds:.1f} s: {sent / seconds:.1f} a second; {left} not sent")
    print(f"slowest ten seconds: {slowest / 10:.1f} a second")
    return sent / seconds


def measure(given: argparse.Namespace) -> None:
    """Queue, run the bare loop, drain, print."""
    line, theirs = multiprocessing.Pipe()
    other = multiprocessing.get_context("fork").Process(target=stand_by, args=(theirs, given.answer), daemon=True)
    other.start()
    rate = given.rate or 100_000
    gateway = Gateway("bench", "http_json", url=line.recv(), is_idempotent=True, per_second=Decimal(rate), burst=rate)
    settings.SMS_GATEWAYS = as_setting(gateway)
    queue(given.count)
    before = memory()
    plain = bare(gateway, min(given.count, 20_000), given.hands)
    print(f"bare: {plain:.1f} a second with {given.hands} hands")
    mine = ours(given.count, given.hands)
    print(f"ratio ours to bare: {mine / plain:.2f}")
    print(f"memory of the sender: {before:.0f} MB before, {memory():.0f} MB at most")
    line.send("count")
    print("the gateway delivered {} messages, to nobody more than {}".format(*line.recv()))
    other.terminate()


def main() -> None:
    """Read the words, make the database, measure, drop it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--rate", type=int, default=0)
    parser.add_argument("--answer", type=float, default=0.0)
    parser.add_argument("--hands", type=int, default=HANDS)
    given = parser.parse_args()
    old = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"{old}_bench"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        measure(given)
    finally:
        connection.creation.destroy_test_db(old, verbosity=0)


if __name__ == "__main__":
    main()
