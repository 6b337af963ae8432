"""Taking in existing minutes: upload, look at both sides, confirm."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.org.access import OfficeRequest, P
from agragati.papers.renderers.extract.preview import page_picture
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors


@form_page
def upload(request: OfficeRequest) -> HttpResponse:
    """Choose a file; it is read and shown, nothing is made yet."""
    request.access.require(P.MEETING_RUN)
    form = forms.UploadForm(request.POST or None, request.FILES or None)

    def do() -> str:
        file = form.cleaned_data["file"]
        draft = actions.read_file(by=request.access, name=file.name, content=file.read())
        return reverse("meetings:confirm_import", args=[draft.pk, 0])

    context = {"heading": _("Take in existing minutes"), "back": reverse("meetings:list"),
               "drafts": selectors.import_drafts(by=request.access)}  # fmt: skip
    return submitted(request, form, "meetings.read_file", do, "meetings/upload.html", context)


@form_page
def confirm_import(request: OfficeRequest, draft_id: int, place: int) -> HttpResponse:
    """The printed text beside the fields; saved only by the button."""
    reading = selectors.reading(by=request.access, draft_id=draft_id, place=place)
    form = forms.ImportForm(request.POST or None, found=reading.found, options=reading.options,
                            matches=reading.matches, layout=reading.layout, sources=reading.shown)  # fmt: skip

    def do() -> str:
        minutes = forms.imported_of(form)
        made = actions.confirm_import(by=request.access, draft_id=draft_id, place=place, minutes=minutes)
        return reverse("meetings:detail", args=[made.pk])

    context = {"reading": reading, "draft": reading.draft, "place": place}
    return submitted(request, form, "meetings.confirm_import", do, "meetings/confirm_import.html", context)


@require_safe
def import_page(request: OfficeRequest, draft_id: int, number: int) -> HttpResponse:
    """The picture of a page of the reader's own file."""
    draft = selectors.import_draft(by=request.access, draft_id=draft_id)
    if (picture := page_picture(bytes(draft.content), number)) is None:
        raise Http404
    answer = HttpResponse(picture, content_type="image/png")
    patch_cache_control(answer, private=True, max_age=3600)
    return answer


@require_POST
def discard_import(request: OfficeRequest, draft_id: int) -> HttpResponse:
    """Forget the file."""
    actions.discard_import(by=request.access, draft_id=draft_id)
    return redirect("meetings:import")
