"""Letters: the chain of posts, who may do what, issue, what is final afterwards, amendment and replacement."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from agragati.audit.models import Deed
from agragati.kernel.errors import BadInput, Conflict, NotFound, Refused
from agragati.org.access import P
from agragati.papers import actions, selectors
from agragati.papers.choices import MOVES, LetterKind, LetterState, Step
from agragati.papers.forms import as_typed, text_of
from agragati.papers.models import Letter, LetterAddress, LetterRecipient
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.flow import distribution_list
from agragati.papers.rules.letter_text import LetterText, Sheet, checked_text, compose, text_data, text_from, text_hash
from agragati.papers.rules.paper import UNORDERED, Letterhead
from agragati.papers.rules.routing import Found, once_each
from agragati.papers.rules.stored import paper_from, to_data
from tests.papers.desk import DAY, TEXT, Desk, desk, fresh  # noqa: F401  (desk is a fixture)


def test_a_draft_goes_through_the_chain_and_out(desk: Desk) -> None:
    letter = desk.draft()
    actions.forward_letter(by=desk.clerk.access, letter=letter, to=desk.focal.posting.post, remark="দেখুন")
    actions.return_letter(by=desk.focal.access, letter=fresh(letter), remark="তারিখ দিন")
    assert (fresh(letter).state, fresh(letter).desk_id) == ("draft", desk.clerk.posting.post_id)
    actions.forward_letter(by=desk.clerk.access, letter=fresh(letter), to=desk.focal.posting.post)
    actions.forward_letter(by=desk.focal.access, letter=fresh(letter), to=desk.head.posting.post)
    actions.sign_letter(by=desk.head.access, letter=fresh(letter))
    issued = actions.issue_letter(by=desk.focal.access, letter=fresh(letter), on=DAY)
    assert (issued.memo_no, issued.day, issued.state) == ("০৫.৪৩.৮১০০.০০০.০৭.০০১.২৬.১", DAY, "issued")
    steps = [move.step for move in selectors.moves_of(by=desk.clerk.access, letter=issued)]
    assert steps == ["forward", "return", "forward", "forward", "sign", "issue"]
    deeds = set(Deed.objects.filter(about=f"letter:{letter.pk}").values_list("name", flat=True))
    assert deeds >= {"papers.draft_letter", "papers.forward_letter", "papers.return_letter", "papers.sign_letter",
                     "papers.issue_letter"}  # fmt: skip


def test_a_letter_lies_on_one_desk(desk: Desk) -> None:
    letter = desk.draft()
    actions.forward_letter(by=desk.clerk.access, letter=letter, to=desk.focal.posting.post)
    for deed in (
        lambda: actions.forward_letter(by=desk.clerk.access, letter=fresh(letter), to=desk.head.posting.post),
        lambda: actions.return_letter(by=desk.head.access, letter=fresh(letter), remark="না"),
        lambda: actions.sign_letter(by=desk.head.access, letter=fresh(letter)),
        lambda: actions.issue_letter(by=desk.focal.access, letter=fresh(letter)),
        lambda: actions.recall_letter(by=desk.head.access, letter=fresh(letter)),
        lambda: actions.drop_letter(by=desk.clerk.access, letter=fresh(letter), reason="না"),
        lambda: actions.edit_letter(by=desk.clerk.access, letter=fresh(letter), kind="letter", text=TEXT, file=None,
                                    signatory=None, reply_by=None, revision=2),
    ):  # fmt: skip
        with pytest.raises(Refused):
            deed()
    actions.recall_letter(by=desk.clerk.access, letter=fresh(letter))
    assert fresh(letter).desk_id == desk.clerk.posting.post_id


def test_nobody_signs_their_own_draft_but_the_head(desk: Desk) -> None:
    signer = desk.focal.access
    able = signer.__class__(**{**_fields(signer), "permissions": signer.permissions | {P.PAPER_SIGN}, "grants": ()})
    own = desk.draft(by=desk.focal, signatory=desk.focal.posting.post)
    with pytest.raises(Refused, match="wrote"):
        actions.sign_letter(by=able, letter=own)
    heads = desk.draft(by=desk.head)
    assert actions.sign_letter(by=desk.head.access, letter=heads).state == "signed"


def _fields(access: object) -> dict[str, object]:
    return {name: getattr(access, name) for name in access.__dataclass_fields__}  # type: ignore[attr-defined]


def test_only_the_named_signatory_signs(desk: Desk) -> None:
    letter = desk.draft(signatory=desk.focal.posting.post)
    actions.forward_letter(by=desk.clerk.access, letter=letter, to=desk.head.posting.post)
    with pytest.raises(Conflict):
        actions.sign_letter(by=desk.head.access, letter=fresh(letter))


def test_a_signed_letter_changes_only_after_it_is_returned(desk: Desk) -> None:
    letter = desk.signed()
    with pytest.raises(DatabaseError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(subject="অন্য")
    with pytest.raises(Refused):
        actions.add_address(by=desk.head.access, letter=letter, kind="free", place="copy", label="ক")
    actions.return_letter(by=desk.head.access, letter=letter, remark="ভুল")
    assert (fresh(letter).signed_hash, fresh(letter).desk_id) == ("", desk.clerk.posting.post_id)


def test_a_text_that_is_not_the_signed_one_is_not_issued(desk: Desk) -> None:
    letter = desk.signed()
    Letter.objects.filter(pk=letter.pk).update(signed_hash="0" * 64)
    with pytest.raises(Conflict):
        actions.issue_letter(by=desk.focal.access, letter=fresh(letter))


def test_an_edit_over_a_newer_one_is_refused(desk: Desk) -> None:
    letter = desk.draft()
    edit = {"kind": "letter", "text": TEXT, "file": desk.file, "signatory": None, "reply_by": None}
    actions.edit_letter(by=desk.clerk.access, letter=letter, revision=letter.revision, **edit)
    with pytest.raises(Conflict):
        actions.edit_letter(by=desk.clerk.access, letter=letter, revision=letter.revision, **edit)


def test_placeholders_must_be_filled_before_a_letter_leaves_the_desk(desk: Desk) -> None:
    text = LetterText(subject="{সভার তারিখ} তারিখের সভা", paragraphs=("ক",))
    letter = actions.draft_letter(by=desk.clerk.access, kind="letter", text=text, file=desk.file)
    with pytest.raises(BadInput, match="সভার তারিখ"):
        actions.forward_letter(by=desk.clerk.access, letter=letter, to=desk.head.posting.post)


@pytest.mark.parametrize(
    ("change", "field"),
    [({"subject": " "}, "subject"), ({"paragraphs": ("", " ")}, "paragraphs"), ({"subject": "ক" * 401}, "subject"),
     ({"sheets": (Sheet("ছক", ()),)}, "sheets")],
)  # fmt: skip
def test_a_text_that_is_no_letter_is_refused(change: dict[str, object], field: str) -> None:
    given_text = LetterText(**{"subject": "বিষয়", "paragraphs": ("ক",), **change})  # type: ignore[arg-type]
    with pytest.raises(BadInput) as refused:
        checked_text("letter", given_text)
    assert refused.value.field == field


def test_a_letter_without_file_or_addressee_is_not_issued(desk: Desk) -> None:
    for more, field in ({"file": None}, "file"), ({"file": desk.file}, "label"):
        made = actions.draft_letter(by=desk.head.access, kind="letter", text=TEXT, **more)  # type: ignore[arg-type]
        if field == "file":
            actions.add_address(by=desk.head.access, letter=made, kind="free", place="to", label="ক")
        made = actions.sign_letter(by=desk.head.access, letter=fresh(made))
        with pytest.raises(BadInput) as refused:
            actions.issue_letter(by=desk.head.access, letter=made)
        assert refused.value.field == field


def test_the_list_of_copies_says_what_its_writer_chose_of_its_order(desk: Desk) -> None:
    letter = desk.draft()
    actions.add_address(by=desk.clerk.access, letter=letter, kind="free", place="copy", label="একটি সমিতি")
    for seniority, says in ((UNORDERED, "(জ্যেষ্ঠতার ক্রমানুসারে নয়)"), ("ordered", "(জ্যেষ্ঠতার ক্রমানুসারে)")):
        text = text_of({**as_typed(TEXT), "seniority": seniority})
        copies = selectors.paper_of(by=desk.clerk.access, letter=letter, text=text).copies
        assert copies is not None
        assert distribution_list(copies).remark == says
    assert text_hash("letter", replace(TEXT, seniority="ordered")) != text_hash("letter", TEXT)


def test_nothing_of_an_issued_letter_changes(desk: Desk) -> None:
    letter = desk.issued()
    row = LetterRecipient.objects.filter(letter=letter).first()
    assert row is not None
    attempts: list[Callable[[], object]] = [
        lambda: Letter.objects.filter(pk=letter.pk).update(subject="অন্য"),
        lambda: Letter.objects.filter(pk=letter.pk).update(state="draft"),
        lambda: letter.delete(),
        lambda: LetterAddress.objects.filter(letter=letter).update(label="অন্য"),
        lambda: LetterAddress.objects.create(letter=letter, position=9, kind="free", label="নতুন"),
        lambda: LetterRecipient.objects.filter(pk=row.pk).update(label="অন্য"),
        lambda: LetterRecipient.objects.create(letter=letter, address=row.address, label="ক", state="to_send"),
        lambda: row.delete(),
    ]
    for attempt in attempts:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    with pytest.raises(Refused):
        actions.return_letter(by=desk.head.access, letter=fresh(letter), remark="ভুল")


def test_moves_follow_the_table() -> None:
    ends = {LetterState.ISSUED, LetterState.DROPPED}
    assert {state for state, _ in MOVES} & ends == set()
    assert {after for (_, step), after in MOVES.items() if step == Step.ISSUE} == {LetterState.ISSUED}
    assert [pair for pair in product(LetterState, [Step.ISSUE]) if pair in MOVES] == [(LetterState.SIGNED, Step.ISSUE)]


def test_an_amendment_has_a_number_of_its_own_and_points_back(desk: Desk) -> None:
    first = desk.issued()
    draft = actions.draft_amendment(by=desk.head.access, letter=first)
    assert (draft.kind, draft.amends_id, draft.addresses.count()) == (LetterKind.AMENDMENT, first.pk, 1)
    later = actions.issue_letter(
        by=desk.head.access, letter=actions.sign_letter(by=desk.head.access, letter=draft), on=DAY
    )
    assert later.memo_no.endswith(".২")
    assert first.memo_no in later.paper["reference"]
    assert selectors.followers(by=desk.head.access, letter=first) == [later]
    assert selectors.attested(by=desk.head.access, code=first.verify_code or "").validity == "amended"


def test_a_replacement_has_the_same_number_and_date(desk: Desk) -> None:
    first = desk.issued()
    draft = actions.draft_replacement(by=desk.head.access, letter=first)
    with pytest.raises(Conflict):
        actions.draft_replacement(by=desk.head.access, letter=first)
    signed = actions.sign_letter(by=desk.head.access, letter=draft)
    later = actions.issue_letter(by=desk.head.access, letter=signed, on=DAY + datetime.timedelta(days=30))
    assert (later.memo_no, later.day, later.number_id) == (first.memo_no, first.day, first.number_id)
    assert selectors.attested(by=desk.head.access, code=first.verify_code or "").validity == "replaced"
    assert selectors.attested(by=desk.head.access, code=later.verify_code or "").validity == "valid"
    following = desk.issued()
    assert following.memo_no.endswith(".২")


def test_a_cancelled_letter_stays_with_its_reason(desk: Desk) -> None:
    letter = desk.issued()
    with pytest.raises(Refused):
        actions.cancel_letter(by=desk.focal.access, letter=letter, reason="ভুল প্রাপক")
    actions.cancel_letter(by=desk.head.access, letter=letter, reason="ভুল প্রাপক")
    told = selectors.attested(by=desk.head.access, code=letter.verify_code or "")
    assert (told.validity, told.reason) == ("cancelled", "ভুল প্রাপক")
    with pytest.raises(Conflict):
        actions.draft_amendment(by=desk.head.access, letter=fresh(letter))


def test_who_sees_what(desk: Desk) -> None:
    draft, issued, cast = desk.draft(), desk.issued(), desk.cast
    assert selectors.letter(by=desk.focal.access, letter_id=draft.pk)
    for person in (cast.secretary, cast.divisional_officer, cast.upazila_officer, cast.outsider, cast.admin):
        with pytest.raises(NotFound):
            selectors.letter(by=person.access, letter_id=draft.pk)
    for person in (cast.secretary, cast.divisional_officer, cast.upazila_officer):
        assert selectors.letter(by=person.access, letter_id=issued.pk) == issued
    with pytest.raises(NotFound):
        selectors.letter(by=cast.outsider.access, letter_id=issued.pk)


def test_the_paper_is_kept_whole(desk: Desk) -> None:
    letter = desk.issued()
    paper = paper_from(letter.paper)
    assert (paper.memo_no, paper.day, paper.subject) == (letter.memo_no, DAY, TEXT.subject)
    assert paper.verification
    assert paper.verification.url == f"https://x.test/verify/{letter.verify_code}/"
    assert to_data(paper) == letter.paper
    assert to_pdf(paper) == to_pdf(selectors.paper_of(by=desk.clerk.access, letter=letter))


@pytest.mark.parametrize("kind", LetterKind.values)
def test_every_kind_is_composed_stored_and_printed(kind: str) -> None:
    text = LetterText(subject="বিষয়", paragraphs=("প্রথম অনুচ্ছেদ", "দ্বিতীয়"), salutation="প্রিয় সহকর্মী", chair="সচিব",
                      sheets=(Sheet("ছক", ("ক্রম", "নাম", "মন্তব্য"), (("১",),)),))  # fmt: skip
    paper = compose(kind, text, letterhead=Letterhead("অফিস"), to=("ক",), day=DAY)
    assert paper_from(to_data(paper)) == paper
    assert to_pdf(paper).startswith(b"%PDF")


words = st.text("কখগ ১২।", min_size=0, max_size=20)


@given(
    st.builds(
        LetterText, subject=words, reference=words, paragraphs=st.lists(words).map(tuple),
        agenda=st.lists(words).map(tuple),
        sheets=st.lists(st.builds(Sheet, words, st.lists(words, max_size=3).map(tuple))).map(tuple),
    )
)  # fmt: skip
def test_a_text_comes_back_from_its_json(text: LetterText) -> None:
    assert text_from(text_data(text)) == text


@given(st.lists(st.builds(Found, st.integers(1, 3), st.sampled_from(["to", "copy"]), st.just("ক"), st.just(""),
                          st.none() | st.integers(1, 4), st.none())))  # fmt: skip
def test_nobody_gets_two_copies_and_addressees_win(found: list[Found]) -> None:
    kept = once_each(found)
    offices = [one.office for one in kept if one.office]
    assert len(offices) == len(set(offices)) == len({one.office for one in found if one.office})
    for one in kept:
        if one.office and one.place == "copy":
            assert not any(other.office == one.office and other.place == "to" for other in found)
    assert sum(one.office is None for one in kept) == sum(one.office is None for one in found)
