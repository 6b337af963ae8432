"""Files that go out with a letter."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.org.access import OfficeRequest
from agragati.records.selectors import refuse_infected
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import may_edit
from .letter import file_answer
from .shared import letter_url, step


@form_page
def add_annex(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Attach a file."""
    by = request.access
    letter = selectors.letter_with_right(by=by, letter_id=letter_id, right=may_edit)
    form = forms.AnnexForm(request.POST or None, request.FILES or None)

    def do() -> object:
        file = form.cleaned_data["file"]
        title = form.cleaned_data["title"]
        return actions.attach_file(by=by, letter=letter, name=file.name, content=file.read(), title=title)

    return step(request, letter, form, "papers.attach_file", do, _("Attach a file"), submit=_("Attach"))


@require_POST
def remove_annex(request: OfficeRequest, letter_id: int, annex_id: int) -> HttpResponse:
    """Take a file off."""
    letter = selectors.letter_with_right(by=request.access, letter_id=letter_id, right=may_edit)
    row = selectors.annex(by=request.access, letter=letter, annex_id=annex_id)
    actions.detach_file(by=request.access, letter=letter, annex=row)
    return redirect(letter_url(letter))


@require_safe
def annex(request: OfficeRequest, letter_id: int, annex_id: int) -> FileResponse:
    """The file itself, for everyone who may read the letter."""
    letter = selectors.letter(by=request.access, letter_id=letter_id)
    kept = selectors.annex(by=request.access, letter=letter, annex_id=annex_id).attachment
    refuse_infected(by=request.access, attachment=kept)
    return file_answer(kept)
