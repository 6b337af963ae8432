"""The Bangla calendar: vectors of the domain, the transition of 2019, and the round trip of every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.bangla_calendar import (
    FIRST_DAY,
    LAST_DAY,
    MONTHS,
    BanglaDate,
    month_lengths,
    new_year,
    parse_bangla_date,
    to_bangla,
    to_gregorian,
)
from agragati.kernel.errors import BadInput

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2021, 12, 27), "১২ পৌষ ১৪২৮"),
        (date(2024, 8, 4), "২০ শ্রাবণ ১৪৩১"),
        (date(2023, 10, 1), "১৬ আশ্বিন ১৪৩০"),
        (date(2024, 2, 21), "৮ ফাল্গুন ১৪৩০"),
        (date(2024, 3, 26), "১২ চৈত্র ১৪৩০"),
        (date(2024, 12, 16), "১ পৌষ ১৪৩১"),
        (date(2025, 4, 13), "৩০ চৈত্র ১৪৩১"),
        # the rule of 1987: Ashwin has 30 days, Falgun 31 in a leap year
        (date(2018, 12, 27), "১৩ পৌষ ১৪২৫"),
        (date(2016, 3, 14), "৩১ ফাল্গুন ১৪২২"),
        (date(2015, 3, 14), "৩০ ফাল্গুন ১৪২১"),
        (date(2018, 10, 15), "৩০ আশ্বিন ১৪২৫"),
        (date(2018, 10, 16), "১ কার্তিক ১৪২৫"),
    ],
)
def test_known_days(day: date, written: str) -> None:
    assert to_bangla(day).text == str(to_bangla(day)) == written
    assert to_gregorian(parse_bangla_date(written)) == day


def test_the_transition_loses_and_doubles_no_day() -> None:
    days = [date(2019, 10, 14) + ahead * DAY for ahead in range(5)]
    written = ["২৯ আশ্বিন ১৪২৬", "৩০ আশ্বিন ১৪২৬", "৩১ আশ্বিন ১৪২৬", "১ কার্তিক ১৪২৬", "২ কার্তিক ১৪২৬"]
    assert [to_bangla(day).text for day in days] == written


def test_every_day_round_trips_and_the_calendar_never_runs_back() -> None:
    day, before = FIRST_DAY, None
    while day <= LAST_DAY:
        bangla = to_bangla(day)
        assert to_gregorian(bangla) == day
        assert before is None or bangla > before
        day, before = day + DAY, bangla


def test_every_bangla_date_inside_the_range_round_trips() -> None:
    count = 0
    for year in range(1394, 1507):
        for month, length in enumerate(month_lengths(year), 1):
            for day in range(1, length + 1):
                bangla = BanglaDate(year, month, day)
                assert to_bangla(to_gregorian(bangla)) == bangla
                count += 1
    assert count == (date(2100, 4, 13) - date(1987, 4, 13)).days


def test_both_rules_differ_on_about_150_days_a_year() -> None:
    """Days after 15 October 2020 under the old rule would be one later from Kartik to the middle of Falgun."""
    start = date(2021, 10, 16)
    differing = 0
    for ahead in range(365):
        day = start + ahead * DAY
        left, month = (day - new_year(to_bangla(day).year)).days, 0
        old = (31,) * 5 + (30,) * 7
        while left >= old[month]:
            left, month = left - old[month], month + 1
        differing += (month + 1, left + 1) != (to_bangla(day).month, to_bangla(day).day)
    assert differing == 150


def test_the_leap_day_lies_in_falgun() -> None:
    assert month_lengths(1430)[10] == 30
    assert month_lengths(1431)[10] == 29
    assert month_lengths(1506)[10] == 29  # 2100 is no leap year
    assert sum(month_lengths(1430)) == 366
    assert to_bangla(date(2024, 2, 29)).text == "১৬ ফাল্গুন ১৪৩০"


@pytest.mark.parametrize("day", [FIRST_DAY - DAY, LAST_DAY + DAY, date.min, date.max])
def test_days_outside_the_range_are_refused(day: date) -> None:
    with pytest.raises(BadInput):
        to_bangla(day)


@pytest.mark.parametrize(
    "bangla",
    [
        BanglaDate(1428, 9, 31),
        BanglaDate(1431, 11, 30),
        BanglaDate(1428, 13, 1),
        BanglaDate(1428, 0, 1),
        BanglaDate(1428, 1, 0),
        BanglaDate(1425, 6, 31),
        BanglaDate(1393, 1, 1),
        BanglaDate(1507, 12, 30),
        BanglaDate(1, 1, 1),
    ],
)
def test_days_that_do_not_exist_are_refused(bangla: BanglaDate) -> None:
    with pytest.raises(BadInput):
        to_gregorian(bangla)


@pytest.mark.parametrize(
    "text",
    [
        "12 পৌষ 1428",
        "১২ পৌষ, ১৪২৮",
        "১২ই পৌষ ১৪২৮ বঙ্গাব্দ",
        " ১২  পৌষ ১৪২৮ (বঙ্গাব্দ) ",
        "১২ poush ১৪২৮",
        "১২ পৌষ ১৪২৮ বাং.",
    ],
)
def test_spellings_of_one_day(text: str) -> None:
    assert parse_bangla_date(text) == BanglaDate(1428, 9, 12)


def test_both_forms_of_the_dotted_letters_are_read() -> None:
    assert parse_bangla_date("১ আষা\u09dd ১৪৩১") == parse_bangla_date("১ আষা\u09a2\u09bc ১৪৩১") == BanglaDate(1431, 3, 1)


@pytest.mark.parametrize("text", ["", "১৬ আগস্ট ১৪৩০", "৩১ পৌষ ১৪২৮", "পৌষ ১৪২৮", "১২ পৌষ", "১২ পৌষ ২০২১", "x" * 100])
def test_texts_that_are_no_bangla_date_are_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_bangla_date(text)


@given(st.dates(min_value=FIRST_DAY, max_value=LAST_DAY))
def test_what_is_printed_reads_back(day: date) -> None:
    assert to_gregorian(parse_bangla_date(to_bangla(day).text)) == day


def test_the_year_begins_on_14_april() -> None:
    assert new_year(1431) == date(2024, 4, 14)
    assert MONTHS[0] == "বৈশাখ"
    assert len(MONTHS) == 12
