"""The DOCX: Bangla as a complex script, heads repeated, spans kept, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn

from agragati.papers.renderers.docx import to_docx
from agragati.papers.rules.blocks import Picture, Table, plain
from agragati.papers.rules.paper import OFFICE_COPY, Annex
from tests.papers.samples import (
    SAMPLES,
    attendance_sample,
    letter_sample,
    minutes_sample,
    order_sample,
    progress_sample,
)
from tests.papers.test_pdf import photo


def words_of(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    return "\n".join(text.text or "" for text in document.element.body.iter(qn("w:t")))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_gives_the_same_bytes_twice_and_keeps_its_words(name: str) -> None:
    paper = SAMPLES[name]()
    made = to_docx(paper)
    assert made == to_docx(SAMPLES[name]())
    words = words_of(made)
    assert paper.letterhead.office in words
    for block in paper.blocks:
        if isinstance(block, Table):
            cells = [cell for row in (*block.head, *block.rows) for cell in row.cells]
            assert all(plain(cell.text).split("\n")[0] in words for cell in cells)


def test_bangla_is_set_as_a_complex_script() -> None:
    document = Document(io.BytesIO(to_docx(minutes_sample())))
    for name in ("Normal", "Heading 1", "Heading 2"):
        properties = document.styles[name].element.rPr
        fonts = properties.find(qn("w:rFonts"))
        assert fonts.get(qn("w:cs")) == "Hind Siliguri"
        assert fonts.get(qn("w:cstheme")) is None
        assert properties.find(qn("w:szCs")) is not None
        assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "bn-BD"
    runs = list(document.element.body.iter(qn("w:r")))
    bold = [run for run in runs if run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None]
    assert bold
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:bCs')}") is not None for run in bold)
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:cs')}") is not None for run in runs if run.find(qn("w:t")) is not None)


def test_run_properties_stand_in_the_order_of_the_schema() -> None:
    order = [qn(f"w:{name}") for name in ("rStyle", "rFonts", "b", "bCs", "color", "sz", "szCs", "u", "cs", "lang")]
    document = Document(io.BytesIO(to_docx(order_sample())))
    for properties in document.element.body.iter(qn("w:rPr")):
        places = [order.index(child.tag) for child in properties if child.tag in order]
        assert places == sorted(places)


def test_heads_are_repeated_and_rows_kept_whole() -> None:
    table = Document(io.BytesIO(to_docx(attendance_sample()))).tables[-1]
    first = table.rows[0]._tr.trPr
    assert first.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None


def test_spans_of_the_progress_report_are_kept() -> None:
    document = Document(io.BytesIO(to_docx(progress_sample())))
    table = next(table for table in document.tables if table.style and table.style.name == "Table Grid")
    assert table.cell(4, 1).text == table.cell(7, 1).text
    assert table.cell(0, 7).text == table.cell(0, 9).text == "লক্ষ্যমাত্রা ২০২৪-২০২৫"
    assert document.sections[0].page_width > document.sections[0].page_height


def test_the_page_number_is_a_field() -> None:
    footer = Document(io.BytesIO(to_docx(letter_sample()))).sections[0].footer
    fields = [text.text.strip() for text in footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_columns_are_as_broad_for_every_word_processor() -> None:
    """LibreOffice asks the columns of the grid, Word the cells: both say the same."""
    tables = Document(io.BytesIO(to_docx(minutes_sample()))).tables
    assert len(tables) > 3
    for table in tables:
        whole = next(row for row in table.rows if len({cell._tc for cell in row.cells}) == len(table.columns))
        assert [cell.width for cell in whole.cells] == [column.width for column in table.columns]
    assert sum(column.width.mm for column in tables[0].columns) == pytest.approx(165, abs=0.5)


def test_no_page_is_left_empty_before_an_annex_and_no_signature_stands_alone() -> None:
    document = Document(io.BytesIO(to_docx(minutes_sample())))
    assert "page" not in {brk.get(qn("w:type")) for brk in document.element.body.iter(qn("w:br"))}
    begins = [line.text for line in document.paragraphs if line.paragraph_format.page_break_before]
    assert begins == ["পরিশিষ্ট-ক: সভায় উপস্থিত সদস্যগণের তালিকা"]
    last = next(line for line in document.paragraphs if line.text.endswith(f"{OFFICE_COPY}।"))
    assert last.paragraph_format.keep_with_next


def test_an_annex_across_and_pictures() -> None:
    annex = Annex("পরিশিষ্ট-খ", (Picture(photo(), "কর্মশালার ছবি", "ছবি ১"),), landscape=True)
    data = to_docx(replace(letter_sample(), annexes=(annex,)))
    sections = Document(io.BytesIO(data)).sections
    assert [section.page_width > section.page_height for section in sections] == [False, True]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert any(name.endswith((".jpg", ".jpeg")) for name in archive.namelist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
