"""Files that go out with a letter, the look of an office's papers, offices of a rule, and the preview."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from PIL import Image

from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org.access import system
from agragati.org.actions.groups import add_group, add_group_set, put_in_group
from agragati.papers import actions, selectors
from agragati.papers.models import Letter, LetterAnnex
from agragati.papers.renderers.pages import page_count
from agragati.papers.renderers.pdf import to_pdf
from tests.papers.desk import DAY, Desk, desk, fresh  # noqa: F401  (desk is a fixture)
from tests.papers.test_pages import BACKEND, read, send, sit  # noqa: F401
from tests.papers.test_text_layer import text_of


def picture() -> bytes:
    """A small PNG."""
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "navy").save(out, "PNG")
    return out.getvalue()


def _attached(desk: Desk, letter: Letter, title: str = "স্থাপনার ছবি") -> LetterAnnex:
    return actions.attach_file(by=desk.clerk.access, letter=letter, name="photo.png", content=picture(), title=title)


def test_a_file_goes_out_with_the_letter_and_is_printed_among_the_attachments(desk: Desk) -> None:
    letter = desk.draft()
    annex = _attached(desk, letter)
    actions.forward_letter(by=desk.clerk.access, letter=fresh(letter), to=desk.head.posting.post)
    actions.sign_letter(by=desk.head.access, letter=fresh(letter))
    issued = actions.issue_letter(by=desk.focal.access, letter=fresh(letter), on=DAY)
    assert selectors.paper_of(by=desk.focal.access, letter=issued).attachments == ("ছক", "স্থাপনার ছবি")
    receiver = sit(desk.cast.upazila_officer)
    assert "স্থাপনার ছবি" in receiver.get(f"/papers/{letter.pk}/").content.decode()
    assert read(receiver, f"/papers/{letter.pk}/files/{annex.pk}/") == picture()
    assert sit(desk.cast.outsider).get(f"/papers/{letter.pk}/files/{annex.pk}/").status_code == 404


def test_the_page_of_a_letter_says_whose_certificate_signed_it(desk: Desk, settings: Any, tmp_path: Path) -> None:
    settings.PAPER_SIGNING_FOLDER = tmp_path
    letter = desk.issued()
    copy = actions.make_copies(by=desk.focal.access, letter_id=letter.pk)
    page = sit(desk.clerk).get(f"/papers/{letter.pk}/").content.decode()
    assert copy.signer == desk.head.user.name_bn
    assert copy.is_test
    assert "পরীক্ষামূলক সনদ" in page
    assert "Organizational Unit" not in page


def test_the_list_of_files_closes_with_the_signature_and_in_the_database_with_the_issue(desk: Desk) -> None:
    signed = desk.signed()
    with pytest.raises(Refused):
        _attached(desk, signed)
    letter = desk.draft()
    annex = _attached(desk, letter)
    actions.forward_letter(by=desk.clerk.access, letter=fresh(letter), to=desk.head.posting.post)
    actions.sign_letter(by=desk.head.access, letter=fresh(letter))
    actions.issue_letter(by=desk.focal.access, letter=fresh(letter), on=DAY)
    with pytest.raises(DatabaseError, match="closed"), transaction.atomic():
        LetterAnnex.objects.filter(pk=annex.pk).delete()


def test_a_file_is_attached_and_taken_off_by_pages(desk: Desk) -> None:
    clerk, letter = sit(desk.clerk), desk.draft()
    send(clerk, f"/papers/{letter.pk}/files/add/", {"file": SimpleUploadedFile("ছবি.png", picture())})
    annex = LetterAnnex.objects.get()
    assert (annex.title, fresh(letter).revision) == ("ছবি", letter.revision + 1)
    clerk.post(f"/papers/{letter.pk}/files/{annex.pk}/remove/")
    assert not LetterAnnex.objects.exists()


def test_broken_and_too_many_files_are_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = desk.draft()
    with pytest.raises(BadInput):
        actions.attach_file(by=desk.clerk.access, letter=letter, name="x.exe", content=b"MZ")
    monkeypatch.setattr("agragati.papers.actions.annexes.MOST_ANNEXES", 0)
    with pytest.raises(BadInput, match="files"):
        _attached(desk, letter)


MEASURES = {"size": 13, "left": 30, "right": 20, "top": 18, "bottom": 20}


def test_an_office_lays_out_its_own_papers_and_issued_ones_stay(desk: Desk) -> None:
    issued = desk.issued()
    before = to_pdf(selectors.paper_of(by=desk.focal.access, letter=issued))
    actions.save_layout(by=desk.focal.access, measures=MEASURES, lines="গণপ্রজাতন্ত্রী বাংলাদেশ সরকার\nআমাদের জেলা কার্যালয়",
                        foot="সেবায় আমরা", logo=("mark.png", picture()))  # fmt: skip
    paper = selectors.paper_of(by=desk.clerk.access, letter=desk.draft())
    assert (paper.size, paper.margins.left, paper.foot) == (13, 30, "সেবায় আমরা")
    assert paper.letterhead.logo is not None
    text = text_of(to_pdf(paper))
    assert "আমাদের জেলা কার্যালয়" in text
    assert "সেবায় আমরা" in text
    assert to_pdf(selectors.paper_of(by=desk.focal.access, letter=fresh(issued))) == before
    actions.save_layout(by=desk.focal.access, measures=MEASURES, without_logo=True)
    assert not selectors.has_mark(by=desk.focal.access, office=desk.cast.district)


@pytest.mark.parametrize(
    ("change", "field"),
    [({"measures": {**MEASURES, "size": 40}}, "size"), ({"measures": {**MEASURES, "bottom": 1}}, "bottom"),
     ({"lines": "ক\n" * 9}, "lines"), ({"logo": ("mark.png", b"no picture")}, "logo")],
)  # fmt: skip
def test_a_layout_that_cannot_be_read_is_refused_at_its_field(desk: Desk, change: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        actions.save_layout(by=desk.focal.access, **{"measures": MEASURES, **change})
    assert refused.value.field == field


def test_only_who_may_issue_changes_the_layout_and_sees_it_before(desk: Desk) -> None:
    with pytest.raises(Refused):
        actions.save_layout(by=desk.clerk.access, measures=MEASURES)
    assert sit(desk.clerk).get("/papers/layout/").status_code == 403
    focal = sit(desk.focal)
    shown = focal.post("/papers/layout/", {**MEASURES, "lines": "", "foot": "", "preview": "yes"}).content.decode()
    assert "data:image/png;base64," in shown
    refused = focal.post("/papers/layout/", {**MEASURES, "size": 99, "preview": "yes"}).content.decode()
    assert "data:image/png" not in refused
    assert send(focal, "/papers/layout/", {**MEASURES, "lines": "", "foot": ""}) == "/papers/layout/"


def test_the_preview_shows_what_is_typed_without_javascript_and_keeps_nothing(desk: Desk) -> None:
    clerk = sit(desk.clerk)
    typed = {"subject": "নতুন বিষয়", "paragraphs": "প্রথম কথা।", "preview": "yes", "file": desk.file.pk}
    page = clerk.post("/papers/new/letter/", typed).content.decode()
    assert "data:image/png;base64," in page
    assert "প্রথম কথা।" in page
    assert "<html" in page
    assert not Letter.objects.exists()
    letter = desk.draft()
    again = clerk.post(f"/papers/{letter.pk}/edit/", {**typed, "revision": letter.revision}).content.decode()
    assert "data:image/png;base64," in again
    assert fresh(letter).subject == letter.subject
    alone = clerk.post(f"/papers/{letter.pk}/edit/", typed, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in alone
    assert "<form" not in alone


def test_the_page_of_a_rule_names_the_offices_it_reaches(desk: Desk) -> None:
    letter = desk.draft()
    [rule] = selectors.addresses_of(by=desk.clerk.access, letter=letter)
    page = sit(desk.clerk).get(f"/papers/{letter.pk}/addressees/{rule.pk}/offices/").content.decode()
    assert desk.cast.upazila.name_bn in page
    assert desk.cast.other_upazila.name_bn in page
    other = actions.add_address(by=desk.clerk.access, letter=letter, kind="free", place="copy", label="ঢাকা")
    with pytest.raises(NotFound):
        selectors.group_to_show(by=desk.clerk.access, letter=letter, address_id=other.pk)
    assert page_count(to_pdf(selectors.paper_of(by=desk.clerk.access, letter=letter))) == 1


def test_offices_are_named_by_a_grouping_across_the_tree(desk: Desk) -> None:
    by = system()
    add_group_set(by=by, key="haor", name_bn="হাওর অঞ্চল")
    add_group(by=by, set_key="haor", key="haor-east", name_bn="পূর্ব হাওর")
    put_in_group(by=by, group_key="haor-east", office_id=desk.cast.upazila.pk)
    letter, clerk = desk.draft(), sit(desk.clerk)
    send(
        clerk,
        f"/papers/{letter.pk}/addressees/add/group/",
        {"place": "copy", "label": "হাওর অফিস (সকল)", "group": "haor-east"},
    )
    row = next(one for one in selectors.addresses_of(by=desk.clerk.access, letter=letter) if one.group_id)
    offices = selectors.group_offices(by=desk.clerk.access, address=row, sender=letter.office_id, day=DAY)
    assert [office.pk for office in offices] == [desk.cast.upazila.pk]
