"""Any bytes at all: a paper that is read, or one sentence; never a crash, never longer than a second.

The short run belongs to every test run; the long one (marker "nightly") searches a minute for each reader.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from docx import Document
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput
from agragati.papers.renderers.extract import office, tesseract
from agragati.papers.renderers.extract.tesseract import words_of_tsv
from agragati.papers.renderers.extract.whole import read_paper
from agragati.papers.rules.findings import findings
from agragati.papers.rules.mail import read_mail
from agragati.papers.rules.page_keys import asked_keys, keys_of

from .scans import bijoy_pdf

LONGEST = 1.0  # seconds of processor time for one small input
NIGHTLY = 60.0  # seconds for each reader


def _docx() -> bytes:
    stream = io.BytesIO()
    document = Document()
    document.add_paragraph("সভাপতি ১২/০৩/২০২৪")
    document.add_table(2, 2).cell(0, 0).text = "ক"
    document.save(stream)
    return stream.getvalue()


PDF, DOCX = bijoy_pdf(["সভাপতি মহোদয় ১২/০৩/২০২৪"]), _docx()
PICTURES = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    b"\xff\xd8\xff\xe0\x00",
    b"GIF89a\x00",
    b"II*\x00",
    b"BM\x00",
    b"RIFF\x00WEBP",
)
_SIGNS = st.text(st.sampled_from("০১২৩৪৫৬৭৮৯0123456789/.-,:ঃ।()[]%|\t\n ্‌‍়মাসতারিখবঙ্গাব্দখ্রিপ্রতিmgšq¶"), max_size=300)


@st.composite
def torn(draw: st.DrawFn, whole: bytes) -> bytes:
    """A good file with a piece cut out, and some bytes changed."""
    data = bytearray(whole)
    begin = draw(st.integers(0, len(data)))
    del data[begin : begin + draw(st.integers(0, 200))]
    for _ in range(draw(st.integers(0, 12))):
        if data:
            data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data)


def _paper(data: bytes) -> None:
    try:
        read_paper(data)
    except BadInput as refusal:
        if "\n" in str(refusal):
            raise AssertionError(str(refusal)) from refusal


def _mail(data: bytes) -> None:
    with suppress(BadInput):
        read_mail(data)


MAIL = (
    "From: =?UTF-8?B?4Kaq?= <a@b>\nSubject: পত্র\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    "Content-Type: application/pdf; name*0*=utf-8''%E0%A6%AA; name*1=.pdf\nContent-Transfer-Encoding: base64\n\n"
    "JVBERi0x\n--b\nContent-Type: text/html; charset=x\n\n<p>ক<td>&amp;<!-- \n--b--\n"
).encode()
FILES: dict[str, tuple[st.SearchStrategy[bytes], Callable[[bytes], None]]] = {
    "bytes": (st.binary(max_size=2000), _paper),
    "pdf": (torn(PDF), _paper),
    "docx": (torn(DOCX), _paper),
    "mail": (torn(MAIL), _mail),
    "picture": (st.builds(lambda head, rest: head + rest, st.sampled_from(PICTURES), st.binary(max_size=600)), _paper),
    "text": (_SIGNS.map(str.encode), _paper),
    "bijoy": (st.text(st.characters(max_codepoint=255), max_size=300).map(lambda t: t.encode("latin-1")), _paper),
}
TEXTS: dict[str, Callable[[str], object]] = {
    "findings": lambda text: findings(text, from_picture=True),
    "keys": keys_of,
    "question": asked_keys,
    "tesseract": words_of_tsv,
}


@pytest.fixture(autouse=True)
def _no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own readers are tried, not tesseract and LibreOffice, which have their own time limits."""
    monkeypatch.setattr(tesseract, "words_of", lambda *_, **__: [])
    monkeypatch.setattr("agragati.papers.renderers.extract.scan.words_of", lambda *_, **__: [])
    monkeypatch.setattr(tesseract, "is_present", lambda: True)
    monkeypatch.setattr(office, "program", lambda: None)


def _in_time(try_one: Callable[[], object]) -> None:
    before = time.process_time()
    try_one()
    assert time.process_time() - before < LONGEST


def _search(kind: str, examples: int, seconds: float) -> None:
    """Try many inputs of a kind; with `seconds`, go on until the time is up."""
    until = time.monotonic() + seconds
    values: st.SearchStrategy[object] = FILES[kind][0] if kind in FILES else st.one_of(_SIGNS, st.text(max_size=300))
    run: Callable[[object], object] = FILES[kind][1] if kind in FILES else TEXTS[kind]  # type: ignore[assignment]

    @settings(max_examples=examples, deadline=timedelta(seconds=20), database=None,
              phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(values)
    def tried(value: object) -> None:
        _in_time(lambda: run(value))

    tried()
    while time.monotonic() < until:
        tried()


@pytest.mark.parametrize("kind", [*FILES, *TEXTS])
def test_any_input_is_read_or_refused(kind: str) -> None:
    _search(kind, 25, 0)


@pytest.mark.nightly
@pytest.mark.parametrize("kind", [*FILES, *TEXTS])
def test_any_input_for_a_minute(kind: str) -> None:
    _search(kind, 500, NIGHTLY)


def test_the_search_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(text: str) -> None:
        if "১" in text:
            raise ZeroDivisionError

    monkeypatch.setitem(TEXTS, "findings", breaks)
    with pytest.raises(ZeroDivisionError):
        _search("findings", 300, 0)
