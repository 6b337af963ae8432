"""Making the signed PDF and the DOCX of an issued letter, once."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.digits import to_latin
from agragati.kernel.errors import NotFound
from agragati.org.access import Access
from agragati.records.actions import keep_file

from ..choices import LetterState
from ..models import Letter, LetterCopy
from ..renderers.docx import to_docx
from ..renderers.pages import page_count
from ..renderers.pdf import to_pdf
from ..renderers.signing import SignedBy, Signer
from ..rules.stored import paper_from


@transaction.atomic
def make_copies(*, by: Access, letter_id: int) -> LetterCopy:
    """Typeset an issued letter as PDF with the signature of who signed it, and as DOCX; keep both with their hashes.

    A second call gives what the first one made. Raises NotFound when no such letter is issued.
    """
    rows = Letter.objects.select_for_update(of=("self",)).filter(state=LetterState.ISSUED, pk=letter_id)
    letter = rows.select_related("office", "signed_by__user", "signed_by__post").first()
    if letter is None:
        raise NotFound("There is no such issued letter.")
    made = LetterCopy.objects.filter(letter=letter).first()
    return made or _make(by, letter)


def _make(by: Access, letter: Letter) -> LetterCopy:
    paper = paper_from(letter.paper or {})
    pdf, subject = _signer().sign(to_pdf(paper), _signed_by(letter))
    docx = to_docx(paper)
    name, about = f"letter-{re.sub('[^0-9.-]', '', to_latin(letter.memo_no))}", f"letter:{letter.pk}"
    kept_pdf = keep_file(by=by, office=letter.office, name=f"{name}.pdf", content=pdf, about=about)
    kept_docx = keep_file(by=by, office=letter.office, name=f"{name}.docx", content=docx, about=about)
    made = LetterCopy.objects.create(
        letter=letter, pdf=kept_pdf, docx=kept_docx, pdf_sha256=kept_pdf.sha256, docx_sha256=kept_docx.sha256,
        pages=page_count(pdf), signature=subject[:300],
    )  # fmt: skip
    record(by=by, deed="papers.make_copies", about=about, label=letter.memo_no, values={"sha256": made.pdf_sha256})
    defer("plans.tasks.count_measures", office_id=letter.office_id)
    return made


def _signer() -> Signer:
    """The signer that the settings name, with its folder of keys."""
    signer: Signer = import_string(settings.PAPER_SIGNER)(Path(settings.PAPER_SIGNING_FOLDER))
    return signer


def _signed_by(letter: Letter) -> SignedBy:
    posting = letter.signed_by
    assert posting is not None
    return SignedBy(
        key=str(posting.pk), name=posting.user.name_bn or posting.user.username,
        designation=posting.post.title_bn, office=letter.office.name_bn, reason=letter.memo_no,
        at=timezone.localtime(letter.signed_at), fonts=tuple(settings.PAPER_FONTS),
    )  # fmt: skip
