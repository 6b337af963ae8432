"""Dates in texts: every style of the papers, what only looks like one, deadlines, and one calendar by the other."""

from datetime import date
from pathlib import Path

import pytest

from agragati.kernel.dates import (
    ReadDate,
    Sureness,
    read_date,
    read_dates,
)
from agragati.kernel.errors import BadInput
from agragati.kernel.months import GREGORIAN_SPELLINGS

BASE = date(2023, 7, 27)
SURE, LIKELY, DOUBTFUL = Sureness.SURE, Sureness.LIKELY, Sureness.DOUBTFUL


def only(text: str, base: date | None = BASE) -> ReadDate:
    """Give the one reading of a text."""
    readings = read_dates(text, base)
    assert len(readings) == 1, [reading.text for reading in readings]
    return readings[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("১৬/০৩/২০২৪", date(2024, 3, 16)),
        ("16/03/2024", date(2024, 3, 16)),
        ("১6/০3/২০24", date(2024, 3, 16)),
        ("০৪-০৮-২০২৪", date(2024, 8, 4)),
        ("২৬.০৯.২০২৩", date(2023, 9, 26)),
        ("৫/৭/২০২৩", date(2023, 7, 5)),
        ("১৩/০১/ ২০২২", date(2022, 1, 13)),
        ("১৩ / ০১ / ২০২২", date(2022, 1, 13)),
        ("২৫/০৭/২০২৪ খ্রি:", date(2024, 7, 25)),
        ("২৯/০৭/২০২৪খ্রি.", date(2024, 7, 29)),
        ("২০-১১-২০২১ খ্রিঃ তারিখে", date(2021, 11, 20)),
        ("2024-03-16", date(2024, 3, 16)),
        ("2024/03/16", date(2024, 3, 16)),
        ("২৬ সেপ্টেম্বর ২০২৩ খ্রি.", date(2023, 9, 26)),
        ("২৬ সেপ্টেম্বর, ২০২৩ খ্রিস্টাব্দ", date(2023, 9, 26)),
        ("২৬শে সেপ্টেম্বর ২০২৩ ইং", date(2023, 9, 26)),
        ("১লা জুলাই ২০২৩", date(2023, 7, 1)),
        ("১৬-মার্চ-২০২৪", date(2024, 3, 16)),
        ("১৬মার্চ২০২৪", date(2024, 3, 16)),
        ("আগামী ১৫ অক্টোবর ২০২৩ তারিখের মধ্যে", date(2023, 10, 15)),
        ("তারিখঃ ২৭ জুলাই ২০২৩ বৃহস্পতিবার, সময়: ১১.০০ টা", date(2023, 7, 27)),
        ("বৃহস্পতিবার, ২৭ জুলাই ২০২৩", date(2023, 7, 27)),
        ("০১ অক্টোবর\n২০২৩", date(2023, 10, 1)),
        ("16 March 2024", date(2024, 3, 16)),
        ("March 16, 2024", date(2024, 3, 16)),
        ("১৬ মার্চ ২০২৪-এর মধ্যে", date(2024, 3, 16)),
        ("তাং-০৫/০৪/২০২৩", date(2023, 4, 5)),
        ("সভা ০১.০৩.২০২৪. ১০ জন উপস্থিত", date(2024, 3, 1)),
    ],
)
def test_a_full_date_is_sure(text: str, day: date) -> None:
    reading = only(text, None)
    assert (reading.kind, reading.resolved, reading.start, reading.end) == ("date", day, day, day)
    assert reading.is_sure
    assert reading.warnings == ()


@pytest.mark.parametrize("name", [name for names in GREGORIAN_SPELLINGS for name in names])
def test_every_spelling_of_a_month_is_read(name: str) -> None:
    month = next(at for at, names in enumerate(GREGORIAN_SPELLINGS, 1) if name in names)
    assert only(f"১০ {name} ২০২৪").resolved == date(2024, month, 10)
    composed = name.replace("\u09af\u09bc", "\u09df")
    assert only(f"১০ {composed} ২০২৪").resolved == date(2024, month, 10)


