"""Reading one indicator row: targets, evidence, schedule, tier overrides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.plans.rules.choices import Derive, Direction, Method, Unit
from agragati.plans.rules.framework import (
    Baseline,
    Due,
    Evidence,
    Indicator,
    LevelTarget,
    Projection,
    TierOverride,
    Value,
)
from agragati.plans.rules.reading_formulas import as_formula, read_figures
from agragati.plans.rules.reading_values import (
    Reader,
    as_choice,
    as_code,
    as_count,
    as_day,
    as_flag,
    as_method,
    as_number,
    as_text,
    as_unit,
    as_value,
    as_weight,
)

MOST_LEVELS = 5
_KNOWN = frozenset(
    [
        "code",
        "text",
        "unit",
        "weight",
        "levels",
        "levels_complete",
        "direction",
        "method",
        "concept",
        "also_concepts",
        "evidence",
        "frequency",
        "derive",
        "definition",
        "method_text",
        "class",
        "depends_on",
        "text_en",
        "lowest",
        "highest",
        "section",
        "baselines",
        "projections",
        "projected",
        "formula",
        "figures",
        "counted_from",
        "schedule",
        "may_exceed_100",
        "note",
        "tiers",
    ]
)
_KNOWN_OVERRIDES = frozenset(["text", "weight", "levels", "levels_complete", "note", "applies"])
Row = Mapping[str, object]


def read_indicator(reader: Reader, place: str, row: Row) -> Indicator:
    """Read one row of `indicators`."""
    reader.expect_known(place, row, _KNOWN)
    method = reader.take(f"{place}.method", _maybe_method, row.get("method"), None)
    levels, complete = _levels(reader, place, row, one_is_enough=method is Method.ALL_OR_NOTHING)
    found = Indicator(
        code=reader.take(f"{place}.code", as_code, row.get("code"), "0"),
        text=_text(reader, place, row, "text"),
        unit=reader.take(f"{place}.unit", as_unit, row.get("unit"), Unit.BLANK),
        printed_unit=_text(reader, place, row, "unit"),
        weight=reader.take(f"{place}.weight", as_weight, row.get("weight"), None),
        levels=levels,
        levels_complete=complete,
        percent_targets=_percent_signs(row.get("levels")),
        stated_direction=_direction(reader, place, row),
        method=method,
        stated_derive=_derive(reader, place, row),
        formula=reader.take(f"{place}.formula", as_formula, row.get("formula"), ""),
        figures=read_figures(reader, f"{place}.figures", row.get("figures")),
        target_terms=_terms(reader, row),
        may_exceed_100=reader.take(f"{place}.may_exceed_100", as_flag, row.get("may_exceed_100", False), False),
        tiers=_tiers(reader, place, row),
    )
    if found.formula or found.target_terms:
        found = replace(found, shared=reader.shared)
    return _described(reader, place, row, found)


def _described(reader: Reader, place: str, row: Row, indicator: Indicator) -> Indicator:
    """Add what does not change a score: concept, evidence, schedule, explanations."""
    return replace(
        indicator,
        concept=_text(reader, place, row, "concept"),
        also_concepts=tuple(_texts(reader, place, row, "also_concepts")),
        evidence=_evidence(reader, place, row),
        frequency=_text(reader, place, row, "frequency"),
        definition=_text(reader, place, row, "definition"),
        method_text=_text(reader, place, row, "method_text"),
        indicator_class=_text(reader, place, row, "class"),
        depends_on=_text(reader, place, row, "depends_on"),
        text_en=_text(reader, place, row, "text_en"),
        lowest=_limit(reader, place, row, "lowest"),
        highest=_limit(reader, place, row, "highest"),
        section=_text(reader, place, row, "section"),
        baselines=tuple(Baseline(*item) for item in _by_year(reader, place, row, "baselines")),
        projections=tuple(Projection(*item) for item in _by_year(reader, place, row, "projections")),
        projected=_optional_value(reader, place, row, "projected"),
        counted_from=_text(reader, place, row, "counted_from"),
        schedule=_schedule(reader, place, row),
        note=_text(reader, place, row, "note"),
    )


def _levels(
    reader: Reader, place: str, row: Row, *, one_is_enough: bool = False
) -> tuple[tuple[LevelTarget, ...], bool]:
    """Read the targets and whether all columns are known; a row without targets has unknown ones."""
    raw = reader.rows(f"{place}.levels", row.get("levels"))
    stated = reader.take(f"{place}.levels_complete", as_flag, row.get("levels_complete", True), True)
    complete = stated and bool(raw)
    fewest = 1 if one_is_enough or not complete else 2
    if raw and not fewest <= len(raw) <= MOST_LEVELS:
        reader.refuse(f"{place}.levels", BadInput("Give two to five target columns, not %(count)s.", count=len(raw)))
    levels = [_level(reader, f"{place}.levels[{i}]", cell) for i, cell in enumerate(raw[:MOST_LEVELS])]
    return tuple(levels), complete


def _level(reader: Reader, place: str, cell: object) -> LevelTarget:
    if isinstance(cell, Mapping):
        cell = [cell.get("percent"), cell.get("value")]
    if not isinstance(cell, list) or len(cell) != 2:
        reader.refuse(place, BadInput("Write a target as [percent, value], such as [100, 80]."))
        return LevelTarget(Decimal(0), None)
    percent = reader.take(place, as_number, cell[0], Decimal(0))
    return LevelTarget(percent, reader.take(place, reader.target, cell[1], None))


def _percent_signs(levels: object) -> bool:
    cells = levels if isinstance(levels, list) else []
    values = [cell[1] for cell in cells if isinstance(cell, list) and len(cell) == 2]
    return any(isinstance(value, str) and "%" in value for value in values)


def _direction(reader: Reader, place: str, row: Row) -> Direction | None:
    if row.get("direction") is None:
        return None
    spoken = {"earlier": "lower", "later": "higher"}
    raw = row["direction"]
    word = spoken.get(raw, raw) if isinstance(raw, str) else raw
    return reader.take(f"{place}.direction", as_choice(Direction), word, Direction.HIGHER)


def _derive(reader: Reader, place: str, row: Row) -> Derive | None:
    if row.get("derive") is None:
        return None
    return reader.take(f"{place}.derive", as_choice(Derive), row["derive"], Derive.SUM)


def _maybe_method(raw: object) -> Method | None:
    return None if raw is None else as_method(raw)


def _text(reader: Reader, place: str, row: Row, name: str) -> str:
    return reader.take(f"{place}.{name}", as_text, row.get(name), "")


def _limit(reader: Reader, place: str, row: Row, name: str) -> Decimal | None:
    return reader.take(f"{place}.{name}", as_number, row[name], None) if row.get(name) is not None else None


def _texts(reader: Reader, place: str, row: Row, name: str) -> list[str]:
    rows = reader.rows(f"{place}.{name}", row.get(name))
    return [reader.take(f"{place}.{name}[{i}]", as_text, raw, "") for i, raw in enumerate(rows)]


def _evidence(reader: Reader, place: str, row: Row) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    for index, raw in enumerate(reader.rows(f"{place}.evidence", row.get("evidence"))):
        here = f"{place}.evidence[{index}]"
        if isinstance(raw, Mapping):
            kind, text = _text(reader, here, raw, "kind"), _text(reader, here, raw, "text")
            found.append(Evidence(kind, text))
        else:
            found.append(Evidence(reader.take(here, as_text, raw, "")))
    return tuple(found)


def _by_year(reader: Reader, place: str, row: Row, name: str) -> Iterator[tuple[str, Value]]:
    """Values of other years: achieved in earlier ones, foreseen for later ones."""
    for index, raw in enumerate(reader.rows(f"{place}.{name}", row.get(name))):
        here = f"{place}.{name}[{index}]"
        table = reader.table(here, raw)
        value = reader.take(f"{here}.value", as_value, table.get("value"), Decimal(0))
        yield reader.take(f"{here}.fiscal_year", _year, table.get("fiscal_year"), ""), value


def _year(value: object) -> str:
    """ "২০২৬-২৭" and "2026-2027" → "2026-27": years are compared, not only printed."""
    return FiscalYear.parse(str(value)).latin


def _optional_value(reader: Reader, place: str, row: Row, name: str) -> Value | None:
    return reader.take(f"{place}.{name}", as_value, row[name], None) if row.get(name) is not None else None


def _terms(reader: Reader, row: Row) -> tuple[tuple[Decimal, str], ...]:
    """Targets written over constants, by column."""
    cells = row.get("levels")
    pairs = [cell for cell in cells if isinstance(cell, list) and len(cell) == 2] if isinstance(cells, list) else []
    return tuple((_percent(percent), str(raw).strip()) for percent, raw in pairs if reader.is_term(raw))


def _percent(raw: object) -> Decimal:
    """A column's percent; 0 for one that `_level` has refused already."""
    try:
        return as_number(raw)
    except BadInput:
        return Decimal(0)


