"""What the checks look at, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ..framework import Framework, Indicator, Value
from ..reasons import Reason


class Severity(StrEnum):
    """How grave a doubt is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Owed(StrEnum):
    """Who must answer."""

    OFFICE = "office"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class EventFacts:
    """One event in force. `entered_on` is the day it was typed; `is_typed` says no other record stands behind it."""

    id: int
    day: date
    entered_on: date
    is_done: bool = True
    quantity: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    is_computed: bool = False
    text: str = ""
    memo_no: str = ""
    is_typed: bool = True
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the product's own records say of one quarter: a count, or a part `of` a whole."""

    quarter: int
    value: Decimal
    of: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RowFacts:
    """One indicator of the plan with what is known about it. `as_of` and `official` are by quarter, from 1.

    `foreseen` is the year and value of the projection the office's earlier plan made for this year. `infected` and
    `replaced` are files of proof as (subject, name) and (subject, name, quarter).
    """

    indicator: Indicator
    events: tuple[EventFacts, ...] = ()
    as_of: tuple[date, ...] = ()
    official: tuple[date, ...] = ()
    own_due: date | None = None
    missing: tuple[Reason, ...] = ()
    reused: tuple[tuple[str, Reason], ...] = ()
    figure: Value | None = None
    earlier: tuple[Decimal, ...] = ()
    peers: tuple[Decimal, ...] = ()
    foreseen: tuple[str, Value] | None = None
    infected: tuple[tuple[str, str], ...] = ()
    replaced: tuple[tuple[str, str, int], ...] = ()
    recorded: tuple[Recorded, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """One indicator of one quarter under review: who claimed and who decided (ids of people, None = nobody yet)."""

    code: str
    quarter: int
    claimed_by: int | None = None
    decided_by: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """One meeting of the office in the plan's year, as the meetings' own record has it."""

    id: int
    title: str
    open_decisions: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()
    present: int | None = None
    quorum: int | None = None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A whole plan. `memo_code` is how the office's memo numbers begin ("" = not known)."""

    framework: Framework
    rows: tuple[RowFacts, ...]
    today: date
    memo_code: str = ""
    claims: tuple[ClaimFacts, ...] = ()
    meetings: tuple[MeetingFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """One finding: rule, indicator ("" = whole plan), what makes it the same finding tomorrow, and its words."""

    rule: str
    severity: Severity
    code: str
    subject: str
    reason: Reason
    event: int | None = None
    owed: Owed = Owed.OFFICE
