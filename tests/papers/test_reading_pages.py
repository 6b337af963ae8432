"""Handing a paper in, the job, comparing with the picture, what is kept and found, and by whom."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.org.access import system
from agragati.papers.actions import reading as deeds
from agragati.papers.models import PaperReading, ReadPage
from agragati.papers.renderers.extract import tesseract
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.selectors import reading as questions
from agragati.papers.tasks import read_paper_pages
from tests.people import Cast

from .samples import letter_sample, minutes_sample
from .scans import pdf_of, scan_of

pytestmark = pytest.mark.django_db
TEXT = "তারিখ: ১৫/০৯/২০২৪। কর্মপরিকল্পনা বাস্তবায়নের জন্য ৫০,০০০ টাকা বরাদ্দ।"


def _read(cast: Cast, content: bytes, name: str = "paper.txt") -> PaperReading:
    by = cast.upazila_officer.access
    made = deeds.hand_in_paper(by=by, office=cast.upazila, name=name, content=content)
    read_paper_pages(reading_id=made.pk)
    return questions.reading(by=by, reading_id=made.pk)


def _page(cast: Cast, number: int = 1) -> ReadPage:
    return questions.read_page(
        by=cast.upazila_officer.access, reading_id=PaperReading.objects.latest("pk").pk, number=number
    )


@pytest.fixture
def officer(client: Client, cast: Cast) -> Client:
    client.force_login(cast.upazila_officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_a_paper_is_read_by_the_job_and_waits_for_a_person(cast: Cast) -> None:
    found = _read(cast, to_pdf(minutes_sample(5)), "minutes.pdf")
    assert (found.state, found.kind, found.page_count) == ("to_confirm", "pdf", 3)
    assert questions.pages_of(by=cast.upazila_officer.access, reading=found).count() == 3
    assert Deed.objects.filter(name="papers.read_paper").count() == 1
    assert questions.search_pages(by=cast.upazila_officer.access, text="সভাপতি") == []


def test_a_job_stopped_half_way_goes_on_where_it_was(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    by = cast.upazila_officer.access
    made = deeds.hand_in_paper(by=by, office=cast.upazila, name="m.pdf", content=to_pdf(minutes_sample(5)))
    monkeypatch.setattr(deeds, "BATCH_SECONDS", 0.000001)
    steps = 0
    while deeds.read_some_pages(by=system(), reading_id=made.pk):
        steps += 1
        assert ReadPage.objects.filter(reading=made).count() <= 3
        monkeypatch.setattr(deeds, "BATCH_SECONDS", 60)
    assert ReadPage.objects.filter(reading=made).count() == 3
    assert deeds.read_some_pages(by=system(), reading_id=made.pk) is False


def test_a_file_that_cannot_be_opened_fails_with_its_sentence_and_can_be_tried_again(cast: Cast) -> None:
    found = _read(cast, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old.doc")
    assert found.state == "failed"
    assert "Word" in found.problem
    deeds.read_again(by=cast.upazila_officer.access, reading=found)
    assert questions.reading(by=cast.upazila_officer.access, reading_id=found.pk).state == "waiting"


def test_only_confirmed_text_is_kept_and_found(cast: Cast) -> None:
    by = cast.upazila_officer.access
    _read(cast, TEXT.encode())
    page = _page(cast)
    assert (page.text, page.facts, page.keys) == ("", [], [])
    deeds.confirm_page(by=by, page=page, text=TEXT, taken=[])
    assert PaperReading.objects.get().state == "confirmed"
    for words in ("কর্মপরিকল্পনা", "বাস্তবায়ন", "kormoporikolpona", "বরাদ্দ টাকা"):
        assert [hit.page.pk for hit in questions.search_pages(by=by, text=words)] == [page.pk], words
    assert questions.search_pages(by=by, text="মৎস্য") == []
    assert Deed.objects.filter(name="papers.confirm_page", about=f"paper_reading:{page.reading_id}").exists()


def test_a_number_of_a_scan_becomes_a_fact_only_when_ticked(cast: Cast) -> None:
    by = cast.upazila_officer.access
    _read(cast, TEXT.encode())
    ReadPage.objects.update(source="ocr")
    deeds.confirm_page(by=by, page=_page(cast), text=TEXT, taken=["date:১৫/০৯/২০২৪", "number:৯৯"])
    assert [(fact["kind"], fact["resolved"]) for fact in _page(cast).facts] == [("date", "2024-09-15")]


def test_the_database_keeps_nothing_unconfirmed(cast: Cast) -> None:
    _read(cast, TEXT.encode())
    with pytest.raises(IntegrityError, match="nothing_is_kept_unconfirmed"), transaction.atomic():
        ReadPage.objects.update(text=TEXT)


def test_empty_text_is_refused(cast: Cast) -> None:
    _read(cast, TEXT.encode())
    with pytest.raises(BadInput, match="Write the text"):
        deeds.confirm_page(by=cast.upazila_officer.access, page=_page(cast), text=" \n", taken=[])


def test_only_the_own_office_sees_and_confirms(cast: Cast) -> None:
    found = _read(cast, TEXT.encode())
    for person in (cast.district_officer, cast.reviewer, cast.outsider):
        with pytest.raises((NotFound, Refused)):
            questions.reading(by=person.access, reading_id=found.pk)
        with pytest.raises(Refused):
            deeds.confirm_page(by=person.access, page=ReadPage.objects.get(), text=TEXT, taken=[])
        assert questions.search_pages(by=person.access, text="কর্মপরিকল্পনা") == []


def test_the_way_of_a_paper_through_the_pages(officer: Client, cast: Cast) -> None:
    assert officer.get(reverse("papers:readings")).status_code == 200
    assert officer.get(reverse("papers:hand_in")).status_code == 200
    file = SimpleUploadedFile("চিঠি.pdf", to_pdf(letter_sample()), content_type="application/pdf")
    sent = officer.post(reverse("papers:hand_in"), {"file": file, "submit_key": "k1"})
    made = PaperReading.objects.get()
    assert (sent.status_code, sent.headers["Location"]) == (302, reverse("papers:reading", args=[made.pk]))
    assert officer.get(sent.headers["Location"]).headers["Refresh"]
    read_paper_pages(reading_id=made.pk)
    assert "Refresh" not in officer.get(sent.headers["Location"]).headers
    address = reverse("papers:confirm", args=[made.pk, 1])
    assert "আগস্ট" in officer.get(address).content.decode()
    picture = officer.get(reverse("papers:page_picture", args=[made.pk, 1]))
    assert (picture.status_code, picture.content[:4]) == (200, b"\x89PNG")
    done = officer.post(address, {"text": TEXT, "shown": "", "submit_key": "k2"})
    assert done.status_code == 302
    found = officer.get(reverse("papers:readings"), {"q": "বরাদ্দ"}).content.decode()
    assert address in found


def test_a_correction_that_changes_a_date_shows_the_list_again(officer: Client, cast: Cast) -> None:
    found = _read(cast, TEXT.encode())
    ReadPage.objects.update(source="ocr")
    address = reverse("papers:confirm", args=[found.pk, 1])
    shown = "date:১৫/০৯/২০২৪\nnumber:৫০,০০০"
    corrected = TEXT.replace("১৫/০৯", "১৮/০৯")
    first = officer.post(address, {"text": corrected, "shown": shown, "submit_key": "a"})
    assert first.status_code == 422
    assert "১৮ সেপ্টেম্বর ২০২৪" in first.content.decode()
    shown = "date:১৮/০৯/২০২৪\r\nnumber:৫০,০০০"
    second = officer.post(address, {"text": corrected, "shown": shown, "taken": ["date:১৮/০৯/২০২৪"], "submit_key": "b"})
    assert second.status_code == 302
    assert [fact["resolved"] for fact in ReadPage.objects.get().facts] == ["2024-09-18"]


def test_a_reader_without_the_right_cannot_hand_in(cast: Cast) -> None:
    with pytest.raises(Refused):
        deeds.hand_in_paper(by=cast.outsider.access, office=cast.upazila, name="x.txt", content=TEXT.encode())


@pytest.mark.skipif(not tesseract.is_present(), reason="tesseract with Bangla is absent")
def test_a_scan_is_compared_with_its_picture(officer: Client, cast: Cast) -> None:
    found = _read(cast, pdf_of(scan_of(to_pdf(letter_sample()))), "scan.pdf")
    page = ReadPage.objects.get()
    assert (found.state, page.source, bool(page.warnings)) == ("to_confirm", "ocr", True)
    assert all(not one["sure"] for one in page.found)
    shown = officer.get(reverse("papers:confirm", args=[found.pk, 1])).content.decode()
    assert 'name="taken"' in shown
    assert "<mark>" in shown
