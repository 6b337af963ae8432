"""Pages of offices: list, one office, the tree of a day, and the picker's answers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.ui.submit import form_page

from .. import actions, forms, selectors
from ..access import OfficeRequest, P
from .shared import form_answer


def office_url(office_id: int) -> str:
    """Address of an office's page."""
    return reverse("org:office", args=[office_id])


@require_safe
def office_list(request: OfficeRequest) -> HttpResponse:
    """Offices within the view."""
    query, day = request.GET, forms.day_in(request.GET, "on")
    if day and day < timezone.localdate():
        rows: Any = selectors.tree_on(by=request.access, day=day)
    else:
        words, kind, group = (query.get(name, "")[:100] for name in ("q", "kind", "group"))
        rows = selectors.offices(by=request.access, query=words, kind=kind, group=group)
    context = {
        "page": selectors.page_of(by=request.access, rows=rows, number=forms.number_in(query)),
        "columns": forms.office_columns(),
        "filter_form": forms.OfficeFilterForm(query, groups=selectors.group_choices(by=request.access)),
        "day": day,
        "may_add": request.access.enter_scope(P.OFFICE_MANAGE).everything,
    }
    return render(request, "org/offices.html", context)


@require_safe
def office_options(request: OfficeRequest) -> HttpResponse:
    """Answers of the office picker."""
    within = request.GET.get("within", "search")
    found = selectors.office_options(by=request.access, query=request.GET.get("q", "")[:100], within=within)
    options = [(option.pk, option.name, option.above) for option in found]
    return render(request, "ui/office_options.html", {"options": options})


@require_safe
def office(request: OfficeRequest, office_id: int) -> HttpResponse:
    """One office: line, area, sections, posts with holders, committees, duties, groups, history."""
    sheet = selectors.office_sheet(by=request.access, office_id=office_id, page=forms.number_in(request.GET))
    return render(request, "org/office.html", {"sheet": sheet, "office": sheet.office})


@form_page
def add_office(request: OfficeRequest, parent_id: int | None = None) -> HttpResponse:
    """Open an office under another one, or at the top."""
    parent = selectors.place_for_office(by=request.access, parent_id=parent_id)
    form = forms.AddOfficeForm(request.POST or None)

    def do() -> str:
        return office_url(actions.add_office(by=request.access, parent_id=parent_id, **form.facts()).pk)

    back = office_url(parent.pk) if parent else reverse("org:offices")
    return form_answer(request, form, "org.add_office", do, _("Add an office"), str(parent or ""), back)


@form_page
def rename_office(request: OfficeRequest, office_id: int) -> HttpResponse:
    """A new name from a day on."""
    here = selectors.office_to_change(by=request.access, office_id=office_id)
    form = forms.NameForm(request.POST or None, initial={"name_bn": here.name_bn, "name_en": here.name_en})

    def do() -> str:
        data = form.cleaned_data
        actions.rename_office(
            by=request.access, office_id=office_id, name_bn=data["name_bn"], name_en=data["name_en"], on=data["on"]
        )
        return office_url(office_id)

    back = office_url(office_id)
    return form_answer(request, form, "org.rename_office", do, _("Rename the office"), here.name_bn, back)


@form_page
def change_office(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Area, memo code, address, website."""
    here = selectors.office_to_change(by=request.access, office_id=office_id)
    shown = ("memo_code", "address_bn", "website")
    initial = {name: getattr(here, name) for name in shown} | {"area": here.area_id or ""}
    form = forms.DetailsForm(request.POST or None, initial=initial)

    def do() -> str:
        facts = {name: form.cleaned_data[name] for name in shown}
        area = form.cleaned_data["area"]
        actions.change_office_details(by=request.access, office_id=office_id, area_code=area, **facts)
        return office_url(office_id)

    return form_answer(request, form, "org.change_office", do, _("Details"), here.name_bn, office_url(office_id))


@form_page
def move_office(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Under another office, with everything below."""
    here = selectors.office_to_change(by=request.access, office_id=office_id)
    form = forms.MoveForm(request.POST or None)

    def do() -> str:
        data = form.cleaned_data
        actions.move_office(by=request.access, office_id=office_id, parent_id=data["parent"], on=data["on"])
        return office_url(office_id)

    return form_answer(request, form, "org.move_office", do, _("Move the office"), here.name_bn, office_url(office_id))


@form_page
def close_office(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Close, with a successor for what is open."""
    here = selectors.office_to_change(by=request.access, office_id=office_id)
    form = forms.CloseForm(request.POST or None)

    def do() -> str:
        data = form.cleaned_data
        actions.close_office(by=request.access, office_id=office_id, on=data["on"], successor_id=data["successor"])
        return office_url(office_id)

    back = office_url(office_id)
    return form_answer(request, form, "org.close_office", do, _("Close the office"), here.name_bn, back)


@form_page
def merge_office(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Merge into another office."""
    here = selectors.office_to_change(by=request.access, office_id=office_id)
    form = forms.MergeForm(request.POST or None)

    def do() -> str:
        data = form.cleaned_data
        actions.merge_offices(by=request.access, office_id=office_id, into_id=data["successor"], on=data["on"])
        return office_url(data["successor"])

    back = office_url(office_id)
    return form_answer(request, form, "org.merge_offices", do, _("Merge the office"), here.name_bn, back)


@form_page
def split_office(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Make a new office out of a part of this one."""
    here = selectors.office_to_change(by=request.access, office_id=office_id)
    children, posts = selectors.parts_of(by=request.access, office_id=office_id)
    form = forms.SplitForm(request.POST or None, children=children, posts=posts)

    def do() -> str:
        on = form.cleaned_data["on"]
        [made] = actions.split_office(by=request.access, office_id=office_id, into=[form.part()], on=on)
        return office_url(made.pk)

    back = office_url(office_id)
    return form_answer(request, form, "org.split_office", do, _("Split the office"), here.name_bn, back)


@form_page
def reopen_office(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Open a closed office again."""
    here = selectors.office_to_change(by=request.access, office_id=office_id)
    form = forms.DayForm(request.POST or None)

    def do() -> str:
        actions.reopen_office(by=request.access, office_id=office_id, on=form.cleaned_data["on"])
        return office_url(office_id)

    return form_answer(request, form, "org.reopen_office", do, _("Open again"), here.name_bn, office_url(office_id))
