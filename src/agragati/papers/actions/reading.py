"""Deeds on papers that are read: hand in, read page by page, confirm."""

from __future__ import annotations

import time
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from agragati import jobs
from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.org.models import Office
from agragati.records.actions import keep_file

from ..choices import PageSource, ReadingState
from ..models import PaperMail, PaperReading, ReadPage
from ..renderers.extract import OpenPaper, Page
from ..renderers.extract.whole import findings_of, page_json
from ..rules.findings import Finding, findings
from ..rules.page_keys import keys_of

BATCH_SECONDS = 8.0  # one transaction reads for about so long: then others see the progress
LONGEST_TEXT = 200_000  # letters of one page
OPEN = (ReadingState.WAITING, ReadingState.READING)


@transaction.atomic
def hand_in_paper(
    *, by: Access, office: Office, name: str, content: bytes, mail: PaperMail | None = None
) -> PaperReading:
    """Keep a file (bytes) of `office` and ask for it to be read. Raises BadInput at field "file", or Refused.

    `mail`: the e-mail that brought it.
    """
    by.require(P.PAPER_DRAFT, office.path)
    kept = keep_file(by=by, office=office, name=name, content=content, about="paper_reading")
    reading = PaperReading.objects.create(
        office=office, file=kept, mail=mail, made_by_id=by.user_id, made_label=by.label
    )
    record(by=by, deed="papers.hand_in_paper", about=f"paper_reading:{reading.pk}", label=kept.name)
    jobs.defer("papers.tasks.read_paper_pages", reading_id=reading.pk)
    return reading


@transaction.atomic
def read_again(*, by: Access, reading: PaperReading) -> None:
    """Ask once more for a paper that could not be read, or of which pages were not. Confirmed pages stay."""
    held = PaperReading.objects.select_for_update(of=("self",)).select_related("office").get(pk=reading.pk)
    by.require(P.PAPER_DRAFT, held.office.path)
    if held.state in OPEN:
        raise Conflict("This paper is being read now.")
    ReadPage.objects.filter(reading=held, source=PageSource.NONE, confirmed_at__isnull=True).delete()
    held.state, held.problem = ReadingState.WAITING, ""
    held.save(update_fields=["state", "problem"])
    record(by=by, deed="papers.read_again", about=f"paper_reading:{held.pk}", label=str(held))
    jobs.defer("papers.tasks.read_paper_pages", reading_id=held.pk)


@transaction.atomic
def read_some_pages(*, by: Access, reading_id: int) -> bool:
    """Read the next pages for about eight seconds and store each; say whether some are left.

    Done already, or gone: False. A file that cannot be opened ends as "failed" with its sentence.
    """
    by.require(P.PAPER_DRAFT)
    held = PaperReading.objects.select_for_update(of=("self",)).select_related("file").filter(pk=reading_id).first()
    if held is None or held.state not in OPEN:
        return False
    try:
        with held.file.file.open("rb") as stream, OpenPaper(stream.read()) as paper:
            left = _read_batch(held, paper)
    except (BadInput, OSError) as problem:
        held.state, held.problem = ReadingState.FAILED, _sentence(problem)
        held.save(update_fields=["state", "problem"])
        record(by=by, deed="papers.reading_failed", about=f"paper_reading:{held.pk}", label=held.problem[:200])
        return False
    if not left:
        record(by=by, deed="papers.read_paper", about=f"paper_reading:{held.pk}", label=str(held),
               values={"pages": held.page_count})  # fmt: skip
    return left


def _sentence(problem: Exception) -> str:
    return str(problem)[:300] if isinstance(problem, BadInput) else "The file could not be opened."


def _read_batch(held: PaperReading, paper: OpenPaper) -> bool:
    held.kind, held.encoding, held.page_count = paper.kind, paper.encoding, paper.page_count
    held.state = ReadingState.READING
    done = set(ReadPage.objects.filter(reading=held).values_list("number", flat=True))
    left = [number for number in range(1, paper.page_count + 1) if number not in done]
    until = time.monotonic() + BATCH_SECONDS
    while left and time.monotonic() < until:
        _store(held, paper.read_page(left.pop(0)))
    if not left:
        held.state = _state_after(held)
    held.save(update_fields=["kind", "encoding", "page_count", "state"])
    return bool(left)


def _state_after(held: PaperReading) -> ReadingState:
    waits = ReadPage.objects.filter(reading=held, confirmed_at__isnull=True).exists()
    return ReadingState.TO_CONFIRM if waits else ReadingState.CONFIRMED


def _store(held: PaperReading, page: Page) -> None:
    plain = page_json(page)
    ReadPage.objects.create(
        reading=held, number=page.number, width=page.width, height=page.height, angle=page.angle, source=page.source,
        confidence=page.confidence, blocks=plain["blocks"], found=[plain_finding(one) for one in findings_of(page)],
        warnings=list(page.warnings),
    )  # fmt: skip


def plain_finding(one: Finding) -> dict[str, object]:
    """A date or number as it is stored."""
    return {"kind": one.kind, "text": one.text, "resolved": one.resolved, "sure": not one.needs_confirmation,
            "warnings": list(one.warnings)}  # fmt: skip


@transaction.atomic
def confirm_page(*, by: Access, page: ReadPage, text: str, taken: Collection[str]) -> ReadPage:
    """Keep the text of a page as a person corrected it, beside the picture.

    `taken`: the dates and numbers ("kind:text") that the person compared; only these become facts, and those that
    are sure because they were typed. Raises BadInput at field "text" when it is empty or too long.
    """
    held = ReadPage.objects.select_for_update(of=("self",)).select_related("reading__office").get(pk=page.pk)
    by.require(P.PAPER_DRAFT, held.reading.office.path)
    clean = normalise(text)
    if not clean:
        raise BadInput("Write the text of the page.", field="text")
    if len(clean) > LONGEST_TEXT:
        raise BadInput("The text is longer than %(limit)s letters.", field="text", limit=LONGEST_TEXT)
    found = findings(clean, page=held.number, from_picture=held.source == PageSource.OCR)
    kept = {key_of(one): one for one in found if not one.needs_confirmation or key_of(one) in taken}
    held.text, held.facts, held.keys = clean, [plain_finding(one) for one in kept.values()], keys_of(clean)
    held.confirmed_by_id, held.confirmed_label, held.confirmed_at = by.user_id, by.label, timezone.now()
    held.save()
    _close(held.reading)
    record(by=by, deed="papers.confirm_page", about=f"paper_reading:{held.reading_id}", label=str(held.reading),
           values={"page": held.number, "facts": len(kept)})  # fmt: skip
    return held


def key_of(one: Finding) -> str:
    """The name under which a date or number is ticked."""
    return f"{one.kind}:{one.text}"


def _close(reading: PaperReading) -> None:
    whole = ReadPage.objects.filter(reading=reading).count() == reading.page_count
    if whole and reading.state not in OPEN:
        reading.state = _state_after(reading)
        reading.save(update_fields=["state"])
