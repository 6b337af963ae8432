"""A letter as a paper: its frame from the office, its people and its addressees, its body from the typed text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.conf import settings

from agragati.kernel.digits import to_bn
from agragati.org.access import Access
from agragati.org.choices import PostingKind
from agragati.org.models import Office, Post, Posting
from agragati.org.selectors import holder_of

from ..choices import LetterState, Place
from ..models import Letter, LetterAddress
from ..rules.blocks import Person, Verification
from ..rules.layouts import laid_out
from ..rules.letter_text import LetterText, compose, text_from
from ..rules.paper import OFFICE_COPY, Distribution, Letterhead, Paper, Recipient, Seniority
from ..rules.stored import paper_from
from ..rules.verify_codes import written
from .annexes import annexes_of
from .delivery import addresses_of
from .layouts import layout_of

DRAFT, DEMO = "খসড়া", "নমুনা"
_CHARGES = {PostingKind.CURRENT: " (চলতি দায়িত্ব)", PostingKind.ADDITIONAL: " (অতিরিক্ত দায়িত্ব)"}


def paper_of(*, by: Access, letter: Letter, text: LetterText | None = None) -> Paper:
    """The paper of a letter: as issued when it is, else as it would be with `text` (the kept one by default)."""
    if letter.state == LetterState.ISSUED and letter.paper:
        return paper_from(letter.paper)
    return frame_paper(by=by, letter=letter, text=text or text_from(letter.text), watermark=DRAFT)


def frame_paper(
    *, by: Access, letter: Letter, text: LetterText, watermark: str = "", memo_no: str = "", day: date | None = None,
    verify_url: str = "", code: str = "",
) -> Paper:  # fmt: skip
    """Put the typed text into the frame of the letter's office, people and addressees."""
    listed = addresses_of(by=by, letter=letter) if letter.pk else []
    to = [row.label + (f" ({row.remark})" if row.remark else "") for row in listed if row.place == Place.TO]
    made = compose(
        letter.kind,
        text,
        letterhead=letterhead_of(by=by, office=letter.office, section=_section_name(letter)),
        to=tuple(to) if len(to) < 2 else tuple(f"{to_bn(at)}। {line}" for at, line in enumerate(to, 1)),
        memo_no=memo_no or _reserved_number(letter),
        day=day,
        issuer=signatory_of(by=by, letter=letter),
        copies=_copies([row for row in listed if row.place == Place.COPY], text.seniority),
        fonts=tuple(settings.PAPER_FONTS),
        verification=Verification(verify_url, written(code)) if code else None,
        watermark=watermark,
    )
    files = tuple(row.title for row in annexes_of(by=by, letter=letter)) if letter.pk else ()
    made = replace(made, attachments=(*made.attachments, *files))
    return laid_out(made, layout_of(by=by, office=letter.office))


def letterhead_of(*, by: Access, office: Office, section: str = "") -> Letterhead:
    """The office's letterhead: the ministry at the head of its line, itself, the section, address and website."""
    top = Office.objects.filter(path=office.path.split(".", 1)[0]).exclude(pk=office.pk).first()
    return Letterhead(
        office=office.name_bn, ministry=top.name_bn if top else "", section=section, address=office.address_bn,
        web=office.website.removeprefix("https://").removeprefix("http://").rstrip("/"),
    )  # fmt: skip


def signatory_of(*, by: Access, letter: Letter) -> Person | None:
    """Who signs: the one who did, else who holds the post that is to sign; None while no post is named."""
    if letter.signed_by:
        return _person(letter.signed_by)
    if letter.signatory is None:
        return None
    posting = holder_of(by=by, post_id=letter.signatory_id or 0)
    return _person(posting) if posting else Person("", letter.signatory.title_bn)


def default_signatory(*, by: Access) -> Post | None:
    """The post of the own office that signs by default: its head."""
    return Post.objects.filter(office_id=by.office_id or 0, is_head=True, valid_to__isnull=True).first()


def _person(posting: Posting) -> Person:
    charge = _CHARGES.get(PostingKind(posting.kind), "")
    lines = (f"ফোন: {to_bn(posting.user.phone)}",) if posting.user.phone else ()
    mail = (posting.user.email,) if posting.user.email else ()
    return Person(posting.user.name_bn or posting.user.username, posting.post.title_bn + charge, lines=(*lines, *mail))


def _section_name(letter: Letter) -> str:
    return letter.file.section.name_bn if letter.file and letter.file.section else ""


def _reserved_number(letter: Letter) -> str:
    """A draft shows the file number and leaves room for the issue number."""
    if letter.memo_no:
        return letter.memo_no
    return f"{letter.file.number}.………" if letter.file else ""


def _copies(rows: list[LetterAddress], seniority: Seniority) -> Distribution | None:
    if not rows:
        return None
    phrases = {row.phrase for row in rows}
    shared = phrases.pop() if len(phrases) == 1 else ""
    entries = [Recipient(row.label, "" if shared else row.phrase, row.remark) for row in rows]
    return Distribution((*entries, Recipient(OFFICE_COPY)), label="অনুলিপি", phrase=shared, seniority=seniority)
