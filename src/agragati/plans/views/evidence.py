"""Pages of proof: what is there and what is missing, adding and taking back, pictures of pages, pairs side by side."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from ..access import rights
from ..actions import evidence as deeds
from ..actions import issued as deeds_issued
from ..actions.versions import replace_evidence
from ..forms import evidence as forms
from ..selectors import evidence as proof
from ..selectors import indicator_to_enter, proof_pages
from ..selectors.holders import row_terms
from ..selectors.issued import MINUTES, issued_papers


@require_safe
def evidence(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """One row's checklist and every piece of its proof."""
    found = proof_pages.proof_sheet(by=request.access, indicator_id=indicator_id)
    plan = found.sheet.plan
    context = {"found": found, "plan": plan, "row": found.sheet.row, **rights(request.access, plan),
               **row_terms(by=request.access, indicator=found.sheet.row.record)}  # fmt: skip
    return render(request, "plans/evidence.html", context)


@form_page
def evidence_add(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """Hand in a piece of proof."""
    row = indicator_to_enter(by=request.access, indicator_id=indicator_id)
    found = proof_pages.proof_sheet(by=request.access, indicator_id=indicator_id)
    options = forms.evidence_options(found.sheet.row.indicator, found.events, found.others)
    options["papers"] = issued_papers(by=request.access, plan=row.plan)
    form = forms.EvidenceForm(request.POST or None, request.FILES or None, **options)

    def do() -> str:
        given = forms.proof_of(form.cleaned_data, found.events)
        also = forms.rows_of(form.cleaned_data, found.others)
        paper = form.cleaned_data.get("paper", "")
        deeds_issued.hand_in(by=request.access, indicator=row, proof=given, reference=paper, also=also)
        return reverse("plans:evidence", args=[indicator_id])

    context = {"plan": row.plan, "row": found.sheet.row, "found": found}
    return submitted(request, form, "plans.add_evidence", do, "plans/evidence_add.html", context)


@form_page
def count_meeting(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """Count a meeting from its signed minutes."""
    row = indicator_to_enter(by=request.access, indicator_id=indicator_id)
    papers = [paper for paper in issued_papers(by=request.access, plan=row.plan) if paper.reference.startswith(MINUTES)]
    form = forms.CountMeetingForm(request.POST or None, papers=papers)

    def do() -> str:
        deeds_issued.count_meeting(by=request.access, indicator=row, reference=form.cleaned_data["paper"])
        return reverse("plans:indicator", args=[indicator_id])

    context = {"plan": row.plan, "record": row, "papers": papers}
    return submitted(request, form, "plans.count_meeting", do, "plans/count_meeting.html", context)


@form_page
def evidence_withdraw(request: OfficeRequest, evidence_id: int) -> HttpResponse:
    """Take a piece back, with why."""
    piece = proof.evidence_to_withdraw(by=request.access, evidence_id=evidence_id)
    form = forms.WithdrawForm(request.POST or None)

    def do() -> str:
        deeds.withdraw_evidence(by=request.access, piece=piece, reason=form.cleaned_data["reason"])
        return reverse("plans:evidence", args=[piece.indicator_id])

    context = {"plan": piece.indicator.plan, "piece": piece}
    return submitted(request, form, "plans.withdraw_evidence", do, "plans/evidence_withdraw.html", context)


@form_page
def evidence_replace(request: OfficeRequest, evidence_id: int) -> HttpResponse:
    """Put a newer version of the file in its place, with why."""
    piece = proof.evidence_to_withdraw(by=request.access, evidence_id=evidence_id)
    form = forms.ReplaceForm(request.POST or None, request.FILES or None)

    def do() -> str:
        file, reason = form.cleaned_data["file"], form.cleaned_data["reason"]
        replace_evidence(by=request.access, piece=piece, name=file.name, content=file.read(), reason=reason)
        return reverse("plans:evidence", args=[piece.indicator_id])

    context = {"plan": piece.indicator.plan, "piece": piece}
    return submitted(request, form, "plans.replace_evidence", do, "plans/evidence_replace.html", context)


@require_safe
def evidence_page(request: OfficeRequest, evidence_id: int, page: int) -> HttpResponse:
    """A picture of one page of the file, small or large."""
    size = "small" if request.GET.get("size") == "small" else "large"
    picture = proof_pages.page_picture(by=request.access, evidence_id=evidence_id, page=page, size=size)
    answer = HttpResponse(picture, content_type="image/png")
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


@require_safe
def evidence_reuse(request: OfficeRequest, reuse_id: int) -> HttpResponse:
    """Two pieces side by side; the side of an office the reader may not see stays closed."""
    pair, one, other = proof.reuse_to_read(by=request.access, reuse_id=reuse_id)
    context = {"pair": pair, "sides": [one, other], "seen": one or other}
    return render(request, "plans/reuse.html", context)
