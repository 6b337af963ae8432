"""Papers to print or edit, and the public page."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest
from agragati.papers.renderers.docx import to_docx
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.paper import Paper
from agragati.ui.access import open_to_all

from .. import forms, selectors
from ..renderers.printing import as_asked

PAPERS = {
    "minutes": selectors.minutes_paper,
    "notice": selectors.notice_paper,
    "attendance": selectors.attendance_paper,
}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def paper(request: OfficeRequest, meeting_id: int, kind: str) -> HttpResponse:
    """Notice, attendance sheet or minutes; `?as=docx` gives the editable copy, `annexes=0` and the like a print."""
    meeting = selectors.meeting(by=request.access, meeting_id=meeting_id)
    if kind not in PAPERS:
        raise Http404
    made = as_asked(PAPERS[kind](by=request.access, meeting=meeting), forms.print_terms(request.GET))
    return _file(made, f"{kind}-{meeting_id}", docx=request.GET.get("as") == "docx")


def _file(made: Paper, name: str, *, docx: bool = False) -> HttpResponse:
    content, kind, ending = (to_docx(made), DOCX, "docx") if docx else (to_pdf(made), "application/pdf", "pdf")
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'{"attachment" if docx else "inline"}; filename="{name}.{ending}"'
    return answer


@open_to_all
@require_safe
def published(request: OfficeRequest) -> HttpResponse:
    """Minutes that offices have published."""
    words = request.GET.get("q", "")[:100]
    page = selectors.published(by=request.access, words=words, page=forms.page_number(request.GET))
    return render(request, "meetings/published.html", {"page": page, "words": words})


@open_to_all
@require_safe
def published_detail(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """One published paper, read as a page."""
    meeting = selectors.published_meeting(by=request.access, meeting_id=meeting_id)
    context = {"meeting": meeting, "paper": selectors.frozen(by=request.access, meeting=meeting)}
    return render(request, "meetings/published_detail.html", context)


@open_to_all
@require_safe
def published_pdf(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """The paper itself, bit by bit as issued."""
    meeting = selectors.published_meeting(by=request.access, meeting_id=meeting_id)
    answer = HttpResponse(selectors.issued_pdf(by=request.access, meeting=meeting), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="minutes-{meeting_id}.pdf"'
    return answer
