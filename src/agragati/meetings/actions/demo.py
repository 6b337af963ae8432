"""Meetings of the demo's directorate, invented and marked as such."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.org.access import Access, P
from agragati.org.choices import OfficeKind
from agragati.org.models import Committee, Office, Post

from ..choices import DutyStatus, Presence
from ..models import Decision, DecisionDuty, Invitation, Meeting, Series
from .agenda import NewItem, add_items
from .decisions import DecisionDraft, decide
from .duties import report
from .life import close, issue, notify, sign, start
from .meetings import MeetingPlan, invite, plan_meeting
from .series import SeriesPlan, plan_series_meetings, start_series

TITLE = "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা বাস্তবায়ন সংক্রান্ত ইনোভেশন টিমের সভা"
PAST = (
    ("তথ্য বাতায়ন হালনাগাদকরণ", "মাঠ পর্যায়ের বাতায়নের নোটিশ ও কর্মকর্তার তালিকা হালনাগাদ নেই মর্মে আলোচনা হয়।",
     "আওতাধীন সকল অফিসের তথ্য বাতায়ন হালনাগাদ করে ১৫ দিনের মধ্যে প্রতিবেদন প্রেরণ করতে হবে।", "level:upazila", "5.1.1"),
    ("ই-ফাইলে নোট নিষ্পত্তি", "ই-ফাইলে নোট নিষ্পত্তির হার বৃদ্ধির বিষয়ে আলোচনা হয়।",
     "প্রতি মাসের ০৫ তারিখের মধ্যে শাখাভিত্তিক স্টেটমেন্ট প্রেরণ করতে হবে।", "level:district", "4.1.1"),
    ("উদ্ভাবনী ধারণা আহ্বান", "নতুন উদ্ভাবনী ধারণা সংগ্রহের বিষয়ে আলোচনা হয়।",
     "উদ্ভাবনী ধারণা চেয়ে পত্র জারি করতে হবে।", "", "1.1.1"),
)  # fmt: skip


@transaction.atomic
def load_demo_meetings(*, by: Access) -> int:
    """Give the demo's first directorate a series, one held meeting with a fan-out, and coming ones; once.

    Returns the number of demo meetings.
    """
    by.require(P.MEETING_RUN)
    office = Office.objects.filter(is_demo=True, kind=OfficeKind.DEPARTMENT).order_by("path").first()
    if office is not None and not Series.objects.filter(office=office, is_demo=True).exists():
        team = Committee.objects.filter(office=office).first()
        series = _series(by, office, team)
        _held(by, office, team, series)
        plan_series_meetings(by=by, series_id=series.pk, until=timezone.localdate() + timedelta(days=100))
        record(by=by, deed="meetings.load_demo", about="demo", label=office.name_bn)
    return Meeting.objects.filter(is_demo=True).count()


def _series(by: Access, office: Office, team: Committee | None) -> Series:
    plan = SeriesPlan(
        title=TITLE, kind="team", starts=time(11), since=timezone.localdate() - timedelta(days=60),
        repeats="on_weekday", weekday=2, week=1, interval=1, place="সম্মেলন কক্ষ", committee_id=team.pk if team else None,
        topics=("পূর্ববর্তী সভার কার্যবিবরণী দৃঢ়ীকরণ", "কর্মপরিকল্পনার অগ্রগতি পর্যালোচনা", "বিবিধ"),
    )  # fmt: skip
    return start_series(by=by, office_id=office.pk, plan=plan)


def _held(by: Access, office: Office, team: Committee | None, series: Series) -> None:
    day = timezone.localdate() - timedelta(days=30)
    starts = timezone.make_aware(datetime.combine(day, time(11)))
    plan = MeetingPlan(title=TITLE, starts_at=starts, ends_at=starts + timedelta(hours=1), place="সম্মেলন কক্ষ")
    made = plan_meeting(by=by, office_id=office.pk, plan=plan, committee_id=team.pk if team else None,
                        series_id=series.pk)  # fmt: skip
    head = office.posts.filter(is_head=True).first()
    if not made.chair:
        Meeting.objects.filter(pk=made.pk).update(chair_post=head, chair=head.title_bn if head else "দপ্তর প্রধান")
    for topic, discussion, text, target, code in PAST:
        [item] = add_items(by=by, meeting=made, items=[NewItem(topic=topic, codes=(code,))])
        item.discussion = discussion
        item.save(update_fields=["discussion"])
        own = [f"post:{head.pk}"] if head else []
        targets = [target] if target else own
        decide(by=by, item_id=item.pk, draft=DecisionDraft(text=text, targets=targets))
    _ask(by, office, made)
    notify(by=by, meeting_id=made.pk, memo_no="99.01.0000.001.06.001.23.97", day=day - timedelta(days=5))
    start(by=by, meeting_id=made.pk)
    Invitation.objects.filter(meeting=made).update(presence=Presence.PRESENT, came_by="list")
    close(by=by, meeting_id=made.pk)
    sign(by=by, meeting_id=made.pk)
    issue(by=by, meeting_id=made.pk, memo_no="99.01.0000.001.06.001.23.101", day=day + timedelta(days=2),
          distribution="জেলা কার্যালয় (সকল)\nউপজেলা কার্যালয় (সকল)\nঅফিস কপি")  # fmt: skip
    _answers(by, made)


def _ask(by: Access, office: Office, made: Meeting) -> None:
    """The office's own posts and the heads of a few offices below, whether a committee meets or not."""
    own = office.posts.filter(valid_to__isnull=True).order_by("-is_head", "pk")[:6]
    below = Post.objects.filter(office__parent=office, is_head=True, valid_to__isnull=True).order_by("office__path")[:4]
    invite(by=by, meeting_id=made.pk, post_ids=[post.pk for post in (*own, *below)])


def _answers(by: Access, made: Meeting) -> None:
    """Some offices have answered; most have not, as in life."""
    first = Decision.objects.filter(meeting=made).order_by("item__position").first()
    duties = DecisionDuty.objects.filter(decision=first).order_by("office__path")[:12]
    for at, duty in enumerate(duties):
        status = (DutyStatus.DONE, DutyStatus.ON_SCHEDULE, DutyStatus.BEHIND)[at % 3]
        report(by=by, duty_id=duty.pk, status=status, text="নমুনা তথ্য: বাতায়নের কাজ চলছে।")
