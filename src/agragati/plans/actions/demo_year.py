"""One demo plan through its whole year: signed, amended, sent four times, returned, corrected, appealed, published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pgtrigger
from django.db import transaction

from agragati.audit.actions import record
from agragati.org.access import Access, P, system
from agragati.org.models import Posting, User
from agragati.org.selectors import access_of_posting

from ..choices import ClaimState, Stage
from ..models import Claim, Plan, ProgressEvent, Submission
from ..rules.achievement import Achievement
from ..rules.choices import Unit
from ..rules.entries import Entry
from ..rules.life_states import LifeDeed as L
from ..selectors.reckoning import signed_indicator
from .amendments import propose_amendment
from .appeals import decide_appeal, file_appeal
from .award import Adjustment, award_year
from .claims import submit_quarter
from .demo_proof import prove_demo_plan
from .life import move_plan
from .progress import Proof, correct_event
from .review import accept_in_bulk, accept_quarter, give_verdict
from .sampling import draw_sample, note_finding
from .steps import figure_of

YEAR = 2021
NAMES = ("upazila", "district", "divisional", "director")
SCAN = Proof("স্বাক্ষরিত-কর্মপরিকল্পনা.txt", "নমুনা: স্বাক্ষরিত কর্মপরিকল্পনার স্থলে এই ফাইল।".encode())
LEVELS = [(Decimal(100), Decimal(3)), (Decimal(80), Decimal(2)), (Decimal(60), Decimal(1))]


@dataclass
class _Demo:
    """The plan and the four people: its officer, the reviewer, who accepts and awards, who decides the appeal."""

    plan: Plan
    own: Access
    district: Access
    divisional: Access
    director: Access


@transaction.atomic
def load_demo_reviews(*, by: Access) -> int:
    """Bring the demo upazila's plan of 2021-22 through its year by the deeds of its officers, on days of that year.

    Needs the demo line and its plans. Returns how many quarters were sent: 4, or 0 when it was done or cannot be.
    """
    by.require(P.FRAMEWORK_MANAGE)
    people = {user.username: user for user in User.objects.filter(username__in=NAMES, is_demo=True)}
    held = {name: Posting.objects.filter(user=user, kind="regular").first() for name, user in people.items()}
    if len(people) < len(NAMES) or not all(held.values()):
        return 0
    accesses = [access_of_posting(by=people[name], posting=held[name]) for name in NAMES]
    rows = Plan.objects.filter(office=accesses[0].office_id, fiscal_year=YEAR, kind="egov", is_demo=True)
    plan = rows.filter(steps__isnull=True).select_related("office__area", "edition").first()
    if plan is None:
        return 0
    _run(_Demo(plan, *accesses))
    record(by=by, deed="plans.load_demo_reviews", about=f"plan:{plan.pk}", label=str(plan))
    return Submission.objects.filter(plan=plan).count()


def _run(demo: _Demo) -> None:
    prove_demo_plan(by=system("load_demo"), plan=demo.plan)
    _begin(demo)
    _first_quarter(demo)
    _second_quarter(demo)
    _quiet_quarter(demo, 3, date(2022, 4, 11))
    _end(demo)


def _live(demo: _Demo, by: Access, deed: str, on: date, reason: str = "", scan: Proof | None = None) -> None:
    day = on if deed in (L.SIGN_OWN, L.SIGN_HIGHER) else None
    demo.plan = move_plan(by=by, plan=demo.plan, deed=deed, day=day, reason=reason, scan=scan, on=on)


def _begin(demo: _Demo) -> None:
    """The demo's plans are loaded as closed ones; this one starts again as a draft, and is signed and amended."""
    with pgtrigger.ignore("plans.Plan:stage_by_table"):
        Plan.objects.filter(pk=demo.plan.pk).update(stage=Stage.DRAFT)
    demo.plan.stage = Stage.DRAFT
    _live(demo, demo.own, L.DISCUSS, date(2021, 6, 8))
    _live(demo, demo.own, L.SIGN_OWN, date(2021, 6, 20))
    _live(demo, demo.district, L.SIGN_HIGHER, date(2021, 6, 24), scan=SCAN)
    _live(demo, demo.district, L.ENFORCE, date(2021, 7, 1))
    why = "প্রশিক্ষণ খাতে বরাদ্দ কমে যাওয়ায় একটি প্রশিক্ষণ আয়োজন সম্ভব হবে না।"
    _live(demo, demo.own, L.OPEN_AMENDMENT, date(2021, 9, 12), why)
    row = demo.plan.indicators.select_related("plan__office", "plan__edition").get(code="2.2.1")
    propose_amendment(by=demo.own, indicator=row, levels=LEVELS, reason=why, on=date(2021, 9, 12))
    _live(demo, demo.district, L.APPROVE_AMENDMENT, date(2021, 10, 4))


def _first_quarter(demo: _Demo) -> None:
    """Sent in time; what claims most is returned for its evidence, corrected, and sent again."""
    sent = submit_quarter(by=demo.own, plan=demo.plan, quarter=1, on=date(2021, 10, 12))
    chosen = _worth(sent)
    give_verdict(by=demo.district, claim=chosen, verdict="return", on=date(2021, 10, 17),
                 reason="উপস্থিতি পত্র ও নোটিশ সংযুক্ত নেই; সংযুক্ত করে পুনরায় দাখিল করুন।")  # fmt: skip
    _correct(demo, chosen)
    submit_quarter(by=demo.own, plan=demo.plan, quarter=1, on=date(2021, 10, 20))
    _accept(demo, sent, date(2021, 10, 25))


