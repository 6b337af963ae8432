"""Entry without a network: one table of rules for server and page, and a round trip in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.plans import forms
from agragati.plans.actions import Entry, correct_event
from agragati.plans.forms.offline import offline_data
from agragati.plans.models import Plan, PlanIndicator, ProgressEvent
from agragati.plans.rules.achievement import Achievement, check
from agragati.plans.rules.choices import Unit
from agragati.plans.rules.entry_checks import faults_of, is_provisional, table_of
from agragati.ui.renderers import said
from tests.browser import Visit
from tests.people import Cast
from tests.plans.official import official
from tests.plans.test_actions import add, plan, row  # noqa: F401
from tests.plans.test_pages import BACKEND

YEAR, TABLE, TODAY = FiscalYear(2021), official("egov-2021-22"), date(2021, 10, 1)
CODES = ("1.4.1", "1.5.1", "2.2.3", "2.2.1")  # a date, a share, a count of whole things, a number
DAYS = ["26/09/2021", "২৬/০৯/২০২১", "26.9.2021", "2021-09-26", "30/09/21", "31/02/2022", "13/13/2021", "30/06/2021",
        "02/10/2021", "1/1/1800", "", " ", "সোমবার", "৩১-০৭-২০২১"]  # fmt: skip
NUMBERS = ["", "4", "৪", "১২,৩৪,৫৬৭", "1,234", "12,50", "-1", "0", "40", "50", "৪০.৫", "1e3", "80%", "999999999999999",
           " 7 ", ".5", "007", "-0"]  # fmt: skip
MEMOS = ["", "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১-৭৮", "05.43.0000.017.07.001.21", "১২৩", "স্মারক নম্বর: ০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯",
         "123456789012"]  # fmt: skip
typed_number = st.one_of(st.sampled_from(NUMBERS), st.text("0123456789০১২৩৪৫৬৭৮৯,.-+% ", max_size=12))
typed_day = st.one_of(st.sampled_from(DAYS), st.text("0123456789০১২৩৪৫৬৭৮৯/.- ", max_size=11),
                      st.dates(date(2021, 6, 1), date(2022, 7, 31)).map(lambda day: f"{day:%d/%m/%Y}"))  # fmt: skip
cases = st.fixed_dictionaries({
    "code": st.sampled_from(CODES), "standing": st.sampled_from(["done", "done", "ongoing", "unstated", ""]),
    "day": typed_day, "quantity": typed_number, "numerator": typed_number, "denominator": typed_number,
    "text": st.sampled_from(["", " ", "সভা", "ক" * 1001]), "place": st.sampled_from(["", "ঢাকা"]),
    "memo_no": st.sampled_from(MEMOS),
})  # fmt: skip


KEPT = """async () => {
    const page = () => caches.match(location.href, { ignoreVary: true });
    const isKept = async () => navigator.serviceWorker.controller && (await page());
    for (let waits = 0; waits < 200 && !(await isKept()); waits += 1) await new Promise((go) => setTimeout(go, 50));
    return Boolean(await isKept());
}"""


def judged(case: dict[str, str]) -> tuple[list[list[str]], str]:
    """What the server says: the form's own errors, else the table's; and the day until which it is provisional."""
    indicator = TABLE.indicator(case["code"])
    form = forms.EntryForm(case, **forms.entry_options(indicator))
    table = table_of(indicator, YEAR)
    if not form.is_valid():
        return sorted([name, words] for name, found in form.errors.items() for words in found), ""
    values = form.cleaned_data
    found = sorted([fault.field, said(fault.error)] for fault in faults_of(table, values, TODAY))
    return found, str(is_provisional(table, values, TODAY) or "")


def sheet_of(code: str) -> dict[str, Any]:
    form = forms.EntryForm(**forms.entry_options(TABLE.indicator(code)))
    found = offline_data(form, table_of(TABLE.indicator(code), YEAR), code)
    return json.loads(json.dumps({**found, "fields": [list(field) for field in found["fields"]]}, default=str))


@given(case=cases)
def test_what_the_table_lets_through_is_a_possible_achievement(case: dict[str, str]) -> None:
    """The table may be stricter than the reckoning, never laxer."""
    indicator = TABLE.indicator(case["code"])
    form = forms.EntryForm({**case, "standing": "done"}, **forms.entry_options(indicator))
    if not form.is_valid() or faults_of(table_of(indicator, YEAR), form.cleaned_data, TODAY):
        return
    given_one = form.cleaned_data
    day = given_one["day"] if indicator.measure is Unit.DATE else None
    check(indicator, Achievement(day=day, value=given_one.get("quantity"), numerator=given_one.get("numerator"),
                                 denominator=given_one.get("denominator")))  # fmt: skip


@pytest.mark.parametrize(
    ("code", "values", "field"),
    [
        ("2.2.3", {"quantity": Decimal("1.5")}, "quantity"),
        ("2.2.1", {"quantity": Decimal(10) ** 12}, "quantity"),
        ("1.5.1", {"numerator": Decimal(41), "denominator": Decimal(40)}, "numerator"),
        ("1.5.1", {}, "numerator"),
        ("1.4.1", {"quantity": Decimal(1)}, "quantity"),
        ("1.4.1", {"standing": "ongoing"}, "text"),
    ],
)
def test_the_action_asks_the_same_table(cast: Cast, plan: Plan, code: str, values: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        add(cast, plan, code, date(2021, 9, 26), **values)
    assert refused.value.field == field


def test_who_sends_is_told_only_to_who_is_signed_in(cast: Cast, client: Client) -> None:
    assert client.get("/plans/sender/").status_code == 302
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    found = client.get("/plans/sender/").json()
    assert found["person"] == f"{cast.upazila_officer.user.pk}-{cast.upazila_officer.posting.pk}"
    worker = client.get("/plans/worker.js")
    assert (worker.status_code, worker["Content-Type"]) == (200, "text/javascript")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_page_judges_as_the_server_does(open_page: Callable[..., Visit]) -> None:
    made: list[dict[str, str]] = [
        {"code": code, "standing": "done", "day": day, "quantity": one, "numerator": one, "denominator": "50",
         "text": "", "place": "", "memo_no": MEMOS[len(day) % len(MEMOS)]}
        for code in CODES for day, one in [*((d, "4") for d in DAYS), *(("26/09/2021", n) for n in NUMBERS)]
    ]  # fmt: skip

    @settings(max_examples=250, database=None, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=cases)
    def more(case: dict[str, str]) -> None:
        made.append(case)

    more()
    visit = open_page(language="en")
    page = visit.open("/accounts/login/")
    with override("en"):
        expected = [judged(case) for case in made]
        sheets = {code: sheet_of(code) for code in CODES}
    answers = page.evaluate(
        """async ([sheets, cases, today]) => {
            const { verdict, say } = await import("/static/plans/entry.js");
            return cases.map((typed) => {
                const found = verdict(sheets[typed.code], typed, today);
                return [found.faults.map((fault) => [fault.field, say(fault, false)]), found.provisional];
            });
        }""",
        [sheets, made, str(TODAY)],
    )
    shorten = re.compile(r"Ensure this value has at most.*")
    for case, (faults, provisional), (theirs, until) in zip(made, expected, answers, strict=True):
        ours = [[field, shorten.sub("This text is too long.", words)] for field, words in faults]
        assert (sorted(theirs), until) == (sorted(ours), provisional), case
    assert sum(1 for faults, _ in expected if not faults) > 40


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_an_entry_made_without_a_network_arrives_once(
    cast: Cast, plan: Plan, open_page_as: Callable[..., Visit], tmp_path: Any
) -> None:  # fmt: skip
    visit = open_page_as(cast.divisional_officer.user, width=360)
    context, where = visit.page.context, f"/plans/indicators/{row(plan, '1.6.1').pk}/events/add/"
    page = visit.open(where)
    assert page.evaluate(KEPT)
    other = add(cast, plan, "1.6.1", date(2021, 9, 1), quantity=Decimal(1))
    correcting = f"/plans/events/{other.pk}/correct/"
    visit.open(correcting)
    assert page.evaluate(KEPT)
    context.set_offline(True)
    page.goto(visit.base + where)
    assert "১.৬.১" in page.inner_text("main")
    page.fill("[name=day]", "৩১/০২/২০২২")
    page.click("form[data-entry] button:not([type=button])")
    assert page.inner_text(".err")
    photo = tmp_path / "ছবি.txt"
    photo.write_text("হাজিরা", encoding="utf-8")
    page.fill("[name=day]", "২৬/০৯/২০২১")
    page.fill("[name=quantity]", "৪")
    page.set_input_files("[name=file]", photo)
    page.click("form[data-entry] button:not([type=button])")
    page.wait_for_selector("[data-kept]:not([hidden])")
    assert "১টি" in page.inner_text("[data-count]")
    page.goto(visit.base + correcting)
    page.fill("[name=quantity]", "৭")
    page.fill("[name=reason]", "গণনা")
    page.click("form[data-entry] button:not([type=button])")
    page.wait_for_selector("[data-kept]:not([hidden])")
    assert ProgressEvent.objects.count() == 1
    newer = Entry(day=date(2021, 9, 2), quantity=Decimal(2))
    correct_event(by=cast.divisional_officer.access, event=ProgressEvent.objects.get(), entry=newer, reason="আগে")
    copies = page.evaluate(
        """() => new Promise((done) => { const opening = indexedDB.open("agragati-entry");
            opening.onsuccess = () => {
                const all = opening.result.transaction("entries").objectStore("entries").getAll();
                all.onsuccess = () => {
                    opening.result.close();
                    done(all.result.sort((a, b) => a.made - b.made).map((entry) => entry.key)); }; }; })"""
    )
    context.set_offline(False)
    page.goto(visit.base + where)
    page.wait_for_selector("[data-unsent] li .tag.bad")
    told = page.inner_text("[data-unsent] li .small")
    assert "২" in told  # both values of the conflict are shown
    assert "৭" in told
    sent = ProgressEvent.objects.filter(quantity=4)
    assert sent.count() == 1
    assert sent.get().evidence.get().attachment.name == "ছবি.txt"
    again = page.evaluate(
        """async (key) => { const who = await (await fetch("/plans/sender/")).json(); const body = new FormData();
            Object.entries({ standing: "done", day: "26/09/2021", quantity: "4", submit_key: key,
                csrfmiddlewaretoken: who.token }).forEach(([name, value]) => body.append(name, value));
            const post = () => fetch(location.href, { method: "POST", body }).then((answer) => answer.ok);
            return Promise.all([post(), post()]); }""",
        copies[0],
    )
    assert all(again)
    assert PlanIndicator.objects.get(pk=sent.get().indicator_id).events.filter(quantity=4).count() == 1
    page.on("dialog", lambda dialog: dialog.accept())
    page.click("details.drop .who")
    page.click("form[data-leave] button")
    page.wait_for_url(re.compile("login|/$"))
    left = page.evaluate("async () => [(await caches.keys()).length, localStorage.getItem('unsent'), "
                         "(await indexedDB.databases()).length]")  # fmt: skip
    assert left[:2] == [0, None]
