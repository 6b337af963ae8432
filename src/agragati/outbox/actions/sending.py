"""The loop between the transactions: claim, hand over, write down. Not a deed itself, hence not exported."""

from __future__ import annotations

import time
import uuid
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime

from django.utils import timezone

from agragati.org.access import Access

from ..choices import Channel
from ..effects import Lines, send
from ..rules.outcomes import Letter, Outcome
from ..selectors.gateways import anything_due
from .delivery import Batch, claim_batch
from .outcomes import write_outcomes

BATCH = 200
HANDS = 16
CHANNELS = (Channel.SMS.value, Channel.EMAIL.value, Channel.PUSH.value)
LATEST_START = 60.0  # seconds after the claim; with the longest time-out this stays well within the lease
PAUSE = 0.2


def drain(
    *, by: Access, seconds: float, now: Callable[[], datetime] = timezone.now, batch: int = BATCH, hands: int = HANDS,
    stay: bool = False,
) -> int:  # fmt: skip
    """Send what is due for at most `seconds`; `stay` waits when nothing is due, too. How many were handed over.

    At most two batches of each channel are in memory. The threads only talk to the outside; this thread alone writes.
    """
    end = time.monotonic() + seconds
    with Lines() as lines, ThreadPoolExecutor(max_workers=hands) as pool:
        flow = _Flow(by, pool, lines, now, batch)
        while time.monotonic() < end:
            flow.claim()
            if flow.under_way:
                flow.write_down()
            elif not stay and not anything_due(by=by, now=now()):
                break
            else:
                time.sleep(PAUSE)
        while flow.under_way:
            flow.write_down()
    return flow.count


class _Flow:
    """Letters under way: the next are claimed while the last are still talking."""

    def __init__(
        self, by: Access, pool: ThreadPoolExecutor, lines: Lines, now: Callable[[], datetime], batch: int
    ) -> None:
        self.by, self.pool, self.lines, self.now, self.batch = by, pool, lines, now, batch
        self.under_way: dict[Future[Outcome | None], tuple[Batch, int]] = {}
        self.count = 0
        self._not_before = 0.0

    def claim(self) -> None:
        """Claim more where there is room. After a short claim (the rate is used up, or little waits) pause a little."""
        if not self._has_room() or (self.under_way and time.monotonic() < self._not_before):
            return
        claimed = 0
        for channel in CHANNELS:
            found = claim_batch(by=self.by, channel=channel, limit=self.batch, now=self.now())
            if found is not None:
                claimed += len(found.letters)
                self._hand_over(found)
        if claimed < self.batch:
            self._not_before = time.monotonic() + PAUSE

    def _has_room(self) -> bool:
        """What is in doubt after a kill stays small: such letters end before the next are claimed."""
        if any(found.is_careful for found, _ in self.under_way.values()):
            return False
        return len(self.under_way) <= self.batch

    def _hand_over(self, found: Batch) -> None:
        start_until = time.monotonic() + LATEST_START

        def one(letter: Letter) -> Outcome | None:
            return send(letter, found.gateway, self.lines) if time.monotonic() < start_until else None

        for number, letter in found.letters:
            self.under_way[self.pool.submit(one, letter)] = (found, number)

    def write_down(self) -> None:
        """Wait for the first to come back, and write it down with all that came meanwhile."""
        done, _ = wait(self.under_way, return_when=FIRST_COMPLETED)
        outcomes: dict[uuid.UUID, dict[int, Outcome | None]] = defaultdict(dict)
        for future in done:
            found, number = self.under_way.pop(future)
            outcomes[found.claim][number] = future.result()
        for claim, mine in outcomes.items():
            write_outcomes(by=self.by, claim=claim, outcomes=mine, now=self.now())
        self.count += len(done)
