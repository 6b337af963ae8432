"""Deeds on a recipient's copy: receipt, answer, and the way of a paper copy."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict
from agragati.kernel.text import normalise
from agragati.org.access import Access

from ..choices import Delivery
from ..models import LetterRecipient
from ..selectors.delivery import recipient_to_answer, recipient_to_note

LONGEST_ANSWER = 4000


@transaction.atomic
def receive_letter(*, by: Access, recipient: LetterRecipient) -> LetterRecipient:
    """Note that the office has seen its copy: who and when. Seen before: nothing changes."""
    held = _hold(recipient_to_answer(by=by, recipient_id=recipient.pk))
    if held.state != Delivery.DELIVERED:
        return held
    held.state, held.seen_at, held.seen_by = Delivery.SEEN, timezone.now(), by.label[:300]
    held.save(update_fields=["state", "seen_at", "seen_by"])
    record(by=by, deed="papers.receive_letter", about=f"letter:{held.letter_id}", label=held.label)
    return held


@transaction.atomic
def answer_with_remark(*, by: Access, recipient: LetterRecipient, text: str) -> LetterRecipient:
    """Answer a letter in a few words without a letter of one's own. Raises Conflict when it is answered already."""
    held = _hold(recipient_to_answer(by=by, recipient_id=recipient.pk))
    words = normalise(text).strip()
    if not words:
        raise BadInput("Write the answer first.", field="text")
    if len(words) > LONGEST_ANSWER:
        raise BadInput("The answer is longer than %(limit)s letters: write a letter.", field="text",
                       limit=LONGEST_ANSWER)  # fmt: skip
    if held.state == Delivery.ANSWERED:
        raise Conflict("This letter is answered already.")
    now = timezone.now()
    held.state, held.answered_at, held.answer_text = Delivery.ANSWERED, now, words
    held.seen_at, held.seen_by = held.seen_at or now, held.seen_by or by.label[:300]
    held.save(update_fields=["state", "answered_at", "answer_text", "seen_at", "seen_by"])
    record(by=by, deed="papers.answer_letter", about=f"letter:{held.letter_id}", label=held.label)
    return held


@transaction.atomic
def note_dispatch(*, by: Access, recipient: LetterRecipient, channel: str, returned_why: str = "") -> LetterRecipient:
    """Note how a paper copy went out (ডাকযোগে, বাহক মারফত), or why it came back. For addresses outside the system."""
    held = _hold(recipient_to_note(by=by, recipient_id=recipient.pk))
    if held.office_id is not None:
        raise Conflict("This copy went to an office of the system; its receipt is noted there.")
    way, why = normalise(channel).strip()[:100], normalise(returned_why).strip()[:300]
    if not way and not why:
        raise BadInput("Say how the copy went out.", field="channel")
    held.channel, held.returned_why = way or held.channel, why
    held.state = Delivery.RETURNED if why else Delivery.DELIVERED
    held.delivered_at = held.delivered_at if why else timezone.now()
    held.save(update_fields=["channel", "returned_why", "state", "delivered_at"])
    record(by=by, deed="papers.note_dispatch", about=f"letter:{held.letter_id}", label=held.label,
           values={"state": held.state, "channel": held.channel})  # fmt: skip
    return held


def _hold(row: LetterRecipient) -> LetterRecipient:
    return LetterRecipient.objects.select_for_update(of=("self",)).get(pk=row.pk)
