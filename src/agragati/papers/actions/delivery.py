"""Deeds on a recipient's copy: receipt and answer."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict
from agragati.kernel.text import normalise
from agragati.org.access import Access

from ..choices import Delivery
from ..models import LetterRecipient
from ..selectors.delivery import recipient_to_answer

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


def _hold(row: LetterRecipient) -> LetterRecipient:
    return LetterRecipient.objects.select_for_update(of=("self",)).get(pk=row.pk)
