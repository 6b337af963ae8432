"""Decisions: lists, one with its roll-up, writing."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.org.access import OfficeRequest
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import may_follow
from ..choices import DutyStatus
from ..renderers import decision_sheet
from .agenda import both_texts
from .asking import Said, asked

TABS = ("mine", "waiting", "below", "all")


@require_safe
def decisions(request: OfficeRequest) -> HttpResponse:
    """My decisions, those I wait for, those of offices below, and all that may be searched."""
    by, wanted, page = request.access, forms.decision_filter(request.GET), forms.page_number(request.GET)
    tab = _tab(request)
    context = {"tab": tab, "filter_form": forms.DecisionFilterForm(request.GET or {"tab": tab})}
    if tab in {"mine", "below"}:
        rows = selectors.duties_page(by=by, wanted=wanted, page=page, mine=tab == "mine")
        return render(request, "meetings/duties.html", {**context, "page": rows, "columns": forms.duty_columns()})
    found = selectors.decisions_page(by=by, wanted=wanted, page=page, own=tab == "waiting")
    rollups = selectors.rollups(by=by, decision_ids=[row.pk for row in found])
    rows_of = [(row, rollups.get(row.pk, selectors.Rollup())) for row in found]
    context |= {"page": found, "rows": rows_of, "columns": forms.decision_columns()}
    return render(request, "meetings/decisions.html", context)


def _tab(request: OfficeRequest) -> str:
    asked = request.GET.get("tab", "")
    return asked if asked in TABS else "mine"


@require_safe
def export(request: OfficeRequest) -> HttpResponse:
    """The duties behind the list that stands there, as a sheet."""
    rows = selectors.sheet_rows(by=request.access, wanted=forms.decision_filter(request.GET), tab=_tab(request))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    answer = HttpResponse(decision_sheet(forms.export_heads(), rows), content_type=kind)
    answer["Content-Disposition"] = 'attachment; filename="decisions.xlsx"'
    return answer


@require_safe
def decision(request: OfficeRequest, decision_id: int) -> HttpResponse:
    """One decision with every office's state."""
    row = selectors.decision(by=request.access, decision_id=decision_id)
    wanted, silent = forms.decision_filter(request.GET), request.GET.get("silent") == "1"
    page = forms.page_number(request.GET)
    context = {
        "may_follow": may_follow(request.access, row), "decision": row,
        "rollup": selectors.rollup(by=request.access, decision=row), "statuses": DutyStatus.choices,
        "page": selectors.duties_of(by=request.access, decision=row, status=wanted.status, silent=silent, page=page),
        "columns": forms.duty_columns()[1:], "chosen": wanted.status, "silent": silent,
    }  # fmt: skip
    return render(request, "meetings/decision.html", context)


@form_page
def decide(request: OfficeRequest, item_id: int) -> HttpResponse:
    """Write a decision under an item."""
    row = selectors.item_to_edit(by=request.access, item_id=item_id)
    form = forms.DecisionForm(request.POST or None, options=selectors.target_choices(by=request.access, item=row))
    back = reverse("meetings:detail", args=[row.meeting_id]) + f"#item-{item_id}"

    def do(said: Said) -> object:
        return actions.decide(by=request.access, item_id=item_id, draft=forms.draft_of(said))

    return asked(request, form, "decide", do, back, _("Write a decision"), row.topic)


@form_page
def edit_decision(request: OfficeRequest, decision_id: int) -> HttpResponse:
    """Change a decision that is not signed yet."""
    row = selectors.decision_to_edit(by=request.access, decision_id=decision_id)
    options = selectors.target_choices(by=request.access, item=row.item)
    form = forms.DecisionForm(request.POST or None, initial=forms.typed_of(row), options=options)
    back = reverse("meetings:detail", args=[row.meeting_id]) + f"#item-{row.item_id}"

    def do(said: Said) -> object:
        draft = forms.draft_of(said)
        return actions.edit_decision(by=request.access, decision_id=row.pk, draft=draft, seen=said["seen"])

    def answer() -> HttpResponse:
        return asked(request, form, "edit_decision", do, back, _("Change the decision"), row.item.topic)

    return both_texts(request, form, answer, back)


@require_POST
def remind_silent(request: OfficeRequest, decision_id: int) -> HttpResponse:
    """Remind every office that has not answered."""
    actions.remind_silent(by=request.access, decision_id=decision_id)
    return redirect(f"{reverse('meetings:decision', args=[decision_id])}?silent=1")


@require_POST
def remove_decision(request: OfficeRequest, decision_id: int) -> HttpResponse:
    """Take a decision out of open minutes."""
    row = selectors.decision_to_edit(by=request.access, decision_id=decision_id)
    actions.remove_decision(by=request.access, decision_id=decision_id)
    return redirect("meetings:detail", row.meeting_id)
