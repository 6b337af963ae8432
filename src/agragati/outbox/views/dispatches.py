"""Messages to many: write, see what it would do, send."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest, P
from agragati.org.selectors import own_office, page_of
from agragati.ui.forms import HouseForm
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..access import may_send
from ..renderers import to_csv


@require_safe
def dispatches(request: OfficeRequest) -> HttpResponse:
    """Messages to many within view."""
    rows = selectors.dispatches(by=request.access)
    page = page_of(by=request.access, rows=rows, number=forms.page_number(request.GET))
    return render(request, "outbox/dispatches.html", {"page": page, "columns": forms.dispatch_columns()})


@require_safe
def dispatch(request: OfficeRequest, dispatch_id: int) -> HttpResponse:
    """One message: before sending the dry run, afterwards how far it came."""
    by = request.access
    here = selectors.dispatch(by=by, dispatch_id=dispatch_id)
    is_open = here.state in {"draft", "scheduled", "stopped"}
    now = timezone.localtime()
    context = {
        "dispatch": here,
        "is_open": is_open,
        "run": selectors.dry_run(by=by, dispatch_id=dispatch_id, now=now) if is_open else None,
        "states": [] if is_open else selectors.states_of(by=by, dispatch_id=dispatch_id),
        "may_change": is_open and may_send(by) and here.office_id == by.office_id,
    }
    return render(request, "outbox/dispatch.html", context)


@require_safe
def results(request: OfficeRequest, dispatch_id: int) -> HttpResponse:
    """How far each row of a message came, as a file."""
    rows = selectors.rows_of(by=request.access, dispatch_id=dispatch_id)
    heads = [str(column.label) for column in forms.result_columns()]
    answer = HttpResponse(to_csv(heads, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="message-{dispatch_id}.csv"'
    return answer


@form_page
def compose(request: OfficeRequest) -> HttpResponse:
    """Write a message."""
    return _write(request, None)


@form_page
def recompose(request: OfficeRequest, dispatch_id: int) -> HttpResponse:
    """Change a draft."""
    return _write(request, dispatch_id)


def _write(request: OfficeRequest, dispatch_id: int | None) -> HttpResponse:
    request.access.require(P.MESSAGE_SEND)
    form = _form(request, dispatch_id)
    office = own_office(by=request.access)

    def do() -> str:
        draft = forms.draft_of(form.cleaned_data, office.pk)
        made = actions.write_draft(by=request.access, draft=draft, dispatch_id=dispatch_id)
        return reverse("outbox:dispatch", args=[made.pk])

    deed = "outbox.write_draft"
    starts = [] if dispatch_id else selectors.templates(by=request.access)
    return submitted(request, form, deed, do, "outbox/compose.html", {"dispatch_id": dispatch_id, "starts": starts})


def _form(request: OfficeRequest, dispatch_id: int | None) -> forms.ComposeForm:
    initial: dict[str, object] = {}
    if dispatch_id is not None:
        initial = forms.as_typed(selectors.dispatch_to_change(by=request.access, dispatch_id=dispatch_id))
    elif chosen := forms.template_number(request.GET):
        initial = selectors.words_to_start_from(by=request.access, template_id=chosen)
    questions = selectors.questions(by=request.access)
    return forms.ComposeForm(request.POST or None, request.FILES or None, questions=questions, initial=initial)


@form_page
def send(request: OfficeRequest, dispatch_id: int) -> HttpResponse:
    """Ask once more, then send or schedule."""
    here = selectors.dispatch_to_change(by=request.access, dispatch_id=dispatch_id)
    form = HouseForm(request.POST or None)
    run = selectors.dry_run(by=request.access, dispatch_id=dispatch_id, now=timezone.localtime())

    def do() -> str:
        actions.send_dispatch(by=request.access, dispatch_id=dispatch_id)
        return reverse("outbox:dispatch", args=[dispatch_id])

    context = {"dispatch": here, "run": run}
    return submitted(request, form, "outbox.send_dispatch", do, "outbox/send.html", context)


@form_page
def cancel(request: OfficeRequest, dispatch_id: int) -> HttpResponse:
    """Drop a draft or scheduled message."""
    here = selectors.dispatch_to_change(by=request.access, dispatch_id=dispatch_id)

    def do() -> str:
        actions.cancel_dispatch(by=request.access, dispatch_id=dispatch_id)
        return reverse("outbox:dispatches")

    context = {"question": _("Drop this message?"), "details": [(_("Message"), here.title)], "submit": _("Drop it"),
               "danger": True, "cancel": reverse("outbox:dispatch", args=[dispatch_id])}  # fmt: skip
    form = HouseForm(request.POST or None)
    return submitted(request, form, "outbox.cancel_dispatch", do, "ui/confirm.html", context)
