"""Reminding: which stages have come, whom they are for, one message for all duties of a post."""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Count, Q

from agragati.org.access import Access
from agragati.org.models import Office, Post

from ..models import Dispatch, Mention, Obligation, Reminder
from ..models.obligations import ObligationQuerySet
from ..rules.recipients import to_heads, to_posts
from ..rules.reminders import FARTHEST, Stage, due_stages
from ..rules.texts import reminder_key
from ..selectors.planning import local_now
from ..selectors.recipients import resolve
from ..selectors.terms import plan_of_reminding
from ..selectors.wording import words_about
from .writing import write_rows

FAMILIES = 50  # higher offices at once,
MOST_AT_ONCE = 2000  # with so many duties together, or one of them however many it has
BEGIN = -1  # before every higher office
Target = tuple[int, int | None, str]  # office, post (None: its head), holder/head/higher


@dataclass
class _Heap:
    """Duties of which one target is to be told, with the stage each has reached."""

    duties: list[tuple[Obligation, Stage]] = field(default_factory=list)

    @property
    def gravest(self) -> Stage:
        return max((stage for _, stage in self.duties), key=lambda stage: stage.offset)

    @property
    def channels(self) -> list[str]:
        used = {channel for _, stage in self.duties for channel in stage.channels}
        return [channel for channel in ("in_app", "email", "sms", "push") if channel in used]


@transaction.atomic
def remind(
    *, by: Access, now: datetime.datetime | None = None, after: int = BEGIN, about: str = ""
) -> tuple[int, int]:  # fmt: skip
    """Send the reminders whose stage has come to the offices under the next higher offices, those after the one
    numbered `after`; `about` narrows to duties whose mark begins so.

    Offices under one higher office go together, so that all a holder, a head and a higher office have to hear is in one
    message each. Returns how many messages to posts were made and the last higher office (BEGIN when there are no
    more). A duty that another worker looks at is left to it. A stage is noted once for a due day, so a repeated run
    sends nothing.
    """
    moment = local_now(now)
    farthest = moment.date() + datetime.timedelta(days=FARTHEST)
    rows = Obligation.objects.open().filter(about__startswith=about, due__lte=farthest)
    families = _families(rows, after)
    under = Q(office__parent__in=families) | (Q(office__parent__isnull=True) if after == BEGIN else Q(pk__in=[]))
    locked = rows.filter(under).select_for_update(skip_locked=True, of=("self",))
    locked = locked.select_related("office", "post", "giver")
    heaps = _heaps(by, list(locked.order_by("pk")), moment)
    for target, heap in heaps.items():
        _send(by, target, heap, moment)
    return len(heaps), families[-1] if families else BEGIN


def _families(rows: ObligationQuerySet, after: int) -> list[int]:
    """The next offices that have others below them, as many as memory is asked for; with the first come those at the
    top.
    """
    parents = Office.objects.filter(parent_id__gt=after).order_by("parent_id").values_list("parent_id", flat=True)
    numbers = [number for number in parents.distinct()[:FAMILIES] if number is not None]
    counted = rows.filter(office__parent__in=numbers).order_by().values_list("office__parent").annotate(n=Count("pk"))
    duties, together = dict(counted), 0
    for at, number in enumerate(numbers):
        together += duties.get(number, 0)
        if at and together > MOST_AT_ONCE:
            return numbers[:at]
    return numbers


