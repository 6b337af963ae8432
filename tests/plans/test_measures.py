"""Rows that count themselves: what is added, what is taken out again, and what a hand has typed stays."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from procrastinate.contrib.django.models import ProcrastinateJob

from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.meetings.models import DecisionDuty, Meeting, Series
from agragati.org.access import system
from agragati.papers import actions as papers
from agragati.plans.actions import Entry, record_progress
from agragati.plans.actions.measuring import choose_measure, count_measures
from agragati.plans.actions.rescore import rescore_plan
from agragati.plans.measures import MEASURES
from agragati.plans.models import Evidence, Plan, PlanDoubt, ProgressEvent, RowMeasure
from agragati.plans.rules.countable import COUNTABLE, fits
from agragati.plans.rules.integrity.facts import EventFacts, PlanFacts, Recorded, RowFacts
from agragati.plans.rules.integrity.records import own_records
from agragati.plans.rules.measured import Kept, Measured, by_quarter, plain, steps
from tests.papers.desk import DAY, Desk, desk  # noqa: F401
from tests.people import Cast
from tests.plans.official import official
from tests.plans.test_doubt_marks import minutes
from tests.plans.test_pages import BACKEND
from tests.plans.year import in_force, new_plan, row, running_plan, sent, worked

YEAR = FiscalYear(2021)
days = st.dates(YEAR.start, YEAR.end)
happenings = st.dictionaries(st.integers(1, 9).map(lambda n: f"minutes:{n}"), days, max_size=6)


@given(happenings, happenings, st.sets(st.integers(1, 4)))
def test_steps_bring_the_kept_in_line_and_leave_typed_quarters(now: dict, before: dict, typed: set[int]) -> None:
    found = [Measured(ref, day, "সভা") for ref, day in now.items()]
    kept = {ref: Kept(number, day) for number, (ref, day) in enumerate(before.items(), 1)}
    todo = steps(found, kept, typed)
    assert all(Quarter.of(one.day).number not in typed for one in todo.add)
    after = {ref: one for ref, one in kept.items() if one.event not in todo.withdraw}
    after |= {one.reference: Kept(99, one.day) for one in todo.add}
    after |= {one.reference: Kept(event, one.day) for event, one in todo.correct}
    assert (
        steps(found, after, typed).correct
        == steps(found, after, typed).withdraw
        == steps(found, after, typed).add
        == ()
    )
    assert set(after) <= set(now)


def test_figures_are_kept_by_quarter_and_no_share_of_nothing() -> None:
    two = [Measured("a", date(2021, 8, 1), ""), Measured("b", date(2021, 9, 1), "")]
    assert by_quarter(two, YEAR, date(2021, 12, 1)) == {"1": ["2", None], "2": ["0", None]}
    share = [Measured("q", date(2021, 9, 30), "", numerator=Decimal(8), denominator=Decimal(12))]
    assert by_quarter(share, YEAR, date(2022, 1, 1)) == {"1": ["8", "12"]}
    assert plain("minutes:5#2") == "minutes:5"


def test_a_difference_from_the_records_is_a_finding() -> None:
    event = EventFacts(1, date(2021, 8, 1), date(2021, 8, 1), quantity=Decimal(3))
    indicator = official("egov-2021-22").indicator("2.2.1")
    told = (Recorded(1, Decimal(2)), Recorded(2, Decimal(0)))
    facts = RowFacts(indicator, events=(event,), recorded=told)
    [doubt] = own_records(PlanFacts(official("egov-2021-22"), (facts,), date(2022, 1, 1)))
    assert (doubt.rule, doubt.subject, doubt.reason.values["achieved"]) == ("O5", "quarter:1", "3")


def test_measures_fit_what_they_can_count() -> None:
    framework = official("egov-2021-22")
    fitting = {name: {code for code in ("1.1.1", "2.2.1", "1.5.1") if fits(name, framework.indicator(code))}
               for name in MEASURES}  # fmt: skip
    assert fitting["meetings.held"] == fitting["letters.issued"] == {"1.1.1", "2.2.1"}
    assert fitting["decisions.implemented"] == fitting["decisions.carried_out"] == {"1.5.1"}


def test_files_may_name_exactly_what_is_counted() -> None:
    kinds = {name: {of.removeprefix("kind:") for of, _ in one.general if of} for name, one in MEASURES.items()}
    assert kinds == {name: set(one.kinds) for name, one in COUNTABLE.items()}


@pytest.fixture
def running(cast: Cast) -> Plan:
    plan = running_plan(cast)
    worked(cast, plan)
    return plan


def live(plan: Plan, code: str) -> list[ProgressEvent]:
    return list(ProgressEvent.objects.in_force().filter(indicator=row(plan, code), source="meeting"))


def test_signed_minutes_become_events_with_their_proof_once(cast: Cast, running: Plan) -> None:
    by = cast.upazila_officer.access
    choose_measure(by=by, indicator=row(running, "2.2.3"), measure="meetings.held")
    assert live(running, "2.2.3") == []
    held = minutes(cast, running)
    job = ProcrastinateJob.objects.filter(task_name="plans.tasks.count_measures").last()
    assert job is not None
    assert job.args == {"office_id": cast.upazila.pk}
    assert [count_measures(by=system(), office_id=cast.upazila.pk) for _ in range(2)] == [1, 0]
    [event] = live(running, "2.2.3")
    assert (event.day, event.source_ref) == (date(2021, 11, 10), f"minutes:{held.pk}")
    proof = event.evidence.get()
    assert (proof.reference, proof.attachment.mime) == (f"minutes:{held.pk}", "application/pdf")
    assert RowMeasure.objects.get().figures["2"] == ["1", None]
    assert not PlanDoubt.objects.filter(plan=running, rule="O5").exists()


def test_what_is_undone_is_taken_out_and_may_come_back(cast: Cast, running: Plan) -> None:
    held = minutes(cast, running)
    choose_measure(by=cast.upazila_officer.access, indicator=row(running, "2.2.3"), measure="meetings.held")
    [event] = live(running, "2.2.3")
    Meeting.objects.filter(pk=held.pk).update(office=cast.district)  # as if it had never been the office's
    assert count_measures(by=system()) == 1
    event.refresh_from_db()
    assert event.cancelled_at is not None
    assert "নিজস্ব নথিতে" in event.cancel_reason
    Meeting.objects.filter(pk=held.pk).update(office=cast.upazila)
    assert [count_measures(by=system()) for _ in range(2)] == [1, 0]
    assert [one.source_ref for one in live(running, "2.2.3")] == [f"minutes:{held.pk}#2"]


def test_a_typed_figure_stays_and_the_difference_is_flagged(cast: Cast, running: Plan) -> None:
    by = cast.upazila_officer.access
    record_progress(by=by, indicator=row(running, "2.2.1"), entry=Entry(date(2021, 10, 20), quantity=Decimal(4)))
    minutes(cast, running)
    choose_measure(by=by, indicator=row(running, "2.2.1"), measure="meetings.held")
    assert live(running, "2.2.1") == []
    found = PlanDoubt.objects.filter(plan=running, rule="O5").order_by("subject")
    assert [doubt.subject for doubt in found] == ["quarter:1", "quarter:2"]
    assert found[1].values["achieved"][1] == "4"
    assert found[1].values["target"][1] == "1"
    choose_measure(by=by, indicator=row(running, "2.2.1"), measure="")
    assert not found.open().exists()


def test_a_quarter_that_was_sent_stays_and_says_so(cast: Cast, running: Plan) -> None:
    sent(cast, running, 2)
    minutes(cast, running)
    choose_measure(by=cast.upazila_officer.access, indicator=row(running, "2.2.3"), measure="meetings.held")
    assert live(running, "2.2.3") == []
    assert [doubt.subject for doubt in PlanDoubt.objects.filter(plan=running, rule="O5")] == ["quarter:2"]


def test_decisions_are_a_share_with_a_statement_that_follows(cast: Cast, running: Plan) -> None:
    held = minutes(cast, running)
    duties = DecisionDuty.objects.filter(decision__meeting=held)
    duties.update(due=date(2021, 12, 15))
    assert duties.exists()
    ProgressEvent.objects.filter(indicator=row(running, "1.5.1")).delete()
    choose_measure(by=cast.upazila_officer.access, indicator=row(running, "1.5.1"), measure="decisions.implemented")
    [event] = ProgressEvent.objects.in_force().filter(indicator=row(running, "1.5.1"))
    count = duties.count()
    assert (event.day, event.numerator, event.denominator) == (date(2021, 12, 31), 0, count)
    duties.update(status="done", done_on=date(2021, 12, 10))
    assert [count_measures(by=system()) for _ in range(2)] == [1, 0]
    [now] = ProgressEvent.objects.in_force().filter(indicator=row(running, "1.5.1"))
    assert (now.corrects, now.numerator) == (event, count)
    [statement] = Evidence.objects.filter(event=now)
    assert statement.attachment.version_of is not None
    assert statement.attachment.mime == "application/pdf"
    duties.update(done_on=date(2022, 1, 5))  # done, but after the quarter
    count_measures(by=system())
    assert ProgressEvent.objects.in_force().get(indicator=row(running, "1.5.1")).numerator == 0


def test_a_row_counts_as_its_table_says_until_the_office_says_otherwise(
    cast: Cast, running: Plan, client: Client
) -> None:
    held = RowMeasure.objects.get(indicator__plan=running)
    assert (held.indicator.code, held.measure, held.of) == ("2.2.3", "meetings.held", "kind:review")
    assert held.from_table
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    page = client.get(f"/plans/indicators/{held.indicator_id}/").content.decode()
    assert "স্বয়ংক্রিয় গণনা: স্বাক্ষরিত কার্যবিবরণীর সভা (পর্যালোচনা সভা)" in page
    by = cast.upazila_officer.access
    meeting = minutes(cast, running)  # of no series: not one of the review meetings
    record_progress(by=by, indicator=row(running, "2.2.3"), entry=Entry(date(2021, 7, 20), quantity=Decimal(1)))
    assert count_measures(by=system()) == 0
    assert not PlanDoubt.objects.filter(plan=running, rule="O5").exists()  # no records here say nothing
    series = Series.objects.create(office=cast.upazila, title="পর্যালোচনা", kind="review", starts=time(11),
                                   since=date(2021, 7, 1))  # fmt: skip
    Meeting.objects.filter(pk=meeting.pk).update(series=series)
    assert count_measures(by=system()) == 1
    assert [one.source_ref for one in live(running, "2.2.3")] == [f"minutes:{meeting.pk}"]
    found = PlanDoubt.objects.filter(plan=running, rule="O5")
    assert [doubt.subject for doubt in found] == ["quarter:1"]  # typed there, while records are kept here after all
    choose_measure(by=by, indicator=row(running, "2.2.3"), measure="")
    assert not RowMeasure.objects.exists()


def test_letters_are_counted_by_kind_until_they_are_cancelled(desk: Desk) -> None:
    cast, own = desk.cast, desk.cast.district_officer
    plan = in_force(cast, new_plan(cast.district, own), own, cast.divisional_officer)
    Plan.objects.filter(pk=plan.pk).update(fiscal_year=2026)
    letter = desk.issued(on=DAY)
    papers.make_copies(by=desk.focal.access, letter_id=letter.pk)
    orders = choose_measure(
        by=own.access, indicator=row(plan, "2.2.1"), measure="letters.issued", of="kind:office_order"
    )
    assert orders is not None
    assert not ProgressEvent.objects.filter(indicator=row(plan, "2.2.1")).exists()
    choose_measure(by=own.access, indicator=row(plan, "2.2.1"), measure="letters.issued", of="kind:letter")
    [event] = ProgressEvent.objects.in_force().filter(indicator=row(plan, "2.2.1"))
    assert (event.source, event.source_ref, event.memo_no) == ("letter", f"letter:{letter.pk}", letter.memo_no)
    letter.refresh_from_db()
    papers.cancel_letter(by=desk.head.access, letter=letter, reason="ভুল")
    assert count_measures(by=system(), office_id=cast.district.pk) == 1
    assert not ProgressEvent.objects.in_force().filter(indicator=row(plan, "2.2.1")).exists()


def test_only_who_may_change_the_plan_chooses_and_only_what_fits(cast: Cast, running: Plan, client: Client) -> None:
    with pytest.raises(Refused):
        choose_measure(by=cast.outsider.access, indicator=row(running, "2.2.3"), measure="meetings.held")
    by = cast.upazila_officer.access
    for measure, of in (("decisions.implemented", ""), ("no.such", ""), ("meetings.held", "series:999")):
        with pytest.raises(BadInput):
            choose_measure(by=by, indicator=row(running, "2.2.3"), measure=measure, of=of)
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    address = f"/plans/indicators/{row(running, '2.2.3').pk}/measure/"
    page = client.get(address)
    assert "স্বাক্ষরিত কার্যবিবরণীর সভা" in page.content.decode()
    key = page.context["form"]["submit_key"].value()
    chosen = {"measure": "meetings.held|kind:review", "submit_key": key}
    assert client.post(address, chosen).status_code == 302
    held = RowMeasure.objects.get()
    assert (held.measure, held.of) == ("meetings.held", "kind:review")
    assert "সর্বশেষ গণনা" in client.get(address).content.decode()


def test_scoring_again_asks_five_questions(cast: Cast, running: Plan) -> None:
    plan = Plan.objects.select_related("office__area", "edition").get(pk=running.pk)
    rescore_plan(by=system(), plan=plan)
    before = Plan.objects.get(pk=plan.pk).version
    with CaptureQueriesContext(connection) as asked:
        rescore_plan(by=system(), plan=plan)
    assert len(asked) <= 5
    assert Plan.objects.get(pk=plan.pk).version == before + 1
    assert timezone.localdate(plan.scored_at) == timezone.localdate()
