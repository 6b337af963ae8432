"""Telling posts of a deed: the one way in which apps above send messages."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.text import normalise
from agragati.org.access import Access
from agragati.org.models import Office

from ..choices import Channel
from ..models import Dispatch, Message
from ..rules.recipients import RecipientRule
from ..selectors.planning import local_now, words_of_dispatch
from ..selectors.recipients import resolve
from .writing import write_rows

USUAL = (Channel.IN_APP.value, Channel.EMAIL.value)


@transaction.atomic
def notify(
    *, by: Access, deed: str, key: str, to: RecipientRule, subject: str, text: str, sms_text: str = "",
    about: str = "", url: str = "", channels: Sequence[str] = USUAL, is_urgent: bool = False,
    office_id: int | None = None, now: datetime.datetime | None = None,
) -> Dispatch:  # fmt: skip
    """Tell the posts of `to` about a deed, in the deed's own transaction: rolled back, nothing is sent.

    `key` names the deed's message for ever ("meeting:12:notice:1"): the same key again returns the first and sends
    nothing. `subject`, `text` and `sms_text` may hold {office} {post} {person} {link}; `url` ("/meetings/12/") is
    opened after sign-in. `office_id` pays and answers (the office of `by` unless given). SMS outside the budget are
    kept and listed, the other channels go out. The rights of the deed above are not asked again.
    """
    by.require_signed_in()
    moment = local_now(now)
    dispatch, made = Dispatch.objects.get_or_create(
        key=key[:160],
        defaults={
            "office": _payer(by, office_id), "deed": deed, "about": about, "title": normalise(subject)[:300],
            "subject": normalise(subject)[:300], "text": normalise(text), "sms_text": normalise(sms_text), "url": url,
            "rule": to.as_json(), "channels": list(channels), "is_urgent": is_urgent, "user_id": by.user_id,
            "posting_id": by.posting_id, "by_label": by.label[:300], "made_at": moment,
        },
    )  # fmt: skip
    if made:
        recipients = resolve(by=by, rule=to)
        write_rows(by=by, dispatch=dispatch, recipients=recipients, words=words_of_dispatch(dispatch), now=moment,
                   strict=False)  # fmt: skip
        record(by=by, deed="outbox.notify", about=about or f"dispatch:{dispatch.pk}", label=dispatch.title,
               values={"deed": deed, "recipients": len(recipients), "channels": list(channels)})  # fmt: skip
    return dispatch


def _payer(by: Access, office_id: int | None) -> Office:
    found = Office.objects.filter(pk=office_id or by.office_id or 0).first()
    if found is None:
        raise BadInput("A message needs the office that sends it.", field="office")
    return found


@transaction.atomic
def open_notice(*, by: Access, message_id: int) -> str:
    """Mark a notice to one's own post as seen; returns the address it speaks of ("" when none)."""
    rows = Message.objects.filter(pk=message_id, channel=Channel.IN_APP, post_id=by.post_id or 0)
    found = rows.select_related("answers").first()
    if found is None:
        raise NotFound("There is no such notice to your post.")
    rows.filter(seen_at__isnull=True).update(seen_at=timezone.now())
    return found.url


@transaction.atomic
def mark_all_seen(*, by: Access) -> int:
    """Mark every notice to one's own post as seen; how many were not."""
    rows = Message.objects.filter(channel=Channel.IN_APP, post_id=by.post_id or 0, seen_at__isnull=True)
    return rows.update(seen_at=timezone.now())