def _heaps(by: Access, duties: list[Obligation], moment: datetime.datetime) -> dict[Target, _Heap]:
    heaps: dict[Target, _Heap] = defaultdict(_Heap)
    plans: dict[tuple[str, str], tuple[Stage, ...]] = {}
    had, noted = _had(duties), list[Reminder]()
    heads = _heads({duty.office_id for duty in duties} | {duty.office.parent_id or 0 for duty in duties})
    for duty in duties:
        key = (duty.plan, duty.office.path)
        if key not in plans:
            plans[key] = plan_of_reminding(by=by, key=duty.plan, office=duty.office)
        come = _come(duty, plans[key], had.get(duty.pk, set()), moment)
        if not come or duty.due is None:
            continue
        noted += [Reminder(obligation=duty, stage=passed.key, due=duty.due, at=moment, to=passed.to, is_sent=False,
                           why_not="passed_over") for passed in come[:-1]]  # fmt: skip
        stage = come[-1]
        target = _target(duty, stage, heads)
        noted.append(Reminder(obligation=duty, stage=stage.key, due=duty.due, at=moment, to=stage.to,
                              is_sent=target is not None, why_not="" if target else "nobody_above"))  # fmt: skip
        if target is not None:
            heaps[target].duties.append((duty, stage))
    Reminder.objects.bulk_create(noted)
    return heaps


def _had(duties: Iterable[Obligation]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    days = {duty.pk: duty.due for duty in duties}
    for row in Reminder.objects.filter(obligation__in=days):
        if row.due == days[row.obligation_id]:
            found[row.obligation_id].add(row.stage)
    return found


def _heads(offices: set[int]) -> dict[int, int]:
    rows = Post.objects.filter(office__in=offices, is_head=True, valid_to__isnull=True)
    return dict(rows.values_list("office_id", "pk"))


def _come(duty: Obligation, stages: tuple[Stage, ...], had: set[str], moment: datetime.datetime) -> list[Stage]:
    """The stages that have come: the last is sent now, earlier ones that were never sent are passed over."""
    assert duty.due is not None
    return due_stages(stages, due=duty.due, given=duty.given_on, today=moment.date(), had=had)


def _target(duty: Obligation, stage: Stage, heads: dict[int, int]) -> Target | None:
    if stage.to == "holder":
        return (duty.office_id, duty.post_id or heads.get(duty.office_id), stage.to)
    if stage.to == "head":
        return (duty.office_id, heads.get(duty.office_id), stage.to)
    above = duty.office.parent_id
    return (above, heads.get(above), stage.to) if above else None


def _send(by: Access, target: Target, heap: _Heap, moment: datetime.datetime) -> None:
    """One message to one post about everything it has to hear of today."""
    office_id, post_id, to = target
    duties = [duty for duty, _ in heap.duties]
    first, stage = duties[0], heap.gravest
    key = reminder_key(stage.to, stage.offset)
    rule = to_posts(post_id) if post_id else to_heads(office_id)
    dispatch = Dispatch.objects.create(
        office=first.giver or first.office, key=_key(target, heap, moment), deed="outbox.remind",
        about=first.about if len(duties) == 1 else "", title=first.title, template_key=key, subject=first.title,
        text="", url=_address(duties, to), rule=rule.as_json(), channels=heap.channels, is_reminder=True,
        by_label=by.label[:300], made_at=moment,
    )  # fmt: skip
    office = first.office if to != "higher" else Office.objects.get(pk=office_id)
    words = words_about(by=by, key=key, office=office, duties=duties, own=to == "holder")
    rows = write_rows(by=by, dispatch=dispatch, recipients=resolve(by=by, rule=rule), words=words, now=moment,
                      strict=False)  # fmt: skip
    Mention.objects.bulk_create(
        [Mention(message=row, obligation=duty, stage=stage.key) for row in rows for duty, stage in heap.duties]
    )


def _address(duties: list[Obligation], to: str) -> str:
    return f"/outbox/duties/{duties[0].pk}/" if len(duties) == 1 else "/outbox/duties/" if to == "holder" else ""


def _key(target: Target, heap: _Heap, moment: datetime.datetime) -> str:
    """The same duties in the same stages make the same key: a second run cannot write it twice."""
    parts = [f"{duty.pk}:{duty.due}:{stage.key}" for duty, stage in heap.duties]
    return f"remind:{target[0]}:{target[2]}:{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:24]}"
