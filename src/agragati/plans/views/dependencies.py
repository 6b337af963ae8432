"""Pages of what an indicator needs from another office."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from agragati.org.access import OfficeRequest
from agragati.org.selectors import office_options
from agragati.ui.submit import form_page, submitted

from ..actions import dependencies as deeds
from ..forms import dependencies as forms
from ..selectors import dependencies as needs
from ..selectors import indicator_sheet_to_enter


@form_page
def ask(request: OfficeRequest, indicator_id: int) -> HttpResponse:
    """Ask another office for what the row needs."""
    sheet = indicator_sheet_to_enter(by=request.access, indicator_id=indicator_id)
    form = forms.AskForm(request.POST or None)
    for name, typed in form.searches() if form.is_bound else ():
        found = office_options(by=request.access, query=typed, within="directory")
        form.offer(name, [(option.pk, f"{option.name} — {option.above}") for option in found])

    def do() -> str:
        given = form.cleaned_data
        other = needs.office_to_ask(by=request.access, office_id=given["office"])
        deeds.ask_office(by=request.access, indicator=sheet.row.record, office=other, what=given["what"],
                         due=given["due"])  # fmt: skip
        return reverse("plans:background", args=[indicator_id])

    context = {"plan": sheet.plan, "row": sheet.row}
    return submitted(request, form, "plans.ask_office", do, "plans/dependency_ask.html", context)


@form_page
def dependency(request: OfficeRequest, dependency_id: int) -> HttpResponse:
    """One request: the office asked answers, the office that asked may take it back."""
    found = needs.dependency(by=request.access, dependency_id=dependency_id)
    answers = needs.may_answer(by=request.access, dependency=found)
    form = forms.AnswerNeedForm(request.POST or None)

    def do() -> str:
        words = form.cleaned_data["answer"]
        if answers:
            deeds.answer_dependency(by=request.access, dependency=found, answer=words)
        else:
            deeds.drop_dependency(by=request.access, dependency=found, reason=words)
        return reverse("plans:dependency", args=[dependency_id])

    context = {"found": found, "plan": found.indicator.plan, "may_answer": answers,
               "may_drop": needs.may_drop(by=request.access, dependency=found)}  # fmt: skip
    return submitted(request, form, "plans.settle_dependency", do, "plans/dependency.html", context)
