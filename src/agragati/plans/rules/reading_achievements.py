"""Reading what score_plan is asked: framework, method, tier, and the achievements by indicator code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from agragati.kernel.errors import BadInput
from agragati.plans.rules.achievement import NOTHING_YET, Achievement, Event, Figures, check, check_result, from_events
from agragati.plans.rules.choices import Method, Unit
from agragati.plans.rules.framework import Framework, Indicator
from agragati.plans.rules.reading_values import (
    Reader,
    as_code,
    as_count,
    as_day,
    as_method,
    as_number,
    as_text,
    as_value,
)
from agragati.plans.rules.reasons import Finding

_KNOWN_REQUEST = frozenset(["framework", "method", "tier", "as_of", "achievements", "title", "office", "note"])
_KNOWN = frozenset(
    [
        "code",
        "date",
        "value",
        "numerator",
        "denominator",
        "figures",
        "note",
        "text",
        "memo",
        "file",
        "place",
        "source",
        "evidence",
        "evidence_count",
        "rejected",
        "not_applicable",
        "events",
    ]
)
_KNOWN_EVENT = frozenset(
    [
        "date",
        "value",
        "quantity",
        "numerator",
        "denominator",
        "figures",
        "note",
        "text",
        "memo",
        "file",
        "place",
        "source",
    ]
)
_FIGURES = ("numerator", "denominator")
ZERO = Decimal(0)
Row = Mapping[str, object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Request:
    """What a scoring file asks. `framework` is a name, a path or the inline table, not yet looked up."""

    framework: str | Mapping[str, object]
    method: Method | None
    tier: str
    as_of: date | None
    achievements: object
    notes: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ReadAchievements:
    """The achievements by canonical code, and what was odd in their writing."""

    by_code: Mapping[str, Achievement]
    notes: tuple[Finding, ...]


def read_request(table: Row) -> Request:
    """Read the frame of a scoring file. Raises BadInputs naming the fields."""
    reader = Reader()
    reader.expect_known("", table, _KNOWN_REQUEST)
    framework = table.get("framework")
    if not isinstance(framework, (str, Mapping)) or not framework:
        reader.refuse("framework", BadInput("Name a framework, such as egov-2021-22, or give one inline."))
        framework = ""
    found = Request(
        framework=framework,
        method=_optional(reader, table, "method", as_method),
        tier=reader.take("tier", as_text, table.get("tier"), ""),
        as_of=_optional(reader, table, "as_of", as_day),
        achievements=table.get("achievements"),
        notes=tuple(reader.notes),
    )
    reader.finish()
    return found


def read_achievements(raw: object, framework: Framework, *, as_of: date | None = None) -> ReadAchievements:
    """Read achievements (a table by code, or a list of rows with `code`) against their framework.

    Every impossible figure is refused here with its place, `achievements.1.1.1.date`. Events after `as_of` are
    left out. Raises BadInputs.
    """
    reader = Reader()
    found: dict[str, Achievement] = {}
    for place, raw_code, row in _rows(reader, raw):
        code = reader.take(place, as_code, raw_code, "")
        if not code:
            continue
        try:
            indicator = framework.indicator(code)
        except BadInput as error:
            reader.problems.append(BadInput(error.key, field=place, **error.params))
            continue
        if code in found:
            reader.refuse(place, BadInput("The indicator [%(code)s] stands twice.", code=code))
            continue
        found[code] = _one(reader, f"achievements.{code}", indicator, row, as_of)
    reader.finish()
    return ReadAchievements(found, tuple(reader.notes))


def _rows(reader: Reader, raw: object) -> Iterator[tuple[str, object, object]]:
    if isinstance(raw, list):
        for index, row in enumerate(raw):
            table = reader.table(f"achievements[{index}]", row)
            yield f"achievements[{index}].code", table.get("code"), table
        return
    table = reader.table("achievements", {} if raw is None else raw)
    for code, row in table.items():
        yield f"achievements.{code}", code, row


def _one(reader: Reader, place: str, indicator: Indicator, raw: object, as_of: date | None) -> Achievement:
    """Read one achievement: nothing, a bare date or number, a list of events, or a table."""
    before = len(reader.problems)
    if raw is None:
        return NOTHING_YET
    if isinstance(raw, list):
        raw = {"events": raw}
    elif not isinstance(raw, Mapping):
        raw = {"value": raw}
    reader.expect_known(place, raw, _KNOWN)
    found = _table(reader, place, indicator, raw)
    if "events" in raw:
        found = _with_events(reader, place, indicator, raw, found, as_of)
    if len(reader.problems) == before:
        try:
            check(indicator, found)
            check_result(indicator, found)
        except BadInput as error:
            reader.refuse(place, error)
    return found


def _table(reader: Reader, place: str, indicator: Indicator, row: Row) -> Achievement:
    day, value = _figure(reader, place, indicator, row)
    rejected = row.get("rejected") or False
    if not isinstance(rejected, (bool, str)):
        reader.refuse(f"{place}.rejected", BadInput("Write true, false or the reason."))
    numbers = {name: _optional(reader, row, name, as_number, place) for name in _FIGURES}
    return Achievement(
        day=day,
        value=value,
        numerator=numbers["numerator"],
        denominator=numbers["denominator"],
        figures=_named(reader, place, row),
        note=reader.take(f"{place}.note", as_text, row.get("note") or row.get("text"), ""),
        evidence_count=_optional(reader, row, "evidence_count", as_count, place),
        rejected=bool(rejected),
        rejected_because=rejected if isinstance(rejected, str) else "",
        not_applicable=row.get("not_applicable") is True,
    )


def _figure(reader: Reader, place: str, indicator: Indicator, row: Row) -> tuple[date | None, Decimal | None]:
    """Read `date` and `value`; a date written as the value of a date indicator is its date."""
    day = _optional(reader, row, "date", as_day, place)
    if row.get("value") is None:
        return day, None
    read = as_day if indicator.measure is Unit.DATE and isinstance(row["value"], (str, date)) else as_value
    value = reader.take(f"{place}.value", read, row["value"], None)
    if not isinstance(value, date):
        return day, value
    if indicator.measure in (Unit.NUMBER, Unit.PERCENT):
        reader.refuse(f"{place}.value", BadInput("This indicator is achieved in numbers; give a number."))
    elif day is not None and day != value:
        reader.refuse(f"{place}.value", BadInput("The date and the value name two different days."))
    return value, None


def _with_events(
    reader: Reader, place: str, indicator: Indicator, row: Row, found: Achievement, as_of: date | None
) -> Achievement:
    raw_events = reader.rows(f"{place}.events", row["events"])
    events = tuple(_event(reader, f"{place}.events[{i}]", indicator, raw) for i, raw in enumerate(raw_events))
    if found.day or found.value is not None or found.numerator is not None or found.figures:
        reader.refuse(f"{place}.events", BadInput("Give either events or one figure, not both."))
        return found
    derived = from_events(indicator, events, as_of)
    return replace(
        derived,
        note=found.note,
        evidence_count=found.evidence_count,
        rejected=found.rejected,
        rejected_because=found.rejected_because,
        not_applicable=found.not_applicable,
    )


def _named(reader: Reader, place: str, row: Row) -> Figures:
    """Read `figures`, a table of numbers by name."""
    if row.get("figures") is None:
        return ()
    table = reader.table(f"{place}.figures", row["figures"])
    return tuple((name, reader.take(f"{place}.figures.{name}", as_number, raw, ZERO)) for name, raw in table.items())


def _check_event(reader: Reader, place: str, indicator: Indicator, event: Event) -> None:
    try:
        check(indicator, Achievement(figures=event.figures))
    except BadInput as error:
        reader.refuse(place, error)


def _event(reader: Reader, place: str, indicator: Indicator, raw: object) -> Event:
    row = raw if isinstance(raw, Mapping) else {"date": raw}
    reader.expect_known(place, row, _KNOWN_EVENT)
    name = "quantity" if "quantity" in row else "value"
    event = Event(
        day=_optional(reader, row, "date", as_day, place),
        value=_optional(reader, row, name, as_number, place),
        numerator=_optional(reader, row, "numerator", as_number, place),
        denominator=_optional(reader, row, "denominator", as_number, place),
        figures=_named(reader, place, row),
    )
    if event.figures:
        _check_event(reader, place, indicator, event)
    for part in ("value", "numerator", "denominator"):
        number = getattr(event, part)
        if number is not None and number < 0:
            problem = BadInput("A count or amount cannot be negative (%(number)s).", number=number)
            reader.refuse(f"{place}.{name if part == 'value' else part}", problem)
    return event


def _optional(reader: Reader, row: Row, name: str, read: Callable[[object], T], place: str = "") -> T | None:
    if row.get(name) is None:
        return None
    return reader.take(f"{place}.{name}" if place else name, read, row[name], None)
