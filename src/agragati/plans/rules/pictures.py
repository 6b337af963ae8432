"""Near-equal pictures, told by their 64-bit difference hash, in a way an index can find.

Two pictures are near when their hashes differ in at most 6 of 64 bits. The hash is cut into four bands of 16 bits.
Six differences over four bands leave at least one band with at most one difference (6 ÷ 4 < 2), so every near
picture is found by asking, for each band, for its own value and the 16 values that differ in one bit: 4 × 17 index
look-ups, whatever the number of pictures kept. What is found is then compared in full.
"""

from __future__ import annotations

NEAR = 6
BANDS = 4
_BITS = 16


def bands_of(perceptual: str) -> tuple[int, int, int, int] | None:
    """Give the four bands of a hash of 16 hex digits, or None for no hash or a blank picture."""
    if len(perceptual) != 16:
        return None
    value = int(perceptual, 16)
    if value in (0, 2**64 - 1):
        return None  # a blank page is near to every other blank page and proves nothing
    return (value >> 48 & 0xFFFF, value >> 32 & 0xFFFF, value >> 16 & 0xFFFF, value & 0xFFFF)


def neighbours(band: int) -> tuple[int, ...]:
    """Give a band's value and the sixteen that differ from it in one bit."""
    return (band, *(band ^ (1 << bit) for bit in range(_BITS)))


def distance(one: str, other: str) -> int:
    """Give the number of bits in which two hashes differ (0–64)."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def is_near(one: str, other: str) -> bool:
    """Whether two pictures are near-equal."""
    return bool(one and other) and distance(one, other) <= NEAR
