"""Pages of appeals and of the award."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from ..actions import appeals as deeds
from ..actions import award as awarding
from ..forms import review as forms
from ..selectors import reviews
from ..selectors.reckoning import adjustments_of, signed_indicator


@require_safe
def appeal_list(request: OfficeRequest) -> HttpResponse:
    """Appeals within the view."""
    return render(request, "plans/review_appeals.html", {"rows": reviews.appeals(by=request.access)})


@form_page
def appeal_file(request: OfficeRequest, claim_id: int) -> HttpResponse:
    """An office appeals against the award of one indicator."""
    claim = reviews.claim_to_appeal(by=request.access, claim_id=claim_id)
    indicator = signed_indicator(by=request.access, claim=claim)
    form = forms.AppealForm(request.POST or None, indicator=indicator)

    def do() -> str:
        reason = form.cleaned_data["reason"]
        made = deeds.file_appeal(by=request.access, claim=claim, reason=reason, figure=form.figure)
        return reverse("plans:appeal", args=[made.pk])

    context = {"claim": claim, "plan": claim.submission.plan, "indicator": indicator}
    return submitted(request, form, "plans.file_appeal", do, "plans/review_appeal_file.html", context)


@form_page
def appeal(request: OfficeRequest, appeal_id: int) -> HttpResponse:
    """One appeal; those one level up decide it here."""
    found = reviews.appeal_to_read(by=request.access, appeal_id=appeal_id)
    indicator = signed_indicator(by=request.access, claim=found.claim)
    form = forms.AppealDecisionForm(request.POST or None, indicator=indicator)

    def do() -> str:
        given = form.cleaned_data
        deeds.decide_appeal(by=request.access, appeal=found, uphold=given["decision"] == "uphold",
                            reason=given["reason"], figure=form.figure)  # fmt: skip
        return reverse("plans:appeal", args=[appeal_id])

    context = {"appeal": found, "claim": found.claim, "plan": found.claim.submission.plan, "indicator": indicator,
               "may_decide": reviews.may_decide(by=request.access, appeal=found)}  # fmt: skip
    return submitted(request, form, "plans.decide_appeal", do, "plans/review_appeal.html", context)


@form_page
def award(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """Award the marks of a year."""
    plan, rows = reviews.award_rows(by=request.access, plan_id=plan_id)
    form = forms.AwardForm(request.POST or None)

    def do() -> str:
        changes = adjustments_of(by=request.access, plan=plan, typed=form.cleaned_data["adjustments"])
        awarding.award_year(by=request.access, plan=plan, adjustments=changes)
        return reverse("plans:life", args=[plan_id])

    return submitted(request, form, "plans.award_year", do, "plans/review_award.html", {"plan": plan, "rows": rows})
