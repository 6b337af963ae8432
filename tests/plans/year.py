"""A plan brought through its year: signed, in force, sent, reviewed. Days are given, so that every test is the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from agragati.org.models import Office
from agragati.plans.actions.claims import submit_quarter
from agragati.plans.actions.life import move_plan
from agragati.plans.actions.progress import Entry, Proof, record_progress
from agragati.plans.actions.review import give_verdict
from agragati.plans.models import Claim, Plan, PlanIndicator, Submission
from agragati.plans.rules.life_states import LifeDeed
from tests.people import Cast, Person
from tests.plans.test_actions import edition

from agragati.plans.actions import adopt_framework  # isort: skip

SCAN = Proof("signed.txt", "স্বাক্ষরিত কর্মপরিকল্পনা".encode())
SIGNED = date(2021, 6, 24)
ENDS = (date(2021, 9, 30), date(2021, 12, 31), date(2022, 3, 31), date(2022, 6, 30))
SENT = (date(2021, 10, 10), date(2022, 1, 10), date(2022, 4, 10), date(2022, 7, 10))


def new_plan(office: Office, officer: Person) -> Plan:
    """A draft plan of 2021-22."""
    return adopt_framework(by=officer.access, office=office, edition=edition())


def in_force(cast: Cast, plan: Plan, own: Person, above: Person) -> Plan:
    """Discussed, signed by both, in force on 1 July 2021."""
    move_plan(by=own.access, plan=plan, deed=LifeDeed.DISCUSS, on=SIGNED)
    move_plan(by=own.access, plan=plan, deed=LifeDeed.SIGN_OWN, day=SIGNED, scan=SCAN, on=SIGNED)
    move_plan(by=above.access, plan=plan, deed=LifeDeed.SIGN_HIGHER, day=SIGNED, on=SIGNED)
    return move_plan(by=above.access, plan=plan, deed=LifeDeed.ENFORCE, on=date(2021, 7, 1))


def running_plan(cast: Cast) -> Plan:
    """The upazila office's plan, in force, signed by the district officer."""
    plan = new_plan(cast.upazila, cast.upazila_officer)
    return in_force(cast, plan, cast.upazila_officer, cast.district_officer)


def row(plan: Plan, code: str) -> PlanIndicator:
    """One indicator of a plan, as the deeds want it."""
    return PlanIndicator.objects.select_related("plan__office", "plan__edition").get(plan=plan, code=code)


def worked(cast: Cast, plan: Plan) -> None:
    """A little work of the first quarter: the review meeting (4 marks), two trainings, e-file 30 of 40."""
    by = cast.upazila_officer.access
    minutes = Proof("minutes.txt", "কার্যবিবরণী".encode(), "minutes")
    record_progress(by=by, indicator=row(plan, "1.4.1"), entry=Entry(day=date(2021, 8, 25)), proofs=[minutes])
    record_progress(by=by, indicator=row(plan, "2.2.1"), entry=Entry(day=date(2021, 9, 20), quantity=Decimal(2)))
    share = Entry(day=date(2021, 9, 30), numerator=Decimal(30), denominator=Decimal(40))
    record_progress(by=by, indicator=row(plan, "1.5.1"), entry=share)


def sent(cast: Cast, plan: Plan, quarter: int = 1, on: date | None = None) -> Submission:
    """A quarter sent in time by the upazila officer."""
    return submit_quarter(by=cast.upazila_officer.access, plan=plan, quarter=quarter, on=on or SENT[quarter - 1])


def claim(submission: Submission, code: str) -> Claim:
    """One claim of a sent quarter."""
    return Claim.objects.get(submission=submission, indicator__code=code)


def decide_all(by: Person, submission: Submission, on: date | None = None) -> None:
    """Accept every claim that waits."""
    for waiting in Claim.objects.filter(submission=submission, state="claimed"):
        give_verdict(by=by.access, claim=waiting, verdict="accept", on=on)
