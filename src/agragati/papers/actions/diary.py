"""The diary of letters that came from outside: a number of its own for each, and the letter it answers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput, Conflict
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.records.actions import next_number

from ..choices import Delivery, ReadingState
from ..models import LetterRecipient, PaperReading, ReceivedLetter
from ..selectors.diary import answered_by


@dataclass(frozen=True)
class Entry:
    """What the diary keeps of a letter. `answers` is a key of `selectors.diary.answered_by`, or ""."""

    sender: str
    subject: str
    received_on: datetime.date
    memo_no: str = ""
    day: datetime.date | None = None
    answers: str = ""


@transaction.atomic
def register_received(*, by: Access, reading: PaperReading, entry: Entry) -> ReceivedLetter:
    """Enter a confirmed paper into the office's diary under its next number of the year; gap-free.

    An own copy that it answers becomes answered. Raises BadInput naming the field, Conflict when the paper is in the
    diary already or not confirmed, Refused.
    """
    held = PaperReading.objects.select_for_update(of=("self",)).select_related("office").get(pk=reading.pk)
    by.require(P.PAPER_DRAFT, held.office.path)
    if held.state != ReadingState.CONFIRMED:
        raise Conflict("Confirm every page of the paper first.")
    if ReceivedLetter.objects.filter(reading=held).exists():
        raise Conflict("This paper is in the diary already.")
    clean = _checked(entry)
    found = answered_by(by=by, reading=held).get(clean.answers)
    if clean.answers and found is None:
        raise BadInput("Choose one of the letters listed.", field="answers")
    year = clean.received_on.year
    made = ReceivedLetter.objects.create(
        office=held.office, year=year, number=next_number(by=by, key=f"diary:{held.office_id}:{year}"),
        received_on=clean.received_on, sender=clean.sender, memo_no=clean.memo_no, day=clean.day,
        subject=clean.subject, reading=held, answers=found.letter if found else None,
        copy=found.copy if found else None, made_by_id=by.user_id, made_label=by.label[:300],
    )  # fmt: skip
    if found and found.copy:
        _answered(found.copy, made)
    record(by=by, deed="papers.register_received", about=f"received:{made.pk}", label=made.subject[:300],
           values={"number": made.number, "year": year, "answers": made.answers_id})  # fmt: skip
    return made


def _checked(entry: Entry) -> Entry:
    sender, subject = normalise(entry.sender).strip()[:300], normalise(entry.subject).strip()[:500]
    if not sender:
        raise BadInput("Write who sent the letter.", field="sender")
    if not subject:
        raise BadInput("Write the subject of the letter.", field="subject")
    if entry.received_on > timezone.localdate():
        raise BadInput("The day of receipt lies ahead.", field="received_on")
    if entry.day and entry.day > entry.received_on:
        raise BadInput("The letter bears a later date than the day of receipt.", field="day")
    return Entry(sender, subject, entry.received_on, normalise(entry.memo_no).strip()[:80], entry.day, entry.answers)


def _answered(copy: LetterRecipient, made: ReceivedLetter) -> None:
    """The copy that went outside is answered by what came: the diary number tells where to look."""
    held = LetterRecipient.objects.select_for_update(of=("self",)).get(pk=copy.pk)
    if held.state == Delivery.ANSWERED:
        return
    held.state, held.answered_at = Delivery.ANSWERED, timezone.now()
    held.answer_text = f"ডায়েরি নম্বর {to_bn(made.number)}/{to_bn(made.year)}: {made.subject}"
    held.save(update_fields=["state", "answered_at", "answer_text"])
