"""The loop between the transactions: claim, hand over, write down. Not a deed itself, hence not exported."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import datetime

from django.utils import timezone

from agragati.org.access import Access

from ..choices import Channel
from ..effects import send
from ..rules.outcomes import Letter, Outcome
from ..selectors.gateways import anything_due
from .delivery import Batch, claim_batch, write_outcome

BATCH = 100
HANDS = 16
CHANNELS = (Channel.SMS.value, Channel.EMAIL.value, Channel.PUSH.value)
LATEST_START = 60.0  # seconds after the claim; with the longest time-out this stays well within the lease
PAUSE = 0.2


def drain(
    *, by: Access, seconds: float, now: Callable[[], datetime] = timezone.now, batch: int = BATCH, hands: int = HANDS,
    wait: bool = False,
) -> int:  # fmt: skip
    """Send what is due for at most `seconds`; `wait` stays when nothing is due, too. How many were handed over.

    At most one batch is in memory. The threads only talk to the outside; this thread alone writes.
    """
    end, count = time.monotonic() + seconds, 0
    with ThreadPoolExecutor(max_workers=hands) as pool:
        while time.monotonic() < end:
            batches = [
                one for channel in CHANNELS if (one := claim_batch(by=by, channel=channel, limit=batch, now=now()))
            ]
            for one in batches:
                count += _hand_over(by, pool, one, now)
            if not batches:
                if not wait and not anything_due(by=by, now=now()):
                    break
                time.sleep(PAUSE)
    return count


def _hand_over(by: Access, pool: ThreadPoolExecutor, batch: Batch, now: Callable[[], datetime]) -> int:
    start_until = time.monotonic() + LATEST_START

    def one(letter: Letter) -> Outcome | None:
        return send(letter, batch.gateway) if time.monotonic() < start_until else None

    futures = {pool.submit(one, letter): number for number, letter in batch.letters}
    for future in as_completed(futures):
        write_outcome(by=by, message_id=futures[future], claim=batch.claim, outcome=future.result(), now=now())
    return len(futures)
