"""What the search box asks: one visible table of questions, answered in this order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agragati.meetings.selectors import DecisionFilter, MeetingFilter, decisions_page, matters_found, meetings_page
from agragati.org.access import Access, P
from agragati.org.selectors import office_options
from agragati.papers.selectors import search_letters, search_pages
from agragati.plans.selectors import indicators_found
from agragati.ui.renderers import digits
from agragati.ui.rules import Hit

# A question: find(by=access, text=normalised text, limit=n) → hits within the asker's search scope.
Find = Callable[..., Sequence[Hit]]
LIMIT = 8
SHORTEST = 2


def find_offices(*, by: Access, text: str, limit: int) -> Sequence[Hit]:
    """Offices by name, in Bangla or in Latin letters."""
    if not by.may(P.OFFICE_VIEW):
        return []
    rows = office_options(by=by, query=text, within="view", limit=limit)
    return [Hit(row.name, reverse("org:office", args=[row.pk]), row.above) for row in rows]


def find_indicators(*, by: Access, text: str, limit: int) -> Sequence[Hit]:
    """Indicators of one's own office's plans by words or code."""
    if by.office_id is None or not by.may(P.PLAN_VIEW):
        return []
    rows = indicators_found(by=by, office_id=by.office_id, text=text, limit=limit)
    return [Hit(digits(label), reverse("plans:indicator", args=[pk])) for pk, label in rows]


def find_meetings(*, by: Access, text: str, limit: int) -> Sequence[Hit]:
    """Meetings within the view by words of their titles."""
    if not by.may(P.MEETING_VIEW):
        return []
    rows = list(meetings_page(by=by, wanted=MeetingFilter(words=text)))[:limit]
    return [Hit(str(row), reverse("meetings:detail", args=[row.pk]), str(row.office)) for row in rows]


def find_decisions(*, by: Access, text: str, limit: int) -> Sequence[Hit]:
    """Decisions of meetings within the view by their words."""
    if not by.may(P.MEETING_VIEW):
        return []
    rows = list(decisions_page(by=by, wanted=DecisionFilter(words=text)))[:limit]
    return [Hit(str(row), reverse("meetings:decision", args=[row.pk]), str(row.meeting)) for row in rows]


def find_discussions(*, by: Access, text: str, limit: int) -> Sequence[Hit]:
    """Matters of meetings within the view by words or "#labels" of their topic and discussion."""
    rows = matters_found(by=by, text=text, limit=limit)
    return [Hit(str(row), f"{reverse('meetings:detail', args=[row.meeting_id])}#item-{row.pk}", str(row.meeting))
            for row in rows]  # fmt: skip


def find_letters(*, by: Access, text: str, limit: int) -> Sequence[Hit]:
    """Letters within the view by words of the subject or text, or by memo number."""
    rows = search_letters(by=by, text=text, limit=limit)
    told = [(row, f"{row.memo_no} {row.office}".strip()) for row in rows]
    return [Hit(str(row), reverse("papers:letter", args=[row.pk]), about) for row, about in told]


def find_read_papers(*, by: Access, text: str, limit: int) -> Sequence[Hit]:
    """Confirmed pages of papers that the own office had read, by stem or by sound."""
    pages = [(found.page, found.piece) for found in search_pages(by=by, text=text, limit=limit)]
    return [Hit(str(page.reading), reverse("papers:confirm", args=[page.reading_id, page.number]), piece)
            for page, piece in pages]  # fmt: skip


SEARCHES: list[tuple[str | Promise, Find]] = [
    (_("Indicators"), find_indicators),
    (_("Offices"), find_offices),
    (_("Meetings"), find_meetings),
    (_("Decisions"), find_decisions),
    (_("Discussions"), find_discussions),
    (_("Letters"), find_letters),
    (_("Papers that were read"), find_read_papers),
]


def found(*, by: Access, text: str) -> list[tuple[str | Promise, Sequence[Hit]]]:
    """Each group that found something, with at most `LIMIT` hits."""
    if len(text) < SHORTEST:
        return []
    answers = [(label, find(by=by, text=text, limit=LIMIT)) for label, find in SEARCHES]
    return [(label, hits) for label, hits in answers if hits]
