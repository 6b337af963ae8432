"""The demo shows one plan through the whole year."""

from __future__ import annotations

import pytest
from django.test import Client

from agragati.org.access import system
from agragati.org.actions import load_demo_line
from agragati.org.models import Posting, User
from agragati.plans.actions import load_demo_plans
from agragati.plans.actions.demo_proof import prove_demo_plan
from agragati.plans.actions.demo_year import load_demo_reviews
from agragati.plans.models import (
    Appeal,
    Claim,
    Evidence,
    Plan,
    PlanDoubt,
    PlanStep,
    Reuse,
    ReviewStep,
    Submission,
)
from agragati.records.models import Attachment
from tests.plans.test_actions import edition
from tests.plans.test_pages import BACKEND


@pytest.mark.django_db
def test_one_demo_plan_is_returned_corrected_appealed_and_published(client: Client) -> None:
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
    for shown in (_plan_of("divisional"), plan):
        _has_proof_of_many_kinds_and_one_photograph_twice(shown)
    assert set(Attachment.objects.values_list("scan", flat=True)) == {"unscanned"}
    pair = Reuse.objects.get(one__indicator__plan=plan)
    claim = Claim.objects.filter(indicator=pair.one.indicator).order_by("pk")[0]
    client.force_login(User.objects.get(username="district"), backend=BACKEND)
    assert client.get(f"/plans/reviews/{claim.pk}/").content.decode().count("/pages/1/?size=small") == 2


def _plan_of(username: str) -> Plan:
    office = Posting.objects.get(user__username=username, kind="regular").post.office
    return Plan.objects.get(office=office, fiscal_year=2021)


def _has_proof_of_many_kinds_and_one_photograph_twice(plan: Plan) -> None:
    rows = Evidence.objects.filter(indicator__plan=plan, attachment__isnull=False)
    assert len(set(rows.values_list("kind", flat=True))) >= 6
    assert rows.count() >= 15
    pair = Reuse.objects.get(one__indicator__plan=plan)
    assert pair.same_file is False
    assert pair.other.indicator.plan_id == plan.pk
    assert PlanDoubt.objects.filter(plan=plan, rule="R7").exists()
    assert prove_demo_plan(by=system(), plan=plan) == 0
