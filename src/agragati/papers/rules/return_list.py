"""The list of paper copies that came back, as the post office or a courier gives it: one row a tracking number."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agragati.kernel.dates import parse_day
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import N_, BadInput
from agragati.org.rules.sheet import Problem, SheetRow, missing, read_rows

HEADINGS: Mapping[str, Sequence[str]] = {
    "tracking": ("ট্র্যাকিং নম্বর", "ট্র্যাকিং নং", "রেজিস্ট্রি নম্বর", "tracking number", "barcode", "article number"),
    "returned_on": ("ফেরতের তারিখ", "তারিখ", "returned on", "return date", "date"),
    "why": ("ফেরতের কারণ", "কারণ", "মন্তব্য", "reason", "remarks"),
}
NEEDED = tuple(HEADINGS)
MOST_ROWS = 5000


@dataclass(frozen=True)
class ReturnRow:
    """A copy that came back: row of the sheet, tracking number in Latin letters without spaces, day, reason."""

    row: int
    tracking: str
    day: datetime.date
    why: str


def tracking_key(text: str) -> str:
    """A tracking number as it is compared: Latin digits, capitals, neither spaces nor hyphens."""
    return "".join(sign for sign in to_latin(text).upper() if sign.isalnum())[:40]


def read_returns(table: Sequence[Sequence[str]], *, today: datetime.date) -> tuple[list[ReturnRow], list[Problem]]:
    """The rows of a list and every problem by cell. Raises BadInput for an empty sheet and above 5,000 rows.

    The list is another's: columns besides the three that are needed are passed over.
    """
    rows, told = read_rows(table, HEADINGS, NEEDED)
    problems = [one for one in told if one.column in HEADINGS]
    if len(rows) > MOST_ROWS:
        raise BadInput("The list is longer than %(limit)s lines.", field="file", limit=MOST_ROWS)
    if problems:
        return [], problems
    read: list[ReturnRow] = []
    seen: dict[str, int] = {}
    for row in rows:
        found = _row(row, seen, today)
        problems += [found] if isinstance(found, Problem) else missing(row, NEEDED)
        read += [found] if isinstance(found, ReturnRow) else []
    return read, problems


def _row(row: SheetRow, seen: dict[str, int], today: datetime.date) -> ReturnRow | Problem | None:
    key = tracking_key(row["tracking"])
    if missing(row, NEEDED):
        return None
    if not key:
        return Problem(row.number, "tracking", N_("This is no tracking number."))
    if key in seen:
        return Problem(row.number, "tracking", N_("Row %(row)s has the same tracking number."), {"row": seen[key]})
    seen[key] = row.number
    try:
        day = parse_day(row["returned_on"])
    except BadInput:
        return Problem(row.number, "returned_on", N_("Write the day as day/month/year."))
    if day > today:
        return Problem(row.number, "returned_on", N_("The day lies ahead."))
    return ReturnRow(row.number, key, day, row["why"][:300])
