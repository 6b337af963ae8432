"""Names as they sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.sound import same_person, sound_key

SAME = [
    ("মোঃ রফিকুল ইসলাম", "মোহাম্মদ রফিকুল ইছলাম"),
    ("মো: হুমায়ুন কবীর", "মুহাম্মদ হুমায়ূন কবির"),
    ("আব্দুল্লাহ", "আবদুল্লা"),
    ("আব্দুর রহিম", "আঃ রহিম"),
    ("নাসরিন আক্তার", "নাছরীন আকতার"),
    ("এনামুল হক", "ইনামুল হক"),
    ("যোবায়ের আহমেদ", "জুবায়ের আহমদ"),
    ("শামসুন নাহার", "সামছুন নাহার"),
    ("গণেশ চন্দ্র", "গনেস চন্দ্র"),
    ("জনাব ফাতেমা খাতুন", "ফাতিমা খাতুন"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_name_in_two_spellings(a: str, b: str) -> None:
    assert sound_key(a) == sound_key(b) != ""
    assert same_person(a, b) >= 0.85


OTHERS = [
    ("রহিম উদ্দিন", "করিম উদ্দিন"),
    ("মোঃ করিম", "মোঃ রহিম"),
    ("কামাল হোসেন", "জামাল হোসেন"),
    ("সালমা বেগম", "সালেহা খাতুন"),
    ("আবুল কাশেম", "আবুল বাশার"),
    ("মোহাম্মদ আলী", "মোহাম্মদ ইউসুফ"),
]


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_different_people_stay_apart(a: str, b: str) -> None:
    assert sound_key(a) != sound_key(b)
    assert same_person(a, b) < 0.85


def test_a_misread_letter_is_proposed_and_word_order_is_free() -> None:
    """One document names the same officer with ত and with র at the end."""
    assert same_person("শাহাদাত হোসেন", "শাহাদার হোসেন") >= 0.85
    assert same_person("রফিকুল ইসলাম মোঃ", "মোঃ রফিকুল ইসলাম") == pytest.approx(1)
    assert same_person("", "মোঃ করিম") == 0


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_score_is_fair_and_bounded(a: str, b: str) -> None:
    assert 0 <= same_person(a, b) <= 1.0001
    assert same_person(a, a) in (0, pytest.approx(1))
    assert isinstance(sound_key(a), str)
