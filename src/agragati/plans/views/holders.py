"""The page on which rows of a plan are given to posts and sections."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from agragati.org.access import OfficeRequest
from agragati.org.selectors import post_options, sections_of
from agragati.ui.submit import form_page, submitted

from ..actions.holders import assign_rows
from ..forms import holders as forms
from ..selectors import plan_to_edit
from ..selectors.holders import rows_with_words


@form_page
def holders(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """Every row of the plan with a choice: everyone, a section or a post."""
    plan = plan_to_edit(by=request.access, plan_id=plan_id)
    form = forms.HoldersForm(
        request.POST or None,
        rows=rows_with_words(by=request.access, plan=plan),
        posts=post_options(by=request.access, office_id=plan.office_id),
        sections=[(row.pk, str(row)) for row in sections_of(by=request.access, office_id=plan.office_id)],
    )

    def do() -> str:
        assign_rows(by=request.access, plan=plan, holders=forms.holders_of(form.cleaned_data))
        return reverse("plans:detail", args=[plan_id])

    return submitted(request, form, "plans.assign_rows", do, "plans/holders.html", {"plan": plan})
