"""Questions to the log of deeds, and about failed sign-ins."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.utils import timezone

from agragati.audit.choices import DEEDS
from agragati.audit.models import Deed

from ..access import Access, P
from ..models import Office, User
from .offices import office
from .people import people


def deeds(
    *, by: Access, name: str = "", who: str = "", about: str = "", since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> QuerySet[Deed]:  # fmt: skip
    """Deeds done from offices within the view of the right to read the log, latest first.

    Each with `office_name`, the office of the post in which it was done. Raises Refused without the right.
    """
    by.require(P.AUDIT_VIEW)
    scope = by.view_scope(P.AUDIT_VIEW)
    rows = Deed.objects.all()
    if not scope.everything:
        rows = rows.filter(replace(scope, areas=()).as_q("office_path", ""))
    if name:
        rows = rows.filter(name=name)
    if about:
        rows = rows.filter(about=about)
    if who:
        rows = rows.filter(actor_label__icontains=who)
    if since:
        rows = rows.filter(at__date__gte=since)
    if until:
        rows = rows.filter(at__date__lte=until)
    here = Office.objects.filter(path=OuterRef("office_path")).values("name_bn")[:1]
    return rows.annotate(office_name=Subquery(here)).order_by("-id")


def deed_names(*, by: Access) -> list[tuple[str, str]]:
    """Every kind of deed, as stored and in words, by the words: for choosing one."""
    by.require(P.AUDIT_VIEW)
    return sorted(((name, str(words)) for name, words in DEEDS.items()), key=lambda pair: pair[1])


def deeds_about_office(*, by: Access, office_id: int, limit: int = 12) -> list[Deed]:
    """The last deeds on a visible office."""
    here = office(by=by, office_id=office_id)
    return list(Deed.objects.filter(about=f"office:{here.pk}").order_by("-id")[:limit])


@dataclass(frozen=True)
class LockOuts:
    """Failed sign-ins as numbers: how many names are locked now, tries of one and of seven days, and the rows."""

    locked: int
    tries_today: int
    tries_week: int
    rows: list[AccessAttempt]


def lock_outs(*, by: Access, limit: int = 100) -> LockOuts:
    """Failed sign-ins to accounts of people within the view; every name, known or not, for who sees everyone."""
    by.require(P.PEOPLE_MANAGE)
    rows = AccessAttempt.objects.all()
    if not by.view.everything:
        names = User.objects.filter(pk__in=people(by=by)).values("username")
        mails = User.objects.filter(pk__in=people(by=by)).exclude(email="").values("email")
        rows = rows.filter(Q(username__in=names) | Q(username__in=mails))
    now, cool = timezone.now(), datetime.timedelta(hours=settings.AXES_COOLOFF_TIME)
    held = rows.filter(failures_since_start__gte=settings.AXES_FAILURE_LIMIT, attempt_time__gte=now - cool)
    return LockOuts(
        held.values("username").distinct().count(),
        _tries(rows, now - datetime.timedelta(days=1)),
        _tries(rows, now - datetime.timedelta(days=7)),
        list(rows.order_by("-attempt_time")[:limit]),
    )


def _tries(rows: QuerySet[AccessAttempt], since: datetime.datetime) -> int:
    return int(rows.filter(attempt_time__gte=since).aggregate(n=Sum("failures_since_start"))["n"] or 0)
