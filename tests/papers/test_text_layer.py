"""What is searched in and copied from a PDF is what was written."""

from __future__ import annotations

import io
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from agragati.papers.renderers.content import read_blocks
from agragati.papers.renderers.content_writing import share_out
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.renderers.text_layer import mend
from agragati.papers.rules.kinds import letter
from tests.papers.samples import HEAD, minutes_sample

WORDS = normalize("NFC", (Path(__file__).parent / "conjuncts.txt").read_text()).split()
SHARED = Path(__file__).parents[2].parent / "shared" / "minutes"


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return normalize("NFC", "\n".join(page.get_textpage().get_text_range() for page in document))


def page_of(words: list[str]) -> bytes:
    paragraphs = [" ".join(words[at : at + 100]) for at in range(0, len(words), 100)]
    return to_pdf(letter(letterhead=HEAD, subject="অনুসন্ধান পরীক্ষা", paragraphs=paragraphs, memo_place="none"))


def lost(words: list[str], found: list[str]) -> list[str]:
    """The words that do not come back in their order."""
    missing, at = [], 0
    for word in words:
        try:
            at = found.index(word, at, at + 40) + 1
        except ValueError:
            missing.append(word)
    return missing


def test_every_word_of_a_page_full_of_conjuncts_comes_back() -> None:
    assert len(WORDS) >= 400
    assert lost(WORDS, text_of(page_of(WORDS)).split()) == []


def test_a_lost_word_would_be_seen() -> None:
    assert lost(["অর্থ", "কার্য"], ["অর্থর্থ", "কার্য"]) == ["অর্থ"]


@pytest.mark.parametrize("word", ["অর্থ", "কর্তৃপক্ষ", "চুক্তি", "ব্রহ্মপুত্র", "কো", "সৌর", "র‍্যাব", "ই-গভর্ন্যান্স", "০৪-০৮-২০২৪"])
def test_a_word_standing_between_others_comes_back_whole(word: str) -> None:
    assert f"পূর্বে {word} {word} পরে" in text_of(page_of(["পূর্বে", word, word, "পরে"]))


def test_the_page_looks_the_same_after_mending(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[bytes] = []
    monkeypatch.setattr("agragati.papers.renderers.pdf.mend", lambda pdf: kept.append(pdf) or pdf)
    page_of(WORDS)
    before, after = (drawn(pdf) for pdf in (kept[0], mend(kept[0])))
    # Marks are put on whole units of the font (a thousandth of the size): single edge pixels may differ.
    assert len(before) == len(after)
    assert sum(abs(a - b) > 90 for a, b in zip(before, after, strict=True)) < len(before) / 10_000
    assert min(before) == 0


def drawn(pdf: bytes) -> bytes:
    page: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil()
    return page.convert("L").tobytes()


def test_no_glyph_stands_for_nothing_and_no_code_set_is_stale() -> None:
    with pikepdf.open(io.BytesIO(page_of(WORDS))) as document:
        for font in document.pages[0].Resources.Font.values():
            descendant = font.DescendantFonts[0]
            codes = len(descendant.CIDToGIDMap.read_bytes()) // 2
            assert codes > 20
            assert "/CIDSet" not in descendant.FontDescriptor
            cmap = font.ToUnicode.read_bytes()
            assert b"<>" not in cmap
            assert b"2060" not in cmap


@pytest.mark.parametrize("name", ["000", "001", "003", "004"])
def test_real_minutes_come_back(name: str) -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared facts folder is absent")
    (path,) = SHARED.glob(f"{name}-*.txt")
    # A slash lets a line break, as in any paper: its parts are words of their own here.
    words = normalize("NFC", path.read_text()).replace("/", " ").replace("-", " ").replace("|", " ").split()
    words = [word for word in words if not set(word) & set("<>[]()*#_")]
    missing = lost(words, text_of(page_of(words)).split())
    assert len(missing) <= len(words) * 0.001, missing


def test_minutes_are_found_by_their_sentences() -> None:
    text = " ".join(text_of(to_pdf(minutes_sample())).split())
    assert "সভাপতি উপস্থিত সকলকে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করেন।" in text
    assert "উপজেলা মৎস্য কর্মকর্তা (সকল), কর্ণপুর – কার্যার্থে; " in text


@given(st.text(alphabet="কখরথ্োৌািীুূয়ড়ং", min_size=1, max_size=7), st.integers(1, 5))
def test_shares_of_a_cluster_read_in_order_are_the_cluster(text: str, count: int) -> None:
    shares, unlike = share_out(text, count)
    assert len(shares) == count
    assert all(shares)
    together = "".join(shares).replace("\u200c", "")
    assert normalize("NFC", together) == normalize("NFC", text)
    assert unlike or "".join(shares) in (text, normalize("NFC", text))


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_between_text_objects_are_kept_or_refused(data: bytes) -> None:
    pieces = read_blocks(data, {})
    assert pieces is None or b"".join(piece for piece in pieces if isinstance(piece, bytes)) == data
