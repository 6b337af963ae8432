"""Writes the pieces of a paper into a python-docx document, in the same order and look as the PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import segno
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from agragati.kernel.digits import to_bn
from agragati.papers.renderers.docx_marks import keep_row, rule_below, set_run
from agragati.papers.renderers.docx_table import add_table, empty_table
from agragati.papers.rules import blocks as b
from agragati.papers.rules import flow as f

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_TABLES = (b.Table, b.KeyValue, b.Signature, f.MemoLine, f.Meta)  # what begins without a line of its own
_SVG_STARTS = (b"<?xml", b"<svg ")


class Writer:
    """A document being written; `width` is the breadth between the margins in millimetres."""

    def __init__(self, document: Any, *, size: float, width: float) -> None:
        self.document, self.size, self.width = document, size, width
        self._breaks = False
        self._by_piece: dict[type, Callable[[Any], None]] = {
            b.Paragraph: self._paragraph,
            b.Heading: self._heading,
            b.NumberedList: self._list,
            b.KeyValue: lambda piece: self._rows(piece.rows, bold=piece.bold_labels),
            b.Table: lambda piece: add_table(self.document, piece, size=self.size, width=self.width),
            b.Picture: lambda piece: self._pictures((piece,), 1),
            b.Pictures: lambda piece: self._pictures(piece.pictures, piece.per_row),
            b.Signature: self._signature,
            b.Note: lambda piece: self._say(self.line(), piece.text, size=self.size - 2),
            b.Space: lambda piece: self._room(piece.height),
            b.PageBreak: self._break,
            f.Head: self._head,
            f.Urgency: lambda piece: self._say(self.line("right"), piece.text, bold=True),
            f.MemoLine: self._memo_line,
            f.Title: self._title,
            f.Labelled: self._labelled,
            f.Meta: lambda piece: self._rows(piece.rows, bold=True),
            f.Lines: self._lines,
            f.DistributionList: self._distribution,
            f.AnnexTitle: lambda piece: self._say(self.heading(2, "center"), piece.text, underline=True),
            b.Verification: self._verification,
        }

    def write(self, piece: f.Piece) -> None:
        """Write one piece."""
        if self._breaks and isinstance(piece, _TABLES):
            self.document.add_page_break()
            self._breaks = False
        self._by_piece[type(piece)](piece)

    def line(self, align: b.Align = "left", *, after: float = 3, keep: bool = False) -> Any:
        """Add an empty paragraph."""
        paragraph = self._begun(self.document.add_paragraph(), align)
        paragraph.paragraph_format.space_after = Pt(after)
        paragraph.paragraph_format.keep_with_next = keep
        return paragraph

    def heading(self, level: int, align: b.Align) -> Any:
        """Add an empty heading paragraph."""
        return self._begun(self.document.add_paragraph(style=f"Heading {level}"), align)

    def _break(self, _: b.PageBreak) -> None:
        """The next line begins the page: a line that holds only a break leaves an empty page when it has no room."""
        self._breaks = True

    def _begun(self, paragraph: Any, align: b.Align) -> Any:
        paragraph.alignment = ALIGN[align]
        if self._breaks:
            paragraph.paragraph_format.page_break_before = True
            self._breaks = False
        return paragraph

    def _say(
        self, paragraph: Any, text: b.Text, *, bold: bool = False, underline: bool = False, size: float = 0
    ) -> None:
        runs = (b.Run(text),) if isinstance(text, str) else text
        for run in runs:
            made = paragraph.add_run(run.text)
            set_run(made, bold=bold or run.bold, underline=underline or run.underline, size=size)

    def _room(self, height: float) -> None:
        self.line(after=0).paragraph_format.space_before = Mm(height)

    def _head(self, head: f.Head) -> None:
        if head.logo:
            self._picture(self.line("center", after=0), head.logo, 20)
        for line in (*head.lines, *([head.web] if head.web else [])):
            self._say(self.line("center", after=0), line, bold=line == head.bold)
        self._room(2)

    def _memo_line(self, memo: f.MemoLine) -> None:
        dates = 46.0
        table = empty_table(self.document, 1, (self.width - dates - 16, 16, dates))
        left, label, right = (cell.paragraphs[0] for cell in table.rows[0].cells)
        self._say(left, f"{memo.label} {memo.number}")
        self._say(label, "তারিখ:")
        label.alignment = ALIGN["right"]
        self._say(right, memo.bangla)
        rule_below(right)
        below = table.rows[0].cells[2].add_paragraph()
        self._say(below, memo.gregorian)
        for paragraph in (left, label, right, below):
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.keep_with_next = True
        right.alignment = below.alignment = ALIGN["center"]
        self._room(2)

    def _title(self, title: f.Title) -> None:
        self._say(self.heading(1, "center"), title.text, underline=title.underlined)

    def _labelled(self, piece: f.Labelled) -> None:
        paragraph = self.heading(1, "left") if piece.first else self.line("justify", after=6)
        self._say(paragraph, f"{piece.label} ", bold=True)
        self._say(paragraph, piece.text, bold=piece.strong)

    def _rows(self, rows: Iterable[tuple[str, b.Text]], *, bold: bool) -> None:
        listed = list(rows)
        table = empty_table(self.document, len(listed), (38.0, 6.0, self.width - 44))
        for row, (label, text) in zip(table.rows, listed, strict=True):
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.space_after = Pt(1)
            self._say(row.cells[0].paragraphs[0], label, bold=bold)
            self._say(row.cells[1].paragraphs[0], ":")
            self._say(row.cells[2].paragraphs[0], text)
        self._room(2)

    def _paragraph(self, piece: b.Paragraph) -> None:
        paragraph = self.line(piece.align, after=7, keep=b.is_short(piece))
        if piece.indent:
            paragraph.paragraph_format.left_indent = Mm(piece.indent)
        if piece.number is not None:
            self._say(paragraph, f"{to_bn(piece.number)}। ")
        self._say(paragraph, piece.text, bold=piece.bold)

    def _heading(self, piece: b.Heading) -> None:
        self._say(self.heading(piece.level, piece.align), piece.text, underline=piece.underline)

    def _list(self, piece: b.NumberedList) -> None:
        for at, item in enumerate(piece.items):
            self._item(b.marker(piece.style, piece.start + at), item, piece.indent)

    def _item(self, mark: str, text: b.Text, indent: float = 0, *, keep: bool = False) -> None:
        """Write the mark as text behind a hanging indent: automatic numbering has no Bangla digits."""
        paragraph = self.line(after=2, keep=keep)
        paragraph.paragraph_format.left_indent = Mm(indent + 8)
        paragraph.paragraph_format.first_line_indent = Mm(-8)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(indent + 8))
        self._say(paragraph, f"{mark}\t")
        self._say(paragraph, text)

    def _lines(self, piece: f.Lines) -> None:
        if piece.label:
            self._say(self.line(after=0, keep=True), piece.label, bold=True)
        for at, text in enumerate(piece.lines, 1):
            if piece.numbered:
                self._item(b.marker("danda", at), text)
            else:
                self._say(self.line(after=0, keep=at < len(piece.lines)), text)
        self._room(2)

    def _distribution(self, piece: f.DistributionList) -> None:
        paragraph = self.line(keep=True)
        self._say(paragraph, f"{piece.label} ", bold=True)
        self._say(paragraph, f"{piece.remark}:")
        for at, text in enumerate(piece.entries, 1):
            self._item(b.marker("paren", at), text, keep=at == len(piece.entries))  # with the signature below

    def _signature(self, piece: b.Signature) -> None:
        count = len(piece.people)
        breadths = [self.width / count] * count if count > 1 else [self.width - 76, 76]
        table = empty_table(self.document, 1, breadths)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        keep_row(table.rows[0])
        cells = table.rows[0].cells
        if count == 1:
            cells = cells[1:] if piece.align == "right" else cells[:1]
        for cell, person in zip(cells, piece.people, strict=True):
            self._signatory(cell, person, piece)
        self._room(2)
        if piece.check:
            self._verification(piece.check)

    def _signatory(self, cell: Any, person: b.Person, piece: b.Signature) -> None:
        first = cell.paragraphs[0]
        first.alignment = ALIGN["center"]
        if piece.picture:
            self._picture(first, piece.picture, 32)
        else:
            first.paragraph_format.space_before = Mm(piece.room)
        texts = (piece.label, piece.signed_on, person.name, person.designation, person.office, *person.lines)
        for text in filter(None, texts):
            paragraph = cell.add_paragraph()
            paragraph.alignment = ALIGN["center"]
            paragraph.paragraph_format.space_after = Pt(0)
            self._say(paragraph, text)

    def _pictures(self, pictures: tuple[b.Picture, ...], per_row: int) -> None:
        width = self.width / per_row - 4
        for picture in pictures:
            self._picture(self.line("center", after=0, keep=bool(picture.caption)), picture, picture.width or width)
            if picture.caption:
                self._say(self.line("center"), picture.caption, size=self.size - 1)

    def _picture(self, paragraph: Any, picture: b.Picture, width: float) -> None:
        if picture.data.lstrip()[:5] in _SVG_STARTS:
            self._say(paragraph, picture.alt)  # word processors take no SVG without a raster copy
            return
        paragraph.paragraph_format.line_spacing = 1.0  # a narrower line cuts the picture
        shape = paragraph.add_run().add_picture(io.BytesIO(picture.data), width=Mm(width))
        shape._inline.docPr.set("descr", picture.alt)

    def _verification(self, check: b.Verification) -> None:
        out = io.BytesIO()
        segno.make_qr(check.url, error="m").save(out, kind="png", border=0, scale=6)
        self._picture(self.line(after=0, keep=True), b.Picture(out.getvalue(), "যাচাইয়ের কিউআর কোড"), 17)
        self._say(self.line(), f"এ পত্রের সত্যতা যাচাই করুন: {check.url} (সংক্ষিপ্ত কোড: {check.code})", size=9)
