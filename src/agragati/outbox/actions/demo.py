"""The demo: one deadline of the upazila and one of the district pass through every stage of reminding."""

from __future__ import annotations

import datetime

from django.db import transaction

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, P
from agragati.org.models import Office, Posting

from ..choices import Channel, ObligationKind
from ..effects.file_sink import send_to_file
from ..models import Budget, Message, Obligation
from ..rules.gateways import Gateway
from ..rules.outcomes import Came, Outcome
from ..selectors.planning import local_now
from ..selectors.terms import month_of
from .delivery import Batch, claim_batch
from .obligations import discharge, oblige
from .outcomes import write_outcomes
from .reminding import BEGIN, remind
from .terms import set_budget

STORY = (
    ("demo:upazila_report", "upazila", "ত্রৈমাসিক অগ্রগতি প্রতিবেদন দাখিল", ObligationKind.REPORT),
    ("demo:district_review", "district", "উপজেলা প্রতিবেদন মূল্যায়ন", ObligationKind.REVIEW),
)
STORY_MARK = "demo:"
STILL_OPEN = (  # mark, user, title, kind, days from today
    ("demo:district_statement", "district", "মাসিক ই-নথি নিষ্পত্তির বিবরণী প্রেরণ", ObligationKind.REPORT, 0),
    ("demo:district_visit", "district", "উপজেলা কার্যালয় পরিদর্শনের প্রতিবেদন দাখিল", ObligationKind.TASK, 3),
    ("demo:district_website", "district", "অফিসের ওয়েবসাইটের তথ্য হালনাগাদ", ObligationKind.TASK, 24),
    ("demo:upazila_idea", "upazila", "উদ্ভাবনী ধারণার প্রস্তাব প্রেরণ", ObligationKind.TASK, 5),
    ("demo:divisional_review", "divisional", "জেলা কার্যালয়সমূহের অগ্রগতি পর্যালোচনা", ObligationKind.REVIEW, 2),
)
BEFORE, AFTER = 9, 12  # days of the story around the due day
BUDGET = 500


@transaction.atomic
def load_demo_outbox(*, by: Access, now: datetime.datetime | None = None) -> int:
    """Play 22 days at ten o'clock each: duties given, reminded of, the head and the higher office told; once.

    SMS go into the file, mails are only written down as sent. The due day is twelve days before the last ten
    o'clock (`now`), so the same day gives the same log. Duties and messages of others
    are left alone. Returns the number of messages of the story. Raises NotFound without the demo line.
    """
    by.require(P.MESSAGE_MANAGE)
    if Obligation.objects.filter(about__startswith=STORY_MARK).exists():
        return Message.objects.filter(mentions__obligation__about__startswith=STORY_MARK).distinct().count()
    end = _last_ten(local_now(now))
    due = end.date() - datetime.timedelta(days=AFTER)
    _budgets(by, end)
    for day in range(-BEFORE, AFTER + 1):
        moment = datetime.datetime.combine(due + datetime.timedelta(days=day), end.timetz())
        if day == -BEFORE:
            _give(by, due, moment)
        if day == 2:
            discharge(by=by, about=STORY[1][0], at=moment, note="মূল্যায়ন সম্পন্ন")
        if day == AFTER:
            _give_open(by, moment, local_now(now).date())
        _remind(by, moment)
        _deliver(by, moment)
    return Message.objects.filter(mentions__obligation__about__startswith=STORY_MARK).distinct().count()


def _remind(by: Access, moment: datetime.datetime) -> None:
    _made, after = remind(by=by, now=moment, about=STORY_MARK)
    while after != BEGIN:
        _made, after = remind(by=by, now=moment, about=STORY_MARK, after=after)


def _last_ten(moment: datetime.datetime) -> datetime.datetime:
    """The last ten o'clock that has passed: the story has no future."""
    ten = moment.replace(hour=10, minute=0, second=0, microsecond=0)
    return ten if ten <= moment else ten - datetime.timedelta(days=1)


def _give(by: Access, due: datetime.date, moment: datetime.datetime) -> None:
    for about, user, title, kind in STORY:
        post = _posting(user).post
        giver = post.office.parent_id
        oblige(by=by, about=about, office_id=post.office_id, post_id=post.pk, title=title, due=due, kind=kind,
               giver_id=giver, now=moment)  # fmt: skip


def _give_open(by: Access, moment: datetime.datetime, today: datetime.date) -> None:
    """Duties that are still to be done, so that the work of the day has something to show."""
    for about, user, title, kind, days in STILL_OPEN:
        post = _posting(user).post
        oblige(by=by, about=about, office_id=post.office_id, post_id=post.pk, title=title, kind=kind,
               due=today + datetime.timedelta(days=days), giver_id=post.office.parent_id,
               tell_by=("in_app",), now=moment)  # fmt: skip


def _posting(user: str) -> Posting:
    rows = Posting.objects.filter(user__username=user, kind="regular").select_related("post__office")
    found = rows.first()
    if found is None:
        raise NotFound("There is no demo line; run load_demo first.")
    return found


def _budgets(by: Access, end: datetime.datetime) -> None:
    """The demo line's offices above the upazila may send SMS for 500 taka a month."""
    start = month_of(end - datetime.timedelta(days=BEFORE + AFTER + 31))
    paths = _posting("upazila").post.office.path
    for office in Office.objects.filter(is_demo=True, path__in=[paths[: n + 1] for n in range(len(paths))]):
        if not Budget.objects.filter(office=office).exists():
            set_budget(by=by, office_id=office.pk, month=start, limit=BUDGET)  # type: ignore[arg-type]


def _deliver(by: Access, moment: datetime.datetime) -> None:
    """What would leave at this moment of the story: SMS to the file, mails to nobody."""
    for channel in (Channel.SMS.value, Channel.EMAIL.value):
        while batch := claim_batch(by=by, channel=channel, limit=100, now=moment, about=STORY_MARK):
            if not batch.letters:
                break
            _write_down(by, batch, moment)


def _write_down(by: Access, batch: Batch, moment: datetime.datetime) -> None:
    sink = Gateway("file", "file")
    outcomes: dict[int, Outcome | None] = {
        number: send_to_file(letter, sink) if batch.gateway else Outcome(Came.ACCEPTED, words="demo")
        for number, letter in batch.letters
    }
    write_outcomes(by=by, claim=batch.claim, outcomes=outcomes, now=moment)
