"""R4, R5, R8, R15, R17, and two checks of plain figures: outliers and limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from statistics import median

from agragati.kernel.digits import to_latin
from agragati.kernel.fiscal import Quarter

from ..achievement import percent_of
from ..choices import Derive, Unit
from ..reasons import because
from .facts import Doubt, EventFacts, PlanFacts, RowFacts, Severity

# Figures that speak of a whole quarter: they are true only once the quarter is over.
_OF_A_PERIOD = {Derive.RATIO, Derive.LATEST}
_MEETINGS = {"REVIEW_MEETING"}
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(?:%|শতাংশ|ভাগ)", re.ASCII)
SLIP = Decimal("0.5")
LARGEST_COUNT = Decimal(1000)
_FEWEST_PEERS = 8


def premature(facts: PlanFacts) -> Iterator[Doubt]:
    """R4: a figure of a whole quarter claimed before the quarter's day of reckoning is provisional."""
    for row in facts.rows:
        for event, quarter in premature_events(row):
            day = row.as_of[quarter - 1]
            reason = because("R4-premature", achieved=claimed_on(event), quarter=quarter, as_of=day)
            severity = Severity.MEDIUM if facts.today < day else Severity.LOW
            yield Doubt("R4", severity, row.indicator.code, f"event:{event.id}", reason, event.id)


def premature_events(row: RowFacts) -> list[tuple[EventFacts, int]]:
    """Give the last figure of each quarter that was claimed before that quarter's day of reckoning."""
    if row.indicator.derive not in _OF_A_PERIOD or len(row.as_of) < 4:
        return []
    last: dict[int, EventFacts] = {}
    for event in sorted((e for e in row.events if e.is_done), key=lambda e: (e.day, e.id)):
        last[Quarter.of(event.day).number] = event
    return [(event, number) for number, event in sorted(last.items()) if claimed_on(event) < row.as_of[number - 1]]


def claimed_on(event: EventFacts) -> date:
    """The day a figure was stated: the later of its own day and the day it was typed."""
    return max(event.day, event.entered_on)


def share_without_counts(facts: PlanFacts) -> Iterator[Doubt]:
    """R5: a percentage needs its counts, and e-file shares a base that a statement or the approved list backs."""
    for row in facts.rows:
        if row.indicator.measure is not Unit.PERCENT:
            continue
        for event in row.events:
            if not event.is_done:
                continue
            if event.is_computed:
                continue
            if event.denominator is None:
                yield _of(row, event, "R5", Severity.HIGH, because("R5-no-counts"))
            elif row.indicator.concept == "EFILE_NOTES" and event.is_typed and not _BASES & {*event.kinds}:
                yield _of(row, event, "R5", Severity.LOW, because("R5-no-base", denominator=event.denominator))


_BASES = {"section_statement", "approved_list", "efile_report"}


def typed_meetings(facts: PlanFacts) -> Iterator[Doubt]:
    """R8: meetings are counted from finalised minutes, not typed."""
    for row in facts.rows:
        if row.indicator.concept not in _MEETINGS:
            continue
        for event in row.events:
            if event.is_done and event.is_typed and "minutes" not in event.kinds:
                yield _of(row, event, "R8", Severity.LOW, because("R8-typed", achieved=event.day))


def stated_share(facts: PlanFacts) -> Iterator[Doubt]:
    """R15: a percentage written in words is that of the two counts beside it."""
    for row in facts.rows:
        for event in row.events:
            if event.numerator is None or not event.denominator:
                continue
            real = percent_of(event.numerator, event.denominator)
            for found in _PERCENT.finditer(to_latin(event.text)):
                said = Decimal(found[1])
                if abs(said - real) > SLIP:
                    reason = because("R15-other-share", known=said, raw=round(real, 2),
                                     numerator=event.numerator, denominator=event.denominator)  # fmt: skip
                    yield _of(row, event, "R15", Severity.MEDIUM, reason)
                    break


def easy_targets(facts: PlanFacts) -> Iterator[Doubt]:
    """R17: targets that were met before, or that ask for less than was foreseen."""
    yield from easy(facts)
    yield from below_projection(facts)


def easy(facts: PlanFacts) -> Iterator[Doubt]:
    """R17: the target was met before the year began, by an event or by last year's figure."""
    start = facts.framework.fiscal_year.start
    for row in facts.rows:
        for event in row.events:
            if event.is_done and event.day < start:
                yield _of(row, event, "R17", Severity.HIGH, because("R17-before-year", achieved=event.day, start=start))
        goal = row.indicator.targets[0][1] if row.indicator.targets else None
        bases = [b for b in row.indicator.baselines if isinstance(b.value, Decimal)]
        if isinstance(goal, Decimal) and bases and isinstance(bases[-1].value, Decimal):
            last = bases[-1]
            if row.indicator.goodness(last.value) >= row.indicator.goodness(goal):
                reason = because(
                    "R17-easy", upper=last.value, text=last.fiscal_year, target=goal, unit=row.indicator.measure
                )
                yield Doubt("R17", Severity.LOW, row.indicator.code, "baseline", reason)


def below_projection(facts: PlanFacts) -> Iterator[Doubt]:
    """R17: a target easier than what the office's own earlier plan foresaw for this year."""
    for row in facts.rows:
        goal = row.indicator.targets[0][1] if row.indicator.targets else None
        if goal is None or row.foreseen is None:
            continue
        year, value = row.foreseen
        if row.indicator.is_easier(goal, value):
            reason = because("R17-foreseen", upper=value, text=year, target=goal, unit=row.indicator.measure)
            yield Doubt("R17", Severity.MEDIUM, row.indicator.code, "projection", reason)


def outlier(facts: PlanFacts) -> Iterator[Doubt]:
    """O1: a figure far from the same figure of the offices of this tier in the same year."""
    for row in facts.rows:
        if isinstance(row.figure, Decimal) and is_outlier(row.figure, row.peers):
            reason = because("O1-outlier", achieved=row.figure, target=Decimal(median(row.peers)),
                             count=len(row.peers), unit=row.indicator.measure)  # fmt: skip
            yield Doubt("O1", Severity.LOW, row.indicator.code, "outlier", reason)


def is_outlier(figure: Decimal, peers: Sequence[Decimal]) -> bool:
    """Whether a figure lies beyond 3.5 scaled median deviations of at least 8 others (Iglewicz and Hoaglin).

    Where more than half the others are equal the deviation is 0 and nothing is called an outlier.
    """
    if len(peers) < _FEWEST_PEERS:
        return False
    middle = Decimal(median(peers))
    spread = Decimal(median([abs(value - middle) for value in peers]))
    return bool(spread) and Decimal("0.6745") * abs(figure - middle) / spread > Decimal("3.5")


def limits(facts: PlanFacts) -> Iterator[Doubt]:
    """O2: a single figure outside what such a figure can be: the table's own limits, else counts up to 1000."""
    for row in facts.rows:
        low = row.indicator.lowest
        high = LARGEST_COUNT if row.indicator.highest is None else row.indicator.highest
        for event in row.events:
            if event.quantity is None:
                continue
            if event.quantity > high:
                yield _of(row, event, "O2", Severity.MEDIUM, because("O2-limit", achieved=event.quantity, target=high))
            elif low is not None and event.quantity < low:
                yield _of(row, event, "O2", Severity.MEDIUM, because("O2-below", achieved=event.quantity, target=low))


def _of(row: RowFacts, event: EventFacts, rule: str, severity: Severity, reason: object) -> Doubt:
    return Doubt(rule, severity, row.indicator.code, f"event:{event.id}", reason, event.id)  # type: ignore[arg-type]
