"""The plan page tells where it is heading; awards with other figures; workflows by kind; what outsiders see."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from agragati.kernel.errors import BadInput
from agragati.org.access import system
from agragati.outbox.models import Message
from agragati.plans.actions import adopt_framework
from agragati.plans.actions.award import award_year
from agragati.plans.actions.integrity import check_plans
from agragati.plans.actions.review import accept_quarter
from agragati.plans.actions.windows import set_review_terms
from agragati.plans.models import Plan
from agragati.plans.rules.adjustments import read_adjustments
from agragati.plans.rules.integrity.figures import limits
from agragati.plans.rules.reading import read_framework
from agragati.plans.selectors import plan_sheet, plans_page
from agragati.plans.selectors.history import edition_sheet
from agragati.plans.selectors.lists import PlanFilter
from agragati.plans.selectors.reckoning import adjustments_of
from tests.people import Cast, person
from tests.plans.test_actions import add, edition, plan  # noqa: F401
from tests.plans.test_integrity import event, facts
from tests.plans.test_pages import BACKEND, row_id
from tests.plans.year import decide_all, running_plan, sent, worked

AFTER = date(2022, 7, 20)


def test_the_plan_page_shows_forecast_risk_area_and_class(cast: Cast, plan: Plan, client: Client) -> None:
    add(cast, plan, "1.2.1", date(2022, 2, 28))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    page = client.get(f"/plans/{plan.pk}/")
    assert round(page.context["heading"].forecast.now, 8) == round(page.context["sheet"].score.total, 8)
    assert "৪.৫৭" in page.content.decode()
    assert f"/plans/{plan.pk}/outlook/" in page.content.decode()
    page = client.get(f"/plans/{plan.pk}/outlook/")
    classes = {row.name: (row.points, row.weight, row.rows) for row in page.context["classes"]}
    assert classes["input"] == (0, 3, 1)
    assert classes["external_output"][1:] == (21, 5)
    assert sum(row[1] for row in classes.values()) == 50
    page = client.get(f"/plans/indicators/{row_id(plan, '1.2.1')}/").content.decode()
    assert "[১.২] সেবা সহজিকরণ" in page
    assert "২৫/০২/২০২২" in page
    assert "৪.০০" in page  # what the second column would give


def test_english_readers_read_the_indicator_in_english(cast: Cast, plan: Plan, client: Client) -> None:
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    client.cookies["agragati_language"] = "en"
    page = client.get(f"/plans/{plan.pk}/").content.decode()
    assert "One service simplified" in page
    assert "Building institutional capacity" in page


def test_history_of_one_office_through_the_years(cast: Cast, plan: Plan, client: Client) -> None:
    add(cast, plan, "1.5.1", date(2021, 9, 27), numerator=Decimal(30), denominator=Decimal(40))
    later = adopt_framework(by=cast.divisional_officer.access, office=cast.divisional, edition=edition("egov-2023-24"))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    page = client.get(f"/plans/indicators/{row_id(later, '4.1.1')}/background/")
    years = [(year.year.start_year, year.code, year.achieved) for year in page.context["years"]]
    assert years == [(2023, "4.1.1", None), (2021, "1.5.1", Decimal(75))]
    assert "৭৫%" in page.content.decode()


def test_a_concept_is_one_line_of_codes_on_the_page_of_a_table(cast: Cast) -> None:
    editions = [edition(f"egov-{years}") for years in ("2021-22", "2023-24", "2024-25")]
    lines = {line.concept: line.codes for line in edition_sheet(by=cast.admin.access, edition_id=editions[2].pk).lines}
    assert lines["EFILE_NOTES"] == ("1.5.1", "4.1.1", "4.1.2")


def test_limits_of_the_table_go_before_the_usual_ones() -> None:
    usual = facts("4.1.2", event(quantity=Decimal(1001)))
    assert [doubt.reason.key for doubt in limits(usual)] == ["O2-limit"]
    document = {"title": "x", "fiscal_year": "2021-22", "indicators": [
        {"code": "1.1.1", "text": "x", "unit": "number", "weight": 50, "levels": [[100, 4], [80, 2]], "lowest": 2,
         "highest": "১০"}]}  # fmt: skip
    row = read_framework(document, name="x").indicators[0]
    assert (row.lowest, row.highest) == (2, 10)
    given = facts("4.1.2", event(quantity=Decimal(1)), event(quantity=Decimal(11)), event(quantity=Decimal(5)),
                  indicator=row)  # fmt: skip
    assert [doubt.reason.key for doubt in limits(given)] == ["O2-below", "O2-limit"]


def test_the_night_tells_the_office_once_a_day(cast: Cast) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    plan.doubts.all().delete()
    for _ in range(2):
        check_plans(by=system("nightly"), plan_ids=[plan.pk])
    told = Message.objects.filter(dispatch__about=f"plan:{plan.pk}", channel="in_app", office=cast.upazila)
    assert told.count() == 1
    assert "প্রমাণ" in told.get().dispatch.text


def test_two_kinds_of_plan_have_two_ways_of_review(cast: Cast) -> None:
    """With the accept step a verified fourth quarter cannot be awarded; a kind without it can."""
    plan = running_plan(cast)
    worked(cast, plan)
    quarter = sent(cast, plan, quarter=4, on=date(2022, 7, 10))
    decide_all(cast.district_officer, quarter, on=date(2022, 7, 12))
    above = cast.divisional_officer.access
    given = {"fiscal_year": 2021, "remaining_weight": "keep", "hide_unaccepted": False, "appeal_days": 15}
    set_review_terms(by=cast.admin.access, **given, accept_step=False, kind="integrity")
    with pytest.raises(BadInput, match="not accepted"):
        award_year(by=above, plan=plan, on=AFTER)
    set_review_terms(by=cast.admin.access, **given, accept_step=False, kind="egov")
    assert award_year(by=above, plan=plan, on=AFTER)[0].state == "awarded"


def test_an_award_may_state_another_figure_with_why(cast: Cast, client: Client) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    quarter = sent(cast, plan, quarter=4, on=date(2022, 7, 10))
    decide_all(cast.district_officer, quarter, on=date(2022, 7, 12))
    accept_quarter(by=cast.divisional_officer.access, submission=quarter, on=date(2022, 7, 14))
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    address = f"/plans/{plan.pk}/award/"
    key = client.get(address).context["form"]["submit_key"].value()
    wrong = client.post(address, {"agreed": "on", "adjustments": "২.২.১: তিন | কম", "submit_key": key})
    assert wrong.status_code == 422
    given = {"agreed": "on", "adjustments": "১.৫.১: ২৪/৪০ | ৬টি নোটের রেকর্ড নেই", "submit_key": key}
    assert client.post(address, given)["Location"] == f"/plans/{plan.pk}/life/"
    awarded = quarter.claims.get(indicator__code="1.5.1")
    assert (awarded.verified_points, awarded.awarded_points) == (Decimal("5.4000"), Decimal("3.6000"))
    assert awarded.steps.get(number="awarded").reason == "৬টি নোটের রেকর্ড নেই"


@pytest.mark.parametrize("text", ["2.2.1", "2.2.1: 2", "2.2.1: 2 |", ": 2 | x", "2.2.1: 2 | x\n[২.২.১]: 3 | y"])
def test_broken_adjustments_name_their_line(text: str) -> None:
    with pytest.raises(BadInput):
        read_adjustments(text)


def test_codes_outside_the_plan_are_refused_at_the_field(cast: Cast, plan: Plan) -> None:
    with pytest.raises(BadInput) as refused:
        adjustments_of(by=cast.admin.access, plan=plan, typed={"9.9.9": ("1", "x")})
    assert refused.value.field == "adjustments"


def test_readers_outside_the_review_see_only_accepted_marks_where_the_terms_hide(cast: Cast) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    reader = person("reader", "পাঠক", cast.district, "অফিস সহকারী", "focal").access
    by_all = [cast.upazila_officer.access, cast.district_officer.access]
    given = {"fiscal_year": 2021, "remaining_weight": "keep", "accept_step": True, "appeal_days": 15}
    assert plan_sheet(by=reader, plan_id=plan.pk).score.total == Decimal("11.2")
    set_review_terms(by=cast.admin.access, **given, hide_unaccepted=True)
    assert plan_sheet(by=reader, plan_id=plan.pk).score.total == 0
    assert [row.total for row in plans_page(by=reader, wanted=PlanFilter())] == [None]
    for access in by_all:
        assert plan_sheet(by=access, plan_id=plan.pk).score.total == Decimal("11.2")
    quarter = sent(cast, plan)
    decide_all(cast.district_officer, quarter, on=date(2021, 10, 12))
    accept_quarter(by=cast.divisional_officer.access, submission=quarter, on=date(2021, 10, 14))
    assert plan_sheet(by=reader, plan_id=plan.pk).score.total == Decimal("11.2")
