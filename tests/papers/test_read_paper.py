"""`agragati read_paper`: every kind of file, its pages, places, tables, doubts; bad input in one sentence."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from docx import Document
from PIL import Image

from agragati.kernel.bijoy import to_bijoy
from agragati.kernel.errors import BadInput
from agragati.meetings.selectors.opening import read_paper_of_minutes
from agragati.papers.renderers.extract import OpenPaper, office, tesseract
from agragati.papers.renderers.extract.fonts_of_bijoy import is_bijoy_font
from agragati.papers.renderers.extract.plain import read_text
from agragati.papers.renderers.extract.tesseract import words_of_tsv
from agragati.papers.renderers.extract.unwrap import unwrap
from agragati.papers.renderers.extract.whole import read_paper
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.blocks import Paragraph
from agragati.papers.rules.findings import findings, language_of

from .samples import letter_sample, minutes_sample, progress_sample
from .scans import bijoy_pdf, line_error_rate, pdf_of, png, scan_of

needs_tesseract = pytest.mark.skipif(
    not tesseract.is_present(), reason="tesseract with Bangla is absent: install tesseract-ocr and tesseract-ocr-ben"
)
needs_office = pytest.mark.skipif(
    office.program() is None, reason="LibreOffice is absent: install libreoffice-writer-nogui"
)
LINES = ["মাসিক সমন্বয় সভার কার্যবিবরণী", "সভার তারিখ: ২৫ জুলাই ২০২৪ খ্রি.", "ক্ষুদ্র উদ্ভাবন গ্রহণ ও শ্রেষ্ঠ চর্চা"]


def _texts(paper: dict[str, Any]) -> list[str]:
    return [block["text"] for page in paper["pages"] for block in page["blocks"] if block["kind"] == "line"]


def test_a_text_file_keeps_its_tables() -> None:
    paper = read_paper("শিরোনাম ২০২৪\nক্রম\tবিষয়\tমান\n১\tপ্রশিক্ষণ\t৪\n".encode())
    assert (paper["kind"], paper["language"], paper["encoding"]) == ("text", "bn", "utf-8")
    assert [block["kind"] for block in paper["pages"][0]["blocks"]] == ["line", "table"]
    assert paper["pages"][0]["blocks"][1]["rows"] == [["ক্রম", "বিষয়", "মান"], ["১", "প্রশিক্ষণ", "৪"]]
    assert paper["pages"][0]["width"] is None


def test_old_bijoy_text_files_become_unicode() -> None:
    paper = read_paper(to_bijoy("\n".join(LINES)).encode("cp1252"))
    assert _texts(paper) == LINES
    assert (paper["encoding"], paper["pages"][0]["source"]) == ("bijoy", "bijoy")


def test_a_docx_with_bijoy_runs_keeps_its_english() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run(to_bijoy("সভাপতি ")).font.name = "SutonnyMJ"
    paragraph.add_run("Annual Report 2024").font.name = "Times New Roman"
    stream = io.BytesIO()
    document.save(stream)
    paper = read_paper(stream.getvalue())
    assert _texts(paper) == ["সভাপতি Annual Report 2024"]
    assert paper["encoding"] == "bijoy"


def test_a_pdf_of_bijoy_text_is_read_by_its_fonts() -> None:
    paper = read_paper(bijoy_pdf([*LINES, "Ministry of Land"]))
    assert _texts(paper) == [*LINES, "Ministry of Land"]
    assert paper["pages"][0]["source"] == "bijoy"
    assert paper["dates"][0]["resolved"] == "2024-07-25"


def test_a_pdf_of_bijoy_text_without_a_telling_font_is_read_by_its_words() -> None:
    assert _texts(read_paper(bijoy_pdf(LINES, font="F1"))) == LINES


def test_a_typed_pdf_tells_places_and_tables() -> None:
    paper = read_paper(to_pdf(progress_sample()))
    page = paper["pages"][0]
    assert (paper["kind"], page["source"], page["confidence"]) == ("pdf", "text", 1.0)
    tables = [block for block in page["blocks"] if block["kind"] == "table"]
    assert tables
    assert len(tables[0]["rows"][0]) > 8
    left, top, right, bottom = tables[0]["bbox"]
    assert 0 < left < right < page["width"]
    assert 0 < top < bottom < page["height"]
    placed = [block["bbox"] for block in page["blocks"] if block["bbox"]]
    assert len(placed) >= len(page["blocks"]) * 0.8
    assert [box[1] for box in placed] == sorted(box[1] for box in placed)


def test_a_hyphen_at_which_a_line_broke_stays() -> None:
    written = replace(letter_sample(), blocks=(Paragraph("অক্টোবর-ডিসেম্বর ২০২৫ ও " * 40),))
    text = " ".join(_texts(read_paper(to_pdf(written))))
    assert (text.count("অক্টোবর-ডিসেম্বর"), text.count("\x02")) == (40, 0)


def test_one_bad_page_does_not_lose_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    from agragati.papers.renderers.extract import pdf as reader

    whole = reader._read

    def breaks_on_two(page: object, number: int, *, told: bool) -> object:
        if number == 2:
            raise ValueError(number)
        return whole(page, number, told=told)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "_read", breaks_on_two)
    paper = read_paper(to_pdf(minutes_sample(times=3)))
    assert [page["source"] for page in paper["pages"]][:3] == ["text", "none", "text"]
    assert paper["warnings"] == [{"page": 2, "message": reader.BAD_PAGE}]


def test_hundreds_of_pages_are_read_one_at_a_time() -> None:
    import pikepdf

    book = pikepdf.new()
    with pikepdf.open(io.BytesIO(bijoy_pdf(["Page of a long book"]))) as one:
        for _ in range(320):
            book.pages.append(one.pages[0])
    stream = io.BytesIO()
    book.save(stream)
    with OpenPaper(stream.getvalue()) as paper:
        assert paper.page_count == 320
        assert sum(page.text == "Page of a long book" for page in paper.pages()) == 320


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 broken", "broken"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "damaged|scan"),
        (b"PK\x03\x04 torn", "not readable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Word"),
    ],
)
def test_bad_files_are_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says) as refusal:
        read_paper(data)
    assert "\n" not in str(refusal.value)


def test_the_command_prints_json_and_exits_2_on_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, empty = tmp_path / "paper.txt", tmp_path / "empty.txt"
    good.write_text("স্মারক নম্বর: ৩৩.০২.৯৯০০.০১১.০৬.০০৭.২৪.১৩৮ তারিখ: ০৪ আগস্ট ২০২৪ খ্রি.")
    empty.touch()
    call_command("read_paper", str(good), "--json")
    paper = json.loads(capsys.readouterr().out)
    assert [one["resolved"] for one in paper["dates"]] == ["2024-08-04"]
    assert [one["resolved"] for one in paper["memo_numbers"]] == ["৩৩.০২.৯৯০০.০১১.০৬.০০৭.২৪.১৩৮"]
    for bad in (empty, tmp_path / "nothing"):
        with pytest.raises(SystemExit) as end:
            call_command("read_paper", str(bad), "--json")
        assert end.value.code == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_without_tesseract_a_scan_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "is_present", lambda: False)
    page = Image.new("L", (1240, 1754), 255)
    for data in (png(page, 150), pdf_of(page)):
        with pytest.raises(BadInput, match="tesseract-ocr-ben"):
            read_paper(data)


def test_without_libreoffice_a_doc_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(BadInput, match="libreoffice-writer-nogui"):
        read_paper(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)


@needs_office
def test_an_old_word_file_is_read(tmp_path: Path) -> None:
    import subprocess

    document = Document()
    document.add_paragraph(LINES[0])
    document.save(str(tmp_path / "paper.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(office.program()), profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path),
               str(tmp_path / "paper.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=90)
    paper = read_paper((tmp_path / "paper.doc").read_bytes())
    assert (paper["kind"], _texts(paper)) == ("doc", [LINES[0]])


@needs_tesseract
def test_a_scan_is_read_with_places_tables_and_doubts() -> None:
    paper = read_paper(pdf_of(scan_of(to_pdf(minutes_sample(5)))))
    page = paper["pages"][0]
    assert (page["source"], paper["encoding"], paper["language"]) == ("ocr", "picture", "bn")
    assert 0.5 < page["confidence"] < 1
    assert page["angle"] == pytest.approx(-0.8, abs=0.2)
    [table] = [block for block in page["blocks"] if block["kind"] == "table"]
    assert len(table["rows"][0]) == 5
    assert "হ্যাচারি" in table["rows"][1][2]
    assert all(one["needs_confirmation"] for one in [*paper["dates"], *paper["numbers"], *paper["memo_numbers"]])
    assert any(one["resolved"] == "2024-07-25" for one in paper["dates"])
    assert any("compare" in said["message"] for said in paper["warnings"])


@needs_tesseract
def test_a_crooked_scan_has_few_wrong_letters() -> None:
    pdf = to_pdf(letter_sample())
    with OpenPaper(pdf) as typed, OpenPaper(png(scan_of(pdf, angle=1.5))) as scan:
        true, read = typed.read_page(1), scan.read_page(1)
    assert line_error_rate(read.text, true.text) < 0.10


@needs_tesseract
def test_minutes_are_read_from_a_scan_with_a_warning(tmp_path: Path) -> None:
    scan = png(scan_of(to_pdf(minutes_sample(5))))
    _, read = read_paper_of_minutes(scan)
    assert read.header.date is not None
    assert read.warnings[0].rule == "scan"
    assert len(read.items) >= 2


def test_numbers_read_off_a_picture_always_wait_for_a_person() -> None:
    typed = findings("তারিখ: ১৫/০৯/২০২৪, বরাদ্দ ৫০,০০০ টাকা")
    scanned = findings("তারিখ: ১৫/০৯/২০২৪, বরাদ্দ ৫০,০০০ টাকা", from_picture=True)
    assert [(one.kind, one.resolved, one.needs_confirmation) for one in typed] == [
        ("date", "2024-09-15", False),
        ("number", "50000", False),
    ]
    assert all(one.needs_confirmation for one in scanned)


@pytest.mark.parametrize(
    ("name", "bijoy"),
    [("SutonnyMJ", True), ("ABCDEF+SutonnyMJ-Bold", True), ("SutonnyOMJ", False), ("Nikosh", False),
     ("ChandrabatiMJ", True), ("", False)],
)  # fmt: skip
def test_bijoy_fonts_are_known_by_name(name: str, bijoy: bool) -> None:
    assert is_bijoy_font(name) is bijoy


@pytest.mark.parametrize(("text", "language"), [("সভা", "bn"), ("Meeting", "en"), ("সভা Meeting", "mixed"), ("১২", "")])
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_rows_of_tesseract_that_are_no_words_are_left_out() -> None:
    good = "5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t91.5\tসভা"
    bad = ["level\tpage", "4\t1\t1\t1\t1\t0\t1\t1\t1\t1\t-1\t", good.replace("10\t", "x\t"), "\0"]
    [word] = words_of_tsv("\n".join([*bad, good]))
    assert (word.text, word.left, word.right, word.confidence) == ("সভা", 10, 40, 0.915)


@pytest.mark.parametrize(
    ("lines", "told", "joined"),
    [
        (["সহকারী ", "পরিচালক", "হিসাবরক্ষক"], True, ["সহকারী পরিচালক", "হিসাবরক্ষক"]),
        (["সহকারী", "পরিচালক", "হিসাবরক্ষক"], False, ["সহকারী", "পরিচালক", "হিসাবরক্ষক"]),
        (["সেবার সহজিকরণ/", "ডিজিটাইজেশন ", "চলবে"], True, ["সেবার সহজিকরণ/ডিজিটাইজেশন চলবে"]),
        (["ক/", "সেবার সহজিকরণ চলবে"], True, ["ক/", "সেবার সহজিকরণ চলবে"]),
    ],
)
def test_a_file_that_tells_its_breaks_is_believed(lines: list[str], told: bool, joined: list[str]) -> None:
    assert unwrap(lines, 20, told=told) == joined


def test_tabs_that_push_a_text_aside_draw_no_table() -> None:
    pushed = read_text("\t\t\t\tমোঃ করিম\n\t\t\t\tপরিচালক\n\nক্রম\tবিষয়\tসিদ্ধান্ত\n১\t\tকরতে হবে।\n২\t\tদিতে হবে।")
    assert [(block.kind, block.text) for block in pushed[:2]] == [("line", "মোঃ করিম"), ("line", "পরিচালক")]
    assert [list(row)[::2] for row in pushed[2].rows] == [["ক্রম", "সিদ্ধান্ত"], ["১", "করতে হবে।"], ["২", "দিতে হবে।"]]
    assert [block.kind for block in read_text("|  |  | মোঃ করিম |")] == ["table"]
