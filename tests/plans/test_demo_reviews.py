"""The demo shows one plan through the whole year."""

from __future__ import annotations

import pytest

from agragati.org.access import system
from agragati.org.actions import load_demo_line
from agragati.plans.actions import load_demo_plans
from agragati.plans.actions.demo_year import load_demo_reviews
from agragati.plans.models import Appeal, Claim, Plan, PlanStep, ReviewStep, Submission
from tests.plans.test_actions import edition


@pytest.mark.django_db
def test_one_demo_plan_is_returned_corrected_appealed_and_published() -> None:
    load_demo_line(by=system())
    edition()
    load_demo_plans(by=system())
    assert load_demo_reviews(by=system()) == 4
    plan = Plan.objects.get(steps__isnull=False, steps__deed="publish")
    assert plan.stage == "published"
    sent = Submission.objects.filter(plan=plan).order_by("quarter")
    assert list(sent.values_list("state", "round")) == [("awarded", 2), ("awarded", 1), ("awarded", 1), ("awarded", 1)]
    assert [row.is_late for row in sent] == [False, True, False, False]
    deeds = set(ReviewStep.objects.filter(submission__plan=plan).values_list("deed", flat=True))
    assert {"return", "resubmit", "accept_part", "award", "appeal", "uphold"} <= deeds
    assert Appeal.objects.get(indicator__plan=plan).state == "upheld"
    assert Claim.objects.filter(submission__plan=plan, state="settled").count() == 1
    assert PlanStep.objects.filter(plan=plan, deed="approve_amendment").count() == 1
    assert load_demo_reviews(by=system()) == 0
