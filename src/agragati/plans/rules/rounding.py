"""The one place where marks are rounded. Everything before it keeps full precision."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, localcontext

EXACT = Context(prec=60)
"""Working precision: thirds and sevenths keep 60 digits, so sums of them are right far beyond any display."""

POINTS_PLACES = 2
RAW_PLACES = 3
_GUARD = Decimal(1).scaleb(-30)


def rounded(number: Decimal, places: int = POINTS_PLACES) -> Decimal:
    """Round half away from zero, as marks are published (86.24, 94.97).

    The number is first settled at 30 places: a sum of sevenths that is truly x.xx5 but ends in …4999 after
    60 digits still rounds up.
    """
    with localcontext(EXACT):
        settled = number.quantize(_GUARD, rounding=ROUND_HALF_UP)
        return settled.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def fixed(number: Decimal, places: int = POINTS_PLACES) -> str:
    """Give the rounded number with all its places: 5 → "5.00"."""
    return f"{rounded(number, places):f}"


def short(number: Decimal, places: int = POINTS_PLACES) -> str:
    """Give the rounded number without idle zeros: 90 → "90", 91.4285… → "91.43"."""
    return _trimmed(fixed(number, places))


def stated(number: Decimal, places: int = 6) -> str:
    """Give an achieved figure cut (never rounded up) to `places`: 59.9999999 must not read as 60."""
    with localcontext(EXACT):
        settled = number.quantize(_GUARD, rounding=ROUND_HALF_UP)
        return _trimmed(f"{settled.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN):f}")


def _trimmed(text: str) -> str:
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
