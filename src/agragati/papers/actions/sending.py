"""Deeds on paper copies: how one went out, that it came back, and the post office's list of those that did."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from agragati import jobs
from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict
from agragati.kernel.text import normalise
from agragati.org.access import Access, P

from ..choices import TRACKED, Delivery, Way
from ..models import CopySending, LetterRecipient
from ..rules.return_list import ReturnRow, tracking_key
from ..selectors.delivery import recipient_to_note
from ..selectors.sending import last_sending, matched


@transaction.atomic
def note_dispatch(
    *, by: Access, recipient: LetterRecipient, channel: str, tracking: str = "", sent_on: datetime.date | None = None
) -> LetterRecipient:
    """Note how a paper copy went out (a Way), its tracking number, and when (today). For addresses outside the system.

    Sent again after it came back, it is out anew; what was noted before stays. Raises BadInput naming the field,
    Conflict for an office of the system, NotFound, Refused.
    """
    held = _paper_copy(by, recipient)
    day, number = sent_on or timezone.localdate(), tracking_key(normalise(tracking))
    _check_sending(held, channel, number, day)
    CopySending.objects.create(
        recipient=held, channel=channel, tracking=number, sent_on=day, noted_label=by.label[:300]
    )
    held.channel, held.returned_why, held.delivered_at = channel, "", timezone.now()
    held.state = held.state if held.state == Delivery.ANSWERED else Delivery.DELIVERED
    held.save(update_fields=["channel", "returned_why", "state", "delivered_at"])
    jobs.defer("outbox.tasks.tend_desk", office_id=held.letter.office_id)
    record(by=by, deed="papers.note_dispatch", about=f"letter:{held.letter_id}", label=held.label,
           values={"channel": channel, "tracking": number})  # fmt: skip
    return held


def _check_sending(held: LetterRecipient, channel: str, number: str, day: datetime.date) -> None:
    if channel not in Way.values:
        raise BadInput("Say how the copy went out.", field="channel")
    if channel in TRACKED and not number:
        raise BadInput("Write the number of the receipt: by it a copy that comes back is known.", field="tracking")
    if day > timezone.localdate():
        raise BadInput("The day lies ahead.", field="sent_on")
    if held.letter.day and day < held.letter.day:
        raise BadInput("The copy cannot go out before the date of the letter.", field="sent_on")


@transaction.atomic
def note_return(
    *, by: Access, recipient: LetterRecipient, why: str, day: datetime.date | None = None
) -> LetterRecipient:
    """Note that a paper copy came back, when (today) and why; the desk that issued it is asked to send it again.

    Raises BadInput naming the field, Conflict when the copy is not out, NotFound, Refused.
    """
    held = _paper_copy(by, recipient)
    sending = last_sending(by=by, recipient=held)
    if sending is None or sending.returned_on:
        raise Conflict("This copy is not out: note first how it went out.")
    back = _came_back(by, sending, normalise(why).strip()[:300], day or timezone.localdate())
    jobs.defer("outbox.tasks.tend_desk", office_id=held.letter.office_id)
    return back


@transaction.atomic
def take_return_list(*, by: Access, rows: Sequence[ReturnRow]) -> int:
    """Note every row of a list that was looked at as a copy that came back; how many.

    All or none: raises BadInput when a tracking number fits no copy that is out any more.
    """
    by.require(P.PAPER_DRAFT)
    found, problems = matched(by=by, rows=rows)
    if problems or not rows:
        raise BadInput("Something changed since the list was looked at: hand it in once more.", field="file")
    for row, sending in found:
        _came_back(by, sending, row.why, row.day)
    jobs.defer("outbox.tasks.tend_desk", office_id=by.office_id)
    return len(found)


def _came_back(by: Access, sending: CopySending, why: str, day: datetime.date) -> LetterRecipient:
    if not why:
        raise BadInput("Write why it came back.", field="returned_why")
    if not sending.sent_on <= day <= timezone.localdate():
        raise BadInput("The day lies between the day of sending and today.", field="returned_on")
    sending.returned_on, sending.returned_why = day, why
    sending.save(update_fields=["returned_on", "returned_why"])
    held = LetterRecipient.objects.select_for_update(of=("self",)).select_related("letter").get(pk=sending.recipient_id)
    held.returned_why = why
    held.state = held.state if held.state == Delivery.ANSWERED else Delivery.RETURNED
    held.save(update_fields=["returned_why", "state"])
    record(by=by, deed="papers.note_return", about=f"letter:{held.letter_id}", label=held.label,
           values={"why": why, "day": str(day), "tracking": sending.tracking})  # fmt: skip
    return held


def _paper_copy(by: Access, recipient: LetterRecipient) -> LetterRecipient:
    row = recipient_to_note(by=by, recipient_id=recipient.pk)
    if row.office_id is not None:
        raise Conflict("This copy went to an office of the system; its receipt is noted there.")
    return LetterRecipient.objects.select_for_update(of=("self",)).select_related("letter").get(pk=row.pk)
