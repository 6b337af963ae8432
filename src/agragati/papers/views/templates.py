"""The office's own templates."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agragati.kernel.errors import NotFound
from agragati.org.access import OfficeRequest, P
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..rules.placeholders import ASKED, KNOWN
from .shared import form_answer

WORDS = ", ".join(f"{{{name}}}" for name in KNOWN + ASKED)


@form_page
def template(request: OfficeRequest, key: str = "") -> HttpResponse:
    """Write a template of one's own: a new one, one changed, or one after a ready-made template."""
    by, start = request.access, reverse("papers:start")
    by.require(P.PAPER_DRAFT)
    found = selectors.template(by=by, key=key) if key else None
    initial = {**forms.as_typed(found.text), "name": found.name, "kind": found.kind} if found else {}
    form = forms.TemplateForm(request.POST or None, initial=initial)

    def do() -> str:
        typed, text = form.cleaned_data, forms.text_of(form.cleaned_data)
        actions.save_template(
            by=by, name=typed["name"], kind=typed["kind"], text=text, row=found.row if found else None
        )
        return start

    return form_answer(request, form, "papers.save_template", do, _("Template of a letter"), back=start,
                       note=_("Placeholders: %(words)s") % {"words": WORDS})  # fmt: skip


@require_POST
def remove_template(request: OfficeRequest, key: str) -> HttpResponse:
    """Remove a template of one's own."""
    found = selectors.template(by=request.access, key=key)
    if found.row is None:
        raise NotFound("There is no such template.")
    actions.remove_template(by=request.access, row=found.row)
    return redirect(reverse("papers:start"))
