"""Deeds on drafts: writing, changing, naming addressees, giving up."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict, Refused
from agragati.kernel.text import normalise
from agragati.org.access import Access, P
from agragati.org.models import Post
from agragati.org.selectors import own_office

from ..access import may_drop, may_edit
from ..choices import AddressKind, LetterKind, LetterState, Place, Step
from ..models import FileRecord, Letter, LetterAddress, LetterMove, LetterRecipient, LetterWords
from ..rules.letter_text import LetterText, checked_text, text_data, words_of
from ..rules.page_keys import keys_of
from ..selectors.papers import default_signatory

MOST_ADDRESSES = 60


@transaction.atomic
def draft_letter(
    *, by: Access, kind: str, text: LetterText, file: FileRecord | None = None, signatory: Post | None = None,
    reply_by: datetime.date | None = None, answers: LetterRecipient | None = None, amends: Letter | None = None,
    replaces: Letter | None = None,
) -> Letter:  # fmt: skip
    """Write the draft of a letter of the own office; it lies on the writer's desk.

    `signatory` is the head by default. Raises BadInput naming the field, Refused without the right to draft.
    """
    by.require(P.PAPER_DRAFT, by.office_path)
    office = own_office(by=by)
    clean = checked_text(_kind(kind), text)
    _check_frame(by, file, signatory)
    made = Letter.objects.create(
        office=office, file=file, kind=kind, subject=clean.subject, text=text_data(clean), author_id=by.user_id,
        author_post_id=by.post_id, desk_id=by.post_id, signatory=signatory or default_signatory(by=by),
        reply_by=reply_by, answers=answers, amends=amends, replaces=replaces, is_demo=office.is_demo,
    )  # fmt: skip
    _index(made, clean)
    record(by=by, deed="papers.draft_letter", about=f"letter:{made.pk}", label=str(made), values={"kind": kind})
    return made


@transaction.atomic
def edit_letter(
    *, by: Access, letter: Letter, kind: str, text: LetterText, file: FileRecord | None, signatory: Post | None,
    reply_by: datetime.date | None, revision: int,
) -> Letter:  # fmt: skip
    """Change a draft on the own desk. Raises Conflict when someone changed it since `revision`."""
    held = hold(letter)
    if not may_edit(by, held):
        raise Refused("Only the post where the letter lies changes its text, and only before it is signed.")
    if held.revision != revision:
        raise Conflict("Someone changed the letter in the meantime. Open it again; your text is still on this page.")
    clean = checked_text(_kind(kind), text)
    _check_frame(by, file, signatory)
    held.kind, held.subject, held.text = kind, clean.subject, text_data(clean)
    held.signatory, held.reply_by = signatory or held.signatory, reply_by
    if held.number_id is None:  # a number ties the letter to its file
        held.file = file
    held.revision += 1
    held.save()
    _index(held, clean)
    record(by=by, deed="papers.edit_letter", about=f"letter:{held.pk}", label=str(held))
    return held


@transaction.atomic
def add_address(
    *, by: Access, letter: Letter, kind: str, place: str, label: str = "", phrase: str = "", remark: str = "",
    **who: Any,
) -> LetterAddress:  # fmt: skip
    """Name an addressee. `who`: office, post, or office_kind, below and group (model rows) as `kind` needs them.

    A label left empty is made from the office or post. Raises BadInput when it is unclear who is meant.
    """
    held = hold(letter)
    require_open(by, held)
    if LetterAddress.objects.filter(letter=held).count() >= MOST_ADDRESSES:
        raise BadInput("A letter names at most %(count)s addressees; use a rule for many offices.",
                       field="label", count=MOST_ADDRESSES)  # fmt: skip
    words = normalise(label).strip()[:400] or _label(kind, who)
    if not words:
        raise BadInput("Write how the addressee is printed.", field="label")
    last = LetterAddress.objects.filter(letter=held).aggregate(last=Max("position"))["last"] or 0
    made = LetterAddress.objects.create(
        letter=held, position=last + 1, place=Place(place), kind=AddressKind(kind), label=words,
        phrase=normalise(phrase).strip()[:100], remark=normalise(remark).strip()[:200], **_needed(kind, who),
    )  # fmt: skip
    turn(held)
    record(by=by, deed="papers.add_address", about=f"letter:{held.pk}", label=words)
    return made


@transaction.atomic
def remove_address(*, by: Access, letter: Letter, address: LetterAddress) -> None:
    """Take an addressee off a draft on the own desk."""
    held = hold(letter)
    require_open(by, held)
    record(by=by, deed="papers.remove_address", about=f"letter:{held.pk}", label=address.label)
    address.delete()
    turn(held)


@transaction.atomic
def drop_letter(*, by: Access, letter: Letter, reason: str) -> Letter:
    """Give up a draft. Raises Conflict while it holds a number: that is cancelled first, with its own reason."""
    held = hold(letter)
    if not may_drop(by, held):
        raise Refused("Only its writer gives up a draft, while it lies on the own desk.")
    if held.number_id and held.replaces_id is None:
        raise Conflict("The letter holds a reserved number. Cancel the number with a reason first.")
    held.state = LetterState.DROPPED
    held.save(update_fields=["state"])
    LetterMove.objects.create(letter=held, step=Step.DROP, from_post_id=by.post_id, remark=reason.strip()[:1000],
                              by_label=by.label)  # fmt: skip
    record(by=by, deed="papers.drop_letter", about=f"letter:{held.pk}", label=str(held), values={"reason": reason})
    return held


def hold(letter: Letter) -> Letter:
    """The letter's row, locked to the end of the transaction."""
    rows = Letter.objects.select_for_update(of=("self",)).select_related(
        "office__area", "file__section", "file__office", "signatory", "signed_by__user", "signed_by__post", "number",
        "replaces",
    )  # fmt: skip
    return rows.get(pk=letter.pk)


