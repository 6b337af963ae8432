"""Paper → DOCX by python-docx: the editable copy (the PDF is the record)."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from agragati.papers.renderers.docx_marks import add_field, set_run, set_style_font
from agragati.papers.renderers.docx_pieces import Writer
from agragati.papers.rules.blocks import PageBreak
from agragati.papers.rules.flow import in_order
from agragati.papers.rules.paper import Margins, Paper

_SHORT, _LONG, _TURNED_EDGE = 210.0, 297.0, 14.0
# The oldest time a zip can hold: the file's own dates stand in its core properties.
_SPACING = {"Hind Siliguri": 0.9}  # its own lines are 1.62 em high, those of the PDF 1.45
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def to_docx(paper: Paper, *, creation: date | None = None) -> bytes:
    """Write a paper as DOCX; the same paper and `creation` (the memo's day by default) give the same bytes."""
    document = Document()
    _set_styles(document, paper)
    _set_properties(document, paper, creation or paper.day or date(1980, 1, 1))
    section = document.sections[0]
    _turn(section, paper.margins, landscape=paper.landscape)
    _set_footer(section, paper)
    _set_watermark(section, paper.watermark)
    turned = paper.landscape
    writer = Writer(document, size=paper.size, width=_width(paper.margins, landscape=turned))
    for piece in in_order(paper):
        if isinstance(piece, PageBreak) and piece.landscape not in (None, turned):
            turned = not turned
            _turn(document.add_section(WD_SECTION.NEW_PAGE), paper.margins, landscape=turned)
            writer.width = _width(paper.margins, landscape=turned)
        else:
            writer.write(piece)
    out = io.BytesIO()
    document.save(out)
    return _with_fixed_times(out.getvalue())


def _set_styles(document: Any, paper: Paper) -> None:
    font = paper.fonts[0]
    for name, size, bold in (
        ("Normal", paper.size, False),
        ("Heading 1", paper.size * 1.12, True),
        ("Heading 2", paper.size, True),
        ("Heading 3", paper.size, True),
    ):
        set_style_font(document.styles[name], font=font, size=size, bold=bold)
    normal = document.styles["Normal"].paragraph_format
    normal.line_spacing, normal.widow_control = _SPACING.get(font, 1.15), True
    for level in (1, 2, 3):
        shape = document.styles[f"Heading {level}"].paragraph_format
        shape.space_before, shape.space_after, shape.keep_with_next = Pt(6), Pt(6), True


def _set_properties(document: Any, paper: Paper, day: date) -> None:
    properties = document.core_properties
    # Word's own properties hold at most 255 letters.
    properties.title, properties.author = paper.name[:255], paper.letterhead.office[:255]
    properties.comments, properties.language, properties.last_modified_by = "", "bn-BD", ""
    properties.created = properties.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)


def _width(margins: Margins, *, landscape: bool) -> float:
    return _LONG - 2 * _TURNED_EDGE if landscape else _SHORT - margins.left - margins.right


def _turn(section: Any, margins: Margins, *, landscape: bool) -> None:
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    left, right = (_TURNED_EDGE, _TURNED_EDGE) if landscape else (margins.left, margins.right)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)


def _set_footer(section: Any, paper: Paper) -> None:
    """Write "পৃষ্ঠা n / m". Word processors count fields in the digits of their own setting, not always in Bangla."""
    line = section.footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    code = f"যাচাই কোড: {paper.verification.code}    " if paper.verification else ""
    set_run(line.add_run(f"{code}পৃষ্ঠা "))
    add_field(line, "PAGE", "১")
    set_run(line.add_run(" / "))
    add_field(line, "NUMPAGES", "১")
    if paper.foot:
        set_run(line.add_run(f"    {paper.foot}"))


def _set_watermark(section: Any, words: str) -> None:
    """Write খসড়া or নমুনা in grey at the head of every page: a drawing behind the text is lost on editing."""
    if words:
        line = section.header.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = line.add_run(words)
        set_run(run, bold=True, size=20)
        run.font.color.rgb = RGBColor(0xA0, 0xA0, 0xA0)


def _with_fixed_times(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return out.getvalue()