def test_invisible_joiners_and_split_vowels_do_not_matter() -> None:
    reading = only("১৬ মার্\u200dচ ২০২৪\u200c খ্রি.")
    assert reading.resolved == date(2024, 3, 16)
    assert reading.text == "১৬ মার্\u200dচ ২০২৪\u200c খ্রি."
    assert only("১৬ অক্ট\u09c7\u09beবর ২০২৪").resolved == date(2024, 10, 16)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "স্মারক নং-৫১.০১.০০০০.০৪০.০৬.০৪৩.২৩. ৯৫২",
        "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯",
        "০৫.৪৩.৪২৪০.০০১.০১৭.০৭.০০০১.২৫.৮৯",
        "৭৮ নং স্মারকে",
        "নং-০৫/১২/২০২১",
        "০৫/১২/২০২১ নং পত্র",
        "নং ১২ মার্চ",
        "সূচক ১.২.১০ ও ২.২.৩",
        "[১.১.১]",
        "১.১.২৩",
        "৮০% এবং ২৩.৪৪ %",
        "১০/১০/১০",
        "১০/১০/১০\n১০/১০/১০",
        "২০২৩-২৪ অর্থ বছরের কর্মপরিকল্পনা",
        "২০২৩-২০২৪",
        "=৫০,০০০/- (পঞ্চাশ হাজার) টাকা",
        "ফোন: ০২-২২২২৯৫৩৫৬, ০১৭১২-৩৪৫৬৭৮",
        "সকাল ১১.০০ টা",
        "১১.০০-১.০০",
        "৯২-৯৩, মহাখালী বা/এ, ঢাকা-১২১২",
        "মেলা, মেয়াদ, মেয়র, জুনিয়র, মার্চেন্ট",
        "মে",
        "০২ (দুই)টি কর্মশালা",
        "৩০ দিন পূর্বে",
        "http://x.gov.bd/2024/03/16/news",
        "v1.2.2024",
        "১/২/৩/২০২৪",
        "৯৯/৯৯/২০২৪",
        "১২/০৩/৩০২৪",
        "২৬ সেপ্টেম্বর ৩০২৪",
        "clause 2 may be read",
        "১২ পৌষ",
        "১২ পৌষ ১৪২৮-২৯",
        "২০২৪ সালের জুন",
        "মাসিক সমন্বয় সভা",
        "১ম ত্রৈমাসিক প্রতিবেদন",
        "০২/২৩/৪৫৬৭৮",
        "1.2.3-4",
        "৫/- ১২/-",
        "2024.03.16",
        "১২৩/০৪/২০২৪",
        "১৬/০৩/২০২৪/৫",
        "৪৫/০৩/২০২৪",
        "১২/০৯/২০২১ বঙ্গাব্দ",
        "০৫-০১/০৩/২০২৪",
        "মার্চ ৩০২৪",
        "৩০২৪ সালের মার্চ মাসের মধ্যে",
        "৩০২৪ সালের ৫ মার্চ",
        "৪৫ মার্চ ২০২৪",
        "৩০ ফেব্রুয়ারির মধ্যে",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    base = None if text == "মে" else BASE
    assert [reading.text for reading in read_dates(text, base) if reading.resolved] == []


