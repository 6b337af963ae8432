"""Questions about duties: the list of the day, proof of notice, the calendar."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from agragati.kernel.errors import NotFound
from agragati.org.access import Access
from agragati.org.models import Post, User
from agragati.org.selectors import postings_of

from ..choices import Channel, Mode, State
from ..models import FeedLink, Mention, Message, Obligation, Reminder
from ..models.obligations import ObligationQuerySet
from ..rules.answers import fits, obligation_of
from ..rules.feed import Entry, calendar

KEPT_IN_CALENDAR = 180  # days for which a past appointment stays in the feed


def _of_posts(post_ids: list[int]) -> Q:
    """Duties of these posts; those of a whole office belong to its head."""
    headed = Post.objects.filter(pk__in=post_ids, is_head=True).values("office")
    return Q(post__in=post_ids) | Q(post__isnull=True, office__in=headed)


def work_of(*, by: Access) -> ObligationQuerySet:
    """What waits for the post in which `by` works, the earliest `day` first: the work of the day.

    The `day` is the due day, or the day of the appointment; an appointment that is over waits for nobody.
    """
    if by.post_id is None:
        return Obligation.objects.none()
    rows = Obligation.objects.waiting(timezone.now()).filter(_of_posts([by.post_id]))
    return rows.dated().select_related("office", "post")


def open_obligations(*, by: Access, about: str = "", office_id: int | None = None) -> ObligationQuerySet:
    """Open duties of offices within the view; `about` narrows by its beginning ("decision:")."""
    rows = Obligation.objects.visible_to(by).open().filter(about__startswith=about)
    rows = rows if office_id is None else rows.filter(office_id=office_id)
    return rows.select_related("office", "post")


def obligations_about(*, by: Access, about: str) -> QuerySet[Obligation]:
    """Every duty about a thing, open or not, within the view or one's own."""
    own = Obligation.objects.filter(_of_posts([by.post_id or 0]))
    rows = Obligation.objects.visible_to(by) | own
    return rows.filter(about=about).select_related("office", "post")


def obligation(*, by: Access, obligation_id: int) -> Obligation:
    """One duty within the view or one's own; raises NotFound."""
    rows = Obligation.objects.visible_to(by) | Obligation.objects.filter(_of_posts([by.post_id or 0]))
    found = rows.select_related("office__area", "post", "giver").filter(pk=obligation_id).first()
    if found is None:
        raise NotFound("There is no such task, or it is outside your view.")
    return found


def is_mine(*, by: Access, obligation_id: int) -> bool:
    """Whether the duty is of the post in which `by` works."""
    return work_of(by=by).filter(pk=obligation_id).exists()


def obligation_of_link(*, by: Access, text: str) -> Obligation:
    """The duty that a signed link speaks of; raises NotFound for a wrong, old or spoiled link. `by` may be anyone."""
    found = Obligation.objects.select_related("office", "post").filter(pk=obligation_of(text)).first()
    if found is None or not fits(text, settings.SECRET_KEY, found.pk, found.stamp):
        raise NotFound("This link is not valid, or the duty has changed since.")
    return found


@dataclass(frozen=True)
class Notice:
    """Proof of one notice: which message, to whom, by which channel, how far it came."""

    message: Message
    stage: str

    @property
    def reached(self) -> bool:
        """Whether it left the house or was seen."""
        return self.message.state in (State.SENT, State.DELIVERED) or self.message.seen_at is not None


def proof_of_notice(*, by: Access, obligation_id: int) -> list[Notice]:
    """Every message that spoke of a visible duty, in order of time."""
    here = obligation(by=by, obligation_id=obligation_id)
    rows = Mention.objects.filter(obligation=here).select_related(
        "message__office", "message__post", "message__user", "message__folded_into"
    )
    return [Notice(row.message, row.stage) for row in rows.order_by("message__made_at", "message_id")]


def reminders_of(*, by: Access, obligation_id: int) -> QuerySet[Reminder]:
    """Stages that have come for a visible duty, in order."""
    here = obligation(by=by, obligation_id=obligation_id)
    return Reminder.objects.filter(obligation=here).order_by("at", "pk")


def digest_of(secret: str) -> str:
    """What is kept of a feed's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def feed_of(*, by: Access) -> FeedLink | None:
    """The open calendar link of the one who asks."""
    return FeedLink.objects.filter(user_id=by.user_id or 0, revoked_at__isnull=True).first()


def calendar_of(*, by: Access, secret: str, now: datetime.datetime) -> str:
    """The feed of whoever made this secret; raises NotFound when it was revoked. `by` may be anyone."""
    link = FeedLink.objects.filter(digest=digest_of(secret), revoked_at__isnull=True).select_related("user").first()
    if link is None or not link.user.is_active:
        raise NotFound("This calendar link is not valid any more.")
    recent = now - datetime.timedelta(days=KEPT_IN_CALENDAR)
    rows = Obligation.objects.waiting(recent).filter(_of_posts(_own_posts(link.user)))
    rows = rows.dated().exclude(due=None, begins_at=None).select_related("office")
    return calendar((_entry(row) for row in rows[:2000]), name=str(link.user), now=now)


def _own_posts(user: User) -> list[int]:
    """Posts that the person holds, not those exercised by delegation."""
    return [posting.post_id for posting in postings_of(by=user) if posting.user_id == user.pk]


def _entry(row: Obligation) -> Entry:
    return Entry(
        uid=f"duty-{row.pk}@agragati", title=row.title, day=None if row.begins_at else row.due,
        begins=row.begins_at, ends=row.ends_at, place=row.place,
        url=f"{settings.SITE}/outbox/duties/{row.pk}/", changed=row.changed_at,
    )  # fmt: skip


def notices_for(*, by: Access) -> QuerySet[Message]:
    """Notices to the post in which `by` works, latest first."""
    rows = Message.objects.filter(channel=Channel.IN_APP, post_id=by.post_id or 0).exclude(dispatch__mode=Mode.TEST)
    return rows.select_related("dispatch", "answers", "user", "post").order_by("-id")


def unseen_count(*, by: Access) -> int:
    """How many notices of the post nobody has opened yet."""
    return notices_for(by=by).filter(seen_at__isnull=True).count() if by.post_id else 0


def day_today(*, by: Access) -> datetime.date:
    """Today in Dhaka."""
    return timezone.localdate()
