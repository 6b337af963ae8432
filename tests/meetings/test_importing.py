"""Existing minutes: read, confirmed, made live; printed again and read again they say the same."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import Cast

from agragati.kernel.errors import BadInput
from agragati.meetings import actions, forms, selectors
from agragati.meetings.models import Decision, DecisionDuty, ImportDraft, Meeting
from agragati.meetings.rules.read import read_minutes
from agragati.papers.renderers.docx import to_docx
from agragati.papers.renderers.extract import extract
from agragati.papers.renderers.pdf import to_pdf

ONE = """গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
জেলা কার্যালয়, রাজশাহী
বিষয়: ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২৩-২৪ বাস্তবায়ন সংক্রান্ত সভার কার্যবিবরণী।
সভাপতি : আবদুল করিম, জেলা কর্মকর্তা
সভার তারিখ : ২৭ জুলাই ২০২৩
সভার সময় : সকাল ১১.০০ ঘটিকা
স্থান : সম্মেলন কক্ষ
উপস্থিতি : পরিশিষ্ট-ক
১। সভাপতি উপস্থিত সকলকে স্বাগত জানিয়ে সভার কাজ শুরু করেন।
২। বিস্তারিত আলোচনা শেষে নিম্নরূপ সিদ্ধান্ত গৃহীত হয়:
ক্র. নং\tআলোচ্যসূচি\tআলোচনা\tসিদ্ধান্ত\tবাস্তবায়নকারী
১।\t[১.১.১] উদ্ভাবনী ধারণা\tধারণা সংগ্রহ নিয়ে আলোচনা হয়।\t১৫ দিনের মধ্যে ধারণা চেয়ে পত্র দিতে হবে।\tজেলা কর্মকর্তা
২।\t[৫.১.১] তথ্য বাতায়ন\tহালনাগাদ নিয়ে আলোচনা হয়।\tবাতায়ন হালনাগাদ করতে হবে।\tসকল উপজেলা কার্যালয়
৩। সভায় আর কোনো আলোচ্য বিষয় না থাকায় সভাপতি উপস্থিত সকলকে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করেন।
আবদুল করিম
জেলা কর্মকর্তা ও সভাপতি
স্মারক নম্বর: ০৫.৪৩.০০০০.০১৭.০৭.০০১.২৩.৮৯ তারিখ: ০২ আগস্ট ২০২৩ খ্রিস্টাব্দ
"""
LETTER = "প্রিয় মহোদয়,\nআপনার পত্রের পরিপ্রেক্ষিতে জানানো যাচ্ছে যে, চাহিত তথ্য সংযুক্ত করা হলো।\n"


def shape(text_or_docx: bytes) -> list[tuple[str, str, tuple[str, ...]]]:
    """Topic, decision without the deadline put in brackets, and implementers of what is read."""
    minutes = read_minutes(extract(text_or_docx))
    return [
        ((item.topic or "").strip(), row.text.split(" (সময়সীমা")[0].rstrip(" ।"), row.implementers)
        for item in minutes.items
        for row in item.decisions
    ]


def confirm(cast: Cast, text: str) -> Meeting:
    by = cast.district_officer.access
    draft = actions.read_file(by=by, name="minutes.txt", content=text.encode())
    reading = selectors.reading(by=by, draft_id=draft.pk, place=0)
    kwargs = {"found": reading.found, "options": reading.options, "matches": reading.matches, "layout": reading.layout}
    blank = forms.ImportForm(**kwargs)
    data = {name: blank[name].value() for name in blank.fields if blank[name].value() is not None}
    form = forms.ImportForm(data, **kwargs)
    assert form.is_valid(), form.errors
    return actions.confirm_import(by=by, draft_id=draft.pk, place=0, minutes=forms.imported_of(form))


def test_confirmed_minutes_become_live_decisions(cast: Cast) -> None:
    made = confirm(cast, ONE)
    assert (made.state, made.chair, made.layout) == ("signed", "আবদুল করিম, জেলা কর্মকর্তা", "5")
    made.refresh_from_db()
    assert (made.memo_no, str(made.issue_date)) == ("০৫.৪৩.০০০০.০১৭.০৭.০০১.২৩.৮৯", "2023-08-02")
    first, second = Decision.objects.filter(meeting=made)
    assert (str(first.committed_due), first.due_text) == ("2023-08-11", "১৫ দিনের মধ্যে")
    assert first.codes == ["1.1.1"]
    assert DecisionDuty.objects.get(decision=first).post == cast.district_officer.posting.post
    assert DecisionDuty.objects.filter(decision=second).count() == 2
    assert not ImportDraft.objects.exists()
    assert made.imported_from.name == "minutes.txt"


def test_printed_again_they_read_the_same(cast: Cast) -> None:
    made = confirm(cast, ONE)
    paper = selectors.minutes_paper(by=cast.district_officer.access, meeting=made)
    again = read_minutes(extract(to_docx(paper)))
    first = read_minutes(extract(ONE.encode()))
    assert shape(to_docx(paper)) == shape(ONE.encode())
    for name in ("date", "time", "place", "chair"):
        assert getattr(again.header, name) == getattr(first.header, name), name
    assert again.closing.memo_no == first.closing.memo_no
    assert again.closing.issue_date == first.closing.issue_date


def test_nothing_is_made_before_the_confirmation(cast: Cast) -> None:
    actions.read_file(by=cast.district_officer.access, name="m.txt", content=ONE.encode())
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("content", [b"", LETTER.encode(), b"\x89PNG\r\n\x1a\n" + b"\x00" * 50])
def test_what_is_no_minutes_is_said_so(cast: Cast, content: bytes) -> None:
    with pytest.raises(BadInput) as error:
        actions.read_file(by=cast.district_officer.access, name="x", content=content)
    assert error.value.field == "file"


def test_the_same_minutes_are_taken_in_once(cast: Cast) -> None:
    confirm(cast, ONE)
    with pytest.raises(BadInput):
        confirm(cast, ONE)


def test_two_meetings_of_one_file_are_both_offered(cast: Cast) -> None:
    second = ONE.replace("২৭ জুলাই ২০২৩", "২৭ আগস্ট ২০২৩").replace(".৮৯ তারিখ: ০২ আগস্ট", ".৯৫ তারিখ: ৩০ আগস্ট")
    draft = actions.read_file(by=cast.district_officer.access, name="m.txt", content=(ONE + "\n" + second).encode())
    assert [found["date"] for found in draft.found] == ["2023-07-27", "2023-08-27"]


def test_the_page_shows_the_printed_row_beside_the_fields(cast: Cast) -> None:
    draft = actions.read_file(by=cast.district_officer.access, name="m.txt", content=ONE.encode())
    client = Client()
    client.force_login(cast.district_officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(reverse("meetings:confirm_import", args=[draft.pk, 0])).content.decode()
    assert "[৫.১.১] তথ্য বাতায়ন | হালনাগাদ নিয়ে আলোচনা হয়।" in page
    assert 'value="level:upazila" selected' in page
    other = Client()
    other.force_login(cast.upazila_officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert other.get(reverse("meetings:confirm_import", args=[draft.pk, 0])).status_code == 404


def test_pages_of_a_pdf_stand_beside_the_fields_as_pictures(cast: Cast) -> None:
    made = confirm(cast, ONE)
    by = cast.district_officer.access
    pdf = to_pdf(selectors.minutes_paper(by=by, meeting=made))
    draft = actions.read_file(by=by, name="a.pdf", content=pdf)
    client = Client()
    client.force_login(cast.district_officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    picture = reverse("meetings:import_page", args=[draft.pk, 1])
    assert picture in client.get(reverse("meetings:confirm_import", args=[draft.pk, 0])).content.decode()
    assert client.get(picture).content.startswith(b"\x89PNG")
    client.force_login(cast.upazila_officer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(picture).status_code == 404