def test_nothing_is_no_date() -> None:
    assert read_date("কোনো তারিখ নেই") is None
    assert read_date("") is None
    assert read_date("\u200d") is None


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "sureness"),
    [
        ("মার্চ মাসের মধ্যে", "month", date(2024, 3, 1), date(2024, 3, 31), LIKELY),
        ("অক্টোবর মাসের মধ্যে", "month", date(2023, 10, 1), date(2023, 10, 31), LIKELY),
        ("আগামী মে মাসের মধ্যে", "month", date(2024, 5, 1), date(2024, 5, 31), LIKELY),
        ("জানুয়ারী' ২০২৪ এর মধ্যে", "month", date(2024, 1, 1), date(2024, 1, 31), SURE),
        ("জানুয়ারি/২৪ এর মধ্যে", "month", date(2024, 1, 1), date(2024, 1, 31), LIKELY),
        ("সেপ্টেম্বর'২৩ মাসের মধ্যে", "month", date(2023, 9, 1), date(2023, 9, 30), LIKELY),
        ("মার্চ ২৪ মাসের মধ্যে", "month", date(2024, 3, 1), date(2024, 3, 31), LIKELY),
        ("মার্চের মধ্যে", "month", date(2024, 3, 1), date(2024, 3, 31), LIKELY),
        ("মার্চ", "month", date(2024, 3, 1), date(2024, 3, 31), LIKELY),
        ("মার্চ ২০২৩-২৪ এর মধ্যে", "month", date(2024, 3, 1), date(2024, 3, 31), LIKELY),
        ("সেপ্টেম্বর ২০২৩", "month", date(2023, 9, 1), date(2023, 9, 30), SURE),
        ("২ মার্চ মাসের মধ্যে", "month", date(2024, 3, 1), date(2024, 3, 31), LIKELY),
        ("অক্টোবর-ডিসেম্বর", "range", date(2023, 10, 1), date(2023, 12, 31), LIKELY),
        ("জুলাই-সেপ্টেম্বর ২০২৪খ্রি.", "range", date(2024, 7, 1), date(2024, 9, 30), SURE),
        ("জুলাই হতে জুন ২০২৪", "range", date(2023, 7, 1), date(2024, 6, 30), SURE),
        ("জানুয়ারী/২০২২ এর প্রথম সপ্তাহে", "range", date(2022, 1, 1), date(2022, 1, 7), LIKELY),
        ("ফেব্রুয়ারি ২০২৪ এর শেষ সপ্তাহে", "range", date(2024, 2, 22), date(2024, 2, 29), LIKELY),
        ("মার্চের ২য় সপ্তাহে", "range", date(2024, 3, 8), date(2024, 3, 14), LIKELY),
        ("২০২৫ সালের মার্চ মাসের মধ্যে", "month", date(2025, 3, 1), date(2025, 3, 31), SURE),
        ("২০২৫ সালের ৩০ জুনের মধ্যে", "date", date(2025, 6, 30), date(2025, 6, 30), SURE),
        ("জুলাই ২০২৩ হতে জুন ২০২৪", "range", date(2023, 7, 1), date(2024, 6, 30), LIKELY),
        ("১৫-১৮ মার্চ ২০২৪", "range", date(2024, 3, 15), date(2024, 3, 18), SURE),
        ("১৫ মার্চ হতে ১৮ মার্চ ২০২৪", "range", date(2024, 3, 15), date(2024, 3, 18), SURE),
        ("২৩ সেপ্টেম্বর ২০২৩-২৪ সেপ্টেম্বর ২০২৩", "range", date(2023, 9, 23), date(2023, 9, 24), SURE),
        ("০১/০৩/২০২৪ থেকে ০৫/০৩/২০২৪", "range", date(2024, 3, 1), date(2024, 3, 5), SURE),
        ("০১/০৩/২০২৪-০৫/০৩/২০২৪", "range", date(2024, 3, 1), date(2024, 3, 5), SURE),
        ("০১-০৫/০৩/২০২৪", "range", date(2024, 3, 1), date(2024, 3, 5), SURE),
        ("আগামী ১৫ দিনের মধ্যে", "within", BASE, date(2023, 8, 11), SURE),
        ("১৫ (পনেরো) দিনের মধ্যে", "within", BASE, date(2023, 8, 11), SURE),
        ("পনের দিনের মধ্যে", "within", BASE, date(2023, 8, 11), SURE),
        ("৭-১০ দিনের মধ্যে", "within", BASE, date(2023, 8, 6), SURE),
        ("০২ সপ্তাহের মধ্যে", "within", BASE, date(2023, 8, 10), SURE),
        ("এক মাসের মধ্যে", "within", BASE, date(2023, 8, 27), SURE),
        ("১ বছরের মধ্যে", "within", BASE, date(2024, 7, 27), SURE),
        ("৭২ ঘণ্টার মধ্যে", "within", BASE, date(2023, 7, 30), SURE),
        ("আজ হতে ৫ দিনের মধ্যে", "within", BASE, date(2023, 8, 1), SURE),
        ("৭ কর্মদিবসের মধ্যে", "within", BASE, date(2023, 8, 7), LIKELY),
        ("চলতি মাসের মধ্যে", "month", date(2023, 7, 1), date(2023, 7, 31), LIKELY),
        ("আগামী মাসের মধ্যে", "month", date(2023, 8, 1), date(2023, 8, 31), LIKELY),
        ("আগামী সপ্তাহের মধ্যে", "range", date(2023, 7, 30), date(2023, 8, 3), LIKELY),
        ("২য় কোয়ার্টারের মধ্যে", "range", date(2023, 10, 1), date(2023, 12, 31), LIKELY),
        ("চলতি কোয়ার্টারের মধ্যে", "range", date(2023, 7, 1), date(2023, 9, 30), LIKELY),
        ("চলতি অর্থবছরের মধ্যে", "range", date(2023, 7, 1), date(2024, 6, 30), LIKELY),
        ("আগামী অর্থ বছরের মধ্যে", "range", date(2024, 7, 1), date(2025, 6, 30), LIKELY),
        ("২০২৪-২৫ অর্থবছরের মধ্যে", "range", date(2024, 7, 1), date(2025, 6, 30), SURE),
        ("২০২৪-২৫ ১ম ত্রৈমাসিকের মধ্যে", "range", date(2024, 7, 1), date(2024, 9, 30), SURE),
    ],
)
def test_periods_and_deadlines_resolve_to_their_last_day(
    text: str, kind: str, start: date, end: date, sureness: Sureness
) -> None:
    reading = only(text)
    assert (reading.kind, reading.start, reading.end, reading.resolved) == (kind, start, end, end)
    assert reading.confidence is sureness


