"""Issued letters as evidence, and numbers of files for papers of other apps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction

from agragati.kernel.errors import BadInput, Conflict, NotFound, Refused
from agragati.kernel.memo import parse_memo
from agragati.papers import actions, selectors
from agragati.papers.models import Letter, MemoNumber
from tests.papers.desk import DAY, Desk, desk, fresh  # noqa: F401  (desk is a fixture)


def _issued(desk: Desk, day: date = DAY) -> Letter:
    made = desk.issued(on=day)
    actions.make_copies(by=desk.focal.access, letter_id=made.pk)
    return made


def _offered(desk: Desk, **asked: object) -> list[str]:
    found = selectors.letters_for_evidence(
        by=desk.focal.access, office_id=desk.cast.district.pk, **asked,  # type: ignore[arg-type]
    )  # fmt: skip
    return [one.reference for one in found]


def test_an_issued_letter_is_offered_as_evidence_with_its_signed_pdf(desk: Desk) -> None:
    desk.draft()
    letter = _issued(desk)
    [found] = selectors.letters_for_evidence(by=desk.focal.access, office_id=desk.cast.district.pk)
    assert (found.reference, found.memo_no, found.day) == (f"letter:{letter.pk}", letter.memo_no, DAY)
    assert found.attachment.sha256 == found.sha256
    assert found.attachment.name.endswith(".pdf")
    assert found.still_holds
    assert letter.memo_no in str(found)
    assert selectors.letter_evidence(by=desk.focal.access, reference=found.reference) == found


def test_letters_to_choose_from_are_narrowed_by_words_number_and_days(desk: Desk) -> None:
    old, new = _issued(desk, DAY - timedelta(days=40)), _issued(desk)
    first, second = f"letter:{old.pk}", f"letter:{new.pk}"
    assert _offered(desk) == [second, first]
    assert _offered(desk, text="উদ্ভাবনী ধারণা") == [second, first]
    assert _offered(desk, text="বাজেট") == []
    assert _offered(desk, text=new.memo_no) == [second]
    assert _offered(desk, since=DAY) == [second]
    assert _offered(desk, until=DAY - timedelta(days=1)) == [first]
    assert _offered(desk, limit=1) == [second]


def test_a_receiver_may_show_the_letter_and_an_outsider_may_not(desk: Desk) -> None:
    letter, cast = _issued(desk), desk.cast
    mine = selectors.letters_for_evidence(by=cast.upazila_officer.access, office_id=cast.upazila.pk)
    assert [one.reference for one in mine] == [f"letter:{letter.pk}"]
    assert selectors.letters_for_evidence(by=cast.outsider.access, office_id=cast.district.pk) == []
    for reference in (f"letter:{letter.pk}", "letter:0", "letter:১", "meeting:1", "letter:" + "9" * 30, ""):
        with pytest.raises(NotFound):
            selectors.letter_evidence(by=cast.outsider.access, reference=reference)


def test_a_cancelled_or_replaced_letter_is_not_offered_and_says_so_where_it_was_used(desk: Desk) -> None:
    cancelled, replaced = _issued(desk), _issued(desk)
    actions.cancel_letter(by=desk.head.access, letter=cancelled, reason="ভুল প্রাপক")
    draft = actions.draft_replacement(by=desk.clerk.access, letter=fresh(replaced))
    actions.forward_letter(by=desk.clerk.access, letter=draft, to=desk.head.posting.post)
    actions.sign_letter(by=desk.head.access, letter=fresh(draft))
    newer = actions.issue_letter(by=desk.focal.access, letter=fresh(draft), on=DAY)
    actions.make_copies(by=desk.focal.access, letter_id=newer.pk)
    assert _offered(desk) == [f"letter:{newer.pk}"]
    for gone in (cancelled, replaced):
        assert not selectors.letter_evidence(by=desk.focal.access, reference=f"letter:{gone.pk}").still_holds


def test_a_paper_of_another_app_takes_the_next_number_of_a_file(desk: Desk) -> None:
    first = actions.issue_number(by=desk.focal.access, file=desk.file, about="meeting:1:notice", purpose="সভা", on=DAY)
    letter = desk.issued()
    again = actions.issue_number(by=desk.focal.access, file=desk.file, about="meeting:1:notice", purpose="সভা")
    minutes = actions.issue_number(by=desk.focal.access, file=desk.file, about="meeting:1:minutes", purpose="কার্যবিবরণী")
    assert (first.pk, first.issue, first.state, first.day) == (again.pk, 1, "issued", DAY)
    assert (letter.memo_no, minutes.issue) == (f"{desk.file.number}.২", 3)
    assert first.memo_no == f"{desk.file.number}.১" == parse_memo(first.memo_no).canonical


def test_a_number_goes_back_with_the_deed_that_failed_and_is_cancelled_with_a_reason(desk: Desk) -> None:
    with transaction.atomic():
        actions.issue_number(by=desk.focal.access, file=desk.file, about="meeting:2:notice", purpose="সভা")
        transaction.set_rollback(True)
    kept = actions.issue_number(by=desk.focal.access, file=desk.file, about="meeting:3:notice", purpose="সভা")
    assert kept.issue == 1
    with pytest.raises(BadInput):
        actions.cancel_issued_number(by=desk.focal.access, about="meeting:3:notice", reason=" ")
    actions.cancel_issued_number(by=desk.focal.access, about="meeting:3:notice", reason="সভা হয়নি")
    with pytest.raises(NotFound):
        actions.cancel_issued_number(by=desk.focal.access, about="meeting:3:notice", reason="সভা হয়নি")
    anew = actions.issue_number(by=desk.focal.access, file=desk.file, about="meeting:3:notice", purpose="সভা")
    assert (anew.issue, MemoNumber.objects.get(pk=kept.pk).reason) == (2, "সভা হয়নি")


def test_numbers_for_other_papers_need_the_right_an_open_file_and_a_name(desk: Desk) -> None:
    for who in (desk.clerk, desk.cast.outsider):
        with pytest.raises(Refused):
            actions.issue_number(by=who.access, file=desk.file, about="meeting:4:notice", purpose="সভা")
    with pytest.raises(BadInput):
        actions.issue_number(by=desk.focal.access, file=desk.file, about=" ", purpose="সভা")
    actions.close_file(by=desk.focal.access, file=desk.file)
    with pytest.raises(Conflict):
        actions.issue_number(by=desk.focal.access, file=desk.file, about="meeting:4:notice", purpose="সভা")
