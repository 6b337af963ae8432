"""The agenda, and the texts that are typed while people talk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, Q

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.org.access import Access, P

from ..choices import ItemKind
from ..models import AgendaItem, Correction, Decision, Meeting
from ..rules.versions import next_version
from ..selectors.meetings import item_to_edit, meeting, meeting_to_edit
from ..selectors.meetings import series as series_of

ITEM_TEXTS = ("topic", "presenter", "working_paper", "discussion")
MEETING_TEXTS = ("opening", "closing", "distribution")
DECISION_TEXTS = ("text",)


@dataclass(frozen=True)
class NewItem:
    """One matter to be put on an agenda. `about` labels a thing of the app above ("indicator:12")."""

    topic: str
    working_paper: str = ""
    presenter: str = ""
    minutes: int | None = None
    codes: tuple[str, ...] = ()
    about: str = ""
    concept: str = ""
    kind: str = ItemKind.MATTER


@transaction.atomic
def add_items(*, by: Access, meeting: Meeting, items: Iterable[NewItem]) -> list[AgendaItem]:
    """Put matters at the end of a meeting's agenda, in their order; one already there about the same thing is left out.

    This is the door for the working paper: one item for each indicator with its live status as `working_paper`.
    Raises BadInput for an empty topic, Refused without the right to run the meeting.
    """
    here = meeting_to_edit(by=by, meeting_id=meeting.pk)
    known = set(AgendaItem.objects.filter(meeting=here).exclude(about="").values_list("about", flat=True))
    place = _next_place(here)
    rows = [
        _row(item, office_id=here.office_id, meeting_id=here.pk, position=place + at)
        for at, item in enumerate(item for item in items if not item.about or item.about not in known)
    ]
    made = AgendaItem.objects.bulk_create(rows)
    record(by=by, deed="meetings.add_items", about=f"meeting:{here.pk}", label=here.title,
           values={"topics": [row.topic[:100] for row in made]})  # fmt: skip
    return made


def _row(item: NewItem, **where: int) -> AgendaItem:
    topic = normalise(item.topic).strip()
    if not topic:
        raise BadInput("Write the matter to discuss.", field="topic")
    return AgendaItem(
        topic=topic, working_paper=item.working_paper, presenter=item.presenter[:250], minutes=item.minutes,
        codes=list(item.codes), about=item.about, concept=item.concept, kind=item.kind, **where,
    )  # fmt: skip


def _next_place(here: Meeting) -> int:
    return (AgendaItem.objects.filter(meeting=here).aggregate(last=Max("position"))["last"] or 0) + 1


@transaction.atomic
def add_to_backlog(*, by: Access, series_id: int, item: NewItem) -> AgendaItem:
    """Keep a matter for some later meeting of a series."""
    made = series_of(by=by, series_id=series_id)
    by.require(P.MEETING_RUN, made.office.path)
    row = _row(item, office_id=made.office_id, series_id=made.pk)
    row.save()
    record(by=by, deed="meetings.add_to_backlog", about=f"series:{made.pk}", label=row.topic[:200])
    return row


@transaction.atomic
def take_backlog(*, by: Access, meeting_id: int, item_ids: Iterable[int]) -> int:
    """Move matters from the series' backlog onto the agenda of one of its meetings. Returns how many."""
    here = meeting_to_edit(by=by, meeting_id=meeting_id)
    rows = AgendaItem.objects.filter(series_id=here.series_id or 0, pk__in=list(item_ids)).order_by("pk")
    place, moved = _next_place(here), list(rows)
    for at, row in enumerate(moved):
        row.series, row.meeting, row.position = None, here, place + at
        row.save(update_fields=["series", "meeting", "position"])
    record(by=by, deed="meetings.take_backlog", about=f"meeting:{here.pk}", label=here.title,
           values={"items": [row.pk for row in moved]})  # fmt: skip
    return len(moved)


@transaction.atomic
def write_text(*, by: Access, thing: AgendaItem | Meeting | Decision, field: str, text: str, seen: int | None) -> int:
    """Write one text of an open meeting; `seen` is the version the writer had on the page. Returns the new version.

    Raises Conflict with both texts when someone else changed it since, and nothing is written.
    """
    allowed = {AgendaItem: ITEM_TEXTS, Meeting: MEETING_TEXTS, Decision: DECISION_TEXTS}[type(thing)]
    if field not in allowed:
        raise BadInput("This text cannot be written here.", field=field)
    held = type(thing).objects.select_for_update(of=("self",)).get(pk=thing.pk)
    _check_open(by, held)
    typed, stored = normalise(text).strip(), getattr(held, field)
    held.versions = next_version(held.versions, field, seen=seen, stored=stored, typed=typed)
    if typed != stored:
        setattr(held, field, typed)
        held.save(update_fields=[field, "versions"])
        record(by=by, deed="meetings.write_text", about=_about(held), label=field,
               values={"old": stored[:2000], "new": typed[:2000]})  # fmt: skip
    return int(held.versions.get(field, 1))


