"""Windows by tier, more time, three kinds of dates, and the sampling rule."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput, Refused
from agragati.kernel.fiscal import FiscalYear, Quarter
from agragati.plans.actions.windows import extend_time, load_usual_windows, set_ministry_due, set_window
from agragati.plans.models import PlanIndicator, Window
from agragati.plans.rules.framework import Due, Indicator
from agragati.plans.rules.sampling import Draw, draw_keys, sample_size
from agragati.plans.rules.windows import (
    Dates,
    WindowDays,
    WindowState,
    dates_of,
    is_late,
    quarter_due,
    usual_windows,
    window_state,
)
from tests.people import Cast
from tests.plans.year import running_plan, sent

YEAR = FiscalYear(2021)
OPEN, NOT_YET, CLOSED = WindowState.OPEN, WindowState.NOT_YET, WindowState.CLOSED
UPAZILA = WindowDays("upazila", date(2022, 7, 1), date(2022, 7, 6))


def test_the_calendar_where_the_framework_prints_no_date() -> None:
    assert [quarter_due(quarter) for quarter in YEAR.quarters] == [
        date(2021, 10, 15), date(2022, 1, 15), date(2022, 4, 15), date(2022, 7, 15)
    ]  # fmt: skip


def test_the_framework_goes_before_the_calendar() -> None:
    portal = Indicator("5.1.1", "তথ্য বাতায়ন", schedule=(Due(1, date(2021, 9, 30), date(2021, 10, 3)), Due(2)))
    assert dates_of(portal, Quarter(YEAR, 1)) == Dates(date(2021, 9, 30), date(2021, 10, 3))
    assert dates_of(portal, Quarter(YEAR, 2)).official == date(2022, 1, 15)


@pytest.mark.parametrize(
    ("today", "nearest"),
    [
        (date(2021, 9, 1), date(2021, 9, 10)),
        (date(2021, 9, 11), date(2021, 10, 5)),
        (date(2021, 10, 6), date(2021, 10, 15)),
        (date(2021, 11, 1), date(2021, 10, 15)),
    ],
)
def test_the_earliest_open_date_is_the_one_to_remember(today: date, nearest: date) -> None:
    dates = Dates(date(2021, 9, 30), date(2021, 10, 15), date(2021, 10, 5), date(2021, 9, 10))
    assert dates.nearest(today) == nearest


@pytest.mark.parametrize(
    ("today", "extended", "state"),
    [
        (date(2022, 6, 30), None, NOT_YET),
        (date(2022, 7, 1), None, OPEN),
        (date(2022, 7, 6), None, OPEN),
        (date(2022, 7, 7), None, CLOSED),
        (date(2022, 7, 7), date(2022, 7, 9), OPEN),
        (date(2022, 7, 10), date(2022, 7, 9), CLOSED),
        (date(2022, 7, 6), date(2022, 7, 2), OPEN),
    ],
)
def test_a_window_and_its_extension(today: date, extended: date | None, state: WindowState) -> None:
    assert window_state(UPAZILA, today, extended) is state
    assert window_state(None, today, extended) is OPEN


def test_tiers_follow_each_other_upazila_first() -> None:
    rows = usual_windows(YEAR)
    assert rows[0] == UPAZILA
    assert [row.tier for row in rows] == ["upazila", "district", "divisional", "directorate", "ministry"]
    assert all(before.closes < after.opens for before, after in pairwise(rows))


def test_an_extension_moves_lateness() -> None:
    assert is_late(date(2021, 10, 15), date(2021, 10, 16))
    assert not is_late(date(2021, 10, 15), date(2021, 10, 20), date(2021, 10, 20))


def test_a_closed_window_refuses_until_more_time_is_given(cast: Cast) -> None:
    plan = running_plan(cast)
    assert load_usual_windows(by=cast.admin.access, fiscal_year=2021) == 5
    assert load_usual_windows(by=cast.admin.access, fiscal_year=2021) == 0
    for day in (date(2022, 6, 30), date(2022, 7, 7)):
        with pytest.raises(BadInput, match="window"):
            sent(cast, plan, quarter=4, on=day)
    with pytest.raises(Refused):
        extend_time(by=cast.upazila_officer.access, plan=plan, quarter=4, until=date(2022, 7, 20), reason="বন্যা")
    with pytest.raises(BadInput):
        extend_time(by=cast.district_officer.access, plan=plan, quarter=4, until=date(2022, 7, 20), reason="")
    extend_time(by=cast.district_officer.access, plan=plan, quarter=4, until=date(2022, 7, 20), reason="বন্যা")
    quarter = sent(cast, plan, quarter=4, on=date(2022, 7, 18))
    assert (quarter.is_late, quarter.due) == (False, date(2022, 7, 15))
    with pytest.raises(BadInput, match="sent already"):
        extend_time(by=cast.district_officer.access, plan=plan, quarter=4, until=date(2022, 7, 30), reason="বন্যা")


def test_changing_a_window_needs_a_reason_and_the_right(cast: Cast) -> None:
    given_days = {"fiscal_year": 2021, "tier": "upazila", "quarter": 1, "opens": date(2021, 10, 1)}
    set_window(by=cast.admin.access, closes=date(2021, 10, 10), **given_days)
    with pytest.raises(BadInput):
        set_window(by=cast.admin.access, closes=date(2021, 10, 12), **given_days)
    set_window(by=cast.admin.access, closes=date(2021, 10, 12), reason="ছুটির কারণে", **given_days)
    with pytest.raises(Refused):
        set_window(by=cast.district_officer.access, closes=date(2021, 10, 20), reason="বন্যা", **given_days)
    assert Window.objects.get().closes == date(2021, 10, 12)


def test_the_ministrys_date_is_its_own(cast: Cast) -> None:
    plan = running_plan(cast)
    by = cast.reviewer.access
    assert set_ministry_due(by=by, edition_key="egov-2021-22", code="1.1.1", day=date(2022, 2, 28)) == 1
    kept = PlanIndicator.objects.get(plan=plan, code="1.1.1")
    assert (kept.ministry_due, kept.own_due) == (date(2022, 2, 28), None)
    with pytest.raises(BadInput, match="official"):
        set_ministry_due(by=by, edition_key="egov-2021-22", code="1.1.1", day=date(2022, 7, 16))
    with pytest.raises(Refused):
        set_ministry_due(by=cast.upazila_officer.access, edition_key="egov-2021-22", code="1.1.1", day=None)


POOLS = st.dictionaries(st.integers(1, 10**6), st.integers(1, 11), max_size=80)


@given(POOLS, st.integers(1, 100), st.text("0123456789abcdef", min_size=4, max_size=16), st.sampled_from(Draw))
def test_a_draw_depends_on_seed_and_pool_alone(pool: dict[int, int], percent: int, seed: str, how: Draw) -> None:
    rows = list(pool.items())
    drawn = draw_keys(rows, percent=percent, seed=seed, how=how)
    assert drawn == draw_keys(reversed(rows), percent=percent, seed=seed, how=how)
    assert len(drawn) == len(set(drawn)) == sample_size(len(pool), percent)
    assert set(drawn) <= set(pool)


def test_risk_is_drawn_more_often() -> None:
    pool = [(key, 11 if key < 100 else 1) for key in range(1000)]
    drawn = [draw_keys(pool, percent=10, seed=str(seed), how=Draw.RISK) for seed in range(20)]
    risky = sum(key < 100 for keys in drawn for key in keys)
    even = sum(key < 100 for seed in range(20) for key in draw_keys(pool, percent=10, seed=str(seed), how=Draw.RANDOM))
    assert risky > 2 * even > 0


@pytest.mark.parametrize("percent", [0, 101, -3])
def test_a_percentage_is_1_to_100(percent: int) -> None:
    with pytest.raises(BadInput):
        sample_size(10, percent)
