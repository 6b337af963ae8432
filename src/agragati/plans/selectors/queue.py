"""The queue of claims before a reviewer: one index, page by key, never by count over everything."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from agragati.kernel.errors import NotFound
from agragati.kernel.text import search_key
from agragati.org.access import Access, P

from ..choices import ClaimState, QuarterState
from ..models import Claim, FrameworkEdition, Plan, SampleDraw, SampleItem, Submission
from ..models.life import OfPlanQuerySet
from .paths import within

PER_PAGE = 25
COUNTED_UP_TO = 10_000
RATES_UP_TO = 20_000
ORDER = ("path", "fiscal_year", "quarter", "position")
SHOWN = {
    "waiting": [ClaimState.CLAIMED],
    "returned": [ClaimState.RETURNED],
    "decided": [ClaimState.ACCEPTED, ClaimState.PARTLY, ClaimState.NOT_APPLICABLE],
}
MARKS = {
    "flagged": Q(has_flag=True),
    "incomplete": Q(proof_complete=False),
    "clean": Q(has_flag=False, proof_complete=True, is_provisional=False, is_sampled=False),
    "late": Q(is_late=True),
    "provisional": Q(is_provisional=True),
    "sampled": Q(is_sampled=True),
}
Key = tuple[str, int, int, int]


@dataclass(frozen=True)
class QueueFilter:
    """What the reviewer asks for; empty means all. `shown` is waiting, returned or decided."""

    shown: str = "waiting"
    fiscal_year: int | None = None
    quarter: int | None = None
    mark: str = ""
    code: str = ""
    words: str = ""


@dataclass(frozen=True)
class QueuePage:
    """One page of the queue; `after` is the key of the next page, "" at the end."""

    rows: list[Claim]
    after: str


@dataclass(frozen=True)
class Progress:
    """How far the review is. Counts stop at 10,000 (`more`), so that a national reviewer does not wait."""

    waiting: int
    decided: int
    returned: int
    to_accept: int

    @property
    def more(self) -> bool:
        """Whether a count stopped before its end."""
        return max(self.waiting, self.decided, self.returned) >= COUNTED_UP_TO

    @property
    def share(self) -> int:
        """Whole percent of the sent claims that are decided."""
        whole = self.waiting + self.decided + self.returned
        return 100 * self.decided // whole if whole else 0


@dataclass(frozen=True)
class Rates:
    """Reporting of one quarter within the view: expected, sent, in time, and the two rates in percent."""

    expected: int
    sent: int
    on_time: int

    @property
    def completeness(self) -> Decimal | None:
        """Sent of expected in percent; None when nothing is expected."""
        return Decimal(100 * self.sent) / self.expected if self.expected else None

    @property
    def timeliness(self) -> Decimal | None:
        """In time of expected in percent; None when nothing is expected."""
        return Decimal(100 * self.on_time) / self.expected if self.expected else None


def key_text(claim: Claim) -> str:
    """A claim's place in the queue as an address carries it."""
    return _key_words((claim.path, claim.fiscal_year, claim.quarter, claim.position))


def _key_words(key: Key) -> str:
    return "~".join(str(part) for part in key)


def key_of(text: str) -> Key | None:
    """The place that `key_text` wrote; None for anything else."""
    path, *rest = text.split("~")
    whole = len(rest) == 3 and all(part.isascii() and part.isdigit() and len(part) < 6 for part in rest)
    if not whole or len(path) > 200 or not path.replace(".", "").isdigit():
        return None
    return path, int(rest[0]), int(rest[1]), int(rest[2])


def queue_page(*, by: Access, wanted: QueueFilter, after: str = "", size: int = PER_PAGE) -> QueuePage:
    """One page of the claims below the reviewer's office, in tree order, after the place `after`.

    The places come from one index; the claims are then fetched by the rights over their offices as they stand today.
    """
    rows = _queue(by, wanted)
    key = key_of(after)
    if key:
        rows = rows.filter(_beyond(key, "gt"))
    places = list(rows.order_by(*ORDER).values_list("pk", *ORDER)[: size + 1])
    mine = Claim.objects.enterable_by(by, P.PROGRESS_REVIEW).filter(pk__in=[place[0] for place in places[:size]])
    found = mine.select_related("indicator__plan__edition", "submission__plan__office").order_by(*ORDER)
    document = "indicator__plan__edition__document"  # the whole table; what is shown of it is kept in memory
    return QueuePage(list(found.defer(document)), _key_words(places[size - 1][1:]) if len(places) > size else "")


def neighbours(*, by: Access, claim: Claim, wanted: QueueFilter) -> tuple[int | None, int | None]:
    """Ids of the claims before and after this one in the same queue; None at an end."""
    rows = _queue(by, wanted)
    key = (claim.path, claim.fiscal_year, claim.quarter, claim.position)
    before = rows.filter(_beyond(key, "lt")).order_by(*(f"-{name}" for name in ORDER))
    following = rows.filter(_beyond(key, "gt")).order_by(*ORDER)
    return before.values_list("pk", flat=True).first(), following.values_list("pk", flat=True).first()


