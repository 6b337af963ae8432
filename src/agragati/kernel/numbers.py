"""Numbers in the Bangla way: lakh/crore grouping, words, ordinals, and reading what people type."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from unicodedata import normalize

from agragati.kernel.digits import to_bn, to_latin
from agragati.kernel.errors import N_, BadInput

# 0..99 have their own words in Bangla; none can be built from parts.
_WORDS_TEXT = """
শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়
দশ এগারো বারো তেরো চৌদ্দ পনেরো ষোলো সতেরো আঠারো উনিশ
বিশ একুশ বাইশ তেইশ চব্বিশ পঁচিশ ছাব্বিশ সাতাশ আটাশ ঊনত্রিশ
ত্রিশ একত্রিশ বত্রিশ তেত্রিশ চৌত্রিশ পঁয়ত্রিশ ছত্রিশ সাঁইত্রিশ আটত্রিশ ঊনচল্লিশ
চল্লিশ একচল্লিশ বিয়াল্লিশ তেতাল্লিশ চুয়াল্লিশ পঁয়তাল্লিশ ছেচল্লিশ সাতচল্লিশ আটচল্লিশ ঊনপঞ্চাশ
পঞ্চাশ একান্ন বায়ান্ন তিপ্পান্ন চুয়ান্ন পঞ্চান্ন ছাপ্পান্ন সাতান্ন আটান্ন ঊনষাট
ষাট একষট্টি বাষট্টি তেষট্টি চৌষট্টি পঁয়ষট্টি ছেষট্টি সাতষট্টি আটষট্টি ঊনসত্তর
সত্তর একাত্তর বাহাত্তর তিয়াত্তর চুয়াত্তর পঁচাত্তর ছিয়াত্তর সাতাত্তর আটাত্তর ঊনআশি
আশি একাশি বিরাশি তিরাশি চুরাশি পঁচাশি ছিয়াশি সাতাশি অষ্টাশি ঊননব্বই
নব্বই একানব্বই বিরানব্বই তিরানব্বই চুরানব্বই পঁচানব্বই ছিয়ানব্বই সাতানব্বই আটানব্বই নিরানব্বই
"""
WORDS: tuple[str, ...] = tuple(normalize("NFC", _WORDS_TEXT).split())

_CRORE, _LAKH, _THOUSAND, _HUNDRED = 10_000_000, 100_000, 1_000, 100
_LARGEST = 10**14 - 1  # ৯৯ লক্ষ কোটি …: beyond it the words repeat "কোটি কোটি" and nobody reads them
_LONGEST_INPUT = 60
NUMBER_WORDS = {"shape": N_("Write a number, such as 1250 or 12,34,567.50.")}

_PLAIN = r"\d+"
_LAKH_COMMAS = r"\d{1,2}(?:,\d{2})*,\d{3}"
_WESTERN_COMMAS = r"\d{1,3}(?:,\d{3})+"
NUMBER_SHAPE = re.compile(
    rf"(?P<sign>[-+−])?\s*(?P<whole>{_LAKH_COMMAS}|{_WESTERN_COMMAS}|{_PLAIN})?(?P<part>\.\d+)?\s*%?",
    re.ASCII,
)


def group(number: int | Decimal, places: int | None = None) -> str:
    """Give the number in Latin digits with lakh/crore commas: 1234567 → "12,34,567".

    `places` fixes the digits after the point (halves round away from zero); None keeps them as they are.
    """
    exact = _as_decimal(number)
    with localcontext() as context:
        context.prec = max(60, len(exact.as_tuple().digits) + abs(int(exact.as_tuple().exponent)) + 5)
        if places is not None:
            exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        whole, _, part = f"{abs(exact):f}".partition(".")
    sign = "-" if exact < 0 else ""
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)]
    return sign + ",".join([*reversed(pairs), tail]) + (f".{part}" if part else "")


def group_bn(number: int | Decimal, places: int | None = None) -> str:
    """Give what `group` gives, in Bangla digits: 1234567 → "১২,৩৪,৫৬৭"."""
    return to_bn(group(number, places))


def parse_number(text: str) -> Decimal:
    """Read a number a person typed: ০-৯ and 0-9 mixed, lakh or western commas, spaces around, a % after.

    "৮০%" gives 80, not 0.8. Raises BadInput when it is not one plain number ("12,50" is refused: it could
    mean 12.50 or a slip in 1,250).
    """
    found = NUMBER_SHAPE.fullmatch(to_latin(text).strip()) if len(text) <= _LONGEST_INPUT else None
    if found is None or not (found["whole"] or found["part"]):
        raise BadInput(NUMBER_WORDS["shape"])
    digits = (found["whole"] or "0").replace(",", "") + (found["part"] or "")
    return Decimal(digits) * (-1 if found["sign"] in ("-", "−") else 1)


def in_words(number: int | Decimal) -> str:
    """Give the number in Bangla words: 50000 → "পঞ্চাশ হাজার", Decimal("12.50") → "বারো দশমিক পাঁচ শূন্য".

    Negative numbers begin with "ঋণাত্মক". Raises BadInput for more than two decimals or 10^14 and above.
    """
    exact = _as_decimal(number)
    whole, _, part = f"{abs(exact):f}".partition(".")
    if len(part) > 2:
        raise BadInput("Only two digits after the point can be written in words.")
    words = _whole_in_words(int(whole))
    if part:
        words += " দশমিক " + " ".join(WORDS[int(digit)] for digit in part)
    return f"ঋণাত্মক {words}" if exact < 0 else words


def ordinal(number: int) -> str:
    """Give the short ordinal of official papers: ১ম, ২য়, ৩য়, ৪র্থ, ৫ম, ৬ষ্ঠ, ৭ম … ১০ম, ১১তম.

    Raises BadInput below 1.
    """
    if number < 1:
        raise BadInput("An ordinal begins at 1.")
    return to_bn(number) + (_ORDINAL_ENDINGS[number - 1] if number <= len(_ORDINAL_ENDINGS) else "তম")


_ORDINAL_ENDINGS = tuple(normalize("NFC", "ম য় য় র্থ ম ষ্ঠ ম ম ম ম").split())


def counted(number: int, suffix: str = "টি") -> str:
    """Give a count the way minutes write it: 2 → "০২ (দুই)টি"; two digits at least."""
    return f"{to_bn(f'{number:02d}')} ({in_words(number)}){suffix}"


def _as_decimal(number: int | Decimal) -> Decimal:
    exact = Decimal(number)
    if not exact.is_finite():
        raise BadInput(NUMBER_WORDS["shape"])
    return exact


def _whole_in_words(number: int) -> str:
    if number > _LARGEST:
        raise BadInput("The number is too large to be written in words.")
    if number < _HUNDRED:
        return WORDS[number]
    parts: list[str] = []
    for size, name in ((_CRORE, " কোটি"), (_LAKH, " লক্ষ"), (_THOUSAND, " হাজার"), (_HUNDRED, "শত")):
        count, number = divmod(number, size)
        if count:
            parts.append(_whole_in_words(count) + name)
    if number:
        parts.append(WORDS[number])
    return " ".join(parts)
