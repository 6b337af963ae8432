"""Who stands on the claimant's side: nobody there may decide on the claim (R18)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.utils import timezone

from agragati.kernel.errors import Refused
from agragati.org.access import Access
from agragati.org.models import Delegation, Posting

from ..models import Plan, ProgressEvent, Submission

NOT_INDEPENDENT = "You had a part in this claim or hold a charge in its office, so you may not decide on it."


def claimants_of(*, by: Access, plans: Collection[Plan]) -> dict[int, set[int]]:
    """Plan id → ids of everyone on the claimant's side. `by` asks; nothing is filtered by it.

    Who entered or sent anything (and whose post they acted in), who holds any post of the office today (regular,
    current or additional charge), and to whom such a post is delegated today.
    """
    found: dict[int, set[int]] = defaultdict(set)
    ids = [plan.pk for plan in plans]
    entered = ProgressEvent.objects.filter(indicator__plan__in=ids)
    for plan, *users in entered.values_list("indicator__plan", "entered_by", "entered_in__user").distinct():
        found[plan].update(users)
    for plan, *users in Submission.objects.filter(plan__in=ids).values_list(
        "plan", "submitted_by", "submitted_in__user"
    ):
        found[plan].update(users)
    offices = _people_of({plan.office_id for plan in plans}, timezone.localdate())
    for row in plans:
        found[row.pk] |= offices[row.office_id]
        found[row.pk].discard(None)
    return found


def _people_of(offices: set[int], today: date) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    held = Posting.objects.held_on(today).filter(post__office__in=offices)
    for office, user in held.values_list("post__office", "user"):
        found[office].add(user)
    lent = Delegation.objects.filter(
        posting__post__office__in=offices, since__lte=today, until__gte=today, withdrawn_at__isnull=True
    )
    for office, user in lent.values_list("posting__post__office", "to"):
        found[office].add(user)
    return found


def deciders(*, by: Access) -> set[int]:
    """The people behind one access: the one who acts and, by delegation, the one acted for."""
    found = {by.user_id} if by.user_id else set()
    if by.acting_for_id:
        found |= set(Posting.objects.filter(pk=by.acting_for_id).values_list("user", flat=True))
    return found


def require_independent(*, by: Access, plan: Plan) -> None:
    """Raise Refused when `by` stands on the claimant's side, by any charge or delegation."""
    if deciders(by=by) & claimants_of(by=by, plans=[plan])[plan.pk]:
        raise Refused(NOT_INDEPENDENT)
