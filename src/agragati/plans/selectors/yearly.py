"""Where a plan is heading: the forecast, marks at risk, earlier years, how complete and how punctual."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.org.access import Access

from ..models import Submission
from ..rules.choices import Method
from ..rules.forecast import AtRisk, Forecast, at_risk, forecast
from ..rules.windows import quarter_due
from .evidence import evidence_states
from .sheets import PlanSheet, plan_sheet

ZERO = Decimal(0)
CLASS_ORDER = ("input", "activity", "internal_output", "external_output", "outcome", "quality")


@dataclass(frozen=True)
class Rate:
    """A share of things: how many of how many; no percentage where nothing is expected."""

    done: int
    of: int

    @property
    def percent(self) -> Decimal | None:
        """The share, one place; None for nothing of nothing."""
        return round(Decimal(self.done) * 100 / self.of, 1) if self.of else None


@dataclass(frozen=True)
class Outlook:
    """A plan's outlook. `completeness`: claimed rows whose evidence is complete; `on_time`: quarters sent in time."""

    sheet: PlanSheet
    forecast: Forecast
    risk_14: tuple[AtRisk, ...]
    risk_30: tuple[AtRisk, ...]
    completeness: Rate
    on_time: Rate
    sent: Rate


@dataclass(frozen=True)
class ClassMarks:
    """What one class of indicators (input … outcome) earned of what it weighs; unknown weights are left out."""

    name: str
    points: Decimal
    weight: Decimal
    rows: int


def marks_by_class(*, by: Access, sheet: PlanSheet) -> list[ClassMarks]:
    """A plan's marks by the class of its indicators, in the order of the classes; "" holds what has none.

    `by` already fetched the sheet.
    """
    found: dict[str, ClassMarks] = {}
    for row in sheet.rows:
        key = row.indicator.indicator_class
        old = found.get(key, ClassMarks(key, ZERO, ZERO, 0))
        points, weight = row.scored.score.points or ZERO, row.indicator.weight or ZERO
        found[key] = ClassMarks(key, old.points + points, old.weight + weight, old.rows + 1)
    known = [name for name in CLASS_ORDER if name in found]
    return [found[name] for name in (*known, *sorted(set(found) - {*known, ""}), *([""] if "" in found else []))]


@dataclass(frozen=True)
class Heading:
    """Where a plan is heading: the forecast, and marks at risk within 14 and 30 days."""

    forecast: Forecast
    risk_14: tuple[AtRisk, ...]
    risk_30: tuple[AtRisk, ...]


def heading(*, by: Access, sheet: PlanSheet) -> Heading:
    """The same from a sheet at hand, without a further question. `by` already fetched it."""
    today, year = timezone.localdate(), FiscalYear(sheet.plan.fiscal_year)
    scored = [row.scored for row in sheet.rows]
    method = Method(sheet.plan.method) if sheet.plan.method else sheet.framework.method
    return Heading(forecast(scored, today, year, method), at_risk(scored, today, 14), at_risk(scored, today, 30))


def outlook(*, by: Access, plan_id: int) -> Outlook:
    """The outlook of a plan the reader may see."""
    sheet = plan_sheet(by=by, plan_id=plan_id)
    today, year = timezone.localdate(), FiscalYear(sheet.plan.fiscal_year)
    near = heading(by=by, sheet=sheet)
    states = evidence_states(by=by, indicators=[row.record for row in sheet.rows if row.events])
    claimed = [state for state in states.values() if state.items]
    due = [number for number in range(1, 5) if quarter_due(Quarter(year, number)) < today]
    sent = list(Submission.objects.filter(plan=sheet.plan, quarter__in=due).values_list("is_late", flat=True))
    return Outlook(
        sheet=sheet,
        forecast=near.forecast,
        risk_14=near.risk_14,
        risk_30=near.risk_30,
        completeness=Rate(sum(state.complete for state in claimed), len(claimed)),
        on_time=Rate(sum(not late for late in sent), len(due)),
        sent=Rate(len(sent), len(due)),
    )