@pytest.mark.parametrize(
    ("text", "first", "value", "unit"),
    [
        ("প্রতি ০৩ মাস অন্তর", date(2023, 10, 27), 3, "months"),
        ("প্রতি ০৩ মাস অন্তর অন্তর", date(2023, 10, 27), 3, "months"),
        ("২ মাস পর পর", date(2023, 9, 27), 2, "months"),
        ("১৫ দিন অন্তর", date(2023, 8, 11), 15, "days"),
        ("প্রতি মাসের ১০ তারিখের মধ্যে", date(2023, 8, 10), 1, "months"),
        ("প্রতি মাসের ২৮ তারিখের মধ্যে", date(2023, 7, 28), 1, "months"),
        ("প্রতি মাসে", date(2023, 7, 31), 1, "months"),
        ("প্রতি সপ্তাহে", BASE, 1, "weeks"),
        ("প্রতি কোয়ার্টারে", date(2023, 9, 30), 1, "quarters"),
        ("ত্রৈমাসিক ভিত্তিতে", date(2023, 9, 30), 1, "quarters"),
        ("অর্ধবার্ষিক ভিত্তিতে", date(2023, 12, 31), 2, "quarters"),
        ("বার্ষিক ভিত্তিতে", date(2024, 6, 30), 1, "years"),
    ],
)
def test_duties_that_return_give_their_first_time(text: str, first: date, value: int, unit: str) -> None:
    reading = only(text)
    assert (reading.kind, reading.resolved, reading.value, reading.unit) == ("every", first, value, unit)
    assert reading.confidence is LIKELY
    assert only(text, None).resolved is None


