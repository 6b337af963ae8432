"""The own account: postings, tokens, delegations; and the log of deeds and lock-outs for administrators."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agragati.kernel.errors import BadInput
from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import OfficeRequest, P
from .shared import form_answer


@require_safe
def me(request: OfficeRequest) -> HttpResponse:
    """What one is, holds and has given."""
    context = {
        "postings": selectors.own_postings(by=request.access),
        "delegations": selectors.delegations(by=request.access),
        "tokens": selectors.tokens_of(by=request.access),
        "may_delegate": request.access.may(P.DELEGATE),
        "may_token": request.access.may(P.TOKEN_OWN),
    }
    return render(request, "org/me.html", context)


@require_POST
def switch_posting(request: OfficeRequest) -> HttpResponse:
    """Work in another of one's posts."""
    chosen = forms.number_in(request.POST, "posting", otherwise=0)
    actions.switch_posting(by=request.access, request=request, posting_id=chosen)
    return redirect("org:me")


@form_page
def make_token(request: OfficeRequest) -> HttpResponse:
    """Make an access token; its secret is shown once."""
    request.access.require(P.TOKEN_OWN)
    form = forms.TokenForm(request.POST or None, held=sorted(request.access.permissions))
    back = reverse("org:me")
    if form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("name", "permissions", "expires_on")}
        try:
            _token, secret = actions.make_token(by=request.access, **facts)
            return render(request, "org/secret.html", {"heading": _("Access token"), "secret": secret, "back": back})
        except BadInput as error:
            form.blame(error)
    status = 422 if form.is_bound else 200
    context = {"form": form, "heading": _("Make an access token"), "lead": "", "back": back}
    return render(request, "org/form.html", context, status=status)


@form_page
def revoke_token(request: OfficeRequest, token_id: int) -> HttpResponse:
    """End a token."""
    token = selectors.own_token(by=request.access, token_id=token_id)
    form = forms.HouseForm(request.POST or None)
    back = reverse("org:me")

    def do() -> str:
        actions.revoke_token(by=request.access, token_id=token_id)
        return back

    return form_answer(request, form, "org.revoke_token", do, _("End this access token?"), token.name, back)


@form_page
def delegate(request: OfficeRequest) -> HttpResponse:
    """Let another person act in one's post."""
    request.access.require(P.DELEGATE)
    form = forms.DelegationForm(request.POST or None, people=selectors.deputies(by=request.access))

    def do() -> str:
        facts = {name: form.cleaned_data[name] for name in ("since", "until", "reason")}
        actions.delegate(by=request.access, to_user_id=form.cleaned_data["person"], **facts)
        return reverse("org:me")

    return form_answer(request, form, "org.delegate", do, _("Let another act for you"), "", reverse("org:me"))


@form_page
def withdraw_delegation(request: OfficeRequest, delegation_id: int) -> HttpResponse:
    """End a delegation."""
    here = selectors.delegation(by=request.access, delegation_id=delegation_id)
    form = forms.HouseForm(request.POST or None)
    back = reverse("org:me")

    def do() -> str:
        actions.withdraw_delegation(by=request.access, delegation_id=delegation_id)
        return back

    return form_answer(request, form, "org.withdraw", do, _("End this delegation?"), str(here), back)


@require_safe
def deed_log(request: OfficeRequest) -> HttpResponse:
    """The log of deeds within the view."""
    query = request.GET
    rows = selectors.deeds(
        by=request.access, name=query.get("name", ""), who=query.get("who", "")[:100], about=query.get("about", ""),
        since=forms.day_in(query, "since"), until=forms.day_in(query, "until"),
    )  # fmt: skip
    context = {
        "page": selectors.page_of(by=request.access, rows=rows, number=forms.number_in(query)),
        "columns": forms.deed_columns(),
        "filter_form": forms.DeedFilterForm(query, names=selectors.deed_names(by=request.access)),
    }
    return render(request, "org/deeds.html", context)


@require_safe
def lock_outs(request: OfficeRequest) -> HttpResponse:
    """Failed sign-ins."""
    found = selectors.lock_outs(by=request.access)
    return render(request, "org/lock_outs.html", {"found": found, "columns": forms.lock_out_columns()})
