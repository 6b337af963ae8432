"""What the next column needs, and what would happen if."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from agragati.kernel.fiscal import FiscalYear
from agragati.plans.rules.achievement import NOTHING_YET, Achievement
from agragati.plans.rules.choices import Method
from agragati.plans.rules.foresight import next_band, what_if
from agragati.plans.rules.wording import say
from tests.plans.official import given, official

YEAR = FiscalYear(2021)


def row(code: str):  # type: ignore[no-untyped-def]
    return official("egov-2021-22").indicator(code)


def test_the_next_date_still_within_reach() -> None:
    found = next_band(row("1.1.1"), NOTHING_YET, date(2022, 3, 17), fiscal_year=YEAR)
    assert found is not None
    assert (found.percent, found.by, found.points) == (80, date(2022, 4, 14), 4)
    assert say(found.because) == "৮০% এর জন্য ১৪/০৪/২০২২ তারিখের মধ্যে সম্পন্ন করতে হবে (বাকি ২৮ দিন)"


def test_a_date_reached_or_wholly_missed_has_no_next() -> None:
    assert next_band(row("1.1.1"), given("2022-04-01"), date(2022, 4, 2), fiscal_year=YEAR) is None
    assert next_band(row("1.1.1"), NOTHING_YET, date(2022, 5, 6), fiscal_year=YEAR) is None


def test_more_meetings_until_the_year_ends() -> None:
    found = next_band(row("2.2.3"), given("2"), date(2021, 12, 27), fiscal_year=YEAR)
    assert found is not None
    assert (found.percent, found.target, found.missing, found.by) == (80, 3, 1, date(2022, 6, 30))
    assert next_band(row("2.2.3"), given("4"), date(2021, 12, 27), fiscal_year=YEAR) is None
    assert next_band(row("2.2.3"), given("2"), date(2022, 7, 1), fiscal_year=YEAR) is None


def test_how_many_more_of_the_same_whole() -> None:
    notes = Achievement(numerator=Decimal(1000), denominator=Decimal(1501))
    found = next_band(row("1.5.1"), notes, date(2022, 1, 1), fiscal_year=YEAR)
    assert found is not None
    assert (found.percent, found.missing) == (80, 51)
    empty = Achievement(numerator=Decimal(0), denominator=Decimal(0))
    assert next_band(row("1.5.1"), empty, date(2022, 1, 1), fiscal_year=YEAR) is None


def test_what_if_lists_the_columns() -> None:
    rows = what_if(row("1.1.1"), method=Method.LINEAR, fiscal_year=YEAR)
    assert [say(item.because) for item in rows] == [
        "১৬/০৩/২০২২ এর মধ্যে → ৫.০০",
        "১৪/০৪/২০২২ এর মধ্যে → ৪.০০",
        "০৫/০৫/২০২২ এর মধ্যে → ৩.০০",
    ]


def test_what_if_takes_any_values() -> None:
    values = [date(2022, 3, 30), date(2022, 7, 2)]
    rows = what_if(row("1.1.1"), values, method=Method.STEP, fiscal_year=YEAR)
    assert [item.points for item in rows] == [4, 0]
    unknown = what_if(official("egov-2023-24").indicator("6.1.1"), method=Method.LINEAR, fiscal_year=FiscalYear(2023))
    assert [item.points for item in unknown] == [None]
