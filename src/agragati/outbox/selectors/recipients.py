"""From a rule to the posts that hold now, and whoever sits there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from agragati.kernel.errors import BadInput
from agragati.org.access import Access
from agragati.org.models import Duty, Office, Post, User
from agragati.org.selectors import children, holders_by_post, office, offices, subtree

from ..models import Obligation, Preference
from ..rules.recipients import RecipientRule

MOST_MISSING = 10  # codes named when a list has offices that nobody knows
Question = Callable[..., Iterable[int]]


@dataclass(frozen=True)
class Recipient:
    """A post of an office and who holds it; `post` None when an office has no head post, `user` None when vacant."""

    office: Office
    post: Post | None
    user: User | None
    preference: Preference | None = None

    @property
    def key(self) -> str:
        """What tells recipients apart."""
        return f"p{self.post.pk}" if self.post else f"o{self.office.pk}"


def resolve(*, by: Access, rule: RecipientRule) -> list[Recipient]:
    """Who is meant at this moment, in the order of the tree; nobody twice. Raises BadInput or NotFound in words."""
    if rule.reach == "posts":
        posts = Post.objects.filter(pk__in=rule.post_ids).select_related("office__area")
        return _with_holders(by, [(post.office, post) for post in posts.order_by("office__path", "seniority")])
    found = list(_asked(by, rule, _offices(by, rule)))
    if rule.whom == "all":
        rows = _open_posts().filter(office__in=found)
    elif rule.whom == "duty":
        rows = _open_posts().filter(office__in=found, pk__in=Duty.objects.filter(about=rule.about).values("post"))
    else:
        rows = _open_posts().filter(office__in=found, is_head=True)
    by_office: dict[int, list[Post]] = {}
    for post in rows:
        by_office.setdefault(post.office_id, []).append(post)
    pairs = [(here, post) for here in found for post in by_office.get(here.pk, [None])]
    return _with_holders(by, pairs)


def _open_posts() -> QuerySet[Post]:
    return Post.objects.filter(valid_to__isnull=True).order_by("seniority", "id")


def _offices(by: Access, rule: RecipientRule) -> QuerySet[Office]:
    rows: QuerySet[Office]
    if rule.reach == "office":
        rows = Office.objects.filter(pk=office(by=by, office_id=rule.office_id or 0).pk)
    elif rule.reach == "children":
        rows = children(by=by, office_id=rule.office_id or 0)
    elif rule.reach == "below":
        rows = subtree(by=by, office_id=rule.office_id or 0).exclude(pk=rule.office_id or 0)
    elif rule.reach == "codes":
        rows = _by_codes(by, rule.codes)
    else:
        rows = Office.objects.filter(pk__in=rule.office_ids)
    if rule.kinds:
        rows = rows.filter(kind__in=rule.kinds)
    return rows.select_related("area").order_by("path")


def _by_codes(by: Access, codes: tuple[str, ...]) -> QuerySet[Office]:
    rows = offices(by=by).filter(code__in=codes)
    missing = sorted(set(codes) - set(rows.values_list("code", flat=True)))
    if missing:
        shown = ", ".join(missing[:MOST_MISSING]) + (" …" if len(missing) > MOST_MISSING else "")
        raise BadInput("There is no office with these codes in your view: %(codes)s", field="file", codes=shown)
    return rows


def questions(*, by: Access) -> dict[str, str]:
    """Names and words of every question that narrows recipients."""
    return {"overdue": str(_("have an overdue duty")), "open": str(_("have an open duty"))} | {
        name: str(words) for name, (words, _path) in settings.RECIPIENT_QUESTIONS.items()
    }


def _asked(by: Access, rule: RecipientRule, rows: QuerySet[Office]) -> QuerySet[Office]:
    """Offices for which the question holds. Ours look at the list of duties; others are named in the settings."""
    if not rule.question:
        return rows
    if rule.question in {"open", "overdue"}:
        duties = Obligation.objects.filter(about__startswith=rule.value)
        duties = duties.overdue(timezone.localdate()) if rule.question == "overdue" else duties.open()
        return rows.filter(pk__in=duties.values("office"))
    if rule.question not in settings.RECIPIENT_QUESTIONS:
        raise BadInput("Nobody knows how to answer this question about offices.", field="question")
    answer = cast(Question, import_string(settings.RECIPIENT_QUESTIONS[rule.question][1]))
    asked = list(rows.values_list("pk", flat=True))
    return rows.filter(pk__in=set(answer(by=by, office_ids=asked, value=rule.value)))


def recipient_of_post(*, by: Access, post_id: int) -> list[Recipient]:
    """The recipient that one post is; empty when there is no such post."""
    return resolve(by=by, rule=RecipientRule("posts", post_ids=(post_id,)))


def _with_holders(by: Access, pairs: list[tuple[Office, Post | None]]) -> list[Recipient]:
    held = holders_by_post(by=by, post_ids=[post.pk for _, post in pairs if post is not None])
    users = {row.user_id for row in held.values()}
    wishes = {row.user_id: row for row in Preference.objects.filter(user__in=users)}
    found = []
    for here, post in pairs:
        holder = held.get(post.pk) if post else None
        user = holder.user if holder and holder.user.is_active else None
        found.append(Recipient(here, post, user, wishes.get(user.pk) if user else None))
    return found
