"""Pages of findings: the list, one finding with its history, answering and settling, and checking now."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest
from agragati.ui.forms import HouseForm
from agragati.ui.submit import form_page, submitted

from ..actions import integrity as deeds
from ..forms import evidence as forms
from ..forms import findings as lists
from ..forms.lists import page_number
from ..models import PlanDoubt
from ..rules.integrity import CHECKS
from ..selectors import integrity as doubts
from ..selectors import plan_to_read

Deed = Callable[..., PlanDoubt]


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
    return _said(request, doubt, forms.AnswerForm(request.POST or None), _("Answer a finding"), deeds.answer_doubt)


@form_page
def finding_close(request: OfficeRequest, doubt_id: int) -> HttpResponse:
    """A reviewer settles."""
    doubt = doubts.doubt_to_close(by=request.access, doubt_id=doubt_id)
    return _said(request, doubt, forms.CloseDoubtForm(request.POST or None), _("Settle a finding"), deeds.close_doubt)


def _said(request: OfficeRequest, doubt: PlanDoubt, form: HouseForm, heading: str, deed: Deed) -> HttpResponse:
    """One text about a finding; the form's field and the deed's argument have the same name."""

    def do() -> str:
        said = {name: text for name, text in form.cleaned_data.items() if name != "submit_key"}
        deed(by=request.access, doubt=doubt, **said)
        return reverse("plans:finding", args=[doubt.pk])

    context = {"doubt": doubt, "plan": doubt.plan, "heading": heading}
    return submitted(request, form, f"plans.{deed.__name__}", do, "plans/finding_form.html", context)


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
