"""A plan's outlook, and its papers as PDF, DOCX and XLSX."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agragati.kernel.errors import NotFound
from agragati.org.access import OfficeRequest
from agragati.papers.renderers.docx import to_docx
from agragati.papers.renderers.pdf import to_pdf

from ..renderers import XLSX, paper_sheet, plain_sheet
from ..selectors import papers, quarter_report, yearly
from ..selectors.blank_form import blank_form

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS = {"pdf": (to_pdf, "application/pdf"), "docx": (to_docx, DOCX), "xlsx": (paper_sheet, XLSX)}


@require_safe
def outlook(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """Forecast, marks at risk, rates, and the papers to take."""
    found = yearly.outlook(by=request.access, plan_id=plan_id)
    context = {"found": found, "plan": found.sheet.plan, "papers": papers.KINDS,
               "classes": yearly.marks_by_class(by=request.access, sheet=found.sheet)}  # fmt: skip
    return render(request, "plans/outlook.html", context)


@require_safe
def paper(request: OfficeRequest, plan_id: int, kind: str, form: str) -> HttpResponse:
    """One paper in one form."""
    if kind not in papers.KINDS or form not in WRITERS:
        raise NotFound("There is no such paper.")
    write, mime = WRITERS[form]
    made = write(papers.paper_of(by=request.access, plan_id=plan_id, kind=kind))
    return _file(made, mime, f"{kind}-{plan_id}.{form}")


@require_safe
def quarter_paper(request: OfficeRequest, plan_id: int, quarter: int, form: str) -> HttpResponse:
    """The official table with progress as DOCX or XLSX."""
    if form not in WRITERS:
        raise NotFound("There is no such paper.")
    write, mime = WRITERS[form]
    _sheet, found = quarter_report(by=request.access, plan_id=plan_id, quarter=quarter)
    return _file(write(found), mime, f"progress-{plan_id}-q{quarter}.{form}")


@require_safe
def blank(request: OfficeRequest, plan_id: int, quarter: int, form: str) -> HttpResponse:
    """The blank entry sheet of a quarter, to be written by hand."""
    if form not in WRITERS:
        raise NotFound("There is no such paper.")
    write, mime = WRITERS[form]
    found = blank_form(by=request.access, plan_id=plan_id, quarter=quarter)
    return _file(write(found), mime, f"blank-{plan_id}-q{quarter}.{form}")


@require_safe
def bundle(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """The evidence index with every file behind it."""
    made = papers.evidence_bundle(by=request.access, plan_id=plan_id)
    return _file(made, "application/pdf", f"evidence-{plan_id}.pdf")


@require_safe
def apams_like(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """The figures in the shape the present software asks for."""
    head, rows = papers.apams_like(by=request.access, plan_id=plan_id)
    return _file(plain_sheet("apams_like", head, rows), XLSX, f"apams-like-{plan_id}.xlsx")


def _file(content: bytes, mime: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=mime)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
