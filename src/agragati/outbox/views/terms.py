"""What offices set: templates, budgets, hours, holidays, plans of reminding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agragati.org.access import OfficeRequest, P
from agragati.org.selectors import office_options, own_office, page_of
from agragati.ui.forms import HouseForm
from agragati.ui.submit import form_page, submitted

from .. import actions, forms, selectors
from ..choices import PLAN_WORDS

HOLIDAYS = 30  # entered ones that are shown


@require_safe
def templates(request: OfficeRequest) -> HttpResponse:
    """Templates that may be used here."""
    request.access.require(P.MESSAGE_SEND)
    rows = selectors.templates(by=request.access)
    built_in = selectors.built_in_texts(by=request.access)
    context = {"rows": rows, "columns": forms.template_columns(), "built_in": built_in}
    return render(request, "outbox/templates.html", context)


@form_page
def add_template(request: OfficeRequest) -> HttpResponse:
    """A new template of one's own office, or one's own in place of a built-in."""
    start = selectors.template_to_start_from(by=request.access, key=request.GET.get("key", ""))
    return _template(request, start, {"versions": [], "samples": []})


@form_page
def template(request: OfficeRequest, template_id: int) -> HttpResponse:
    """Read a template, see it filled in for a real recipient, write the next version."""
    here = selectors.template(by=request.access, template_id=template_id)
    context = {
        "template": here,
        "versions": selectors.versions_of(by=request.access, template_id=template_id),
        "samples": selectors.samples_of(by=request.access, template_id=template_id),
    }
    return _template(request, selectors.words_of(by=request.access, template=here), context)


def _template(request: OfficeRequest, start: dict[str, str], context: dict[str, object]) -> HttpResponse:
    form = forms.TemplateForm(request.POST or None, initial=start)
    office = own_office(by=request.access)
    request.access.require(P.MESSAGE_SEND)

    def do() -> str:
        words = forms.template_words(form.cleaned_data)
        made = actions.write_template(by=request.access, office_id=office.pk, key=form.cleaned_data["key"], words=words)
        return reverse("outbox:template", args=[made.pk])

    return submitted(request, form, "outbox.write_template", do, "outbox/template.html", context)


@require_safe
def terms(request: OfficeRequest) -> HttpResponse:
    """Money, hours, masking name, holidays, gateways."""
    by = request.access
    by.require(P.MESSAGE_SEND)
    office, now = own_office(by=by), timezone.localtime()
    context = {
        "office": office,
        "money": selectors.money_of(by=by, office_id=office.pk, month=now.date().replace(day=1)),
        "sms": selectors.sms_rules_of(by=by, office=office, on=now.date()),
        "page": page_of(by=by, rows=selectors.budgets(by=by), number=forms.page_number(request.GET)),
        "columns": forms.budget_columns(),
        "holidays": selectors.holidays(by=by)[:HOLIDAYS],
        "gateways": selectors.gateway_rows(by=by, now=now),
        "may_manage": by.may(P.MESSAGE_MANAGE),
    }
    return render(request, "outbox/terms.html", context)


def _set_terms(
    request: OfficeRequest, form: HouseForm, deed: str, do: Callable[[], object], **context: Any
) -> HttpResponse:
    """One form of the terms: set, then back to them all."""

    def done() -> str:
        do()
        return reverse("outbox:terms")

    return submitted(request, form, deed, done, "outbox/form.html", context)


@form_page
def budget(request: OfficeRequest) -> HttpResponse:
    """Set an office's SMS money."""
    request.access.require(P.MESSAGE_SEND)
    form = forms.BudgetForm(request.POST or None, initial={"month": timezone.localdate().replace(day=1)})
    for name, typed in form.searches() if form.is_bound and not form.is_valid() else ():
        found = office_options(by=request.access, query=typed)
        form.offer(name, [(option.pk, f"{option.name}, {option.above}") for option in found])

    def do() -> None:
        facts = {name: form.cleaned_data[name] for name in ("month", "limit", "repeats")}
        actions.set_budget(by=request.access, office_id=form.cleaned_data["office"], **facts)

    return _set_terms(request, form, "outbox.set_budget", do, heading=_("SMS budget of an office"))


