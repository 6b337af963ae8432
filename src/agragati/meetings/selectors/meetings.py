"""Meetings, series and items, fetched as the rights allow."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from agragati.kernel.errors import BadInput, NotFound
from agragati.kernel.text import search_key
from agragati.org.access import Access, P
from agragati.org.models import Committee
from agragati.org.selectors import committees
from agragati.papers.selectors import file_choices

from ..access import may_run, require
from ..choices import FROZEN_STATES, OPEN_STATES, MeetingState
from ..models import AgendaItem, Decision, Meeting, Series
from ..rules.labels import labels_in, without_labels
from .labels import labelled

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
    label: str = ""


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
    for label in (*([wanted.label] if wanted.label else []), *labels_in(wanted.words)):
        rows = rows.filter(_carrying(label))
    for word in search_key(without_labels(wanted.words)).split():
        rows = rows.filter(search_key__contains=word)
    return Paginator(rows, PER_PAGE).get_page(page)


def _carrying(label: str) -> Q:
    """Meetings with the label in the title, the opening, a matter, its discussion or a decision."""
    items = AgendaItem.objects.filter(labelled(label, "topic", "discussion"), meeting=OuterRef("pk"))
    decisions = Decision.objects.filter(labelled(label, "text"), meeting=OuterRef("pk"))
    return labelled(label, "title", "opening") | Exists(items) | Exists(decisions)


def matters_found(*, by: Access, text: str, limit: int) -> list[AgendaItem]:
    """Matters of visible meetings by words or labels of their topic and discussion, newest meeting first."""
    if not by.may(P.MEETING_VIEW):
        return []
    rows = AgendaItem.objects.filter(meeting__in=Meeting.objects.visible_to(by).order_by().values("pk"))
    for label in labels_in(text):
        rows = rows.filter(labelled(label, "topic", "discussion"))
    for word in without_labels(text).split():
        rows = rows.filter(Q(topic__icontains=word) | Q(discussion__icontains=word))
    return list(rows.select_related("meeting").order_by("-meeting__starts_at", "position")[:limit])


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
    rows = _of_its_kind(Meeting.objects.visible_to(by), meeting).filter(state__in=FROZEN_STATES)
    return rows.filter(starts_at__lt=meeting.starts_at).order_by("-starts_at").first()


def held_later(*, by: Access, meeting: Meeting) -> bool:
    """Whether a later meeting of the same series, committee or title has begun."""
    by.require_signed_in()
    rows = _of_its_kind(Meeting.objects.all(), meeting).filter(starts_at__gt=meeting.starts_at)
    return rows.filter(state__in=[*OPEN_STATES[2:], *FROZEN_STATES]).exists()


def _of_its_kind(rows: QuerySet[Meeting], meeting: Meeting) -> QuerySet[Meeting]:
    """Other meetings of the office in the same series, committee or (without both) under the same title."""
    rows = rows.filter(office_id=meeting.office_id).exclude(pk=meeting.pk)
    if meeting.series_id:
        return rows.filter(series_id=meeting.series_id)
    if meeting.committee_id:
        return rows.filter(committee_id=meeting.committee_id)
    return rows.filter(title=meeting.title)


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
