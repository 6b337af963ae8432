"""A framework: the official table of one fiscal year and plan kind, as plain frozen values.

Nothing here checks or scores; `reading` makes these values from a file, `lint` checks them, `scoring` uses them.
`None` for a weight means it is not known (the office types it from its signed plan); it is never a zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.plans.rules.choices import Derive, Direction, Method, Unit
from agragati.plans.rules.formula_terms import Figure, Shared
from agragati.plans.rules.legends import Legend
from agragati.plans.rules.reasons import Finding

Value = Decimal | date

DEFAULT_TOTAL = Decimal(50)
DEFAULT_APA_MARKS = Decimal(10)


class LevelTarget(NamedTuple):
    """One target column of an indicator: its percent and what must be reached; None is a printed "-"."""

    percent: Decimal
    value: Value | None


class Column(NamedTuple):
    """One target column of the printed table: 100, "অসাধারণ"."""

    percent: Decimal
    name: str


@dataclass(frozen=True, slots=True)
class Area:
    """A performance area (কর্মসম্পাদন ক্ষেত্র); `weight` is the printed one, which may be wrong."""

    code: str
    title: str
    weight: Decimal | None = None
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity (কার্যক্রম) between an area and its indicators."""

    code: str
    title: str
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """The two dates of one quarter: the work is counted as of one day and sent by another."""

    quarter: int
    as_of: date | None = None
    submit_by: date | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of proof an indicator asks for: a stable kind and the wording of the paper."""

    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was achieved in an earlier year, as the plan prints it."""

    fiscal_year: str
    value: Value


@dataclass(frozen=True, slots=True)
class Projection:
    """What a plan sets itself for a later year (প্রক্ষেপণ)."""

    fiscal_year: str
    value: Value