def _correct(demo: _Demo, claim: Claim) -> None:
    """Correct the claim's last event: the same figure, its description completed."""
    events = ProgressEvent.objects.in_force().filter(indicator=claim.indicator, day__lte=claim.as_of)
    event = events.select_related("indicator__plan__office", "indicator__plan__edition").last()
    if event is None:
        return
    entry = Entry(day=event.day, standing=event.standing, quantity=event.quantity, numerator=event.numerator,
                  denominator=event.denominator, text="আয়োজিত হয়েছে; নোটিশ ও উপস্থিতি পত্র সংযুক্ত।")  # fmt: skip
    notice = Proof("নোটিশ-ও-উপস্থিতি.txt", f"নমুনা প্রমাণক {claim.pk}".encode(), "notice")
    correct_event(by=demo.own, event=event, entry=entry, reason="বিবরণ ও প্রমাণক অসম্পূর্ণ ছিল", proofs=[notice])


def _second_quarter(demo: _Demo) -> None:
    """Sent late; a sample is drawn, one claim is accepted in part; half-yearly feedback follows."""
    sent = submit_quarter(by=demo.own, plan=demo.plan, quarter=2, on=date(2022, 1, 20))
    draw = draw_sample(by=demo.district, fiscal_year=YEAR, quarter=2, percent=20, seed="nomuna-2022-q2")
    item = draw.items.select_related("claim__submission__plan__office__area", "claim__indicator").order_by("pk")[0]
    note_finding(by=demo.district, item=item, finding="confirmed", note="সরেজমিনে সঠিক পাওয়া গেছে।", on=date(2022, 1, 23))
    chosen = _worth(sent)
    if (less := _less(demo, chosen)) is not None:
        give_verdict(by=demo.district, claim=chosen, verdict="accept_part", figure=less, on=date(2022, 1, 24),
                     reason="একটির উপস্থিতি পত্রে তারিখ নেই, তাই সেটি গণনা করা হলো না।")  # fmt: skip
    _accept(demo, sent, date(2022, 1, 26))
    _live(demo, demo.district, L.HALF_YEAR, date(2022, 1, 28),
          "অগ্রগতি সন্তোষজনক। প্রমাণক প্রতি মাসে সংরক্ষণ করুন এবং দাখিল যথাসময়ে করুন।")  # fmt: skip


def _quiet_quarter(demo: _Demo, number: int, on: date) -> Submission:
    sent = submit_quarter(by=demo.own, plan=demo.plan, quarter=number, on=on)
    _accept(demo, sent, on + timedelta(days=8))
    return sent


def _end(demo: _Demo) -> None:
    """Awarded with less for one indicator, appealed and upheld, closed and published."""
    last = _quiet_quarter(demo, 4, date(2022, 7, 5))
    chosen = _worth(last)
    less, changes = _less(demo, chosen), {}
    if less is not None:
        changes = {chosen.indicator.code: Adjustment(less, "বার্ষিক যাচাইয়ে একটির প্রমাণক পাওয়া যায়নি।")}
    award_year(by=demo.divisional, plan=demo.plan, adjustments=changes, on=date(2022, 8, 2))
    figure = figure_of(chosen.steps.filter(number="claimed").last().figure)  # type: ignore[union-attr]
    appeal = file_appeal(by=demo.own, claim=chosen, figure=figure, on=date(2022, 8, 8),
                         reason="প্রমাণকটি ১ম ত্রৈমাসিকের সংশোধিত দাখিলে সংযুক্ত ছিল।")  # fmt: skip
    decide_appeal(by=demo.director, appeal=appeal, uphold=True, on=date(2022, 8, 16),
                  reason="নথি যাচাই করে প্রমাণক পাওয়া গেছে; স্ব-মূল্যায়নের নম্বর বহাল করা হলো।")  # fmt: skip
    _live(demo, demo.divisional, L.CLOSE, date(2022, 8, 22))
    _live(demo, demo.divisional, L.PUBLISH, date(2022, 8, 30))


def _accept(demo: _Demo, sent: Submission, on: date) -> None:
    """Whatever waits: in bulk what is complete, the rest one by one; then the second person accepts."""
    waiting = Claim.objects.filter(submission=sent, state=ClaimState.CLAIMED)
    accept_in_bulk(by=demo.district, claim_ids=waiting.values_list("pk", flat=True), on=on)
    for claim in waiting.order_by("position"):
        give_verdict(by=demo.district, claim=claim, verdict="accept", on=on)
    accept_quarter(by=demo.divisional, submission=sent, on=on + timedelta(days=3))


def _worth(sent: Submission) -> Claim:
    """The claim of the quarter that says most: a counted one with marks, else one with marks, else any."""
    wanted = ("submission__plan__office__area", "submission__plan__edition", "indicator")
    claims = list(Claim.objects.filter(submission=sent).select_related(*wanted).order_by("-claimed_points", "position"))
    counted = [c for c in claims if c.claimed_points and c.steps.filter(figure__has_key="value").exists()]
    return (counted or claims)[0]


def _less(demo: _Demo, claim: Claim) -> Achievement | None:
    """One less than was claimed, for a counted indicator; None for the others."""
    step = claim.steps.filter(number="claimed").last()
    figure = figure_of(step.figure if step else None)
    counted = signed_indicator(by=demo.own, claim=claim).measure is Unit.NUMBER
    return Achievement(value=figure.value - 1) if counted and figure.value else None
