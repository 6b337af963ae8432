"""The public page: is this paper one that was issued, and does it still hold? Nothing sent here is kept."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from agragati.kernel.errors import NotFound
from agragati.org.access import OfficeRequest
from agragati.ui.access import open_to_all

from .. import forms, selectors
from ..rules.verify_codes import read_code, written


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: OfficeRequest) -> HttpResponse:
    """Ask by the code on the paper, or by the file itself."""
    form = forms.CodeForm(request.POST or request.GET or None)
    file_form = forms.SameFileForm(request.POST or None, request.FILES or None)
    unknown = ""
    if form.is_valid() and (typed := form.cleaned_data["code"].strip()):
        if code := read_code(typed):
            return redirect(reverse("papers:verify", args=[code]))
        unknown = "code"
    elif request.FILES and file_form.is_valid():
        if code := selectors.code_of_file(by=request.access, sha256=_hash(request)):
            return _answer(request, code, forms.SameFileForm(), "yes")
        unknown = "file"
    return render(request, "papers/verify_ask.html", {"form": form, "file_form": file_form, "unknown": unknown})


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: OfficeRequest, code: str) -> HttpResponse:
    """What the paper with this code attests; with a file or digits sent along, whether they are its own."""
    form, same = forms.SameFileForm(request.POST or None, request.FILES or None), ""
    try:
        if request.method == "POST" and form.is_valid():
            same = _compared(request, form.cleaned_data, code)
        return _answer(request, code, form, same)
    except NotFound:
        return render(request, "papers/verify_none.html", status=404)


def _answer(request: OfficeRequest, code: str, form: forms.SameFileForm, same: str) -> HttpResponse:
    found = selectors.attested(by=request.access, code=code)
    action = reverse("papers:verify", args=[found.code])
    context = {"paper": found, "form": form, "same": same, "written": written(found.code), "action": action}
    return render(request, "papers/verify.html", context)


def _compared(request: OfficeRequest, typed: dict[str, Any], code: str) -> str:
    """ "yes" or "no"; "" when nothing was given to compare."""
    digits = _hash(request) if typed.get("paper") else typed.get("digits", "")
    if not digits:
        return ""
    return "yes" if selectors.is_copy_of(by=request.access, code=code, digits=digits) else "no"


def _hash(request: HttpRequest) -> str:
    whole = hashlib.sha256()
    for part in request.FILES["paper"].chunks():  # type: ignore[union-attr]
        whole.update(part)
    return whole.hexdigest()
