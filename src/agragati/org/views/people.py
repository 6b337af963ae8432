"""Pages of people and committees."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import OfficeRequest, P
from .shared import form_answer


def person_url(user_id: int) -> str:
    """Address of a person's page."""
    return reverse("org:person", args=[user_id])


@require_safe
def people(request: OfficeRequest) -> HttpResponse:
    """People within the view."""
    rows = selectors.people_at_work(by=request.access, query=request.GET.get("q", "")[:100])
    context = {
        "page": selectors.page_of(by=request.access, rows=rows, number=forms.number_in(request.GET)),
        "columns": forms.people_columns(),
        "filter_form": forms.WordsFilterForm(request.GET),
        "may_add": request.access.may(P.PEOPLE_MANAGE),
    }
    return render(request, "org/people.html", context)


@require_safe
def person(request: OfficeRequest, user_id: int) -> HttpResponse:
    """One person with the posts held."""
    found = selectors.person(by=request.access, user_id=user_id)
    may = selectors.may_manage_person(by=request.access, user_id=user_id)
    return render(request, "org/person.html", {"person": found, "may_manage": may})


@form_page
def add_person(request: OfficeRequest) -> HttpResponse:
    """A new person."""
    request.access.require(P.PEOPLE_MANAGE)
    form = forms.NewPersonForm(request.POST or None)

    def do() -> str:
        return person_url(actions.add_user(by=request.access, **form.facts()).pk)

    return form_answer(request, form, "org.add_user", do, _("Add a person"), "", reverse("org:people"))


@form_page
def change_person(request: OfficeRequest, user_id: int) -> HttpResponse:
    """Correct what is known."""
    here = selectors.person_to_change(by=request.access, user_id=user_id)
    shown = ("name_bn", "name_en", "email", "phone", "nothi_id")
    form = forms.PersonForm(request.POST or None, initial={name: getattr(here, name) for name in shown})

    def do() -> str:
        actions.change_user(by=request.access, user_id=user_id, **form.facts())
        return person_url(user_id)

    return form_answer(request, form, "org.change_user", do, _("Change the person"), str(here), person_url(user_id))


@form_page
def switch_person(request: OfficeRequest, user_id: int) -> HttpResponse:
    """Switch a person off, or on again."""
    here = selectors.person_to_change(by=request.access, user_id=user_id)
    form = forms.HouseForm(request.POST or None)

    def do() -> str:
        deed = actions.deactivate_user if here.is_active else actions.reactivate_user
        deed(by=request.access, user_id=user_id)
        return person_url(user_id)

    asked = _("Switch this person off?") if here.is_active else _("Switch this person on again?")
    return form_answer(request, form, "org.switch_person", do, asked, str(here), person_url(user_id))


@form_page
def password_link(request: OfficeRequest, user_id: int) -> HttpResponse:
    """Make a one-time address for setting the password, shown once."""
    here = selectors.person_to_change(by=request.access, user_id=user_id)
    if request.method == "POST":
        link = request.build_absolute_uri(actions.password_link(by=request.access, user_id=user_id))
        context = {"heading": _("Link for the password"), "secret": link, "back": person_url(user_id)}
        return render(request, "org/secret.html", context)
    form, back = forms.HouseForm(None), person_url(user_id)
    return form_answer(request, form, "", lambda: back, _("Make a link for setting the password?"), str(here), back)


@form_page
def end_lock_out(request: OfficeRequest, user_id: int) -> HttpResponse:
    """Let a locked person try again."""
    here = selectors.person_to_change(by=request.access, user_id=user_id)
    form = forms.HouseForm(request.POST or None)

    def do() -> str:
        actions.end_lock_out(by=request.access, user_id=user_id)
        return person_url(user_id)

    return form_answer(request, form, "org.end_lock_out", do, _("End the lock-out?"), str(here), person_url(user_id))


@require_safe
def committees(request: OfficeRequest) -> HttpResponse:
    """Committees within the view."""
    rows = selectors.committees(by=request.access, query=request.GET.get("q", "")[:100])
    context = {
        "page": selectors.page_of(by=request.access, rows=rows, number=forms.number_in(request.GET)),
        "columns": forms.committee_columns(),
        "filter_form": forms.WordsFilterForm(request.GET),
        "own_office": request.access.office_id if request.access.may(P.COMMITTEE_MANAGE) else None,
    }
    return render(request, "org/committees.html", context)


@require_safe
def committee(request: OfficeRequest, committee_id: int) -> HttpResponse:
    """One committee with who sits in it today."""
    here = selectors.committee(by=request.access, committee_id=committee_id)
    context = {
        "committee": here,
        "seats": selectors.seats_of(by=request.access, committee_id=committee_id),
        "may_change": request.access.may_enter(P.COMMITTEE_MANAGE, here.office.path, here.office.area_path),
    }
    return render(request, "org/committee.html", context)


@form_page
def form_committee(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Form a committee."""
    here = selectors.office_to_change(by=request.access, office_id=office_id, permission=P.COMMITTEE_MANAGE)
    posts = selectors.post_options(by=request.access, office_id=office_id)
    form = forms.CommitteeForm(request.POST or None, posts=posts)

    def do() -> str:
        facts = {name: form.cleaned_data[name] for name in ("name_bn", "formed_on", "order_memo", "quorum", "terms_bn")}
        made = actions.form_committee(by=request.access, office_id=office_id, members=form.members(), **facts)
        return reverse("org:committee", args=[made.pk])

    back = reverse("org:office", args=[office_id])
    heading, page = _("Form a committee"), "org/committee_form.html"
    return form_answer(request, form, "org.form_committee", do, heading, here.name_bn, back, page)


@form_page
def change_members(request: OfficeRequest, committee_id: int) -> HttpResponse:
    """Other members by a new order."""
    here = selectors.committee_to_change(by=request.access, committee_id=committee_id)
    seats = selectors.members_of(by=request.access, committee_id=committee_id)
    posts = selectors.post_options(by=request.access, office_id=here.office_id)
    initial = {"order_memo": here.order_memo, "quorum": here.quorum}
    form = forms.MembersForm(request.POST or None, posts=posts, seats=forms.seats_as_typed(seats), initial=initial)
    back = reverse("org:committee", args=[committee_id])

    def do() -> str:
        facts = {name: form.cleaned_data[name] for name in ("order_memo", "quorum")}
        actions.change_members(by=request.access, committee_id=committee_id, members=form.members(), **facts)
        return back

    heading, page = _("Change the members"), "org/committee_form.html"
    return form_answer(request, form, "org.change_members", do, heading, here.name_bn, back, page)


@form_page
def dissolve_committee(request: OfficeRequest, committee_id: int) -> HttpResponse:
    """Dissolve a committee."""
    here = selectors.committee_to_change(by=request.access, committee_id=committee_id)
    form = forms.EndForm(request.POST or None)
    back = reverse("org:committee", args=[committee_id])

    def do() -> str:
        actions.dissolve_committee(by=request.access, committee_id=committee_id, on=form.cleaned_data["until"])
        return back

    return form_answer(request, form, "org.dissolve", do, _("Dissolve the committee"), here.name_bn, back)
