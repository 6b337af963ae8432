"""Meetings, series and items, fetched as the rights allow."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils import timezone

from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.text import search_key
from agragati.org.access import Access, P
from agragati.org.models import Committee
from agragati.org.selectors import committees
from agragati.papers.selectors import file_choices

from ..access import may_run, require
from ..choices import FROZEN_STATES, OPEN_STATES, MeetingState
from ..models import AgendaItem, Meeting, Series

PER_PAGE = 25
_GONE = "There is no such meeting, or it is not yours to see."
_PARTS = (
    "office__area", "committee", "series", "chair_post__office", "secretary_post__office", "previous",
)  # fmt: skip


@dataclass(frozen=True)
class MeetingFilter:
    """What the reader asks for; empty means all. `which`: coming, past or all."""

    which: str = "all"
    state: str = ""
    words: str = ""
    series_id: int | None = None


def meetings_page(*, by: Access, wanted: MeetingFilter, page: int = 1) -> Page[Meeting]:
    """One page of the meetings within the view: coming ones soonest first, others newest first."""
    by.require(P.MEETING_VIEW)
    rows = Meeting.objects.visible_to(by).select_related("office", "series")
    if wanted.which == "coming":
        rows = rows.filter(state__in=OPEN_STATES[:3]).order_by("starts_at", "id")
    elif wanted.which == "past":
        rows = rows.exclude(state__in=OPEN_STATES[:3])
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.series_id is not None:
        rows = rows.filter(series_id=wanted.series_id)
    for word in search_key(wanted.words).split():
        rows = rows.filter(search_key__contains=word)
    return Paginator(rows, PER_PAGE).get_page(page)


def meeting(*, by: Access, meeting_id: int) -> Meeting:
    """The meeting, when its office is within the view or the reader's post is invited; raises NotFound."""
    found = Meeting.objects.visible_to(by).select_related(*_PARTS).filter(pk=meeting_id).first()
    if found is None or not by.may(P.MEETING_VIEW):
        raise NotFound(_GONE)
    return found


def meeting_to_run(*, by: Access, meeting_id: int) -> Meeting:
    """A meeting that `by` may prepare and lead; raises NotFound or Refused."""
    found = meeting(by=by, meeting_id=meeting_id)
    require(may_run(by, found))
    return found


def meeting_to_edit(*, by: Access, meeting_id: int) -> Meeting:
    """A meeting whose texts may still be changed; raises BadInput once the minutes are signed."""
    found = meeting_to_run(by=by, meeting_id=meeting_id)
    if found.is_frozen:
        raise BadInput("The minutes are signed. Only a later meeting corrects them.")
    return found


def item(*, by: Access, item_id: int) -> AgendaItem:
    """An item of a visible meeting or backlog; raises NotFound."""
    rows = AgendaItem.objects.select_related("meeting", "series__office__area", "office__area")
    found = rows.filter(pk=item_id).first()
    seen = found is not None and (
        by.view.covers(found.office.path, found.office.area_path)
        if found.meeting_id is None
        else Meeting.objects.visible_to(by).filter(pk=found.meeting_id).exists()
    )
    if found is None or not seen or not by.may(P.MEETING_VIEW):
        raise NotFound("There is no such item, or it is not yours to see.")
    return found


def item_to_edit(*, by: Access, item_id: int) -> AgendaItem:
    """An item of an open meeting that `by` may change; raises NotFound, Refused or BadInput."""
    found = item(by=by, item_id=item_id)
    if found.meeting_id is None:
        by.require(P.MEETING_RUN, found.office.path)
    else:
        found.meeting = meeting_to_edit(by=by, meeting_id=found.meeting_id)
    return found


def series(*, by: Access, series_id: int) -> Series:
    """A series of a visible office; raises NotFound."""
    rows = Series.objects.visible_to(by).select_related("office__area", "committee", "chair_post", "secretary_post")
    found = rows.filter(pk=series_id).first()
    if found is None or not by.may(P.MEETING_VIEW):
        raise NotFound("There is no such series, or it is not yours to see.")
    return found


def open_series(*, by: Access, office_id: int | None = None) -> QuerySet[Series]:
    """Series that still meet, of visible offices."""
    rows = Series.objects.visible_to(by).select_related("office").exclude(until__lt=timezone.localdate())
    return rows if office_id is None else rows.filter(office_id=office_id)


def backlog(*, by: Access, series_id: int) -> list[AgendaItem]:
    """What waits for the next meeting of a series."""
    return list(AgendaItem.objects.filter(series=series(by=by, series_id=series_id)))


def next_of_series(*, by: Access, series: Series) -> Meeting | None:
    """The next planned meeting of a visible series."""
    by.require_signed_in()
    rows = Meeting.objects.filter(series=series, state__in=OPEN_STATES[:2]).select_related("office__area")
    return rows.order_by("starts_at").first()


def files_to_issue_from(*, by: Access, meeting: Meeting) -> list[tuple[int, str]]:
    """Files of the meeting's office whose next number its minutes may take; [] without the right to issue papers."""
    if not by.may_enter(P.PAPER_ISSUE, meeting.office.path):
        return []
    return file_choices(by=by)


def last_signed(*, by: Access, meeting: Meeting) -> Meeting | None:
    """The latest earlier meeting of the same series, committee or (without both) title, with signed minutes."""
    rows = Meeting.objects.visible_to(by).filter(office_id=meeting.office_id, state__in=FROZEN_STATES)
    rows = rows.filter(starts_at__lt=meeting.starts_at).exclude(pk=meeting.pk)
    if meeting.series_id:
        rows = rows.filter(series_id=meeting.series_id)
    elif meeting.committee_id:
        rows = rows.filter(committee_id=meeting.committee_id)
    else:
        rows = rows.filter(title=meeting.title)
    return rows.order_by("-starts_at").first()


def meetings_about(*, by: Access, about: str) -> list[Meeting]:
    """Visible meetings with an item about a thing of the app above ("indicator:12"), newest first."""
    rows = Meeting.objects.visible_to(by).filter(items__about=about).distinct()
    return list(rows.select_related("office")[:100])


def committee_choices(*, by: Access, office_id: int) -> list[Committee]:
    """Committees of an office for choosing one."""
    return list(committees(by=by, office_id=office_id)[:100])


def published(*, by: Access, words: str = "", page: int = 1) -> Page[Meeting]:
    """Minutes that offices have published; open to everyone, `by` a visitor too."""
    rows = Meeting.objects.filter(state=MeetingState.PUBLISHED).select_related("office").order_by("-issue_date", "-pk")
    for word in search_key(words).split():
        rows = rows.filter(search_key__contains=word)
    return Paginator(rows, PER_PAGE).get_page(page)


def published_meeting(*, by: Access, meeting_id: int) -> Meeting:
    """A meeting whose minutes are published; open to everyone. Raises NotFound."""
    rows = Meeting.objects.filter(state=MeetingState.PUBLISHED).select_related("office")
    found = rows.filter(pk=meeting_id).first()
    if found is None:
        raise NotFound(_GONE)
    return found
