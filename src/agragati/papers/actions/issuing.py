"""Issuing a letter (পত্রজারি): number, both dates, recipients, the paper as it stays; then its copies."""

from __future__ import annotations

import datetime
import secrets

from django.db import transaction
from django.utils import timezone

from agragati import jobs
from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict, Refused
from agragati.org.access import Access

from ..access import may_issue
from ..choices import MOVES, Delivery, LetterKind, NumberState, Place, Step
from ..models import Letter, LetterMove, LetterRecipient, MemoNumber
from ..rules.file_numbers import memo_number
from ..rules.letter_text import text_from, text_hash
from ..rules.routing import Found
from ..rules.stored import to_data
from ..rules.verify_codes import LENGTH, code_from
from ..selectors.delivery import resolve
from ..selectors.papers import DEMO, frame_paper
from .drafting import hold
from .files import reserve_number

BATCH = 1000
# These may go out without a named addressee.
TO_WHOM_IT_CONCERNS = {
    LetterKind.OFFICE_ORDER, LetterKind.NOTIFICATION, LetterKind.PRESS_RELEASE, LetterKind.PUBLIC_NOTICE,
    LetterKind.CERTIFICATE, LetterKind.RESOLUTION,
}  # fmt: skip


@transaction.atomic
def reserve_for_letter(*, by: Access, letter: Letter) -> MemoNumber:
    """Reserve the next number of its file for a signed letter, to be issued later today or on another day.

    Raises Conflict when it holds one already or belongs to no file.
    """
    held = hold(letter)
    if not may_issue(by, held):
        raise Refused("Only a signed letter of your own office is issued, by a post with the right to issue.")
    if held.number_id:
        raise Conflict("The letter holds a number already.")
    number = _take(by, held, timezone.localdate())
    held.number, held.memo_no = number, memo_number(number.file.number, number.issue)
    held.save(update_fields=["number", "memo_no"])
    return number


@transaction.atomic
def issue_letter(*, by: Access, letter: Letter, base_url: str = "", on: datetime.date | None = None) -> Letter:
    """Issue a signed letter: take its number, resolve its recipients, and keep its paper for ever.

    `base_url` ("https://host") is what the code on the paper leads to. A reserved number is used with its own day;
    a replacement takes number and day of the letter it replaces. Raises Refused, Conflict, BadInput.
    The PDF and DOCX are made by a job after commit (`make_copies`).
    """
    held = hold(letter)
    if not may_issue(by, held):
        raise Refused("Only a signed letter of your own office is issued, by a post with the right to issue.")
    text = text_from(held.text)
    if text_hash(held.kind, text) != held.signed_hash:
        raise Conflict("The text is not the one that was signed. Return the letter and sign it again.")
    day = on or timezone.localdate()
    found = resolve(by=by, letter=held, day=day)
    if not found and held.kind not in TO_WHOM_IT_CONCERNS:
        raise BadInput("Name at least one addressee first.", field="label")
    number = _number(by, held, day)
    code = code_from(secrets.randbits(5 * LENGTH))
    memo_no = memo_number(number.file.number, number.issue)
    paper = frame_paper(
        by=by, letter=held, text=text, memo_no=memo_no, day=number.day, code=code,
        verify_url=f"{base_url}/verify/{code}/", watermark=DEMO if held.is_demo else "",
    )  # fmt: skip
    _send(held, found)
    _close(by, held, number, memo_no, code)
    held.paper = to_data(paper)
    held.save()
    _after(by, held, len(found))
    return held


def _take(by: Access, held: Letter, day: datetime.date) -> MemoNumber:
    if held.file is None:
        raise BadInput("Choose the file of the letter first.", field="file")
    return reserve_number(by=by, file=held.file, purpose=held.subject, on=day)


def _number(by: Access, held: Letter, day: datetime.date) -> MemoNumber:
    """The number the letter goes out under, marked as issued."""
    if held.replaces is not None:
        number = held.replaces.number
        assert number is not None
        if number.state != NumberState.ISSUED:
            raise Conflict("The number of the letter to be replaced is cancelled.")
        return number
    number = held.number or _take(by, held, day)
    number.state = NumberState.ISSUED
    number.save(update_fields=["state"])
    return number


def _send(held: Letter, found: list[Found]) -> None:
    """One row for each copy, in few statements whatever their number."""
    now = timezone.now()
    rows = [
        LetterRecipient(
            letter=held, address_id=one.address, place=Place(one.place), office_id=one.office, post_id=one.post,
            label=one.label, phrase=one.phrase, delivered_at=now if one.office else None,
            state=Delivery.DELIVERED if one.office else Delivery.TO_SEND,
        )
        for one in found
    ]  # fmt: skip
    LetterRecipient.objects.bulk_create(rows, batch_size=BATCH)


def _close(by: Access, held: Letter, number: MemoNumber, memo_no: str, code: str) -> None:
    held.state, held.desk = MOVES[held.state, Step.ISSUE], None
    held.number, held.memo_no, held.day = number, memo_no, number.day
    held.issued_by_id, held.issued_at, held.verify_code = by.posting_id, timezone.now(), code


def _after(by: Access, held: Letter, copies: int) -> None:
    LetterMove.objects.create(letter=held, step=Step.ISSUE, from_post_id=by.post_id, by_label=by.label[:300])
    if held.answers_id:
        LetterRecipient.objects.filter(pk=held.answers_id).update(
            state=Delivery.ANSWERED, answered_at=timezone.now(), answer=held
        )
    record(by=by, deed="papers.issue_letter", about=f"letter:{held.pk}", label=f"{held.memo_no} {held}"[:300],
           values={"memo": held.memo_no, "day": str(held.day), "copies": copies})  # fmt: skip
    jobs.defer("papers.tasks.make_copies", letter_id=held.pk)
