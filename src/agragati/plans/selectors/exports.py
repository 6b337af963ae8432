"""Tables and plans as files, and what a file of a table holds before anything is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass

from agragati.kernel.errors import BadInput
from agragati.org.access import Access, P

from ..models import FrameworkEdition
from ..renderers import XLSX, framework_sheet, read_sheets
from ..renderers.sheets_out import DETAILS
from ..rules.constants import with_constants
from ..rules.documents import parse_document
from ..rules.lint import lint
from ..rules.official_table import official_grid
from ..rules.reading import read_framework
from ..rules.reading_values import BadInputs
from ..rules.table_import import CellFinding, Document, details_of, import_table, terms_of
from ..rules.toml_text import to_toml
from .editions import framework_of

FORMATS = ("xlsx", "toml", "json")


@dataclass(frozen=True)
class File:
    """Bytes to hand out: their name and type."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True)
class Looked:
    """A file of a table as read, before anything is kept. `document` None = it cannot be taken in at all."""

    document: Document | None
    findings: tuple[CellFinding, ...]

    @property
    def errors(self) -> int:
        """How many findings must be mended before publishing."""
        return sum(1 for found in self.findings if found.is_error)


def edition_file(*, by: Access, edition: FrameworkEdition, form: str) -> File:
    """An edition as "xlsx" (the official table), "toml" or "json"; each can be taken in again."""
    by.require(P.PLAN_VIEW)
    name = f"{edition.key}.{form}"
    document = with_constants(edition.document, edition.constants)
    if form == "toml":
        return File(name, "application/toml; charset=utf-8", to_toml(document).encode())
    if form == "json":
        text = json.dumps(document, ensure_ascii=False, indent=2)
        return File(name, "application/json", f"{text}\n".encode())
    if form != "xlsx":
        raise BadInput("The table is handed out as XLSX, TOML or JSON.", field="form")
    framework = framework_of(by=by, edition=edition)
    return File(name, XLSX, framework_sheet(official_grid(framework), details_of(document, terms_of(framework))))


def look_at_table(*, by: Access, key: str, name: str, content: bytes) -> Looked:
    """Read a file of a table and list everything odd by cell (workbooks) or place (TOML, JSON). Nothing is kept.

    Raises BadInput when the file is no table at all.
    """
    by.require(P.FRAMEWORK_MANAGE)
    if name.lower().endswith((".toml", ".json")):
        document: Document = parse_document(content, name)
        return _linted(document, (), key)
    sheets = read_sheets(content)
    details = next((sheet.rows for sheet in sheets if sheet.name == DETAILS), ())
    tables = [sheet for sheet in sheets if sheet.name != DETAILS and sheet.rows]
    if not tables:
        raise BadInput("The workbook is empty.", field="file")
    found = import_table(tables[0].rows, tables[0].merged, details, name=key)
    return _linted(found.document, found.findings, key)


def _linted(document: Document, findings: tuple[CellFinding, ...], key: str) -> Looked:
    """Add what the reader and the linter say; a document that cannot be read has places instead of cells."""
    try:
        framework = read_framework(document, name=key)
    except BadInputs as errors:
        more = tuple(CellFinding(error.field, error) for error in errors.problems)
        return Looked(None, (*findings, *more))
    except BadInput as error:
        return Looked(None, (*findings, CellFinding(error.field, error)))
    more = tuple(CellFinding("", finding) for finding in lint(framework))
    return Looked(document, (*findings, *more))
