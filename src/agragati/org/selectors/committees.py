"""Questions about committees."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from agragati.kernel.errors import NotFound

from ..access import Access, P
from ..models import Committee, CommitteeMember, Posting
from ..models.committees import CommitteeQuerySet
from .posts import holders_by_post


def committees(
    *, by: Access, office_id: int | None = None, query: str = "", dissolved: bool = False
) -> CommitteeQuerySet:
    """Committees within the view, newest first; `dissolved` adds those that ended."""
    rows = Committee.objects.visible_to(by).select_related("office")
    if office_id is not None:
        rows = rows.filter(office_id=office_id)
    if query:
        rows = rows.filter(name_bn__icontains=query)
    if not dissolved:
        rows = rows.filter(Q(dissolved_on__isnull=True) | Q(dissolved_on__gte=timezone.localdate()))
    return rows.order_by("-formed_on", "-pk")


def committee(*, by: Access, committee_id: int) -> Committee:
    """The committee, when its office is within the view; raises NotFound otherwise."""
    rows = Committee.objects.visible_to(by).select_related("office__area")
    found = rows.filter(pk=committee_id).first()
    if found is None:
        raise NotFound("There is no such committee, or it is outside your view.")
    return found


def committee_to_change(*, by: Access, committee_id: int) -> Committee:
    """The committee, when `by` may change it; raises NotFound or Refused."""
    found = committee(by=by, committee_id=committee_id)
    by.require(P.COMMITTEE_MANAGE, found.office.path, found.office.area_path)
    return found


@dataclass(frozen=True)
class Seat:
    """A member and who sits there on the day asked for (None: vacant post or a person from outside)."""

    member: CommitteeMember
    holder: Posting | None

    @property
    def name(self) -> str:
        """The person, or the outsider as the order names them; "" for a vacant post."""
        return str(self.holder.user) if self.holder else self.member.outsider_bn


def seats_of(*, by: Access, committee_id: int, on: datetime.date | None = None) -> list[Seat]:
    """Members in the order of the office order, with who holds each post on `on` (today)."""
    found = committee(by=by, committee_id=committee_id)
    rows = list(CommitteeMember.objects.filter(committee=found).select_related("post__office", "post__section"))
    holders = holders_by_post(by=by, post_ids=[row.post_id for row in rows if row.post_id], day=on)
    return [Seat(row, holders.get(row.post_id or 0)) for row in rows]
