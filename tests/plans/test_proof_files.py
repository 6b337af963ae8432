"""Files of proof: newer versions, archival copies, and what a virus does to a claim."""

from __future__ import annotations

import io
from datetime import date

import docx
import pikepdf
import pypdfium2
import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image

from agragati.kernel.errors import BadInput, Conflict, Refused
from agragati.org.access import system
from agragati.outbox.models import Message
from agragati.papers.actions import archiving
from agragati.papers.actions.archiving import make_archival_copy
from agragati.papers.renderers.archival import picture_page, pictures_to_pdfa, text_to_pdfa
from agragati.papers.renderers.archival_check import pdfa_claim
from agragati.plans.actions.evidence import NewProof, add_evidence
from agragati.plans.actions.versions import proof_infected, replace_evidence
from agragati.plans.models import Evidence, Plan, PlanDoubt, Reuse
from agragati.plans.selectors.evidence import evidence_state
from agragati.plans.selectors.papers import evidence_bundle
from agragati.plans.selectors.reviews import claim_sheet
from agragati.records.models import Attachment
from tests.people import Cast
from tests.plans.test_evidence import picture
from tests.plans.test_pages import BACKEND
from tests.plans.year import claim, row, running_plan, sent, worked


@pytest.fixture
def running(cast: Cast) -> Plan:
    plan = running_plan(cast)
    worked(cast, plan)
    return plan


def handed(cast: Cast, plan: Plan, code: str = "1.4.1", content: bytes = b"", kind: str = "minutes",
           name: str = "one.jpg") -> Evidence:  # fmt: skip
    proof = NewProof(kind=kind, name=name, content=content or picture(3), day=date(2021, 8, 25))
    return add_evidence(by=cast.upazila_officer.access, indicator=row(plan, code), proof=proof)[0]


def replaced(cast: Cast, piece: Evidence, content: bytes, why: str = "স্বাক্ষর ছিল না") -> Evidence:
    return replace_evidence(by=cast.upazila_officer.access, piece=piece, name="two.jpg", content=content, reason=why)


def test_a_newer_version_keeps_the_old_one_with_who_when_and_why(cast: Cast, running: Plan) -> None:
    piece = handed(cast, running)
    old = piece.attachment
    assert old is not None
    new = replaced(cast, piece, picture(9)).attachment
    assert new is not None
    assert (new.version_of_id, new.version_because, new.sha256 != old.sha256) == (old.pk, "স্বাক্ষর ছিল না", True)
    assert (new.uploaded_by, Evidence.objects.get(pk=piece.pk).version) == (cast.upazila_officer.user, 2)
    with pytest.raises(BadInput, match="why"):
        replaced(cast, piece, picture(4), why=" ")
    with pytest.raises(BadInput, match="very same"):
        replaced(cast, piece, picture(9))
    stale = Evidence.objects.select_related("indicator__plan__office").get(pk=piece.pk)
    stale.attachment = old
    with pytest.raises(Conflict, match=r"two\.jpg"):
        replaced(cast, stale, picture(5))
    with pytest.raises(Refused):
        replace_evidence(by=cast.district_officer.access, piece=piece, name="x.jpg", content=picture(5), reason="x")


def test_every_row_that_shares_the_file_gets_the_newer_one_and_old_pairs_go(cast: Cast, running: Plan) -> None:
    proof = NewProof(kind="report", name="r.jpg", content=picture(3), day=date(2021, 8, 25))
    rows = [row(running, code) for code in ("1.4.1", "1.1.1")]
    both = add_evidence(by=cast.upazila_officer.access, indicator=rows[0], proof=proof, also=rows[1:])
    handed(cast, running, "2.2.1", picture(3, small=True), "photograph", "p.jpg")
    assert Reuse.objects.exists()
    replaced(cast, both[0], picture(11))
    assert {e.attachment_id for e in Evidence.objects.filter(pk__in=[e.pk for e in both])} == {
        Attachment.objects.latest("pk").pk
    }
    assert not Reuse.objects.exists()


