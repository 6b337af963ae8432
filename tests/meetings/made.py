"""Meetings of the cast for tests: the district office meets with its upazilas."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from tests.people import Cast

from agragati.meetings import actions
from agragati.meetings.models import AgendaItem, Decision, Invitation, Meeting, Motion, Series

MEMO = "০৫.৪৩.০০০০.০১৭.০৭.০০১.২৬.৮৯"
STARTS = datetime(2026, 7, 27, 11, 0, tzinfo=timezone.get_default_timezone())


def plan(cast: Cast, **changes: object) -> Meeting:
    """A planned meeting of the district, chaired and kept by its officer."""
    post = cast.district_officer.posting.post_id
    values = {"title": "মাসিক সমন্বয় সভা", "starts_at": STARTS, "ends_at": STARTS + timedelta(hours=1),
              "place": "সম্মেলন কক্ষ", "chair_post_id": post, "secretary_post_id": post, **changes}  # fmt: skip
    return actions.plan_meeting(
        by=cast.district_officer.access, office_id=cast.district.pk, plan=actions.MeetingPlan(**values)
    )


def ready(cast: Cast, **changes: object) -> Meeting:
    """Planned, with both upazilas' officer invited and one matter on the agenda."""
    made, by = plan(cast, **changes), cast.district_officer.access
    posts = [cast.district_officer.posting.post_id, cast.upazila_officer.posting.post_id]
    actions.invite(by=by, meeting_id=made.pk, post_ids=posts, kind="member")
    actions.add_items(by=by, meeting=made, items=[actions.NewItem(topic="তথ্য বাতায়ন হালনাগাদ", codes=("5.1.1",))])
    return made


def decided(cast: Cast, *, text: str = "১৫ দিনের মধ্যে বাতায়ন হালনাগাদ করতে হবে।", **draft: object) -> Decision:
    """A meeting in draft minutes with one decision for all upazilas below."""
    made, by = ready(cast), cast.district_officer.access
    actions.start(by=by, meeting_id=made.pk)
    item = AgendaItem.objects.get(meeting=made)
    values = {"targets": ["level:upazila"], **draft}
    row = actions.decide(by=by, item_id=item.pk, draft=actions.DecisionDraft(text=text, **values))
    rows = Invitation.objects.filter(meeting=made)
    actions.note_presence(by=by, meeting_id=made.pk, presence={one.pk: "present" for one in rows})
    actions.close(by=by, meeting_id=made.pk)
    return row


def signed(cast: Cast, **draft: object) -> Decision:
    """The same with signed minutes."""
    row = decided(cast, **draft)
    actions.sign(by=cast.district_officer.access, meeting_id=row.meeting_id)
    row.refresh_from_db()
    return row


def issued(cast: Cast, **draft: object) -> Decision:
    """The same, issued under a memo number."""
    row = signed(cast, **draft)
    actions.issue(by=cast.district_officer.access, meeting_id=row.meeting_id, memo_no=MEMO,
                  distribution="উপজেলা কর্মকর্তা (সকল)\nঅফিস কপি")  # fmt: skip
    row.refresh_from_db()
    return row


def standing(cast: Cast) -> Series:
    """A standing meeting of the district."""
    terms = actions.SeriesPlan(title="মাসিক সভা", starts=time(11), since=timezone.localdate(), place="সভাকক্ষ",
                               repeats="weekly", weekday=6, topics=("বিবিধ",))  # fmt: skip
    return actions.start_series(by=cast.district_officer.access, office_id=cast.district.pk, plan=terms)


def motion(cast: Cast) -> Motion:
    """A motion in a meeting that runs."""
    made, by = ready(cast), cast.district_officer.access
    actions.start(by=by, meeting_id=made.pk)
    item = AgendaItem.objects.get(meeting=made)
    return actions.put_forward(by=by, item_id=item.pk, text="প্রতিবেদন দিতে হবে।")
