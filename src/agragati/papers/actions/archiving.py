"""Making the archival copy (PDF/A) of a kept file. The original always stays; what cannot be converted says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice

import pikepdf
import pypdfium2
import typst
from django.db import transaction
from django.utils import timezone

from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org.access import Access
from agragati.records.actions import keep_copy, note_no_copy
from agragati.records.choices import CopyState, CopyWay
from agragati.records.models import Attachment
from agragati.records.selectors import content_of_file

from ..renderers import archival
from ..renderers.archival_check import pdfa_claim
from ..renderers.extract.office import office_to_pdfa, program

OFFICE = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}
Made = tuple[bytes | None, CopyWay, str]


@transaction.atomic
def make_archival_copy(*, by: Access, attachment_id: int) -> str:
    """Make the PDF/A copy of a file that waits for one; its state afterwards ("" when nothing waits).

    `by` is the product's own job; no right of its own is needed. Safe to repeat.
    """
    rows = Attachment.objects.select_for_update(of=("self",)).filter(copy_state=CopyState.WAITING)
    held = rows.filter(pk=attachment_id).first()
    if held is None:
        return ""
    pdf, way, level = _made(by, held)
    if pdf is not None:
        return keep_copy(by=by, attachment=held, pdf=pdf, way=way, level=level).copy_state
    state = CopyState.OWN if way == CopyWay.CLAIMED else CopyState.CANNOT
    return note_no_copy(by=by, attachment=held, state=state, way=way, level=level).copy_state


def _made(by: Access, held: Attachment) -> Made:
    try:
        content = content_of_file(by=by, attachment=held)
        return _WAYS.get(held.mime.partition("/")[0], _by_kind)(held, content)
    except (NotFound, Refused, OSError, UnicodeDecodeError, typst.TypstError, pypdfium2.PdfiumError, pikepdf.PdfError):
        return None, CopyWay.DAMAGED, ""


def _picture(held: Attachment, content: bytes) -> Made:
    pages = [archival.picture_page(content)]
    return archival.pictures_to_pdfa(pages, title=held.name, day=_day(held)), CopyWay.PICTURE, archival.LEVEL


def _text(held: Attachment, content: bytes) -> Made:
    text = content.decode("utf-8-sig")
    return archival.text_to_pdfa(text, title=held.name, day=_day(held)), CopyWay.TEXT, archival.LEVEL


def _by_kind(held: Attachment, content: bytes) -> Made:
    if held.mime == "application/pdf":
        return _pdf(held, content)
    if held.mime not in OFFICE:
        return None, CopyWay.KIND, ""
    if program() is None:
        return None, CopyWay.NO_OFFICE, ""
    try:
        made = office_to_pdfa(content, OFFICE[held.mime])
    except BadInput:
        return None, CopyWay.OFFICE_FAILED, ""
    return made, CopyWay.OFFICE, pdfa_claim(made).level


def _pdf(held: Attachment, content: bytes) -> Made:
    """Its own archive when it claims so and nothing speaks against it; else one picture a page."""
    claim = pdfa_claim(content)
    if claim.holds:
        return None, CopyWay.CLAIMED, claim.level
    if (held.pages or 0) > archival.MOST_PAGES:
        return None, CopyWay.TOO_LONG, ""
    pages = list(islice(archival.pdf_pages(content), archival.MOST_PAGES))
    return archival.pictures_to_pdfa(pages, title=held.name, day=_day(held)), CopyWay.PAGES, archival.LEVEL


def _day(held: Attachment) -> date:
    return timezone.localdate(held.uploaded_at)


_WAYS: dict[str, Callable[[Attachment, bytes], Made]] = {"image": _picture, "text": _text}
