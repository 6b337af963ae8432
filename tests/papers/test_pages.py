"""Pages of letters and files: the whole way from a template to the answer, refusals, and what pages cost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agragati.org.access import system
from agragati.papers import actions
from agragati.papers.forms import as_typed, sheets_as_typed, sheets_of, text_of
from agragati.papers.models import FileRecord, Letter, LetterRecipient, LetterTemplate
from agragati.papers.rules.letter_text import LetterText, Sheet
from tests.papers.desk import TEXT, Desk, desk, fresh  # noqa: F401  (desk is a fixture)
from tests.people import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def _keys(settings: Any, tmp_path: Path) -> None:
    settings.PAPER_SIGNING_FOLDER = tmp_path


def sit(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(person.user, backend=BACKEND)
    return client


def send(client: Client, address: str, values: dict[str, object] | None = None) -> str:
    """Open a form page, send it filled in, and give where it led."""
    page = client.get(address)
    assert page.status_code == 200, address
    key = page.context["form"]["submit_key"].value()
    answer = client.post(address, {**(values or {}), "submit_key": key})
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer.headers["Location"]


def read(client: Client, address: str) -> bytes:
    """The whole of a file that is sent in pieces (the client closes it after the last one)."""
    return b"".join(client.get(address).streaming_content)


def test_a_letter_from_template_to_answer(desk: Desk) -> None:
    clerk, head, focal = sit(desk.clerk), sit(desk.head), sit(desk.focal)
    assert "উদ্ভাবনী ধারণা আহ্বান" in clerk.get("/papers/start/").content.decode()
    filled = {"ask_0": "স্মারক", "ask_1": "৩০/১১/২০২৬", "file": desk.file.pk, "reply_by": "৩০/১১/২০২৬"}
    where = send(clerk, "/papers/from/call_for_ideas/", filled)
    letter = Letter.objects.get()
    assert where == f"/papers/{letter.pk}/addressees/"
    rule = {"label": "উপজেলা কর্মকর্তা (সকল)", "office_kind": "upazila", "below": desk.cast.district.pk}
    send(clerk, f"/papers/{letter.pk}/addressees/add/group/", {"place": "to", **rule})
    base = f"/papers/{letter.pk}"
    send(clerk, f"{base}/forward/", {"to": desk.head.posting.post_id})
    assert letter.subject in head.get("/papers/box/waiting/").content.decode()
    send(head, f"{base}/sign/")
    send(focal, f"{base}/issue/")
    issued = fresh(letter)
    assert issued.memo_no
    page = focal.get(f"{base}/").content.decode()
    assert issued.memo_no in page
    assert read(focal, f"{base}/pdf/").startswith(b"%PDF")
    assert focal.get(f"{base}/page/1/").content.startswith(b"\x89PNG")
    _answer(desk, issued, focal)


def _answer(desk: Desk, issued: Letter, sender: Client) -> None:
    upazila = sit(desk.cast.upazila_officer)
    copy = LetterRecipient.objects.get(letter=issued, office=desk.cast.upazila)
    assert issued.subject in upazila.get("/papers/box/received/").content.decode()
    assert upazila.post(f"/papers/copies/{copy.pk}/receive/").headers["Location"] == f"/papers/{issued.pk}/"
    assert read(upazila, f"/papers/{issued.pk}/pdf/").startswith(b"%PDF")
    assert upazila.get(f"/papers/{issued.pk}/recipients/").status_code == 403
    send(upazila, f"/papers/copies/{copy.pk}/answer/", {"text": "প্রেরণ করা হলো"})
    assert "প্রেরণ করা হলো" in sender.get(f"/papers/{issued.pk}/recipients/").content.decode()


def test_the_preview_keeps_nothing_and_shows_the_page(desk: Desk) -> None:
    letter, clerk = desk.draft(), sit(desk.clerk)
    address = f"/papers/{letter.pk}/edit/"
    typed = {**as_typed(TEXT), "subject": "অন্য বিষয়", "preview": "yes", "revision": letter.revision}
    whole = clerk.post(address, typed)
    assert "data:image/png;base64," in whole.content.decode()
    assert "অন্য বিষয়" in whole.content.decode()
    part = clerk.post(address, typed, headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith("<section")
    assert "data:image/png" in part
    wrong = clerk.post(address, {**typed, "subject": ""}, headers={"HX-Request": "true"}).content.decode()
    assert "পত্রের বিষয় লিখুন" in wrong
    assert fresh(letter).subject == TEXT.subject


def test_an_edit_is_kept_and_a_stale_one_keeps_what_was_typed(desk: Desk) -> None:
    letter, clerk = desk.draft(), sit(desk.clerk)
    address = f"/papers/{letter.pk}/edit/"
    typed = {**as_typed(TEXT), "subject": "নতুন বিষয়", "file": desk.file.pk, "revision": letter.revision}
    key = clerk.get(address).context["form"]["submit_key"].value()
    assert clerk.post(address, {**typed, "submit_key": key}).status_code == 302
    assert fresh(letter).subject == "নতুন বিষয়"
    stale = clerk.post(address, {**typed, "subject": "আরেকটি", "submit_key": "other"})
    assert stale.status_code == 422
    assert "আরেকটি" in stale.content.decode()
    assert fresh(letter).subject == "নতুন বিষয়"


def test_steps_that_are_not_open_are_refused(desk: Desk) -> None:
    letter, issued = desk.draft(), desk.issued()
    clerk, focal = sit(desk.clerk), sit(desk.focal)
    for client, address in (
        (focal, f"/papers/{letter.pk}/edit/"), (focal, f"/papers/{letter.pk}/forward/"),
        (clerk, f"/papers/{letter.pk}/issue/"), (clerk, f"/papers/{issued.pk}/edit/"),
        (clerk, f"/papers/{issued.pk}/cancel/"), (clerk, "/papers/files/open/"),
    ):  # fmt: skip
        assert client.get(address).status_code == 403, address
    assert clerk.get("/papers/new/nonsense/").status_code == 404
    assert clerk.get(f"/papers/{letter.pk}/addressees/add/nonsense/").status_code == 404
    assert clerk.get(f"/papers/{letter.pk}/page/99/").status_code == 404


def test_another_ministry_finds_nothing(desk: Desk) -> None:
    issued, client = desk.issued(), sit(desk.cast.outsider)
    copy = LetterRecipient.objects.filter(letter=issued).first()
    assert copy
    for address in (f"/papers/{issued.pk}/", f"/papers/{issued.pk}/pdf/", f"/papers/{issued.pk}/recipients/",
                    f"/papers/files/{desk.file.pk}/", f"/papers/copies/{copy.pk}/answer/"):  # fmt: skip
        assert client.get(address).status_code == 404, address
    assert Client().get(f"/papers/{issued.pk}/").status_code == 302


def test_files_are_opened_rolled_over_and_their_register_read(desk: Desk) -> None:
    focal = sit(desk.focal)
    where = send(focal, "/papers/files/open/", {"title": "নতুন নথি", "subject_code": "১৬", "form": "22",
                                                "file_class": "ka"})  # fmt: skip
    made = FileRecord.objects.get(title="নতুন নথি")
    assert where == f"/papers/files/{made.pk}/"
    assert made.number.startswith("০৫.৪৩.৮১০০.০০০.০০০.১৬.০০০১.")
    send(focal, f"{where}reserve/", {"purpose": "কাগজে লেখা পত্র"})
    number = made.numbers.get()
    send(focal, f"/papers/numbers/{number.pk}/cancel/", {"reason": "লাগেনি"})
    page = focal.get(where).content.decode()
    assert "লাগেনি" in page
    assert "বাতিল" in page
    send(focal, f"{where}close/")
    assert made.number not in focal.get("/papers/files/").content.decode()
    assert made.number in focal.get("/papers/files/?closed=on").content.decode()


def test_an_own_template_is_written_changed_and_removed(desk: Desk) -> None:
    clerk = sit(desk.clerk)
    typed = {"name": "আমাদের নমুনা", "kind": "letter", "subject": "{অর্থবছর}", "paragraphs": "{দপ্তর}"}
    send(clerk, "/papers/templates/add/", typed)
    row = LetterTemplate.objects.get()
    wrong = clerk.post(f"/papers/templates/own-{row.pk}/", {**typed, "paragraphs": "{অজানা}", "submit_key": "x"})
    assert wrong.status_code == 422
    assert "অজানা" in wrong.content.decode()
    assert clerk.post(f"/papers/templates/own-{row.pk}/remove/").status_code == 302
    assert not LetterTemplate.objects.exists()


def test_a_list_costs_the_same_for_one_letter_and_for_many(desk: Desk) -> None:
    focal = sit(desk.focal)
    costs = []
    for count in (1, 6):
        for _ in range(count):
            desk.issued()
            desk.draft(by=desk.focal)
        for address in (
            "/papers/box/issued/",
            "/papers/box/drafts/",
            "/papers/files/",
            f"/papers/files/{desk.file.pk}/",
        ):
            with CaptureQueriesContext(connection) as asked:
                assert focal.get(address).status_code == 200
            costs.append((address, len(asked)))
    half = len(costs) // 2
    assert [cost for _, cost in costs[half:]] == [cost for _, cost in costs[:half]]
    assert max(cost for _, cost in costs) < 30


def test_tables_are_read_from_lines_and_written_back() -> None:
    sheets = (Sheet("শিরোনাম", ("ক্রম", "নাম"), (("১", ""), ("২", "খ"))), Sheet("দ্বিতীয়", ("ক",), ()))
    assert sheets_of(sheets_as_typed(sheets)) == sheets
    assert text_of(as_typed(LetterText(subject="ক", paragraphs=("এক", "দুই\nতিন")))).paragraphs == ("এক", "দুই\nতিন")


def test_the_demo_writes_nothing_without_its_offices(db: None) -> None:
    assert actions.load_demo_letters(by=system()) == 0
