"""Values of an office's own fields, read from what a person types."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from agragati.kernel.dates import parse_day
from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.kernel.numbers import parse_number
from agragati.kernel.text import normalise

LONGEST = 500
_LARGEST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Value:
    """What a field says: the text as shown, and a number or day to compare by."""

    text: str
    number: Decimal | None = None
    day: datetime.date | None = None


def read_value(kind: str, typed: str, options: Collection[str] = ()) -> Value | None:
    """Read a value of a kind ("text", "number", "day", "choice"); None when nothing was typed.

    Raises BadInput with one sentence when it is no number, no day, or not on the list.
    """
    text = normalise(typed).strip()
    if not text:
        return None
    if len(text) > LONGEST:
        raise BadInput("This is longer than %(limit)s letters.", limit=LONGEST)
    if kind == "number":
        number = Decimal(parse_number(text))
        if abs(number) >= _LARGEST:
            raise BadInput("This number is too large.")
        return Value(to_bn(text), number=number)
    if kind == "day":
        day = parse_day(text)
        return Value(to_bn(f"{day:%d/%m/%Y}"), day=day)
    if kind == "choice" and text not in options:
        raise BadInput("Choose one of the list.")
    return Value(text)