def _check_open(by: Access, held: AgendaItem | Meeting | Decision) -> None:
    if isinstance(held, AgendaItem):
        item_to_edit(by=by, item_id=held.pk)
    else:
        meeting_to_edit(by=by, meeting_id=held.pk if isinstance(held, Meeting) else held.meeting_id)


def _about(held: AgendaItem | Meeting | Decision) -> str:
    return f"{held._meta.model_name}:{held.pk}"


@transaction.atomic
def move_item(*, by: Access, item_id: int, up: bool) -> None:
    """Move an item one place up or down; at the end nothing happens."""
    row = item_to_edit(by=by, item_id=item_id)
    rows = list(
        AgendaItem.objects.filter(Q(meeting=row.meeting) if row.meeting else Q(series=row.series)).order_by(
            "position", "pk"
        )
    )
    at = next(index for index, other in enumerate(rows) if other.pk == row.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(rows):
        return
    rows[at], rows[to] = rows[to], rows[at]
    for position, other in enumerate(rows, 1):
        other.position = position
    AgendaItem.objects.bulk_update(rows, ["position"])
    record(by=by, deed="meetings.move_item", about=_about(row), label=row.topic[:200], values={"up": up})


@transaction.atomic
def carry_over(*, by: Access, item_id: int, to_meeting_id: int) -> AgendaItem:
    """Put the matter on a later meeting's agenda too, with a trace to where it came from; done twice it is one item."""
    row = item_to_edit(by=by, item_id=item_id) if _is_open(item_id) else _seen_item(by, item_id)
    target = meeting_to_edit(by=by, meeting_id=to_meeting_id)
    if row.meeting is None or target.starts_at <= row.meeting.starts_at:
        raise BadInput("A matter is carried over to a later meeting.", field="to")
    there = AgendaItem.objects.filter(meeting=target, carried_from=row).first()
    if there is not None:
        return there
    made = AgendaItem.objects.create(
        office=target.office, meeting=target, position=_next_place(target), topic=row.topic, presenter=row.presenter,
        minutes=row.minutes, codes=row.codes, about=row.about, concept=row.concept, working_paper=row.discussion,
        carried_from=row, kind=row.kind,
    )  # fmt: skip
    record(by=by, deed="meetings.carry_over", about=_about(made), label=made.topic[:200],
           values={"from": row.pk, "meeting": target.pk})  # fmt: skip
    return made


def _is_open(item_id: int) -> bool:
    return AgendaItem.objects.filter(pk=item_id).exclude(meeting__state__in=["signed", "published"]).exists()


def _seen_item(by: Access, item_id: int) -> AgendaItem:
    row = AgendaItem.objects.select_related("meeting").get(pk=item_id)
    meeting(by=by, meeting_id=row.meeting_id or 0)
    return row


@transaction.atomic
def remove_item(*, by: Access, item_id: int) -> None:
    """Take a matter without decisions off the agenda."""
    row = item_to_edit(by=by, item_id=item_id)
    if Decision.objects.filter(item=row).exists():
        raise BadInput("Something was decided here. Remove the decision first.")
    record(by=by, deed="meetings.remove_item", about=_about(row), label=row.topic[:200])
    row.delete()


@transaction.atomic
def correct_minutes(
    *, by: Access, meeting_id: int, corrects_id: int, place: str, printed: str, right: str
) -> Correction:
    """Correct signed minutes by a later, still open meeting of the same office; both show the link.

    Raises BadInput when the earlier minutes are not signed, are not earlier, or nothing is said.
    """
    later = meeting_to_edit(by=by, meeting_id=meeting_id)
    earlier = meeting(by=by, meeting_id=corrects_id)
    if not earlier.is_frozen or earlier.office_id != later.office_id or earlier.starts_at >= later.starts_at:
        raise BadInput("Choose signed minutes of an earlier meeting of this office.", field="corrects")
    if not right.strip() or not place.strip():
        raise BadInput("Write where the mistake stands and what is right.", field="right")
    made = Correction.objects.create(
        meeting=later, corrects=earlier, place=normalise(place).strip()[:200], printed=normalise(printed).strip(),
        right=normalise(right).strip(), by_label=by.label[:300],
    )  # fmt: skip
    record(by=by, deed="meetings.correct_minutes", about=f"meeting:{earlier.pk}", label=earlier.title,
           values={"by_meeting": later.pk, "printed": made.printed, "right": made.right})  # fmt: skip
    return made