def require_open(by: Access, held: Letter) -> None:
    """Raise Refused unless the letter may be changed now from where `by` works."""
    if not may_edit(by, held):
        raise Refused("Only the post where the letter lies changes its text, and only before it is signed.")


def turn(held: Letter) -> None:
    """Note that the draft changed, so that nobody overwrites it unseen."""
    held.revision += 1
    held.save(update_fields=["revision"])


def _index(letter: Letter, text: LetterText) -> None:
    """Keep the words of the letter, by which it is found."""
    LetterWords.objects.update_or_create(letter=letter, defaults={"keys": keys_of(words_of(text))})


def _kind(kind: str) -> str:
    if kind not in LetterKind.values:
        raise BadInput("There is no such kind of letter.", field="kind")
    return kind


def _check_frame(by: Access, file: FileRecord | None, signatory: Post | None) -> None:
    if file is not None and file.office_id != by.office_id:
        raise BadInput("This file is of another office.", field="file")
    if signatory is not None and signatory.office_id != by.office_id:
        raise BadInput("The signatory holds a post of your own office.", field="signatory")


def _needed(kind: str, who: dict[str, Any]) -> dict[str, Any]:
    names = {
        AddressKind.OFFICE: ("office",), AddressKind.POST: ("post",), AddressKind.FREE: (),
        AddressKind.GROUP: ("office_kind", "below", "group"),
    }[AddressKind(kind)]  # fmt: skip
    needed = {name: who[name] for name in names if who.get(name)}
    if kind == AddressKind.GROUP and not (needed.get("below") or needed.get("group")):
        raise BadInput("Say below which office, or of which group, the offices are.", field="below")
    if kind in (AddressKind.OFFICE, AddressKind.POST) and not needed:
        raise BadInput("Say who the addressee is.", field=names[0])
    return needed


def _label(kind: str, who: dict[str, Any]) -> str:
    """ "পদবি, অফিস" of an office's head, or of the post."""
    post: Post | None = who.get("post")
    office = who.get("office") or (post.office if post else None)
    if kind not in (AddressKind.OFFICE, AddressKind.POST) or office is None:
        return ""
    head = post or Post.objects.filter(office=office, is_head=True, valid_to__isnull=True).first()
    return f"{head.title_bn}, {office.name_bn}" if head else str(office.name_bn)
