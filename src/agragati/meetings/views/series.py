"""Standing meetings: their backlog, the note above every agenda, all their minutes in one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.org.access import OfficeRequest, P
from agragati.papers.renderers.pdf import to_pdf
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from .asking import Said, asked


@require_safe
def series_detail(request: OfficeRequest, series_id: int) -> HttpResponse:
    """What waits in the backlog, and the meetings of the series."""
    made = selectors.series(by=request.access, series_id=series_id)
    wanted = selectors.MeetingFilter(series_id=made.pk)
    context = {
        "series": made, "backlog": selectors.backlog(by=request.access, series_id=series_id),
        "page": selectors.meetings_page(by=request.access, wanted=wanted, page=forms.page_number(request.GET)),
        "columns": forms.meeting_columns(), "following": selectors.next_of_series(by=request.access, series=made),
        "may_run": request.access.may_enter(P.MEETING_RUN, made.office.path),
    }  # fmt: skip
    return render(request, "meetings/series_detail.html", context)


@form_page
def backlog_add(request: OfficeRequest, series_id: int) -> HttpResponse:
    """Keep a matter for a later meeting."""
    made = selectors.series(by=request.access, series_id=series_id)
    form = forms.ItemForm(request.POST or None)
    back = reverse("meetings:series_detail", args=[series_id])

    def do(said: Said) -> object:
        return actions.add_to_backlog(by=request.access, series_id=series_id, item=forms.item_of(said))

    return asked(request, form, "add_to_backlog", do, back, _("Keep a matter for later"), made.title)


@form_page
def series_note(request: OfficeRequest, series_id: int) -> HttpResponse:
    """The note that stands above the agenda of every meeting."""
    made = selectors.series(by=request.access, series_id=series_id)
    form = forms.NoteForm(request.POST or None, initial={"note": made.note})
    back = reverse("meetings:series_detail", args=[series_id])

    def do(said: Said) -> object:
        return actions.write_note(by=request.access, series_id=series_id, note=said["note"])

    return asked(request, form, "write_note", do, back, _("Note above every agenda"), made.title)


@require_POST
def backlog_take(request: OfficeRequest, series_id: int) -> HttpResponse:
    """Put one waiting matter on the agenda of the next meeting."""
    made = selectors.series(by=request.access, series_id=series_id)
    following = selectors.next_of_series(by=request.access, series=made)
    (item_id,) = forms.numbers_of(request.POST, "item")
    if following is None:
        return redirect("meetings:series_detail", series_id)
    actions.take_backlog(by=request.access, meeting_id=following.pk, item_ids=[item_id or 0])
    return redirect("meetings:detail", following.pk)


@require_safe
def compiled(request: OfficeRequest, series_id: int) -> HttpResponse:
    """The signed minutes of a series as one PDF; `since` and `until` narrow the days."""
    since, until = forms.days_of(request.GET)
    made = selectors.compiled_minutes(by=request.access, series_id=series_id, since=since, until=until)
    answer = HttpResponse(to_pdf(made), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="minutes-series-{series_id}.pdf"'
    return answer
