"""Lists, one meeting, planning it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest, P
from agragati.org.selectors import own_office
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import open_moves, rights
from .asking import Said, asked


@require_safe
def meeting_list(request: OfficeRequest) -> HttpResponse:
    """Meetings within the view, coming ones first."""
    wanted = forms.meeting_filter(request.GET)
    context = {
        "page": selectors.meetings_page(by=request.access, wanted=wanted, page=forms.page_number(request.GET)),
        "columns": forms.meeting_columns(),
        "filter_form": forms.MeetingFilterForm(request.GET or {"which": wanted.which}),
        "which": wanted.which,
        "may_run": request.access.may(P.MEETING_RUN),
    }
    return render(request, "meetings/list.html", context)


@require_safe
def detail(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """One meeting: facts, agenda with discussion and decisions, people, papers, what may be done next."""
    meeting = selectors.meeting(by=request.access, meeting_id=meeting_id)
    items = selectors.agenda_of(by=request.access, meeting=meeting)
    context = {
        "meeting": meeting,
        "items": items,
        "people": selectors.attendance(by=request.access, meeting=meeting),
        "own": selectors.own_invitation(by=request.access, meeting=meeting),
        "previous": selectors.previous_decisions(by=request.access, meeting=meeting),
        "corrections": selectors.corrections_of(by=request.access, meeting=meeting),
        "moves": open_moves(request.access, meeting),
        **rights(request.access, meeting),
    }
    return render(request, "meetings/detail.html", context | _beside(request, meeting, items))


def _beside(request: OfficeRequest, meeting: Any, items: list[Any]) -> dict[str, Any]:
    """What stands beside the agenda: its length, papers and motions of its matters."""
    return {
        "clock": selectors.clock(by=request.access, meeting=meeting, items=items),
        "files": selectors.item_files(by=request.access, items=items),
        "motions": selectors.open_motions(by=request.access, items=items),
    }


def _choices(request: OfficeRequest, office_id: int, *, with_committees: bool = True) -> dict[str, Any]:
    rows = selectors.committee_choices(by=request.access, office_id=office_id) if with_committees else None
    return {
        "posts": selectors.post_choices(by=request.access, office_id=office_id),
        "committees": None if rows is None else [(row.pk, str(row)) for row in rows],
    }


@form_page
def plan(request: OfficeRequest) -> HttpResponse:
    """Plan a meeting of the own office."""
    office = own_office(by=request.access)
    request.access.require(P.MEETING_RUN, office.path)
    form = forms.MeetingForm(request.POST or None, **_choices(request, office.pk))

    def do(said: Said) -> str:
        which = said["committee"]
        made = actions.plan_meeting(by=request.access, office_id=office.pk, plan=forms.plan_of(said),
                                    committee_id=int(which) if which else None)  # fmt: skip
        return reverse("meetings:detail", args=[made.pk])

    return asked(request, form, "plan_meeting", do, reverse("meetings:list"), _("Plan a meeting"))


@form_page
def edit(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Change the facts of an open meeting."""
    made = selectors.meeting_to_edit(by=request.access, meeting_id=meeting_id)
    choices = _choices(request, made.office_id, with_committees=False)
    form = forms.MeetingForm(request.POST or None, initial=forms.as_typed(made), **choices)
    back = reverse("meetings:detail", args=[meeting_id])

    def do(said: Said) -> object:
        return actions.edit_meeting(by=request.access, meeting_id=meeting_id, plan=forms.plan_of(said))

    return asked(request, form, "edit_meeting", do, back, made.title)


@require_safe
def series_list(request: OfficeRequest) -> HttpResponse:
    """Standing meetings of visible offices."""
    request.access.require(P.MEETING_VIEW)
    rows = selectors.open_series(by=request.access)[:100]
    return render(request, "meetings/series.html", {"rows": rows, "may_run": request.access.may(P.MEETING_RUN)})


@form_page
def series_new(request: OfficeRequest) -> HttpResponse:
    """Set up a standing meeting and plan its next occurrences."""
    office = own_office(by=request.access)
    request.access.require(P.MEETING_RUN, office.path)
    rows = selectors.committee_choices(by=request.access, office_id=office.pk)
    form = forms.SeriesForm(request.POST or None, committees=[(row.pk, str(row)) for row in rows])

    def do(said: Said) -> str:
        made = actions.start_series(by=request.access, office_id=office.pk, plan=forms.series_of(said))
        until = forms.standing_of(said["ahead"])
        actions.plan_series_meetings(by=request.access, series_id=made.pk, until=until)
        return f"{reverse('meetings:list')}?series={made.pk}"

    return asked(request, form, "start_series", do, reverse("meetings:series"), _("Set up a standing meeting"))


@form_page
def correct(request: OfficeRequest, meeting_id: int) -> HttpResponse:
    """Correct earlier minutes by this meeting."""
    made = selectors.meeting_to_edit(by=request.access, meeting_id=meeting_id)
    earlier = selectors.earlier_minutes(by=request.access, meeting=made)
    form = forms.CorrectionForm(request.POST or None, earlier=earlier)
    back = reverse("meetings:detail", args=[meeting_id])

    def do(said: Said) -> object:
        texts = {name: said[name] for name in ("place", "printed", "right")}
        return actions.correct_minutes(
            by=request.access, meeting_id=meeting_id, corrects_id=int(said["corrects"]), **texts
        )

    return asked(request, form, "correct_minutes", do, back, _("Correct earlier minutes"), made.title)
