"""A neighbouring plan of the same family (an own sample, not official) works by data alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.test import Client

from agragati.org.access import system
from agragati.plans.actions import Entry, adopt_framework, load_framework, record_progress
from agragati.plans.models import PlanIndicator
from agragati.plans.rules.lint import lint
from agragati.plans.rules.reading import read_framework
from agragati.plans.rules.rounding import fixed
from agragati.plans.selectors import plan_sheet
from tests.people import Cast
from tests.plans.test_actions import edition
from tests.plans.test_editor import sample
from tests.plans.test_pages import BACKEND


def test_the_sample_is_sound_and_says_that_it_is_a_sample() -> None:
    framework = read_framework(sample())
    assert (lint(framework), framework.kind, framework.total) == ((), "integrity", Decimal(20))
    assert "নমুনা" in framework.title


def test_it_is_taken_scored_and_shown_beside_the_other_plan(cast: Cast, client: Client) -> None:
    me = cast.divisional_officer.access
    neighbour = load_framework(by=system(), key="integrity-sample-2025-26", document=sample())
    adopt_framework(by=me, office=cast.divisional, edition=edition())
    plan = adopt_framework(by=me, office=cast.divisional, edition=neighbour)
    rows = {row.code: row for row in PlanIndicator.objects.filter(plan=plan).select_related("plan__office")}
    for number in range(3):
        record_progress(by=me, indicator=rows["1.1.1"], entry=Entry(day=date(2025, 8, 1 + number)))
    record_progress(by=me, indicator=rows["2.2.1"], entry=Entry(day=date(2025, 8, 1)))
    share = Entry(day=date(2025, 9, 30), numerator=Decimal(81), denominator=Decimal(90))
    record_progress(by=me, indicator=rows["2.3.1"], entry=share)
    sheet = plan_sheet(by=me, plan_id=plan.pk)
    marks = {row.indicator.code: row.scored.score.points for row in sheet.rows}
    assert (marks["2.2.1"], marks["2.3.1"]) == (0, Decimal(3))  # a day late: nothing; 90 % of 90 %: all
    assert fixed(marks["1.1.1"]) == "3.75"  # three of four in proportion
    client.force_login(cast.divisional_officer.user, backend=BACKEND)
    page = client.get(f"/plans/{plan.pk}/").content.decode()
    assert "শুদ্ধাচার" in page
    assert "/ ২০" in page
