"""The agenda on a screen in the room: one matter at a time, with its clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from agragati.org.access import Access
from agragati.records.models import Attachment

from ..models import AgendaItem, Meeting


@dataclass(frozen=True)
class Clock:
    """Minutes planned for all matters and minutes between beginning and end; 0 = not said."""

    planned: int
    room: int

    @property
    def over(self) -> int:
        """Minutes by which the agenda is too long; 0 when it fits or no end is set."""
        return max(self.planned - self.room, 0) if self.room else 0


@dataclass(frozen=True)
class Slide:
    """One matter on the screen: its place, neighbours, and seconds talked about it so far."""

    item: AgendaItem
    place: int
    count: int
    before: int | None
    after: int | None
    seconds: int

    @property
    def over(self) -> int:
        """Whole minutes beyond the planned length; 0 while it keeps to it."""
        return max(self.seconds // 60 - self.item.minutes, 0) if self.item.minutes else 0

    @property
    def minutes(self) -> int:
        """Whole minutes talked so far."""
        return self.seconds // 60


def clock(*, by: Access, meeting: Meeting, items: Sequence[AgendaItem]) -> Clock:
    """How the agenda of a visible meeting fits between its beginning and its end."""
    by.require_signed_in()
    room = int((meeting.ends_at - meeting.starts_at).total_seconds() // 60) if meeting.ends_at else 0
    return Clock(sum(item.minutes or 0 for item in items), room)


def slide(*, by: Access, items: Sequence[AgendaItem], at: int) -> Slide | None:
    """The matter at a place (from 1) of a visible meeting; the last one beyond the end; None on an empty agenda."""
    by.require_signed_in()
    if not items:
        return None
    place = min(max(at, 1), len(items))
    item = items[place - 1]
    running = int((timezone.now() - item.begun_at).total_seconds()) if item.begun_at else 0
    return Slide(item, place, len(items), place - 1 or None, place + 1 if place < len(items) else None,
                 item.spent + running)  # fmt: skip


def item_files(*, by: Access, items: Sequence[AgendaItem]) -> dict[int, list[Attachment]]:
    """The papers kept with the matters of a visible meeting, by matter, in one question."""
    by.require_signed_in()
    found: dict[int, list[Attachment]] = {}
    for row in Attachment.objects.filter(about__in=[f"agenda_item:{item.pk}" for item in items]).order_by("pk"):
        found.setdefault(int(row.about.rpartition(":")[2]), []).append(row)
    return found
