"""Digits, and nothing but digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.digits import to_bn, to_latin


@pytest.mark.parametrize(
    ("given_value", "written"),
    [(2023, "২০২৩"), ("২০2৩", "২০২৩"), ("12/03 কক্ষ", "১২/০৩ কক্ষ"), (-1.5, "-১.৫"), ("", ""), (None, "None")],
)
def test_digits_become_bangla(given_value: object, written: str) -> None:
    assert to_bn(given_value) == written


@given(st.text())
def test_only_digits_change(text: str) -> None:
    assert len(to_latin(text)) == len(to_bn(text)) == len(text)
    assert to_latin(to_bn(text)) == to_latin(text)
    for before, after in zip(text, to_latin(text), strict=True):
        assert before == after or before in "০১২৩৪৫৬৭৮৯"
