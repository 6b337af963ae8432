"""Fiscal years, quarters, months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear, Quarter, month_label_bn, month_range


@pytest.mark.parametrize(
    "text",
    [
        "২০২৩-২৪",
        "২০২৩-২০২৪",
        "2023-24",
        "2023-2024",
        "2023–24",
        "২০২৩ - ২৪",
        "২০২৩/২৪",
        "অর্থবছর ২০২৩-২৪",
        "২০২৩-২৪ অর্থ বছর",
        "FY 2023-24",
    ],
)
def test_one_year_in_many_spellings(text: str) -> None:
    assert FiscalYear.parse(text) == FiscalYear(2023)


@pytest.mark.parametrize(
    "text", ["", "২০২৩", "২০২৩-২৫", "২০২৩-২২", "২৩-২৪", "2023-2025", "৩২০২৩-২৪", "1800-01", "x" * 70]
)
def test_texts_that_are_no_fiscal_year_are_refused(text: str) -> None:
    with pytest.raises(BadInput):
        FiscalYear.parse(text)


def test_labels() -> None:
    year = FiscalYear(2023)
    assert (year.label, year.latin, year.long_label, str(year)) == ("২০২৩-২৪", "2023-24", "২০২৩-২০২৪", "২০২৩-২৪")
    assert FiscalYear(1999).latin == "1999-2000"
    assert FiscalYear.parse("1999-00") == FiscalYear.parse("১৯৯৯-২০০০") == FiscalYear(1999)
    assert (year.previous.latin, year.next.latin) == ("2022-23", "2024-25")


@pytest.mark.parametrize(
    ("number", "start", "end", "label"),
    [
        (1, date(2023, 7, 1), date(2023, 9, 30), "১ম ত্রৈমাসিক (জুলাই-সেপ্টেম্বর ২০২৩)"),
        (2, date(2023, 10, 1), date(2023, 12, 31), "২য় ত্রৈমাসিক (অক্টোবর-ডিসেম্বর ২০২৩)"),
        (3, date(2024, 1, 1), date(2024, 3, 31), "৩য় ত্রৈমাসিক (জানুয়ারি-মার্চ ২০২৪)"),
        (4, date(2024, 4, 1), date(2024, 6, 30), "৪র্থ ত্রৈমাসিক (এপ্রিল-জুন ২০২৪)"),
    ],
)
def test_quarters(number: int, start: date, end: date, label: str) -> None:
    quarter = FiscalYear(2023).quarters[number - 1]
    assert (quarter.number, quarter.start, quarter.end) == (number, start, end)
    assert quarter.label_bn == str(quarter) == label.replace("\u09df", "\u09af\u09bc")


@pytest.mark.parametrize("number", [0, 5])
def test_there_are_four_quarters(number: int) -> None:
    with pytest.raises(BadInput):
        Quarter(FiscalYear(2023), number)


def test_months() -> None:
    months = FiscalYear(2023).months
    assert (months[0], months[-1], len(months)) == ((2023, 7), (2024, 6), 12)
    assert month_range(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_label_bn(2023, 9) == "সেপ্টেম্বর ২০২৩"


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2198, 1, 1)))
def test_every_day_lies_in_one_year_and_one_quarter(day: date) -> None:
    year, quarter = FiscalYear.of(day), Quarter.of(day)
    assert day in year
    assert quarter.year == year
    assert quarter.start <= day <= quarter.end
    assert FiscalYear.parse(year.label) == FiscalYear.parse(year.long_label) == year
    assert year.quarters[3].end == year.end
    assert year.end + timedelta(days=1) == year.next.start
