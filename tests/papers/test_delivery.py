"""Copies of letters: fan-out by rule, receipt, answer, who is late, templates."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agragati.kernel.errors import BadInput, Conflict, NotFound, Refused
from agragati.org.models import Office
from agragati.papers import actions, selectors
from agragati.papers.models import Letter, LetterRecipient
from agragati.papers.rules.letter_text import LetterText
from agragati.papers.rules.placeholders import ASKED, KNOWN, check_template, fill, known_values, used
from tests.papers.desk import DAY, TEXT, Desk, desk, fresh  # noqa: F401  (desk is a fixture)
from tests.people import office


def _copy(letter: Letter, where: Office) -> LetterRecipient:
    return LetterRecipient.objects.get(letter=letter, office=where)


def test_a_rule_reaches_every_office_open_on_the_day_once(desk: Desk) -> None:
    cast = desk.cast
    closed = office(cast.district, f"{cast.district.path}.0009", "upazila", "বন্ধ অফিস")
    Office.objects.filter(pk=closed.pk).update(valid_to=DAY - datetime.timedelta(days=1))
    letter = desk.signed()
    letter_open = desk.draft(by=desk.head)
    actions.add_address(by=desk.head.access, letter=letter_open, kind="office", place="copy", office=cast.upazila,
                        phrase="কার্যার্থে")  # fmt: skip
    first = actions.issue_letter(by=desk.focal.access, letter=letter, on=DAY)
    signed = actions.sign_letter(by=desk.head.access, letter=fresh(letter_open))
    second = actions.issue_letter(by=desk.focal.access, letter=signed, on=DAY)
    for issued in (first, second):
        got = LetterRecipient.objects.filter(letter=issued).values_list("office_id", "place", "state")
        assert sorted(got) == sorted([(cast.upazila.pk, "to", "delivered"), (cast.other_upazila.pk, "to", "delivered")])


def test_hundreds_of_copies_cost_no_more_queries(desk: Desk) -> None:
    few, many = desk.signed(), desk.signed()
    with CaptureQueriesContext(
        connection,
    ) as for_few:
        actions.issue_letter(by=desk.focal.access, letter=few, on=DAY)
    for at in range(10, 410):
        office(desk.cast.district, f"{desk.cast.district.path}.{at:04d}", "upazila", f"উপজেলা {at}")
    with CaptureQueriesContext(connection) as for_many:
        actions.issue_letter(by=desk.focal.access, letter=many, on=DAY)
    assert LetterRecipient.objects.filter(letter=many).count() == 402
    assert len(for_many) <= len(for_few) + 2


def test_each_office_sees_its_own_copy_and_the_sender_sees_all(desk: Desk) -> None:
    letter, cast = desk.issued(), desk.cast
    mine = selectors.received(by=cast.upazila_officer.access)
    assert [(row.letter_id, row.office_id) for row in mine] == [(letter.pk, cast.upazila.pk)]
    with pytest.raises(Refused):
        selectors.recipients(by=cast.upazila_officer.access, letter=letter)
    with pytest.raises(Refused):
        selectors.delivery_sum(by=cast.upazila_officer.access, letter=letter)
    with pytest.raises(NotFound):
        selectors.recipient(by=cast.upazila_officer.access, recipient_id=_copy(letter, cast.other_upazila).pk)
    assert selectors.recipients(by=desk.clerk.access, letter=letter).count() == 2


def test_receipt_and_answer_are_noted_and_the_late_ones_are_seen(desk: Desk) -> None:
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    letter, cast = desk.issued(reply_by=yesterday), desk.cast
    by, copy = cast.upazila_officer.access, _copy(letter, cast.upazila)
    with pytest.raises(Refused):
        actions.receive_letter(by=cast.district_officer.access, recipient=copy)
    actions.receive_letter(by=by, recipient=copy)
    assert selectors.delivery_sum(by=desk.focal.access, letter=letter).late == 2
    with pytest.raises(BadInput):
        actions.answer_with_remark(by=by, recipient=copy, text=" ")
    actions.answer_with_remark(by=by, recipient=copy, text="প্রেরণ করা হয়েছে")
    with pytest.raises(Conflict):
        actions.answer_with_remark(by=by, recipient=copy, text="আবার")
    sums = selectors.delivery_sum(by=desk.focal.access, letter=letter)
    assert (sums.total, sums.answered, sums.delivered, sums.late) == (2, 1, 1, 1)
    late = selectors.recipients(by=desk.focal.access, letter=letter, late=True)
    assert [row.office_id for row in late] == [cast.other_upazila.pk]
    assert list(selectors.overdue_letters(by=desk.focal.access, day=timezone.localdate())) == [letter]
    assert list(selectors.overdue_letters(by=desk.focal.access, day=yesterday)) == []


def test_an_answering_letter_is_linked_to_the_copy(desk: Desk) -> None:
    letter, cast = desk.issued(), desk.cast
    Office.objects.filter(pk=cast.upazila.pk).update(memo_code="05.43.8172")
    cast.upazila.refresh_from_db()
    by, copy = cast.upazila_officer.access, _copy(letter, cast.upazila)
    file = actions.open_file(by=by, office=cast.upazila, title="জবাব", subject_code="07")
    answer = actions.draft_letter(by=by, kind="letter", text=TEXT, file=file, answers=copy)
    actions.add_address(by=by, letter=answer, kind="office", place="to", office=cast.district)
    answer = actions.issue_letter(by=by, letter=actions.sign_letter(by=by, letter=fresh(answer)))
    copy.refresh_from_db()
    assert (copy.state, copy.answer_id) == ("answered", answer.pk)
    assert [row.letter_id for row in selectors.received(by=desk.head.access)] == [answer.pk]


READY = {"call_for_ideas", "quarterly_certificate", "portal_update", "dnothi_use", "showcase_invitation",
         "meeting_notice"}  # fmt: skip


def test_the_ready_made_letters_are_there_and_fill_in(desk: Desk) -> None:
    found = {one.key: one for one in selectors.templates(by=desk.clerk.access)}
    assert set(found) >= READY
    values = selectors.values_of(by=desk.clerk.access) | dict.fromkeys(ASKED, "০১ জানুয়ারি ২০২৭ খ্রি.")
    for key in READY:
        check_template(found[key].text)
        made = actions.draft_letter(by=desk.clerk.access, kind=found[key].kind, text=fill(found[key].text, values))
        assert used(fill(found[key].text, values)) == ()
        assert made.subject


def test_an_unknown_placeholder_is_refused(desk: Desk) -> None:
    for bad in ("{দপ্তরর}", "{দপ্তর", "দপ্তর}"):
        with pytest.raises(BadInput):
            actions.save_template(by=desk.clerk.access, name="ক", kind="letter",
                                  text=LetterText(subject="বিষয়", paragraphs=(bad,)))  # fmt: skip
    kept = actions.save_template(by=desk.clerk.access, name="ক", kind="letter",
                                 text=LetterText(subject="{দপ্তর}", paragraphs=("{ প্রেরণের শেষ তারিখ }",)))  # fmt: skip
    with pytest.raises(BadInput):
        actions.save_template(by=desk.head.access, name="ক", kind="letter", text=TEXT)
    assert selectors.template(by=desk.head.access, key=f"own-{kept.pk}").name == "ক"
    with pytest.raises(NotFound):
        selectors.template(by=desk.cast.outsider.access, key=f"own-{kept.pk}")
    with pytest.raises(Refused):
        actions.remove_template(by=desk.cast.outsider.access, row=kept)


def test_what_the_system_knows_on_a_day() -> None:
    values = known_values(office="অফিস", ministry="", head="", day=datetime.date(2024, 8, 4))
    assert set(values) == set(KNOWN)
    assert values["অর্থবছর"] == "২০২৪-২৫"
    assert values["ত্রৈমাসিক"] == "১ম ত্রৈমাসিক (জুলাই-সেপ্টেম্বর ২০২৪)"
