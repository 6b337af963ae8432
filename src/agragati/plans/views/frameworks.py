"""Pages of the official tables: read, drafted, taken in, published."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.kernel.errors import BadInput
from agragati.org.access import OfficeRequest, P
from agragati.ui.submit import form_page, submitted

from ..actions import editions as deeds
from ..forms import frameworks as forms
from ..selectors import exports, history


@require_safe
def frameworks(request: OfficeRequest) -> HttpResponse:
    """Every table that may be read, newest year first."""
    rows = history.editions_to_read(by=request.access)[:200]
    context = {"rows": rows, "may_manage": request.access.may(P.FRAMEWORK_MANAGE), "columns": forms.edition_columns()}
    return render(request, "plans/frameworks.html", context)


@require_safe
def edition(request: OfficeRequest, edition_id: int) -> HttpResponse:
    """One table as printed, what the linter says of it, and its concepts through the years."""
    sheet = history.edition_sheet(by=request.access, edition_id=edition_id)
    manage = request.access.may(P.FRAMEWORK_MANAGE)
    context = {"sheet": sheet, "edition": sheet.edition, "may_manage": manage, "may_change": manage and sheet.is_draft}
    return render(request, "plans/edition.html", context)


@require_safe
def edition_file(request: OfficeRequest, edition_id: int, form: str) -> HttpResponse:
    """The table as a file."""
    found = history.edition_to_read(by=request.access, edition_id=edition_id)
    return handed_out(exports.edition_file(by=request.access, edition=found, form=form))


def handed_out(file: exports.File) -> HttpResponse:
    """A file to be saved by the reader."""
    answer = HttpResponse(file.content, content_type=file.mime)
    answer["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return answer


@form_page
def edition_head(request: OfficeRequest, edition_id: int) -> HttpResponse:
    """Change what stands above a draft's table."""
    draft = history.draft_to_change(by=request.access, edition_id=edition_id)
    form = forms.HeadForm(request.POST or None, initial=forms.head_initial(draft.document))

    def do() -> str:
        document = forms.head_document(form.cleaned_data, draft.document)
        deeds.change_edition(by=request.access, edition=draft, document=document, seen=draft.digest)
        return reverse("plans:edition", args=[edition_id])

    context = {"edition": draft, "heading": _("Title, areas and activities")}
    return submitted(request, form, "plans.change_edition", do, "plans/edition_form.html", context)


@form_page
def edition_row(request: OfficeRequest, edition_id: int, code: str) -> HttpResponse:
    """Change one row of a draft, or add one ("new")."""
    draft = history.draft_to_change(by=request.access, edition_id=edition_id)
    old = history.draft_row(by=request.access, edition=draft, code=code)
    form = forms.IndicatorForm(request.POST or None, initial=forms.indicator_initial(old))

    def do() -> str:
        row = forms.indicator_row(form.cleaned_data, old, request.POST)
        place = "" if code == "new" else code
        deeds.put_indicator(by=request.access, edition=draft, code=place, row=row, seen=draft.digest)
        return reverse("plans:edition", args=[edition_id])

    context = {"edition": draft, "heading": _("Indicator"), "kinds": forms.evidence_kinds(), "code": code,
               "projected": forms.projected_text(old)}  # fmt: skip
    return submitted(request, form, "plans.put_indicator", do, "plans/edition_form.html", context)


@form_page
def edition_drop(request: OfficeRequest, edition_id: int, code: str) -> HttpResponse:
    """Take one row out of a draft."""
    draft = history.draft_to_change(by=request.access, edition_id=edition_id)
    form = forms.ConfirmForm(request.POST or None)
    back = reverse("plans:edition", args=[edition_id])

    def do() -> str:
        deeds.drop_indicator(by=request.access, edition=draft, code=code)
        return back

    context = {"question": _("Take this row out of the draft?"), "details": [(_("Code"), code)], "cancel": back,
               "submit": _("Take it out"), "danger": True}  # fmt: skip
    return submitted(request, form, "plans.drop_indicator", do, "ui/confirm.html", context)


@form_page
def edition_publish(request: OfficeRequest, edition_id: int) -> HttpResponse:
    """Publish a draft; errors block it, warnings are published with it."""
    draft = history.draft_to_change(by=request.access, edition_id=edition_id)
    form = forms.ConfirmForm(request.POST or None)
    back = reverse("plans:edition", args=[edition_id])

    def do() -> str:
        deeds.publish_edition(by=request.access, edition=draft)
        return back

    context = {"question": _("Publish this table?"), "details": [(_("Table"), draft.title)], "cancel": back,
               "warning": _("A published table cannot be changed any more."), "submit": _("Publish")}  # fmt: skip
    return submitted(request, form, "plans.publish_edition", do, "ui/confirm.html", context)


@form_page
def edition_clone(request: OfficeRequest, edition_id: int) -> HttpResponse:
    """Draft the table of another year from this one."""
    source = history.edition_to_manage(by=request.access, edition_id=edition_id)
    form = forms.CloneForm(request.POST or None)

    def do() -> str:
        made = deeds.clone_edition(by=request.access, edition=source, year=form.cleaned_data["fiscal_year"])
        return reverse("plans:edition", args=[made.pk])

    context = {"edition": source, "heading": _("Draft another year from this table")}
    return submitted(request, form, "plans.clone_edition", do, "plans/edition_form.html", context)


@form_page
def edition_import(request: OfficeRequest) -> HttpResponse:
    """Look at a file of a table; keep it as a draft only when the reader says so."""
    request.access.require(P.FRAMEWORK_MANAGE)
    form = forms.FrameworkFileForm(request.POST or None, request.FILES or None)
    if request.FILES and form.is_valid() and (shown := _looked(request, form)):
        return shown

    def do() -> str:
        made = deeds.draft_edition(by=request.access, key=form.cleaned_data["key"], document=form.looked_at())
        return reverse("plans:edition", args=[made.pk])

    return submitted(request, form, "plans.draft_edition", do, "plans/edition_import.html", {})


def _looked(request: OfficeRequest, form: forms.FrameworkFileForm) -> HttpResponse | None:
    """The dry run: every finding by cell, and a button that keeps the table."""
    file, key = form.cleaned_data["file"], form.cleaned_data["key"]
    try:
        looked = exports.look_at_table(by=request.access, key=key, name=file.name, content=file.read())
    except BadInput as error:
        form.blame(error)
        return None
    keep = forms.FrameworkFileForm.keeping(looked.document, key=key)
    context = {"form": form, "looked": looked, "keep": keep, "file": file, "columns": forms.finding_columns()}
    return render(request, "plans/edition_import.html", context)
