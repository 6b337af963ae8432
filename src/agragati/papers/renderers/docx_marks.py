"""The WordprocessingML that python-docx has no words for: complex-script fonts, fields, rules, repeated heads."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

# Bangla is a complex script for word processors: size, weight and font have attributes of their own for it.
_FONT_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
_THEME_SLOTS = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")


def element(name: str, **attributes: object) -> Any:
    """Make an element such as w:shd with attributes of the same namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def set_style_font(style: Any, *, font: str, size: float, bold: bool = False) -> None:
    """Give a style its Bangla font: theme fonts dropped, both sizes, both weights, language bn-BD."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for slot in _THEME_SLOTS:
        fonts.attrib.pop(qn(f"w:{slot}"), None)
    for slot in _FONT_SLOTS:
        fonts.set(qn(f"w:{slot}"), font)
    for name in ("w:b", "w:bCs", "w:color", "w:sz", "w:szCs", "w:lang"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    halves = round(size * 2)
    marks = [element("w:b"), element("w:bCs")] if bold else []
    marks += [element("w:sz", val=halves), element("w:szCs", val=halves)]
    marks.append(element("w:lang", val="en-US", bidi="bn-BD", eastAsia="bn-BD"))
    properties.extend(marks)


def set_run(run: Any, *, bold: bool = False, underline: bool = False, size: float = 0) -> None:
    """Style a run for both kinds of script. The order of the elements is the schema's."""
    run.bold = bold or None
    run.underline = underline or None
    run.font.complex_script = True
    properties = run._r.get_or_add_rPr()
    if bold:
        properties.find(qn("w:b")).addnext(element("w:bCs"))
    if size:
        run.font.size = Pt(size)
        properties.find(qn("w:sz")).addnext(element("w:szCs", val=round(size * 2)))


def add_field(paragraph: Any, instruction: str, shown: str) -> None:
    """Add a field (PAGE, NUMPAGES) with the text shown until it is counted."""
    parts = (
        element("w:fldChar", fldCharType="begin"),
        element("w:instrText"),
        element("w:fldChar", fldCharType="separate"),
        None,
        element("w:fldChar", fldCharType="end"),
    )
    for part in parts:
        run = paragraph.add_run("" if part is not None else shown)
        set_run(run)
        if part is not None:
            if part.tag == qn("w:instrText"):
                part.text = f" {instruction} "
            run._r.append(part)


def repeat_row(row: Any) -> None:
    """Print a table row again at the head of every page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))


def keep_row(row: Any) -> None:
    """Keep a table row on one page."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))


def shade(cell: Any, colour: str = "EBEBEB") -> None:
    """Give a cell a ground."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))


def rule_below(paragraph: Any) -> None:
    """Draw the line between the two dates of a memo."""
    borders = element("w:pBdr")
    borders.append(element("w:bottom", val="single", sz=4, space=1, color="auto"))
    paragraph._p.get_or_add_pPr().append(borders)
