"""Pages of findings: the list, one finding with its history, answering and settling, and checking now."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page, submitted

from ..actions import integrity as deeds
from ..forms import evidence as forms
from ..forms import findings as lists
from ..forms.lists import page_number
from ..rules.integrity import CHECKS
from ..selectors import integrity as doubts
from ..selectors import plan_to_read


@require_safe
def findings(request: OfficeRequest) -> HttpResponse:
    """Findings within the viewing scope, the gravest first."""
    wanted = lists.doubt_filter(request.GET)
    page = doubts.doubts_page(by=request.access, wanted=wanted, page=page_number(request.GET))
    context = {"page": page, "columns": lists.doubt_columns(), "filter_form": lists.filter_form(request.GET),
               "checks": CHECKS, "plan": None}  # fmt: skip
    return render(request, "plans/findings.html", context)


@require_safe
def plan_findings(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """Findings of one plan."""
    plan = plan_to_read(by=request.access, plan_id=plan_id)
    wanted = lists.doubt_filter(request.GET, plan_id=plan_id)
    page = doubts.doubts_page(by=request.access, wanted=wanted, page=page_number(request.GET))
    context = {"page": page, "columns": lists.doubt_columns(), "filter_form": lists.filter_form(request.GET),
               "checks": CHECKS, "plan": plan}  # fmt: skip
    return render(request, "plans/findings.html", context)


@require_safe
def finding(request: OfficeRequest, doubt_id: int) -> HttpResponse:
    """One finding: its sentence, who must answer, and what happened to it."""
    doubt = doubts.doubt_to_read(by=request.access, doubt_id=doubt_id)
    context = {
        "doubt": doubt,
        "plan": doubt.plan,
        "history": doubts.history_of(by=request.access, doubt=doubt),
        **doubts.rights_on(by=request.access, plan=doubt.plan),
    }
    return render(request, "plans/finding.html", context)


@form_page
def finding_answer(request: OfficeRequest, doubt_id: int) -> HttpResponse:
    """The office answers."""
    doubt = doubts.doubt_to_answer(by=request.access, doubt_id=doubt_id)
    form = forms.AnswerForm(request.POST or None)

    def do() -> str:
        deeds.answer_doubt(by=request.access, doubt=doubt, answer=form.cleaned_data["answer"])
        return reverse("plans:finding", args=[doubt_id])

    context = {"doubt": doubt, "plan": doubt.plan, "heading": _("Answer a finding")}
    return submitted(request, form, "plans.answer_doubt", do, "plans/finding_form.html", context)


@form_page
def finding_close(request: OfficeRequest, doubt_id: int) -> HttpResponse:
    """A reviewer settles."""
    doubt = doubts.doubt_to_close(by=request.access, doubt_id=doubt_id)
    form = forms.CloseDoubtForm(request.POST or None)

    def do() -> str:
        deeds.close_doubt(by=request.access, doubt=doubt, reason=form.cleaned_data["reason"])
        return reverse("plans:finding", args=[doubt_id])

    context = {"doubt": doubt, "plan": doubt.plan, "heading": _("Settle a finding")}
    return submitted(request, form, "plans.close_doubt", do, "plans/finding_form.html", context)


@form_page
def check_now(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """Run every check on one plan."""
    plan = plan_to_read(by=request.access, plan_id=plan_id)
    form = forms.ConfirmForm(request.POST or None)
    back = reverse("plans:plan_findings", args=[plan_id])

    def do() -> str:
        deeds.check_plan_now(by=request.access, plan=plan)
        return back

    context = {"question": _("Run every check on this plan now?"), "details": [(_("Plan"), plan)], "cancel": back,
               "submit": _("Check now")}  # fmt: skip
    return submitted(request, form, "plans.check_plan", do, "ui/confirm.html", context)
