"""Electronic signatures: intact, of the authority, visible, and broken by any change."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from agragati.papers import actions
from agragati.papers.models import LetterCopy
from agragati.papers.renderers.pages import to_png
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.renderers.signing import NoSigner, SignedBy, TestAuthority, TestSigner, signature_report
from agragati.papers.renderers.signing.visible import find_spot
from agragati.papers.rules.kinds import letter
from agragati.papers.rules.paper import Paper
from tests.papers import samples
from tests.papers.desk import Desk, desk  # noqa: F401  (desk is a fixture)

WHO = SignedBy("7", samples.ISSUER.name, samples.ISSUER.designation, samples.HEAD.office,
               at=datetime(2024, 8, 4, 5, 0, tzinfo=UTC))  # fmt: skip


def _paper() -> Paper:
    return letter(letterhead=samples.HEAD, subject="পরীক্ষা", paragraphs=samples.TEXTS, memo_no=samples.MEMO,
                  day=samples.DAY, issuer=samples.ISSUER)  # fmt: skip


def test_a_signature_is_added_behind_the_paper(tmp_path: Path) -> None:
    pdf, signer = to_pdf(_paper()), TestSigner(tmp_path)
    signed, subject = signer.sign(pdf, WHO)
    assert signed.startswith(pdf)
    assert "TEST ONLY" in subject
    report = signature_report(signed, signer.authority.root())
    assert report
    assert (report.intact, report.trusted, report.whole) == (True, True, True)
    changed = bytearray(signed)
    changed[signed.index(b"stream", 5000) + 200] ^= 1
    broken = signature_report(bytes(changed), signer.authority.root())
    assert broken
    assert not broken.intact


def test_another_authority_does_not_vouch(tmp_path: Path) -> None:
    signed, _ = TestSigner(tmp_path / "one").sign(to_pdf(_paper()), WHO)
    report = signature_report(signed, TestAuthority(tmp_path / "two").root())
    assert report
    assert (report.intact, report.trusted) == (True, False)


def test_tags_marks_and_attributes_of_the_paper_stay(tmp_path: Path) -> None:
    signed, _ = TestSigner(tmp_path).sign(to_pdf(_paper()), WHO)
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed)
    with pikepdf.open(path) as document:
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root
        metadata = document.Root.Metadata.read_bytes().decode()
        assert "pdfaid" in metadata
        assert "pdfuaid" in metadata
        field = document.Root.AcroForm.Fields[0]
        assert samples.ISSUER.name in str(field.TU)


def test_the_mark_is_drawn_above_the_name(tmp_path: Path) -> None:
    pdf = to_pdf(_paper())
    signed, _ = TestSigner(tmp_path).sign(pdf, WHO)
    assert to_png(signed) != to_png(pdf)
    spot = find_spot(pdf, samples.ISSUER.name)
    assert spot.page == 0
    assert spot.box[3] - spot.box[1] == pytest.approx(37, abs=1)
    assert find_spot(pdf, "কেউ নয়").box[1] < 60


def test_keys_are_for_the_owner_alone_and_made_once(tmp_path: Path) -> None:
    authority = TestAuthority(tmp_path / "keys")
    assert authority.of(WHO) == authority.of(WHO)
    assert authority.root() == TestAuthority(tmp_path / "keys").root()
    assert {path.stat().st_mode & 0o077 for path in (tmp_path / "keys").iterdir()} == {0}


def test_no_signer_leaves_the_paper_as_it_is() -> None:
    assert NoSigner().sign(b"pdf", WHO) == (b"pdf", "")


def test_an_issued_letter_gets_its_files_once(desk: Desk, settings: Any, tmp_path: Path) -> None:
    settings.PAPER_SIGNING_FOLDER = tmp_path
    issued = desk.issued()
    copy = actions.make_copies(by=desk.focal.access, letter_id=issued.pk)
    assert actions.make_copies(by=desk.focal.access, letter_id=issued.pk) == copy
    assert LetterCopy.objects.count() == 1
    with copy.pdf.file.open("rb") as file:
        report = signature_report(file.read(), TestAuthority(tmp_path).root())
    assert report
    assert report.intact
    assert desk.head.user.name_bn in copy.signature
    assert copy.docx.name.endswith(".docx")


def test_a_thread_with_an_event_loop_may_sign_too(tmp_path: Path) -> None:
    async def in_a_loop() -> bytes:
        return TestSigner(tmp_path).sign(to_pdf(_paper()), WHO)[0]

    with ThreadPoolExecutor(1) as own_thread:  # the browser tests leave a loop in this one
        signed = own_thread.submit(lambda: asyncio.run(in_a_loop())).result()
    report = signature_report(signed, TestAuthority(tmp_path).root())
    assert report is not None
    assert report.intact
    assert report.trusted
