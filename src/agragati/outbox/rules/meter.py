"""What an SMS costs before it is sent: its alphabet, units and parts (3GPP TS 23.038 and 23.040).

One part holds 160 GSM-7 units or 70 UCS-2 units; of several parts each holds 153 or 67, for the header that joins them
takes the rest. Bangla is always UCS-2. য় ড় ঢ় are counted after `precompose`: one unit each instead of two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from agragati.kernel.text import precompose

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_EXTENDED = frozenset("^{}\\[~]|€\f")  # each takes two units
SINGLE = {"gsm7": 160, "ucs2": 70}
JOINED = {"gsm7": 153, "ucs2": 67}
MOST_PARTS = 10


@dataclass(frozen=True)
class Meter:
    """A text as it will be sent: `encoding` "gsm7" or "ucs2", its length in units of that encoding, and parts."""

    text: str
    encoding: str
    units: int
    parts: int

    def cost(self, price: Decimal | None) -> Decimal | None:
        """Taka for one recipient at `price` a part; None when the price is not known."""
        return None if price is None else self.parts * price


def measure(text: str) -> Meter:
    """Measure a text after precomposing it; an empty text has no part."""
    sent = precompose(text)
    encoding = "gsm7" if all(c in GSM_BASIC or c in GSM_EXTENDED for c in sent) else "ucs2"
    sizes = [_size(c, encoding) for c in sent]
    units = sum(sizes)
    parts = min(units, 1) if units <= SINGLE[encoding] else _pack(sizes, JOINED[encoding])
    return Meter(sent, encoding, units, parts)


def _size(character: str, encoding: str) -> int:
    if encoding == "gsm7":
        return 2 if character in GSM_EXTENDED else 1
    return 2 if ord(character) > 0xFFFF else 1


def _pack(sizes: Iterable[int], limit: int) -> int:
    """Parts needed when no character is split over two of them."""
    parts, used = 1, 0
    for size in sizes:
        if used + size > limit:
            parts, used = parts + 1, 0
        used += size
    return parts


def is_bangla(text: str) -> bool:
    """Whether at least half of the letters are Bangla: the regulator wants bulk SMS in Bangla Unicode letters.

    Addresses of pages are left out of the count.
    """
    letters = [c for word in text.split() if "://" not in word for c in word if c.isalpha()]
    bangla = sum(1 for c in letters if "\u0980" <= c <= "\u09ff")
    return bool(letters) and bangla * 2 >= len(letters)