@form_page
def sms_terms(request: OfficeRequest) -> HttpResponse:
    """Hours and masking name of one's own office."""
    request.access.require(P.MESSAGE_SEND)
    office = own_office(by=request.access)
    row = selectors.terms_of(by=request.access, office_id=office.pk)
    form = forms.SmsTermsForm(request.POST or None, initial=forms.SmsTermsForm.typed(row))

    def do() -> None:
        facts = {name: value for name, value in form.cleaned_data.items() if name != "submit_key"}
        actions.set_sms_terms(by=request.access, office_id=office.pk, **facts)

    return _set_terms(request, form, "outbox.set_sms_terms", do, heading=_("Hours and masking name of SMS"))


@form_page
def add_holiday(request: OfficeRequest) -> HttpResponse:
    """Note a public holiday."""
    request.access.require(P.MESSAGE_MANAGE)
    form = forms.HolidayForm(request.POST or None)

    def do() -> None:
        actions.add_holiday(by=request.access, day=form.cleaned_data["day"], name=form.cleaned_data["name"])

    return _set_terms(request, form, "outbox.add_holiday", do, heading=_("Public holiday"))


@form_page
def remove_holiday(request: OfficeRequest) -> HttpResponse:
    """Take an entered holiday back: those that follow the moon are moved."""
    request.access.require(P.MESSAGE_MANAGE)
    form = forms.NoHolidayForm(request.POST or None, entered=selectors.holidays(by=request.access)[:HOLIDAYS])

    def do() -> None:
        actions.remove_holiday(by=request.access, day=form.cleaned_data["day"])

    return _set_terms(request, form, "outbox.remove_holiday", do, heading=_("Remove a holiday"))


@form_page
def price(request: OfficeRequest, gateway: str) -> HttpResponse:
    """Type what a gateway takes for a part of an SMS."""
    request.access.require(P.MESSAGE_MANAGE)
    row = selectors.gateway_state(by=request.access, name=gateway)
    typed = {"price": row.price, "memo": row.price_memo}
    is_free = selectors.gateway_named(by=request.access, name=gateway).is_free
    form = forms.PriceForm(request.POST or None, is_free=is_free, initial=typed)

    def do() -> None:
        facts = {name: form.cleaned_data[name] for name in ("price", "memo")}
        actions.set_price(by=request.access, name=gateway, **facts)

    return _set_terms(request, form, "outbox.set_price", do, heading=_("Price of an SMS"),
                      lead=_("Gateway %(name)s") % {"name": gateway})  # fmt: skip


@require_safe
def plans(request: OfficeRequest) -> HttpResponse:
    """Plans of reminding that hold for one's office."""
    request.access.require(P.MESSAGE_SEND)
    office = own_office(by=request.access)
    rows = selectors.plans_of_reminding(by=request.access, office=office)
    return render(request, "outbox/plans.html", {"plans": rows.items(), "office": office})


@form_page
def plan(request: OfficeRequest, key: str) -> HttpResponse:
    """Set the stages of one plan for one's office and those below."""
    request.access.require(P.MESSAGE_SEND)
    office = own_office(by=request.access)
    stages = selectors.plan_of_reminding(by=request.access, key=key, office=office)
    form = forms.ReminderPlanForm(request.POST or None, initial=forms.stages_as_typed(stages))

    def do() -> str:
        found = forms.stages_of(form.cleaned_data, key)
        actions.set_reminder_plan(by=request.access, office_id=office.pk, key=key, stages=found)
        return reverse("outbox:plans")

    context = {"heading": _("Stages of reminding"), "lead": PLAN_WORDS.get(key, key), "back": reverse("outbox:plans")}
    return submitted(request, form, "outbox.set_reminder_plan", do, "outbox/form.html", context)
