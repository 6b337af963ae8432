"""Deeds that put people on posts and take them off: postings, handover, delegation."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.text import normalise

from ..access import Access, P
from ..choices import PostingKind
from ..models import Delegation, Duty, Post, Posting, User
from ..selectors.people import require_may_fill
from ..selectors.posts import delegation, post_to_change, posting

LONGEST_DELEGATION = datetime.timedelta(days=92)


@transaction.atomic
def post_person(
    *, by: Access, user_id: int, post_id: int, since: datetime.date, kind: str = PostingKind.REGULAR,
    order_memo: str = "", until: datetime.date | None = None,
) -> Posting:  # fmt: skip
    """Put a person on a post from `since` (the future is allowed: an order names its day).

    The same call twice gives the same posting. Raises BadInput when another holds the post in these days, or the
    person already holds a regular post in them; Refused for oneself and for posts whose roles `by` may not give.
    """
    here = post_to_change(by=by, post_id=post_id)
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if person is None:
        raise BadInput("There is no such active person.", field="person")
    same = Posting.objects.filter(user=person, post=here, since=since, kind=kind).first()
    if same:
        return same
    _require_may_post(by, person, here)
    _require_free(person, here, since, until, kind)
    made = Posting.objects.create(
        user=person, post=here, kind=kind, since=since, until=until, order_memo=normalise(order_memo)
    )
    record(by=by, deed="org.post_person", about=f"posting:{made.pk}", label=f"{person}: {here}",
           values={"post": here.pk, "user": person.pk, "kind": kind, "since": str(since)})  # fmt: skip
    return made


def _require_may_post(by: Access, person: User, here: Post) -> None:
    if person.pk == by.user_id:
        raise Refused("Nobody posts themselves. Ask the administrator above you.")
    require_may_fill(by=by, post_id=here.pk)


def _require_free(
    person: User, here: Post, since: datetime.date, until: datetime.date | None, kind: str, but: int | None = None
) -> None:
    if kind not in PostingKind.values:
        raise BadInput("Choose regular, current charge or additional charge.", field="kind")
    if until and until < since:
        raise BadInput("A posting cannot end before it begins.", field="until")
    if since < here.valid_from or (here.valid_to and since > here.valid_to):
        raise BadInput("The post does not exist on this day.", field="since")
    days = Q(until__isnull=True) | Q(until__gte=since)
    rows = Posting.objects.filter(days).exclude(pk=but or 0)
    if until:
        rows = rows.filter(since__lte=until)
    held = rows.filter(post=here).select_related("user").first()
    if held:
        raise BadInput("%(name)s holds this post in these days.", field="since", name=str(held.user))
    if kind == PostingKind.REGULAR and rows.filter(user=person, kind=PostingKind.REGULAR).exists():
        raise BadInput("This person already holds a regular post. End it first, or choose a charge.", field="kind")


@transaction.atomic
def end_posting(*, by: Access, posting_id: int, until: datetime.date) -> Posting:
    """End a posting; `until` is its last day. Duties stay with the post. Ended on this day already: nothing happens."""
    here = posting(by=by, posting_id=posting_id)
    post_to_change(by=by, post_id=here.post_id)
    if here.until == until:
        return here
    if here.until and here.until < timezone.localdate():
        raise BadInput("This posting has ended already.", field="until")
    if until < here.since:
        raise BadInput("A posting cannot end before it begins.", field="until")
    Posting.objects.filter(pk=here.pk).update(until=until)
    record(by=by, deed="org.end_posting", about=f"posting:{here.pk}", label=str(here),
           values={"until": str(until), "before": here.until and str(here.until)})  # fmt: skip
    return posting(by=by, posting_id=posting_id)


@transaction.atomic
def hand_over(
    *, by: Access, posting_id: int, to_user_id: int, on: datetime.date, kind: str = PostingKind.REGULAR,
    order_memo: str = "",
) -> Posting:  # fmt: skip
    """Hand a post over on `on`: the day before is the last of the old holder, `on` the first of the new one.

    Everything open moves along without another write, for duties belong to the post. Returns the new posting.
    """
    here = posting(by=by, posting_id=posting_id)
    if to_user_id == here.user_id:
        raise BadInput("The post is handed over to another person.", field="person")
    done = Posting.objects.filter(post=here.post, user_id=to_user_id, since=on, kind=kind).first()
    if done:
        return done
    end_posting(by=by, posting_id=posting_id, until=on - datetime.timedelta(days=1))
    made = post_person(by=by, user_id=to_user_id, post_id=here.post_id, since=on, kind=kind, order_memo=order_memo)
    record(by=by, deed="org.hand_over", about=f"post:{here.post_id}", label=str(here.post),
           values={"from": here.user_id, "to": to_user_id, "on": str(on),
                   "duties": Duty.objects.filter(post=here.post).count()})  # fmt: skip
    return made


@transaction.atomic
def delegate(*, by: Access, to_user_id: int, since: datetime.date, until: datetime.date, reason: str) -> Delegation:
    """Let another person act in the present post of `by` from `since` to `until` (92 days at most).

    Refused for someone who acts by delegation themselves: it is not passed on. The same call twice gives one.
    """
    by.require(P.DELEGATE)
    if by.posting_id is None or by.acting_for_id is not None:
        raise Refused("Only the holder of a post delegates it.")
    person = User.objects.filter(pk=to_user_id, is_active=True).exclude(pk=by.user_id or 0).first()
    if person is None:
        raise BadInput("Choose another active person.", field="person")
    _require_span(since, until)
    why = normalise(reason)
    if not why:
        raise BadInput("Write the reason.", field="reason")
    made, new = Delegation.objects.get_or_create(
        posting_id=by.posting_id, to=person, since=since, until=until, withdrawn_at=None,
        defaults={"reason": why[:300]},
    )  # fmt: skip
    if new:
        record(by=by, deed="org.delegate", about=f"posting:{by.posting_id}", label=str(made),
               values={"to": person.pk, "since": str(since), "until": str(until)})  # fmt: skip
    return made


def _require_span(since: datetime.date, until: datetime.date) -> None:
    if until < since or until < timezone.localdate():
        raise BadInput("The last day lies before the first, or is over already.", field="until")
    if until - since > LONGEST_DELEGATION:
        raise BadInput("A delegation lasts 92 days at most; a longer absence needs a charge.", field="until")


@transaction.atomic
def withdraw_delegation(*, by: Access, delegation_id: int) -> Delegation:
    """End a delegation at once: by the one who gave it, or who manages people there. Ended already: nothing happens."""
    here = delegation(by=by, delegation_id=delegation_id)
    if here.withdrawn_at is not None:
        return here
    gave_it = here.posting.user_id == by.user_id and by.acting_for_id is None
    if not gave_it:
        by.require(P.PEOPLE_MANAGE, here.posting.post.office.path)
    Delegation.objects.filter(pk=here.pk).update(withdrawn_at=timezone.now())
    record(by=by, deed="org.withdraw_delegation", about=f"posting:{here.posting_id}", label=str(here))
    return delegation(by=by, delegation_id=delegation_id)
