"""The stored form, the search key and the SMS form of Bangla text."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agragati.kernel import text

BANGLA = "".join(chr(c) for c in range(0x0980, 0x0A00)) + "\u200c\u200d\u200b |:`'’‘\t\n,.-()0123abcé"
bangla_text = st.text(alphabet=st.sampled_from(BANGLA), max_size=60)
any_text = st.one_of(bangla_text, st.text(max_size=60))

STORED = [
    ("সম\u09df", "সম\u09af\u09bc"),  # composed nukta → the NFC form
    ("বা\u09dcি", "বা\u09a1\u09bcি"),
    ("বা\u09a1ি\u09bc", "বা\u09a1\u09bcি"),  # nukta after the vowel sign
    ("কো\u09bcন", "কোন"),  # stray nukta
    ("ব\u09bcাজশাহী", "রাজশাহী"),
    ("র\u09bcাজা", "রাজা"),
    ("ক\u09c7\u09beন", "ক\u09cbন"),
    ("ক\u09be\u09c7ন", "ক\u09cbন"),
    ("ক\u09c7\u09d7", "ক\u09cc"),
    ("অ\u09beমি", "আমি"),
    ("কাাজ", "কাজ"),
    ("ত\u09cd\u200d", "ৎ"),
    ("র\u200d্যাব", "র\u200d্যাব"),
    ("র\u200c্যাব", "র\u200d্যাব"),
    ("র্\u200dযাব", "র\u200d্যাব"),
    ("ক\u200dলম", "কলম"),
    ("উদ্\u200cযাপন", "উদ্\u200cযাপন"),  # the non-joiner keeps দ্ and য apart, as written
    ("সভা\u200c কক্ষ\u200b", "সভা কক্ষ"),
    ("\ufeffসভা\u00a0\u2003কক্ষ \r\n শেষ ", "সভা কক্ষ\nশেষ"),
    ("সভা শেষ হয়|", "সভা শেষ হ\u09af\u09bc।"),
    ("সভা শেষ |", "সভা শেষ।"),
    ("সভা শেষ\u09f7", "সভা শেষ।"),
    ("| ক | খ |", "| ক | খ |"),  # a table row stays one
    ("a|b", "a|b"),
    ("১০ঃ৩০ টা", "১০:৩০ টা"),
    ("ইত:পূর্বে", "ইতঃপূর্বে"),
    ("দু:খ", "দুঃখ"),
    ("বিষয়:সভা", "বিষ\u09af\u09bc:সভা"),
    ("মো: করিম", "মো: করিম"),  # spelling stays as written
    ("গ`জ", "গ’জ"),
    ("\x00সভা\ud800", "সভা"),
]


@pytest.mark.parametrize(("written", "stored"), STORED)
def test_stored_form(written: str, stored: str) -> None:
    assert text.normalise(written) == stored
    assert unicodedata.is_normalized("NFC", stored)


# Every pair of domain notes §5.4, and the other variants offices write.
SAME_KEY = [
    ("সহজিকরণ", "সহজীকরণ"),
    ("উদ্ভাবনী", "উদ্ভাবন"),
    ("ইতঃপূর্বে", "ইতোপূর্বে"),
    ("ইতঃপূর্বে", "ইত:পূর্বে"),
    ("ঊর্ধ্বতন", "উর্ধ্বতন"),
    ("ঊর্ধ্বতন", "উর্ধতন"),
    ("ন্যূনতম", "নূন্যতম"),
    ("ন্যূনতম", "নূনতম"),
    ("শোকেসিং", "শোকেজিং"),
    ("নিষ্পত্তি", "নিস্পত্তি"),
    ("আহ্বায়ক", "আহবায়ক"),
    ("সম\u09df", "সম\u09af\u09bc"),
    ("বিষয়ঃ", "বিষয়:"),
    ("মোঃ", "মো:"),
    ("উদ্\u200cযাপন", "উদযাপন"),
    ("কার্য্যালয়", "কার্যালয়"),
    ("বাঙলা", "বাংলা"),
    ("সঙ্গে", "সংগে"),
    ("ষ্টেশন", "স্টেশন"),
    ("খৃষ্টাব্দ", "খ্রিস্টাব্দ"),
    ("অ্যাপ", "এ্যাপ"),
    ("উপজিলার", "উপজেলার"),
    ("ভালো", "ভাল"),
    ("৫০,০০০", "50000"),
    ("২০২৩-২৪", "2023-24"),
    ("ই-গভর্ন্যান্স", "ই গভর্নেন্স"),
    ("Innovation", "innovation"),
    ("দপ্তর", "দফতর"),
    ("জানুয়ারী", "জানুয়ারি"),
    ("হাল-নাগাদ", "হালনাগাদ"),
    ("উৎপাদন", "উত্পাদন"),
]


@pytest.mark.parametrize(("one", "other"), SAME_KEY)
def test_variants_share_a_key(one: str, other: str) -> None:
    assert text.search_key(one) == text.search_key(other) != ""


DIFFERENT_KEY = [
    ("সভা", "সেবা"),
    ("আশা", "আসা"),
    ("জেলা", "জেল"),
    ("কলম", "কালাম"),
    ("সকল", "সবল"),
    ("আলো", "আল"),
    ("পদ", "পথ"),
    ("২০২৩", "২০২৪"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT_KEY)
def test_different_words_keep_their_keys(one: str, other: str) -> None:
    assert text.search_key(one) != text.search_key(other)


def test_tokens_are_words_as_keys() -> None:
    assert text.tokens("সভার কার্যবিবরণী (১ম), e-File: ৩টি।") == [
        *text.search_key("সভার কার্যবিবরণী ১ম").split(),
        "e",
        "file",
        text.search_key("৩টি"),
    ]
    assert text.tokens(" ।,- ") == []


def test_precompose_costs_fewer_units() -> None:
    stored = text.normalise("বড় আষাঢ় সময়")
    assert len(text.precompose(stored)) == len(stored) - 3
    assert text.normalise(text.precompose(stored)) == stored


@given(any_text)
def test_normalise_is_idempotent_and_nfc(s: str) -> None:
    once = text.normalise(s)
    assert text.normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()


@given(any_text)
def test_key_is_idempotent_and_blind_to_normalisation(s: str) -> None:
    key = text.search_key(s)
    assert text.search_key(key) == key
    assert text.search_key(text.normalise(s)) == key


@given(st.text(alphabet=st.sampled_from("কখযড়রাি়্ে "), max_size=40))
def test_the_two_unicode_forms_are_one(s: str) -> None:
    assert text.normalise(unicodedata.normalize("NFD", s)) == text.normalise(s)


@given(st.text(max_size=4000))
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_text_takes_a_second(s: str) -> None:
    began = time.process_time()
    text.search_key(s)
    assert time.process_time() - began < 1


def test_long_hostile_runs_are_quick() -> None:
    began = time.process_time()
    for piece in ("\u09be", "\u09bc", "\u09cd", "\u09c7\u09be", "ব\u09bc", "\u200d", "| ", "ঃ", "ডেটা"):
        text.search_key("ক" + piece * 3000)
    assert time.process_time() - began < 9


def test_minutes_are_already_in_stored_form_but_for_spaces() -> None:
    folder = Path(__file__).parents[2].parent / "shared" / "minutes"
    if not folder.is_dir():
        pytest.skip("the shared facts folder is absent")
    for path in sorted(folder.glob("*.txt")):
        written = path.read_text()
        assert "\u09df" not in text.normalise(written)
        assert text.search_key(written) == text.search_key(text.normalise(written))


@pytest.mark.nightly
@given(any_text)
@settings(max_examples=20_000, deadline=None)
def test_laws_hold_for_long(s: str) -> None:
    once = text.normalise(s)
    assert text.normalise(once) == once
    key = text.search_key(s)
    assert text.search_key(key) == key == text.search_key(once)
