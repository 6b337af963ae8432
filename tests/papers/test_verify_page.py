"""The public page: what it tells anyone, what it keeps to itself, and how it answers for a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from agragati.papers import actions
from agragati.papers.models import Letter
from agragati.papers.rules.verify_codes import ALPHABET, LENGTH, code_from, read_code, written
from tests.papers.desk import TEXT, Desk, desk  # noqa: F401  (desk is a fixture)


@pytest.fixture
def issued(desk: Desk, settings: Any, tmp_path: Path) -> Letter:
    settings.PAPER_SIGNING_FOLDER = tmp_path
    letter = desk.issued()
    actions.make_copies(by=desk.focal.access, letter_id=letter.pk)
    return letter


@given(st.integers(0, 2**100 - 1))
def test_a_code_comes_back_as_it_was_typed(number: int) -> None:
    code = code_from(number)
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    for typed in (code, written(code), code.lower(), f" {written(code)} ", code.replace("0", "o").replace("1", "l")):
        assert read_code(typed) == code


@given(st.text(max_size=100))
def test_any_text_is_read_without_harm(text: str) -> None:
    assert read_code(text) == "" or len(read_code(text)) == LENGTH


def test_codes_differ_by_one_hundred_random_bits(desk: Desk) -> None:
    codes = {desk.issued().verify_code for _ in range(3)}
    assert len(codes) == 3
    assert {len(code or "") for code in codes} == {20}


def test_anyone_sees_what_the_paper_attests_and_nothing_more(issued: Letter, client: Client) -> None:
    page = client.get(f"/verify/{issued.verify_code}/")
    shown = page.content.decode()
    assert page.status_code == 200
    for told in (issued.memo_no, "জেলা কার্যালয়, রাজশাহী", "সরকারি পত্র", "জেলা কর্মকর্তা", "২ নভেম্বর ২০২৬", "কার্যকর"):
        assert told in shown, told
    for hidden in (TEXT.subject, *TEXT.paragraphs, "উপজেলা কর্মকর্তা (সকল)"):
        assert hidden not in shown


def test_a_wrong_code_finds_nothing(issued: Letter, client: Client) -> None:
    other = "0" * LENGTH
    assert client.get(f"/verify/{other}/").status_code == 404
    assert client.get("/verify/123/").status_code == 404
    assert client.post("/verify/123/", {"digits": "a" * 12}).status_code == 404


def test_the_typed_code_leads_to_the_page(issued: Letter, client: Client) -> None:
    answer = client.post("/verify/", {"code": written(issued.verify_code or "").lower()})
    assert answer.headers["Location"] == f"/verify/{issued.verify_code}/"
    assert "কোড নয়" in client.post("/verify/", {"code": "123"}).content.decode()


def test_the_file_itself_is_recognised_and_a_changed_one_is_not(issued: Letter, client: Client) -> None:
    with issued.copy.pdf.file.open("rb") as file:
        data = file.read()
    address = f"/verify/{issued.verify_code}/"
    for where in (address, "/verify/"):
        good = client.post(where, {"paper": SimpleUploadedFile("letter.pdf", data)}).content.decode()
        assert "হুবহু জারিকৃত ফাইল" in good
    bad = client.post(address, {"paper": SimpleUploadedFile("letter.pdf", data + b" ")}).content.decode()
    assert "জারিকৃত ফাইল নয়" in bad
    assert "হুবহু এ ফাইল নয়" in client.post("/verify/", {"paper": SimpleUploadedFile("a.pdf", b"x")}).content.decode()


@pytest.mark.parametrize(("cut", "said"), [(12, "হুবহু জারিকৃত"), (64, "হুবহু জারিকৃত"), (11, "জারিকৃত ফাইল নয়")])
def test_the_first_twelve_digits_of_the_hash_are_enough(issued: Letter, client: Client, cut: int, said: str) -> None:
    digits = issued.copy.pdf_sha256[:cut].upper()
    assert said in client.post(f"/verify/{issued.verify_code}/", {"digits": digits}).content.decode()


def test_a_cancelled_paper_says_so(issued: Letter, desk: Desk, client: Client) -> None:
    actions.cancel_letter(by=desk.head.access, letter=issued, reason="ভুল প্রাপক")
    shown = client.get(f"/verify/{issued.verify_code}/").content.decode()
    assert "এ পত্র আর কার্যকর নয়" in shown
    assert "ভুল প্রাপক" in shown


def test_a_draft_has_no_public_page(desk: Desk, client: Client) -> None:
    assert desk.draft().verify_code is None
    assert client.get("/verify/None/").status_code == 404
