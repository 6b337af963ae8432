"""Reading what formulas need from a framework's file: figures, constants, sub-expressions; and the legend."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from agragati.plans.rules.formula_terms import Constant, Expression, Figure, as_name
from agragati.plans.rules.formulas import read_formula
from agragati.plans.rules.legends import Band
from agragati.plans.rules.reading_values import Reader, as_flag, as_number, as_text, as_value

Row = Mapping[str, object]
_FIGURE = frozenset(["name", "label", "unit", "label_en", "latest"])
_CONSTANT = frozenset(["name", "value", "label", "unit", "source"])
_EXPRESSION = frozenset(["name", "formula", "label"])
_BAND = frozenset(["from", "to", "tone", "word", "word_en"])


def as_formula(raw: object) -> str:
    """Read a formula as its plain text; "" for none. Raises BadInput for one that cannot be read."""
    text = as_text(raw)
    return read_formula(text).text if text else ""


def read_figures(reader: Reader, place: str, raw: object) -> tuple[Figure, ...]:
    """Read the list of figures of one indicator."""
    found = []
    for index, cell in enumerate(reader.rows(place, raw)):
        here = f"{place}[{index}]"
        row = reader.table(here, cell)
        reader.expect_known(here, row, _FIGURE)
        words = {name: _text(reader, here, row, name) for name in ("label", "unit", "label_en")}
        latest = reader.take(f"{here}.latest", as_flag, row.get("latest", False), False)
        found.append(Figure(_name(reader, here, row), **words, latest=latest))
    return tuple(found)


def read_constant(reader: Reader, place: str, row: Row) -> Constant:
    """Read one shared constant: a number or a day, with unit and source."""
    reader.expect_known(place, row, _CONSTANT)
    words = {name: _text(reader, place, row, name) for name in ("label", "unit", "source")}
    value = reader.take(f"{place}.value", as_value, row.get("value"), Decimal(0))
    return Constant(_name(reader, place, row), value, **words)


def read_expression(reader: Reader, place: str, row: Row) -> Expression:
    """Read one named sub-expression."""
    reader.expect_known(place, row, _EXPRESSION)
    formula = reader.take(f"{place}.formula", _formula, row.get("formula"), "0")
    return Expression(_name(reader, place, row), formula, _text(reader, place, row, "label"))


def read_band(reader: Reader, place: str, row: Row) -> Band:
    """Read one band of the legend."""
    reader.expect_known(place, row, _BAND)
    ends = [reader.take(f"{place}.{name}", as_number, row.get(name), Decimal(0)) for name in ("from", "to")]
    words = [_text(reader, place, row, name) for name in ("tone", "word", "word_en")]
    return Band(ends[0], ends[1], *words)


def _formula(raw: object) -> str:
    return read_formula(as_text(raw)).text


def _name(reader: Reader, place: str, row: Row) -> str:
    return reader.take(f"{place}.name", as_name, row.get("name"), "unnamed")


def _text(reader: Reader, place: str, row: Row, name: str) -> str:
    return reader.take(f"{place}.{name}", as_text, row.get(name), "")
