"""One appeal a year, decided one level up, by someone who had no part."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from agragati.kernel.errors import BadInput, Refused
from agragati.plans.actions.appeals import decide_appeal, file_appeal
from agragati.plans.actions.award import Adjustment, award_year
from agragati.plans.actions.life import move_plan
from agragati.plans.actions.review import accept_quarter
from agragati.plans.models import Appeal, Claim, ReviewStep, Submission
from agragati.plans.rules.achievement import Achievement
from agragati.plans.rules.life_states import LifeDeed
from tests.people import Cast, person
from tests.plans.year import claim, decide_all, running_plan, sent, worked

AWARDED = date(2022, 7, 20)
WANTED = Achievement(numerator=Decimal(30), denominator=Decimal(40))


@pytest.fixture
def awarded(cast: Cast) -> Submission:
    """A year awarded by the divisional office with less for the e-file notes than was verified."""
    plan = running_plan(cast)
    worked(cast, plan)
    move_plan(by=cast.district_officer.access, plan=plan, deed=LifeDeed.HALF_YEAR, reason="ভালো", on=date(2022, 1, 20))
    last = sent(cast, plan, quarter=4)
    decide_all(cast.district_officer, last)
    accept_quarter(by=cast.divisional_officer.access, submission=last)
    lower = Adjustment(Achievement(numerator=Decimal(26), denominator=Decimal(40)), "কম পাওয়া গেছে")
    (done,) = award_year(by=cast.divisional_officer.access, plan=plan, adjustments={"1.5.1": lower}, on=AWARDED)
    return done


def appeal(cast: Cast, awarded: Submission, on: date = date(2022, 7, 25)) -> Appeal:
    return file_appeal(by=cast.upazila_officer.access, claim=claim(awarded, "1.5.1"), figure=WANTED,
                       reason="বিবরণী অনুযায়ী ৩০টি নোট", on=on)  # fmt: skip


def test_an_upheld_appeal_moves_the_award_and_keeps_the_first(cast: Cast, awarded: Submission) -> None:
    filed = appeal(cast, awarded)
    assert filed.decider_path == cast.directorate.path
    decide_appeal(by=cast.reviewer.access, appeal=filed, uphold=True, reason="বিবরণী সঠিক", on=date(2022, 8, 1))
    done = claim(awarded, "1.5.1")
    awarded.refresh_from_db()
    assert (done.state, done.awarded_points, awarded.awarded_total) == ("settled", Decimal("5.4"), Decimal("11.2"))
    kept = ReviewStep.objects.filter(claim=done, number="awarded").order_by("version").values_list("points", flat=True)
    assert list(kept) == [Decimal("4.2000"), Decimal("5.4000")]


def test_a_refused_appeal_leaves_the_award(cast: Cast, awarded: Submission) -> None:
    filed = appeal(cast, awarded)
    with pytest.raises(BadInput):
        decide_appeal(by=cast.reviewer.access, appeal=filed, uphold=False, reason=" ")
    done = decide_appeal(by=cast.reviewer.access, appeal=filed, uphold=False, reason="বিবরণীতে স্বাক্ষর নেই")
    assert (done.state, claim(awarded, "1.5.1").awarded_points) == ("refused", Decimal("4.2000"))
    with pytest.raises(BadInput):
        decide_appeal(by=cast.reviewer.access, appeal=filed, uphold=True, reason="আবার")


def test_once_in_time_with_a_reason_by_the_office(cast: Cast, awarded: Submission) -> None:
    with pytest.raises(BadInput, match="possible until"):
        appeal(cast, awarded, on=date(2022, 8, 5))
    with pytest.raises(Refused):
        file_appeal(by=cast.district_officer.access, claim=claim(awarded, "1.5.1"), reason="কম", on=AWARDED)
    with pytest.raises(BadInput):
        file_appeal(by=cast.upazila_officer.access, claim=claim(awarded, "1.5.1"), reason="", on=AWARDED)
    filed = appeal(cast, awarded)
    decide_appeal(by=cast.reviewer.access, appeal=filed, uphold=False, reason="সঠিক নয়", on=date(2022, 7, 26))
    with pytest.raises(BadInput, match="once a year"):
        appeal(cast, awarded, on=date(2022, 7, 27))


def test_decided_one_level_up_by_someone_without_a_part(cast: Cast, awarded: Submission) -> None:
    filed = appeal(cast, awarded)
    for one in (cast.upazila_officer, cast.district_officer, cast.divisional_officer, cast.outsider, cast.admin):
        with pytest.raises(Refused):
            decide_appeal(by=one.access, appeal=filed, uphold=True, reason="সঠিক")
    helper = person("helper", "ফারহানা", cast.divisional, "সহকারী পরিচালক", "reviewer")
    with pytest.raises(Refused, match="one level above"):
        decide_appeal(by=helper.access, appeal=filed, uphold=True, reason="সঠিক")
    minister = person("joint", "যুগ্মসচিব", cast.ministry, "যুগ্মসচিব", "reviewer")
    assert decide_appeal(by=minister.access, appeal=filed, uphold=True, reason="সঠিক").state == "upheld"


def test_only_the_award_of_the_year_is_appealed(cast: Cast, awarded: Submission) -> None:
    plan = awarded.plan
    other = sent(cast, plan, quarter=1, on=date(2022, 7, 22))
    for waiting in Claim.objects.filter(submission=other)[:1]:
        with pytest.raises(BadInput):
            file_appeal(by=cast.upazila_officer.access, claim=waiting, reason="কম", on=AWARDED)


def test_a_plan_is_not_published_over_an_open_appeal(cast: Cast, awarded: Submission) -> None:
    filed = appeal(cast, awarded)
    above = cast.divisional_officer.access
    move_plan(by=above, plan=awarded.plan, deed=LifeDeed.CLOSE, on=date(2022, 7, 26))
    with pytest.raises(BadInput, match="appeal"):
        move_plan(by=above, plan=awarded.plan, deed=LifeDeed.PUBLISH, on=date(2022, 7, 27))
    decide_appeal(by=cast.reviewer.access, appeal=filed, uphold=False, reason="সঠিক নয়", on=date(2022, 7, 28))
    assert move_plan(by=above, plan=awarded.plan, deed=LifeDeed.PUBLISH, on=date(2022, 8, 30)).stage == "published"
