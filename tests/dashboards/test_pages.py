"""The first page and the work of the day."""

from __future__ import annotations

import datetime
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agragati.dashboards.selectors import work_count, work_today
from agragati.outbox.actions import discharge, make_feed, oblige
from agragati.outbox.models import Obligation
from agragati.outbox.selectors import calendar_of, work_of
from agragati.plans.choices import Stage, Standing
from agragati.plans.models import Plan
from agragati.plans.selectors import plan_sheet
from tests.people import Cast, Person
from tests.plans.test_actions import add, plan  # noqa: F401

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def open_page(client: Client, person: Person, address: str = "/today/") -> str:
    client.force_login(person.user, backend=BACKEND)
    return client.get(address).content.decode()


def given(cast: Cast, about: str, day: date | None) -> None:
    oblige(by=cast.district_officer.access, about=about, office_id=cast.divisional.pk, title=f"কাজ {about}", due=day,
           tell_by=())  # fmt: skip


def test_rows_of_the_plan_wait_until_they_have_a_figure(cast: Cast, plan: Plan, client: Client) -> None:
    add(cast, plan, "1.4.1", date(2021, 8, 25))
    add(cast, plan, "2.1.1", date(2021, 12, 27), standing=Standing.UNSTATED, text="হালনাগাদ করা হচ্ছে")
    page = open_page(client, cast.divisional_officer)
    assert "[১.৪.১]" not in page
    assert "[২.১.১]" in page
    assert "সংখ্যা উল্লেখ নেই" in page
    assert work_count(by=cast.divisional_officer.access) == 12
    assert "১২টি কাজ" in page


def test_a_closed_plan_asks_for_nothing(cast: Cast, plan: Plan) -> None:
    from agragati.plans.actions.duties import keep_plan_duties

    by = cast.divisional_officer.access
    assert work_count(by=by) > 0
    plan.stage = Stage.CLOSED
    assert keep_plan_duties(by=by, plan=plan) > 0
    assert work_count(by=by) == 0
    assert not Obligation.objects.filter(done_at__isnull=False).exists()  # nobody did them


def test_an_old_year_typed_in_later_frightens_nobody(cast: Cast, plan: Plan) -> None:
    assert set(Obligation.objects.filter(about__startswith="indicator:").values_list("plan", flat=True)) == {"none"}


def test_one_list_one_count_one_calendar(cast: Cast, plan: Plan, client: Client) -> None:
    by, today = cast.divisional_officer.access, timezone.localdate()
    begins = timezone.now() + datetime.timedelta(hours=30)
    given(cast, "decision:1", today)
    oblige(by=cast.district_officer.access, about="meeting:1", office_id=cast.divisional.pk, title="সমন্বয় সভা",
           begins_at=begins, kind="meeting", tell_by=())  # fmt: skip
    oblige(by=cast.district_officer.access, about="meeting:2", office_id=cast.divisional.pk, title="গত সভা",
           begins_at=begins - datetime.timedelta(days=3), kind="meeting", tell_by=())  # fmt: skip
    listed = {duty.pk for heap in work_today(by=by).heaps for duty in heap.duties}
    assert listed == set(work_of(by=by).values_list("pk", flat=True))
    assert work_today(by=by).count == work_count(by=by) == len(listed)
    page = open_page(client, cast.divisional_officer)
    assert "গত সভা" not in page
    assert page.count("সমন্বয় সভা") == 1
    dated = {row.pk for row in work_of(by=by) if row.day}
    feed = calendar_of(by=by, secret=make_feed(by=by), now=timezone.now())
    assert {f"duty-{pk}@" for pk in dated} <= {line[4:].partition("agragati")[0] for line in feed.split("\r\n")}
    assert "গত সভা" in feed.replace("\r\n ", "")


def test_grouped_by_urgency_and_gone_when_done(cast: Cast, client: Client) -> None:
    by, today = cast.divisional_officer.access, timezone.localdate()
    for days in (-2, 0, 40):
        given(cast, f"task:{days}", today + datetime.timedelta(days=days))
    given(cast, "task:x", None)
    assert [heap.key for heap in work_today(by=by).heaps] == ["late", "today", "later", "undated"]
    page = open_page(client, cast.divisional_officer)
    assert page.index("কাজ task:-2") < page.index("কাজ task:0") < page.index("কাজ task:40") < page.index("কাজ task:x")
    discharge(by=cast.district_officer.access, about="task:-2")
    assert [heap.key for heap in work_today(by=by).heaps] == ["today", "later", "undated"]


def test_a_long_list_costs_no_more_questions(cast: Cast, client: Client) -> None:
    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get("/today/")
        return len(seen)

    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    given(cast, "task:0", timezone.localdate())
    client.get("/today/")
    few = questions()
    for n in range(1, 30):
        given(cast, f"task:{n}", timezone.localdate() + datetime.timedelta(days=n))
    assert questions() == few


def test_more_than_the_list_shows_is_counted(cast: Cast) -> None:
    for n in range(4):
        given(cast, f"task:{n}", timezone.localdate())
    work = work_today(by=cast.divisional_officer.access, limit=3)
    assert (work.count, work.unlisted) == (4, 1)


def test_the_first_page_shows_the_offices_below(cast: Cast, plan: Plan, client: Client) -> None:
    client.force_login(cast.reviewer.user, backend=BACKEND)
    assert client.get("/").status_code == 200
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    home = client.get("/").context["home"]
    assert [row.pk for row in home.own] == [plan.pk]
    assert sum(len(heap.duties) for heap in home.work.heaps) == 6
    assert home.work.count == len(plan_sheet(by=cast.divisional_officer.access, plan_id=plan.pk).rows)


@pytest.mark.django_db
def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    assert client.get("/")["Location"] == "/accounts/login/?next=/"
