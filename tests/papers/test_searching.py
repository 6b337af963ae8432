"""Finding papers: while one types, by likeness, by an office's own fields, by searches that are kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.papers import actions, selectors
from agragati.papers.actions import reading as deeds
from agragati.papers.actions import searching as searches
from agragati.papers.actions.demo_reading import load_demo_readings
from agragati.papers.models import PaperField, PaperReading, ReadPage, SavedSearch
from agragati.papers.rules.fields import read_value
from agragati.papers.rules.likeness import most_like
from agragati.papers.selectors import search_pages, searching
from agragati.papers.tasks import read_paper_pages
from tests.papers.desk import Desk, desk  # noqa: F401  (desk is a fixture)
from tests.papers.test_pages import send, sit

BILL = "বিদ্যুৎ বিল পরিশোধের জন্য বরাদ্দ প্রদান করা হলো। মিটার নম্বর ও বকেয়া বিলের হিসাব সংযুক্ত।"
BILL_AGAIN = "বকেয়া বিদ্যুৎ বিল পরিশোধ এবং মিটার পরিবর্তনের হিসাব প্রেরণ করুন।"
TOUR = "কর্মকর্তাদের ভ্রমণসূচি অনুমোদন করা হলো; গাড়ির ব্যবস্থা রাখতে হবে।"


def confirmed(desk: Desk, text: str) -> ReadPage:
    """A paper of the district that was read and confirmed."""
    by = desk.clerk.access
    made = deeds.hand_in_paper(by=by, office=desk.cast.district, name="paper.txt", content=text.encode())
    read_paper_pages(reading_id=made.pk)
    page = ReadPage.objects.get(reading=made)
    deeds.confirm_page(by=by, page=page, text=text, taken=[])
    return ReadPage.objects.select_related("reading__office").get(pk=page.pk)


def test_words_are_suggested_while_one_types_the_commoner_first(desk: Desk) -> None:
    for text in (BILL, BILL_AGAIN, TOUR):
        confirmed(desk, text)
    desk.draft()
    by = desk.clerk.access
    assert searching.suggestions(by=by, text="বকে") == ["বকেয়া"]
    assert searching.suggestions(by=by, text="বিদ্যুৎ বি")[0] == "বিদ্যুৎ বিল"
    assert searching.suggestions(by=by, text="উদ্ভা") == ["উদ্ভাবনী"]
    assert searching.suggestions(by=by, text="ব") == []
    assert searching.suggestions(by=desk.cast.outsider.access, text="বকে") == []
    answer = sit(desk.clerk).get("/papers/read/suggest/", {"q": "বকে"}).content.decode()
    assert '<option value="বকেয়া">' in answer


def test_pages_and_letters_like_a_given_one_are_found(desk: Desk) -> None:
    bill, again, tour = (confirmed(desk, text) for text in (BILL, BILL_AGAIN, TOUR))
    by = desk.clerk.access
    assert [page.pk for page in searching.pages_like(by=by, page=bill)] == [again.pk]
    assert searching.pages_like(by=by, page=tour) == []
    assert searching.pages_like(by=desk.cast.outsider.access, page=bill) == []
    one, two = desk.issued(), desk.issued()
    assert [letter.pk for letter in searching.letters_like(by=by, letter=one)] == [two.pk]
    shown = sit(desk.clerk).get(f"/papers/read/{bill.reading_id}/1/").content.decode()
    assert f"/papers/read/{again.reading_id}/1/" in shown


@given(st.sets(st.text("কখগঘ", min_size=1, max_size=3), min_size=1))
def test_nothing_is_more_like_a_page_than_the_same_words(words: set[str]) -> None:
    others = {1: {"ঙ"}, 2: words, 3: {*words, "চ", "ছ"}}
    assert most_like(words, others)[0] == 2
    assert 1 not in most_like(words, others)


def test_an_office_finds_papers_by_fields_of_its_own(desk: Desk) -> None:
    bill, tour = confirmed(desk, BILL), confirmed(desk, TOUR)
    focal, by = desk.focal.access, desk.clerk.access
    amount = searches.make_field(by=focal, name="বিলের পরিমাণ", kind="number")
    day = searches.make_field(by=focal, name="প্রাপ্তির তারিখ", kind="day")
    sender = searches.make_field(by=focal, name="প্রেরক", kind="text")
    searches.fill_fields(
        by=by, reading=bill.reading, values={amount: "৫০,০০০", day: "১৬/০৩/২০২৪", sender: "বিদ্যুৎ বিভাগ"}
    )
    searches.fill_fields(by=by, reading=tour.reading, values={amount: "৭৫০", sender: "জেলা প্রশাসক"})

    def found(**asked: str | int | None) -> list[int]:
        return [row.pk for row in searching.narrowed(by=by, **asked)]  # type: ignore[arg-type]

    assert found(field_id=amount.pk, least="1000") == [bill.reading_id]
    assert found(field_id=amount.pk, most="৭৫০") == [tour.reading_id]
    assert found(field_id=day.pk, least="০১/০৩/২০২৪", most="৩১/০৩/২০২৪") == [bill.reading_id]
    assert found(field_id=sender.pk, has="প্রশাসক") == [tour.reading_id]
    assert found(field_id=None) == [tour.reading_id, bill.reading_id]
    with pytest.raises(BadInput) as refused:
        searching.narrowed(by=by, field_id=amount.pk, least="অনেক")
    assert refused.value.field == "least"
    searches.fill_fields(by=by, reading=tour.reading, values={amount: ""})
    assert found(field_id=amount.pk) == [bill.reading_id]


def test_fields_are_made_filled_and_asked_by_pages(desk: Desk) -> None:
    page, focal, clerk = confirmed(desk, BILL), sit(desk.focal), sit(desk.clerk)
    typed = {"name": "গুরুত্ব", "kind": "choice", "options": "জরুরি\nসাধারণ"}
    assert send(focal, "/papers/read/fields/add/", typed) == "/papers/read/fields/"
    made = PaperField.objects.get()
    send(clerk, f"/papers/read/{page.reading_id}/fields/", {f"field_{made.pk}": "জরুরি"})
    assert "জরুরি" in clerk.get(f"/papers/read/{page.reading_id}/").content.decode()
    asked = {"q": "বিদ্যুৎ", "field": made.pk, "has": "জরুরি", "least": "", "most": ""}
    link = f"/papers/read/{page.reading_id}/1/"
    assert link in clerk.get("/papers/read/", asked).content.decode()
    assert link not in clerk.get("/papers/read/", {**asked, "has": "সাধারণ"}).content.decode()
    assert clerk.get("/papers/read/fields/").status_code == 403
    assert "গুরুত্ব" in focal.get("/papers/read/fields/").content.decode()
    focal.post(f"/papers/read/fields/{made.pk}/remove/")
    assert "গুরুত্ব" not in clerk.get(f"/papers/read/{page.reading_id}/").content.decode()


def test_fields_are_refused_in_a_sentence_at_their_place(desk: Desk) -> None:
    page, focal = confirmed(desk, BILL), desk.focal.access
    amount = searches.make_field(by=focal, name="পরিমাণ", kind="number")
    for name, kind, options in (("পরিমাণ", "text", ""), (" ", "text", ""), ("ক", "colour", ""), ("ক", "choice", "এক")):
        with pytest.raises(BadInput):
            searches.make_field(by=focal, name=name, kind=kind, options=options)
    with pytest.raises(Refused):
        searches.make_field(by=desk.clerk.access, name="খ", kind="text")
    with pytest.raises(BadInput) as refused:
        searches.fill_fields(by=desk.clerk.access, reading=page.reading, values={amount: "অনেক"})
    assert refused.value.field == f"field_{amount.pk}"
    with pytest.raises(Refused):
        searches.fill_fields(by=desk.cast.outsider.access, reading=page.reading, values={amount: "১"})


@pytest.mark.parametrize(
    ("kind", "typed", "text", "number"),
    [("number", "১২,৫০০", "১২,৫০০", Decimal(12500)), ("day", "16-3-2024", "১৬/০৩/২০২৪", None),
     ("text", " ক  খ ", "ক খ", None),
     ("choice", "জরুরি", "জরুরি", None)],
)  # fmt: skip
def test_a_value_is_read(kind: str, typed: str, text: str, number: Decimal | None) -> None:
    value = read_value(kind, typed, ["জরুরি"])
    assert value is not None
    assert (value.text, value.number) == (text, number)
    assert read_value(kind, "  ") is None


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("number", "দশটি কাগজ"), ("number", "9" * 30), ("day", "৩২/০১/২০২৪"), ("choice", "আরেক"), ("text", "ক" * 501)],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused(kind: str, typed: str) -> None:
    with pytest.raises(BadInput):
        read_value(kind, typed, ["জরুরি"])


def test_a_search_is_kept_shared_used_again_and_removed(desk: Desk) -> None:
    confirmed(desk, BILL)
    clerk, focal = sit(desk.clerk), sit(desk.focal)
    send(clerk, "/papers/read/searches/keep/?q=বিদ্যুৎ", {"name": "বিদ্যুৎ বিল", "is_shared": "on"})
    kept = SavedSearch.objects.get()
    assert "বিদ্যুৎ বিল" in focal.get("/papers/read/").content.decode()
    assert "বিদ্যুৎ" in clerk.get(f"/papers/read/?{kept.query}").content.decode()
    assert focal.post(f"/papers/read/searches/{kept.pk}/remove/").status_code == 404
    send(clerk, "/papers/read/searches/keep/?q=মিটার", {"name": "বিদ্যুৎ বিল"})
    kept.refresh_from_db()
    assert not kept.is_shared
    assert "বিদ্যুৎ বিল" not in focal.get("/papers/read/").content.decode()
    clerk.post(f"/papers/read/searches/{kept.pk}/remove/")
    assert not SavedSearch.objects.exists()


def test_a_search_without_name_or_question_is_refused(desk: Desk) -> None:
    for name, query in ((" ", "q=ক"), ("ক", ""), ("ক", "q=" + "ক" * 1000)):
        with pytest.raises(BadInput):
            searches.save_search(by=desk.clerk.access, name=name, query=query)
    with pytest.raises(NotFound):
        searching.search_to_remove(by=desk.clerk.access, search_id=0)


def test_letters_are_found_by_stem_of_subject_and_text_and_by_number(desk: Desk) -> None:
    issued, by = desk.issued(), desk.clerk.access
    actions.drop_letter(by=by, letter=desk.draft(), reason="বাতিল")
    for words in ("উদ্ভাবনী ধারণা", "বাস্তবায়নের", "উদ্ভাবনের", issued.memo_no, "07.001.26.1"):
        assert [row.pk for row in selectors.search_letters(by=by, text=words)] == [issued.pk], words
    assert selectors.search_letters(by=by, text="বাজেট") == []
    hits = sit(desk.clerk).get("/search/", {"q": "উদ্ভাবনী"}).content.decode()
    assert f"/papers/{issued.pk}/" in hits
    assert PaperReading.objects.count() == 0


def test_the_demo_shows_one_paper_confirmed_and_one_waiting(desk: Desk) -> None:
    issued = [desk.issued(), desk.issued()]
    for letter in issued:
        actions.make_copies(by=desk.focal.access, letter_id=letter.pk)
    focal, clerk = desk.focal.access, desk.clerk.access
    assert load_demo_readings(by=focal, office=desk.cast.district, clerk=clerk) == 2
    assert sorted(PaperReading.objects.values_list("state", flat=True)) == ["confirmed", "to_confirm"]
    assert [hit.page.reading.state for hit in search_pages(by=clerk, text="উদ্ভাবনী ধারণা")] == ["confirmed"]
    assert SavedSearch.objects.get().is_shared