def test_a_day_few_months_have_gives_no_first_time() -> None:
    assert only("প্রতি মাসের ৩১ তারিখের মধ্যে").resolved is None


@pytest.mark.parametrize(
    ("text", "day", "sureness"),
    [
        ("৩০ জুনের মধ্যে", date(2024, 6, 30), LIKELY),
        ("আগামী ১৫ জুলাই তারিখের মধ্যে", date(2024, 7, 15), DOUBTFUL),
        ("২৯ ফেব্রুয়ারির মধ্যে", date(2024, 2, 29), LIKELY),
        ("গত ২৫ মার্চ", date(2023, 3, 25), LIKELY),
        ("গত ২৫ ডিসেম্বর", date(2022, 12, 25), LIKELY),
        ("৩০ জুন ২০২৩-২৪", date(2024, 6, 30), LIKELY),
        ("১৬/০৩/২৪", date(2024, 3, 16), LIKELY),
        ("১৬/০৩/২৪ খ্রি. হতে", date(2024, 3, 16), LIKELY),
        ("১৬.০৩.৯৮ তারিখ", date(1998, 3, 16), LIKELY),
        ("২৬ সেপ্টেম্বর ’২৩", date(2023, 9, 26), LIKELY),
        ("২৬ সেপ্টেম্বর ২৩ খ্রি.", date(2023, 9, 26), LIKELY),
        ("২৬ সেপ্টেম্বর ২০২৩-৩০", date(2023, 9, 26), LIKELY),
        ("আগামী মাসের ১০ তারিখের মধ্যে", date(2023, 8, 10), LIKELY),
        ("চলতি মাসের ৩১ তারিখ", date(2023, 7, 31), LIKELY),
        ("মার্চ মাসের পূর্বে", date(2024, 2, 29), LIKELY),
        ("২৭ জুলাই ২০২৩ রোজ বুধবার", date(2023, 7, 27), DOUBTFUL),
        ("২৭ জুলাই ২০২৩ বুধবার", date(2023, 7, 27), DOUBTFUL),
        ("১৬ আশ্বিন ১৪৩০", date(2023, 10, 1), LIKELY),
        ("১৬/০৬/১৪৩০ বঙ্গাব্দ", date(2023, 10, 1), LIKELY),
        ("গত জুন মাসে", None, DOUBTFUL),
        ("মার্চ মাসের সভা", None, DOUBTFUL),
        ("মার্চ ২০২৪ এর সভা", date(2024, 3, 31), LIKELY),
    ],
)
def test_what_a_rule_filled_in_is_not_called_sure(text: str, day: date | None, sureness: Sureness) -> None:
    reading = only(text)
    assert (reading.resolved, reading.confidence) == (day, sureness)


@pytest.mark.parametrize(
    "text",
    [
        "৩১/০২/২০২৪",
        "০৩/২৫/২০২৪",
        "৩১ সেপ্টেম্বর ২০২৩",
        "৩১ ফেব্রুয়ারি ২০২৩-২৪",
        "৩১ সেপ্টেম্বর ’২৩",
        "২৬ সেপ্টেম্বর ২৩",
        "১২ পৌষ ২০২১",
        "১৬ আগস্ট ১৪৩০",
        "৩১ পৌষ ১৪২৮",
        "৩১/০৯/১৪২৮ বঙ্গাব্দ",
        "পত্র প্রাপ্তির ৭ দিনের মধ্যে",
        "পত্র জারির তারিখ হতে ১৫ দিনের মধ্যে",
        "চলতি মাসের ৩২ তারিখ",
        "আগামী বছরের ৩০ জুনের মধ্যে",
        "গত অর্থ বছরের মার্চ মাসে",
    ],
)
def test_what_cannot_be_told_is_read_but_not_resolved(text: str) -> None:
    reading = read_dates(text, BASE)[0]
    if text == "২৬ সেপ্টেম্বর ২৩":
        assert reading.confidence is LIKELY  # nothing else stands there: it is a year
        reading = read_dates("সভা ২৬ সেপ্টেম্বর ২৩ ও পরে", BASE)[0]
    assert (reading.resolved, reading.confidence) == (None, DOUBTFUL)


