"""One mail a day for those who chose so."""

from __future__ import annotations

import datetime
from itertools import groupby

from django.db import transaction
from django.utils.translation import gettext, override

from agragati.jobs import defer
from agragati.org.access import Access

from ..choices import Channel, DispatchState, State
from ..models import Dispatch, Message
from ..selectors.planning import final_text, local_now
from .refreshing import refresh

HOUR = 8  # Dhaka time from which the day's digest goes out
MOST_PEOPLE = 200


@transaction.atomic
def send_digests(*, by: Access, now: datetime.datetime | None = None) -> int:
    """Fold the held mails of up to 200 people into one mail each; how many mails were made.

    Before eight nothing happens; who had a digest today waits for the next. Reminders of closed duties fall out.
    """
    moment = local_now(now)
    if moment.hour < HOUR:
        return 0
    held = Message.objects.filter(state=State.HELD)
    had = Dispatch.objects.filter(key__endswith=f":{moment.date()}", key__startswith="digest:")
    fed = [int(key.split(":")[1]) for key in had.values_list("key", flat=True)]
    people = list(held.exclude(user__in=fed).order_by("user").values_list("user", flat=True).distinct()[:MOST_PEOPLE])
    rows = held.filter(user__in=people).select_for_update(skip_locked=True, of=("self",)).order_by("user_id", "id")
    made = 0
    for user_id, mine in groupby(rows.select_related("dispatch__office", "answers", "office", "post", "user"),
                                 key=lambda row: row.user_id):  # fmt: skip
        made += _fold(by, int(user_id or 0), refresh(by=by, rows=list(mine), now=moment), moment)
    if made:
        defer("outbox.tasks.deliver")
    return made


def _fold(by: Access, user_id: int, rows: list[Message], moment: datetime.datetime) -> int:
    if not rows:
        return 0
    first = rows[0]
    with override("bn"):
        subject = gettext("Today's messages")
    text = "\n\n———\n\n".join(_part(row) for row in rows)
    dispatch = Dispatch.objects.create(
        office=first.office, key=f"digest:{user_id}:{moment.date()}", deed="outbox.send_digests", title=subject,
        subject=subject, text="", channels=[Channel.EMAIL], by_label=by.label[:300], made_at=moment,
        state=DispatchState.SENT, resolved_at=moment, resolved=1, is_reminder=True,
    )  # fmt: skip
    mail = Message.objects.create(
        dispatch=dispatch, key=f"{dispatch.key}|{Channel.EMAIL}", channel=Channel.EMAIL, office=first.office,
        post=first.post, user=first.user, address=first.address, subject=subject, text=text, made_at=moment,
        due_at=moment,
    )  # fmt: skip
    Message.objects.filter(pk__in=[row.pk for row in rows]).update(state=State.FOLDED, folded_into=mail)
    return 1


def _part(row: Message) -> str:
    """One held mail under its subject; many texts begin with it already."""
    text = final_text(row.text, row.url, row.answers, append=True)
    return text if text.startswith(row.subject) else f"{row.subject}\n\n{text}"
