"""Money the way official papers write it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from agragati.kernel.numbers import group_bn, in_words, parse_number

_PAISA = Decimal("0.01")


def taka(amount: int | Decimal) -> str:
    """Give an amount of taka in figures and words: 50000 → "=৫০,০০০/- (পঞ্চাশ হাজার) টাকা".

    "/-" says that nothing follows, so an amount with paisa is written without it:
    "=১২.৫০ (বারো টাকা পঞ্চাশ পয়সা)". Rounds to the paisa, halves away from zero.
    """
    exact = Decimal(amount).quantize(_PAISA, rounding=ROUND_HALF_UP)
    whole = int(abs(exact))
    paisa = int((abs(exact) - whole) * 100)
    minus = "ঋণাত্মক " if exact < 0 else ""
    if not paisa:
        return f"={group_bn(int(exact))}/- ({minus}{in_words(whole)}) টাকা"
    return f"={group_bn(exact, 2)} ({minus}{in_words(whole)} টাকা {in_words(paisa)} পয়সা)"


def parse_taka(text: str) -> Decimal:
    """Read an amount as typed or printed: "=৫০,০০০/-", "৫০০০০ টাকা", "50,000.50". Raises BadInput."""
    figures = text.strip().removeprefix("=").removesuffix("মাত্র").strip().removesuffix("টাকা").strip()
    return parse_number(figures.removesuffix("/-").removesuffix("/=").strip().removeprefix("৳"))
