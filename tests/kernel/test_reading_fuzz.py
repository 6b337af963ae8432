"""No text, however wild, crashes or holds up a parser. A short run always, a minute each under the mark `nightly`."""

import contextlib
import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agragati.kernel.bangla_calendar import parse_bangla_date, to_bangla, to_gregorian
from agragati.kernel.dates import parse_day, read_dates
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.kernel.memo import find_memos, parse_file_number, parse_memo
from agragati.kernel.money import parse_taka
from agragati.kernel.months import BANGLA_BY_NAME, GREGORIAN_BY_NAME, WEEKDAY_BY_NAME
from agragati.kernel.numbers import parse_number

BASE = date(2023, 7, 27)
LIMIT_SECONDS = 1.0
NIGHTLY_SECONDS = 60.0

PHRASES = """
মাস মাসের সপ্তাহের দিনের কর্মদিবসের মধ্যে অন্তর প্রতি আগামী চলতি গত পর্যন্ত পূর্বে হতে থেকে তারিখ নং খ্রি. খ্রিঃ
পনেরো দুই ১ম ২য় ত্রৈমাসিক ভিত্তিতে কোয়ার্টারের অর্থবছরের প্রথম স্মারক বঙ্গাব্দ % টি ১৪৩০ ২০২৩ ২০২৪ ২৪ ০১ ৩১ ৯৯
/ - . , ' ( ) : । ২০২৩-২৪ ১৬/০৩/২০২৪ ০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯ ০০০০ ০০১
"""
SIGNS = [" ", "\n", "\t", "\u200d", "\u09bc", "\u09c7", "\u09be"]
WORDS = [*GREGORIAN_BY_NAME, *BANGLA_BY_NAME, *WEEKDAY_BY_NAME, *PHRASES.split(), *SIGNS]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.text("০১২৩৪৫৬৭৮৯0123456789/-. ", max_size=12),
    st.text(max_size=5),
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.tuples(PIECES, st.integers(min_value=1, max_value=2000)).map(lambda pair: pair[0] * pair[1]),
)


def check_dates(text: str) -> None:
    """A reading lies in the text, its days are in order, and a sure one says a day."""
    last = 0
    for reading in read_dates(text, BASE):
        start, end = reading.span
        assert last <= start < end <= len(text)
        assert reading.text == text[start:end]
        last = end
        if reading.start and reading.end:
            assert reading.start <= reading.end
        if reading.is_sure:
            assert reading.resolved
        if reading.suggested_bangla:
            assert reading.resolved is None
        if reading.bangla and reading.resolved:
            assert to_gregorian(reading.bangla) == reading.resolved


def check_memos(text: str) -> None:
    for (start, end), memo in find_memos(text, "৪৭"):
        assert 0 <= start < end <= len(text)
        parse = parse_memo if memo.issue else parse_file_number
        assert parse(memo.canonical) == parse(text[start:end]) or memo.endorsement


def check_bangla(text: str) -> None:
    written = parse_bangla_date(text)
    assert to_bangla(to_gregorian(written)) == written


CHECKS: dict[str, Callable[[str], object]] = {
    "read_dates": check_dates,
    "find_memos": check_memos,
    "parse_memo": parse_memo,
    "parse_day": parse_day,
    "parse_bangla_date": check_bangla,
    "parse_number": parse_number,
    "parse_taka": parse_taka,
    "FiscalYear.parse": FiscalYear.parse,
}


def run(check: Callable[[str], object], text: str) -> None:
    """Run one parser; BadInput is its only way to refuse. Processor time, so that a busy machine does not fail it."""
    begun = time.process_time()
    with contextlib.suppress(BadInput):
        check(text)
    assert time.process_time() - begun < LIMIT_SECONDS


@pytest.mark.parametrize("name", CHECKS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(text=TEXTS)
def test_no_text_breaks_a_parser(name: str, text: str) -> None:
    run(CHECKS[name], text)


LONG = 20_000


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize(
    "piece", ["1", "১/", "1 ", "1 - ", "০১.", " ", "মার্চ-", "প্রতি ", "১৫ (", "মার্চ \n", "২০২৩-", "00.00.0000.", "পনেরো "]
)
def test_long_repetitions_do_not_hold_a_parser_up(name: str, piece: str) -> None:
    run(CHECKS[name], (piece * LONG)[:LONG])


@pytest.mark.nightly
@pytest.mark.parametrize("name", CHECKS)
def test_a_minute_of_wild_texts(name: str) -> None:
    ends = time.monotonic() + NIGHTLY_SECONDS

    @settings(
        max_examples=2_000,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(text=TEXTS)
    def once(text: str) -> None:
        run(CHECKS[name], text)

    while time.monotonic() < ends:
        once()
