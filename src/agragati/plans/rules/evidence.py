"""Which proof an indicator needs and what a machine can check of it. In prose: docs/algorithms/evidence.md.

Which kinds an indicator asks for stands in its framework file; what each kind must hold stands in the table here
(from the evaluators' own lists). A piece counts for its event, its quarter or the whole year, as its kind says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.kernel.memo import parse_memo

from .choices import Unit
from .evidence_facts import Facts
from .framework import Indicator
from .reasons import Reason, because


class Per(StrEnum):
    """How often a kind of proof is needed."""

    EVENT = "event"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Claimed:
    """One event that counts: its day, its figures, and the memo number typed with it."""

    id: int
    day: date
    quantity: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    memo_no: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of proof in force. `event` None = for the whole row; `quarter` None = told by the day, if any."""

    id: int
    kind: str
    event: int | None = None
    quarter: int | None = None
    day: date | None = None
    memo_no: str = ""
    url: str = ""
    has_file: bool = False
    is_picture: bool = False
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class Need:
    """What one kind must hold: how often, whether one piece may serve several indicators, and its checks."""

    per: Per
    may_serve_several: bool
    checks: tuple[str, ...] = ()


# Appendix of accepted evidence. A machine check that needs figures asks for them only where they were typed.
NEEDS: Mapping[str, Need] = {
    "office_order": Need(Per.EVENT, True, ("memo", "day_in_year", "day_is_achievement")),
    "process_map": Need(Per.YEAR, True, ("file_or_link", "steps_fewer")),
    "tcv": Need(Per.YEAR, True, ("file_or_figures", "six_numbers")),
    "database_screenshot": Need(Per.QUARTER, True, ("picture", "day_in_quarter")),
    "screenshot": Need(Per.QUARTER, True, ("picture", "day_in_quarter")),
    "certificate": Need(Per.QUARTER, True, ("file_or_memo",)),
    "service_link": Need(Per.YEAR, True, ("link",)),
    "notice": Need(Per.EVENT, False, ("file_or_memo",)),
    "attendance_sheet": Need(Per.EVENT, False, ("file",)),
    "photograph": Need(Per.EVENT, False, ("picture",)),
    "training_record": Need(Per.EVENT, False, ("file",)),
    "section_statement": Need(Per.QUARTER, False, ("file_or_figures", "sections_add_up")),
    "efile_report": Need(Per.QUARTER, False, ("file_or_link",)),
    "coordination_minutes": Need(Per.QUARTER, True, ("file_or_memo",)),
    "minutes": Need(Per.EVENT, False, ("file_or_memo",)),
    "portal_report": Need(Per.QUARTER, False, ("file_or_memo", "day_in_quarter")),
    "report": Need(Per.YEAR, True, ("file_or_memo",)),
    "action_plan": Need(Per.YEAR, True, ("file", "day_in_year")),
    "approved_list": Need(Per.YEAR, True, ("file_or_memo",)),
    "expenditure_statement": Need(Per.QUARTER, False, ("file_or_figures", "spent_is_event")),
    "other": Need(Per.YEAR, True),
    "any": Need(Per.YEAR, True),
}
# Where the paper names no kind of proof, any piece is proof.
NOTHING_NAMED = {("any", ""): None}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist: the kind, its place ("2021-09-26", quarter or ""), what proves it, what is wrong."""

    kind: str
    text: str
    quarter: int | None
    event: int | None
    pieces: tuple[int, ...]
    faults: tuple[Reason, ...]

    @property
    def complete(self) -> bool:
        """Whether the line is proven."""
        return bool(self.pieces) and not self.faults


@dataclass(frozen=True, slots=True)
class Situation:
    """What the checks of one piece look at."""

    indicator: Indicator
    year: FiscalYear
    claim: Claimed | None
    quarter: Quarter | None
    claims: tuple[Claimed, ...]


def checklist(
    indicator: Indicator,
    year: FiscalYear,
    claims: Iterable[Claimed],
    pieces: Iterable[Piece],
    *,
    quarter: int | None = None,
) -> tuple[Item, ...]:
    """Give every line of the checklist for what is claimed (`quarter` 1–4 narrows it to that quarter's claims)."""
    counted = tuple(claim for claim in claims if quarter is None or _quarter(claim.day) == quarter)
    asked = dict.fromkeys((evidence.kind, evidence.text) for evidence in indicator.evidence) or NOTHING_NAMED
    found = tuple(pieces)
    return tuple(
        item for kind, text in asked for item in _lines(kind, text, indicator, year, counted, found) if counted
    )


def _lines(
    kind: str, text: str, indicator: Indicator, year: FiscalYear, claims: tuple[Claimed, ...], pieces: tuple[Piece, ...]
) -> list[Item]:
    need = NEEDS.get(kind, NEEDS["other"])
    mine = [piece for piece in pieces if kind in (piece.kind, "any")]
    if need.per is Per.YEAR:
        return [_item(kind, text, Situation(indicator, year, None, None, claims), mine)]
    if need.per is Per.QUARTER:
        numbers = sorted({_quarter(claim.day) for claim in claims})
        return [
            _item(kind, text, Situation(indicator, year, None, Quarter(year, n),
                                        tuple(c for c in claims if _quarter(c.day) == n)), _of_quarter(mine, n))
            for n in numbers
        ]  # fmt: skip
    return [
        _item(kind, text, Situation(indicator, year, claim, Quarter.of(claim.day), (claim,)),
              _of_event(mine, claim, alone=len(claims) == 1))
        for claim in claims
    ]  # fmt: skip


def _of_quarter(pieces: list[Piece], number: int) -> list[Piece]:
    return [p for p in pieces if (p.quarter or (_quarter(p.day) if p.day else number)) == number]


def _of_event(pieces: list[Piece], claim: Claimed, *, alone: bool) -> list[Piece]:
    """Pieces of this very event; without one, those that name no event but fit its day (or the only claim)."""
    own = [piece for piece in pieces if piece.event == claim.id]
    loose = [p for p in pieces if p.event is None and (p.day == claim.day or alone)]
    return own or loose


def _item(kind: str, text: str, situation: Situation, pieces: list[Piece]) -> Item:
    quarter = situation.quarter.number if situation.quarter else None
    event = situation.claim.id if situation.claim else None
    if not pieces:
        place = {"day": situation.claim.day} if situation.claim else {"quarter": quarter} if quarter else {}
        key = (
            "evidence-missing-event"
            if situation.claim
            else "evidence-missing-quarter"
            if quarter
            else "evidence-missing"
        )
        return Item(kind, text, quarter, event, (), (because(key, kind=kind, **place),))
    faults = min(([*_faults(kind, piece, situation)] for piece in pieces), key=len)
    return Item(kind, text, quarter, event, tuple(piece.id for piece in pieces), tuple(faults))


def _faults(kind: str, piece: Piece, situation: Situation) -> Iterable[Reason]:
    for name in NEEDS.get(kind, NEEDS["other"]).checks:
        yield from CHECKS[name](kind, piece, situation)


def _quarter(day: date) -> int:
    return Quarter.of(day).number


Check = Callable[[str, Piece, Situation], Iterable[Reason]]


def _need_file(kind: str, piece: Piece, _: Situation) -> Iterable[Reason]:
    if not piece.has_file:
        yield because("evidence-no-file", kind=kind)


def _need_file_or_memo(kind: str, piece: Piece, _: Situation) -> Iterable[Reason]:
    if not (piece.has_file or piece.memo_no):
        yield because("evidence-no-file-or-memo", kind=kind)


def _need_file_or_link(kind: str, piece: Piece, _: Situation) -> Iterable[Reason]:
    if not (piece.has_file or piece.url):
        yield because("evidence-no-file-or-link", kind=kind)


def _need_file_or_figures(kind: str, piece: Piece, _: Situation) -> Iterable[Reason]:
    if not (piece.has_file or piece.facts):
        yield because("evidence-no-file-or-figures", kind=kind)


def _need_link(kind: str, piece: Piece, _: Situation) -> Iterable[Reason]:
    if not piece.url:
        yield because("evidence-no-link", kind=kind)


def _need_picture(kind: str, piece: Piece, _: Situation) -> Iterable[Reason]:
    if not piece.is_picture:
        yield because("evidence-no-picture", kind=kind)


def _memo(kind: str, piece: Piece, situation: Situation) -> Iterable[Reason]:
    number = piece.memo_no or (situation.claim.memo_no if situation.claim else "")
    if not number:
        yield because("evidence-no-memo", kind=kind)
        return
    try:
        parse_memo(number)
    except BadInput:
        yield because("evidence-bad-memo", kind=kind, text=number)


def _day_in_year(kind: str, piece: Piece, situation: Situation) -> Iterable[Reason]:
    if piece.day is not None and piece.day not in situation.year:
        yield because("evidence-outside-year", kind=kind, day=piece.day)


def _day_in_quarter(kind: str, piece: Piece, situation: Situation) -> Iterable[Reason]:
    quarter = situation.quarter
    if quarter is None:
        return
    if piece.day is None:
        yield because("evidence-no-day", kind=kind)
    elif not quarter.start <= piece.day <= quarter.end:
        yield because("evidence-outside-quarter", kind=kind, day=piece.day, quarter=quarter.number)


def _day_is_achievement(kind: str, piece: Piece, situation: Situation) -> Iterable[Reason]:
    claim = situation.claim
    if claim is None or situation.indicator.measure is not Unit.DATE or piece.day is None:
        return
    if piece.day != claim.day:
        yield because("evidence-other-day", kind=kind, day=piece.day, achieved=claim.day)


def _steps_fewer(kind: str, piece: Piece, _: Situation) -> Iterable[Reason]:
    before, after = piece.facts.get("steps_before"), piece.facts.get("steps_after")
    if before is not None and after is not None and after > before:
        yield because("evidence-more-steps", kind=kind, upper=before, lower=after)


def _six_numbers(kind: str, piece: Piece, _: Situation) -> Iterable[Reason]:
    given = [name for name in TCV_NAMES if piece.facts.get(name) is not None]
    if piece.facts and len(given) < len(TCV_NAMES):
        yield because("evidence-six-numbers", kind=kind, count=len(given))


def _sections_add_up(kind: str, piece: Piece, situation: Situation) -> Iterable[Reason]:
    """Σ sections = office total, 0 ≤ disposed ≤ presented, and the share is that of the event."""
    if not piece.facts.sections:
        return
    yield from piece.facts.section_faults()
    parts = [c for c in situation.claims if c.numerator is not None]
    done, of = piece.facts.electronic_share()
    if parts and (sum(c.numerator or 0 for c in parts) != done or sum(c.denominator or 0 for c in parts) != of):
        numerator = sum((c.numerator or Decimal(0) for c in parts), Decimal(0))
        denominator = sum((c.denominator or Decimal(0) for c in parts), Decimal(0))
        yield because("evidence-sections-total", kind=kind, numerator=numerator, denominator=denominator,
                      sum=done, total=of)  # fmt: skip


def _spent_is_event(kind: str, piece: Piece, situation: Situation) -> Iterable[Reason]:
    spent, allocated = piece.facts.get("spent"), piece.facts.get("allocated")
    if spent is None or allocated is None:
        return
    if not allocated:
        yield because("evidence-no-allocation", kind=kind)
        return
    for claim in situation.claims:
        if claim.denominator and (claim.numerator, claim.denominator) != (spent, allocated):
            yield because("evidence-spent-differs", kind=kind, numerator=claim.numerator or Decimal(0),
                          denominator=claim.denominator, sum=spent, total=allocated)  # fmt: skip


TCV_NAMES = ("time_before", "cost_before", "visits_before", "time_after", "cost_after", "visits_after")
CHECKS: Mapping[str, Check] = {
    "file": _need_file,
    "file_or_memo": _need_file_or_memo,
    "file_or_link": _need_file_or_link,
    "file_or_figures": _need_file_or_figures,
    "link": _need_link,
    "picture": _need_picture,
    "memo": _memo,
    "day_in_year": _day_in_year,
    "day_in_quarter": _day_in_quarter,
    "day_is_achievement": _day_is_achievement,
    "steps_fewer": _steps_fewer,
    "six_numbers": _six_numbers,
    "sections_add_up": _sections_add_up,
    "spent_is_event": _spent_is_event,
}
