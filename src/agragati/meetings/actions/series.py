"""Standing meetings and their occurrences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.org.selectors import office

from ..choices import Layout, Mode, Repeats, SeriesKind
from ..models import AgendaItem, Meeting, Series
from ..selectors.meetings import series as series_of
from .meetings import MeetingPlan, plan_meeting

MOST_AHEAD = 60


@dataclass(frozen=True)
class SeriesPlan:
    """A series as an office sets it up; `topics` are the agenda of every meeting."""

    title: str
    starts: time
    since: date
    kind: str = SeriesKind.COORDINATION
    repeats: str = Repeats.ON_DAY
    interval: int = 1
    weekday: int = 6
    week: int = 1
    day: int = 1
    length: int = 60
    place: str = ""
    link: str = ""
    mode: str = Mode.IN_PERSON
    layout: str = Layout.FIVE
    chair_post_id: int | None = None
    secretary_post_id: int | None = None
    quorum: int = 0
    committee_id: int | None = None
    topics: Sequence[str] = field(default=())


@transaction.atomic
def start_series(*, by: Access, office_id: int, plan: SeriesPlan) -> Series:
    """Set up a standing meeting of an office. Raises BadInput for a missing title or one the office already has."""
    here = office(by=by, office_id=office_id)
    by.require(P.MEETING_RUN, here.path)
    title = normalise(plan.title).strip()[:250]
    if not title:
        raise BadInput("Write the title of the meeting.", field="title")
    if Series.objects.filter(office=here, title=title).exists():
        raise BadInput("The office already has a series with this title.", field="title")
    values = {key: value for key, value in asdict(plan).items() if key not in {"title", "topics"}}
    items = [{"topic": topic.strip()} for topic in plan.topics if topic.strip()]
    made = Series.objects.create(office=here, title=title, standing_items=items, is_demo=here.is_demo, **values)
    record(by=by, deed="meetings.start_series", about=f"series:{made.pk}", label=title, values={"office": here.pk})
    return made


@transaction.atomic
def plan_series_meetings(*, by: Access, series_id: int, until: date) -> list[Meeting]:
    """Plan every meeting of a series up to `until` that is not planned yet, each with the standing agenda."""
    made = series_of(by=by, series_id=series_id)
    by.require(P.MEETING_RUN, made.office.path)
    first = max(made.since, timezone.localdate())
    last = min(until, made.until or until)
    days = list(takewhile(lambda day: day <= last, made.rule.days_from(first)))[:MOST_AHEAD]
    if len(days) == MOST_AHEAD:
        raise BadInput("That is too far ahead: at most %(most)s meetings at once.", field="until", most=MOST_AHEAD)
    have = {timezone.localtime(at).date() for at in made.meetings.values_list("starts_at", flat=True)}
    planned = [_plan_one(by, made, day) for day in days if day not in have]
    record(by=by, deed="meetings.plan_series_meetings", about=f"series:{made.pk}", label=made.title,
           values={"days": [str(day) for day in days]})  # fmt: skip
    return planned


def _plan_one(by: Access, made: Series, day: date) -> Meeting:
    starts = timezone.make_aware(datetime.combine(day, made.starts))
    plan = MeetingPlan(
        title=made.title, starts_at=starts, ends_at=starts + timedelta(minutes=made.length), mode=made.mode,
        place=made.place, link=made.link, chair_post_id=made.chair_post_id, secretary_post_id=made.secretary_post_id,
        quorum=made.quorum, layout=made.layout,
    )  # fmt: skip
    meeting = plan_meeting(
        by=by, office_id=made.office_id, plan=plan, committee_id=made.committee_id, series_id=made.pk
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(office=made.office, meeting=meeting, position=at, topic=row["topic"], minutes=row.get("minutes"))
        for at, row in enumerate(made.standing_items, 1)
    )
    return meeting


@transaction.atomic
def write_note(*, by: Access, series_id: int, note: str) -> Series:
    """Write the note that stands above the agenda of every meeting of a series."""
    made = series_of(by=by, series_id=series_id)
    by.require(P.MEETING_RUN, made.office.path)
    made.note = normalise(note).strip()
    made.save(update_fields=["note"])
    record(by=by, deed="meetings.write_note", about=f"series:{made.pk}", label=made.title, values={"note": made.note})
    return made


@transaction.atomic
def end_series(*, by: Access, series_id: int, on: date) -> Series:
    """End a series; meetings planned already stay. `on` is its last day."""
    made = series_of(by=by, series_id=series_id)
    by.require(P.MEETING_RUN, made.office.path)
    if on < made.since:
        raise BadInput("A series cannot end before it begins.", field="on")
    made.until = on
    made.save(update_fields=["until"])
    record(by=by, deed="meetings.end_series", about=f"series:{made.pk}", label=made.title, values={"on": str(on)})
    return made
