"""What the public page answers: whether a code or a file is that of an issued paper, and what the paper attests."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Q

from agragati.kernel.errors import NotFound
from agragati.org.access import Access

from ..choices import LetterState, NumberState, Validity
from ..models import Letter, LetterCopy
from ..rules.verify_codes import read_code

SHORTEST_HASH = 12  # hexadecimal digits


@dataclass(frozen=True)
class Attested:
    """What anyone may know of an issued paper. Neither its subject nor its text is here."""

    code: str
    kind: str
    office: str
    memo_no: str
    day: datetime.date
    signed_by: str
    signed_at: datetime.datetime | None
    pages: int | None
    validity: Validity
    pdf_sha256: str
    docx_sha256: str
    signature: str
    later_memo: str = ""
    later_day: datetime.date | None = None
    reason: str = ""


def attested(*, by: Access, code: str) -> Attested:
    """What the paper with this code attests; raises NotFound. The code itself is the permission: `by` may be anyone."""
    wanted = read_code(code)
    rows = Letter.objects.filter(state=LetterState.ISSUED).select_related(
        "office", "signed_by__user", "signed_by__post", "number", "copy"
    )
    found = rows.filter(verify_code=wanted).first() if wanted else None
    if found is None:
        raise NotFound("No paper has this code. Compare it with the paper letter by letter.")
    return _attested(found)


def code_of_file(*, by: Access, sha256: str) -> str:
    """The code of the paper whose PDF or DOCX has exactly this hash; "" when none has. Open to anyone."""
    rows = LetterCopy.objects.filter(Q(pdf_sha256=sha256) | Q(docx_sha256=sha256))
    return rows.values_list("letter__verify_code", flat=True).first() or ""


def is_copy_of(*, by: Access, code: str, digits: str) -> bool:
    """Whether the first digits of a hash (at least 12) are those of the paper with this code."""
    found, wanted = attested(by=by, code=code), digits.strip().lower()
    long_enough = len(wanted) >= SHORTEST_HASH
    return long_enough and any(h.startswith(wanted) for h in (found.pdf_sha256, found.docx_sha256) if h)


def _attested(letter: Letter) -> Attested:
    validity, later = _validity(letter)
    copy: LetterCopy | None = getattr(letter, "copy", None)
    signed = letter.signed_by
    assert letter.day is not None
    return Attested(
        code=letter.verify_code or "",
        kind=str(letter.get_kind_display()),
        office=letter.office.name_bn,
        memo_no=letter.memo_no,
        day=letter.day,
        signed_by=signed.post.title_bn if signed else "",
        signed_at=letter.signed_at,
        pages=copy.pages if copy else None,
        validity=validity,
        pdf_sha256=copy.pdf_sha256 if copy else "",
        docx_sha256=copy.docx_sha256 if copy else "",
        signature=copy.signature if copy else "",
        later_memo=later.memo_no if later else "",
        later_day=later.day if later else None,
        reason=letter.number.reason if letter.number and validity is Validity.CANCELLED else "",
    )


def _validity(letter: Letter) -> tuple[Validity, Letter | None]:
    later = list(Letter.objects.filter(Q(amends=letter) | Q(replaces=letter), state=LetterState.ISSUED).order_by("-pk"))
    if letter.number and letter.number.state == NumberState.CANCELLED:
        return Validity.CANCELLED, None
    if replaced := next((one for one in later if one.replaces_id == letter.pk), None):
        return Validity.REPLACED, replaced
    return (Validity.AMENDED, later[0]) if later else (Validity.VALID, None)
