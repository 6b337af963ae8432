"""Dates of both calendars side by side, days typed into forms, and dates as printed, which must read back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.bangla_calendar import BanglaDate
from agragati.kernel.dates import (
    ReadDate,
    Sureness,
    pair_check,
    parse_day,
    read_dates,
    write_bangla,
    write_both,
    write_day,
    write_long,
    write_weekday,
)
from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.errors import BadInput

BASE = date(2023, 7, 27)
DOUBTFUL = Sureness.DOUBTFUL


def only(text: str, base: date | None = BASE) -> ReadDate:
    """Give the one reading of a text."""
    readings = read_dates(text, base)
    assert len(readings) == 1, [reading.text for reading in readings]
    return readings[0]


def test_both_calendars_side_by_side_confirm_each_other() -> None:
    bangla, gregorian = read_dates("তারিখ: ১২ পৌষ ১৪২৮ (বঙ্গাব্দ) / ২৭ ডিসেম্বর ২০২১ (খ্রিস্টাব্দ)")
    assert bangla.is_sure
    assert bangla.bangla == BanglaDate(1428, 9, 12)
    assert bangla.resolved == gregorian.resolved == date(2021, 12, 27)
    assert all(reading.is_sure for reading in read_dates("২৭/১২/২০২১ খ্রি. ১২ পৌষ ১৪২৮"))


@pytest.mark.parametrize("wrong", ["১৬ আগস্ট ১৪৩০", "১৭ আশ্বিন ১৪৩০", "১৬ আশ্বিন ১৪৩১"])
def test_a_bangla_date_that_disagrees_is_flagged_with_the_right_one(wrong: str) -> None:
    bangla, gregorian = read_dates(f"তারিখ: {wrong}\n\n০১ অক্টোবর ২০২৩")
    assert (bangla.confidence, bangla.resolved) == (DOUBTFUL, None)
    assert bangla.suggested_bangla == BanglaDate(1430, 6, 16)
    assert "১৬ আশ্বিন ১৪৩০" in bangla.warnings[-1]
    assert gregorian.is_sure


def test_dates_far_apart_or_unsure_are_not_compared() -> None:
    far = read_dates("১৭ আশ্বিন ১৪৩০ তারিখের সভার পরে ০১ অক্টোবর ২০২৩")
    assert [reading.suggested_bangla for reading in far] == [None, None]
    unsure = read_dates("১৭ আশ্বিন ১৪৩০, ০১ অক্টোবর", BASE)
    assert unsure[0].suggested_bangla is None


def test_pair_check_gives_the_right_date_only_when_needed() -> None:
    assert pair_check("১৬ আগস্ট ১৪৩০", date(2023, 10, 1)) == BanglaDate(1430, 6, 16)
    assert pair_check("১৫ আশ্বিন ১৪৩০", date(2023, 10, 1)) == BanglaDate(1430, 6, 16)
    assert pair_check("১৬ আশ্বিন ১৪৩০ বঙ্গাব্দ", date(2023, 10, 1)) is None


@pytest.mark.parametrize(
    "text", ["২৬/০৯/২০২৩", "26-09-2023", "২৬.০৯.2023", "2023-09-26", " 26/9/2023 ", "২৬ /০৯/ ২০২৩"]
)
def test_days_typed_into_a_form(text: str) -> None:
    assert parse_day(text) == date(2023, 9, 26)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "day/month/year"),
        ("২৬ সেপ্টেম্বর", "day/month/year"),
        ("26/09-2023", "day/month/year"),
        ("২৬/০৯/২৩", "four digits"),
        ("09/26/2023", "the day first"),
        ("31/02/2024", "check the day"),
        ("00/02/2024", "check the day"),
        ("12/09/1430", "Gregorian year"),
        ("1" * 50, "day/month/year"),
    ],
)
def test_the_refusal_names_the_remedy(text: str, remedy: str) -> None:
    with pytest.raises(BadInput, match=remedy):
        parse_day(text)


def test_dates_as_printed() -> None:
    day = date(2021, 12, 27)
    assert write_day(day) == "২৭/১২/২০২১"
    assert write_long(day) == "২৭ ডিসেম্বর ২০২১"
    assert write_long(date(2021, 1, 5), era=True) == "০৫ জানুয়ারি ২০২১ খ্রি.".replace("\u09df", "\u09af\u09bc")
    assert write_bangla(day) == "১২ পৌষ ১৪২৮"
    assert write_both(day) == "১২ পৌষ ১৪২৮ বঙ্গাব্দ / ২৭ ডিসেম্বর ২০২১ খ্রিস্টাব্দ"
    assert write_weekday(day) == "সোমবার"


DAYS = st.dates(min_value=date(1987, 1, 1), max_value=date(2100, 12, 31))
STYLES = {
    "figures": write_day,
    "dashes": lambda day: write_day(day).replace("/", "-"),
    "dots": lambda day: write_day(day).replace("/", "."),
    "spaced": lambda day: write_day(day).replace("/", "/ "),
    "Latin figures": lambda day: to_latin(write_day(day)),
    "ISO": lambda day: to_bn(day.isoformat()),
    "long": write_long,
    "era": lambda day: write_long(day, era=True),
    "weekday": lambda day: f"{write_long(day)} {write_weekday(day)}",
    "comma": lambda day: write_long(day).replace(f" {to_bn(day.year)}", f", {to_bn(day.year)}"),
    "Bangla": write_bangla,
}


@pytest.mark.parametrize("style", STYLES)
@given(day=DAYS)
def test_what_is_printed_in_any_style_reads_back(style: str, day: date) -> None:
    assert only(f"আগামী {STYLES[style](day)} তারিখের মধ্যে", BASE).resolved == day


@given(DAYS)
def test_both_calendars_as_printed_agree(day: date) -> None:
    readings = read_dates(write_both(day))
    assert [reading.resolved for reading in readings] == [day, day]
    assert all(reading.is_sure for reading in readings)
