"""Rows of a sheet that is loaded: headings in either language, and what is wrong, by row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agragati.kernel.errors import N_, BadInput
from agragati.kernel.text import normalise, search_key


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `row` counts as the sheet shows it (heading = 1); `message` is a msgid with placeholders."""

    row: int
    column: str
    message: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetRow:
    """One row by column name; empty cells are ""."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_rows(
    table: Sequence[Sequence[str]], headings: Mapping[str, Sequence[str]], required: Sequence[str]
) -> tuple[list[SheetRow], list[Problem]]:
    """Rows of a table whose first row names the columns (`headings`: column → the ways to write it).

    Unknown and missing columns are problems of row 1; wholly empty rows are passed over. Without a required column
    the rows are not read: each would only repeat it. Raises BadInput for a sheet without any row.
    """
    if not table:
        raise BadInput("The sheet is empty.", field="file")
    known = {search_key(written): column for column, ways in headings.items() for written in (column, *ways)}
    columns = [known.get(search_key(cell), "") for cell in table[0]]
    problems = [
        Problem(1, cell, N_("There is no column of this name."))
        for cell, column in zip(table[0], columns, strict=True)
        if cell.strip() and not column
    ]
    lacking = [Problem(1, name, N_("This column is missing.")) for name in required if name not in columns]
    if lacking:
        return [], problems + lacking
    problems += [
        Problem(1, name, N_("This column is there twice.")) for name in headings if columns.count(name) > 1
    ]  # fmt: skip
    rows = [
        SheetRow(number, {column: normalise(cell) for column, cell in zip(columns, cells, strict=False) if column})
        for number, cells in enumerate(table[1:], start=2)
        if any(cell.strip() for cell in cells)
    ]
    return rows, problems


def missing(row: SheetRow, required: Sequence[str]) -> list[Problem]:
    """A problem for each empty cell that must be filled."""
    return [Problem(row.number, column, N_("This cell must be filled.")) for column in required if not row[column]]
