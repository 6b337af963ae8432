"""Messages that a person writes: draft, dry run, schedule, send, cancel."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass, field

from django.db import transaction

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.errors import AgragatiError, BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.org.selectors import access_of_posting, own_office
from agragati.ui.renderers import said

from ..choices import Channel, DispatchState, Mode
from ..models import Dispatch
from ..rules.placeholders import check
from ..rules.recipients import RecipientRule, from_json
from ..selectors.log import dispatch_to_change
from ..selectors.planning import local_now, require_lawful_sms, words_of_dispatch
from ..selectors.recipients import resolve
from .writing import write_rows

LONGEST_WAIT = datetime.timedelta(days=90)


@dataclass(frozen=True)
class Draft:
    """What a person or a key wrote. `table`: values by office code from a list; `send_at` aware, None for at once."""

    title: str
    text: str
    to: RecipientRule
    sms_text: str = ""
    language: str = "bn"
    channels: tuple[str, ...] = ("in_app", "email")
    url: str = ""
    values: dict[str, str] = field(default_factory=dict)
    table: dict[str, dict[str, str]] = field(default_factory=dict)
    send_at: datetime.datetime | None = None
    is_urgent: bool = False
    template_key: str = ""
    template_version: int | None = None
    mode: str = Mode.LIVE


@transaction.atomic
def write_draft(*, by: Access, draft: Draft, dispatch_id: int | None = None) -> Dispatch:
    """Keep a message as a draft (or change one); nothing is sent. Raises BadInput in words, Refused."""
    by.require(P.MESSAGE_SEND)
    values = _checked(draft)
    if dispatch_id is None:
        office = own_office(by=by)
        row = Dispatch(office=office, key=f"hand:{uuid.uuid4()}", deed="outbox.send_dispatch", user_id=by.user_id,
                       posting_id=by.posting_id, by_label=by.label[:300])  # fmt: skip
    else:
        row = dispatch_to_change(by=by, dispatch_id=dispatch_id)
    for name, value in values.items():
        setattr(row, name, value)
    row.state = DispatchState.DRAFT
    row.save()
    record(by=by, deed="outbox.write_draft", about=f"dispatch:{row.pk}", label=row.title)
    return row


def _checked(draft: Draft) -> dict[str, object]:
    title, text, sms = normalise(draft.title), normalise(draft.text), normalise(draft.sms_text)
    if not title or not text:
        raise BadInput("Write a title and a text.", field="title" if not title else "text")
    columns = {name for row in draft.table.values() for name in row} | set(draft.values)
    for part in (title, text, sms):
        check(part, columns)
    if not draft.channels or not set(draft.channels) <= set(Channel.values):
        raise BadInput("Choose at least one channel.", field="channels")
    if Channel.SMS in draft.channels:
        require_lawful_sms(sms or text, 2)
    _check_moment(draft.send_at, local_now())
    return {
        "title": title[:300], "subject": title[:300], "text": text, "sms_text": sms, "language": draft.language,
        "channels": list(draft.channels), "url": draft.url, "values": draft.values, "table": draft.table,
        "rule": draft.to.as_json(), "send_at": draft.send_at, "is_urgent": draft.is_urgent,
        "template_key": draft.template_key, "template_version": draft.template_version, "mode": draft.mode,
    }  # fmt: skip


def _check_moment(send_at: datetime.datetime | None, now: datetime.datetime) -> None:
    if send_at is not None and send_at <= now:
        raise BadInput("This day or hour has passed. Leave it empty to send at once.", field="send_on")
    if send_at is not None and send_at > now + LONGEST_WAIT:
        raise BadInput("A message is scheduled at most 90 days ahead.", field="send_on")


@transaction.atomic
def send_dispatch(*, by: Access, dispatch_id: int, now: datetime.datetime | None = None) -> Dispatch:
    """Send a draft, or schedule it when it names a later moment; recipients are found when it is sent.

    Raises BadInput in words when nobody is meant, a placeholder stays empty, or the budget does not bear it.
    """
    row = dispatch_to_change(by=by, dispatch_id=dispatch_id)
    moment = local_now(now)
    if row.send_at and row.send_at > moment:
        Dispatch.objects.filter(pk=row.pk).update(state=DispatchState.SCHEDULED)
        record(by=by, deed="outbox.schedule_dispatch", about=f"dispatch:{row.pk}", label=row.title)
    else:
        _go(by, row, moment)
    row.refresh_from_db()
    return row


def _go(by: Access, row: Dispatch, moment: datetime.datetime) -> None:
    row = Dispatch.objects.select_for_update(of=("self",)).select_related("office__area").get(pk=row.pk)
    if row.state == DispatchState.SENT:
        return
    recipients = resolve(by=by, rule=from_json(row.rule))
    if not recipients:
        raise BadInput("Nobody is meant by this rule at the moment.", field="reach")
    if Channel.SMS in row.channels:
        require_lawful_sms(row.sms_text or row.text, len(recipients))
    write_rows(by=by, dispatch=row, recipients=recipients, words=words_of_dispatch(row), now=moment, strict=True)
    record(by=by, deed="outbox.send_dispatch", about=f"dispatch:{row.pk}", label=row.title,
           values={"recipients": len(recipients), "rule": row.rule, "channels": row.channels})  # fmt: skip


@transaction.atomic
def cancel_dispatch(*, by: Access, dispatch_id: int) -> Dispatch:
    """Drop a draft or scheduled message."""
    row = dispatch_to_change(by=by, dispatch_id=dispatch_id)
    Dispatch.objects.filter(pk=row.pk).update(state=DispatchState.CANCELLED)
    record(by=by, deed="outbox.cancel_dispatch", about=f"dispatch:{row.pk}", label=row.title)
    row.refresh_from_db()
    return row


@transaction.atomic
def send_scheduled(*, by: Access, now: datetime.datetime | None = None) -> int:
    """Send what was scheduled up to now, each with the rights its sender has today; how many were tried.

    What cannot be sent any more (sender moved, budget gone) stops with its reason in words; nothing is lost.
    """
    moment = local_now(now)
    due = Dispatch.objects.filter(state=DispatchState.SCHEDULED, send_at__lte=moment)
    rows = list(due.select_for_update(skip_locked=True, of=("self",)).order_by("send_at")[:20])
    for row in rows:
        try:
            with transaction.atomic():
                _go(_sender(row), row, moment)
        except AgragatiError as error:
            Dispatch.objects.filter(pk=row.pk).update(state=DispatchState.STOPPED, why=said(error)[:300])
    if len(rows) == 20:
        defer("outbox.tasks.send_scheduled_again")
    return len(rows)


def _sender(row: Dispatch) -> Access:
    """The rights of the one who scheduled it, as they are today."""
    if row.posting is None or row.user is None or (row.posting.until and row.posting.until < local_now().date()):
        raise BadInput("Who scheduled this message no longer holds the post.")
    access = access_of_posting(by=row.user, posting=row.posting)
    access.require(P.MESSAGE_SEND)
    return access