def _queue(by: Access, wanted: QueueFilter) -> QuerySet[Claim]:
    by.require(P.PROGRESS_REVIEW)
    rows = _below(by).filter(state__in=SHOWN.get(wanted.shown, SHOWN["waiting"]))
    if wanted.fiscal_year is not None:
        rows = rows.filter(fiscal_year=wanted.fiscal_year)
    if wanted.quarter is not None:
        rows = rows.filter(quarter=wanted.quarter)
    if wanted.mark in MARKS:
        rows = rows.filter(MARKS[wanted.mark])
    if wanted.code:
        rows = rows.filter(indicator__code=wanted.code)
    if words := search_key(wanted.words):
        rows = rows.filter(submission__plan__office__search_key__contains=words)
    return rows


def _below(by: Access) -> QuerySet[Claim]:
    """Claims of the offices that this access reviews, never its own office's; by the path the claim carries.

    The path on the claim is a copy, so this counts and orders; what is shown is asked of the office itself.
    """
    wanted = within(by.enter_scope(P.PROGRESS_REVIEW), "path", "submission__plan__office__area__path")
    return Claim.objects.filter(wanted).exclude(path=by.office_path)


def _beyond(key: Key, side: str) -> Q:
    """Rows on one side of a key, as one row comparison that the index understands."""
    compare = TupleGreaterThan if side == "gt" else TupleLessThan
    return Q(compare(Tuple(*(F(name) for name in ORDER)), key))


def review_progress(*, by: Access, fiscal_year: int | None = None, quarter: int | None = None) -> Progress:
    """Counts for the head of the queue, each up to 10,000."""
    by.require(P.PROGRESS_REVIEW)
    rows = _below(by)
    if fiscal_year is not None:
        rows = rows.filter(fiscal_year=fiscal_year)
    if quarter is not None:
        rows = rows.filter(quarter=quarter)
    counts = {name: _capped(rows.filter(state__in=states)) for name, states in SHOWN.items()}
    return Progress(counts["waiting"], counts["decided"], counts["returned"], _capped(_to_accept(by)))


def _capped(rows: QuerySet[Claim] | QuerySet[Submission]) -> int:
    return rows.order_by().values("pk")[:COUNTED_UP_TO].count()


def quarters_to_accept(*, by: Access) -> QuerySet[Submission]:
    """Verified quarters below the reviewer's office that wait for the accept step, in tree order."""
    by.require(P.PROGRESS_REVIEW)
    rows = _to_accept(by).enterable_by(by, P.PROGRESS_REVIEW)
    return rows.select_related("plan__office", "plan__edition").order_by("path", "id")


def _sent_below(by: Access) -> OfPlanQuerySet[Submission]:
    wanted = within(by.enter_scope(P.PROGRESS_REVIEW), "path", "plan__office__area__path")
    return Submission.objects.filter(wanted)


def _to_accept(by: Access) -> OfPlanQuerySet[Submission]:
    return _sent_below(by).filter(state=QuarterState.VERIFIED).exclude(path=by.office_path)


def submission_rates(*, by: Access, fiscal_year: int, quarter: int, kind: str = "egov") -> Rates | None:
    """Completeness and timeliness of one quarter within the view, on the tree as it was; what is expected are the
    plans of the year. Above 20,000 plans nothing is counted (None): the roll-ups of the dashboards tell."""
    by.require(P.PLAN_VIEW)
    plans = Plan.objects.filter(within(by.view, "path", "office__area__path"), fiscal_year=fiscal_year, kind=kind)
    expected = plans.order_by().values("pk")[: RATES_UP_TO + 1].count()
    if expected > RATES_UP_TO:
        return None
    here = within(by.view, "path", "plan__office__area__path")
    sent = Submission.objects.filter(here, fiscal_year=fiscal_year, quarter=quarter, plan__kind=kind)
    counts = sent.aggregate(sent=Count("pk"), on_time=Count("pk", filter=Q(is_late=False)))
    return Rates(expected, counts["sent"], counts["on_time"])


def sample_draws(*, by: Access) -> QuerySet[SampleDraw]:
    """Samples drawn within the view, newest first (at most 50), with how many are checked."""
    by.require(P.PROGRESS_REVIEW)
    rows = SampleDraw.objects.visible_to(by).select_related("office")
    checked = Count("items", filter=~Q(items__finding="pending"))
    return rows.annotate(drawn=Count("items"), checked=checked).order_by("-pk")[:50]


def quarters_in_queue(*, by: Access) -> list[tuple[int, int]]:
    """(fiscal year, quarter) of what was sent below, newest first (at most 16)."""
    by.require(P.PROGRESS_REVIEW)
    sent = _sent_below(by).filter(fiscal_year=OuterRef("fiscal_year"))
    asked = {f"q{number}": Exists(sent.filter(quarter=number)) for number in range(1, 5)}
    years = FrameworkEdition.objects.order_by("-fiscal_year").values("fiscal_year").distinct().annotate(**asked)
    found = years.values_list("fiscal_year", *asked)
    return [(year, 4 - place) for year, *have in found for place, yes in enumerate(reversed(have)) if yes][:16]


def sample_to_read(*, by: Access, draw_id: int) -> tuple[SampleDraw, list[SampleItem]]:
    """One sample and its claims (at most 500); raise NotFound when it is not within the view."""
    by.require(P.PROGRESS_REVIEW)
    draw = SampleDraw.objects.visible_to(by).select_related("office").filter(pk=draw_id).first()
    if draw is None:
        raise NotFound("There is no such sample, or it is not yours to see.")
    wanted = ("claim__indicator", "claim__submission__plan__office")
    items = SampleItem.objects.visible_to(by).filter(draw=draw).select_related(*wanted)
    return draw, list(items.order_by("claim__path", "claim__position")[:500])
