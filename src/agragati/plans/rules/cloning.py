"""A framework's document carried into another fiscal year."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from datetime import date

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.kernel.fiscal import FiscalYear

from .reading_values import as_day, as_value, as_year

Document = dict[str, object]
_YEARS = re.compile(r"[০-৯0-9]{4}\s*[-–—]\s*[০-৯0-9]{2,4}")


def clone_document(document: Mapping[str, object], year: FiscalYear) -> Document:
    """Give the document for another year: every date moved by whole years, the year's name replaced in the title.

    Weights, targets and wording stay as they are; whoever drafts the new year changes them, with what the old table
    foresaw for it (`projected`) beside each target. The source is emptied,
    because the new table is nobody's official paper yet.
    """
    years = year.start_year - as_year(document.get("fiscal_year")).start_year
    made: Document = copy.deepcopy(dict(document))
    made["fiscal_year"] = year.latin
    made["title"] = _YEARS.sub(to_bn(year.latin), str(document.get("title", "")))
    made.pop("source", None)
    made.pop("name", None)
    rows = made.get("indicators")
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict):
            _move(row, years)
            _foresee(row, year)
    return made


def _foresee(row: Document, year: FiscalYear) -> None:
    """What was foreseen for the new year becomes its `projected`; years that are no longer ahead are dropped."""
    row.pop("projected", None)
    ahead = []
    rows = row.get("projections")
    for item in rows if isinstance(rows, list) else []:
        told = as_year(item.get("fiscal_year"))
        if told == year:
            row["projected"] = item.get("value")
        elif told > year:
            ahead.append(item)
    if ahead:
        row["projections"] = ahead
    else:
        row.pop("projections", None)


def _move(row: Document, years: int) -> None:
    if isinstance(row.get("levels"), list):
        row["levels"] = [_level(level, years) for level in row["levels"]]  # type: ignore[attr-defined]
    schedule = row.get("schedule")
    for due in schedule if isinstance(schedule, list) else []:
        for name in ("as_of", "submit_by"):
            if due.get(name):
                due[name] = moved(as_day(due[name]), years).isoformat()
    tiers = row.get("tiers")
    for tier in tiers.values() if isinstance(tiers, dict) else ():
        _move(tier, years)


def _level(level: object, years: int) -> object:
    if not isinstance(level, list) or len(level) != 2:
        return level
    try:
        value = as_value(level[1])
    except BadInput:
        return level
    return [level[0], moved(value, years).isoformat()] if isinstance(value, date) else level


def moved(day: date, years: int) -> date:
    """Give the same day some years later; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
