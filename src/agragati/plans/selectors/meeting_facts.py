"""What the checks look at in the minutes of a plan's own meetings, gathered in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import QuerySet
from django.utils import timezone

from agragati.kernel.fiscal import FiscalYear
from agragati.kernel.text import search_key
from agragati.meetings.choices import FROZEN_STATES, InviteKind, Presence, TargetKind
from agragati.meetings.models import AgendaItem, Decision, Implementer, Invitation, Meeting
from agragati.meetings.rules.doubts import name_doubts, repeated
from agragati.org.access import Access

from ..models import Plan, PlanIndicator
from ..rules.integrity import MeetingFacts

CAME = (Presence.PRESENT, Presence.ONLINE)
MOST = 60  # meetings of one office about one plan in one year


def meetings_of_plan(*, by: Access, plan: Plan, indicators: Sequence[PlanIndicator]) -> QuerySet[Meeting]:
    """Signed meetings of the plan's office in its year with an item about one of its rows. `by` is not asked:
    what is found is shown only to those who may see the plan."""
    year = FiscalYear(plan.fiscal_year)
    about = AgendaItem.objects.filter(
        meeting__office_id=plan.office_id, about__in=[about_row(row.pk) for row in indicators]
    )
    found = Meeting.objects.filter(pk__in=about.values("meeting"), state__in=FROZEN_STATES)
    return found.filter(starts_at__date__range=(year.start, year.end)).order_by("starts_at", "pk")


def about_row(indicator_id: int) -> str:
    """The label under which a meeting keeps a row of a plan."""
    return f"indicator:{indicator_id}"


def facts_of_meetings(*, by: Access, plan: Plan, indicators: Sequence[PlanIndicator]) -> tuple[MeetingFacts, ...]:
    """The facts of R11, R13, R14 and R16 for every signed meeting about the plan."""
    meetings = list(meetings_of_plan(by=by, plan=plan, indicators=indicators)[:MOST])
    ids = [meeting.pk for meeting in meetings]
    if not ids:
        return ()
    open_ones = _by_meeting((d.meeting_id, d.text[:80]) for d in _open_decisions(ids))
    topics = _by_meeting(AgendaItem.objects.filter(meeting__in=ids).values_list("meeting_id", "topic"))
    people: dict[int, list[Invitation]] = {pk: [] for pk in ids}
    for asked in Invitation.objects.filter(meeting__in=ids):
        people[asked.meeting_id].append(asked)
    return tuple(
        MeetingFacts(
            id=meeting.pk, title=f"{meeting.title}, {timezone.localtime(meeting.starts_at):%d/%m/%Y}",
            open_decisions=tuple(open_ones.get(meeting.pk, ())), twice=_twice(topics.get(meeting.pk, [])),
            spellings=tuple(_spellings(meeting, people[meeting.pk])),
            present=_present(people[meeting.pk]), quorum=meeting.quorum or None,
        )
        for meeting in meetings
    )  # fmt: skip


def _by_meeting(pairs: Iterable[tuple[int | None, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for pk, text in pairs:
        found.setdefault(pk or 0, []).append(text)
    return found


def _open_decisions(ids: Sequence[int]) -> list[Decision]:
    """Decisions without a day, or without anyone who can be asked: a post, section, office, group or level."""
    decisions = list(Decision.objects.filter(meeting__in=ids).order_by("pk"))
    vague = (TargetKind.TEXT, TargetKind.CONCERNED)
    named = Implementer.objects.filter(decision__meeting__in=ids).exclude(kind__in=vague)
    found = set(named.values_list("decision_id", flat=True))
    return [decision for decision in decisions if decision.due is None or decision.pk not in found]


def _twice(topics: Sequence[str]) -> tuple[str, ...]:
    """Matters that stand twice in one set of minutes, each once, as first written."""
    again = set(repeated(search_key(topic) for topic in topics))
    first = {search_key(topic): topic for topic in reversed(topics)}
    return tuple(first[key][:80] for key in sorted(again))


def _spellings(meeting: Meeting, people: Sequence[Invitation]) -> Iterator[tuple[str, str]]:
    names = [text.split(",")[0].strip() for text in (meeting.chair, meeting.secretary)]
    names += [asked.name.strip() for asked in people]
    for doubt in name_doubts((name, name) for name in names if name):
        yield str(doubt.suggestion), doubt.where


def _present(people: Sequence[Invitation]) -> int | None:
    """How many members came; None where nobody's presence was noted."""
    if all(asked.presence == Presence.UNKNOWN for asked in people):
        return None
    return sum(asked.presence in CAME for asked in people if asked.kind == InviteKind.MEMBER)
