"""What every kind of paper may carry besides its own content."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from agragati.papers.rules.blocks import Person, Picture
from agragati.papers.rules.paper import Annex, Distribution, MemoPlace, Verification


class Frame(TypedDict, total=False):
    """Keyword arguments passed on to `Paper`; see there for what each one means."""

    memo_place: MemoPlace
    memo_label: str
    memo_no: str
    day: date | None
    urgency: str
    issuer: Person | None
    signed_on: str
    signature_picture: Picture | None
    attachments: tuple[str, ...]
    distribution: Distribution | None
    copies: Distribution | None
    copies_memo_no: str
    annexes: tuple[Annex, ...]
    fonts: tuple[str, ...]
    size: float
    verification: Verification | None
    watermark: str
