"""From the cells of an official table to a framework's document, with every finding at its cell.

The table is taken as it is: merged cells, Bangla digits, brackets around codes, columns in any order, title rows
above and a মোট row below. Nothing is guessed silently: what was read differently from how it stands is a warning.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise

from .choices import Level
from .framework import Framework
from .reading_values import as_code, as_target, as_unit, as_weight
from .reasons import Finding, fault, warn
from .rounding import stated
from .table_columns import Columns, find_columns

Cell = object
Rows = Sequence[Sequence[Cell]]
Span = tuple[int, int, int, int]
Document = dict[str, object]

_CODED = re.compile(r"\s*[\[({]?\s*([০-৯0-9]{1,3}(?:\s*[.।]\s*[০-৯0-9]{1,3})*)\s*[.।]?\s*[\])}]?\s*(.*)", re.DOTALL)
_YEAR = re.compile(r"[০-৯0-9]{4}\s*[-–—]\s*[০-৯0-9]{2,4}")
_ANNEX = re.compile(r"সংযোজনী[\s-]*[০-৯0-9]+")
_UNKNOWN = {"অজানা", "unknown", "?"}
NO_TERMS: Mapping[str, Sequence[Sequence[str]]] = MappingProxyType({})
_TOTAL = re.compile(r"\s*(সর্ব)?মোট")


@dataclass(frozen=True, slots=True)
class CellFinding:
    """What was found and where it stands: "D7", or "" for the whole sheet. A refusal is always an error."""

    cell: str
    what: Finding | BadInput

    @property
    def is_error(self) -> bool:
        """Whether it must be mended before the table can be taken in."""
        return isinstance(self.what, BadInput) or self.what.level is Level.ERROR


@dataclass(frozen=True, slots=True)
class Imported:
    """What a sheet holds: the document, and everything that was odd or wrong in it."""

    document: Document
    findings: tuple[CellFinding, ...]


def cell_name(row: int, column: int) -> str:
    """Give the name of a place (from 0): (6, 3) → "D7"."""
    letters, rest = "", column + 1
    while rest:
        rest, at = divmod(rest - 1, 26)
        letters = chr(65 + at) + letters
    return f"{letters}{row + 1}"


def import_table(rows: Rows, merged: Sequence[Span] = (), details: Rows = (), *, name: str = "") -> Imported:
    """Read an official table. `details` is the second sheet our own export writes (name → value by code), if any.

    Raises BadInput when no header with a column of indicators is found.
    """
    return _Import(filled(rows, merged), name).read(details)


def filled(rows: Rows, merged: Sequence[Span]) -> list[list[Cell]]:
    """Give the rows with every place of a merged cell holding its text, all of one length."""
    width = max([len(row) for row in rows] + [span[3] + 1 for span in merged] + [0])
    height = max([len(rows)] + [span[2] + 1 for span in merged])
    made: list[list[Cell]] = [list(rows[i]) if i < len(rows) else [] for i in range(min(height, len(rows) + 100))]
    for row in made:
        row.extend([None] * (width - len(row)))
    for top, left, bottom, right in merged:
        if top < len(made) and left < width:
            value = made[top][left]
            for r in range(top, min(bottom + 1, len(made))):
                made[r][left : right + 1] = [value] * (right + 1 - left)
    return made


class _Import:
    def __init__(self, rows: list[list[Cell]], name: str) -> None:
        self.rows, self.name = rows, name
        self.found: list[CellFinding] = []
        self.areas: dict[str, Document] = {}
        self.activities: dict[str, Document] = {}
        self.indicators: list[Document] = []
        self.total: object = None
        self.area = ""

    def read(self, details: Rows) -> Imported:
        """Read header, body and details in turn."""
        self.columns = find_columns(self.rows)
        for line in range(self.columns.last_head + 1, len(self.rows)):
            if self._row(line) == "total":
                break
        if not self.indicators:
            self._note("", fault("import-empty"))
        document = self._document()
        _add_details(document, details)
        return Imported(document, tuple(self.found))

    def _document(self) -> Document:
        above = [str(cell) for row in self.rows[: self.columns.first_head] for cell in dict.fromkeys(row) if cell]
        text = " ".join(above)
        head = " ".join(str(cell) for row in self.rows[: self.columns.last_head + 1] for cell in row if cell)
        year, annex = _YEAR.search(text) or _YEAR.search(head), _ANNEX.search(text)
        if year is None:
            self._note("", fault("import-no-year"))
        percents = [{"percent": p, "name": n} for p, n in self.columns.level_names]
        return {
            "name": self.name,
            "title": _title(above, annex[0] if annex else "") or self.name,
            "fiscal_year": year[0].replace(" ", "") if year else "",
            "annex": annex[0] if annex else "",
            **({"total": self.total} if self.total is not None else {}),
            "columns": percents,
            "areas": list(self.areas.values()),
            "activities": list(self.activities.values()),
            "indicators": self.indicators,
        }

    def _row(self, line: int) -> str:
        cells = self.rows[line]
        if not any(cell not in (None, "") for cell in cells):
            return ""
        if any(isinstance(cell, str) and _TOTAL.match(cell) for cell in cells[:4]):
            self.total = self._weight(line, self.columns.weight)
            return "total"
        place = self.columns.indicator
        text = _text(cells[place])
        coded = _CODED.fullmatch(text)
        if not text or coded is None or to_latin(coded[1]).count(".") + coded[1].count("।") < 1:
            self._note(self._at(line, place), fault("import-no-code", text=text[:60] or "—"))
            return ""
        self._group(line)
        self.indicators.append(self._indicator(line, coded))
        return "row"

    def _group(self, line: int) -> None:
        if (place := self.columns.area) is not None and (coded := _CODED.fullmatch(_text(self.rows[line][place]))):
            weight = self._weight(line, self.columns.area_weight)
            if coded[2].strip() or weight is not None:
                code = self._code(line, place, coded[1])
                self.areas.setdefault(code, {"code": code, "title": normalise(coded[2]), "weight": weight})
        place = self.columns.activity
        coded = None if place is None else _CODED.fullmatch(_text(self.rows[line][place]))
        if place is not None and coded is not None and coded[2].strip():
            code = self._code(line, place, coded[1])
            self.activities.setdefault(code, {"code": code, "title": normalise(coded[2])})

    def _indicator(self, line: int, coded: re.Match[str]) -> Document:
        columns = self.columns
        unit = "" if columns.unit is None else _text(self.rows[line][columns.unit])
        row: Document = {
            "code": self._code(line, columns.indicator, coded[1]),
            "text": normalise(coded[2]),
            "unit": self._unit(line, unit),
            "weight": self._weight(line, columns.weight),
        }
        row |= self._levels(line, unit)
        row |= self._ahead(line, unit)
        if columns.evidence is not None and (asked := _text(self.rows[line][columns.evidence])):
            row["evidence"] = [
                {"kind": "other", "text": part.strip()} for part in re.split(r"[;\n]", asked) if part.strip()
            ]
        if columns.section is not None and (section := _text(self.rows[line][columns.section])):
            row["section"] = section
        return row

    def _unit(self, line: int, unit: str) -> str:
        try:
            as_unit(unit)
        except BadInput as error:
            assert self.columns.unit is not None
            self._note(self._at(line, self.columns.unit), error)
            return ""
        return unit

    def _levels(self, line: int, unit: str) -> Document:
        levels: list[object] = []
        complete = True
        for percent, place in self.columns.levels:
            cell = self.rows[line][place]
            if cell in (None, ""):
                self._note(self._at(line, place), warn("import-blank"))
                continue
            if isinstance(cell, str) and cell.strip().lower() in _UNKNOWN:
                complete = False
                continue
            value = self._target(line, place, cell, unit)
            if value is not None:
                levels.append([percent, value])
        # A single column is not a whole scale: the lower ones are not known to this table.
        known = complete and len(levels) > 1
        return {"levels": levels, **({} if known else {"levels_complete": False})}

    def _ahead(self, line: int, unit: str) -> Document:
        """Targets of later years; an empty or "-" cell says nothing."""
        cells = [(year, place, self.rows[line][place]) for year, place in self.columns.projections]
        read = [(year, self._target(line, place, cell, unit)) for year, place, cell in cells if cell not in (None, "")]
        found = [{"fiscal_year": year, "value": value} for year, value in read if value not in (None, "-")]
        return {"projections": found} if found else {}

    def _target(self, line: int, place: int, cell: Cell, unit: str) -> str | None:
        """A target as text a document holds: "-" for a missing column, ISO for a day; None when it cannot be read."""
        percent = unit.strip() in {"%", "শতকরা", "শতাংশ"}
        if percent and isinstance(cell, Decimal) and 0 < cell <= 1:
            self._note(self._at(line, place), warn("import-percent", text=str(cell)))
            cell = (cell * 100).normalize()
        try:
            value = as_target(cell if isinstance(cell, str | Decimal | date) else str(cell))
        except BadInput as error:
            self._note(self._at(line, place), error)
            return None
        if value is None:
            return "-"
        if isinstance(value, date):
            return value.isoformat()
        sign = "%" if isinstance(cell, str) and "%" in cell else ""
        return f"{value:f}{sign}"

    def _weight(self, line: int, place: int | None) -> object:
        if place is None:
            return None
        cell = self.rows[line][place]
        try:
            weight = as_weight(cell if isinstance(cell, str | Decimal) else None if cell is None else str(cell))
        except BadInput as error:
            self._note(self._at(line, place), error)
            return None
        return None if weight is None else int(weight) if weight == int(weight) else f"{weight:f}"

    def _code(self, line: int, place: int, text: str) -> str:
        try:
            return as_code(text.replace("।", "."))
        except BadInput as error:
            self._note(self._at(line, place), error)
            return text

    def _at(self, line: int, place: int) -> str:
        return cell_name(line, place)

    def _note(self, cell: str, finding: Finding | BadInput) -> None:
        self.found.append(CellFinding(cell, finding))


def _title(above: list[str], annex: str) -> str:
    """The first line above the table that says more than the annex."""
    lines = (normalise(text.replace(annex, "") if annex else text).strip(" :-–।") for text in above)
    return next((line for line in lines if line), "")


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()


def _add_details(document: Document, details: Rows) -> None:
    """Put back what the printed table does not show; the first line of `details` names the fields."""
    if not details:
        return
    names = [_text(cell) for cell in details[0]]
    known = {str(row["code"]): row for row in document["indicators"]}  # type: ignore[attr-defined]
    for line in details[1:]:
        stated: Document = {name: _text(cell) for name, cell in zip(names, line, strict=False) if name and _text(cell)}
        target = (
            document if stated.get("code") == "*" else known.get(to_latin(str(stated.get("code", ""))).strip("[] "))
        )
        if target is not None:
            stated = {name: _detail(str(text)) for name, text in stated.items() if name != "code"}
            if _asked(stated.get("evidence")) != _asked(target.get("evidence")):
                stated.pop("evidence", None)  # the printed list was changed, so it wins over the kinds kept here
            put_back_terms(target, stated.pop("level_terms", None))
            target |= stated
            if stated.get("method") == "ALL_OR_NOTHING" and target.get("levels"):
                target.pop("levels_complete", None)
    _name_in_english(document, document.pop("english", None))


def put_back_terms(row: Document, terms: object) -> None:
    """Targets written over constants come back by name, unless the printed cell was changed meanwhile."""
    levels = row.get("levels")
    if not isinstance(levels, list) or not isinstance(terms, list):
        return
    known = {(str(percent), str(printed)): term for percent, term, printed in terms}
    row["levels"] = [[p, known.get((str(p), str(value).removesuffix("%")), value)] for p, value in levels]


def _name_in_english(document: Document, names: object) -> None:
    """Put the English names of areas and activities, kept by code in one detail, beside the printed ones."""
    if not isinstance(names, dict):
        return
    for name in ("areas", "activities"):
        rows = document.get(name)
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, dict) and (english := names.get(as_code(str(row.get("code", ""))))):
                row["title_en"] = english


def _english(document: Mapping[str, object]) -> dict[str, str]:
    found = {}
    for name in ("areas", "activities"):
        rows = document.get(name)
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, Mapping) and row.get("title_en"):
                found[as_code(str(row.get("code", "")))] = str(row["title_en"])
    return found


def _asked(evidence: object) -> list[str]:
    rows = evidence if isinstance(evidence, list) else []
    words = [str(row.get("text") or row.get("kind")) if isinstance(row, dict) else str(row) for row in rows]
    return [part.strip() for text in words for part in text.split(";")]


def _detail(text: str) -> object:
    if text[:1] in "[{" or text in {"true", "false"}:
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text


PRINTED = frozenset(["code", "text", "unit", "weight", "levels", "levels_complete", "section", "projections"])
_PRINTED_HEAD = frozenset(["columns", "areas", "activities", "indicators"])


def details_of(
    document: Mapping[str, object], terms: Mapping[str, Sequence[Sequence[str]]] = NO_TERMS
) -> list[Document]:
    """What the official table does not print, a line for the framework ("*") and one an indicator.

    `terms`: by code, [percent, term, printed value] of targets that are written over constants.
    """
    rows = document.get("indicators")
    whole = {name: value for name, value in document.items() if name not in _PRINTED_HEAD}
    lines: list[Document] = [{"code": "*", **whole, "english": _english(document) or None}]
    for row in rows if isinstance(rows, list) else []:
        code = as_code(str(row.get("code", "")))
        kept = {name: value for name, value in row.items() if name not in PRINTED}
        lines.append({"code": code, **kept, "level_terms": terms.get(code)})
    return [{name: value for name, value in line.items() if value is not None} for line in lines]


def terms_of(framework: Framework) -> dict[str, list[list[str]]]:
    """Targets written over constants, as `details_of` keeps them."""
    found: dict[str, list[list[str]]] = {}
    for row in framework.indicators:
        values = dict(row.levels)
        for percent, term in row.target_terms:
            found.setdefault(row.code, []).append([f"{percent:f}", term, _printed(values.get(percent))])
    return found


def _printed(value: object) -> str:
    return stated(value, 4) if isinstance(value, Decimal) else str(value)


__all__ = ["CellFinding", "Columns", "Imported", "cell_name", "details_of", "filled", "import_table", "terms_of"]
