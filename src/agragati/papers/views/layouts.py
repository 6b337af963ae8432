"""The look of an office's papers, with a preview."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from agragati.kernel.errors import AgragatiError
from agragati.org import selectors as org
from agragati.org.access import OfficeRequest, P
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..choices import LetterKind
from ..rules.layouts import LIMITS, Layout, check_measures, laid_out
from ..rules.letter_text import LetterText
from ..rules.paper import Margins
from .shared import pictures_of

SAMPLE = LetterText(
    subject="মুদ্রণবিন্যাসের নমুনা।",
    paragraphs=(
        "উপর্যুক্ত বিষয়ের পরিপ্রেক্ষিতে জানানো যাচ্ছে যে, এ কার্যালয়ের পত্র এরূপ বিন্যাসে মুদ্রিত হবে।",
        "বিষয়টি সদয় অবগতির জন্য প্রেরণ করা হলো।",
    ),
    attachments=("নমুনা ছক",),
)


@form_page
def layout(request: OfficeRequest) -> HttpResponse:
    """Change the look; "preview" shows a letter in it without keeping anything."""
    by = request.access
    by.require(P.PAPER_ISSUE, by.office_path)
    kept = selectors.layout_of(by=by, office=org.own_office(by=by))
    form = forms.LayoutForm(request.POST or None, request.FILES or None, initial=_typed(kept))
    if "preview" in request.POST:
        return _preview(request, form, kept)
    context = {"back": reverse("papers:list"), "pictures": [] if request.POST else _pictures(request, kept)}
    return submitted(request, form, "papers.save_layout", lambda: _keep(request, form.cleaned_data),
                     "papers/layout.html", context)  # fmt: skip


def _typed(kept: Layout) -> dict[str, Any]:
    edges = {name: getattr(kept.margins, name) for name in ("left", "right", "top", "bottom")}
    return {"size": kept.size, **edges, "lines": "\n".join(kept.lines), "foot": kept.foot}


def _keep(request: OfficeRequest, typed: dict[str, Any]) -> str:
    logo = typed["logo"]
    actions.save_layout(
        by=request.access, measures={name: typed[name] for name in LIMITS}, lines=typed["lines"], foot=typed["foot"],
        logo=(logo.name, logo.read()) if logo else None, without_logo=typed["without_logo"],
    )  # fmt: skip
    return reverse("papers:layout")


def _preview(request: OfficeRequest, form: forms.LayoutForm, kept: Layout) -> HttpResponse:
    pictures: list[str] = []
    if form.is_valid():
        typed = form.cleaned_data
        try:
            check_measures(typed)
            margins = Margins(typed["left"], typed["right"], typed["top"], typed["bottom"])
            logo = None if typed["without_logo"] else kept.logo
            lines = tuple(line.strip() for line in typed["lines"].splitlines() if line.strip())
            pictures = _pictures(request, Layout(typed["size"], margins, lines, typed["foot"], logo))
        except AgragatiError as error:
            form.blame(error)
    page = "papers/layout.html#preview" if request.htmx else "papers/layout.html"  # type: ignore[attr-defined]
    return render(request, page, {"form": form, "pictures": pictures, "back": reverse("papers:list")})


def _pictures(request: OfficeRequest, shown: Layout) -> list[str]:
    by = request.access
    letter = selectors.letter_to_be(by=by, kind=LetterKind.LETTER)
    framed = selectors.with_frame(by=by, letter=letter, file=None, signatory=None, reply_by=None)
    return pictures_of(laid_out(selectors.paper_of(by=by, letter=framed, text=SAMPLE), shown))
