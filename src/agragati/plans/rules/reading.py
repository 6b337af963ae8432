"""From a parsed TOML or JSON table to a Framework. All problems are told at once, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear
from agragati.plans.rules.choices import Method
from agragati.plans.rules.formula_terms import Shared
from agragati.plans.rules.framework import (
    DEFAULT_APA_MARKS,
    DEFAULT_TOTAL,
    Activity,
    Area,
    Column,
    Framework,
)
from agragati.plans.rules.reading_formulas import read_band, read_constant, read_expression
from agragati.plans.rules.reading_indicators import read_indicator
from agragati.plans.rules.reading_values import (
    Reader,
    as_code,
    as_method,
    as_number,
    as_text,
    as_weight,
    as_year,
)

MOST_INDICATORS = 500
_KNOWN = frozenset(
    [
        "name",
        "title",
        "fiscal_year",
        "kind",
        "annex",
        "tier",
        "tiers",
        "method",
        "total",
        "apa_marks",
        "ratio_floor",
        "columns",
        "constants",
        "expressions",
        "legend",
        "areas",
        "activities",
        "indicators",
        "source",
        "note",
    ]
)
_NO_YEAR = FiscalYear(1900)
T = TypeVar("T")


def read_framework(table: Mapping[str, object], *, name: str = "") -> Framework:
    """Read a framework; `name` is used when the table has none of its own.

    Raises BadInputs (a BadInput with `.problems`) whose fields name the places: `indicators[3].levels[1]`.
    """
    reader = _reader(table)
    framework = Framework(
        title=reader.take("title", as_text, table.get("title"), ""),
        fiscal_year=reader.take("fiscal_year", as_year, table.get("fiscal_year"), _NO_YEAR),
        areas=read_rows(reader, table, "areas", _area),
        activities=read_rows(reader, table, "activities", _activity),
        indicators=read_rows(reader, table, "indicators", read_indicator),
        name=reader.take("name", as_text, table.get("name"), "") or name,
        kind=reader.take("kind", as_text, table.get("kind"), "") or "egov",
        annex=reader.take("annex", as_text, table.get("annex"), ""),
        tiers=_words(reader, table, "tiers"),
        method=reader.take("method", as_method, table.get("method", Method.LINEAR), Method.LINEAR),
        total=_number(reader, table, "total", DEFAULT_TOTAL),
        apa_marks=_number(reader, table, "apa_marks", DEFAULT_APA_MARKS),
        ratio_floor=_number(reader, table, "ratio_floor", Decimal(0)),
        columns=read_rows(reader, table, "columns", _column),
        shared=reader.shared,
        legend=read_rows(reader, table, "legend", read_band),
        source=reader.take("source", as_text, table.get("source"), ""),
        reading_notes=tuple(reader.notes),
    )
    _check_size(reader, framework)
    reader.finish()
    return framework


def _reader(table: Mapping[str, object]) -> Reader:
    """A reader that knows the shared terms already: the rows' targets and formulas name them."""
    reader = Reader()
    reader.expect_known("", table, _KNOWN)
    constants = read_rows(reader, table, "constants", read_constant)
    reader.shared = Shared(constants, read_rows(reader, table, "expressions", read_expression))
    return reader


def _check_size(reader: Reader, framework: Framework) -> None:
    if not framework.indicators and not reader.problems:
        reader.refuse("indicators", BadInput("A framework needs at least one indicator."))
    if framework.total <= 0:
        reader.refuse("total", BadInput("The total must be above zero."))


def read_rows(
    reader: Reader,
    table: Mapping[str, object],
    name: str,
    read: Callable[[Reader, str, Mapping[str, object]], T],
) -> tuple[T, ...]:
    """Read a list of tables, each with its place `name[3]`."""
    found: list[T] = []
    rows = reader.rows(name, table.get(name))
    if len(rows) > MOST_INDICATORS:
        reader.refuse(name, BadInput("More than %(limit)s rows.", limit=MOST_INDICATORS))
        return ()
    for index, raw in enumerate(rows):
        place = f"{name}[{index}]"
        row = reader.table(place, raw)
        if row:
            found.append(read(reader, place, row))
    return tuple(found)


def _area(reader: Reader, place: str, row: Mapping[str, object]) -> Area:
    reader.expect_known(place, row, frozenset({"code", "title", "weight", "title_en"}))
    return Area(
        code=reader.take(f"{place}.code", as_code, row.get("code"), "0"),
        title=reader.take(f"{place}.title", as_text, row.get("title"), ""),
        weight=reader.take(f"{place}.weight", as_weight, row.get("weight"), None),
        title_en=reader.take(f"{place}.title_en", as_text, row.get("title_en"), ""),
    )


def _activity(reader: Reader, place: str, row: Mapping[str, object]) -> Activity:
    reader.expect_known(place, row, frozenset({"code", "title", "title_en"}))
    return Activity(
        code=reader.take(f"{place}.code", as_code, row.get("code"), "0"),
        title=reader.take(f"{place}.title", as_text, row.get("title"), ""),
        title_en=reader.take(f"{place}.title_en", as_text, row.get("title_en"), ""),
    )


def _column(reader: Reader, place: str, row: Mapping[str, object]) -> Column:
    return Column(
        percent=reader.take(f"{place}.percent", as_number, row.get("percent"), Decimal(0)),
        name=reader.take(f"{place}.name", as_text, row.get("name"), ""),
    )


def _words(reader: Reader, table: Mapping[str, object], name: str) -> tuple[str, ...]:
    rows = reader.rows(name, table.get(name))
    return tuple(reader.take(f"{name}[{i}]", as_text, raw, "") for i, raw in enumerate(rows))


def _number(reader: Reader, table: Mapping[str, object], name: str, usual: Decimal) -> Decimal:
    return reader.take(name, as_number, table.get(name, usual), usual)
