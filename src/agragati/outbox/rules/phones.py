"""Mobile numbers of Bangladesh: 01, an operator digit 3–9, eight more; with or without 88 or +88, in either digits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agragati.kernel.digits import to_latin

_SEPARATORS = re.compile(r"[\s\-().\u2010-\u2015]+")
DEMO_STEM = "0100000"  # no operator has 010: a number that can ring nowhere


@dataclass(frozen=True)
class Phone:
    """A number as gateways want it (`8801…`, 13 digits), or why it is none; `is_demo` for the demo's dead numbers."""

    number: str = ""
    reason: str = ""
    is_demo: bool = False


def read_phone(text: str) -> Phone:
    """Read what is written in someone's telephone field. `reason`: no_phone, wrong_phone, foreign_phone."""
    plain = _SEPARATORS.sub("", to_latin(text).strip())
    if not plain:
        return Phone(reason="no_phone")
    international = plain.startswith(("+", "00"))
    digits = plain.removeprefix("+") if plain.startswith("+") else plain.removeprefix("00") if international else plain
    if not (digits.isascii() and digits.isdigit()):
        return Phone(reason="wrong_phone")
    if international and not digits.startswith("880"):
        return Phone(reason="foreign_phone")
    local = digits.removeprefix("88") if digits.startswith("880") else digits
    if len(local) == 10 and local.startswith("1") and digits == local:
        local = f"0{local}"  # spreadsheets drop the leading zero
    if len(local) != 11:
        return Phone(reason="wrong_phone")
    if local.startswith(DEMO_STEM):
        return Phone(f"88{local}", is_demo=True)
    return Phone(f"88{local}") if re.fullmatch(r"01[3-9][0-9]{8}", local) else Phone(reason="wrong_phone")


def masked(number: str) -> str:
    """The number with its middle hidden: 01712•••••78."""
    local = number.removeprefix("88")
    return f"{local[:4]}{'•' * max(0, len(local) - 6)}{local[-2:]}" if len(local) > 6 else "•" * len(local)
