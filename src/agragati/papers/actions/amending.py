"""After issue nothing changes: what is wrong is put right by a later letter linked to the first."""

from __future__ import annotations

from django.db import transaction

from agragati.kernel.errors import Conflict, Refused
from agragati.org.access import Access
from agragati.papers.rules.paper import gregorian_text

from ..access import may_amend
from ..choices import LetterKind, LetterState, NumberState
from ..models import Letter, LetterAddress
from ..rules.letter_text import LetterText, text_from
from .drafting import draft_letter

AMENDS = (
    "উপর্যুক্ত বিষয় ও সূত্রের পরিপ্রেক্ষিতে জানানো যাচ্ছে যে, সূত্রোক্ত স্মারকে জারিকৃত পত্রে নিম্নরূপ সংশোধন করা হলো:",
    "পত্রের অন্যান্য বিষয় অপরিবর্তিত থাকবে।",
)


@transaction.atomic
def draft_amendment(*, by: Access, letter: Letter) -> Letter:
    """Draft the amendment (সংশোধনী) of an issued letter: a letter of its own with a new number, to the same people."""
    _check(by, letter)
    assert letter.day is not None
    text = LetterText(
        subject=letter.subject,
        reference=f"{letter.office.name_bn} এর স্মারক নম্বর {letter.memo_no}, তারিখ: {gregorian_text(letter.day)} খ্রি.",
        paragraphs=AMENDS,
    )
    made = draft_letter(by=by, kind=LetterKind.AMENDMENT, text=text, file=letter.file, amends=letter)
    _same_addressees(letter, made)
    return made


@transaction.atomic
def draft_replacement(*, by: Access, letter: Letter) -> Letter:
    """Draft the letter that takes the place of an issued one (স্থলাভিষিক্ত): same number, same date, to the same people.

    Raises Conflict when it is cancelled or replaced already.
    """
    _check(by, letter)
    if Letter.objects.filter(replaces=letter).exclude(state=LetterState.DROPPED).exists():
        raise Conflict("A replacement of this letter exists already.")
    made = draft_letter(by=by, kind=letter.kind, text=text_from(letter.text), file=letter.file, replaces=letter)
    made.number, made.memo_no = letter.number, letter.memo_no
    made.save(update_fields=["number", "memo_no"])
    _same_addressees(letter, made)
    return made


def _check(by: Access, letter: Letter) -> None:
    if not may_amend(by, letter):
        raise Refused("Only an issued letter of your own office is amended or replaced.")
    if letter.number and letter.number.state == NumberState.CANCELLED:
        raise Conflict("The letter is cancelled.")


def _same_addressees(letter: Letter, made: Letter) -> None:
    rows = list(LetterAddress.objects.filter(letter=letter))
    for row in rows:
        row.pk, row._state.adding, row.letter = None, True, made
    LetterAddress.objects.bulk_create(rows)
