"""The page that sends a plan's working paper into a meeting."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from agragati.org.access import OfficeRequest
from agragati.ui.renderers import digits
from agragati.ui.submit import form_page, submitted

from ..actions.working_paper import send_working_paper
from ..forms.working_paper import WorkingPaperForm
from ..selectors import working_paper as papers


@form_page
def working_paper(request: OfficeRequest, plan_id: int) -> HttpResponse:
    """What would be sent, to which meeting, and sending it."""
    plan, rows = papers.working_paper(by=request.access, plan_id=plan_id)
    meetings = papers.meetings_to_fill(by=request.access, plan=plan)
    choices = [(meeting.pk, digits(papers.meeting_words(meeting))) for meeting in meetings]
    form = WorkingPaperForm(request.POST or None, meetings=choices, rows=[(row.code, row.topic) for row in rows])

    def do() -> str:
        given = form.cleaned_data
        send_working_paper(by=request.access, plan_id=plan_id, meeting_id=int(given["meeting"]), codes=given["codes"])
        return reverse("meetings:detail", args=[given["meeting"]])

    context = {"plan": plan, "rows": rows, "meetings": meetings}
    return submitted(request, form, "plans.send_working_paper", do, "plans/working_paper.html", context)
