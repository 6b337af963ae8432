"""What reading minutes gives: the parts of a meeting, each as printed, with ISO dates and Latin numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

Attendance = Literal["listed", "annex", "none"]


class BlockLike(Protocol):
    """A line or a table, as the openers of files give it (`papers.renderers.extract.Block` is one)."""

    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def rows(self) -> tuple[tuple[str, ...], ...]: ...
    @property
    def page(self) -> int: ...
    @property
    def spans(self) -> tuple[tuple[int, int, int, int], ...]: ...


@dataclass(frozen=True)
class Person:
    """A named person; the honorific জনাব is left out, titles such as ড. and মোঃ stay."""

    name: str | None
    designation: str | None = None


@dataclass(frozen=True)
class Attendee:
    """One person of the list of those present; `role` is the role in the committee."""

    name: str | None
    designation: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class Due:
    """When a decision is due: `kind` is date, month, every or within_days; `resolved` the last day in time."""

    kind: str
    value: str | int
    text: str
    resolved: date | None

    def as_json(self) -> dict[str, Any]:
        return {
            self.kind: self.value,
            "text": self.text,
            "resolved": self.resolved.isoformat() if self.resolved else None,
        }


@dataclass(frozen=True)
class Decision:
    """One decision: its own number or letter where printed, its deadlines, who carries it out."""

    no: int | str | None
    text: str
    due: tuple[Due, ...] = ()
    implementers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """One matter of the agenda, with what was said and decided."""

    no: int | str | None
    codes: tuple[str, ...]
    topic: str | None
    discussion: str | None
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class Indicator:
    """One row of a plan printed in the minutes; "-" among the targets is None."""

    code: str
    text: str
    unit: str | None
    weight: int | str | None
    targets: tuple[int | str | None, ...]
    progress: str | None


@dataclass(frozen=True)
class Doubt:
    """A warning: the rule that speaks, where, one sentence in Bangla, and what may be right instead."""

    rule: str
    where: str
    message: str
    suggestion: str | None = None


@dataclass(frozen=True)
class Closing:
    """What follows the last paragraph: signatures, memo number, dates, distribution."""

    memo_no: str | None = None
    issue_date: date | None = None
    bangla_date: str | None = None
    signatories: tuple[Person, ...] = ()
    distribution: tuple[str, ...] = ()


@dataclass(frozen=True)
class Header:
    """What stands above the items."""

    office: str | None = None
    section: str | None = None
    title: str | None = None
    fiscal_year: str | None = None
    chair: Person | None = None
    secretary: Person | None = None
    date: date | None = None
    time: str | None = None
    place: str | None = None
    attendance: Attendance = "none"
    attendees: tuple[Attendee, ...] = ()


@dataclass(frozen=True)
class Minutes:
    """One meeting as read; `others` are further meetings of the same file."""

    header: Header
    items: tuple[Item, ...]
    indicators: tuple[Indicator, ...]
    closing: Closing
    warnings: tuple[Doubt, ...]
    others: tuple[Minutes, ...] = field(default=())
    printed: Any = None  # `rules.printed.Printed`: the layout of the paper, no part of the JSON

    def as_json(self) -> dict[str, Any]:
        """Give the shape that `agragati read_minutes --json` prints; absent is null, dates are ISO."""
        shape = {
            **_plain(asdict(self.header)),
            "items": [_item_json(item) for item in self.items],
            "indicators": [_plain(asdict(indicator)) for indicator in self.indicators],
            **_plain(asdict(self.closing)),
            "warnings": [asdict(doubt) for doubt in self.warnings],
        }
        if self.others:
            shape["others"] = [other.as_json() for other in self.others]
        return shape


def _item_json(item: Item) -> dict[str, Any]:
    return {
        "no": item.no,
        "codes": list(item.codes),
        "topic": item.topic,
        "discussion": item.discussion,
        "decisions": [
            {
                "no": decision.no,
                "text": decision.text,
                "due": [due.as_json() for due in decision.due],
                "implementers": list(decision.implementers),
            }
            for decision in item.decisions
        ],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(part) for part in value]
    return value