def test_the_reviewer_sees_that_the_file_changed_after_the_claim(cast: Cast, running: Plan, client: Client) -> None:
    piece = handed(cast, running)
    found = claim(sent(cast, running), "1.4.1")
    assert not claim_sheet(by=cast.district_officer.access, claim_id=found.pk).changed_since
    replaced(cast, piece, picture(9))
    sheet = claim_sheet(by=cast.district_officer.access, claim_id=found.pk)
    assert sheet.changed_since == [piece]
    assert PlanDoubt.objects.get(plan=running, rule="O4").severity == "medium"
    client.force_login(cast.district_officer.user, backend=BACKEND)
    page = client.get(f"/plans/reviews/{found.pk}/").content.decode()
    assert "দাবির পর ফাইলটি বদলানো হয়েছে" in page
    versions = Attachment.objects.filter(about=f"plan:{running.pk}", name__in=("one.jpg", "two.jpg"))
    for file in versions:
        assert f"/files/{file.pk}/" in page
        assert b"".join(client.get(f"/files/{file.pk}/").streaming_content)
    found.submission.submitted_at = timezone.now()  # sent again after the change: nothing to see any more
    found.submission.save()
    assert not claim_sheet(by=cast.district_officer.access, claim_id=found.pk).changed_since


def test_the_bundle_holds_the_earlier_versions_too(cast: Cast, running: Plan) -> None:
    piece = handed(cast, running)
    before = pypdfium2.PdfDocument(evidence_bundle(by=cast.upazila_officer.access, plan_id=running.pk))
    replaced(cast, piece, picture(9))
    with pikepdf.open(io.BytesIO(evidence_bundle(by=cast.upazila_officer.access, plan_id=running.pk))) as after:
        with after.open_outline() as outline:
            names = [str(entry.title) for entry in outline.root]
        assert len(after.pages) == len(before) + 1
    assert [name for name in names if "আগের সংস্করণ ১" in name] == ["[১.৪.১] one.jpg (আগের সংস্করণ ১)"]
    before.close()


def test_the_page_replaces_and_lists_versions(cast: Cast, running: Plan, client: Client) -> None:
    piece = handed(cast, running)
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    page = client.get(f"/plans/evidence/{piece.pk}/replace/")
    file = io.BytesIO(picture(9))
    file.name = "new.jpg"
    given = {"file": file, "reason": "ভুল ফাইল", "submit_key": page.context["form"]["submit_key"].value()}
    assert client.post(f"/plans/evidence/{piece.pk}/replace/", given).status_code == 302
    shown = client.get(f"/plans/indicators/{piece.indicator_id}/evidence/").content.decode()
    assert "ভুল ফাইল" in shown
    assert "one.jpg" in shown
    assert "new.jpg" in shown


def test_proof_with_a_virus_proves_nothing_and_the_office_above_is_told(cast: Cast, running: Plan,
                                                                        client: Client) -> None:  # fmt: skip
    piece = handed(cast, running)
    assert piece.attachment is not None
    Attachment.objects.filter(pk=piece.attachment_id).update(scan="infected", scan_says="Eicar")
    assert [proof_infected(by=system(), attachment_ids=[piece.attachment_id]) for _ in range(2)] == [1, 1]
    doubt = PlanDoubt.objects.get(plan=running, rule="O3")
    assert (doubt.severity, doubt.values["text"][1]) == ("high", "one.jpg")
    told = Message.objects.filter(channel="in_app", text__contains="one.jpg")
    assert [message.post for message in told] == [cast.district_officer.posting.post]
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    page = client.get(f"/plans/indicators/{piece.indicator_id}/evidence/").content.decode()
    assert f"/files/{piece.attachment_id}/" not in page
    assert "ভাইরাস পাওয়া গেছে" in page
    assert client.get(f"/plans/evidence/{piece.pk}/pages/1/").status_code == 403
    assert evidence_bundle(by=cast.upazila_officer.access, plan_id=running.pk).startswith(b"%PDF")
    kinds = evidence_state(by=cast.upazila_officer.access, indicator=row(running, "1.4.1"))
    assert all(piece.pk not in item.pieces or item.faults for item in kinds.items)


