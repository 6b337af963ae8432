"""Parts of a table as lines a person types, and back: evidence, earlier values, dates, areas."""

from __future__ import annotations

from collections.abc import Iterator

from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise

from .evidence import NEEDS
from .reading_values import as_code, as_count, as_day, as_value, as_weight, as_year

Row = dict[str, object]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip())


def _bad(number: int, error: BadInput | None = None) -> BadInput:
    return BadInput("Line %(line)s cannot be read (%(reason)s).", line=number, reason=error or "—")


def read_evidence(text: str) -> list[Row]:
    """Read "kind: wording" lines. Raises BadInput for a kind nobody knows."""
    found: list[Row] = []
    for number, line in _lines(text):
        kind, _, words = line.partition(":")
        if kind.strip() not in NEEDS:
            raise BadInput("Line %(line)s: %(kind)s is no known kind of evidence.", line=number, kind=kind[:40])
        found.append({"kind": kind.strip(), "text": normalise(words)})
    return found


def evidence_text(rows: object) -> str:
    """Write them."""
    return "\n".join(_evidence_line(row) for row in rows) if isinstance(rows, list) else ""


def _evidence_line(row: object) -> str:
    return f"{row.get('kind', 'other')}: {row.get('text', '')}" if isinstance(row, dict) else f"{row}: "


def read_baselines(text: str) -> list[Row]:
    """Read "2023-24: 80" lines."""
    found: list[Row] = []
    for number, line in _lines(text):
        year, _, value = line.partition(":")
        try:
            as_value(value.strip())
            found.append({"fiscal_year": as_year(year).latin, "value": value.strip()})
        except BadInput as error:
            raise _bad(number, error) from error
    return found


def baselines_text(rows: object) -> str:
    """Write them."""
    return "\n".join(f"{r.get('fiscal_year')}: {r.get('value')}" for r in rows) if isinstance(rows, list) else ""


def read_schedule(text: str) -> list[Row]:
    """Read "1: 30/09/2025, 03/10/2025" lines: quarter, as-of day, send-by day (either may be left out as -)."""
    found: list[Row] = []
    for number, line in _lines(text):
        quarter, _, days = line.partition(":")
        try:
            row: Row = {"quarter": as_count(quarter.strip())}
            for name, day in zip(("as_of", "submit_by"), days.split(","), strict=False):
                if day.strip() not in {"", "-"}:
                    row[name] = as_day(day.strip()).isoformat()
            found.append(row)
        except BadInput as error:
            raise _bad(number, error) from error
    return found


def schedule_text(rows: object) -> str:
    """Write them."""
    if not isinstance(rows, list):
        return ""
    return "\n".join(f"{r.get('quarter')}: {r.get('as_of', '-')}, {r.get('submit_by', '-')}" for r in rows)


def read_areas(text: str) -> list[Row]:
    """Read "[1] title | weight" lines; the weight may be missing."""
    found: list[Row] = []
    for number, line in _lines(text):
        head, _, weight = line.partition("|")
        code, _, title = head.strip().partition(" ")
        try:
            row: Row = {"code": as_code(code), "title": normalise(title)}
            if weight.strip():
                row["weight"] = str(as_weight(weight.strip()))
            found.append(row)
        except BadInput as error:
            raise _bad(number, error) from error
    return found


def areas_text(rows: object) -> str:
    """Write them."""
    if not isinstance(rows, list):
        return ""
    tails = [f" | {row['weight']}" if row.get("weight") is not None else "" for row in rows]
    return "\n".join(
        f"{_bracketed(row.get('code'))} {row.get('title', '')}{tail}" for row, tail in zip(rows, tails, strict=True)
    )


def _bracketed(code: object) -> str:
    text = str(code).strip("[] ")
    return f"[{text}]"
