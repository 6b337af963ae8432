"""Verdicts: who may, what each keeps, bulk, accept step, award; and that nobody decides on their own claim."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org.models import Delegation, Post, Posting
from agragati.org.selectors import access_of_posting, postings_of
from agragati.plans.actions.award import Adjustment, award_year
from agragati.plans.actions.claims import submit_quarter
from agragati.plans.actions.review import (
    accept_in_bulk,
    accept_quarter,
    give_verdict,
    unaccept_quarter,
    undo_verdict,
)
from agragati.plans.actions.sampling import draw_sample, note_finding
from agragati.plans.actions.windows import set_review_terms
from agragati.plans.models import Claim, ReviewStep, SampleDraw, SampleItem, Submission
from agragati.plans.rules.achievement import Achievement
from agragati.plans.rules.review_states import Marked, RemainingWeight, risk_of, total_of
from agragati.plans.rules.sampling import Draw, draw_keys
from agragati.plans.selectors.queue import QueueFilter, neighbours, queue_page, review_progress
from agragati.plans.selectors.reviews import claim_sheet, numbers_of_indicator
from tests.people import Cast, person
from tests.plans.year import claim, decide_all, in_force, new_plan, row, running_plan, sent, worked

AFTER = date(2021, 10, 20)


@pytest.fixture
def quarter(cast: Cast) -> Submission:
    plan = running_plan(cast)
    worked(cast, plan)
    return sent(cast, plan)


def test_part_of_a_claim_is_accepted_with_its_figure(cast: Cast, quarter: Submission) -> None:
    by, part = cast.district_officer.access, claim(quarter, "1.5.1")
    with pytest.raises(BadInput) as error:
        give_verdict(by=by, claim=part, verdict="accept_part", reason="হিসাব ভুল", on=AFTER)
    assert error.value.field == "figure"
    better = Achievement(numerator=Decimal(40), denominator=Decimal(40))
    with pytest.raises(BadInput, match="better than the claim"):
        give_verdict(by=by, claim=part, verdict="accept_part", figure=better, reason="হিসাব ভুল", on=AFTER)
    fewer = Achievement(numerator=Decimal(26), denominator=Decimal(40))
    done = give_verdict(by=by, claim=part, verdict="accept_part", figure=fewer, reason="৪টি নোট দুবার গোনা", on=AFTER)
    # 65 % lies halfway between 70 % (80) and 60 % (60): raw 70, of weight 6 = 4.20
    assert (done.state, done.claimed_points, done.verified_points) == ("partly", Decimal("5.4000"), Decimal("4.2000"))
    (shown,) = numbers_of_indicator(by=cast.upazila_officer.access, indicator_id=part.indicator_id)
    assert (shown.cut, [step.reason for step in shown.reasons]) == (Decimal("1.2000"), ["৪টি নোট দুবার গোনা"])


@pytest.mark.parametrize("verdict", ["accept_part", "return", "not_applicable"])
def test_less_than_acceptance_needs_a_reason(cast: Cast, quarter: Submission, verdict: str) -> None:
    figure = Achievement(numerator=Decimal(1), denominator=Decimal(40))
    with pytest.raises(BadInput) as error:
        give_verdict(by=cast.district_officer.access, claim=claim(quarter, "1.5.1"), verdict=verdict, figure=figure)
    assert error.value.field == "reason"


def test_the_office_itself_and_strangers_may_not_decide(cast: Cast, quarter: Submission) -> None:
    waiting = claim(quarter, "1.4.1")
    for stranger in (cast.upazila_officer, cast.outsider, cast.admin, cast.secretary):
        with pytest.raises(Refused):
            give_verdict(by=stranger.access, claim=waiting, verdict="accept", on=AFTER)
    with pytest.raises(NotFound):
        claim_sheet(by=cast.outsider.access, claim_id=waiting.pk)


def test_no_office_reviews_itself(cast: Cast) -> None:

    plan = in_force(
        cast, new_plan(cast.district, cast.district_officer), cast.district_officer, cast.divisional_officer
    )

    own = submit_quarter(by=cast.district_officer.access, plan=plan, quarter=1, on=AFTER)
    second = person("second", "মোঃ রফিক", cast.district, "সহকারী পরিচালক", "reviewer")
    for one in (cast.district_officer, second):
        with pytest.raises(Refused):
            give_verdict(by=one.access, claim=claim(own, "1.4.1"), verdict="accept", on=AFTER)
    assert queue_page(by=second.access, wanted=QueueFilter()).rows == []
    give_verdict(by=cast.divisional_officer.access, claim=claim(own, "1.4.1"), verdict="accept", on=AFTER)


def test_a_reviewer_with_an_additional_charge_there_is_refused(cast: Cast, quarter: Submission) -> None:
    post = Post.objects.create(office=cast.upazila, title_bn="সহকারী", valid_from=date(2020, 7, 1))
    Posting.objects.create(user=cast.reviewer.user, post=post, kind="additional", since=date(2020, 7, 1))
    with pytest.raises(Refused, match="charge"):
        give_verdict(by=cast.reviewer.access, claim=claim(quarter, "1.4.1"), verdict="accept", on=AFTER)
    assert claim_sheet(by=cast.reviewer.access, claim_id=claim(quarter, "1.4.1").pk).why_not == "claimant"
    assert accept_in_bulk(by=cast.reviewer.access, claim_ids=[claim(quarter, "1.1.1").pk]) == (0, 1)


def test_delegation_binds_both_ways(cast: Cast, quarter: Submission) -> None:
    today = timezone.localdate()
    until = today + timedelta(days=5)
    # the claimant acts in the reviewer's post
    Delegation.objects.create(posting=cast.reviewer.posting, to=cast.upazila_officer.user, since=today, until=until,
                              reason="ছুটি")  # fmt: skip
    lent = next(row for row in postings_of(by=cast.upazila_officer.user) if row.pk == cast.reviewer.posting.pk)
    acting = access_of_posting(by=cast.upazila_officer.user, posting=lent)
    with pytest.raises(Refused, match="charge"):
        give_verdict(by=acting, claim=claim(quarter, "1.4.1"), verdict="accept", on=AFTER)
    # the reviewer was lent a post of the office
    Delegation.objects.create(posting=cast.upazila_officer.posting, to=cast.district_officer.user, since=today,
                              until=until, reason="ছুটি")  # fmt: skip
    with pytest.raises(Refused, match="charge"):
        give_verdict(by=cast.district_officer.access, claim=claim(quarter, "1.4.1"), verdict="accept", on=AFTER)


def test_the_database_refuses_the_claimants_own_verdict(cast: Cast, quarter: Submission) -> None:
    with pytest.raises(IntegrityError, match="claim_not_decided_by_its_claimant"), transaction.atomic():
        Claim.objects.filter(submission=quarter).update(
            state="accepted", decided_at=timezone.now(), decided_by=cast.upazila_officer.user
        )


def test_a_verdict_is_taken_back_and_stays_readable(cast: Cast, quarter: Submission) -> None:
    by, one = cast.district_officer.access, claim(quarter, "1.4.1")
    give_verdict(by=by, claim=one, verdict="accept", on=AFTER)
    with pytest.raises(BadInput):
        undo_verdict(by=by, claim=one, reason="")
    undone = undo_verdict(by=by, claim=one, reason="নোটিশ অন্য সভার")
    assert (undone.state, undone.verified_points) == ("claimed", None)
    give_verdict(by=by, claim=one, verdict="return", reason="নোটিশ অন্য সভার", on=AFTER)
    deeds = ReviewStep.objects.filter(claim=one).order_by("pk").values_list("deed", "number", "points")
    assert list(deeds) == [
        ("submit", "claimed", Decimal("4.0000")), ("accept", "verified", Decimal("4.0000")),
        ("undo", "", None), ("return", "", None),
    ]  # fmt: skip


def test_two_people_verify_and_accept(cast: Cast, quarter: Submission) -> None:
    decide_all(cast.district_officer, quarter, AFTER)
    with pytest.raises(Refused, match="someone else"):
        accept_quarter(by=cast.district_officer.access, submission=quarter)
    accepted = accept_quarter(by=cast.divisional_officer.access, submission=quarter)
    assert (accepted.state, accepted.verified_total) == ("accepted", Decimal("11.2000"))
    with pytest.raises(BadInput, match="acceptance"):
        undo_verdict(by=cast.district_officer.access, claim=claim(quarter, "1.4.1"), reason="ভুল")
    back = unaccept_quarter(by=cast.divisional_officer.access, submission=quarter, reason="একটি প্রমাণক বাদ")
    assert (back.state, back.accepted_by) == ("verified", None)


def test_bulk_takes_only_what_is_complete_and_clean(cast: Cast, quarter: Submission) -> None:
    ids = list(Claim.objects.filter(submission=quarter).values_list("pk", flat=True))
    clean = Claim.objects.filter(submission=quarter, proof_complete=True, has_flag=False).count()
    assert 0 < clean < len(ids)
    assert accept_in_bulk(by=cast.district_officer.access, claim_ids=ids, on=AFTER) == (clean, len(ids) - clean)
    assert claim(quarter, "2.2.1").state == "claimed"
    assert accept_in_bulk(by=cast.district_officer.access, claim_ids=ids, on=AFTER) == (0, len(ids))
    with pytest.raises(Refused):
        accept_in_bulk(by=cast.upazila_officer.access, claim_ids=ids)


def test_the_queue_goes_by_key_and_finds_its_neighbours(cast: Cast, quarter: Submission) -> None:
    by, wanted = cast.district_officer.access, QueueFilter(quarter=1)
    seen: list[int] = []
    after = ""
    while True:
        page = queue_page(by=by, wanted=wanted, after=after, size=5)
        seen += [one.position for one in page.rows]
        after = page.after
        if not after:
            break
    assert seen == list(range(13))
    middle = Claim.objects.get(submission=quarter, position=6)
    places = [Claim.objects.get(pk=pk).position for pk in neighbours(by=by, claim=middle, wanted=wanted) if pk]
    assert places == [5, 7]
    first = Claim.objects.get(submission=quarter, position=0)
    assert neighbours(by=by, claim=first, wanted=wanted)[0] is None
    assert queue_page(by=by, wanted=wanted, after="0001'; drop~1~1~1").rows[0].position == 0
    progress = review_progress(by=by)
    assert (progress.waiting, progress.decided, progress.share) == (13, 0, 0)
    assert [one.indicator.code for one in queue_page(by=by, wanted=QueueFilter(mark="incomplete", code="2.2.1")).rows]


def test_a_sample_is_drawn_again_from_its_seed(cast: Cast, quarter: Submission) -> None:
    by = cast.district_officer.access
    draw = draw_sample(by=by, fiscal_year=2021, quarter=1, percent=30, how="risk")
    picked = set(SampleItem.objects.filter(draw=draw).values_list("claim", flat=True))
    assert (draw.population, len(picked), len(draw.seed)) == (13, 4, 16)
    pool = Claim.objects.filter(submission=quarter).values_list("pk", "risk")
    assert picked == set(draw_keys(pool, percent=30, seed=draw.seed, how=Draw.RISK))
    again = draw_sample(by=by, fiscal_year=2021, quarter=1, percent=30, how="risk", seed=draw.seed)
    assert again.population_digest == SampleDraw.objects.get(pk=draw.pk).population_digest
    assert accept_in_bulk(by=by, claim_ids=picked, on=AFTER)[0] == 0
    item = SampleItem.objects.filter(draw=draw).first()
    with pytest.raises(BadInput):
        note_finding(by=by, item=item, finding="differs")
    assert note_finding(by=by, item=item, finding="differs", note="স্থিরচিত্র অন্য অফিসের").checked_on is not None
    with pytest.raises(Refused):
        note_finding(by=cast.upazila_officer.access, item=item, finding="confirmed")


def finished(cast: Cast, plan_quarter: Submission) -> Submission:
    """The fourth quarter of the same plan sent, verified and accepted."""
    last = sent(cast, plan_quarter.plan, quarter=4)
    decide_all(cast.district_officer, last)
    return accept_quarter(by=cast.divisional_officer.access, submission=last)


def test_the_year_is_awarded_from_what_was_verified(cast: Cast, quarter: Submission) -> None:
    by, plan = cast.divisional_officer.access, quarter.plan
    end = date(2022, 7, 30)
    with pytest.raises(BadInput, match="fourth quarter"):
        award_year(by=by, plan=plan, on=end)
    last = finished(cast, quarter)
    with pytest.raises(BadInput, match="year has ended"):
        award_year(by=by, plan=plan, on=date(2022, 6, 30))
    lower = Adjustment(Achievement(numerator=Decimal(26), denominator=Decimal(40)), "বার্ষিক যাচাইয়ে কম পাওয়া গেছে")
    (awarded,) = award_year(by=by, plan=plan, adjustments={"1.5.1": lower}, on=end)
    assert (awarded.pk, awarded.state, awarded.awarded_total) == (last.pk, "awarded", Decimal("10.0000"))
    done = claim(last, "1.5.1")
    assert (done.claimed_points, done.verified_points, done.awarded_points) == (
        Decimal("5.4000"), Decimal("5.4000"), Decimal("4.2000")
    )  # fmt: skip
    quarter.refresh_from_db()
    assert quarter.state == "submitted"  # never decided, never awarded


def test_weight_of_what_does_not_apply_is_kept_or_shared(cast: Cast, quarter: Submission) -> None:
    by = cast.district_officer.access
    give_verdict(by=by, claim=claim(quarter, "1.5.1"), verdict="not_applicable", reason="ই-নথি চালু হয়নি", on=AFTER)
    decide_all(cast.district_officer, quarter, AFTER)
    quarter.refresh_from_db()
    assert quarter.verified_total == Decimal("5.8000")
    set_review_terms(by=cast.admin.access, fiscal_year=2021, remaining_weight="redistribute", accept_step=True,
                     hide_unaccepted=True, appeal_days=15)  # fmt: skip
    undo_verdict(by=by, claim=claim(quarter, "1.4.1"), reason="আবার দেখা হবে")
    give_verdict(by=by, claim=claim(quarter, "1.4.1"), verdict="accept", on=AFTER)
    quarter.refresh_from_db()
    assert quarter.verified_total == Decimal("6.5909")  # 5.80 × 50 ÷ 44


def test_sums_and_risk_by_worked_numbers() -> None:
    rows = [Marked(Decimal(4), Decimal(4)), Marked(Decimal(6), Decimal(3)), Marked(Decimal(10), None, applies=False)]
    assert total_of(rows, Decimal(20), RemainingWeight.KEEP) == Decimal(7)
    assert total_of(rows, Decimal(20), RemainingWeight.REDISTRIBUTE) == Decimal(14)
    unknown = [*rows, Marked(None, None)]
    assert total_of(unknown, Decimal(20), RemainingWeight.REDISTRIBUTE) == Decimal(7)
    assert total_of([Marked(Decimal(4), None)], Decimal(20), RemainingWeight.KEEP) is None
    assert risk_of(proof_missing=False, flagged=False, provisional=False, late=False, full_marks=False) == 1
    assert risk_of(proof_missing=True, flagged=True, provisional=True, late=True, full_marks=True) == 11


def test_readers_outside_the_review_wait_for_acceptance(cast: Cast, quarter: Submission) -> None:
    code = claim(quarter, "1.4.1").indicator_id
    assert numbers_of_indicator(by=cast.secretary.access, indicator_id=code) == []
    assert len(numbers_of_indicator(by=cast.upazila_officer.access, indicator_id=code)) == 1
    decide_all(cast.district_officer, quarter, AFTER)
    accept_quarter(by=cast.divisional_officer.access, submission=quarter)
    assert len(numbers_of_indicator(by=cast.secretary.access, indicator_id=code)) == 1
    assert row(quarter.plan, "1.4.1").claims.count() == 1
