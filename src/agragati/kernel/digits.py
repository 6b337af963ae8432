"""Bangla and Latin digits, both ways. Nothing but digits changes."""

from __future__ import annotations

_LATIN = "0123456789"
_BANGLA = "০১২৩৪৫৬৭৮৯"
_TO_BANGLA = str.maketrans(_LATIN, _BANGLA)
_TO_LATIN = str.maketrans(_BANGLA, _LATIN)


def to_bn(value: object) -> str:
    """Give `str(value)` with the digits 0-9 as ০-৯; every other character stays."""
    return str(value).translate(_TO_BANGLA)


def to_latin(text: str) -> str:
    """Give `text` with the digits ০-৯ as 0-9; every other character stays."""
    return text.translate(_TO_LATIN)
