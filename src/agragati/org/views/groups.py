"""Pages of groups of offices across the tree."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import OfficeRequest, P
from .offices import office_url
from .shared import form_answer


def group_url(key: str) -> str:
    """Address of a group's page."""
    return reverse("org:group", args=[key])


@require_safe
def groups(request: OfficeRequest) -> HttpResponse:
    """Every way of grouping with its groups."""
    context = {
        "sheets": selectors.group_sheets(by=request.access),
        "columns": forms.group_columns(),
        "may_make": selectors.may_group(by=request.access),
    }
    return render(request, "org/groups.html", context)


@require_safe
def group(request: OfficeRequest, group_key: str) -> HttpResponse:
    """One group with its offices, as far as the reader sees."""
    here = selectors.group(by=request.access, key=group_key)
    rows = selectors.offices_in_group(by=request.access, group=here)
    page = selectors.page_of(by=request.access, rows=rows, number=forms.number_in(request.GET))
    context = {
        "group": here,
        "page": page,
        "changeable": selectors.changeable(by=request.access, offices=page.object_list),
        "columns": forms.office_columns(change=request.access.may(P.OFFICE_MANAGE)),
        "may_join": request.access.may(P.OFFICE_MANAGE),
    }
    return render(request, "org/group.html", context)


@form_page
def add_group_set(request: OfficeRequest) -> HttpResponse:
    """A new way of grouping."""
    selectors.require_grouping(by=request.access)
    form = forms.NewGroupSetForm(request.POST or None)
    back = reverse("org:groups")

    def do() -> str:
        actions.add_group_set(by=request.access, **form.facts())
        return back

    return form_answer(request, form, "org.add_group_set", do, _("Add a way of grouping"), "", back)


@form_page
def add_group(request: OfficeRequest, set_key: str) -> HttpResponse:
    """A new group."""
    selectors.require_grouping(by=request.access)
    here = selectors.group_set(by=request.access, key=set_key)
    form = forms.NewGroupForm(request.POST or None)

    def do() -> str:
        return group_url(actions.add_group(by=request.access, set_key=set_key, **form.facts()).key)

    return form_answer(request, form, "org.add_group", do, _("Add a group"), str(here), reverse("org:groups"))


@form_page
def put_in_group(request: OfficeRequest, group_key: str) -> HttpResponse:
    """Choose an office for this group."""
    here = selectors.group(by=request.access, key=group_key)
    request.access.require(P.OFFICE_MANAGE)
    form, back = forms.JoinForm(request.POST or None), group_url(group_key)

    def do() -> str:
        actions.put_in_group(by=request.access, office_id=form.cleaned_data["office"], group_key=group_key)
        return back

    return form_answer(request, form, "org.put_in_group", do, _("Put an office into the group"), str(here), back)


@form_page
def join_group(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Choose a group for this office."""
    here = selectors.office_to_change(by=request.access, office_id=office_id)
    groups = selectors.group_choices(by=request.access, without=office_id)
    form, back = forms.GroupForm(request.POST or None, groups=groups), office_url(office_id)

    def do() -> str:
        actions.put_in_group(by=request.access, office_id=office_id, group_key=form.cleaned_data["group"])
        return back

    return form_answer(request, form, "org.put_in_group", do, _("Put the office into a group"), str(here), back)


@form_page
def take_from_group(request: OfficeRequest, group_key: str, office_id: int) -> HttpResponse:
    """Take the office out of the group."""
    left, here = selectors.membership_to_change(by=request.access, group_key=group_key, office_id=office_id)
    form, back = forms.HouseForm(request.POST or None), group_url(group_key)

    def do() -> str:
        actions.take_from_group(by=request.access, office_id=office_id, group_key=group_key)
        return back

    lead = f"{here} — {left}"
    return form_answer(request, form, "org.take_from_group", do, _("Take the office out of the group?"), lead, back)
