"""What a reading of a date is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from agragati.kernel.bangla_calendar import BanglaDate
from agragati.kernel.doubts import Doubt

Kind = Literal["date", "month", "range", "within", "every"]
Unit = Literal["", "hours", "days", "working_days", "weeks", "months", "quarters", "years"]


class Sureness(StrEnum):
    """How far a reading may be trusted: sure = as written; likely = a rule filled something in; doubtful = ask."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"

    @property
    def rank(self) -> int:
        """2 for sure, 1 for likely, 0 for doubtful."""
        return {"sure": 2, "likely": 1, "doubtful": 0}[self.value]

    def at_most(self, other: Sureness) -> Sureness:
        """Give the lower of the two."""
        return self if self.rank <= other.rank else other


@dataclass(frozen=True)
class ReadDate:
    """One date, period or deadline read from a text.

    `text` is the piece as written and `span` its (start, end) there. `start` and `end` are the first and last day
    meant, when known. `resolved` is the one day to put in a deadline field (the last day of a period, the base plus
    the days of "within"), None when it cannot be told. `value` and `unit` carry "15 days" or "every 3 months".
    `bangla` is the Bangla date as written; `suggested_bangla` the one that fits the Gregorian date beside it.
    """

    kind: Kind
    text: str
    span: tuple[int, int]
    confidence: Sureness
    start: date | None = None
    end: date | None = None
    resolved: date | None = None
    value: int | None = None
    unit: Unit = ""
    bangla: BanglaDate | None = None
    suggested_bangla: BanglaDate | None = None
    doubts: tuple[Doubt, ...] = field(default=())

    @property
    def warnings(self) -> tuple[str, ...]:
        """The doubts as English sentences."""
        return tuple(doubt.text for doubt in self.doubts)

    @property
    def is_sure(self) -> bool:
        return self.confidence is Sureness.SURE
