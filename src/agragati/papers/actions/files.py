"""Deeds on files and on the numbers given out in them."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.errors import BadInput, Conflict, NotFound
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.org.models import Office, Section
from agragati.records.actions import next_number

from ..choices import FileClass, NumberForm, NumberState
from ..models import FileRecord, Letter, MemoNumber
from ..rules.file_numbers import file_number, memo_number

LONGEST_TITLE, LONGEST_REASON = 300, 500


@transaction.atomic
def open_file(
    *, by: Access, office: Office, title: str, subject_code: str, serial: int | None = None,
    section: Section | None = None, form: str = NumberForm.EIGHTEEN, subordinate: str = "",
    file_class: str = FileClass.GA, on: datetime.date | None = None, follows: FileRecord | None = None,
) -> FileRecord:  # fmt: skip
    """Open a file with its digital number; without `serial` the next free one of its subject and year is taken.

    Raises BadInput naming the field that does not fit, Refused without the right to issue papers.
    """
    by.require(P.PAPER_ISSUE, office.path)
    words = normalise(title).strip()[:LONGEST_TITLE]
    if not words:
        raise BadInput("Write the title of the file.", field="title")
    if section is not None and section.office_id != office.pk:
        raise BadInput("This section is of another office.", field="section")
    day = on or timezone.localdate()
    code = subject_code.strip()
    number = serial or _next_serial(office, section, code, day.year)
    written = file_number(
        form="22" if form == NumberForm.TWENTY_TWO else "18", office_code=office.memo_code, subject=code,
        serial=number, year=day.year, section=section.code if section else "", subordinate=subordinate,
    )  # fmt: skip
    if FileRecord.objects.filter(office=office, number=written).exists():
        raise BadInput("The office already has the file %(number)s.", field="serial", number=written)
    made = FileRecord.objects.create(
        office=office, section=section, form=form, number=written, subject_code=code, serial=number, year=day.year,
        title=words, file_class=file_class, opened_on=day, follows=follows, is_demo=office.is_demo,
    )  # fmt: skip
    record(by=by, deed="papers.open_file", about=f"file:{made.pk}", label=str(made), values={"number": written})
    return made


def _next_serial(office: Office, section: Section | None, code: str, year: int) -> int:
    rows = FileRecord.objects.filter(office=office, section=section, subject_code=code, year=year)
    return (rows.aggregate(last=Max("serial"))["last"] or 0) + 1


@transaction.atomic
def close_file(*, by: Access, file: FileRecord, on: datetime.date | None = None) -> FileRecord:
    """Close a file; numbers are no longer given in it. Raises Conflict when it is closed or a number is unsettled."""
    by.require(P.PAPER_ISSUE, file.office.path)
    held = FileRecord.objects.select_for_update(of=("self",)).select_related("office").get(pk=file.pk)
    if held.closed_on:
        raise Conflict("The file is closed already.")
    if MemoNumber.objects.filter(file=held, state=NumberState.RESERVED).exists():
        raise Conflict("A number of this file is reserved. Issue it, or cancel it with a reason, first.")
    held.closed_on = on or timezone.localdate()
    held.save(update_fields=["closed_on"])
    record(by=by, deed="papers.close_file", about=f"file:{held.pk}", label=str(held))
    return held


@transaction.atomic
def roll_over_file(*, by: Access, file: FileRecord, on: datetime.date | None = None) -> FileRecord:
    """Open the file that goes on with this one in the year of `on` (today), and close this one.

    Raises Conflict when it was opened in that year already, or was rolled over.
    """
    day = on or timezone.localdate()
    if file.year >= day.year:
        raise Conflict("This file was opened in %(year)s; the next one is opened in a later year.", year=file.year)
    closed = close_file(by=by, file=file, on=day)
    taken = FileRecord.objects.filter(office=file.office, section=file.section, subject_code=file.subject_code)
    free = not taken.filter(year=day.year, serial=file.serial).exists()
    subordinate = file.number.split(".")[3] if file.form == NumberForm.TWENTY_TWO else ""
    return open_file(
        by=by, office=file.office, title=file.title, subject_code=file.subject_code, section=file.section,
        serial=file.serial if free else None, form=file.form, subordinate=subordinate,
        file_class=file.file_class, on=day, follows=closed,
    )  # fmt: skip


@transaction.atomic
def reserve_number(*, by: Access, file: FileRecord, purpose: str = "", on: datetime.date | None = None) -> MemoNumber:
    """Give out the next issue number of a file in the year of `on` (today).

    The counter's row stays locked to the end of the caller's transaction: a deed that fails gives its number back,
    and no number is skipped or given twice. Raises Conflict for a closed file.
    """
    by.require(P.PAPER_ISSUE, file.office.path)
    if FileRecord.objects.select_for_update().get(pk=file.pk).closed_on:
        raise Conflict("The file is closed: numbers are given in the file that follows it.")
    day = on or timezone.localdate()
    issue = next_number(by=by, key=f"papers.file:{file.pk}:{day.year}")
    made = MemoNumber.objects.create(
        file=file, year=day.year, issue=issue, day=day, state=NumberState.RESERVED, purpose=purpose[:300],
        taken_by=by.label[:300],
    )  # fmt: skip
    record(by=by, deed="papers.reserve_number", about=f"file:{file.pk}", label=memo_number(file.number, issue))
    return made


@transaction.atomic
def issue_number(
    *, by: Access, file: FileRecord, about: str, purpose: str, on: datetime.date | None = None
) -> MemoNumber:
    """Give a paper of another app (notice, minutes, certificate) the next number of a file, issued at once.

    `about` names the paper for ever ("meeting:12:minutes"): a second call for it gives the number it has already.
    `purpose` is printed in the register of the file, `on` is the date of the paper (today). The text to print is
    `.memo_no` ("০৫.৪৩.৮১০০.০০০.০৭.০০১.২৬.১২"). Call it inside the deed that issues the paper: when that fails, the
    number goes back and no gap is left. `selectors.file_choices(by=)` and `file_to_keep(by=, file_id=)` give the file.
    Raises Refused without the right to issue papers, Conflict for a closed file, BadInput without `about`.
    """
    by.require(P.PAPER_ISSUE, file.office.path)
    if not about.strip():
        raise BadInput("Say which paper the number is for.", field="about")
    FileRecord.objects.select_for_update().get(pk=file.pk)  # two calls for one paper wait for each other
    standing = MemoNumber.objects.filter(about=about).exclude(state=NumberState.CANCELLED).select_related("file")
    if kept := standing.first():
        return kept
    made = reserve_number(by=by, file=file, purpose=normalise(purpose).strip(), on=on)
    made.about, made.state = about, NumberState.ISSUED
    made.save(update_fields=["about", "state"])
    return made


@transaction.atomic
def cancel_issued_number(*, by: Access, about: str, reason: str) -> MemoNumber:
    """Cancel the number of a paper of another app that no longer holds, with a reason; it is not given again.

    Raises NotFound when `about` has no standing number, Refused without the right to issue papers, BadInput without
    a reason.
    """
    rows = MemoNumber.objects.select_for_update(of=("self",)).select_related("file__office").exclude(about="")
    held = rows.filter(about=about, state=NumberState.ISSUED).first()
    if held is None:
        raise NotFound("This paper has no number.")
    by.require(P.PAPER_ISSUE, held.file.office.path)
    _cancel(held, by, reason)
    record(by=by, deed="papers.cancel_number", about=f"file:{held.file_id}", label=held.memo_no,
           values={"issue": held.issue, "paper": about, "reason": held.reason})  # fmt: skip
    return held


@transaction.atomic
def cancel_number(*, by: Access, number: MemoNumber, reason: str) -> MemoNumber:
    """Cancel a reserved number with a reason; it stays in the register and is not given again.

    A letter that held it gives it up. Raises Conflict when the number is issued or cancelled already.
    """
    by.require(P.PAPER_ISSUE, number.file.office.path)
    held = MemoNumber.objects.select_for_update(of=("self",)).select_related("file").get(pk=number.pk)
    if held.state != NumberState.RESERVED:
        raise Conflict("Only a reserved number is cancelled here; an issued letter is cancelled at the letter.")
    _cancel(held, by, reason)
    Letter.objects.filter(number=held).update(number=None, memo_no="")
    record(by=by, deed="papers.cancel_number", about=f"file:{held.file_id}", label=str(held),
           values={"issue": held.issue, "reason": held.reason})  # fmt: skip
    return held


@transaction.atomic
def cancel_letter(*, by: Access, letter: Letter, reason: str) -> MemoNumber:
    """Cancel an issued letter in the register: its paper stays as it is, its number says why it no longer holds.

    Raises Conflict when it is not issued or cancelled already, BadInput without a reason.
    """
    by.require(P.PAPER_SIGN, letter.office.path)
    held = MemoNumber.objects.select_for_update(of=("self",)).select_related("file").get(pk=letter.number_id or 0)
    if held.state != NumberState.ISSUED:
        raise Conflict("The letter is cancelled already.")
    _cancel(held, by, reason)
    record(by=by, deed="papers.cancel_letter", about=f"letter:{letter.pk}", label=letter.memo_no,
           values={"reason": held.reason})  # fmt: skip
    defer("plans.tasks.count_measures", office_id=letter.office_id)
    return held


def _cancel(held: MemoNumber, by: Access, reason: str) -> None:
    words = normalise(reason).strip()[:LONGEST_REASON]
    if not words:
        raise BadInput("Say why the number is cancelled.", field="reason")
    held.state, held.reason, held.cancelled_by = NumberState.CANCELLED, words, by.label[:300]
    held.cancelled_at = timezone.now()
    held.save(update_fields=["state", "reason", "cancelled_by", "cancelled_at"])
