"""Bangla dictionary order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.sort import sort_key, sort_text

IN_ORDER = [
    "অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ট ঠ ড ড় ঢ ঢ় ণ ত ৎ থ দ ধ ন প ফ ব ভ ম য য় র ল শ ষ স হ",
    "ক কং কঃ কঁ কক কা কি কী কু কূ কৃ কে কৈ কো কৌ ক্ক ক্র ক্ষ",
    "অংশ অঃ অকাল অঙ্ক অতীত আইন আম ইউনিয়ন ইঁদুর ঈদ উপজেলা ঊর্ধ্বতন ঋণ এক ঐক্য ওজন ঔষধ",
    "বগুড়া বরগুনা বরিশাল বাগেরহাট বান্দরবান ব্রাহ্মণবাড়িয়া",
    "খাগড়াছড়ি খুলনা গাইবান্ধা গাজীপুর গোপালগঞ্জ চট্টগ্রাম চাঁদপুর চুয়াডাঙ্গা জয়পুরহাট জামালপুর ঝালকাঠি ঝিনাইদহ টাঙ্গাইল ঠাকুরগাঁও ঢাকা",
    "১ ২ ১০ক অ",
    "তক তৎক তথ্য তাল ত্বক থানা",
    "কর করা কর্ম",
    "১ অ ক ক্ষ হ a B c",
]


@pytest.mark.parametrize("words", IN_ORDER)
def test_dictionary_order(words: str) -> None:
    wanted = words.split()
    if "১০ক" in wanted:  # digits as text: ১ < ১০ < ২
        wanted = ["১", "১০ক", "২", "অ"]
    for seed in range(5):
        mixed = wanted.copy()
        random.Random(seed).shuffle(mixed)
        assert sorted(mixed, key=sort_key) == wanted


def test_a_shorter_name_and_its_first_word_come_first() -> None:
    names = ["ঢাকা উত্তর", "ঢাকা", "ঢাকাইয়া", "ঢাকা-দক্ষিণ"]
    assert sorted(names, key=sort_key) == ["ঢাকা", "ঢাকা উত্তর", "ঢাকা-দক্ষিণ", "ঢাকাইয়া"]


def test_the_two_forms_of_unicode_sort_alike() -> None:
    assert sort_key("হাও\u09dc") == sort_key("হাও\u09a1\u09bc")
    assert sort_key("সভা ")[0] == sort_key("সভা")[0]


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_text_has_a_key_and_order_is_stable(words: list[str]) -> None:
    once = sorted(words, key=sort_key)
    assert [sort_key(w) for w in once] == sorted(sort_key(w) for w in words)


@given(st.lists(st.text(alphabet="অআকখগড়ঢ়া ি্রযং ১২aB-", max_size=10), min_size=2, max_size=6))
def test_the_stored_key_sorts_by_code_point_as_the_key_does(words: list[str]) -> None:
    by_key = [sort_key(w)[0] for w in sorted(words, key=sort_key)]
    by_text = [sort_key(w)[0] for w in sorted(words, key=sort_text)]
    assert by_key == by_text
