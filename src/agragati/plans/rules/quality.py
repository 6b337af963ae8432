"""How well a plan is made: named criteria, each with its finding and what would improve it.

In prose with worked numbers: docs/algorithms/plan-quality.md. A criterion that cannot be judged from the plan (no date
targets, weights unknown) is left out, and its marks with it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext

from .choices import Unit
from .framework import Framework, Indicator
from .methods import targets_agree
from .reasons import Fact, Reason, because
from .rounding import EXACT, rounded

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
WIDEST_STEP = Decimal(3)
FIFTH = Decimal(20)
LAST_QUARTER_SHARE = Decimal("0.5")
_OUTWARD = ("external_output", "outcome", "quality")
GRADES = ((Decimal(85), "very_good"), (Decimal(70), "good"), (Decimal(50), "fair"), (ZERO, "weak"))


@dataclass(frozen=True, slots=True)
class Judged:
    """How far one criterion is met (0 to 1; None = cannot be judged), by how many of how many, and who fails it."""

    share: Decimal | None
    done: int = 0
    of: int = 0
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: its name, its marks, and who judges it."""

    name: str
    marks: Decimal
    judge: Callable[[Framework], Judged]


@dataclass(frozen=True, slots=True)
class Rated:
    """One criterion of one plan: marks given (None = not judged), what was found, what would improve it."""

    name: str
    marks: Decimal | None
    of: Decimal
    finding: Reason
    advice: Reason | None
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """The rating of a plan: out of 100 over the criteria that could be judged, and its grade; None = nothing could."""

    total: Decimal | None
    grade: str
    criteria: tuple[Rated, ...]

    @property
    def open(self) -> tuple[Rated, ...]:
        """What would improve it, the most marks first."""
        lacking = [rated for rated in self.criteria if rated.advice is not None]
        return tuple(sorted(lacking, key=lambda rated: (rated.marks or ZERO) - rated.of))


def rate(framework: Framework) -> Quality:
    """Rate a plan (a framework narrowed to its tier, with the signed terms)."""
    criteria = tuple(_rated(criterion, criterion.judge(framework)) for criterion in CRITERIA)
    given = [(rated.marks, rated.of) for rated in criteria if rated.marks is not None]
    whole = sum((of for _, of in given), ZERO)
    if not whole:
        return Quality(None, "", criteria)
    with localcontext(EXACT):
        total = rounded(sum((marks for marks, _ in given), ZERO) * HUNDRED / whole, 1)
    return Quality(total, next(word for least, word in GRADES if total >= least), criteria)


def _rated(criterion: Criterion, judged: Judged) -> Rated:
    key = f"quality-{criterion.name}"
    if judged.share is None:
        return Rated(criterion.name, None, criterion.marks, because(f"{key}-unjudged"), None, ())
    facts: dict[str, Fact] = {"count": judged.done, "more": judged.of, "codes": ", ".join(judged.codes) or "—"}
    advice = because(f"{key}-mend", **facts) if judged.share < 1 else None
    marks = rounded(criterion.marks * judged.share, 2)
    return Rated(criterion.name, marks, criterion.marks, because(key, **facts), advice, judged.codes)


def _of_rows(rows: Sequence[Indicator], good: Callable[[Indicator], bool]) -> Judged:
    """The share of rows that are good; not judged where there are none."""
    if not rows:
        return Judged(None)
    lacking = tuple(row.code for row in rows if not good(row))
    done = len(rows) - len(lacking)
    with localcontext(EXACT):
        return Judged(Decimal(done) / len(rows), done, len(rows), lacking)


def _measurable(framework: Framework) -> Judged:
    """A unit is printed and the targets are known, of one kind, and never harder in a lower column."""
    return _of_rows(
        framework.indicators,
        lambda row: row.unit is not Unit.BLANK and row.levels_complete and bool(row.targets) and targets_agree(row),
    )


