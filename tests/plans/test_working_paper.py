"""A plan's working paper goes into a meeting; issued letters and signed minutes prove entries."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.meetings import actions as meetings
from agragati.meetings.models import AgendaItem, Meeting
from agragati.meetings.selectors import meetings_about
from agragati.papers import actions as papers
from agragati.plans.actions import adopt_framework
from agragati.plans.actions.evidence import NewProof
from agragati.plans.actions.issued import count_meeting, prove_with_paper
from agragati.plans.actions.working_paper import send_working_paper
from agragati.plans.models import Evidence, Plan
from agragati.plans.rules.achievement import Achievement
from agragati.plans.rules.choices import Method
from agragati.plans.rules.foresight import next_band
from agragati.plans.rules.scoring import IndicatorScore, score_indicator
from agragati.plans.rules.working_paper import Standing, status_text
from agragati.plans.selectors.issued import issued_papers
from tests.papers.desk import DAY, Desk, desk  # noqa: F401
from tests.people import Cast
from tests.plans.official import official
from tests.plans.test_actions import edition
from tests.plans.test_doubt_marks import minutes
from tests.plans.test_pages import BACKEND
from tests.plans.year import row, running_plan, worked


@pytest.fixture
def running(cast: Cast) -> Plan:
    plan = running_plan(cast)
    worked(cast, plan)
    return plan


def review_meeting(cast: Cast) -> Meeting:
    """A planned meeting of the upazila."""
    starts = datetime(2021, 12, 27, 11, 0, tzinfo=timezone.get_default_timezone())
    post = cast.upazila_officer.posting.post_id
    plan = meetings.MeetingPlan(title="অগ্রগতি পর্যালোচনা সভা", starts_at=starts, place="কক্ষ", chair_post_id=post,
                                secretary_post_id=post)  # fmt: skip
    return meetings.plan_meeting(by=cast.upazila_officer.access, office_id=cast.upazila.pk, plan=plan)


def test_every_indicator_goes_on_the_agenda_once_with_its_live_status(cast: Cast, running: Plan) -> None:
    by, held = cast.upazila_officer.access, review_meeting(cast)
    made = send_working_paper(by=by, plan_id=running.pk, meeting_id=held.pk, codes=["1.5.1", "2.2.1"])
    share, training = made
    assert share.topic.startswith("[১.৫.১]")
    assert "অর্জন: ৭৫%" in share.working_paper
    assert "নম্বর: ৫.৪০ / ৬" in share.working_paper
    assert "প্রমাণক বাকি:" in training.working_paper
    assert training.about == f"indicator:{row(running, '2.2.1').pk}"
    assert meetings_about(by=by, about=training.about) == [held]
    assert len(send_working_paper(by=by, plan_id=running.pk, meeting_id=held.pk)) == 11
    with pytest.raises(BadInput, match="already"):
        send_working_paper(by=by, plan_id=running.pk, meeting_id=held.pk)
    assert AgendaItem.objects.filter(meeting=held).count() == 13


def test_only_who_prepares_the_meeting_sends_the_paper(cast: Cast, running: Plan) -> None:
    held = review_meeting(cast)
    with pytest.raises((Refused, NotFound)):
        send_working_paper(by=cast.outsider.access, plan_id=running.pk, meeting_id=held.pk)
    with pytest.raises((Refused, NotFound)):
        send_working_paper(by=cast.secretary.access, plan_id=running.pk, meeting_id=held.pk)
    assert not AgendaItem.objects.exists()


def test_the_page_offers_the_meeting_and_sends(cast: Cast, running: Plan, client: Client) -> None:
    held = review_meeting(cast)
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    address = f"/plans/{running.pk}/working-paper/"
    page = client.get(address)
    assert "অগ্রগতি পর্যালোচনা সভা" in page.content.decode()
    key = page.context["form"]["submit_key"].value()
    sent = client.post(address, {"meeting": str(held.pk), "codes": ["1.4.1"], "submit_key": key})
    assert sent["Location"] == f"/meetings/{held.pk}/"
    assert "অগ্রগতি পর্যালোচনা সভা" in client.get(f"/plans/indicators/{row(running, '1.4.1').pk}/").content.decode()


def test_signed_minutes_are_counted_once_and_are_their_own_proof(cast: Cast, running: Plan) -> None:
    held, by = minutes(cast, running), cast.upazila_officer.access
    reviews = row(running, "2.2.3")
    event = count_meeting(by=by, indicator=reviews, reference=f"minutes:{held.pk}")
    assert (event.day, event.source, event.source_ref) == (date(2021, 11, 10), "meeting", f"minutes:{held.pk}")
    proof = event.evidence.get()
    assert (proof.kind, proof.reference, proof.attachment.mime) == ("minutes", f"minutes:{held.pk}", "application/pdf")
    assert not running.doubts.filter(rule="R8").exists()
    with pytest.raises(BadInput, match="counted"):
        count_meeting(by=by, indicator=reviews, reference=f"minutes:{held.pk}")
    with pytest.raises(BadInput, match="count meetings"):
        count_meeting(by=by, indicator=row(running, "1.5.1"), reference=f"minutes:{held.pk}")
    with pytest.raises(Refused):
        count_meeting(by=cast.secretary.access, indicator=reviews, reference=f"minutes:{held.pk}")


def test_papers_of_others_and_unsigned_ones_prove_nothing(cast: Cast, running: Plan) -> None:
    by, held = cast.upazila_officer.access, review_meeting(cast)
    for wrong in (f"minutes:{held.pk}", "minutes:999999", "minutes:x", "letter:999999", "", "minutes:"):
        with pytest.raises(NotFound):
            prove_with_paper(by=by, indicator=row(running, "2.2.3"), proof=NewProof("minutes"), reference=wrong)
    assert issued_papers(by=by, plan=running) == []


def test_the_evidence_page_takes_minutes_from_the_office(cast: Cast, running: Plan, client: Client) -> None:
    held = minutes(cast, running)
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    address = f"/plans/indicators/{row(running, '1.4.1').pk}/evidence/add/"
    page = client.get(address)
    assert f"minutes:{held.pk}" in page.content.decode()
    key = page.context["form"]["submit_key"].value()
    given = {"kind": "minutes", "paper": f"minutes:{held.pk}", "submit_key": key}
    assert client.post(address, given).status_code == 302
    assert Evidence.objects.get(reference=f"minutes:{held.pk}").day == date(2021, 11, 10)


def test_the_status_says_what_is_still_to_be_done_while_the_year_runs() -> None:
    framework = official("egov-2021-22")
    indicator, year = framework.indicator("1.1.1"), framework.fiscal_year
    scored = IndicatorScore(indicator, Achievement(), score_indicator(indicator, Achievement(), Method.LINEAR, year))
    band = next_band(indicator, Achievement(), date(2022, 3, 10), fiscal_year=year)
    text = status_text(Standing(scored, band))
    assert "অর্জন: এখনও অর্জিত হয়নি" in text
    assert "করণীয়:" in text
    assert "১৬/০৩/২০২২" in text


def test_an_issued_letter_of_the_office_proves_an_entry(desk: Desk) -> None:
    letter = desk.issued(on=DAY)
    papers.make_copies(by=desk.focal.access, letter_id=letter.pk)
    plan = adopt_framework(by=desk.cast.district_officer.access, office=desk.cast.district, edition=edition())
    where, reference = row(plan, "1.1.1"), f"letter:{letter.pk}"
    proof = NewProof("office_order")
    [made] = prove_with_paper(by=desk.focal.access, indicator=where, proof=proof, reference=reference)
    assert (made.memo_no, made.day, made.reference) == (letter.memo_no, DAY, reference)
    assert made.attachment is not None
    assert made.attachment.mime == "application/pdf"
    above = desk.cast.divisional_officer.access
    other = adopt_framework(by=above, office=desk.cast.divisional, edition=edition())
    with pytest.raises(NotFound):  # another office's letter proves nothing here
        prove_with_paper(by=above, indicator=row(other, "1.1.1"), proof=NewProof("office_order"), reference=reference)
