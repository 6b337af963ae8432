"""Decisions, the duties that came of them, and how far the offices are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q
from django.utils import timezone

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, P

from ..access import may_answer, require
from ..choices import OPEN_DUTIES, DutyStatus
from ..models import Decision, DecisionDuty, Implementer, Meeting
from .listing import is_stale

_GONE = "There is no such decision, or it is not yours to see."


@dataclass(frozen=True)
class Rollup:
    """How many duties of a decision stand where; `silent` never answered, `late` are open after their day."""

    by_status: Mapping[str, int] = field(default_factory=dict)
    silent: int = 0
    late: int = 0

    @property
    def total(self) -> int:
        """All duties."""
        return sum(self.by_status.values())

    @property
    def done(self) -> int:
        """Done, verified or not."""
        return self.by_status.get(DutyStatus.DONE, 0) + self.by_status.get(DutyStatus.VERIFIED, 0)

    @property
    def open(self) -> int:
        """Neither done nor dropped."""
        return sum(self.by_status.get(status, 0) for status in OPEN_DUTIES)

    @property
    def percent(self) -> int | None:
        """Whole percent done of those not dropped; None without any."""
        counted = self.total - self.by_status.get(DutyStatus.DROPPED, 0)
        return self.done * 100 // counted if counted else None

    @property
    def status(self) -> str:
        """One status for the whole: the worst of the open ones, done when none is open; "" without duties."""
        for status in (DutyStatus.BEHIND, DutyStatus.ON_SCHEDULE, DutyStatus.NOT_STARTED):
            if self.by_status.get(status):
                return DutyStatus.ON_SCHEDULE if status == DutyStatus.NOT_STARTED and self.done else status
        for status in (DutyStatus.DONE, DutyStatus.VERIFIED, DutyStatus.DROPPED):
            if self.by_status.get(status):
                return status
        return ""


def without_word_this_month(*, by: Access) -> dict[int, list[int]]:
    """Offices with open duties of earlier months and no word this month, by the office that decided."""
    by.require(P.MEETING_RUN)
    rows = DecisionDuty.objects.filter(is_stale()).order_by().values_list("decision__office", "office").distinct()
    found: dict[int, list[int]] = {}
    for giver, office_id in rows:
        found.setdefault(giver, []).append(office_id)
    return found


def decision(*, by: Access, decision_id: int) -> Decision:
    """One decision that the reader may see; raises NotFound."""
    rows = Decision.objects.visible_to(by).select_related("meeting", "item", "office")
    found = rows.prefetch_related("implementers").filter(pk=decision_id).first()
    if found is None or not by.may(P.MEETING_VIEW):
        raise NotFound(_GONE)
    return found


def duty(*, by: Access, duty_id: int, to_change: bool = False) -> DecisionDuty:
    """One duty that the reader may see; raises NotFound. `to_change` holds its row to the end of the transaction."""
    rows = DecisionDuty.objects.visible_to(by)
    if to_change:
        rows = rows.select_for_update(of=("self",))
    parts = "decision__meeting", "decision__office", "office", "post", "section"
    one = rows.select_related(*parts).filter(pk=duty_id).first()
    if one is None or not by.may(P.MEETING_VIEW):
        raise NotFound(_GONE)
    return one


def duty_to_answer(*, by: Access, duty_id: int) -> DecisionDuty:
    """A duty whose state `by` may report; raises NotFound or Refused."""
    found = duty(by=by, duty_id=duty_id)
    require(may_answer(by, found))
    return found


def rollups(*, by: Access, decision_ids: Iterable[int]) -> dict[int, Rollup]:
    """The state of each decision over all its offices, in one query; decisions without duties are missing."""
    by.require_signed_in()
    late = Q(status__in=OPEN_DUTIES, due__lt=timezone.localdate())
    rows = DecisionDuty.objects.filter(decision__in=list(decision_ids)).order_by()
    counted = rows.values("decision", "status").annotate(
        n=Count("decision"),
        silent=Count("decision", filter=Q(answered_at__isnull=True)),
        late=Count("decision", filter=late),
    )
    found: dict[int, dict[str, tuple[int, int, int]]] = {}
    for row in counted:
        found.setdefault(row["decision"], {})[row["status"]] = (row["n"], row["silent"], row["late"])
    return {key: _rollup(of) for key, of in found.items()}


def _rollup(of: Mapping[str, tuple[int, int, int]]) -> Rollup:
    silent, late = sum(row[1] for row in of.values()), sum(row[2] for row in of.values())
    return Rollup({status: row[0] for status, row in of.items()}, silent, late)


def rollup(*, by: Access, decision: Decision) -> Rollup:
    """The state of one decision."""
    return rollups(by=by, decision_ids=[decision.pk]).get(decision.pk, Rollup())


def duties_of(
    *, by: Access, decision: Decision, status: str = "", silent: bool = False, page: int = 1
) -> Page[DecisionDuty]:
    """Duties of a visible decision that the reader may see, by office; `silent` = those that never answered."""
    rows = DecisionDuty.objects.visible_to(by).filter(decision=decision)
    if status:
        rows = rows.filter(status=status)
    if silent:
        rows = rows.filter(answered_at__isnull=True)
    return Paginator(rows.select_related("office", "post", "section").order_by("office__path", "pk"), 50).get_page(page)


def open_duties(*, by: Access, limit: int = 50) -> list[DecisionDuty]:
    """What waits for the reader's own office, most urgent first; for the work of the day."""
    if by.office_id is None or not by.may(P.MEETING_VIEW):
        return []
    rows = DecisionDuty.objects.filter(office_id=by.office_id, status__in=OPEN_DUTIES)
    mine = Q(post__isnull=True) | Q(post_id=by.post_id or 0)
    return list(rows.filter(mine).select_related("decision__meeting", "decision__office")[:limit])


@dataclass(frozen=True)
class Previous:
    """One decision of the previous meeting as the next one hears of it."""

    decision: Decision
    rollup: Rollup
    owners: str
    notes: tuple[str, ...]


def previous_decisions(*, by: Access, meeting: Meeting) -> list[Previous]:
    """What the previous meeting decided, with its live state; empty without a previous meeting.

    The words of at most three offices are given; larger fan-outs are told in numbers.
    """
    if meeting.previous_id is None:
        return []
    parts = Prefetch("implementers", Implementer.objects.order_by("position", "pk"))
    rows = list(Decision.objects.filter(meeting_id=meeting.previous_id).select_related("item").prefetch_related(parts))
    states = rollups(by=by, decision_ids=[row.pk for row in rows])
    notes = _notes([key for key, state in states.items() if state.total <= 3])
    return [
        Previous(row, states.get(row.pk, Rollup()), ", ".join(i.text for i in row.implementers.all()),
                 tuple(notes.get(row.pk, [])))
        for row in rows
    ]  # fmt: skip


def _notes(decision_ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in DecisionDuty.objects.filter(decision__in=decision_ids).exclude(note=""):
        found.setdefault(row.decision_id, []).append(row.note)
    return found
