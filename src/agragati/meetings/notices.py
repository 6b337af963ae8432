"""What meetings tell whom: one visible table, read by the deeds after they have written.

Each line gives the plain values of one thing to do or to know; the outbox decides by which way and when.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from agragati.kernel.digits import to_bn

from .choices import Rsvp
from .models import DecisionDuty, Invitation, Meeting


@dataclass(frozen=True)
class Duty:
    """One thing that an office (a post; None = its head) is to do: what it is about, until when, and where to do it."""

    about: str
    office_id: int
    post_id: int | None
    giver_id: int
    kind: str
    title: str
    url: str
    due: date | None = None
    begins_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""


def about_duty(duty_id: int) -> str:
    """The label by which the lists of work know a duty."""
    return f"decision_duty:{duty_id}"


def about_meeting(meeting_id: int) -> str:
    """The label by which calendars know a meeting."""
    return f"meeting:{meeting_id}"


def duties_given(duties: Iterable[DecisionDuty]) -> list[Duty]:
    """What each office has to do when minutes are signed."""
    return [
        Duty(about=about_duty(duty.pk), office_id=duty.office_id, post_id=duty.post_id,
             giver_id=duty.decision.office_id, kind="decision", title=duty.decision.text[:300],
             url=f"/meetings/duties/{duty.pk}/", due=duty.due)
        for duty in duties
    ]  # fmt: skip


@dataclass(frozen=True)
class Mail:
    """One message about a meeting to the posts on its list."""

    key: str
    deed: str
    subject: str
    text: str
    url: str


def agenda_mailed(meeting: Meeting, topics: Iterable[str]) -> Mail:
    """The notice with the agenda, when the meeting is called."""
    lines = [f"{to_bn(at)}। {topic}" for at, topic in enumerate(topics, 1)]
    starts = timezone.localtime(meeting.starts_at)
    when = to_bn(f"{starts:%d/%m/%Y %H:%M}")
    words = [f"সময়: {when}", f"স্থান: {meeting.place or meeting.link}", "আলোচ্যসূচি:", *lines]
    return Mail(f"meeting:{meeting.pk}:agenda:{starts:%Y%m%d%H%M}", "meetings.agenda", f"সভার নোটিশ: {meeting.title}",
                "\n".join(words), f"/meetings/{meeting.pk}/answer/")  # fmt: skip


def minutes_mailed(meeting: Meeting, decisions: Iterable[str]) -> Mail:
    """The issued minutes, to everyone on the list."""
    lines = [f"{to_bn(at)}। {text}" for at, text in enumerate(decisions, 1)]
    words = [f"স্মারক নম্বর: {meeting.memo_no}", "সিদ্ধান্ত:", *lines]
    return Mail(f"meeting:{meeting.pk}:minutes:{meeting.issue_date}", "meetings.minutes",
                f"কার্যবিবরণী: {meeting.title}", "\n".join(words), f"/meetings/{meeting.pk}/")  # fmt: skip


def meeting_called(meeting: Meeting, invitations: Iterable[Invitation]) -> list[Duty]:
    """What each invited post has in its calendar when the notice goes out."""
    return [
        Duty(about=about_meeting(meeting.pk), office_id=row.post.office_id, post_id=row.post_id,
             giver_id=meeting.office_id, kind="meeting", title=meeting.title[:300], url=f"/meetings/{meeting.pk}/",
             begins_at=meeting.starts_at, ends_at=meeting.ends_at, place=(meeting.place or meeting.link)[:200])
        for row in invitations
        if row.post is not None and row.rsvp not in {Rsvp.NO, Rsvp.APOLOGY}
    ]  # fmt: skip
