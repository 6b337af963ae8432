"""The work of the day of one post: the one list behind the first pages, the count beside them, and the calendar."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.org.access import Access

from ..models import Obligation
from ..rules.work import HEAPS, heap_of
from .obligations import work_of

MOST_SHOWN = 200
WORDS: dict[str, str | Promise] = {
    "late": _("Late"), "today": _("Today"), "week": _("This week"), "later": _("Later"), "undated": _("Without a day"),
}  # fmt: skip


@dataclass(frozen=True)
class Heap:
    """Duties of one span of time, the earliest first."""

    key: str
    words: str | Promise
    duties: list[Obligation]


@dataclass(frozen=True)
class Work:
    """What waits for a post: heaps in order (none empty), and how many duties in all; at most 200 are listed."""

    today: datetime.date
    heaps: list[Heap]
    count: int

    @property
    def unlisted(self) -> int:
        """How many are not in the heaps."""
        return self.count - sum(len(heap.duties) for heap in self.heaps)

    @property
    def late(self) -> int:
        """How many listed ones are late."""
        return sum(len(heap.duties) for heap in self.heaps if heap.key == "late")


def work_count(*, by: Access) -> int:
    """How many duties wait for the post in which `by` works."""
    return work_of(by=by).count() if by.post_id else 0


def work_today(*, by: Access, limit: int = MOST_SHOWN) -> Work:
    """The list of the day, grouped; its count is the one the frame shows."""
    today = timezone.localdate()
    duties = list(work_of(by=by)[: limit + 1])
    count = len(duties) if len(duties) <= limit else work_count(by=by)
    heaps: dict[str, list[Obligation]] = {key: [] for key in HEAPS}
    for duty in duties[:limit]:
        heaps[heap_of(duty.due_day, today)].append(duty)
    return Work(today, [Heap(key, WORDS[key], found) for key, found in heaps.items() if found], count)
