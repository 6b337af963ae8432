"""Drawing claims for a closer look: the same seed always draws the same ones, in whatever order they are given."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable
from enum import StrEnum

from agragati.kernel.errors import BadInput


class Draw(StrEnum):
    """How a sample is drawn."""

    RANDOM = "random"
    RISK = "risk"


def sample_size(population: int, percent: int) -> int:
    """How many: `percent` (1-100) of the population, rounded up. Raises BadInput outside 1-100."""
    if not 1 <= percent <= 100:
        raise BadInput("Give a percentage from 1 to 100.", field="percent")
    return math.ceil(population * percent / 100)


def draw_keys(candidates: Iterable[tuple[int, int]], *, percent: int, seed: str, how: Draw) -> list[int]:
    """Draw from (key, risk of at least 1). RANDOM gives each the same chance, RISK in proportion to the risk.

    Each key gets the number u = sha256(seed|key) as a fraction in (0, 1]; the largest u (RANDOM) or the largest
    u^(1/risk) (RISK, sampling without replacement after Efraimidis and Spirakis) are drawn. Sorted by key.
    """
    rows = list(candidates)
    size = sample_size(len(rows), percent)
    weighed = sorted(((_place(seed, key, risk if how is Draw.RISK else 1), key) for key, risk in rows), reverse=True)
    return sorted(key for _, key in weighed[:size])


def _place(seed: str, key: int, risk: int) -> float:
    number = int.from_bytes(hashlib.sha256(f"{seed}|{key}".encode()).digest()[:6], "big") + 1
    return math.log(number / 2**48) / max(risk, 1)
