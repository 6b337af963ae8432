"""Marks at risk soon, and a forecast of the year's total that says how it was made (docs/algorithms/forecast.md).

Three totals, none of them a promise: `now` if nothing more happens, `expected` if the year goes on as it has gone
so far, `best` if everything still open is done in time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, localcontext

from agragati.kernel.fiscal import FiscalYear

from .achievement import Achievement
from .choices import Derive, Method, State, Unit
from .foresight import next_band
from .framework import Indicator
from .reasons import Reason, because
from .rounding import EXACT
from .scoring import IndicatorScore, score_indicator

ZERO, HUNDRED = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True)
class RowForecast:
    """One indicator: marks now, expected and at best, and how the expected ones were made."""

    indicator: Indicator
    now: Decimal
    expected: Decimal
    best: Decimal
    how: Reason


@dataclass(frozen=True, slots=True)
class Forecast:
    """The year's totals. `unknown` rows have no weight or targets, so they add nothing to any of the three."""

    now: Decimal
    expected: Decimal
    best: Decimal
    rows: tuple[RowForecast, ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class AtRisk:
    """Marks of one indicator that a day within reach decides: lost when `by` passes."""

    indicator: Indicator
    by: date
    points: Decimal


def forecast(rows: Iterable[IndicatorScore], today: date, year: FiscalYear, method: Method) -> Forecast:
    """Give the three totals of a scored plan as seen on `today`."""
    made, unknown = [], 0
    for row in rows:
        if row.indicator.weight is None or row.score.state is State.UNKNOWN or not row.indicator.targets:
            unknown += 1
        elif row.score.state is not State.NOT_APPLICABLE:
            made.append(_row(row, today, year, row.indicator.method or method))
    sums = [sum((getattr(row, name) for row in made), ZERO) for name in ("now", "expected", "best")]
    return Forecast(sums[0], sums[1], sums[2], tuple(made), unknown)


def _row(row: IndicatorScore, today: date, year: FiscalYear, method: Method) -> RowForecast:
    indicator, now = row.indicator, row.score.points or ZERO
    if today > year.end:
        return RowForecast(indicator, now, now, now, because("forecast-over"))
    if indicator.measure is Unit.DATE:
        return _dated(row, now, today, year)
    best = max(now, indicator.weight or ZERO)
    if indicator.derive in (Derive.SUM, Derive.COUNT) and isinstance(row.score.achieved, Decimal):
        return _counted(row, now, best, today, year, method)
    key = "forecast-as-now" if now else "forecast-nothing-yet"
    return RowForecast(indicator, now, now, best, because(key))


def _dated(row: IndicatorScore, now: Decimal, today: date, year: FiscalYear) -> RowForecast:
    """A date still open is expected in the next column that can be kept; a date reached is final."""
    if row.achievement.day is not None:
        return RowForecast(row.indicator, now, now, now, because("forecast-final"))
    band = next_band(row.indicator, row.achievement, today, fiscal_year=year)
    if band is None or band.points is None:
        return RowForecast(row.indicator, now, now, now, because("forecast-too-late"))
    return RowForecast(row.indicator, now, band.points, band.points, because("forecast-next-date", target=band.target))


def _counted(
    row: IndicatorScore, now: Decimal, best: Decimal, today: date, year: FiscalYear, method: Method
) -> RowForecast:
    """A count goes on at its pace: so far ÷ days gone × days of the year, whole things only, never below now."""
    so_far = row.score.achieved
    assert isinstance(so_far, Decimal)
    gone, whole = (today - year.start).days + 1, (year.end - year.start).days + 1
    if gone <= 0:
        return RowForecast(row.indicator, now, now, best, because("forecast-nothing-yet"))
    with localcontext(EXACT):
        pace = (so_far * whole / gone).to_integral_value(rounding="ROUND_FLOOR")
    reached = max(so_far, pace)
    score = score_indicator(row.indicator, Achievement(value=reached), method, year)
    expected = max(now, score.points or ZERO)
    how = because("forecast-pace", achieved=so_far, count=gone, total=whole, target=reached)
    return RowForecast(row.indicator, now, expected, max(best, expected), how)


def at_risk(rows: Iterable[IndicatorScore], today: date, days: int) -> tuple[AtRisk, ...]:
    """Give marks lost when a date target that falls within `days` days (today counts) passes unreached."""
    last = today + timedelta(days=days)
    found = []
    for row in rows:
        weight = row.indicator.weight
        open_date = row.indicator.measure is Unit.DATE and row.achievement.day is None
        if weight is None or not open_date or row.achievement.not_applicable:
            continue
        targets = [(percent, value) for percent, value in row.indicator.targets if isinstance(value, date)]
        coming = [(p, v) for p, v in targets if today <= v <= last]
        if coming:
            after = max((p for p, v in targets if v > last), default=ZERO)
            with localcontext(EXACT):
                points = weight * (coming[0][0] - after) / HUNDRED
            found.append(AtRisk(row.indicator, coming[0][1], points))
    return tuple(sorted(found, key=lambda item: item.by))
