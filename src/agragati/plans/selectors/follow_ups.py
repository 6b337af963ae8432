"""Marks "to be followed up": of one row, and as a list."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from agragati.kernel.errors import NotFound, Refused
from agragati.org.access import Access, P
from agragati.org.selectors import post_options

from ..access import may_follow_up
from ..models import Claim, FollowUp, Plan, ProgressEvent
from .reviews import claim_to_read
from .single import event_to_read

PER_PAGE = 50
_RELATED = ("indicator__plan__office__area", "indicator__plan__edition", "event", "claim", "post__office")


@dataclass(frozen=True)
class MarkFilter:
    """What the reader asks for: open, closed or all; one's own post's only; one plan's only."""

    state: str = "open"
    mine: bool = False
    plan_id: int | None = None


def marks_page(*, by: Access, wanted: MarkFilter, page: int = 1) -> Page[FollowUp]:
    """One page of marks within the view and of one's own post, the earliest day first."""
    by.require(P.PLAN_VIEW)
    rows = _seen(by)
    if wanted.state in ("open", "closed"):
        rows = rows.filter(closed_at__isnull=wanted.state == "open")
    if wanted.mine:
        rows = rows.filter(post_id=by.post_id or 0)
    if wanted.plan_id is not None:
        rows = rows.filter(indicator__plan=wanted.plan_id)
    return Paginator(rows.order_by("due", "pk"), PER_PAGE).get_page(page)


def _seen(by: Access) -> QuerySet[FollowUp]:
    rows = FollowUp.objects.visible_to(by) | FollowUp.objects.filter(post_id=by.post_id or 0)
    return rows.select_related(*_RELATED)


def mark_to_read(*, by: Access, mark_id: int) -> FollowUp:
    """One mark within the view or of one's own post; raise NotFound."""
    found = _seen(by).filter(pk=mark_id).first()
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound("There is no such mark, or it is not yours to see.")
    return found


def may_take_off(*, by: Access, mark: FollowUp) -> bool:
    """Whether the reader may take the mark off."""
    mine = by.post_id is not None and by.post_id == mark.post_id
    return mark.closed_at is None and (mine or may_follow_up(by, mark.indicator.plan))


def event_to_mark(*, by: Access, event_id: int) -> ProgressEvent:
    """An entry that `by` may mark; NotFound when unseen, Refused when only seen."""
    found = event_to_read(by=by, event_id=event_id)
    _require(by, found.indicator.plan)
    return found


def claim_to_mark(*, by: Access, claim_id: int) -> Claim:
    """A claim that `by` may mark; NotFound when unseen, Refused when only seen."""
    found = claim_to_read(by=by, claim_id=claim_id)
    found.indicator.plan = found.submission.plan
    _require(by, found.submission.plan)
    return found


def _require(by: Access, plan: Plan) -> None:
    if not may_follow_up(by, plan):
        raise Refused("You may not do this from your present post.")


def posts_to_ask(*, by: Access, plan: Plan) -> list[tuple[int, str]]:
    """Posts of the plan's office, and of the reader's own when it is another, with who holds them."""
    found = post_options(by=by, office_id=plan.office_id)
    if by.office_id is not None and by.office_id != plan.office_id:
        found = [*post_options(by=by, office_id=by.office_id), *found]
    return found


def marks_of_claim(*, by: Access, claim_id: int) -> list[FollowUp]:
    """Open marks on a claim and on the entries of its row, earliest first."""
    of_row = Q(event__indicator__claims=claim_id)
    rows = FollowUp.objects.visible_to(by).filter(Q(claim=claim_id) | of_row, closed_at__isnull=True)
    return list(rows.select_related("post", "event").order_by("due", "pk")[:50])
