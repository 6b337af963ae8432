"""Fields read what people type, refuse with a remedy, and never lose it."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.utils import translation

from agragati.kernel.errors import BadInput, Refused
from agragati.ui.forms import (
    BnDateField,
    BnDecimalField,
    BnIntegerField,
    HouseForm,
    LookFirstForm,
    OfficeField,
    UploadField,
)


class Sample(HouseForm):
    count = BnIntegerField(label="সংখ্যা", min_value=0, unit="টি")
    share = BnDecimalField(label="হার", required=False, max_value=Decimal(100))
    day = BnDateField(label="তারিখ", required=False)
    office = OfficeField(label="অফিস", required=False)


def drawn(form: forms.Form) -> str:
    """The form as a page shows it."""
    return render_to_string("ui/confirm.html", {"form": form})


def cleaned(**given: str) -> dict[str, object]:
    form = Sample({"count": "1", **given})
    assert form.is_valid(), form.errors
    return form.cleaned_data


@pytest.mark.parametrize(("typed", "value"), [("১,২৪০", 1240), ("1240", 1240), ("১২,৩৪,৫৬৭", 1234567), (" ০ ", 0)])
def test_whole_numbers(typed: str, value: int) -> None:
    found = cleaned(count=typed)["count"]
    assert found == value
    assert type(found) is int


@pytest.mark.parametrize(("typed", "value"), [("৮০%", Decimal(80)), ("৯১.৪৩", Decimal("91.43")), ("", None)])
def test_shares(typed: str, value: Decimal | None) -> None:
    assert cleaned(share=typed)["share"] == value


@pytest.mark.parametrize("typed", ["৩১/১০/২০২৬", "31-10-2026", "2026-10-31", "৩১.১০.২০২৬"])
def test_days(typed: str) -> None:
    assert cleaned(day=typed)["day"] == date(2026, 10, 31)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("count", "বারো", "একটি সংখ্যা লিখুন"),
        ("count", "১.৫", "পূর্ণ সংখ্যা"),
        ("count", "-৩", "০ বা তার বেশি"),
        ("count", "", "এই তথ্যটি দিন"),
        ("share", "১০১", "১০০ বা তার কম"),
        ("day", "৩১/২/২০২৬", "তারিখ নেই"),
        ("day", "১/১/২৬", "বছর চার অঙ্কে"),
        ("office", "abc", "তালিকা থেকে অফিস"),
        ("office", "²", "তালিকা থেকে অফিস"),
    ],
)
def test_refusals_name_the_remedy_and_keep_what_was_typed(field: str, typed: str, told: str) -> None:
    with translation.override("bn"):
        form = Sample({"count": "1", field: typed})
        page = drawn(form)
    assert told in page
    assert field in form.errors
    assert f'value="{typed}"' in page or field == "office" or not typed


def test_stored_values_appear_in_the_readers_digits() -> None:
    with translation.override("bn"):
        page = str(Sample(initial={"count": 1240, "day": date(2026, 10, 31)}))
    assert 'value="১,২৪০"' in page
    assert 'value="৩১/১০/২০২৬"' in page


def test_submit_key_is_made_once_and_comes_back() -> None:
    first = Sample()
    key = first["submit_key"].value()
    assert len(key) > 15
    assert key != Sample()["submit_key"].value()
    again = Sample({"count": "x", "submit_key": key})
    assert again["submit_key"].value() == key
    assert f'value="{key}"' in drawn(again)


def test_errors_of_actions_land_at_their_field() -> None:
    with translation.override("bn"):
        form = Sample({"count": "1"})
        form.is_valid()
        form.blame(BadInput("Write a number, such as 1250 or 12,34,567.50.", field="count"))
        form.blame(Refused("Choose the office from the list.", field="elsewhere"))
    assert "একটি সংখ্যা লিখুন" in form.errors["count"][0]
    assert form.non_field_errors() == ["তালিকা থেকে অফিস বাছাই করুন।"]


def test_an_office_typed_without_javascript_is_offered_as_a_list() -> None:
    form = Sample({"count": "1", "office": "", "office_text": " পবা "})
    assert not form.is_valid()
    assert form.searches() == [("office", "পবা")]
    form.offer("office", [(7, "উপজেলা কার্যালয়, পবা")])
    page = str(form["office"])
    assert 'value="7"' in page
    assert "উপজেলা কার্যালয়, পবা" in page
    chosen = Sample({"count": "1", "office": "7", "office_text": "পবা"})
    assert chosen.is_valid()
    assert chosen.searches() == []
    assert chosen.cleaned_data["office"] == 7


def test_an_optional_office_may_stay_empty() -> None:
    assert cleaned(office="", office_text="")["office"] is None


def test_a_file_over_the_limit_is_refused() -> None:
    class Proof(HouseForm):
        proof = UploadField(label="প্রমাণক", limit=10)

    with translation.override("bn"):
        form = Proof({}, {"proof": SimpleUploadedFile("a.pdf", b"x" * 11)})
        assert "১০ বাইট এর চেয়ে বড়" in form.errors["proof"][0]
        assert Proof({}, {"proof": SimpleUploadedFile("a.pdf", b"x" * 10)}).is_valid()


def test_readers_text_is_never_markup() -> None:
    class Name(HouseForm):
        name = forms.CharField(label="<i>নাম</i>", max_length=3)

    page = drawn(Name({"name": "<script>"}))
    assert "<script>" not in page
    assert "<i>" not in page


class Sheet(LookFirstForm):
    file = UploadField(label="ফাইল")


class OtherSheet(Sheet):
    pass


def second_step(form: type[Sheet], kept: str) -> Sheet:
    sent = form({"kept": kept})
    assert sent.is_valid(), sent.errors
    return sent


def test_what_was_looked_at_comes_back_as_it_was() -> None:
    found = [["২.১", date(2026, 3, 16), Decimal("4.50")]]
    kept = str(Sheet.keeping(found).initial["kept"])
    assert second_step(Sheet, kept).looked_at() == [["২.১", "2026-03-16", "4.50"]]


def test_a_first_step_needs_the_file() -> None:
    form = Sheet({})
    assert not form.is_valid()
    assert form.errors["file"] == ["একটি ফাইল বাছাই করুন।"]


@pytest.mark.parametrize("altered", ["tail", "other form", "a day later"])
def test_what_was_altered_or_is_old_is_refused(altered: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = str(Sheet.keeping([1]).initial["kept"])
    form = second_step(OtherSheet if altered == "other form" else Sheet, kept + "x" * (altered == "tail"))
    if altered == "a day later":
        now = time.time()
        monkeypatch.setattr("django.core.signing.time.time", lambda: now + 24 * 3600 + 5)
    with pytest.raises(BadInput) as refused:
        form.looked_at()
    assert refused.value.field == "file"
