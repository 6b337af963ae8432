"""Sending a quarter: what is claimed, lateness, locks, provisional claims, second sendings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import ProgrammingError, transaction

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, Refused
from agragati.plans.actions.claims import submit_quarter
from agragati.plans.actions.progress import Entry, cancel_event, correct_event, record_progress
from agragati.plans.actions.review import give_verdict, reopen_quarter
from agragati.plans.models import Claim, ReviewStep, Submission
from agragati.plans.selectors.queue import submission_rates
from agragati.plans.selectors.reckoning import reckon_quarter
from tests.people import Cast
from tests.plans.year import claim, decide_all, new_plan, row, running_plan, sent, worked

AFTER = date(2021, 10, 10)


def test_a_quarter_claims_what_the_events_give_as_of_its_day(cast: Cast) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    record_progress(by=cast.upazila_officer.access, indicator=row(plan, "2.2.1"),
                    entry=Entry(day=date(2021, 10, 5), quantity=Decimal(2)))  # fmt: skip
    quarter = sent(cast, plan)
    # 1.4.1 4.00 + 2.2.1 two of four 1.80 + 1.5.1 75 % 5.40; the training of 5 October is not of this quarter
    assert quarter.claimed_total == Decimal("11.2000")
    assert (quarter.state, quarter.is_late, quarter.due) == ("submitted", False, date(2021, 10, 15))
    first = ReviewStep.objects.get(claim=claim(quarter, "1.5.1"))
    assert (first.number, first.version, first.points) == ("claimed", 1, Decimal("5.4000"))
    assert first.figure == {"numerator": "30.0000", "denominator": "40.0000"}
    assert quarter.claims.count() == 13
    assert Deed.objects.filter(name="plans.submit_quarter").count() == 1


def test_proof_decides_whether_a_claim_is_complete(cast: Cast) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    quarter = sent(cast, plan)
    untouched = claim(quarter, "1.1.1")
    bare = claim(quarter, "2.2.1")
    assert (untouched.proof_complete, untouched.claimed_points) == (True, Decimal(0))
    assert bare.proof_complete is False
    assert bare.risk > untouched.risk


@pytest.mark.parametrize(("on", "late"), [(date(2021, 10, 15), False), (date(2021, 10, 16), True)])
def test_late_is_after_the_official_day(cast: Cast, on: date, late: bool) -> None:
    quarter = sent(cast, running_plan(cast), on=on)
    assert quarter.is_late is late
    assert set(quarter.claims.values_list("is_late", flat=True)) == {late}


def test_only_a_running_plan_and_a_begun_quarter_are_sent(cast: Cast) -> None:
    draft = (
        new_plan(cast.other_upazila, cast.district_officer) if False else new_plan(cast.district, cast.district_officer)
    )
    with pytest.raises(BadInput, match="in force"):
        submit_quarter(by=cast.district_officer.access, plan=draft, quarter=1, on=AFTER)
    plan = running_plan(cast)
    with pytest.raises(BadInput, match="not begun"):
        sent(cast, plan, quarter=3, on=AFTER)
    for person in (cast.outsider, cast.district_officer, cast.reviewer, cast.admin):
        with pytest.raises(Refused):
            submit_quarter(by=person.access, plan=plan, quarter=1, on=AFTER)
    assert Submission.objects.count() == 0


def test_a_sent_quarter_is_locked_for_its_events(cast: Cast) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    by = cast.upazila_officer.access
    quarter = sent(cast, plan)
    with pytest.raises(BadInput, match="locked"):
        sent(cast, plan)
    event = row(plan, "2.2.1").events.get()
    with pytest.raises(BadInput, match="locked"):
        record_progress(by=by, indicator=row(plan, "2.2.1"), entry=Entry(day=date(2021, 8, 1), quantity=Decimal(1)))
    with pytest.raises(BadInput, match="locked"):
        cancel_event(by=by, event=event, reason="ভুল")
    with pytest.raises(BadInput, match="locked"):
        correct_event(by=by, event=event, entry=Entry(day=date(2021, 10, 2), quantity=Decimal(1)), reason="ভুল")
    record_progress(by=by, indicator=row(plan, "2.2.1"), entry=Entry(day=date(2021, 10, 2), quantity=Decimal(1)))
    give_verdict(
        by=cast.district_officer.access, claim=claim(quarter, "2.2.1"), verdict="return", reason="উপস্থিতি পত্র নেই"
    )
    correct_event(by=by, event=event, entry=Entry(day=date(2021, 9, 20), quantity=Decimal(3)), reason="সংখ্যা ভুল ছিল")
    with pytest.raises(BadInput, match="locked"):
        record_progress(by=by, indicator=row(plan, "1.6.1"), entry=Entry(day=date(2021, 8, 1)))


def test_a_returned_claim_is_sent_again_and_the_first_number_stays(cast: Cast) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    quarter = sent(cast, plan)
    above = cast.district_officer.access
    give_verdict(by=above, claim=claim(quarter, "1.4.1"), verdict="accept", on=AFTER)
    give_verdict(by=above, claim=claim(quarter, "2.2.1"), verdict="return", reason="উপস্থিতি পত্র নেই", on=AFTER)
    event = row(plan, "2.2.1").events.get()
    correct_event(by=cast.upazila_officer.access, event=event, reason="একটি প্রশিক্ষণ হয়নি",
                  entry=Entry(day=date(2021, 9, 20), quantity=Decimal(1)))  # fmt: skip
    again = sent(cast, plan, on=date(2021, 10, 20))
    assert (again.round, again.state, again.is_late) == (2, "submitted", False)
    numbers = ReviewStep.objects.filter(claim=claim(quarter, "2.2.1"), number="claimed").order_by("version")
    assert [(step.version, step.points) for step in numbers] == [(1, Decimal("1.8000")), (2, Decimal(0))]
    assert claim(quarter, "1.4.1").state == "accepted"
    assert claim(quarter, "2.2.1").state == "claimed"


def test_a_claim_before_its_as_of_day_is_provisional(cast: Cast) -> None:
    plan = running_plan(cast)
    early = date(2021, 7, 29)
    quarter = sent(cast, plan, on=early)
    one = claim(quarter, "1.4.1")
    assert (one.is_provisional, one.as_of) == (True, date(2021, 9, 30))
    with pytest.raises(BadInput, match="provisional"):
        give_verdict(by=cast.district_officer.access, claim=one, verdict="accept", on=AFTER)
    worked(cast, plan)  # entry stays open while the claim is provisional
    again = sent(cast, plan, on=AFTER)
    assert (again.round, again.state, again.claimed_total) == (2, "submitted", Decimal("11.2000"))
    assert not again.claims.filter(is_provisional=True).exists()
    give_verdict(by=cast.district_officer.access, claim=claim(again, "1.4.1"), verdict="accept", on=AFTER)


def test_a_reopened_quarter_goes_back_to_its_office(cast: Cast) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    quarter = sent(cast, plan)
    decide_all(cast.district_officer, quarter)
    quarter.refresh_from_db()
    assert quarter.state == "verified"
    with pytest.raises(BadInput):
        reopen_quarter(by=cast.reviewer.access, submission=quarter, reason=" ")
    reopen_quarter(by=cast.reviewer.access, submission=quarter, reason="প্রমাণক বাদ পড়েছে", codes=["2.2.1"])
    quarter.refresh_from_db()
    assert quarter.state == "returned"
    assert Claim.objects.filter(submission=quarter, state="returned").count() == 1
    assert sent(cast, plan, on=date(2021, 11, 1)).state == "submitted"


def test_the_database_refuses_a_jump_and_a_rewritten_number(cast: Cast) -> None:
    quarter = sent(cast, running_plan(cast))
    with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
        Submission.objects.filter(pk=quarter.pk).update(state="awarded")
    with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
        Claim.objects.filter(submission=quarter).update(state="settled")
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        ReviewStep.objects.filter(submission=quarter).update(points=Decimal(6))


def test_rates_of_reporting(cast: Cast) -> None:
    plan = running_plan(cast)
    new_plan(cast.district, cast.district_officer)
    by = cast.district_officer.access
    rates = submission_rates(by=by, fiscal_year=2021, quarter=1)
    assert rates is not None
    assert (rates.expected, rates.sent, rates.completeness) == (2, 0, Decimal(0))
    sent(cast, plan, on=date(2021, 11, 1))
    rates = submission_rates(by=by, fiscal_year=2021, quarter=1)
    assert rates is not None
    assert (rates.completeness, rates.timeliness) == (Decimal(50), Decimal(0))
    strange = submission_rates(by=cast.outsider.access, fiscal_year=2021, quarter=1)
    assert strange is not None
    assert strange.completeness is None


def test_the_preview_says_what_is_missing_and_when(cast: Cast) -> None:
    plan = running_plan(cast)
    worked(cast, plan)
    found = reckon_quarter(by=cast.upazila_officer.access, plan=plan, quarter=1, on=date(2021, 9, 25))
    rows = {one.row.record.code: one for one in found.rows}
    assert rows["2.2.1"].provisional
    assert rows["2.2.1"].missing
    assert rows["1.1.1"].missing == ()
    assert rows["1.5.1"].row.scored.score.points == Decimal(0)  # the e-file figure is of 30 September
