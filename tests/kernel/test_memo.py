"""Memo numbers: both forms, every joint, the doubts of scans, and texts that hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput
from agragati.kernel.memo import FORMS, find_memos, parse_file_number, parse_memo

OLD = "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯"
NEW = "০৫.৪৩.৪২৪০.০০১.০১৭.০৭.০০০১.২৫.৮৯"


@pytest.mark.parametrize(
    "text",
    [
        OLD,
        "05.43.0000.017.07.001.21.89",
        "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১. ৮৯",
        "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১-৮৯",
        "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১ ৮৯",
        "০৫-৪৩-০০০০-০১৭-০৭-০০১-২১-৮৯",
        "০৫ ৪৩ ০০০০ ০১৭ ০৭ ০০১ ২১ ৮৯",
        "০৫. ৪৩ .০০০০.০১৭.০৭.০০১.২১.৮৯",
        "স্মারক নং-০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯",
        "স্মারক নম্বর: ০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯।",
        "নম্বরঃ ০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯",
        "স্মা.নং ০৫.৪৩.০০০০.০১৭.০৭.০০১.২১.৮৯",
        "Memo No. 05.43.0000.017.07.001.21.89",
    ],
)
def test_one_number_in_many_spellings(text: str) -> None:
    memo = parse_memo(text)
    assert (memo.form, memo.canonical, memo.issue, str(memo)) == ("18", OLD, "৮৯", OLD)
    assert memo.latin == "05.43.0000.017.07.001.21.89"


def test_the_groups_of_both_forms_have_names() -> None:
    assert parse_memo(OLD).groups == {
        "ministry": "০৫",
        "office": "৪৩",
        "geo": "০০০০",
        "section": "০১৭",
        "subject": "০৭",
        "serial": "০০১",
        "year": "২১",
    }
    new = parse_memo(NEW)
    assert (new.form, new.groups["subordinate"], new.groups["serial"], new.canonical) == ("22", "০০১", "০০০১", NEW)
    assert sum(FORMS["18"].values()) == 18
    assert sum(FORMS["22"].values()) == 22


def test_the_tail_of_a_copy_is_kept_apart() -> None:
    memo = parse_memo(OLD + "/১(১০)")
    assert (memo.canonical, memo.endorsement) == (OLD, "/১(১০)")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "স্মারক",
        "৭৮",
        "২৬/০৯/২০২৩",
        "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১",
        "০৫.৪৩.০০০০.০১৭.০৭.০০০১.২১.৮৯",
        "০৫.৪৩.০০০.০১৭.০৭.০০১.২১.৮৯",
        "০৫.৪৩.০০০০.০১৭.০০১.০৭.০০১.২১.৮৯",
        OLD + " " + OLD,
        "১" * 400,
    ],
)
def test_what_is_no_memo_number_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_memo(text)


def test_a_file_number_has_no_issue_number() -> None:
    number = parse_file_number("নথি নং ০৫.৪৩.০০০০.০১৭.০৭.০০১.২১")
    assert (number.issue, number.canonical) == ("", "০৫.৪৩.০০০০.০১৭.০৭.০০১.২১")
    with pytest.raises(BadInput):
        parse_file_number(OLD)


def test_a_scan_that_takes_4_for_8_is_doubted_when_the_own_code_is_known() -> None:
    read = "৮৭.০০.০০০০.০৪৩.১৬.০০৮.২৩.২৩"
    assert parse_memo(read).doubts == ()
    memo = parse_memo(read, "৪৭")
    assert memo.canonical == read, "the number is reported as read, never changed in silence"
    assert memo.likely == "৪৭.০০.০০০০.০৪৩.১৬.০০৮.২৩.২৩"
    assert "৮৭" in memo.warnings[0]
    assert "৪৭" in str(memo.doubts[0])


def test_the_own_number_and_another_office_raise_no_doubt() -> None:
    assert parse_memo(OLD, "05.43").doubts == ()
    assert parse_memo(OLD, "৪৭").doubts == ()
    assert parse_memo("৮৭.০১.০০০০.০৪৩.১৬.০০৮.২৩.২৩", "৪৭.০০").likely == ""


def test_file_numbers_are_doubted_too() -> None:
    assert parse_file_number("৮৭.০০.০০০০.০৪৩.১৬.০০৮.২৩", "৪৭").likely == "৪৭.০০.০০০০.০৪৩.১৬.০০৮.২৩"


def test_memos_are_found_in_a_text_with_their_place() -> None:
    text = f"সূত্র: স্মারক নং-৫১.০১.০০০০.০৪০.০৬.০৪৩.২৩. ৯৫২, তারিখ: ০২/০৮/২০২৩; এবং {NEW}। সূচক ১.১.১, ফোন ০২-৪১০১০২০৩"
    found = find_memos(text)
    assert [memo.canonical for _, memo in found] == ["৫১.০১.০০০০.০৪০.০৬.০৪৩.২৩.৯৫২", NEW]
    assert [text[start:end] for (start, end), _ in found] == ["৫১.০১.০০০০.০৪০.০৬.০৪৩.২৩. ৯৫২", NEW]


@pytest.mark.parametrize("after", [" ২৭ ডিসেম্বর ২০২১", " ২৭/১২/২০২১", " ১২ পৌষ ১৪২৮", " ৮০%", " ২৭-১২-২০২১"])
def test_the_date_after_a_file_number_is_not_its_issue_number(after: str) -> None:
    [(_, memo)] = find_memos("০৫.৪৩.০০০০.০১৭.০৭.০০১.২১" + after)
    assert memo.issue == ""


@pytest.mark.parametrize("text", ["১২." + OLD, OLD + ".১২", "নেই"])
def test_longer_dotted_numbers_hold_no_memo(text: str) -> None:
    assert find_memos(text) == []


@given(st.sampled_from(["18", "22"]), st.data())
def test_what_is_printed_reads_back(form: str, data: st.DataObject) -> None:
    sizes = FORMS[form].values()  # type: ignore[index]
    groups = [data.draw(st.text("0123456789", min_size=size, max_size=size)) for size in sizes]
    issue = str(data.draw(st.integers(min_value=1, max_value=99999)))
    joint = data.draw(st.sampled_from([".", "-", " ", ". "]))
    memo = parse_memo(".".join(groups) + joint + issue)
    assert memo.form == form
    assert memo.canonical == to_bn(".".join([*groups, issue]))
    assert parse_memo(memo.canonical) == memo