@dataclass(frozen=True, slots=True)
class TierOverride:
    """What one tier of offices has differently; None keeps what the framework says."""

    tier: str
    text: str | None = None
    weight: Decimal | None = None
    levels: tuple[LevelTarget, ...] | None = None
    levels_complete: bool | None = None
    note: str | None = None
    applies: bool = True


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the table (কর্মসম্পাদন সূচক).

    `unit` and `printed_unit` are what the paper says; `measure` is what the targets really are; `targets` are the
    levels that have a value, best first.
    `levels_complete` is False when lower columns exist but are not known to us. `lowest` and `highest` are what one
    single figure can be; a figure outside them is doubted (O2), never refused. `formula` computes the achievement
    from `figures` and the framework's `shared` terms; `target_terms` are targets written by a constant's name.
    `counted_from` names one of the product's own records (`countable.COUNTABLE`) that counts the row by itself.
    `projected` is what an earlier table foresaw for this year.
    """

    code: str
    text: str
    unit: Unit = Unit.BLANK
    printed_unit: str = ""
    weight: Decimal | None = None
    levels: tuple[LevelTarget, ...] = ()
    levels_complete: bool = True
    percent_targets: bool = False
    stated_direction: Direction | None = None
    method: Method | None = None
    concept: str = ""
    also_concepts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    frequency: str = ""
    stated_derive: Derive | None = None
    definition: str = ""
    method_text: str = ""
    indicator_class: str = ""
    depends_on: str = ""
    text_en: str = ""
    lowest: Decimal | None = None
    highest: Decimal | None = None
    section: str = ""
    baselines: tuple[Baseline, ...] = ()
    projections: tuple[Projection, ...] = ()
    projected: Value | None = None
    formula: str = ""
    figures: tuple[Figure, ...] = ()
    shared: Shared = field(default_factory=Shared, repr=False)
    target_terms: tuple[tuple[Decimal, str], ...] = ()
    counted_from: str = ""
    schedule: tuple[Due, ...] = ()
    may_exceed_100: bool = False
    note: str = ""
    tiers: tuple[TierOverride, ...] = ()
    measure: Unit = field(init=False, repr=False, compare=False)
    targets: tuple[tuple[Decimal, Value], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what every score asks a hundred times."""
        stated = [(level.percent, level.value) for level in self.levels if level.value is not None]
        object.__setattr__(self, "targets", tuple(sorted(stated, key=lambda level: -level[0])))
        object.__setattr__(self, "measure", self._measure())

    def _measure(self) -> Unit:
        """What the targets are, whatever unit is printed; the printed unit when no target is known."""
        if not self.targets:
            return self.unit
        if any(isinstance(value, date) for _, value in self.targets):
            return Unit.DATE
        return Unit.PERCENT if self.percent_targets or self.unit is Unit.PERCENT else Unit.NUMBER

    @property
    def area_code(self) -> str:
        """Give the area the code belongs to: "1.2.1" → "1"."""
        return self.code.split(".", 1)[0]

    @property
    def activity_code(self) -> str:
        """Give the activity the code belongs to: "1.2.1" → "1.2"."""
        return self.code.rsplit(".", 1)[0]

    @property
    def direction(self) -> Direction:
        """Give which way is better: as stated, else earlier for dates and higher for the rest."""
        if self.stated_direction is not None:
            return self.stated_direction
        return Direction.LOWER if self.measure is Unit.DATE else Direction.HIGHER

    @property
    def derive(self) -> Derive:
        """Give how events make the year's value: as stated, else by what is measured."""
        usual = {Unit.DATE: Derive.FIRST_DATE, Unit.PERCENT: Derive.RATIO}
        if self.formula and self.measure is not Unit.DATE:
            return self.stated_derive or Derive.RATIO
        return self.stated_derive or usual.get(self.measure, Derive.SUM)

    def goodness(self, value: Value) -> Decimal:
        """Give a number that is larger for a better achievement (days for dates)."""
        place = Decimal(value.toordinal()) if isinstance(value, date) else value
        return place if self.direction is Direction.HIGHER else place.copy_negate()

    def is_easier(self, goal: Value, foreseen: Value | None) -> bool:
        """Whether a target asks for less than what was foreseen; things of two kinds are never compared."""
        if foreseen is None or isinstance(goal, date) != isinstance(foreseen, date):
            return False
        return self.goodness(goal) < self.goodness(foreseen)

    def for_tier(self, tier: str) -> Indicator | None:
        """Give the indicator as one tier has it; None when that tier does not carry it."""
        override = next((item for item in self.tiers if item.tier == tier), None)
        if override is None:
            return self
        if not override.applies:
            return None
        names = ("text", "weight", "levels", "levels_complete", "note")
        stated = {name: getattr(override, name) for name in names}
        return replace(self, **{name: value for name, value in stated.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Framework:
    """The whole official table of one fiscal year and plan kind; `tier` is set once it is narrowed to one."""

    title: str
    fiscal_year: FiscalYear
    indicators: tuple[Indicator, ...]
    areas: tuple[Area, ...] = ()
    activities: tuple[Activity, ...] = ()
    name: str = ""
    kind: str = "egov"
    annex: str = ""
    tier: str = ""
    tiers: tuple[str, ...] = ()
    method: Method = Method.LINEAR
    total: Decimal = DEFAULT_TOTAL
    apa_marks: Decimal = DEFAULT_APA_MARKS
    ratio_floor: Decimal = Decimal(0)
    columns: tuple[Column, ...] = ()
    shared: Shared = field(default_factory=Shared)
    legend: Legend = ()
    source: str = ""
    reading_notes: tuple[Finding, ...] = field(default=(), compare=False)

    def indicator(self, code: str) -> Indicator:
        """Give the indicator of a canonical code ("1.1.1"). Raises BadInput when there is none."""
        for indicator in self.indicators:
            if indicator.code == code:
                return indicator
        raise BadInput("This framework has no indicator [%(code)s].", field=code, code=code)

    def area(self, code: str) -> Area | None:
        """Give the area of a code, or None when the paper prints none."""
        return next((area for area in self.areas if area.code == code), None)

    def activity(self, code: str) -> Activity | None:
        """Give the activity of a code, or None when the paper prints none."""
        return next((activity for activity in self.activities if activity.code == code), None)

    def for_tier(self, tier: str) -> Framework:
        """Give the framework as one tier has it. Raises BadInput for a tier the framework does not name."""
        if self.tiers and tier not in self.tiers:
            known = ", ".join(self.tiers)
            raise BadInput(
                'The tier "%(tier)s" is not in this framework; it has: %(known)s.',
                field="tier",
                tier=tier,
                known=known,
            )
        narrowed = [indicator.for_tier(tier) for indicator in self.indicators]
        return replace(self, tier=tier, indicators=tuple(item for item in narrowed if item is not None))


def lineage(frameworks: tuple[Framework, ...]) -> dict[str, tuple[tuple[FiscalYear, str, str], ...]]:
    """Give each concept's history, oldest year first: concept → ((year, code, wording), …).

    Codes move between years (the e-file note is 1.5.1, then 4.1.1, then 4.1.2), so history hangs on the concept.
    """
    history: dict[str, list[tuple[FiscalYear, str, str]]] = {}
    for framework in sorted(frameworks, key=lambda item: item.fiscal_year):
        for indicator in framework.indicators:
            for concept in filter(None, (indicator.concept, *indicator.also_concepts)):
                history.setdefault(concept, []).append((framework.fiscal_year, indicator.code, indicator.text))
    return {concept: tuple(rows) for concept, rows in history.items()}