def _word() -> bytes:
    out = io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph("অফিস আদেশ")
    paper.save(out)
    return out.getvalue()


def _plain_pdf() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(out, "PDF")
    return out.getvalue()


def test_pictures_and_text_become_pdfa_that_says_so() -> None:
    day = date(2021, 9, 26)
    turned = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("CMYK", (300, 200)).save(turned, "JPEG", exif=exif)
    for content in (picture(1), turned.getvalue()):
        made = pictures_to_pdfa([picture_page(content)], title="ছবি", day=day)
        assert (pdfa_claim(made).level, pdfa_claim(made).holds) == ("PDF/A-2B", True)
        assert made == pictures_to_pdfa([picture_page(content)], title="ছবি", day=day)
    assert picture_page(picture(1)).content == picture(1)
    page = picture_page(turned.getvalue())
    assert page.width < page.height
    assert pdfa_claim(text_to_pdfa("#ক $খ$ [গ]\n\nশেষ", title="লেখা", day=day)).holds
    plain = pdfa_claim(_plain_pdf())
    assert (plain.level, plain.against) == ("", ("no-output-intent",))


@pytest.mark.parametrize(
    ("name", "content", "state", "way"),
    [
        ("a.jpg", picture(2), "made", "picture"),
        ("a.pdf", _plain_pdf(), "made", "pages"),
        ("own.pdf", text_to_pdfa("ক", title="ক", day=date(2021, 7, 1)), "own", "claimed"),
        ("a.txt", "নোটিশ".encode(), "made", "text"),
        ("a.docx", _word(), "cannot", "no_office"),
    ],
)
def test_every_file_of_proof_gets_its_copy_or_says_why_not(
    cast: Cast, running: Plan, client: Client, monkeypatch, name: str, content: bytes, state: str, way: str
) -> None:
    monkeypatch.setattr(archiving, "program", lambda: None)
    piece = handed(cast, running, content=content, name=name)
    file = Attachment.objects.get(pk=piece.attachment_id)
    assert file.copy_state == "waiting"
    assert [make_archival_copy(by=system(), attachment_id=file.pk) for _ in range(2)] == [state, ""]
    file.refresh_from_db()
    assert (file.copy_way, bool(file.copy_sha256)) == (way, state == "made")
    with file.file.open("rb") as kept:
        assert kept.read() == content
    client.force_login(cast.upazila_officer.user, backend=BACKEND)
    answer = client.get(f"/files/{file.pk}/pdf-a/")
    assert answer.status_code == (200 if state == "made" else 404)
    if state == "made":
        assert pdfa_claim(b"".join(answer.streaming_content)).holds
    assert (
        file.get_copy_state_display()[:5]
        in client.get(f"/plans/indicators/{piece.indicator_id}/evidence/").content.decode()
        or state == "made"
    )


def test_a_broken_or_overlong_pdf_says_that_it_cannot_be_converted(cast: Cast, running: Plan, monkeypatch) -> None:
    monkeypatch.setattr(archiving.archival, "MOST_PAGES", 0)
    piece = handed(cast, running, content=_plain_pdf(), name="a.pdf")
    assert make_archival_copy(by=system(), attachment_id=piece.attachment_id or 0) == "cannot"
    file = Attachment.objects.get(pk=piece.attachment_id)
    assert (file.copy_way, file.copy_sha256) == ("too_long", "")
    lost = handed(cast, running, "2.2.1", content=b"gone", name="g.txt")
    assert lost.attachment is not None
    lost.attachment.file.storage.delete(lost.attachment.file.name)
    assert make_archival_copy(by=system(), attachment_id=lost.attachment_id or 0) == "cannot"
