"""What is no minutes, or hardly: refused with one sentence, or read with a warning, never a crash, never long."""

from __future__ import annotations

import contextlib
import json
import time
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput
from agragati.meetings.rules.read import read_minutes
from agragati.meetings.rules.shapes import Minutes
from agragati.papers.renderers.extract import extract

DATA = Path(__file__).parent / "data" / "minutes"
TODAY = date(2026, 1, 1)
SAMPLES = [path.read_text() for path in sorted(DATA.iterdir()) if path.suffix != ".json"]


def _read(text: str) -> Minutes:
    return read_minutes(extract(text.encode()), today=TODAY)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"),
        (b"%PDF-1.7 broken", "broken"),
        (b"PK\x03\x04 not a real archive", "not readable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (bytes(range(256)) * 20, "not readable"),
    ],
)
def test_unreadable_files_are_refused_with_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        extract(data)


def test_the_command_ends_with_2_on_an_empty_file(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(CommandError) as refused:
        call_command("read_minutes", str(empty), "--json")
    assert refused.value.returncode == 2


def test_the_command_prints_the_shape_of_the_issue() -> None:
    out = StringIO()
    call_command("read_minutes", str(DATA / "s01_directorate.md"), "--json", stdout=out)
    assert list(json.loads(out.getvalue())) == [
        *("office", "section", "title", "fiscal_year", "chair", "secretary", "date", "time", "place"),
        *("attendance", "attendees", "items", "indicators"),
        *("memo_no", "issue_date", "bangla_date", "signatories", "distribution", "warnings"),
    ]


def test_a_letter_says_that_it_is_no_minutes_and_what_was_found() -> None:
    found = _read((DATA / "s10_letter.txt").read_text())
    assert found.warnings[0].rule == "not_minutes"
    assert found.items == ()


def test_plain_prose_is_no_minutes() -> None:
    assert _read("আজ বৃষ্টি হচ্ছে।\nনদীর পাড়ে গাছ।").warnings[0].rule == "not_minutes"


def test_a_file_with_a_mark_and_windows_lines_reads_the_same() -> None:
    text = (DATA / "s02_upazila_parishad.txt").read_text()
    marked = "\ufeff" + text.replace("\n", "\r\n")
    assert read_minutes(extract(marked.encode()), TODAY) == _read(text)
    assert read_minutes(extract(text.encode("utf-16")), TODAY) == _read(text)


def test_a_table_of_60_columns_is_passed_over_with_a_warning() -> None:
    table = "\n".join(["\t".join([f"ঘর {at}" for at in range(60)])] * 30)
    text = (DATA / "s16_ministry.txt").read_text().replace("০৩। ", f"{table}\n\n০৩। ")
    found = _read(text)
    assert "table_not_read" in {doubt.rule for doubt in found.warnings}
    assert len(found.items) == 1


def test_400_pages_take_seconds_not_minutes() -> None:
    text = (DATA / "s02_upazila_parishad.txt").read_text()
    row = next(line for line in text.split("\n") if line.startswith("৪\t"))
    long = text.replace(row, "\n".join([row] * 3000))
    began = time.perf_counter()
    found = _read("\f".join([long, *["পৃষ্ঠা"] * 400]))
    assert len(found.items) == 3 + 3000
    assert time.perf_counter() - began < 60


def test_a_date_in_2032_is_doubted() -> None:
    text = (DATA / "s09_two.txt").read_text().replace("০৪/০৮/২০২১", "০৪/০৮/২০৩২")
    assert ("far_future", "date") in {(doubt.rule, doubt.where) for doubt in _read(text).warnings}


def test_a_meeting_in_1900_has_no_date_rather_than_a_wrong_one() -> None:
    text = (DATA / "s04_prose_header.txt").read_text().replace("১৪ ডিসেম্বর ২০২২", "০১ জানুয়ারি ১৯০০")
    assert _read(text).header.date is None


def test_two_meetings_are_both_given() -> None:
    found = _read((DATA / "s09_two.txt").read_text())
    assert [one.header.date for one in (found, *found.others)] == [date(2021, 8, 4), date(2021, 9, 6)]


def test_a_docx_with_merged_cells_reads_like_its_text() -> None:
    document = Document()
    for line in ("জেলা তথ্য অফিস, পলাশপুর", "মাসিক সভার কার্যবিবরণী", "সভাপতি: জনাব রাশেদ করিম, জেলা তথ্য অফিসার"):
        document.add_paragraph(line)
    document.add_paragraph("তারিখ: ১১/০১/২০২৩\nসময়: সকাল ১০টা")
    table = document.add_table(rows=3, cols=4)
    cells = [
        ("ক্রম", "আলোচ্য বিষয়", "সিদ্ধান্ত", "বাস্তবায়নকারী"),
        ("১", "প্রচার", "প্রচারপত্র ১৫ দিনের মধ্যে বিতরণ করতে হবে।", "ঘোষক"),
        ("", "", "মাইকিং করতে হবে।", "অপারেটর"),
    ]
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).merge(table.cell(2, 1))
    document.add_paragraph("সভাপতি সকলকে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করেন।")
    packed = BytesIO()
    document.save(packed)
    found = read_minutes(extract(packed.getvalue()), TODAY)
    assert found.header.office == document.paragraphs[0].text
    assert [decision.implementers for decision in found.items[0].decisions] == [("ঘোষক",), ("অপারেটর",)]
    assert found.items[0].decisions[0].due[0].resolved == date(2023, 1, 26)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_text_breaks_the_reader(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(SAMPLES)).split("\n")
    cut = data.draw(st.integers(0, len(lines)))
    junk = data.draw(st.lists(st.text(max_size=40), max_size=4))
    back = data.draw(st.permutations(lines[:12]))
    text = "\n".join([*back, *junk, *lines[cut:]])
    if text.strip():
        with contextlib.suppress(BadInput):
            _read(text).as_json()
