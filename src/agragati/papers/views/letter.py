"""One letter: its page, its pictures, its files, its table of copies."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from agragati.kernel.errors import NotFound
from agragati.org import selectors as org
from agragati.org.access import OfficeRequest
from agragati.records.models import Attachment

from .. import forms, selectors
from ..access import is_own
from ..models import Letter
from ..renderers.docx import to_docx
from ..renderers.pages import page_count, to_png
from ..renderers.pdf import to_pdf
from ..selectors.sheet import copy_of, letter_sheet

MOST_PAGES, DPI = 12, 90
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PRIVATE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
def letter(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """A letter with the pictures of its pages, its way, and what the reader may do with it."""
    found = selectors.letter(by=request.access, letter_id=letter_id)
    sheet = letter_sheet(by=request.access, letter=found)
    pages = range(1, min(page_count(_pdf(request, found)), MOST_PAGES) + 1)
    return render(request, "papers/letter.html", {"sheet": sheet, "letter": found, "pages": pages})


@require_safe
def picture(request: OfficeRequest, letter_id: int, page: int) -> HttpResponse:
    """One page of the letter as a picture."""
    found = selectors.letter(by=request.access, letter_id=letter_id)
    try:
        data = to_png(_pdf(request, found), page=page, dpi=DPI)
    except IndexError:
        raise NotFound("The letter has no such page.") from None
    response = HttpResponse(data, content_type="image/png")
    patch_cache_control(response, private=True, no_cache=True)
    return response


@require_safe
def pdf(request: OfficeRequest, letter_id: int) -> HttpResponse | FileResponse:
    """The letter as PDF: the signed record once it is issued, a marked draft before."""
    found = selectors.letter(by=request.access, letter_id=letter_id)
    copy = copy_of(by=request.access, letter=found)
    if copy:
        return file_answer(copy.pdf)
    return _bytes(_pdf(request, found), "application/pdf", f"letter-{found.pk}.pdf")


@require_safe
def docx(request: OfficeRequest, letter_id: int) -> HttpResponse | FileResponse:
    """The letter as DOCX, to be edited elsewhere."""
    found = selectors.letter(by=request.access, letter_id=letter_id)
    copy = copy_of(by=request.access, letter=found)
    if copy:
        return file_answer(copy.docx)
    made = to_docx(selectors.paper_of(by=request.access, letter=found))
    return _bytes(made, DOCX, f"letter-{found.pk}.docx")


@require_safe
def recipients(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """The sender's table: what happened to each copy, and who has not answered."""
    found = selectors.letter(by=request.access, letter_id=letter_id)
    late = "late" in request.GET
    rows = selectors.recipients(by=request.access, letter=found, state=request.GET.get("state", ""), late=late)
    context = {
        "letter": found,
        "sums": selectors.delivery_sum(by=request.access, letter=found),
        "page": org.page_of(by=request.access, rows=rows, number=forms.page_number(request.GET)),
        "columns": forms.copy_columns(),
        "filter_form": forms.CopyFilterForm(request.GET),
        "own": is_own(request.access, found),
    }
    return render(request, "papers/recipients.html", context)


def _pdf(request: OfficeRequest, found: Letter) -> bytes:
    copy = copy_of(by=request.access, letter=found)
    if copy is None:
        return to_pdf(selectors.paper_of(by=request.access, letter=found))
    with copy.pdf.file.open("rb") as kept:
        return bytes(kept.read())


def file_answer(kept: Attachment) -> FileResponse:
    """A kept file: a PDF is shown in place, everything else is saved."""
    response = FileResponse(kept.file.open("rb"), filename=kept.name, as_attachment=kept.mime != "application/pdf")
    response.headers["Content-Type"] = kept.mime
    response.headers["Content-Security-Policy"] = _PRIVATE
    return response


def _bytes(data: bytes, mime: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=mime)
    how = "inline" if mime == "application/pdf" else "attachment"
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["Content-Security-Policy"] = _PRIVATE
    return response
