"""Pages of a plan's life: its steps, its quarters, amendments, more time, windows."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest
from agragati.ui.forms import HouseForm
from agragati.ui.submit import form_page, submitted

from .. import selectors
from ..actions import amendments, claims, windows
from ..actions.life import move_plan
from ..forms import life as forms
from ..forms import terms_of
from ..selectors import life as asked
from ..selectors import quarters
from ..selectors.legends import legend_of


@require_safe
def life(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """The plan's steps, its quarters, and what may be done now."""
    found = asked.plan_life(by=request.access, plan_id=plan_id)
    numbers = quarters.quarters_of_plan(by=request.access, plan=found.plan)
    context = {"life": found, "plan": found.plan, "quarters": numbers, "deeds": forms.named(found.moves),
               "may_award": quarters.may_award(by=request.access, plan=found.plan)}  # fmt: skip
    return render(request, "plans/life.html", context)


@form_page
def life_deed(request: OfficeRequest, plan_id: int, deed: str) -> HttpResponse:
    """Do one step."""
    found = asked.plan_life(by=request.access, plan_id=plan_id)
    move = next((move for move in found.moves if move.deed == deed), None)
    if move is None:
        raise Http404
    form = forms.LifeForm(request.POST or None, request.FILES or None, deed=deed, needs_reason=move.reason)

    def do() -> str:
        given = form.cleaned_data
        move_plan(by=request.access, plan=found.plan, deed=deed, day=given.get("day"), reason=given["reason"],
                  scan=form.proof)  # fmt: skip
        return reverse("plans:life", args=[plan_id])

    context = {"plan": found.plan, "title": forms.DEED_WORDS[move.deed], "life": found}  # type: ignore[index]
    return submitted(request, form, f"plans.{deed}", do, "plans/life_deed.html", context)


@form_page
def amend(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """Propose other terms for one indicator."""
    sheet = selectors.indicator_sheet_to_edit(by=request.access, indicator_id=indicator_id)
    form = forms.AmendmentForm(request.POST or None, **forms.amendment_options(sheet.row))

    def do() -> str:
        given = {**terms_of(form.cleaned_data), "reason": form.cleaned_data["reason"]}
        del given["own_due"], given["seen"]
        amendments.propose_amendment(by=request.access, indicator=sheet.row.record, **given)
        return reverse("plans:life", args=[sheet.plan.pk])

    context = {"plan": sheet.plan, "row": sheet.row}
    return submitted(request, form, "plans.propose_amendment", do, "plans/life_amend.html", context)


@form_page
def quarter(request: OfficeRequest, plan_id: int, quarter: int) -> HttpResponse:
    """A quarter: what would be claimed, or what was; sending it."""
    found = quarters.quarter_sheet(by=request.access, plan_id=plan_id, quarter=quarter)
    form = HouseForm(request.POST or None)

    def do() -> str:
        claims.submit_quarter(by=request.access, plan=found.plan, quarter=quarter)
        return reverse("plans:quarter", args=[plan_id, quarter])

    legend = legend_of(by=request.access, framework=found.framework)
    context = {"sheet": found, "plan": found.plan, "quarter": quarter, "numbers": range(1, 5), "legend": legend}
    return submitted(request, form, "plans.submit_quarter", do, "plans/quarter.html", context)


@form_page
def extend(request: OfficeRequest, plan_id: int, quarter: int) -> HttpResponse:
    """Give an office more time."""
    plan = quarters.plan_to_review(by=request.access, plan_id=plan_id)
    form = forms.ExtensionForm(request.POST or None)

    def do() -> str:
        given = {name: form.cleaned_data[name] for name in ("until", "reason")}
        windows.extend_time(by=request.access, plan=plan, quarter=quarter, **given)
        return reverse("plans:quarter", args=[plan_id, quarter])

    context = {"plan": plan, "title": forms.MORE_TIME, "quarter": quarter}
    return submitted(request, form, "plans.extend_time", do, "plans/life_deed.html", context)


@form_page
def window_list(request: OfficeRequest, year: int) -> HttpResponse:
    """Windows of a year by tier; administrators set them."""
    rows = quarters.windows_of_year(by=request.access, fiscal_year=year)
    form = forms.WindowForm(request.POST or None)

    def do() -> str:
        names = ("tier", "quarter", "opens", "closes", "reason")
        given = {name: form.cleaned_data[name] for name in names}
        windows.set_window(by=request.access, fiscal_year=year, **given)
        return reverse("plans:windows", args=[year])

    context = {"rows": rows, "year": year, "may_set": quarters.may_set_windows(by=request.access)}
    return submitted(request, form, "plans.set_window", do, "plans/windows.html", context)


@form_page
def review_terms(request: OfficeRequest, year: int) -> HttpResponse:
    """How a year is reviewed."""
    terms = quarters.terms_to_set(by=request.access, fiscal_year=year)
    form = forms.ReviewTermsForm(request.POST or None, initial=forms.as_set(terms))

    def do() -> str:
        names = ("remaining_weight", "accept_step", "hide_unaccepted", "appeal_days")
        given = {name: form.cleaned_data[name] for name in names}
        windows.set_review_terms(by=request.access, fiscal_year=year, **given)
        return reverse("plans:windows", args=[year])

    return submitted(request, form, "plans.set_review_terms", do, "plans/review_terms.html", {"year": year})


@form_page
def ministry_due(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """The higher office's own date for an indicator, in every plan below it."""
    row = quarters.indicator_to_date(by=request.access, indicator_id=indicator_id)
    form = forms.MinistryDueForm(request.POST or None, initial={"day": row.ministry_due})

    def do() -> str:
        windows.set_ministry_due(by=request.access, edition_key=row.plan.edition.key, code=row.code,
                                 day=form.cleaned_data["day"])  # fmt: skip
        return reverse("plans:indicator", args=[indicator_id])

    context = {"plan": row.plan, "title": forms.OWN_DATE, "life": None}
    return submitted(request, form, "plans.set_ministry_due", do, "plans/life_deed.html", context)
