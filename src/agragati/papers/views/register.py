"""Files and the register of numbers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.org import selectors as org
from agragati.org.access import OfficeRequest, P
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import may_keep_files
from ..models import FileRecord
from .shared import form_answer


def _file_url(file: FileRecord) -> str:
    return reverse("papers:file", args=[file.pk])


@require_safe
def files(request: OfficeRequest) -> HttpResponse:
    """Files of the own office."""
    words, closed = forms.words_in(request.GET), "closed" in request.GET
    rows = selectors.files(by=request.access, words=words, closed=closed)
    context = {
        "page": org.page_of(by=request.access, rows=rows, number=forms.page_number(request.GET)),
        "columns": forms.file_columns(),
        "filter_form": forms.WordsForm(request.GET),
        "closed": closed,
        "may_keep": may_keep_files(request.access),
    }
    return render(request, "papers/files.html", context)


@require_safe
def file(request: OfficeRequest, file_id: int) -> HttpResponse:
    """One file and every number given in it."""
    found = selectors.file(by=request.access, file_id=file_id)
    rows = selectors.register(by=request.access, file=found)
    context = {
        "file": found,
        "page": org.page_of(by=request.access, rows=rows, number=forms.page_number(request.GET)),
        "columns": forms.register_columns(),
        "may_keep": may_keep_files(request.access, found),
    }
    return render(request, "papers/file.html", context)


@form_page
def open_file(request: OfficeRequest) -> HttpResponse:
    """Open a file."""
    by = request.access
    by.require(P.PAPER_ISSUE)
    office = org.own_office(by=by)
    sections = {row.pk: row for row in org.sections_of(by=by, office_id=office.pk)}
    form = forms.FileForm(request.POST or None, sections=[(pk, str(row)) for pk, row in sections.items()])

    def do() -> str:
        typed: dict[str, Any] = {k: v for k, v in form.cleaned_data.items() if k != "submit_key"}
        typed["section"] = sections.get(typed["section"] or 0)
        return _file_url(actions.open_file(by=by, office=office, **typed))

    return form_answer(request, form, "papers.open_file", do, _("Open a file"), lead=office.name_bn,
                       back=reverse("papers:files"), submit=_("Open the file"))  # fmt: skip


@form_page
def close_file(request: OfficeRequest, file_id: int) -> HttpResponse:
    """Close a file."""
    found = selectors.file_to_keep(by=request.access, file_id=file_id)
    form = forms.HouseForm(request.POST or None)
    return form_answer(request, form, "papers.close_file",
                       lambda: _file_url(actions.close_file(by=request.access, file=found)), _("Close the file"),
                       lead=str(found), back=_file_url(found), submit=_("Close"), danger=True,
                       note=_("Numbers are no longer given in a closed file."))  # fmt: skip


@form_page
def roll_over(request: OfficeRequest, file_id: int) -> HttpResponse:
    """Open the file of the new year that goes on with this one."""
    found = selectors.file_to_keep(by=request.access, file_id=file_id)
    form = forms.HouseForm(request.POST or None)
    return form_answer(request, form, "papers.roll_over_file",
                       lambda: _file_url(actions.roll_over_file(by=request.access, file=found)),
                       _("Roll the file over into the new year"), lead=str(found), back=_file_url(found),
                       submit=_("Roll over"),
                       note=_("This file is closed, and one of the new year follows it."))  # fmt: skip


@form_page
def reserve_number(request: OfficeRequest, file_id: int) -> HttpResponse:
    """Reserve a number for a paper written elsewhere."""
    by, found = request.access, selectors.file_to_keep(by=request.access, file_id=file_id)
    form = forms.PurposeForm(request.POST or None)

    def do() -> str:
        actions.reserve_number(by=by, file=found, purpose=form.cleaned_data["purpose"])
        return _file_url(found)

    return form_answer(request, form, "papers.reserve_number", do, _("Reserve a memo number"), lead=str(found),
                       back=_file_url(found), submit=_("Reserve"))  # fmt: skip


@form_page
def cancel_number(request: OfficeRequest, number_id: int) -> HttpResponse:
    """Cancel a reserved number."""
    by, number = request.access, selectors.number_to_cancel(by=request.access, number_id=number_id)
    form = forms.ReasonForm(request.POST or None)

    def do() -> str:
        actions.cancel_number(by=by, number=number, reason=form.cleaned_data["reason"])
        return _file_url(number.file)

    return form_answer(request, form, "papers.cancel_number", do, _("Cancel the reserved number"), lead=str(number),
                       back=_file_url(number.file), submit=_("Cancel the number"), danger=True)  # fmt: skip
