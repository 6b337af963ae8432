"""Pages that are read."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agragati.meetings.selectors import meetings_about
from agragati.org.access import OfficeRequest, P
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.blocks import Table

from .. import forms, selectors
from ..access import may_edit, rights
from ..forms.offline import unsent_words
from ..rules.quality import rate
from ..selectors import quarters, reviews
from ..selectors.holders import row_terms
from ..selectors.legends import legend_of
from ..selectors.projections import ahead_of
from ..selectors.topics import focal_points
from ..selectors.yearly import heading


@require_safe
def plan_list(request: OfficeRequest) -> HttpResponse:
    """Plans within the viewing scope."""
    wanted = forms.plan_filter(request.GET)
    page = selectors.plans_page(by=request.access, wanted=wanted, page=forms.page_number(request.GET))
    context = {
        "page": page,
        "columns": forms.plan_columns(),
        "filter_form": forms.PlanFilterForm(request.GET, years=selectors.years_with_plans(by=request.access)),
        "adopt_for": request.access.office_id if request.access.may(P.PLAN_EDIT) else None,
    }
    return render(request, "plans/list.html", context)


@require_safe
def detail(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """One plan: every row with its marks and why."""
    sheet = selectors.plan_sheet(by=request.access, plan_id=plan_id)
    context = {
        "sheet": sheet,
        "plan": sheet.plan,
        "columns": forms.row_columns(),
        "quarter": sheet.quarter_now,
        "quarters": quarters.quarters_of_plan(by=request.access, plan=sheet.plan),
        "heading": heading(by=request.access, sheet=sheet),
        "quality": rate(sheet.framework),
        "legend": legend_of(by=request.access, framework=sheet.framework),
        "may_assign": may_edit(request.access, sheet.plan),
    }
    return render(request, "plans/detail.html", context)


@require_safe
def indicator(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """One row in full."""
    sheet = selectors.indicator_sheet(by=request.access, indicator_id=indicator_id)
    numbers = reviews.numbers_of_indicator(by=request.access, indicator_id=indicator_id)
    focal = focal_points(by=request.access, office_id=sheet.plan.office_id, concept=sheet.row.record.concept)
    context = {"sheet": sheet, "plan": sheet.plan, "row": sheet.row, "numbers": numbers, "focal": focal,
               "unsent": unsent_words(),
               "meetings": meetings_about(by=request.access, about=f"indicator:{indicator_id}")[:5],
               **ahead_of(by=request.access, sheet=sheet),
               "legend": legend_of(by=request.access, framework=sheet.framework),
               **rights(request.access, sheet.plan),
               **row_terms(by=request.access, indicator=sheet.row.record)}  # fmt: skip
    return render(request, "plans/indicator.html", context)


@require_safe
def report(request: OfficeRequest, plan_id: int, quarter: int) -> HttpResponse:
    """The quarterly report as a page, in the official columns."""
    sheet, paper = selectors.quarter_report(by=request.access, plan_id=plan_id, quarter=quarter)
    context = {
        "sheet": sheet,
        "plan": sheet.plan,
        "paper": paper,
        "table": next(block for block in paper.blocks if isinstance(block, Table)),
        "quarter": quarter,
        "quarters": [(n, n == quarter) for n in range(1, 5)],
    }
    return render(request, "plans/report.html", context)


@require_safe
def report_pdf(request: OfficeRequest, plan_id: int, quarter: int) -> HttpResponse:
    """The same as PDF."""
    sheet, paper = selectors.quarter_report(by=request.access, plan_id=plan_id, quarter=quarter)
    answer = HttpResponse(to_pdf(paper), content_type="application/pdf")
    name = f"progress-{sheet.plan.fiscal_year}-{sheet.plan.office.code}-q{quarter}.pdf"
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
