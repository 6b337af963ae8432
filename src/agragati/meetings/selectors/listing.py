"""Lists of decisions and duties that stay quick when there are a million: only so many keys are ever asked for.

Rights reach a row over two ways (it is carried out here, or it was decided here). Asked with OR the database would go
through everything; so each way is asked for its first keys in order, and the lists are merged (see keys.py).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from agragati.kernel.text import search_key
from agragati.org.access import Access, P
from agragati.org.models import Office
from agragati.org.selectors import office

from ..choices import FROZEN_STATES, OPEN_DUTIES, DutyStatus
from ..models import Decision, DecisionDuty, Meeting
from ..models.decisions import DecisionDutyQuerySet
from ..rules.labels import labels_in, without_labels
from .keys import Key, Way, first_keys, listed, most_for
from .labels import labelled

FEW = 60
MOST_EXPORTED = 20_000
_NEWEST = ("-meeting__starts_at", "item__position", "number", "pk")
_EARLIEST = (F("due").asc(nulls_last=True), "pk")


@dataclass(frozen=True)
class DecisionFilter:
    """What the reader asks for; empty means all.

    `words` may hold labels ("#জরুরি"), `label` is one without its mark; `code` is an indicator's code as printed,
    `about` a thing of the app above, `office_id` an office with everything below it, `late` only what is overdue,
    `age` at least so many days since the meeting, `stale` open and without a word this month.
    """

    status: str = ""
    words: str = ""
    label: str = ""
    code: str = ""
    about: str = ""
    office_id: int | None = None
    meeting_id: int | None = None
    late: bool = False
    age: int = 0
    stale: bool = False


def decisions_page(*, by: Access, wanted: DecisionFilter, page: int = 1, own: bool = False) -> Page[Decision]:
    """One page of decisions of signed minutes, newest first; `own` = those that the reader's office waits for."""
    by.require(P.MEETING_VIEW)
    rows, fits = fitting(wanted).filter(meeting__state__in=FROZEN_STATES), _with_duties(by, wanted)
    if own:
        ways = [Way(rows.filter(office_id=by.office_id or 0), [_WAITED_FOR, *fits])]
    else:
        ways = [Way(found.rows, [*found.fits, *fits]) for found in _ways_to_decisions(by, rows)]
    keys = first_keys(ways, _NEWEST, _newest, most_for(page))
    return listed(keys, Decision.objects.select_related("meeting").prefetch_related("implementers"), page)


_WAITED_FOR = Exists(DecisionDuty.objects.filter(decision=OuterRef("pk"), status__in=[*OPEN_DUTIES, DutyStatus.DONE]))


def _ways_to_decisions(by: Access, rows: QuerySet[Decision]) -> list[Way]:
    if by.is_system or by.view.everything:
        return [Way(rows)]
    decided_here = rows.filter(meeting__in=Meeting.objects.visible_to(by).order_by().values("pk"))
    offices = _few(_offices_in_view(by))
    if offices is not None:
        carried_here = DecisionDuty.objects.filter(office__in=offices).values("decision")
        return [Way(decided_here), Way(rows.filter(pk__in=carried_here))]
    here = DecisionDuty.objects.filter(by.view.as_q("office__path", "office__area__path"), decision=OuterRef("pk"))
    return [Way(decided_here), Way(rows, [Exists(here)])]


def _offices_in_view(by: Access) -> QuerySet[Office]:
    return Office.objects.filter(by.view.as_q("path", "area__path"))


def _newest(key: Key) -> Key:
    return (-key[1].timestamp(), *key[2:])


def fitting(wanted: DecisionFilter) -> QuerySet[Decision]:
    """Decisions whose own values fit, whoever asks: rights and the state of duties are asked elsewhere."""
    rows = Decision.objects.all()
    labels = [wanted.label] if wanted.label else []
    for label in [*labels, *labels_in(wanted.words)]:
        rows = rows.filter(labelled(label, "text", "item__topic", "item__discussion"))
    for word in search_key(without_labels(wanted.words)).split():
        rows = rows.filter(search_key__contains=word)
    if wanted.code:
        rows = rows.filter(codes__contains=[wanted.code])
    if wanted.about:
        rows = rows.filter(about=wanted.about)
    if wanted.meeting_id is not None:
        rows = rows.filter(meeting_id=wanted.meeting_id)
    if wanted.age:
        rows = rows.filter(meeting__starts_at__lte=timezone.now() - datetime.timedelta(days=wanted.age))
    return rows


def _with_duties(by: Access, wanted: DecisionFilter) -> list[Exists]:
    if not (wanted.status or wanted.late or wanted.stale or wanted.office_id is not None):
        return []
    return [Exists(_narrowed(by, DecisionDuty.objects.filter(decision=OuterRef("pk")), wanted))]


