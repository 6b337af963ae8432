"""What people type of a letter, apart from its frame: checked, kept as plain values, and turned into a paper."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Unpack

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.kernel.text import normalise
from agragati.papers.rules.blocks import Cell, Column, Paragraph, Row, Table, head
from agragati.papers.rules.kinds import certificate, letter, meeting_notice, office_order, written_form
from agragati.papers.rules.kinds.frame import Frame
from agragati.papers.rules.kinds.letters import numbered_from_second
from agragati.papers.rules.kinds.minutes import Meeting
from agragati.papers.rules.paper import UNORDERED, Annex, Letterhead, Paper, Seniority

LONGEST_PARAGRAPH, MOST_PARAGRAPHS, LONGEST_LINE = 6000, 60, 400
MOST_COLUMNS, MOST_ROWS = 10, 200
# These kinds have a name of their own on paper; the others are known by their subject.
WITHOUT_SUBJECT = {"office_order", "certificate", "notification", "press_release", "public_notice"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on a page of its own (ছক): title, column heads, rows. Short rows are filled with empty cells."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class LetterText:
    """The typed content. The meeting's fields are printed by meeting notices only.

    `seniority`: what the list of copies says about its order.
    """

    subject: str = ""
    reference: str = ""
    salutation: str = ""
    paragraphs: tuple[str, ...] = ()
    closing: str = ""
    attachments: tuple[str, ...] = ()
    urgency: str = ""
    chair: str = ""
    meeting_day: str = ""
    meeting_time: str = ""
    meeting_place: str = ""
    agenda: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    seniority: Seniority = UNORDERED


def text_data(text: LetterText) -> dict[str, Any]:
    """Give the text as JSON values."""
    data: dict[str, Any] = json.loads(json.dumps(asdict(text)))
    return data


def text_from(data: Mapping[str, Any]) -> LetterText:
    """Read the text from JSON values; unknown names are passed over, what is missing is empty."""
    plain: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in data.items()
        if name in LetterText.__dataclass_fields__ and name != "sheets"
    }
    sheets = tuple(
        Sheet(str(s["title"]), tuple(s["heads"]), tuple(tuple(row) for row in s.get("rows", ())))
        for s in data.get("sheets", ())
    )
    return LetterText(**plain, sheets=sheets)


def words_of(text: LetterText) -> str:
    """Everything the text says, a part a line, for the search."""
    cells = [cell for sheet in text.sheets for row in ((sheet.title,), sheet.heads, *sheet.rows) for cell in row]
    return "\n".join([text.subject, text.reference, *text.paragraphs, *text.agenda, *text.attachments, *cells])


def text_hash(kind: str, text: LetterText) -> str:
    """SHA-256 of the kind and the text: what a signature on the draft stands for."""
    data = text_data(text)
    if text.seniority == UNORDERED:
        del data["seniority"]  # letters that were signed before it could be chosen keep their hash
    whole = json.dumps([kind, data], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def checked_text(kind: str, text: LetterText) -> LetterText:
    """Give the text normalised and stripped. Raises BadInput naming the field that is missing or too long."""
    tidy: dict[str, Any] = {name: _line(name, getattr(text, name)) for name in _LINES}
    tidy |= {name: _lines(name, getattr(text, name)) for name in ("attachments", "agenda")}
    clean = replace(text, **tidy, paragraphs=_paragraphs(text.paragraphs))
    if not clean.subject and kind not in WITHOUT_SUBJECT:
        raise BadInput("Write what the letter is about.", field="subject")
    if not clean.paragraphs:
        raise BadInput("Write the text of the letter.", field="paragraphs")
    for sheet in clean.sheets:
        if not sheet.heads or len(sheet.heads) > MOST_COLUMNS or len(sheet.rows) > MOST_ROWS:
            raise BadInput(
                "A table needs between 1 and %(columns)s columns and at most %(rows)s rows.",
                field="sheets", columns=MOST_COLUMNS, rows=MOST_ROWS,
            )  # fmt: skip
    return clean


_LINES = (
    "subject", "reference", "salutation", "closing", "urgency", "chair", "meeting_day", "meeting_time",
    "meeting_place",
)  # fmt: skip


def _line(name: str, value: str) -> str:
    line = normalise(value).strip()
    if len(line) > LONGEST_LINE:
        raise BadInput("This is longer than %(limit)s letters.", field=name, limit=LONGEST_LINE)
    return line


def _lines(name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for value in values if (line := _line(name, value)))


def _paragraphs(values: tuple[str, ...]) -> tuple[str, ...]:
    parts = tuple(part for value in values if (part := normalise(value).strip()))
    if len(parts) > MOST_PARAGRAPHS or any(len(part) > LONGEST_PARAGRAPH for part in parts):
        raise BadInput(
            "A letter holds at most %(count)s paragraphs of %(limit)s letters.",
            field="paragraphs", count=MOST_PARAGRAPHS, limit=LONGEST_PARAGRAPH,
        )  # fmt: skip
    return parts


def compose(
    kind: str, text: LetterText, *, letterhead: Letterhead, to: tuple[str, ...] = (), **frame: Unpack[Frame]
) -> Paper:
    """Make the paper of a letter of `kind` (a key of choices.LetterKind) from its text and frame."""
    frame["attachments"] = text.attachments
    frame["urgency"] = text.urgency
    frame["annexes"] = tuple(_annex(sheet) for sheet in text.sheets)
    body = text.paragraphs
    if kind == "meeting_notice":
        meeting = Meeting(text.chair, text.meeting_day, text.meeting_time, text.meeting_place)
        return meeting_notice(letterhead=letterhead, subject=text.subject, paragraphs=body, meeting=meeting,
                              agenda=text.agenda, to=to, **frame)  # fmt: skip
    if kind == "office_order":
        return _to(office_order(letterhead=letterhead, subject=text.subject, paragraphs=body, **frame), to)
    if kind == "certificate":
        return _to(certificate(letterhead=letterhead, paragraphs=body, **frame), to)
    if kind in ("letter", "digital"):
        return letter(letterhead=letterhead, subject=text.subject, reference=text.reference, paragraphs=body, to=to,
                      **frame)  # fmt: skip
    return written_form(kind, letterhead=letterhead, blocks=_blocks(kind, body), subject=text.subject,
                        reference=text.reference, to=to, salutation=text.salutation, closing=text.closing,
                        **frame)  # fmt: skip


def _to(paper: Paper, to: tuple[str, ...]) -> Paper:
    return replace(paper, to=to)


def _blocks(kind: str, body: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Number paragraphs as official letters do; personal and press forms do not."""
    if kind in ("demi_official", "press_release", "public_notice"):
        return tuple(Paragraph(part) for part in body)
    return numbered_from_second(body)


def _annex(sheet: Sheet) -> Annex:
    count = len(sheet.heads)
    rows = tuple(
        Row(tuple(Cell(to_bn(value)) for value in (*row, *[""] * count)[:count]), height=9) for row in sheet.rows
    )
    columns = tuple(Column(width=14, align="center") if at == 0 and count > 2 else Column() for at in range(count))
    return Annex(sheet.title, (Table(columns, (head(*sheet.heads),), rows),), landscape=count > 6)
