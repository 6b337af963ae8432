"""Writing a letter: from a template, the editor with its preview, the addressees."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.kernel.errors import AgragatiError, BadInput, Conflict, NotFound
from agragati.org import selectors as org
from agragati.org.access import OfficeRequest, P
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..access import is_own, may_edit
from ..choices import AddressKind, LetterKind
from ..models import Letter
from ..rules.letter_text import checked_text, text_from
from ..rules.placeholders import fill, used
from .shared import form_answer, letter_url, pictures_of, posts


@require_safe
def start(request: OfficeRequest) -> HttpResponse:
    """Choose what to begin with: a template or an empty letter of a kind."""
    request.access.require(P.PAPER_DRAFT)
    context = {"templates": selectors.templates(by=request.access), "kinds": LetterKind.choices,
               "answers": request.GET.get("answers", "")}  # fmt: skip
    return render(request, "papers/start.html", context)


@form_page
def new(request: OfficeRequest, kind: str) -> HttpResponse:
    """Write an empty letter of a kind."""
    request.access.require(P.PAPER_DRAFT)
    _require_known(kind, LetterKind.values)
    form = forms.LetterForm(request.POST or None, kind=kind, **_frame_options(request))
    answers = _answered(request)

    def do() -> str:
        made = actions.draft_letter(by=request.access, kind=kind, text=forms.text_of(form.cleaned_data),
                                    answers=answers, **_frame(request, form.cleaned_data))  # fmt: skip
        return _addressed(request, made)

    context = {"kind": dict(LetterKind.choices).get(kind, ""), "back": reverse("papers:start"), "answers": answers}
    if "preview" in request.POST:
        return _preview(request, selectors.letter_to_be(by=request.access, kind=kind), form, context)
    return submitted(request, form, "papers.draft_letter", do, "papers/edit.html", context)


@form_page
def from_template(request: OfficeRequest, key: str) -> HttpResponse:
    """Fill in what a template asks; the draft is made of it."""
    request.access.require(P.PAPER_DRAFT)
    template, known = selectors.template(by=request.access, key=key), selectors.values_of(by=request.access)
    asked = list(used(fill(template.text, known)))
    form = forms.FillForm(request.POST or None, asked=asked, **_frame_options(request))

    def do() -> str:
        text = fill(template.text, {**known, **form.values()})
        made = actions.draft_letter(by=request.access, kind=template.kind, text=text,
                                    **_frame(request, form.cleaned_data))  # fmt: skip
        return _addressed(request, made)

    return form_answer(request, form, "papers.draft_letter", do, template.name, lead=template.about,
                       back=reverse("papers:start"), submit=_("Make the draft"))  # fmt: skip


@form_page
def edit(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Change the text; "preview" shows the page as it would be printed without keeping anything."""
    letter = selectors.letter_with_right(by=request.access, letter_id=letter_id, right=may_edit)
    initial = {**forms.as_typed(text_from(letter.text)), "file": letter.file_id, "signatory": letter.signatory_id,
               "reply_by": letter.reply_by, "revision": letter.revision}  # fmt: skip
    form = forms.LetterForm(request.POST or None, initial=initial, kind=letter.kind, **_frame_options(request))
    context: dict[str, Any] = {"letter": letter, "kind": letter.get_kind_display(), "back": letter_url(letter)}
    if "preview" in request.POST:
        return _preview(request, letter, form, context)
    return submitted(request, form, "papers.edit_letter", lambda: _keep(request, letter, form.cleaned_data),
                     "papers/edit.html", context)  # fmt: skip


def _keep(request: OfficeRequest, letter: Letter, typed: dict[str, Any]) -> str:
    try:
        actions.edit_letter(by=request.access, letter=letter, kind=letter.kind, text=forms.text_of(typed),
                            revision=typed.get("revision") or 0, **_frame(request, typed))  # fmt: skip
    except Conflict as error:  # shown above the form, so that nothing typed is lost
        raise BadInput(error.key) from error
    return letter_url(letter)


def _preview(request: OfficeRequest, letter: Letter, form: forms.LetterForm, context: dict[str, Any]) -> HttpResponse:
    """The pages as pictures inside the page: for htmx the pictures alone, else the whole editor with what was typed."""
    if form.is_valid():
        try:
            text = checked_text(letter.kind, forms.text_of(form.cleaned_data))
            framed = selectors.with_frame(by=request.access, letter=letter, **_frame(request, form.cleaned_data))
            context["pictures"] = pictures_of(selectors.paper_of(by=request.access, letter=framed, text=text))
        except AgragatiError as error:
            form.blame(error)
    page = "papers/edit.html#preview" if request.htmx else "papers/edit.html"  # type: ignore[attr-defined]
    return render(request, page, {**context, "form": form})


