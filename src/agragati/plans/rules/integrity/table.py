"""The visible table of checks: rule, its name, and what looks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from . import figures, papers, records, table_checks
from .facts import Doubt, PlanFacts

Look = Callable[[PlanFacts], Iterable[Doubt]]


@dataclass(frozen=True, slots=True)
class Check:
    """One named check."""

    rule: str
    key: str
    look: Look


CHECKS: tuple[Check, ...] = (
    Check("R1", "weights", table_checks.weights),
    Check("R2", "units", table_checks.units),
    Check("R3", "levels", table_checks.levels),
    Check("R4", "premature", figures.premature),
    Check("R5", "share_without_counts", figures.share_without_counts),
    Check("R6", "evidence", papers.evidence_missing),
    Check("R7", "reuse", papers.evidence_reused),
    Check("R8", "typed_meetings", figures.typed_meetings),
    Check("R9", "two_calendars", papers.two_calendars),
    Check("R10", "memo_numbers", papers.memo_numbers),
    Check("R11", "decisions", papers.decisions),
    Check("R12", "own_dates", table_checks.own_dates),
    Check("R13", "items_twice", papers.items_twice),
    Check("R14", "names", papers.names),
    Check("R15", "stated_share", figures.stated_share),
    Check("R16", "quorum", papers.quorum),
    Check("R17", "easy", figures.easy_targets),
    Check("R18", "own_review", papers.own_review),
    Check("O1", "outlier", figures.outlier),
    Check("O2", "limits", figures.limits),
    Check("O3", "infected", records.infected),
    Check("O4", "replaced", records.replaced),
    Check("O5", "own_records", records.own_records),
)


def doubts_of(facts: PlanFacts) -> tuple[Doubt, ...]:
    """Run every check over one plan; the order is that of the table."""
    return tuple(doubt for check in CHECKS for doubt in check.look(facts))
