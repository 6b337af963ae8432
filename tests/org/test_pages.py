"""Pages of offices and people answer, their forms do what they say, and a wrong entry is told at its field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agragati.audit.models import Deed
from agragati.kernel.dates import parse_day
from agragati.org.models import ApiToken, Committee, Duty, Office, Post, Section
from tests.people import SINCE, Cast, Person, person


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def admin(cast: Cast) -> Client:
    return signed_in(cast.admin)


def addresses(cast: Cast) -> Iterator[str]:
    upazila, officer = cast.upazila, cast.upazila_officer
    section = Section.objects.create(office=upazila, name_bn="শাখা", valid_from=SINCE)
    duty = Duty.objects.create(post=officer.posting.post, kind="focal", about="x")
    committee = Committee.objects.create(office=upazila, name_bn="টিম", formed_on=SINCE)
    for name in ("offices", "add_top_office", "people", "add_person", "committees", "me", "make_token", "deeds",
                 "lock_outs", "office_options"):  # fmt: skip
        yield reverse(f"org:{name}")
    for name in ("office", "rename_office", "change_office", "move_office", "close_office", "merge_office",
                 "split_office", "reopen_office", "add_section", "add_post", "form_committee"):  # fmt: skip
        yield reverse(f"org:{name}", args=[upazila.pk])
    yield reverse("org:add_office", args=[upazila.pk])
    for name in ("post", "close_post", "grant_role", "revoke_role", "assign_duty", "post_person"):
        yield reverse(f"org:{name}", args=[officer.posting.post_id])
    for name in ("person", "change_person", "switch_person", "password_link", "end_lock_out"):
        yield reverse(f"org:{name}", args=[officer.user.pk])
    for name in ("committee", "change_members", "dissolve_committee"):
        yield reverse(f"org:{name}", args=[committee.pk])
    for name in ("hand_over", "end_posting"):
        yield reverse(f"org:{name}", args=[officer.posting.pk])
    yield reverse("org:remove_duty", args=[duty.pk])
    for name in ("rename_section", "close_section"):
        yield reverse(f"org:{name}", args=[section.pk])


def test_every_page_answers_its_administrator(cast: Cast, admin: Client) -> None:
    answers = {address: admin.get(address).status_code for address in addresses(cast)}
    assert {address: status for address, status in answers.items() if status != 200} == {}


def test_the_list_shows_only_the_own_line_and_finds_by_word(cast: Cast) -> None:
    client = signed_in(cast.district_officer)
    page = client.get(reverse("org:offices")).content.decode()
    assert cast.upazila.name_bn in page
    assert cast.directorate.name_bn not in page
    assert cast.stranger_office.name_bn not in page
    past = client.get(reverse("org:offices"), {"on": "01/01/2021"})
    assert past.status_code == 200


def test_an_office_is_added_once_however_often_the_form_is_sent(cast: Cast, admin: Client) -> None:
    address = reverse("org:add_office", args=[cast.district.pk])
    data = {"submit_key": "k1", "kind": "upazila", "name_bn": "নতুন অফিস", "code": "N1"}
    first, second = (admin.post(address, data) for _ in range(2))
    made = Office.objects.get(code="N1")
    assert first["Location"] == second["Location"] == reverse("org:office", args=[made.pk])
    assert Deed.objects.filter(name="org.add_office").count() == 1


def test_a_wrong_entry_is_told_at_its_field_and_nothing_typed_is_lost(cast: Cast, admin: Client) -> None:
    address = reverse("org:add_office", args=[cast.district.pk])
    data = {"submit_key": "k1", "kind": "upazila", "name_bn": "নতুন অফিস", "code": cast.upazila.code}
    answer = admin.post(address, data)
    assert answer.status_code == 422
    assert "code" in answer.context["form"].errors
    assert "নতুন অফিস" in answer.content.decode()


def test_without_javascript_the_picker_asks_back(cast: Cast, admin: Client) -> None:
    Office.objects.filter(pk=cast.other_upazila.pk).update(search_key=" উপজেলা বাঘা")
    answer = admin.post(reverse("org:move_office", args=[cast.upazila.pk]), {"submit_key": "k", "parent_text": "বাঘা"})
    assert answer.status_code == 422
    assert f'value="{cast.other_upazila.pk}"' in answer.content.decode()


def test_a_closing_form_moves_everything_to_the_successor(cast: Cast, admin: Client) -> None:
    data = {"submit_key": "k", "successor": cast.other_upazila.pk}
    answer = admin.post(reverse("org:close_office", args=[cast.upazila.pk]), data)
    assert answer.status_code == 302
    assert Post.objects.get(pk=cast.upazila_officer.posting.post_id).office == cast.other_upazila


def test_a_committee_is_formed_by_its_form(cast: Cast) -> None:
    client = signed_in(cast.upazila_officer)
    data = {
        "submit_key": "k", "name_bn": "ইনোভেশন টিম", "formed_on": "০১/০৭/২০২৪", "quorum": "২",
        "role_1": "convener", "post_1": cast.upazila_officer.posting.post_id,
        "role_2": "member", "outsider_2": "মোঃ আলী",
    }  # fmt: skip
    answer = client.post(reverse("org:form_committee", args=[cast.upazila.pk]), data)
    assert answer.status_code == 302, answer.context["form"].errors
    page = client.get(answer["Location"]).content.decode()
    assert "মোঃ আলী" in page
    assert cast.upazila_officer.user.name_bn in page


def test_a_token_is_shown_once_and_only_its_hash_is_kept(cast: Cast) -> None:
    client = signed_in(cast.upazila_officer)
    data = {"name": "রিপোর্ট", "permissions": ["plans.view_plan"], "expires_on": "01/01/2027"}
    page = client.post(reverse("org:make_token"), data).content.decode()
    token = ApiToken.objects.get()
    assert f"agr_{token.prefix}_" in page
    assert f"agr_{token.prefix}_" not in client.get(reverse("org:me")).content.decode()


def test_telephone_numbers_show_only_with_the_right_to_them(cast: Cast) -> None:
    type(cast.upazila_officer.user).objects.filter(pk=cast.upazila_officer.user.pk).update(phone="01711000000")
    address = reverse("org:person", args=[cast.upazila_officer.user.pk])
    assert "০১৭১১০০০০০০" in signed_in(cast.district_officer).get(address).content.decode()
    reader = make_reader(cast)
    page = signed_in(reader).get(address).content.decode()
    assert cast.upazila_officer.user.name_bn in page
    assert "০১৭১১০০০০০০" not in page


def make_reader(cast: Cast) -> Person:
    return person("reader", "পাঠক", cast.upazila, "পাঠক", "viewer")


def test_a_committee_form_shows_filled_seats_three_empty_ones_and_the_rest_when_asked(cast: Cast) -> None:
    client = signed_in(cast.upazila_officer)
    fresh = client.get(reverse("org:form_committee", args=[cast.upazila.pk])).context["form"]
    assert (len(fresh.seats), len(fresh.more_seats)) == (3, 17)
    data = {"submit_key": "k", "role_6": "member", "outsider_6": "মোঃ আলী", "quorum": "০"}
    back = client.post(reverse("org:form_committee", args=[cast.upazila.pk]), data).context["form"]
    assert (len(back.seats), len(back.more_seats)) == (9, 11)
    page = client.get(reverse("org:form_committee", args=[cast.upazila.pk])).content.decode()
    assert "সদস্য ১<" in page
    assert "<details>" in page


def test_a_split_asks_only_what_there_is_to_choose(cast: Cast, admin: Client) -> None:
    for office, asked in ((cast.district, {"children", "posts"}), (cast.other_upazila, set())):
        form = admin.get(reverse("org:split_office", args=[office.pk])).context["form"]
        assert {"children", "posts"} & set(form.fields) == asked
    data = {"submit_key": "k", "name_bn": "নতুন অফিস", "code": "N2"}
    assert admin.post(reverse("org:split_office", args=[cast.other_upazila.pk]), data).status_code == 302


def test_days_are_today_unless_said_otherwise(cast: Cast, admin: Client) -> None:
    form = admin.get(reverse("org:post_person", args=[cast.upazila_officer.posting.post_id])).context["form"]
    assert parse_day(form["since"].value()) == timezone.localdate()


def test_people_of_one_name_are_told_apart_by_their_posts(cast: Cast) -> None:
    page = signed_in(cast.admin).get(reverse("org:people")).content.decode()
    assert str(cast.upazila_officer.posting.post) in page
    assert str(cast.upazila) in page


def test_nobody_acts_for_another_before_being_chosen(cast: Cast) -> None:
    page = signed_in(cast.district_officer).get(reverse("org:delegate"))
    people = [words for _pk, words in page.context["form"].fields["person"].choices]
    assert people[0] == "—"
    assert any(str(cast.upazila) in words for words in people)


def test_what_ends_something_is_said_on_its_button(cast: Cast) -> None:
    page = signed_in(cast.admin).get(reverse("org:close_office", args=[cast.upazila.pk])).content.decode()
    assert 'class="btn danger"' in page
    assert page.count("অফিস বন্ধ করুন") >= 3  # title, heading, button