@require_safe
def addresses(request: OfficeRequest, letter_id: int) -> HttpResponse:
    """Whom the letter is for, and the ways to name more."""
    letter = selectors.letter_with_right(by=request.access, letter_id=letter_id, right=may_edit)
    context = {"letter": letter, "addresses": selectors.addresses_of(by=request.access, letter=letter),
               "kinds": AddressKind.choices}  # fmt: skip
    return render(request, "papers/addresses.html", context)


@form_page
def add_address(request: OfficeRequest, letter_id: int, kind: str) -> HttpResponse:
    """Name one more addressee."""
    letter = selectors.letter_with_right(by=request.access, letter_id=letter_id, right=may_edit)
    _require_known(kind, AddressKind.values)
    more = _address_options(request, kind)
    form = forms.ADDRESS_FORMS[kind](request.POST or None, **more)

    def do() -> str:
        typed = form.cleaned_data
        fixed = {name: typed[name] for name in ("place", "label", "phrase", "remark")}
        actions.add_address(by=request.access, letter=letter, kind=kind, **fixed, **_who(request, typed))
        return reverse("papers:addresses", args=[letter.pk])

    return form_answer(request, form, "papers.add_address", do, dict(AddressKind.choices)[kind], lead=str(letter),
                       back=reverse("papers:addresses", args=[letter.pk]), submit=_("Add"))  # fmt: skip


@require_safe
def group(request: OfficeRequest, letter_id: int, address_id: int) -> HttpResponse:
    """The offices that a rule of a letter names today: on the day of issue it is answered once more."""
    by = request.access
    letter = selectors.letter_with_right(by=by, letter_id=letter_id, right=is_own)
    row = selectors.group_to_show(by=by, letter=letter, address_id=address_id)
    offices = selectors.group_offices(by=by, address=row, sender=letter.office_id, day=timezone.localdate())
    page = org.page_of(by=by, rows=offices, number=forms.page_number(request.GET))
    context = {"letter": letter, "row": row, "page": page, "count": offices.count(), "columns": forms.group_columns()}
    return render(request, "papers/group.html", context)


@require_POST
def remove_address(request: OfficeRequest, letter_id: int, address_id: int) -> HttpResponse:
    """Take one addressee off."""
    letter = selectors.letter_with_right(by=request.access, letter_id=letter_id, right=may_edit)
    row = selectors.address_to_change(by=request.access, letter=letter, address_id=address_id)
    actions.remove_address(by=request.access, letter=letter, address=row)
    return redirect(reverse("papers:addresses", args=[letter.pk]))


@require_safe
def office_options(request: OfficeRequest) -> HttpResponse:
    """Answers of the picker of addressees: every office of the country by name."""
    found = org.office_options(by=request.access, query=request.GET.get("q", "")[:100], within="directory")
    options = [(option.pk, option.name, option.above) for option in found]
    return render(request, "ui/office_options.html", {"options": options})


def _require_known(kind: str, known: list[str]) -> None:
    if kind not in known:
        raise NotFound("There is no such page.")


def _address_options(request: OfficeRequest, kind: str) -> dict[str, Any]:
    if kind == AddressKind.POST:
        return {"posts": posts(request)}
    return {"groups": org.group_choices(by=request.access, within="directory")} if kind == AddressKind.GROUP else {}


def _frame_options(request: OfficeRequest) -> dict[str, Any]:
    return {"files": selectors.file_choices(by=request.access), "posts": posts(request)}


def _frame(request: OfficeRequest, typed: dict[str, Any]) -> dict[str, Any]:
    by, file, post = request.access, typed.get("file"), typed.get("signatory")
    return {
        "file": selectors.file(by=by, file_id=file) if file else None,
        "signatory": org.post(by=by, post_id=post) if post else None,
        "reply_by": typed.get("reply_by"),
    }


def _who(request: OfficeRequest, typed: dict[str, Any]) -> dict[str, Any]:
    """The offices and post that were chosen; any office of the country may be an addressee."""
    who: dict[str, Any] = {"office_kind": typed.get("office_kind", "")}
    for name in ("office", "below"):
        if typed.get(name):
            who[name] = selectors.addressable(by=request.access, office_id=typed[name])
    if typed.get("post"):
        who["post"] = org.post(by=request.access, post_id=typed["post"])
    if typed.get("group"):
        who["group"] = org.group(by=request.access, key=typed["group"], within="directory")
    return who


def _answered(request: OfficeRequest) -> Any:
    """The copy that a new letter answers, when the address names one."""
    query: QueryDict = request.GET
    wanted = query.get("answers", "")
    if not (wanted.isascii() and wanted.isdigit()):
        return None
    return selectors.recipient_to_answer(by=request.access, recipient_id=int(wanted))


def _addressed(request: OfficeRequest, made: Letter) -> str:
    """Where to go on: an answer has its addressee already, every other draft names its own."""
    if made.answers:
        actions.add_address(by=request.access, letter=made, kind=AddressKind.OFFICE, place="to",
                            office=made.answers.letter.office)  # fmt: skip
        return letter_url(made)
    return reverse("papers:addresses", args=[made.pk])
