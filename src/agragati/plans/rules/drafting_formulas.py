"""Figures, constants, sub-expressions and the legend as lines a person types, columns between | signs, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise

from .formula_terms import as_name
from .formulas import read_formula
from .legends import MOST_BANDS, TONES
from .reading_values import as_number, as_value

Row = dict[str, object]
STOCK = "সর্বশেষ"
_STOCKS = {STOCK, "latest"}
_TONE_WORDS = {"লাল": "bad", "হলুদ": "warn", "নীল": "info", "সবুজ": "ok"}
_TONE_NAMES = {tone: word for word, tone in _TONE_WORDS.items()}


def _lines(text: str, names: Sequence[str], read: Callable[[dict[str, str]], Row]) -> list[Row]:
    """Read each line's columns by name; BadInput names the line that cannot be read."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        cells = [normalise(cell).strip() for cell in line.split("|")]
        try:
            if len(cells) > len(names):
                raise BadInput("More columns than %(count)s.", count=len(names))
            found.append(read(dict(zip(names, [*cells, *[""] * (len(names) - len(cells))], strict=True))))
        except BadInput as error:
            raise BadInput("Line %(line)s cannot be read (%(reason)s).", line=number, reason=error) from error
    return found


def _filled(cells: Mapping[str, object]) -> Row:
    return {name: value for name, value in cells.items() if value not in ("", None)}


def read_figure_lines(text: str) -> list[Row]:
    """Read "disposed | নিষ্পন্ন আবেদন | টি | সর্বশেষ | Disposed": the last three may be missing."""

    def read(cells: dict[str, str]) -> Row:
        row = _filled({**cells, "name": as_name(cells["name"]), "kind": ""})
        return row | ({"latest": True} if cells["kind"].lower() in _STOCKS else {})

    return _lines(text, ("name", "label", "unit", "kind", "label_en"), read)


def read_constant_lines(text: str) -> list[Row]:
    """Read "working_days | বছরের কর্মদিবস | ২৪০ | দিন | উৎস": unit and source may be missing."""

    def read(cells: dict[str, str]) -> Row:
        return _filled({**cells, "name": as_name(cells["name"]), "value": str(as_value(cells["value"]))})

    return _lines(text, ("name", "label", "value", "unit", "source"), read)


def read_expression_lines(text: str) -> list[Row]:
    """Read "effective | কার্যকর আবেদন | received - withdrawn"."""

    def read(cells: dict[str, str]) -> Row:
        return _filled({**cells, "name": as_name(cells["name"]), "formula": read_formula(cells["formula"]).text})

    return _lines(text, ("name", "label", "formula"), read)


def read_legend_lines(text: str) -> list[Row]:
    """Read "০ | ৬০ | লাল | অনেক পিছিয়ে | Far behind"; the tone by its colour. Raises BadInput for too many."""

    def read(cells: dict[str, str]) -> Row:
        tone = _TONE_WORDS.get(cells["tone"], cells["tone"])
        if tone not in TONES:
            raise BadInput("Write লাল, হলুদ, নীল or সবুজ (%(tone)s).", tone=cells["tone"][:20])
        return _filled({**cells, "from": _plain(cells["from"]), "to": _plain(cells["to"]), "tone": tone})

    found = _lines(text, ("from", "to", "tone", "word", "word_en"), read)
    if len(found) > MOST_BANDS:
        raise BadInput("More than %(limit)s bands.", limit=MOST_BANDS)
    return found


def _plain(text: str) -> str:
    return f"{as_number(text):f}"


def figure_lines(rows: object) -> str:
    """Write them."""
    kinds = [{**row, "kind": STOCK if row.get("latest") else ""} for row in _rows(rows)]
    return _text(kinds, ("name", "label", "unit", "kind", "label_en"))


def constant_lines(rows: object) -> str:
    """Write them."""
    return _text(_rows(rows), ("name", "label", "value", "unit", "source"))


def expression_lines(rows: object) -> str:
    """Write them."""
    return _text(_rows(rows), ("name", "label", "formula"))


def legend_lines(rows: object) -> str:
    """Write them."""
    ends = [{**row, "from": to_bn(str(row.get("from"))), "to": to_bn(str(row.get("to")))} for row in _rows(rows)]
    named = [{**row, "tone": _TONE_NAMES.get(str(row.get("tone")), row.get("tone"))} for row in ends]
    return _text(named, ("from", "to", "tone", "word", "word_en"))


def _rows(rows: object) -> Iterator[Row]:
    return (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else iter(())


def _text(rows: Iterator[Row] | list[Row], names: Sequence[str]) -> str:
    lines = [" | ".join("" if row.get(name) is None else str(row.get(name)) for name in names) for row in rows]
    return "\n".join(line.rstrip(" |") for line in lines)
