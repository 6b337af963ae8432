"""Pages of follow-up marks: marking an entry or a claim, the list, one mark and taking it off."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest
from agragati.org.selectors import post
from agragati.ui.submit import form_page, submitted

from ..actions.follow_ups import mark_for_follow_up, take_mark_off
from ..forms import follow_ups as forms
from ..forms.lists import page_number
from ..models import Claim, ProgressEvent
from ..selectors import follow_ups as marks


@require_safe
def follow_up_list(request: OfficeRequest) -> HttpResponse:
    """Marks within the view, the earliest day first."""
    wanted = forms.mark_filter(request.GET)
    page = marks.marks_page(by=request.access, wanted=wanted, page=page_number(request.GET))
    context = {"page": page, "columns": forms.mark_columns(), "filter_form": forms.MarkFilterForm(request.GET)}
    return render(request, "plans/follow_ups.html", context)


@form_page
def mark_event(request: OfficeRequest, event_id: int) -> HttpResponse:
    """Mark one entry."""
    event = marks.event_to_mark(by=request.access, event_id=event_id)
    return _mark(request, event, reverse("plans:indicator", args=[event.indicator_id]))


@form_page
def mark_claim(request: OfficeRequest, claim_id: int) -> HttpResponse:
    """Mark one claim."""
    claim = marks.claim_to_mark(by=request.access, claim_id=claim_id)
    return _mark(request, claim, reverse("plans:indicator", args=[claim.indicator_id]))


def _mark(request: OfficeRequest, thing: ProgressEvent | Claim, back: str) -> HttpResponse:
    plan = thing.indicator.plan
    form = forms.FollowUpForm(request.POST or None, posts=marks.posts_to_ask(by=request.access, plan=plan))

    def do() -> str:
        given = form.cleaned_data
        chosen = post(by=request.access, post_id=int(given["post"]))
        made = mark_for_follow_up(by=request.access, about=thing, note=given["note"], post=chosen, due=given["due"])
        return reverse("plans:follow_up", args=[made.pk])

    context = {"plan": plan, "row": thing.indicator, "thing": thing, "back": back}
    return submitted(request, form, "plans.mark_for_follow_up", do, "plans/follow_up_add.html", context)


@form_page
def follow_up(request: OfficeRequest, mark_id: int) -> HttpResponse:
    """One mark; whoever may, takes it off."""
    mark = marks.mark_to_read(by=request.access, mark_id=mark_id)
    form = forms.TakeOffForm(request.POST or None)

    def do() -> str:
        take_mark_off(by=request.access, mark=mark, reason=form.cleaned_data["reason"])
        return reverse("plans:follow_up", args=[mark_id])

    context = {"mark": mark, "plan": mark.indicator.plan,
               "may_take_off": marks.may_take_off(by=request.access, mark=mark)}  # fmt: skip
    return submitted(request, form, "plans.take_mark_off", do, "plans/follow_up.html", context)
