"""Grouping, words, ordinals, money, and reading numbers people type."""

from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput
from agragati.kernel.money import parse_taka, taka
from agragati.kernel.numbers import WORDS, counted, group, group_bn, in_words, ordinal, parse_number

AMOUNTS = st.decimals(min_value=-(10**13), max_value=10**13, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1,000"),
        (99999, "99,999"),
        (100000, "1,00,000"),
        (1234567, "12,34,567"),
        (123456789, "12,34,56,789"),
        (-1234567, "-12,34,567"),
        (Decimal("1234.50"), "1,234.50"),
        (Decimal("1E+5"), "1,00,000"),
    ],
)
def test_groups_of_lakh_and_crore(number: int | Decimal, written: str) -> None:
    assert group(number) == written


def test_places_are_fixed_and_halves_round_away_from_zero() -> None:
    assert group(Decimal("0.005"), 2) == "0.01"
    assert group(Decimal("-0.005"), 2) == "-0.01"
    assert group(5, 2) == "5.00"
    assert group(Decimal("12345.6"), 0) == "12,346"
    assert group_bn(Decimal("-123456789.5"), 2) == "-১২,৩৪,৫৬,৭৮৯.৫০"


@given(AMOUNTS)
def test_grouped_number_reads_back(number: Decimal) -> None:
    assert parse_number(group(number)) == number
    assert parse_number(group_bn(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("৮০", "80"),
        ("৮০%", "80"),
        (" ২৩.৪৪ % ", "23.44"),
        ("১২,৩4,567.5", "1234567.5"),
        ("1,234,567", "1234567"),
        (".5", "0.5"),
        ("-৫", "-5"),
        ("− ৫", "-5"),
        ("+৫", "5"),
        ("007", "7"),
    ],
)
def test_numbers_as_typed(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", " ", "abc", "১২,৫০", "1,2,3", "1.2.3", "5 5", "%", "-", "1e5", "NaN", "٣", "५", "5%%", "1" * 61]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_number(text)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "শূন্য"),
        (2, "দুই"),
        (29, "ঊনত্রিশ"),
        (55, "পঞ্চান্ন"),
        (99, "নিরানব্বই"),
        (100, "একশত"),
        (101, "একশত এক"),
        (1000, "এক হাজার"),
        (50000, "পঞ্চাশ হাজার"),
        (100000, "এক লক্ষ"),
        (12345678, "এক কোটি তেইশ লক্ষ পঁয়তাল্লিশ হাজার ছয়শত আটাত্তর"),
        (999999999, "নিরানব্বই কোটি নিরানব্বই লক্ষ নিরানব্বই হাজার নয়শত নিরানব্বই"),
        (10**12, "এক লক্ষ কোটি"),
        (-5, "ঋণাত্মক পাঁচ"),
        (Decimal("12.50"), "বারো দশমিক পাঁচ শূন্য"),
        (Decimal("-0.5"), "ঋণাত্মক শূন্য দশমিক পাঁচ"),
    ],
)
def test_numbers_in_words(number: int | Decimal, words: str) -> None:
    assert in_words(number) == normalize("NFC", words)


@pytest.mark.parametrize("number", [Decimal("1.234"), 10**14, Decimal("NaN"), Decimal("Infinity")])
def test_what_has_no_words_is_refused(number: int | Decimal) -> None:
    with pytest.raises(BadInput):
        in_words(number)


SIZES = {"কোটি": 10**7, "লক্ষ": 10**5, "হাজার": 1000, "শত": 100}


def worth_of(words: str) -> int:
    """Add the words up again, by another way than they were made."""
    total = part = 0
    for word in words.replace("শত", " শত").split():
        if word not in SIZES:
            part += WORDS.index(word)
        elif word == "কোটি":
            total, part = (total + part) * SIZES[word], 0
        elif word == "শত":
            part *= 100
        else:
            total, part = total + part * SIZES[word], 0
    return total + part


@given(st.integers(min_value=0, max_value=10**9 - 1))
def test_words_add_up_to_the_number(number: int) -> None:
    assert worth_of(in_words(number)) == number


@given(st.integers(min_value=0, max_value=10**10), st.integers(min_value=0, max_value=10**10))
def test_two_numbers_never_share_their_words(one: int, other: int) -> None:
    assert (in_words(one) == in_words(other)) == (one == other)


def test_every_word_is_stored_once_and_in_one_form() -> None:
    assert len(WORDS) == len(set(WORDS)) == 100
    assert all(word == normalize("NFC", word) for word in WORDS)


def test_ordinals() -> None:
    written = "১ম ২য় ৩য় ৪র্থ ৫ম ৬ষ্ঠ ৭ম ৮ম ৯ম ১০ম ১১তম ১২তম"
    assert " ".join(ordinal(number) for number in range(1, 13)) == normalize("NFC", written)
    assert ordinal(21) == "২১তম"
    with pytest.raises(BadInput):
        ordinal(0)


def test_counts_are_written_twice() -> None:
    assert counted(2) == "০২ (দুই)টি"
    assert counted(4, "জন") == "০৪ (চার)জন"
    assert counted(125) == "১২৫ (একশত পঁচিশ)টি".replace("\u09df", "\u09af\u09bc")


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (50000, "=৫০,০০০/- (পঞ্চাশ হাজার) টাকা"),
        (4000000, "=৪০,০০,০০০/- (চল্লিশ লক্ষ) টাকা"),
        (0, "=০/- (শূন্য) টাকা"),
        (Decimal("12.5"), "=১২.৫০ (বারো টাকা পঞ্চাশ পয়সা)"),
        (Decimal("12.996"), "=১৩/- (তেরো) টাকা"),
        (-5, "=-৫/- (ঋণাত্মক পাঁচ) টাকা"),
    ],
)
def test_taka(amount: int | Decimal, written: str) -> None:
    assert taka(amount) == normalize("NFC", written)


@pytest.mark.parametrize("text", ["=৫০,০০০/-", "৫০০০০ টাকা", "50,000.00", "= ৫০,০০০/- টাকা", "৳৫০,০০০", "৫০,০০০/= টাকা মাত্র"])
def test_amounts_as_printed_are_read(text: str) -> None:
    assert parse_taka(text) == 50000


def test_an_amount_that_is_none_is_refused() -> None:
    with pytest.raises(BadInput):
        parse_taka("পঞ্চাশ হাজার টাকা")
