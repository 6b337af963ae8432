"""The PDF: pages, heads, fonts, tags, marks of the standards, the same bytes every time."""

from __future__ import annotations

import io
import threading
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from agragati.papers.renderers.pages import page_count, to_png
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.renderers.typst_data import hold_hyphens
from agragati.papers.rules.blocks import PageBreak, Paragraph, Picture, Pictures, Run, Space
from agragati.papers.rules.paper import OFFICE_COPY, Annex, Distribution, Paper, Recipient
from tests.papers.samples import CHECK, SAMPLES, attendance_sample, letter_sample, minutes_sample, order_sample


def texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 120, 40)).save(out, "JPEG")
    return out.getvalue()


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert to_pdf(minutes_sample()) == to_pdf(minutes_sample())
    assert to_pdf(minutes_sample()) != to_pdf(minutes_sample(turn="অন্য"))


def test_every_thread_gives_the_same_bytes() -> None:
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(to_pdf(letter_sample()))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [to_pdf(letter_sample())] * 3


def test_the_date_in_the_file_is_the_memos_or_the_one_given() -> None:
    for creation, written in ((None, "20240804"), (date(2025, 1, 9), "20250109")):
        with pikepdf.open(io.BytesIO(to_pdf(letter_sample(), creation=creation))) as document:
            assert written in str(document.docinfo["/CreationDate"])


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_is_tagged_marked_and_carries_its_fonts(name: str) -> None:
    with pikepdf.open(io.BytesIO(to_pdf(SAMPLES[name]()))) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in document.Root
        assert str(document.Root.Lang).startswith("bn")
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["dc:title"]
        for page in document.pages:
            assert sorted(round(float(side)) for side in page.MediaBox[2:]) == [595, 842]
            for font in page.Resources.get("/Font", {}).values():
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
                assert "HindSiliguri" in str(font.BaseFont)


def test_heads_of_tables_are_repeated_on_every_page() -> None:
    first, second = texts(to_pdf(attendance_sample()))
    assert all("মোবাইল ও ই-মেইল" in text and "স্বাক্ষর" in text for text in (first, second))
    assert "২০।" in second


def test_pages_are_numbered_in_bangla() -> None:
    pages = texts(to_pdf(minutes_sample(times=3)))
    total = "০১২৩৪৫৬৭৮৯"[len(pages)]
    assert len(pages) > 3
    assert all(f"পৃষ্ঠা {'০১২৩৪৫৬৭৮৯'[at]} / {total}" in text for at, text in enumerate(pages, 1))


def test_a_short_row_is_never_split_and_a_row_longer_than_a_page_is() -> None:
    paper = minutes_sample(times=4)
    for page in texts(to_pdf(paper)):
        text = " ".join(page.split())
        assert text.count("১) হ্যাচারি নিবন্ধন") == text.count("বিশ্লেষণ প্রস্তুত করতে")
    endless = minutes_sample(5, turn="অত্যন্ত দীর্ঘ আলোচনা " * 400)
    assert page_count(to_pdf(endless)) > 3


def test_no_signature_stands_alone_on_a_page() -> None:
    whole = letter_sample()
    for count in range(9, 21):
        copies = Distribution((Recipient("জেলা প্রশাসক, কর্ণপুর"),) * count + (Recipient(OFFICE_COPY),))
        document = pypdfium2.PdfDocument(to_pdf(replace(whole, copies=copies)))
        last = document[len(document) - 1].get_textpage().get_text_range()
        assert OFFICE_COPY in last, count


def test_an_annex_may_lie_across_and_the_rest_stand() -> None:
    annex = Annex("পরিশিষ্ট-খ", (Paragraph("আড়াআড়ি পাতা"),), landscape=True)
    after = Annex("পরিশিষ্ট-গ", (Paragraph("খাড়া পাতা"), PageBreak(), Paragraph("শেষ")), landscape=False)
    pdf = to_pdf(replace(order_sample(), annexes=(annex, after)))
    sizes = [page.get_width() > page.get_height() for page in pypdfium2.PdfDocument(pdf)]
    assert sizes == [False, True, False, False]


def test_pictures_need_words_and_are_embedded() -> None:
    pictures = Pictures((Picture(photo(), "কর্মশালার ছবি", "ছবি ১"), Picture(photo(), "শোকেসিং", "ছবি ২")))
    paper = replace(order_sample(), blocks=(pictures, Space(5), Paragraph((Run("মোটা", bold=True), Run(" সরু")))))
    pdf = to_pdf(paper)
    assert "ছবি ২" in texts(pdf)[0]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        figures = [
            item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]
        assert {"কর্মশালার ছবি", "শোকেসিং"} <= {str(figure.get("/Alt")) for figure in figures}


def test_the_verification_code_and_address_are_printed() -> None:
    (text,) = texts(to_pdf(letter_sample()))
    assert text.count(CHECK.code) >= 3
    assert CHECK.url in text


def test_a_draft_says_so() -> None:
    with_mark, without = to_pdf(order_sample()), to_pdf(replace(order_sample(), watermark=""))
    assert "নমুনা" in "".join(texts(with_mark))
    assert "নমুনা" not in "".join(texts(without))


def test_text_that_looks_like_a_program_is_only_text() -> None:
    tricky = '#panic("x") $a$ *b* _c_ @d <e> \\ ] [ // "'
    assert tricky in " ".join(texts(to_pdf(replace(order_sample(), blocks=(Paragraph(tricky),)))))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ই-গভর্ন্যান্স", "ই-\u2060গভর্ন্যান্স"),
        ("০৪-০৮-২০২৪", "০৪-\u2060০৮-\u2060২০২৪"),
        ("সম্প্রসারণকর্মী-উদ্যোক্তা", "সম্প্রসারণকর্মী-উদ্যোক্তা"),
        ("ক - খ", "ক - খ"),
    ],
)
def test_short_hyphened_words_hold_together(text: str, held: str) -> None:
    assert hold_hyphens(text) == held


def test_pages_as_pictures() -> None:
    pdf = to_pdf(letter_sample())
    with Image.open(io.BytesIO(to_png(pdf, 1, 72))) as picture:
        assert abs(picture.width - 595) <= 1
    with pytest.raises(IndexError):
        to_png(pdf, 2)


def test_an_office_font_that_is_not_there_falls_back_to_the_packaged_one() -> None:
    paper: Paper = replace(letter_sample(), fonts=("Nikosh", "Hind Siliguri"))
    assert "উদ্ভাবনী ধারণা প্রেরণ প্রসঙ্গে।" in texts(to_pdf(paper))[0]
