"""From one decision to a duty for every office it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from agragati.org.access import Access
from agragati.org.models import Office, Post

from ..choices import TargetKind
from ..models import Decision, DecisionDuty, Implementer, Invitation, Meeting

BATCH = 1000


@dataclass(frozen=True)
class Holder:
    """Who carries out: an office, there a post or a section (None = its head)."""

    office_id: int
    post_id: int | None = None
    section_id: int | None = None


@transaction.atomic
def give_duties(*, by: Access, meeting: Meeting) -> list[DecisionDuty]:
    """Make the duties of every decision of a meeting whose minutes are signed now; given ones stay as they are.

    Offices are those of the meeting's own line, and those whose posts are invited. Returns the new duties.
    """
    invited = [row.post for row in _invited(meeting) if row.post is not None]
    reach = _Reach(meeting, {post.office_id for post in invited})
    decisions = Decision.objects.filter(meeting=meeting).prefetch_related("implementers__post", "implementers__section")
    duties = []
    for decision in decisions:
        holders = dict.fromkeys(
            holder for row in decision.implementers.all() for holder in _holders(row, reach, invited)
        )
        # A decision whose printed names mean nobody in the register is followed up by the office that took it.
        duties += [_duty(decision, holder) for holder in holders or [Holder(meeting.office_id)]]
    return _keep_new(meeting, duties)


def _keep_new(meeting: Meeting, duties: list[DecisionDuty]) -> list[DecisionDuty]:
    rows = DecisionDuty.objects.filter(decision__meeting=meeting)
    have = set(rows.values_list("decision_id", "office_id", "post_id", "section_id"))
    new = [duty for duty in duties if (duty.decision_id, duty.office_id, duty.post_id, duty.section_id) not in have]
    return DecisionDuty.objects.bulk_create(new, batch_size=BATCH)


def _duty(decision: Decision, holder: Holder) -> DecisionDuty:
    return DecisionDuty(
        decision=decision, office_id=holder.office_id, post_id=holder.post_id, section_id=holder.section_id,
        due=decision.due,
    )  # fmt: skip


def _invited(meeting: Meeting) -> Iterable[Invitation]:
    return Invitation.objects.filter(meeting=meeting, post__isnull=False).select_related("post")


class _Reach:
    """Which offices a meeting may charge: its own line downwards and those invited. Asked once for all decisions."""

    def __init__(self, meeting: Meeting, invited: set[int]) -> None:
        self.home = meeting.office
        self.day = timezone.localdate()
        self.invited = invited
        self._levels: dict[str, list[int]] = {}

    def of_level(self, kind: str) -> list[int]:
        """Open offices of one level below."""
        if kind not in self._levels:
            rows = Office.objects.within(self.home.path).open_on(self.day).filter(kind=kind).exclude(pk=self.home.pk)
            self._levels[kind] = list(rows.order_by("path").values_list("pk", flat=True))
        return self._levels[kind]

    def of_group(self, row: Implementer) -> list[int]:
        """Open offices of a group within reach."""
        assert row.group is not None
        listed = row.group.offices.all().values("pk")
        rows = Office.objects.filter(pk__in=listed).open_on(self.day)
        near = rows.within(self.home.path) | rows.filter(pk__in=self.invited)
        return list(near.order_by("path").values_list("pk", flat=True))


def _holders(row: Implementer, reach: _Reach, invited: list[Post]) -> list[Holder]:
    """Who a printed implementer means; a text that nobody in the register answers to means nobody."""
    if row.kind == TargetKind.POST and row.post is not None:
        return [Holder(row.post.office_id, row.post_id)]
    if row.kind == TargetKind.SECTION and row.section is not None:
        return [Holder(row.section.office_id, None, row.section_id)]
    if row.kind == TargetKind.OFFICE and row.office_id is not None:
        return [Holder(row.office_id)]
    if row.kind == TargetKind.GROUP:
        return [Holder(pk) for pk in reach.of_group(row)]
    if row.kind == TargetKind.LEVEL:
        return [Holder(pk) for pk in reach.of_level(row.level)]
    if row.kind == TargetKind.CONCERNED:
        return [Holder(post.office_id, post.pk) for post in invited]
    return []
