"""Pages of sections, posts, roles, duties, postings."""

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


def post_url(post_id: int) -> str:
    """Address of a post's page."""
    return reverse("org:post", args=[post_id])


@require_safe
def post(request: OfficeRequest, post_id: int) -> HttpResponse:
    """One post: holders, roles, duties."""
    here = selectors.post(by=request.access, post_id=post_id)
    context = {
        "post": here,
        "history": selectors.history_of(by=request.access, post_id=post_id)[:50],
        "roles": selectors.role_titles(by=request.access, post_id=post_id),
        "duties": selectors.duties(by=request.access, post_id=post_id),
        "may": selectors.post_rights(by=request.access, post_id=post_id),
    }
    return render(request, "org/post.html", context)


@form_page
def add_section(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Open a section."""
    here = selectors.office_to_change(by=request.access, office_id=office_id)
    form = forms.SectionForm(request.POST or None)

    def do() -> str:
        facts = {name: form.cleaned_data[name] for name in ("name_bn", "name_en", "code")}
        actions.add_section(by=request.access, office_id=office_id, **facts)
        return office_url(office_id)

    return form_answer(request, form, "org.add_section", do, _("Add a section"), here.name_bn, office_url(office_id))


@form_page
def rename_section(request: OfficeRequest, section_id: int) -> HttpResponse:
    """A new name."""
    here = selectors.section_to_change(by=request.access, section_id=section_id)
    form = forms.NameForm(request.POST or None, initial={"name_bn": here.name_bn, "name_en": here.name_en})
    back = office_url(here.office_id)

    def do() -> str:
        names = {name: form.cleaned_data[name] for name in ("name_bn", "name_en")}
        actions.rename_section(by=request.access, section_id=section_id, **names)
        return back

    return form_answer(request, form, "org.rename_section", do, _("Rename the section"), here.name_bn, back)


@form_page
def close_section(request: OfficeRequest, section_id: int) -> HttpResponse:
    """Close a section."""
    here = selectors.section_to_change(by=request.access, section_id=section_id)
    form = forms.DayForm(request.POST or None)
    back = office_url(here.office_id)

    def do() -> str:
        actions.close_section(by=request.access, section_id=section_id, on=form.cleaned_data["on"])
        return back

    return form_answer(request, form, "org.close_section", do, _("Close the section"), here.name_bn, back)


@form_page
def add_post(request: OfficeRequest, office_id: int) -> HttpResponse:
    """Open a post."""
    here = selectors.office_to_change(by=request.access, office_id=office_id, permission=P.PEOPLE_MANAGE)
    sections = [(row.pk, str(row)) for row in selectors.sections_of(by=request.access, office_id=office_id)]
    form = forms.PostForm(request.POST or None, sections=sections)

    def do() -> str:
        facts = {name: form.cleaned_data[name] for name in ("title_bn", "title_en", "seniority", "is_head")}
        section = form.cleaned_data["section"]
        made = actions.add_post(by=request.access, office_id=office_id, section_id=section, **facts)
        return post_url(made.pk)

    return form_answer(request, form, "org.add_post", do, _("Add a post"), here.name_bn, office_url(office_id))


@form_page
def close_post(request: OfficeRequest, post_id: int) -> HttpResponse:
    """Close a post."""
    here = selectors.post_to_change(by=request.access, post_id=post_id)
    form = forms.DayForm(request.POST or None)

    def do() -> str:
        actions.close_post(by=request.access, post_id=post_id, on=form.cleaned_data["on"])
        return office_url(here.office_id)

    return form_answer(request, form, "org.close_post", do, _("Close the post"), str(here), post_url(post_id))


@form_page
def grant_role(request: OfficeRequest, post_id: int) -> HttpResponse:
    """Give a role."""
    here = selectors.post_to_change(by=request.access, post_id=post_id, permission=P.ROLE_GRANT)
    form = forms.RoleForm(request.POST or None, access=request.access)

    def do() -> str:
        actions.grant_role(by=request.access, post_id=post_id, role=form.cleaned_data["role"])
        return post_url(post_id)

    return form_answer(request, form, "org.grant_role", do, _("Give a role"), str(here), post_url(post_id))


@form_page
def revoke_role(request: OfficeRequest, post_id: int) -> HttpResponse:
    """Take a role."""
    here = selectors.post_to_change(by=request.access, post_id=post_id, permission=P.ROLE_GRANT)
    held = {row.role for row in selectors.roles_of(by=request.access, post_id=post_id)}
    form = forms.RoleForm(request.POST or None, access=request.access, only=held)

    def do() -> str:
        actions.revoke_role(by=request.access, post_id=post_id, role=form.cleaned_data["role"])
        return post_url(post_id)

    return form_answer(request, form, "org.revoke_role", do, _("Take a role"), str(here), post_url(post_id))


@form_page
def assign_duty(request: OfficeRequest, post_id: int) -> HttpResponse:
    """Give a duty."""
    here = selectors.post_to_change(by=request.access, post_id=post_id, permission=P.DUTY_ASSIGN)
    form = forms.DutyForm(request.POST or None, topics=selectors.duty_topics(by=request.access))

    def do() -> str:
        actions.assign_duty(by=request.access, post_id=post_id, **form.facts())
        return post_url(post_id)

    return form_answer(request, form, "org.assign_duty", do, _("Give a duty"), str(here), post_url(post_id))


@form_page
def remove_duty(request: OfficeRequest, duty_id: int) -> HttpResponse:
    """Take a duty."""
    duty = selectors.duty_to_change(by=request.access, duty_id=duty_id)
    form = forms.HouseForm(request.POST or None)
    back = post_url(duty.post_id)

    def do() -> str:
        actions.remove_duty(by=request.access, duty_id=duty_id)
        return back

    return form_answer(request, form, "org.remove_duty", do, _("Take this duty away?"), str(duty), back)


@form_page
def post_person(request: OfficeRequest, post_id: int) -> HttpResponse:
    """Put a person on a vacant post."""
    here = selectors.post_to_change(by=request.access, post_id=post_id)
    form = forms.PostingForm(request.POST or None)

    def do() -> str:
        person = selectors.person_by_identity(by=request.access, identity=form.cleaned_data["identity"])
        facts = {name: form.cleaned_data[name] for name in ("kind", "since", "order_memo")}
        actions.post_person(by=request.access, user_id=person.pk, post_id=post_id, **facts)
        return post_url(post_id)

    return form_answer(request, form, "org.post_person", do, _("Post a person"), str(here), post_url(post_id))


@form_page
def hand_over(request: OfficeRequest, posting_id: int) -> HttpResponse:
    """Hand a post over."""
    here = selectors.posting_to_change(by=request.access, posting_id=posting_id)
    form = forms.PostingForm(request.POST or None)
    back = post_url(here.post_id)

    def do() -> str:
        data = form.cleaned_data
        person = selectors.person_by_identity(by=request.access, identity=data["identity"])
        actions.hand_over(by=request.access, posting_id=posting_id, to_user_id=person.pk, on=data["since"],
                          kind=data["kind"], order_memo=data["order_memo"])  # fmt: skip
        return back

    return form_answer(request, form, "org.hand_over", do, _("Hand the post over"), str(here), back)


@form_page
def end_posting(request: OfficeRequest, posting_id: int) -> HttpResponse:
    """End a posting."""
    here = selectors.posting_to_change(by=request.access, posting_id=posting_id)
    form = forms.EndForm(request.POST or None)
    back = post_url(here.post_id)

    def do() -> str:
        actions.end_posting(by=request.access, posting_id=posting_id, until=form.cleaned_data["until"])
        return back

    return form_answer(request, form, "org.end_posting", do, _("End the posting"), str(here), back)