def _above_last_year(framework: Framework) -> Judged:
    """The best target is better than the newest value of an earlier year. Dates have no such value and are left out."""
    rows = [row for row in framework.indicators if row.targets and row.measure is not Unit.DATE]
    return _of_rows(rows, _harder)


def _harder(row: Indicator) -> bool:
    goal = row.targets[0][1]
    known = [base for base in row.baselines if isinstance(base.value, Decimal)]
    if not known or isinstance(goal, date):
        return False
    last = max(known, key=lambda base: base.fiscal_year)
    return row.goodness(goal) > row.goodness(last.value)


def _even_steps(framework: Framework) -> Judged:
    """With three or more columns the widest step is at most three times the narrowest."""
    rows = [row for row in framework.indicators if len(row.targets) > 2 and targets_agree(row)]
    return _of_rows(rows, _is_even)


def _is_even(row: Indicator) -> bool:
    goods = [row.goodness(value) for _, value in row.targets]
    steps = [upper - lower for upper, lower in itertools.pairwise(goods)]
    return min(steps) > 0 and max(steps) <= WIDEST_STEP * min(steps)


def _evidence(framework: Framework) -> Judged:
    return _of_rows(framework.indicators, lambda row: bool(row.evidence))


def _section(framework: Framework) -> Judged:
    return _of_rows(framework.indicators, lambda row: bool(row.section))


def _explained(framework: Framework) -> Judged:
    return _of_rows(framework.indicators, lambda row: bool(row.definition or row.method_text or row.formula))


def _weights(framework: Framework) -> Judged:
    """Full while no indicator has more than a fifth of the marks (its even share where there are fewer than five).

    Nothing from twice that; straight between.
    """
    rows = [row for row in framework.indicators if row.weight is not None]
    if not rows or len(rows) < len(framework.indicators):
        return Judged(None)
    with localcontext(EXACT):
        limit = max(FIFTH, HUNDRED / len(rows))
        shares = {row.code: (row.weight or ZERO) * HUNDRED / framework.total for row in rows}
        share = min(ONE, max(ZERO, (2 * limit - max(shares.values())) / limit))
    heavy = tuple(code for code, part in shares.items() if part > limit) if share < 1 else ()
    return Judged(share, len(rows) - len(heavy), len(rows), heavy)


def _spread_dates(framework: Framework) -> Judged:
    """Full while at most half of the best dates fall in the last quarter; nothing when all do, straight between."""
    days = {row.code: row.targets[0][1] for row in framework.indicators if row.targets and row.measure is Unit.DATE}
    if not days:
        return Judged(None)
    start = framework.fiscal_year.quarters[3].start
    late = tuple(code for code, day in days.items() if isinstance(day, date) and day >= start)
    with localcontext(EXACT):
        part = Decimal(len(late)) / len(days)
        share = min(ONE, (ONE - part) / (ONE - LAST_QUARTER_SHARE))
    return Judged(share, len(days) - len(late), len(days), late if share < 1 else ())


def _outward(framework: Framework) -> Judged:
    """At least one indicator measures what people get: an outside output, an outcome, or quality."""
    rows = framework.indicators
    found = [row for row in rows if row.indicator_class in _OUTWARD]
    return Judged(ONE if found else ZERO, len(found), len(rows)) if rows else Judged(None)


CRITERIA: tuple[Criterion, ...] = (
    Criterion("measurable", Decimal(15), _measurable),
    Criterion("above_last_year", Decimal(15), _above_last_year),
    Criterion("even_steps", Decimal(10), _even_steps),
    Criterion("evidence", Decimal(15), _evidence),
    Criterion("section", Decimal(10), _section),
    Criterion("weights", Decimal(10), _weights),
    Criterion("spread_dates", Decimal(10), _spread_dates),
    Criterion("explained", Decimal(10), _explained),
    Criterion("outward", Decimal(5), _outward),
)
