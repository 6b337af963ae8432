"""Pages of papers that came by e-mail."""

from __future__ import annotations

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from agragati.kernel.errors import NotFound
from agragati.org import selectors as org
from agragati.org.access import OfficeRequest

from .. import forms
from ..access import may_draft
from ..actions.mail import accept_mail, put_mail_aside
from ..forms.mail import mail_columns, refused_columns, refused_words
from ..selectors import mail as questions
from ..selectors.reading import readings


@require_safe
def mail_list(request: OfficeRequest) -> HttpResponse:
    """E-mails with papers, those first that ask for something when wanted."""
    is_open = "open" in request.GET
    rows = questions.mails(by=request.access, open_only=is_open)
    context = {
        "page": org.page_of(by=request.access, rows=rows, number=forms.page_number(request.GET)),
        "columns": mail_columns(),
        "open": is_open,
    }
    return render(request, "papers/mail_list.html", context)


@require_safe
def mail(request: OfficeRequest, mail_id: int) -> HttpResponse:
    """One e-mail: who sent it, the papers taken, and what was not taken and why."""
    found = questions.mail(by=request.access, mail_id=mail_id)
    context = {
        "mail": found,
        "readings": readings(by=request.access).filter(mail=found).order_by("pk"),
        "refused": refused_words(found.refused),
        "columns": refused_columns(),
        "may_draft": may_draft(request.access),
    }
    return render(request, "papers/mail.html", context)


@require_POST
def accept(request: OfficeRequest, mail_id: int) -> HttpResponse:
    """Hand the papers of an e-mail in to be read."""
    found = questions.mail(by=request.access, mail_id=mail_id)
    accept_mail(by=request.access, mail=found)
    return redirect("papers:mail", found.pk)


@require_POST
def put_aside(request: OfficeRequest, mail_id: int) -> HttpResponse:
    """Note that an e-mail asks for nothing more."""
    found = questions.mail(by=request.access, mail_id=mail_id)
    put_mail_aside(by=request.access, mail=found)
    return redirect("papers:mails")


@require_safe
def mail_file(request: OfficeRequest, mail_id: int) -> FileResponse:
    """The e-mail as it came."""
    found = questions.mail_to_open(by=request.access, mail_id=mail_id)
    try:
        raw = found.raw.open("rb")
    except OSError:
        raise NotFound("The file is no longer in the store. Tell the system administrator.") from None
    response = FileResponse(raw, filename=f"mail-{found.pk}.eml", as_attachment=True)
    response.headers["Content-Type"] = "message/rfc822"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