@pytest.mark.parametrize(
    "text", ["৩০ জুনের মধ্যে", "মার্চ মাসের মধ্যে", "১৫ দিনের মধ্যে", "চলতি মাসের মধ্যে", "আগামী মাসের ৫ তারিখ", "মার্চের প্রথম সপ্তাহে"]
)
def test_without_a_base_date_nothing_is_filled_in(text: str) -> None:
    reading = only(text, None)
    assert (reading.start, reading.end, reading.resolved) == (None, None, None)
    assert not reading.is_sure
    assert reading.warnings


def test_a_month_of_the_next_fiscal_year_is_doubted() -> None:
    reading = only("মার্চ মাসের মধ্যে", date(2024, 5, 10))
    assert (reading.resolved, reading.confidence) == (date(2025, 3, 31), DOUBTFUL)
    assert "next fiscal year" in reading.warnings[0]


def test_a_base_far_away_is_refused() -> None:
    with pytest.raises(BadInput):
        read_dates("১৫ দিনের মধ্যে", date.max)


def test_a_period_without_a_meaning_is_no_date() -> None:
    for text in (
        "২০২৩-২৬ অর্থবছরের মধ্যে",
        "২০২৩-২৪ মাসের মধ্যে",
        "এ ৫ম কোয়ার্টারের মধ্যে",
        "২য় মাসের মধ্যে",
        "২০২৩-২৪ কোয়ার্টারের মধ্যে",
    ):
        assert [reading for reading in read_dates(text, BASE) if reading.resolved] == [], text


def test_a_day_the_text_says_to_be_before_is_marked() -> None:
    reading = only("১৩ জানুয়ারি ২০২২ এর পূর্বেই প্রেরণ করা হবে")
    assert reading.resolved == date(2022, 1, 13)
    assert reading.warnings == ("The text says before this day.",)


def test_a_range_that_runs_backwards_stays_two_days() -> None:
    days = [reading.resolved for reading in read_dates("০৫/০৩/২০২৪ থেকে ০১/০৩/২০২৪")]
    assert days == [date(2024, 3, 5), date(2024, 3, 1)]
    assert [reading.kind for reading in read_dates("৩১/০২/২০২৪ থেকে ০৫/০৩/২০২৪")] == ["date", "date"]
    assert only("১৮-১৫ মার্চ ২০২৪").resolved == date(2024, 3, 15)
    assert [reading.kind for reading in read_dates("২৯ ফেব্রুয়ারি হতে ০১ মার্চ ২০২৩", BASE)] == ["date", "date"]


@pytest.mark.parametrize(
    ("name", "base", "expected"),
    [
        ("000-rural-development-division-2023-09-26.txt", date(2023, 9, 26), {date(2024, 3, 16), date(2023, 10, 3)}),
        ("001-upazila-cooperative-office-chatkhil-2024-07-29.txt", date(2024, 7, 29), {date(2024, 7, 29)}),
        ("003-divisional-commissioner-rajshahi-2021-12-27.txt", date(2021, 12, 27), {date(2022, 1, 13)}),
        (
            "004-department-of-disaster-management-2023-07-27.txt",
            date(2023, 7, 27),
            {date(2023, 8, 11), date(2023, 8, 10)},
        ),
    ],
)
def test_real_minutes(name: str, base: date, expected: set[date]) -> None:
    path = Path(__file__).parents[2].parent / "shared" / "minutes" / name
    if not path.exists():
        pytest.skip("the shared facts folder is absent")
    readings = read_dates(path.read_text(encoding="utf-8"), base)
    assert expected <= {reading.resolved for reading in readings}
    assert all(date(2021, 8, 1) <= reading.resolved <= date(2024, 12, 31) for reading in readings if reading.resolved)