def _narrowed(by: Access, rows: DecisionDutyQuerySet, wanted: DecisionFilter) -> DecisionDutyQuerySet:
    if wanted.status:
        rows = rows.filter(status=wanted.status)
    if wanted.late:
        rows = rows.filter(status__in=OPEN_DUTIES, due__lt=timezone.localdate())
    if wanted.stale:
        rows = rows.filter(is_stale())
    if wanted.office_id is not None:
        below = Office.objects.within(office(by=by, office_id=wanted.office_id).path)
        rows = rows.filter(office__in=below)
    return rows


def stale_since() -> datetime.datetime:
    """The beginning of this month: an open duty without a word since then waits for its monthly answer."""
    first = timezone.localdate().replace(day=1)
    return timezone.make_aware(datetime.datetime.combine(first, datetime.time()))


def is_stale() -> Q:
    """Open duties of earlier months without a word this month."""
    first = stale_since()
    silent = Q(answered_at__isnull=True) | Q(answered_at__lt=first)
    return silent & Q(status__in=OPEN_DUTIES, decision__meeting__starts_at__lt=first)


def duties_page(*, by: Access, wanted: DecisionFilter, page: int = 1, mine: bool = True) -> Page[DecisionDuty]:
    """One page of duties, earliest due first: `mine` of the reader's own office, else all within the view."""
    by.require(P.MEETING_VIEW)
    keys = first_keys(_listed_duties(by, wanted, "mine" if mine else "below"), _EARLIEST, _earliest, most_for(page))
    return listed(keys, DecisionDuty.objects.select_related("decision__meeting", "office", "post"), page)


def _listed_duties(by: Access, wanted: DecisionFilter, tab: str) -> list[Way]:
    """What each list of decisions is about: open duties unless another state is asked for; "all" knows every state."""
    asked = {"waiting": [*OPEN_DUTIES, DutyStatus.DONE]}.get(tab, OPEN_DUTIES)
    rows = (
        DecisionDuty.objects.all() if wanted.status or tab == "all" else DecisionDuty.objects.filter(status__in=asked)
    )
    rows = _fitting_duties(by, rows, wanted)
    if tab == "mine":
        return [Way(rows.filter(office_id=by.office_id or 0))]
    return [Way(rows.filter(decision__office_id=by.office_id or 0))] if tab == "waiting" else _ways_to_duties(by, rows)


def _fitting_duties(by: Access, rows: DecisionDutyQuerySet, wanted: DecisionFilter) -> DecisionDutyQuerySet:
    plain = DecisionFilter(words=wanted.words, label=wanted.label, code=wanted.code, about=wanted.about,
                           meeting_id=wanted.meeting_id, age=wanted.age)  # fmt: skip
    rows = _narrowed(by, rows, wanted)
    return rows if plain == DecisionFilter() else rows.filter(decision__in=fitting(plain).order_by().values("pk"))


def _ways_to_duties(by: Access, rows: DecisionDutyQuerySet) -> list[Way]:
    """Duties of offices within the view, and those that come from decisions of such offices.

    Few offices or decisions are named one by one, so that the database goes to their rows; for many it reads in the
    order of the list and soon has enough.
    """
    if by.is_system or by.view.everything:
        return [Way(rows)]
    view = by.view
    offices = _few(_offices_in_view(by))
    given = _few(Decision.objects.filter(view.as_q("office__path", "office__area__path")).order_by())
    carried_here = view.as_q("office__path", "office__area__path") if offices is None else Q(office__in=offices)
    way = "decision__office__path", "decision__office__area__path"
    given_here = view.as_q(*way) if given is None else Q(decision__in=given)
    return [Way(rows.filter(carried_here)), Way(rows.filter(given_here))]


def _few(rows: QuerySet[Any]) -> list[int] | None:
    """Their numbers; None when there are more than FEW."""
    found = list(rows.values_list("pk", flat=True)[: FEW + 1])
    return None if len(found) > FEW else found


def _earliest(key: Key) -> Key:
    return (key[1] is None, key[1] or datetime.date.min, key[0])


def decisions_to_export(*, by: Access, wanted: DecisionFilter, tab: str = "all") -> list[DecisionDuty]:
    """The duties behind one list ("mine", "waiting", "below" or "all") that fit, at most MOST_EXPORTED, for a sheet."""
    by.require(P.MEETING_VIEW)
    keys = first_keys(_listed_duties(by, wanted, tab), _EARLIEST, _earliest, MOST_EXPORTED)
    parts = "decision__meeting", "decision__office", "office", "post", "section"
    return list(DecisionDuty.objects.filter(pk__in=keys).select_related(*parts))
