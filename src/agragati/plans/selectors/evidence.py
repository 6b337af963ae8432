"""Proof of a row: whether its checklist is complete, and whether any of it is used elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from agragati.kernel.errors import NotFound
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access, P

from ..choices import Standing
from ..models import Evidence, Fingerprint, Plan, PlanIndicator, ProgressEvent, Reuse
from ..rules.evidence import NEEDS, Claimed, Item, Per, Piece, checklist
from ..rules.evidence_facts import Facts
from ..rules.pictures import distance, is_near, neighbours
from ..rules.reasons import Reason, because
from .editions import framework_of
from .holders import require_entry
from .sheets import as_signed

PICTURES = ("image/jpeg", "image/png", "image/webp", "application/pdf")


@dataclass(frozen=True)
class Flag:
    """One piece of proof that is used elsewhere. `other` is None when the reader may not see the other office."""

    piece: Evidence
    other: Evidence | None
    reason: Reason
    reuse_id: int

    @property
    def sides(self) -> tuple[Evidence, Evidence | None]:
        """Both pieces, to be looked at side by side."""
        return self.piece, self.other


@dataclass(frozen=True)
class EvidenceState:
    """Whether what is claimed is proven: every open line of the checklist, and every doubt about reuse."""

    complete: bool
    missing: tuple[Reason, ...]
    flags: tuple[Flag, ...]
    items: tuple[Item, ...] = ()


def evidence_state(*, by: Access, indicator: PlanIndicator, quarter: int | None = None) -> EvidenceState:
    """The state of one row's proof; with `quarter` (1–4) of that quarter's claims alone.

    Nothing claimed is not complete. `flags` name the other office only to those who may see it.
    """
    return evidence_states(by=by, indicators=[indicator], quarter=quarter)[indicator.pk]


def evidence_states(
    *, by: Access, indicators: Sequence[PlanIndicator], quarter: int | None = None,
    until: Mapping[int, date] | None = None,
) -> dict[int, EvidenceState]:  # fmt: skip
    """The same for many rows of any plans, by row id, in a fixed number of queries.

    `until` gives by row id the day of reckoning: later events and later proof do not count.
    """
    ids, last = [indicator.pk for indicator in indicators], until or {}
    events, pieces = defaultdict(list), defaultdict(list)
    for event in ProgressEvent.objects.in_force().filter(indicator_id__in=ids, standing=Standing.DONE):
        if event.day <= last.get(event.indicator_id, date.max):
            events[event.indicator_id].append(event)
    for piece in _pieces(ids):
        day = piece.day or (piece.event.day if piece.event else date.min)
        if day <= last.get(piece.indicator_id, date.max):
            pieces[piece.indicator_id].append(piece)
    flags = _flags(by, ids)
    return {
        row.pk: _state(by, row, events[row.pk], pieces[row.pk], tuple(flags.get(row.pk, ())), quarter)
        for row in indicators
    }


def _pieces(ids: Iterable[int]) -> QuerySet[Evidence]:
    rows = Evidence.objects.filter(indicator_id__in=ids, withdrawn_at__isnull=True)
    return rows.select_related("attachment", "event").order_by("pk")


def _state(
    by: Access, row: PlanIndicator, events: list[ProgressEvent], pieces: list[Evidence], flags: tuple[Flag, ...],
    quarter: int | None,
) -> EvidenceState:  # fmt: skip
    framework = framework_of(by=by, edition=row.plan.edition, tier=row.plan.tier)
    indicator = as_signed(framework.indicator(row.code), row)
    claims = [Claimed(e.pk, e.day, e.quantity, e.numerator, e.denominator, e.memo_no) for e in events]
    items = checklist(indicator, FiscalYear(row.plan.fiscal_year), claims, map(as_piece, pieces), quarter=quarter)
    missing = tuple(fault for item in items for fault in item.faults)
    counted = [c for c in claims if quarter is None or Quarter.of(c.day).number == quarter]
    if not counted:
        return EvidenceState(False, (because("evidence-no-claim"),), flags)
    return EvidenceState(not missing, missing, flags, items)


def as_piece(row: Evidence) -> Piece:
    """A kept piece as plain values for the checks."""
    file = None if row.attachment is None or row.attachment.is_infected else row.attachment
    return Piece(
        id=row.pk, kind=row.kind, event=row.event_id, quarter=row.quarter, day=row.day,
        memo_no=row.memo_no or (row.event.memo_no if row.event else ""), url=row.url, has_file=file is not None,
        is_picture=file is not None and file.mime in PICTURES, facts=Facts.from_json(row.facts),
    )  # fmt: skip


def _flags(by: Access, ids: Iterable[int]) -> dict[int, list[Flag]]:
    """Pairs that touch these rows, from either side, told as far as the reader may see."""
    wanted = [*ids]
    found: dict[int, list[Flag]] = defaultdict(list)
    related = ("indicator__plan__office", "attachment", "event")
    # In three short steps: one query with OR over two joined tables reads every piece of proof there is.
    own = [*Evidence.objects.filter(indicator_id__in=wanted).values_list("pk", flat=True)]
    touching = {*Reuse.objects.filter(one_id__in=own).values_list("pk", flat=True)}
    touching |= {*Reuse.objects.filter(other_id__in=own).values_list("pk", flat=True)}
    if not touching:
        return found
    # The pieces by their own ids, for the same reason: after a large load the planner knows no better than to try all.
    pairs = list(Reuse.objects.filter(pk__in=touching).order_by("pk"))
    rows = Evidence.objects.filter(pk__in=_both(pairs), withdrawn_at__isnull=True).select_related(*related)
    pieces = {piece.pk: piece for piece in rows}
    seen = {e.pk for e in Evidence.objects.visible_to(by).filter(pk__in=pieces)}
    for pair in pairs:
        one, other = pieces.get(pair.one_id), pieces.get(pair.other_id)
        for mine, theirs in ((one, other), (other, one)):
            if mine is not None and theirs is not None and mine.indicator_id in wanted:
                reason = reuse_reason(mine, theirs, same=pair.same_file, bits=pair.bits)
                flag = Flag(mine, theirs if theirs.pk in seen else None, reason, pair.pk)
                found[mine.indicator_id].append(flag)
    return found


def _both(pairs: Iterable[Reuse]) -> set[int]:
    return {pk for pair in pairs for pk in (pair.one_id, pair.other_id)}


def reuse_reason(mine: Evidence, theirs: Evidence, *, same: bool, bits: int) -> Reason:
    """Why a pair is doubtful, without a word about whose the other one is."""
    kind = "same" if same else "near"
    facts = {} if same else {"count": bits}
    if mine.indicator.plan.office_id != theirs.indicator.plan.office_id:
        return because(f"reuse-{kind}-elsewhere", **facts)
    if when(mine) != when(theirs):
        return because(f"reuse-{kind}-quarter", **facts)
    return because(f"reuse-{kind}-event", **facts)


def when(piece: Evidence) -> tuple[int, int | None]:
    """The year and quarter a piece speaks for; the quarter is None for a kind that serves the whole year."""
    year = piece.indicator.plan.fiscal_year
    if NEEDS.get(piece.kind, NEEDS["other"]).per is Per.YEAR:
        return year, None
    day = piece.event.day if piece.event else piece.day
    return year, piece.quarter or (Quarter.of(day).number if day else None)


def reuses_of(*, by: Access, piece: Evidence) -> list[tuple[Evidence, int, bool]]:
    """Other proof in force that is the same file or a near picture: (piece, differing bits, same file).

    Looks at every office, because a picture passed on is passed on to others; what it finds is shown by `_flags`
    only as far as a reader may see. `by` is whose deed asks.
    """
    mine = Fingerprint.objects.filter(evidence=piece).first()
    if mine is None:
        return []
    wanted = Q(sha256=mine.sha256)
    bands = [mine.band0, mine.band1, mine.band2, mine.band3]
    if all(band is not None for band in bands):
        wanted |= reduce(or_, (Q(**{f"band{n}__in": neighbours(b)}) for n, b in enumerate(bands) if b is not None))
    rows = (
        Fingerprint.objects.filter(wanted, evidence__withdrawn_at__isnull=True).exclude(evidence=piece)
        .select_related("evidence__indicator__plan", "evidence__event")
    )  # fmt: skip
    found = []
    for row in rows:
        same = row.sha256 == mine.sha256
        if (same or is_near(mine.perceptual, row.perceptual)) and not is_allowed(piece, row.evidence):
            both = mine.perceptual and row.perceptual
            found.append((row.evidence, distance(mine.perceptual, row.perceptual) if both else 0, same))
    return found


def is_allowed(one: Evidence, other: Evidence) -> bool:
    """Whether one artefact may serve both: the same office, year and quarter, and a kind that may serve several.

    For kinds of one event (notice, attendance, photograph) only the very same event may share it.
    """
    if one.indicator.plan.office_id != other.indicator.plan.office_id:
        return False
    if one.indicator_id == other.indicator_id and one.event_id == other.event_id:
        return when(one) == when(other)
    if not all(NEEDS.get(piece.kind, NEEDS["other"]).may_serve_several for piece in (one, other)):
        return False
    years, quarters = zip(when(one), when(other), strict=True)
    return years[0] == years[1] and (quarters[0] == quarters[1] or None in quarters)


def evidence_to_read(*, by: Access, evidence_id: int) -> Evidence:
    """One piece within the viewing scope; raise NotFound."""
    found = (
        Evidence.objects.visible_to(by).filter(pk=evidence_id)
        .select_related("indicator__plan__office__area", "indicator__plan__edition", "attachment", "event").first()
    )  # fmt: skip
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound("There is no such evidence, or it is not yours to see.")
    return found


def evidence_to_withdraw(*, by: Access, evidence_id: int) -> Evidence:
    """One piece that `by` may take back; NotFound when unseen, Refused when only seen."""
    found = evidence_to_read(by=by, evidence_id=evidence_id)
    require_entry(by=by, indicator=found.indicator)
    return found


def reuse_to_read(*, by: Access, reuse_id: int) -> tuple[Reuse, Evidence | None, Evidence | None]:
    """A pair of which at least one side is visible; a side that is not is None. Raises NotFound."""
    related = ("indicator__plan__office", "attachment", "event")
    pair = (
        Reuse.objects.filter(pk=reuse_id)
        .select_related(*(f"{side}__{name}" for side in ("one", "other") for name in related)).first()
    )  # fmt: skip
    seen = set()
    if pair is not None and by.may(P.PLAN_VIEW):
        seen = {e.pk for e in Evidence.objects.visible_to(by).filter(pk__in=(pair.one_id, pair.other_id))}
    if pair is None or not seen:
        raise NotFound("There is no such evidence, or it is not yours to see.")
    return pair, pair.one if pair.one_id in seen else None, pair.other if pair.other_id in seen else None


def files_of_plan(*, by: Access, plan: Plan) -> list[Evidence]:
    """Every piece of proof of a plan in the table's order, for the index and its bundle."""
    rows = Evidence.objects.visible_to(by).filter(indicator__plan=plan, withdrawn_at__isnull=True)
    return list(rows.select_related("indicator", "attachment", "event").order_by("indicator__position", "pk"))
