"""From lines that people type to the text of a letter, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from agragati.kernel.errors import BadInput

from ..rules.letter_text import LetterText, Sheet
from ..rules.paper import UNORDERED

SHEET_MARK = "ছক:"
_EMPTY_LINE = re.compile(r"\n[ \t]*\n+")
ONE_LINE = (
    "subject", "reference", "salutation", "closing", "urgency", "chair", "meeting_day", "meeting_time",
    "meeting_place",
)  # fmt: skip


def text_of(typed: Mapping[str, Any]) -> LetterText:
    """The text of a letter from the form's clean fields; a field the form does not have stays empty."""
    lines = {name: str(typed.get(name) or "") for name in ONE_LINE}
    return LetterText(
        **lines,
        paragraphs=tuple(_EMPTY_LINE.split(str(typed.get("paragraphs") or "").replace("\r\n", "\n"))),
        attachments=_lines(typed.get("attachments")),
        agenda=_lines(typed.get("agenda")),
        sheets=sheets_of(str(typed.get("sheets") or "")),
        seniority=typed.get("seniority") or UNORDERED,
    )


def as_typed(text: LetterText) -> dict[str, str]:
    """What the form shows of a text."""
    shown = {name: str(getattr(text, name)) for name in ONE_LINE}
    return shown | {
        "paragraphs": "\n\n".join(text.paragraphs),
        "attachments": "\n".join(text.attachments),
        "agenda": "\n".join(text.agenda),
        "sheets": sheets_as_typed(text.sheets),
        "seniority": text.seniority,
    }


def sheets_of(typed: str) -> tuple[Sheet, ...]:
    """Tables from text: "ছক: শিরোনাম", then the heads parted by |, then a line for each row. Raises BadInput."""
    blocks = [block.strip().splitlines() for block in re.split(rf"(?m)^(?={SHEET_MARK})", typed) if block.strip()]
    return tuple(_sheet(lines) for lines in blocks)


def _sheet(lines: list[str]) -> Sheet:
    if not lines[0].startswith(SHEET_MARK) or len(lines) < 2:
        raise BadInput("Begin a table with “ছক: title”, then the column heads parted by |.", field="sheets")
    heads, *rows = (_cells(line) for line in lines[1:] if line.strip())
    return Sheet(lines[0].removeprefix(SHEET_MARK).strip(), heads, tuple(row[: len(heads)] for row in rows))


def sheets_as_typed(sheets: tuple[Sheet, ...]) -> str:
    """The tables as text, as `sheets_of` reads them."""
    parts = []
    for sheet in sheets:
        rows = [" | ".join(row) for row in (sheet.heads, *sheet.rows)]
        parts.append("\n".join([f"{SHEET_MARK} {sheet.title}", *rows]))
    return "\n\n".join(parts)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


def _lines(typed: object) -> tuple[str, ...]:
    return tuple(line.strip() for line in str(typed or "").splitlines() if line.strip())
