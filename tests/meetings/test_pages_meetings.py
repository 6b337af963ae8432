"""Pages of meetings and decisions: they open, say what they should, and work without JavaScript."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.meetings.made import issued, ready, signed
from tests.people import Cast, Person

from agragati.meetings import actions
from agragati.meetings.models import AgendaItem, Decision, DecisionDuty, Meeting


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def send(client: Client, address: str, **values: Any) -> Any:
    return client.post(address, {"submit_key": f"k{hash(address + str(sorted(values))) % 10**9}", **values})


def test_plan_agenda_decision_through_forms(cast: Cast) -> None:
    client = signed_in(cast.district_officer)
    post = cast.district_officer.posting.post_id
    answer = send(client, reverse("meetings:new"), title="মাসিক সমন্বয় সভা", day="২৭/০৭/২০২৬", starts="১১:৩০",
                  mode="in_person", place="সম্মেলন কক্ষ", layout="5", chair_post=post, secretary_post=post)  # fmt: skip
    made = Meeting.objects.get()
    assert answer["Location"] == reverse("meetings:detail", args=[made.pk])
    send(client, reverse("meetings:add_item", args=[made.pk]), topic="বাতায়ন হালনাগাদ", minutes="১০", codes="[৫.১.১]")
    item = AgendaItem.objects.get()
    assert (item.minutes, item.codes) == (10, ["5.1.1"])
    page = client.get(reverse("meetings:decide", args=[item.pk])).content.decode()
    assert "level:upazila" in page
    send(client, reverse("meetings:decide", args=[item.pk]), text="প্রতিবেদন প্রেরণ করতে হবে।", targets=["level:upazila"],
         others="সংশ্লিষ্ট শাখা", due_text="১৫ দিনের মধ্যে")  # fmt: skip
    row = Decision.objects.get()
    assert str(row.committed_due) == "2026-08-11"
    shown = client.get(reverse("meetings:detail", args=[made.pk])).content.decode()
    for words in ("১৫ দিনের মধ্যে → ১১/০৮/২০২৬", "সকল উপজেলা কার্যালয়", "সংশ্লিষ্ট শাখা", "[৫.১.১]"):
        assert words in shown


def test_a_missing_place_is_told_at_its_field(cast: Cast) -> None:
    answer = send(signed_in(cast.district_officer), reverse("meetings:new"), title="সভা", day="27/07/2026",
                  starts="11:00", mode="in_person", layout="5")  # fmt: skip
    assert answer.status_code == 422
    assert 'href="#id_place"' in answer.content.decode()


def test_two_writers_see_both_texts(cast: Cast) -> None:
    made = ready(cast)
    item = AgendaItem.objects.get(meeting=made)
    actions.write_text(by=cast.district_officer.access, thing=item, field="discussion", text="প্রথম জনের লেখা", seen=1)
    address = reverse("meetings:item_text", args=[item.pk, "discussion"])
    answer = send(signed_in(cast.district_officer), address, text="দ্বিতীয় জনের লেখা", seen="1")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "প্রথম জনের লেখা" in page
    assert page.count("দ্বিতীয় জনের লেখা") >= 2
    assert 'name="seen" value="2"' in page


@pytest.mark.parametrize("kind", ["minutes", "notice", "attendance"])
def test_papers_come_as_pdf_and_docx(cast: Cast, kind: str) -> None:
    row, client = issued(cast), signed_in(cast.upazila_officer)
    address = reverse("meetings:paper", args=[row.meeting_id, kind])
    assert client.get(address).content.startswith(b"%PDF")
    assert client.get(f"{address}?as=docx").content.startswith(b"PK")


def test_an_upazila_says_in_one_screen_that_it_is_done(cast: Cast) -> None:
    row = signed(cast)
    duty = DecisionDuty.objects.get(decision=row, office=cast.upazila)
    client = signed_in(cast.upazila_officer)
    assert reverse("meetings:duty", args=[duty.pk]) in client.get(reverse("meetings:decisions")).content.decode()
    send(client, reverse("meetings:duty", args=[duty.pk]), status="done", text="হালনাগাদ করা হয়েছে")
    duty.refresh_from_db()
    assert duty.status == "done"
    page = signed_in(cast.district_officer).get(reverse("meetings:decision", args=[row.pk])).content.decode()
    assert "হালনাগাদ করা হয়েছে" in page


@pytest.mark.parametrize("tab", ["mine", "waiting", "below", "all"])
def test_lists_of_decisions_search_in_bangla(cast: Cast, tab: str) -> None:
    signed(cast)
    person = cast.upazila_officer if tab == "mine" else cast.district_officer
    address = reverse("meetings:decisions")
    client = signed_in(person)
    assert "বাতায়ন হালনাগাদ করতে" in client.get(address, {"tab": tab, "q": "হালনাগাদ", "code": "৫.১.১"}).content.decode()
    assert "বাতায়ন হালনাগাদ করতে" not in client.get(address, {"tab": tab, "q": "প্রশিক্ষণ"}).content.decode()


def test_the_export_is_a_sheet_of_the_duties_that_the_list_is_about(cast: Cast) -> None:
    duties = DecisionDuty.objects.filter(decision=signed(cast))
    duties.filter(office=cast.other_upazila).update(status="on_schedule")
    both = {cast.upazila.name_bn, cast.other_upazila.name_bn}
    for person, tab, offices in (
        (cast.district_officer, "all", both), (cast.district_officer, "waiting", both),
        (cast.district_officer, "below", both), (cast.district_officer, "mine", set()),
        (cast.district_officer, "below&status=on_schedule", {cast.other_upazila.name_bn}),
        (cast.upazila_officer, "mine", {cast.upazila.name_bn}), (cast.upazila_officer, "waiting", set()),
    ):  # fmt: skip
        answer = signed_in(person).get(reverse("meetings:export") + f"?tab={tab}")
        rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
        assert {row[3] for row in rows[1:]} == offices, (person.office.name_bn, tab)


def test_visitors_read_published_minutes_only(cast: Cast) -> None:
    row, visitor = issued(cast), Client()
    address = reverse("meetings:published_detail", args=[row.meeting_id])
    assert visitor.get(address).status_code == 404
    actions.publish(by=cast.district_officer.access, meeting_id=row.meeting_id)
    page = visitor.get(address).content.decode()
    assert row.text in page
    assert visitor.get(reverse("meetings:published_pdf", args=[row.meeting_id])).content.startswith(b"%PDF")
    assert row.meeting.title in visitor.get(reverse("meetings:published")).content.decode()
    actions.withdraw(by=cast.district_officer.access, meeting_id=row.meeting_id)
    assert visitor.get(address).status_code == 404


def test_other_pages_open(cast: Cast) -> None:
    made, client = ready(cast), signed_in(cast.district_officer)
    actions.start(by=cast.district_officer.access, meeting_id=made.pk)
    for name, args in [
        ("list", []), ("series", []), ("series_new", []), ("import", []), ("check_in", []), ("new", []),
        ("edit", [made.pk]), ("invite", [made.pk]), ("attendance", [made.pk]), ("attendance_log", [made.pk]),
        ("correct", [made.pk]), ("step", [made.pk, "close"]), ("meeting_text", [made.pk, "opening"]),
    ]:  # fmt: skip
        assert client.get(reverse(f"meetings:{name}", args=args)).status_code == 200, name
    assert "<svg" in client.get(reverse("meetings:attendance", args=[made.pk])).content.decode()


def test_a_check_in_code_and_the_list(cast: Cast) -> None:
    made, by = ready(cast), cast.district_officer.access
    code = actions.start(by=by, meeting_id=made.pk).check_code
    send(signed_in(cast.upazila_officer), reverse("meetings:check_in"), code=code)
    row = made.invitations.get(post=cast.upazila_officer.posting.post)
    assert (row.presence, row.came_by) == ("present", "self")
    other = made.invitations.exclude(pk=row.pk).get()
    signed_in(cast.district_officer).post(reverse("meetings:attendance", args=[made.pk]), {f"p{other.pk}": "online"})
    other.refresh_from_db()
    assert (other.presence, other.came_by) == ("online", "list")
