"""Files and memo numbers: built rightly, without gaps, never given twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from agragati.kernel.errors import BadInput, Conflict, Refused
from agragati.kernel.memo import parse_memo
from agragati.papers import actions, selectors
from agragati.papers.models import FileRecord, Letter, MemoNumber
from agragati.papers.rules.file_numbers import file_number, memo_number
from agragati.records.models import Sequence
from tests.papers.desk import DAY, TEXT, Desk, desk, fresh, set_up  # noqa: F401  (desk is a fixture)
from tests.people import make_cast


@pytest.mark.parametrize(
    ("form", "more", "expected"),
    [
        ("18", {"section": "017", "subject": "07", "serial": 1, "year": 2021}, "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১"),
        ("18", {"section": "", "subject": "৭", "serial": 43, "year": 2023}, "০৫.৪৩.০০০০.০০০.০৭.০৪৩.২৩"),
        ("22", {"section": "17", "subject": "07", "serial": 1, "year": 2025}, "০৫.৪৩.০০০০.০০০.০১৭.০৭.০০০১.২৫"),
        ("22", {"section": "17", "subject": "07", "serial": 12, "year": 2025, "subordinate": "৩"},
         "০৫.৪৩.০০০০.০০৩.০১৭.০৭.০০১২.২৫"),
    ],
)  # fmt: skip
def test_a_file_number_is_built_from_its_codes(form: str, more: dict[str, object], expected: str) -> None:
    assert file_number(form=form, office_code="05.43.0000", **more) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "field"),
    [({"office_code": ""}, "office"), ({"office_code": "5.43.0"}, "office"), ({"subject": "123"}, "subject"),
     ({"serial": 1000}, "serial"), ({"section": "শাখা"}, "section")],
)  # fmt: skip
def test_a_code_that_does_not_fit_is_named(change: dict[str, object], field: str) -> None:
    given = {"office_code": "05.43.0000", "subject": "07", "serial": 1, "year": 2021} | change
    with pytest.raises(BadInput) as refused:
        file_number(form="18", **given)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_an_opened_file_takes_the_next_serial_of_its_subject_and_year(desk: Desk) -> None:
    second = actions.open_file(by=desk.focal.access, office=desk.cast.district, title="দ্বিতীয়", subject_code="07",
                               on=date(2026, 3, 1))  # fmt: skip
    other_year = actions.open_file(by=desk.focal.access, office=desk.cast.district, title="তৃতীয়", subject_code="07",
                                   on=date(2027, 3, 1))  # fmt: skip
    assert desk.file.number == "০৫.৪৩.৮১০০.০০০.০৭.০০১.২৬"
    assert (second.serial, other_year.serial) == (2, 1)
    with pytest.raises(BadInput):
        actions.open_file(by=desk.focal.access, office=desk.cast.district, title="আবার", subject_code="07", serial=2,
                          on=date(2026, 3, 1))  # fmt: skip


def test_only_who_may_issue_opens_files_and_gives_numbers(desk: Desk) -> None:
    for deed in (
        lambda: actions.open_file(by=desk.clerk.access, office=desk.cast.district, title="ক", subject_code="07"),
        lambda: actions.reserve_number(by=desk.clerk.access, file=desk.file),
        lambda: actions.reserve_number(by=desk.cast.outsider.access, file=desk.file),
        lambda: actions.close_file(by=desk.clerk.access, file=desk.file),
    ):
        with pytest.raises(Refused):
            deed()


def test_numbers_run_by_file_and_year(desk: Desk) -> None:
    given = [actions.reserve_number(by=desk.focal.access, file=desk.file, on=date(year, 5, 1)).issue
             for year in (2026, 2026, 2027, 2026, 2027)]  # fmt: skip
    assert given == [1, 2, 1, 3, 2]


def test_a_failed_deed_gives_its_number_back(desk: Desk) -> None:
    with transaction.atomic():
        assert actions.reserve_number(by=desk.focal.access, file=desk.file).issue == 1
        transaction.set_rollback(True)
    assert actions.reserve_number(by=desk.focal.access, file=desk.file).issue == 1


def test_a_reserved_number_is_released_only_with_a_reason_and_stays_visible(desk: Desk) -> None:
    letter = desk.signed()
    number = actions.reserve_for_letter(by=desk.focal.access, letter=letter)
    with pytest.raises(BadInput):
        actions.cancel_number(by=desk.focal.access, number=number, reason=" ")
    with pytest.raises(Conflict):
        actions.reserve_for_letter(by=desk.focal.access, letter=fresh(letter))
    actions.cancel_number(by=desk.focal.access, number=number, reason="পত্র প্রয়োজন নেই")
    assert fresh(letter).number_id is None
    with pytest.raises(Conflict):
        actions.cancel_number(by=desk.focal.access, number=number, reason="আবার")
    issued = actions.issue_letter(by=desk.focal.access, letter=fresh(letter), on=DAY)
    assert issued.memo_no == f"{desk.file.number}.২"
    rows = selectors.register(by=desk.focal.access, file=desk.file)
    assert [(row.issue, row.state, row.reason) for row in rows] == [
        (2, "issued", ""), (1, "cancelled", "পত্র প্রয়োজন নেই"),
    ]  # fmt: skip


def test_a_reserved_number_keeps_its_own_day(desk: Desk) -> None:
    letter = desk.signed()
    number = actions.reserve_for_letter(by=desk.focal.access, letter=letter)
    issued = actions.issue_letter(by=desk.focal.access, letter=fresh(letter), on=date(2030, 1, 1))
    assert (issued.day, issued.number_id) == (number.day, number.pk)


def test_the_database_keeps_numbers_as_they_were_given(desk: Desk) -> None:
    number = actions.reserve_number(by=desk.focal.access, file=desk.file)
    for change in ({"issue": 9}, {"year": 2020}):
        with pytest.raises(DatabaseError), transaction.atomic():
            MemoNumber.objects.filter(pk=number.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        number.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        FileRecord.objects.filter(pk=desk.file.pk).update(number="১")


def test_a_closed_file_gives_no_numbers(desk: Desk) -> None:
    held = actions.reserve_number(by=desk.focal.access, file=desk.file)
    with pytest.raises(Conflict):
        actions.close_file(by=desk.focal.access, file=desk.file)
    actions.cancel_number(by=desk.focal.access, number=held, reason="ভুল")
    actions.close_file(by=desk.focal.access, file=desk.file)
    with pytest.raises(Conflict):
        actions.reserve_number(by=desk.focal.access, file=desk.file)


def test_a_file_rolls_over_into_the_next_year(desk: Desk) -> None:
    with pytest.raises(Conflict):
        actions.roll_over_file(by=desk.focal.access, file=desk.file, on=date(2026, 12, 31))
    after = actions.roll_over_file(by=desk.focal.access, file=desk.file, on=date(2027, 1, 3))
    assert after.number == "০৫.৪৩.৮১০০.০০০.০৭.০০১.২৭"
    assert (after.follows_id, after.title) == (desk.file.pk, desk.file.title)
    assert FileRecord.objects.get(pk=desk.file.pk).closed_on == date(2027, 1, 3)
    assert actions.reserve_number(by=desk.focal.access, file=after, on=date(2027, 1, 3)).issue == 1


def test_a_memo_number_reads_back(desk: Desk) -> None:
    read = parse_memo(memo_number(desk.file.number, 952))
    assert (read.file_number, read.issue) == (desk.file.number, "৯৫২")


def _issue_in_parallel(threads: int, letters: int) -> list[int]:
    """Issue `letters` signed letters of one file from `threads` threads; give the numbers they went out under."""
    desk_now = set_up(make_cast())
    signed = [_signed_quickly(desk_now) for _ in range(letters)]

    def issue(letter: Letter) -> None:
        try:
            actions.issue_letter(by=desk_now.focal.access, letter=letter, on=DAY)
        finally:
            connection.close()

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(issue, signed))
    assert Sequence.objects.get(key=f"papers.file:{desk_now.file.pk}:{DAY.year}").last == letters
    return sorted(Letter.objects.filter(state="issued").values_list("number__issue", flat=True))


def _signed_quickly(desk_now: Desk) -> Letter:
    """A letter of the head's own: drafted and signed without a chain."""
    by = desk_now.head.access
    made = actions.draft_letter(by=by, kind="office_order", text=TEXT, file=desk_now.file)
    return actions.sign_letter(by=by, letter=made)


@pytest.mark.django_db(transaction=True)
def test_parallel_issues_leave_no_gap_and_give_no_number_twice() -> None:
    assert _issue_in_parallel(8, 40) == list(range(1, 41))


@pytest.mark.nightly
@pytest.mark.django_db(transaction=True)
def test_fifty_threads_issue_a_thousand_letters_with_consecutive_numbers() -> None:
    assert _issue_in_parallel(50, 1000) == list(range(1, 1001))
