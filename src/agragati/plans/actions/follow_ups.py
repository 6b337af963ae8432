"""Marking an entry or a claim "to be followed up", and taking the mark off."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import Access
from agragati.org.models import Post
from agragati.outbox.actions import discharge, oblige

from .. import notices
from ..access import may_follow_up
from ..models import Claim, FollowUp, PlanIndicator, ProgressEvent


@transaction.atomic
def mark_for_follow_up(
    *, by: Access, about: ProgressEvent | Claim, note: str, post: Post, due: date
) -> FollowUp:  # fmt: skip
    """Mark an entry or a claim for `post` to follow up until `due`; it becomes a duty of that post.

    The post is one of the plan's office or of the marker's own. Raises Refused without the right to enter or review
    there; BadInput without a note, for another office's post, or a day that has passed.
    """
    row = about.indicator
    _require(by, row)
    if not note.strip():
        raise BadInput("Write what is to be followed up.", field="note")
    if due < timezone.localdate():
        raise BadInput("This day has passed.", field="due")
    if post.office_id not in (row.plan.office_id, by.office_id) or post.valid_to is not None:
        raise BadInput("Choose a post of this office or of your own.", field="post")
    thing = {"event": about} if isinstance(about, ProgressEvent) else {"claim": about}
    mark = FollowUp.objects.create(
        indicator=row, **thing, note=note.strip()[:500], post=post, due=due,
        made_by_id=by.user_id, made_in_id=by.post_id, made_label=by.label_at(row.plan.office.path)[:300],
    )  # fmt: skip
    duty = notices.follow_up_asked(mark)
    oblige(by=by, about=duty.about, office_id=post.office_id, post_id=post.pk, title=duty.title, url=duty.url,
           due=due, giver_id=by.office_id)  # fmt: skip
    record(by=by, deed="plans.mark_for_follow_up", about=f"plan:{row.plan_id}", label=str(row),
           values={"follow_up": mark.pk, "post": post.pk, "due": str(due), "note": mark.note})  # fmt: skip
    return mark


@transaction.atomic
def take_mark_off(*, by: Access, mark: FollowUp, reason: str) -> FollowUp:
    """Take a mark off, with why; the duty is done. Whoever may mark there may, and the post that was asked."""
    if by.post_id != mark.post_id:
        _require(by, mark.indicator)
    if not reason.strip():
        raise BadInput("Write why the mark is taken off.", field="reason")
    held = FollowUp.objects.select_for_update().get(pk=mark.pk)
    if held.closed_at is not None:
        raise BadInput("This mark was taken off already.", field="reason")
    mark.closed_at, mark.closed_label = timezone.now(), by.label_at(mark.indicator.plan.office.path)[:300]
    mark.closed_because = reason.strip()[:300]
    mark.save(update_fields=["closed_at", "closed_label", "closed_because"])
    discharge(by=by, about=notices.about_follow_up(mark.pk), note=mark.closed_because)
    record(by=by, deed="plans.take_mark_off", about=f"plan:{mark.indicator.plan_id}", label=str(mark.indicator),
           values={"follow_up": mark.pk, "reason": mark.closed_because})  # fmt: skip
    return mark


def _require(by: Access, row: PlanIndicator) -> None:
    if not may_follow_up(by, row.plan):
        raise Refused("You may not do this from your present post.")
