"""Laws that hold for every plan and every achievement, tried on thousands."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given as law
from hypothesis import strategies as st

from agragati.kernel.fiscal import FiscalYear
from agragati.plans.rules.achievement import Achievement
from agragati.plans.rules.choices import Method, Unit
from agragati.plans.rules.framework import Framework, Indicator, LevelTarget
from agragati.plans.rules.scoring import Score, score_indicator, score_plan

YEAR = FiscalYear(2021)
PERCENTS = [Decimal(n) for n in (100, 90, 80, 70, 60)]

days = st.integers(0, 364).map(lambda n: YEAR.start + timedelta(days=n))
hundredths = st.integers(0, 10_000).map(lambda n: Decimal(n) / 100)
weights = st.integers(1, 5_000).map(lambda n: Decimal(n) / 100)


@st.composite
def indicators(draw: st.DrawFn, code: str = "1.1.1") -> Indicator:
    """An indicator of two to five columns in their right order, the last of them perhaps "-"."""
    of_dates = draw(st.booleans())
    count = draw(st.integers(2, 5))
    known = draw(st.integers(1, count))
    kind: st.SearchStrategy[Decimal | date] = days if of_dates else hundredths
    values = sorted(draw(st.lists(kind, min_size=known, max_size=known, unique=True)), reverse=not of_dates)
    padded = [*values, *[None] * (count - known)]
    levels = tuple(LevelTarget(p, v) for p, v in zip(PERCENTS, padded, strict=False))
    unit = Unit.DATE if of_dates else draw(st.sampled_from([Unit.NUMBER, Unit.PERCENT]))
    return Indicator(code=code, text="", unit=unit, weight=draw(weights), levels=levels)


def achieved(item: Indicator, value: Decimal | date) -> Achievement:
    return Achievement(day=value) if isinstance(value, date) else Achievement(value=value)


def scored(item: Indicator, value: Decimal | date, method: Method) -> Score:
    return score_indicator(item, achieved(item, value), method, YEAR)


@st.composite
def claims(draw: st.DrawFn, code: str = "1.1.1") -> tuple[Indicator, Decimal | date]:
    item = draw(indicators(code))
    return item, draw(days if item.measure is Unit.DATE else hundredths)


@law(claims(), st.sampled_from(list(Method)))
def test_never_above_the_weight_nor_below_zero(claim: tuple[Indicator, Decimal | date], method: Method) -> None:
    item, value = claim
    found = scored(item, value, method)
    assert found.points is not None
    assert item.weight is not None
    assert 0 <= found.points <= item.weight


@law(st.data(), indicators(), st.sampled_from(list(Method)))
def test_more_achieved_never_scores_less(data: st.DataObject, item: Indicator, method: Method) -> None:
    kind: st.SearchStrategy[Decimal | date] = days if item.measure is Unit.DATE else hundredths
    worse, better = sorted(data.draw(st.tuples(kind, kind)), key=item.goodness)
    low, high = scored(item, worse, method), scored(item, better, method)
    assert low.points is not None
    assert high.points is not None
    assert low.points <= high.points
    assert (low.band or 0) <= (high.band or 0)


@law(claims())
def test_steps_never_give_more_than_the_line(claim: tuple[Indicator, Decimal | date]) -> None:
    item, value = claim
    step, line = scored(item, value, Method.STEP), scored(item, value, Method.LINEAR)
    all_or_nothing = scored(item, value, Method.ALL_OR_NOTHING)
    assert step.raw is not None
    assert line.raw is not None
    assert all_or_nothing.raw is not None
    assert all_or_nothing.raw <= step.raw <= line.raw
    assert step.band == line.band


@law(claims())
def test_the_line_meets_the_columns(claim: tuple[Indicator, Decimal | date]) -> None:
    item, _ = claim
    for percent, target in item.targets:
        assert scored(item, target, Method.LINEAR).raw == percent


@law(st.data())
def test_the_total_is_the_sum_in_any_order(data: st.DataObject) -> None:
    codes = [f"1.1.{n}" for n in range(1, data.draw(st.integers(1, 6)) + 1)]
    rows = [data.draw(claims(code)) for code in codes]
    order = data.draw(st.permutations(rows))
    achievements = {item.code: achieved(item, value) for item, value in rows}
    first = score_plan(_plan(rows), achievements)
    second = score_plan(_plan(order), dict(reversed(achievements.items())))
    points = [row.score.points for row in first.rows]
    assert None not in points
    assert first.total == second.total
    assert first.total is not None
    assert abs(first.total - sum(p for p in points if p is not None)) < Decimal("1e-20")


def _plan(rows: list[tuple[Indicator, Decimal | date]]) -> Framework:
    return Framework(title="", fiscal_year=YEAR, indicators=tuple(item for item, _ in rows))