def _schedule(reader: Reader, place: str, row: Row) -> tuple[Due, ...]:
    found: list[Due] = []
    for index, raw in enumerate(reader.rows(f"{place}.schedule", row.get("schedule"))):
        here = f"{place}.schedule[{index}]"
        table = reader.table(here, raw)
        quarter = reader.take(f"{here}.quarter", as_count, table.get("quarter"), 1)
        if quarter not in (1, 2, 3, 4):
            reader.refuse(f"{here}.quarter", BadInput("A quarter is 1, 2, 3 or 4."))
        days = {
            name: reader.take(f"{here}.{name}", as_day, table[name], None) if name in table else None
            for name in ("as_of", "submit_by")
        }
        found.append(Due(quarter, **days))
    return tuple(found)


def _tiers(reader: Reader, place: str, row: Row) -> tuple[TierOverride, ...]:
    table = reader.table(f"{place}.tiers", row.get("tiers", {}))
    return tuple(_tier(reader, f"{place}.tiers.{name}", name, raw) for name, raw in table.items())


def _tier(reader: Reader, place: str, name: str, raw: object) -> TierOverride:
    table = reader.table(place, raw)
    reader.expect_known(place, table, _KNOWN_OVERRIDES)
    levels, complete = _levels(reader, place, table) if "levels" in table else (None, None)
    return TierOverride(
        tier=name,
        text=_text(reader, place, table, "text") or None,
        weight=reader.take(f"{place}.weight", as_weight, table.get("weight"), None),
        levels=levels,
        levels_complete=complete,
        note=_text(reader, place, table, "note") or None,
        applies=reader.take(f"{place}.applies", as_flag, table.get("applies", True), True),
    )
