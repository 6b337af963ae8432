"""Giving duties, discharging them, and answering through a signed link."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.errors import BadInput, Conflict
from agragati.kernel.text import normalise
from agragati.org.access import Access, anonymous

from ..choices import Answer, Channel, ObligationKind
from ..models import Dispatch, Mention, Message, Obligation
from ..models.obligations import ObligationQuerySet
from ..rules.recipients import RecipientRule, to_heads, to_posts
from ..selectors.obligations import is_mine, obligation, obligation_of_link
from ..selectors.planning import local_now
from ..selectors.recipients import resolve
from ..selectors.wording import words_about
from .writing import write_rows


@transaction.atomic
def oblige(
    *, by: Access, about: str, office_id: int, title: str, post_id: int | None = None,
    due: datetime.date | None = None, url: str = "", kind: str = ObligationKind.TASK,
    begins_at: datetime.datetime | None = None, ends_at: datetime.datetime | None = None, place: str = "",
    plan: str = "standard", giver_id: int | None = None, on_answer: str = "",
    tell_by: tuple[str, ...] = ("in_app", "email"), now: datetime.datetime | None = None,
) -> Obligation:  # fmt: skip
    """Give an office's post (no post: its head) a duty, or change the one about the same thing.

    `about` "decision:12"; `due` the last day; `begins_at`/`ends_at` make it an appointment of the calendar; `plan` the
    key of the plan of reminding ("standard", "gentle", "meeting", "none" or an office's own); `giver_id` the office
    that pays for reminders (else the duty's own); `on_answer` the name of a job that is told `obligation_id` and
    `answer` when someone answers through a link; `tell_by` channels of the first notice, empty for none.
    Called again with another due day, post title or url it is changed, opened again, and reminded of anew; called
    with the same values nothing happens. The rights of the deed above are not asked again.
    """
    by.require_signed_in()
    words = normalise(title)[:300]
    if not words:
        raise BadInput("A duty needs a title.", field="title")
    moment = local_now(now)
    facts: dict[str, object] = {
        "title": words, "due": due, "url": url, "kind": kind, "begins_at": begins_at, "ends_at": ends_at,
        "place": normalise(place)[:200], "plan": plan, "giver_id": giver_id, "on_answer": on_answer,
    }  # fmt: skip
    key = {"about": about, "office_id": office_id, "post_id": post_id}
    first = {**facts, "given_on": moment.date(), "made_at": moment, "changed_at": moment}
    row, made = Obligation.objects.get_or_create(**key, defaults=first)
    if not made and not _changed(row, facts, moment):
        return row
    values = {"due": str(due) if due else None, "office": office_id, "post": post_id}
    record(by=by, deed="outbox.oblige", about=about, label=words, values=values)
    if tell_by:
        _tell(by, row, tell_by, moment)
    return row


def _changed(row: Obligation, facts: dict[str, object], moment: datetime.datetime) -> bool:
    """Bring a duty up to date; False when nothing differs. Another due day or one closed before begins anew."""
    Obligation.objects.select_for_update().get(pk=row.pk)
    row.refresh_from_db()
    if row.is_open and all(getattr(row, name) == value for name, value in facts.items()):
        return False
    anew = not row.is_open or row.due != facts["due"] or row.begins_at != facts["begins_at"]
    for name, value in facts.items():
        setattr(row, name, value)
    row.changed_at, row.done_at, row.withdrawn_at, row.done_note = moment, None, None, ""
    if anew:
        row.given_on, row.answer, row.answered_at = moment.date(), Answer.NONE, None
    row.save()
    return anew


def _tell(by: Access, row: Obligation, channels: tuple[str, ...], moment: datetime.datetime) -> None:
    """The first notice of a duty, with its mention as proof."""
    rule: RecipientRule = to_posts(row.post_id) if row.post_id else to_heads(row.office_id)
    key = f"duty:{row.pk}:{row.stamp}:{moment:%Y%m%d%H%M%S%f}"
    dispatch = Dispatch.objects.create(
        office_id=row.giver_id or row.office_id, key=key, deed="outbox.oblige", about=row.about, title=row.title,
        template_key="new_duty", subject=row.title, text="", url=row.url or f"/outbox/duties/{row.pk}/",
        rule=rule.as_json(), channels=list(channels), is_reminder=True, user_id=by.user_id,
        posting_id=by.posting_id, by_label=by.label[:300], made_at=moment,
    )  # fmt: skip
    words = words_about(by=by, key="new_duty", office=row.office, duties=[row])
    rows = write_rows(by=by, dispatch=dispatch, recipients=resolve(by=by, rule=rule), words=words, now=moment,
                      strict=False)  # fmt: skip
    Mention.objects.bulk_create([Mention(message=one, obligation=row, stage="given") for one in rows])


@transaction.atomic
def discharge(
    *, by: Access, about: str, office_id: int | None = None, post_id: int | None = None, note: str = "",
    at: datetime.datetime | None = None,
) -> int:  # fmt: skip
    """Close the open duties about a thing (of one office or post) as done; how many were open. Reminders stop at once.

    The rights of the deed above are not asked again.
    """
    by.require_signed_in()
    moment = at or timezone.now()
    count: int = _narrowed(about, office_id, post_id).update(
        done_at=moment, done_note=normalise(note)[:300], changed_at=moment
    )
    if count:
        record(by=by, deed="outbox.discharge", about=about, label=note, values={"count": count})
    return count


@transaction.atomic
def withdraw(*, by: Access, about: str, office_id: int | None = None, post_id: int | None = None) -> int:
    """Take back the open duties about a thing that need not be done any more; how many were open."""
    by.require_signed_in()
    moment = timezone.now()
    count: int = _narrowed(about, office_id, post_id).update(withdrawn_at=moment, changed_at=moment)
    if count:
        record(by=by, deed="outbox.withdraw", about=about, values={"count": count})
    return count


def _narrowed(about: str, office_id: int | None, post_id: int | None) -> ObligationQuerySet:
    rows = Obligation.objects.open().filter(about=about)
    rows = rows if office_id is None else rows.filter(office_id=office_id)
    return rows if post_id is None else rows.filter(post_id=post_id)


@transaction.atomic
def answer_link(*, by: Access, text: str, answer: str) -> Obligation:
    """Say "done" or "not done" once for the duty of a signed link; `by` may be a visitor, nobody gets signed in.

    "Done" closes the duty, unless an app above wants to judge it itself (`on_answer`); then that job is told.
    Raises NotFound for a bad link, Conflict when the duty was answered or closed before.
    """
    found = obligation_of_link(by=by, text=text)
    if answer not in (Answer.DONE, Answer.NOT_DONE):
        raise BadInput("Choose done or not done.", field="answer")
    return note_answer(by=by, obligation_id=found.pk, answer=answer)


@transaction.atomic
def note_answer(*, by: Access, obligation_id: int, answer: str, is_sms: bool = False) -> Obligation:
    """Write down "done" or "not done" for a duty, once. Who answered was made sure of by the caller.

    Raises Conflict when the duty was answered or closed before.
    """
    here = Obligation.objects.select_for_update().get(pk=obligation_id)
    if here.answer or not here.is_open:
        raise Conflict("This duty was answered before.", answer=here.get_answer_display())
    now = timezone.now()
    here.answer, here.answered_at, here.changed_at = answer, now, now
    if here.on_answer:
        defer(here.on_answer, obligation_id=here.pk, answer=answer)
    elif answer == Answer.DONE:
        here.done_at = now
    here.save()
    visitor = anonymous() if by.is_anonymous else by
    deed = "outbox.answer_sms" if is_sms else "outbox.answer_link"
    record(by=visitor, deed=deed, about=here.about, label=here.title, values={"answer": answer})
    return here


@transaction.atomic
def open_obligation(*, by: Access, obligation_id: int) -> str:
    """Note that the holder has seen the duty, whatever message led there; returns the address of its thing."""
    here = obligation(by=by, obligation_id=obligation_id)
    if is_mine(by=by, obligation_id=here.pk):
        told = Message.objects.filter(mentions__obligation=here, post_id=by.post_id or 0, seen_at__isnull=True)
        told.exclude(channel=Channel.PUSH).update(seen_at=timezone.now())
    return here.url
