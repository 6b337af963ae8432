"""Handing on what `notices` lists. The only place where this app speaks to the outbox."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from agragati.jobs import defer
from agragati.org.access import Access
from agragati.outbox.actions import Given, discharge, notify, oblige, oblige_all
from agragati.outbox.actions import withdraw as take_back
from agragati.outbox.rules.recipients import to_posts

from .. import notices
from ..choices import OPEN_DUTIES, DutyStatus
from ..models import AgendaItem, Decision, DecisionDuty, Invitation, Meeting

AT_ONCE = 20  # a larger fan-out is told by a job, so that signing does not wait for hundreds of offices


@transaction.atomic
def duties_given(*, by: Access, meeting: Meeting, duties: Sequence[DecisionDuty]) -> None:
    """Put the new duties of a meeting into the lists of work of their offices."""
    if len(duties) > AT_ONCE:
        defer("meetings.tasks.hand_out_duties", meeting_id=meeting.pk)
    else:
        _oblige(by, notices.duties_given(duties))


@transaction.atomic
def hand_out_duties(*, by: Access, meeting_id: int) -> int:
    """Tell every open duty of a meeting to its office; done twice it is told once. Returns how many."""
    rows = DecisionDuty.objects.filter(decision__meeting_id=meeting_id, status__in=OPEN_DUTIES)
    duties = list(rows.select_related("decision"))
    given = [Given(about=duty.about, title=duty.title, url=duty.url, due=duty.due, office_id=duty.office_id,
                   post_id=duty.post_id) for duty in notices.duties_given(duties)]  # fmt: skip
    held = Meeting.objects.get(pk=meeting_id)
    oblige_all(by=by, about=notices.about_meeting(held.pk), label=held.title, giver_id=held.office_id, given=given)
    return len(duties)


@transaction.atomic
def duty_opened(*, by: Access, duty: DecisionDuty) -> None:
    """Tell a changed or taken-up duty to its office's list."""
    _oblige(by, notices.duties_given([duty]))


@transaction.atomic
def duty_closed(*, by: Access, duty: DecisionDuty) -> None:
    """Take a done or dropped duty off its office's list."""
    close = take_back if duty.status == DutyStatus.DROPPED else discharge
    close(by=by, about=notices.about_duty(duty.pk))


@transaction.atomic
def meeting_called(*, by: Access, meeting: Meeting) -> None:
    """Put the meeting into the calendar of everyone asked."""
    asked = Invitation.objects.filter(meeting=meeting).select_related("post")
    _oblige(by, notices.meeting_called(meeting, asked))


@transaction.atomic
def mail_agenda(*, by: Access, meeting: Meeting) -> None:
    """Send the agenda to every post on the list."""
    topics = AgendaItem.objects.filter(meeting=meeting).values_list("topic", flat=True)
    _mail(by, meeting, notices.agenda_mailed(meeting, topics))


@transaction.atomic
def mail_minutes(*, by: Access, meeting: Meeting) -> None:
    """Send the issued minutes to every post on the list."""
    texts = Decision.objects.filter(meeting=meeting).values_list("text", flat=True)
    _mail(by, meeting, notices.minutes_mailed(meeting, texts))


def _mail(by: Access, meeting: Meeting, mail: notices.Mail) -> None:
    rows = Invitation.objects.filter(meeting=meeting, post__isnull=False)
    if posts := list(rows.values_list("post_id", flat=True)):
        notify(by=by, deed=mail.deed, key=mail.key, to=to_posts(*posts), subject=mail.subject, text=mail.text,
               about=notices.about_meeting(meeting.pk), url=mail.url, office_id=meeting.office_id)  # fmt: skip


@transaction.atomic
def meeting_over(*, by: Access, meeting: Meeting) -> None:
    """The appointment is kept: it waits for nobody any more."""
    discharge(by=by, about=notices.about_meeting(meeting.pk))


@transaction.atomic
def meeting_called_off(*, by: Access, meeting: Meeting) -> None:
    """Take the meeting out of the calendars."""
    take_back(by=by, about=notices.about_meeting(meeting.pk))


def _oblige(by: Access, wanted: Sequence[notices.Duty]) -> None:
    for duty in wanted:
        oblige(
            by=by, about=duty.about, office_id=duty.office_id, post_id=duty.post_id, giver_id=duty.giver_id,
            kind=duty.kind, title=duty.title, url=duty.url, due=duty.due, begins_at=duty.begins_at,
            ends_at=duty.ends_at, place=duty.place, plan="meeting" if duty.kind == "meeting" else "standard",
        )  # fmt: skip
