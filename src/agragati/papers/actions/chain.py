"""Deeds that move a letter through the posts: forward, return, recall, sign."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Conflict, Refused
from agragati.kernel.text import normalise
from agragati.org.access import Access
from agragati.org.models import Post
from agragati.org.selectors import holder_of

from ..access import may_forward, may_recall, may_return, may_sign, wrote_it
from ..choices import MOVES, LetterState, Step
from ..models import Letter, LetterMove
from ..rules.letter_text import text_from, text_hash
from ..rules.placeholders import check_filled
from .drafting import hold

LONGEST_REMARK = 2000


@transaction.atomic
def forward_letter(*, by: Access, letter: Letter, to: Post, remark: str = "") -> Letter:
    """Hand a letter on the own desk to another post of the office for review or signature.

    Raises BadInput for a vacant post, another office's post, or a placeholder that is not filled in.
    """
    held = hold(letter)
    _require(may_forward(by, held))
    if to.office_id != held.office_id or to.pk == by.post_id:
        raise BadInput("Choose another post of your own office.", field="to")
    if holder_of(by=by, post_id=to.pk) is None:
        raise BadInput("Nobody holds this post now. Choose another.", field="to")
    check_filled(text_from(held.text))
    return _move(by, held, Step.FORWARD, to, remark)


@transaction.atomic
def return_letter(*, by: Access, letter: Letter, remark: str) -> Letter:
    """Send a letter back to its author with a remark, also a signed one that is not yet issued."""
    held = hold(letter)
    _require(may_return(by, held))
    if not remark.strip():
        raise BadInput("Say what is to be changed.", field="remark")
    if held.state == LetterState.SIGNED:
        held.signed_by, held.signed_at, held.signed_hash = None, None, ""
    return _move(by, held, Step.RETURN, held.author_post, remark)


@transaction.atomic
def recall_letter(*, by: Access, letter: Letter, remark: str = "") -> Letter:
    """Take the own draft back from the post where it lies unsigned."""
    held = hold(letter)
    _require(may_recall(by, held))
    return _move(by, held, Step.RECALL, held.author_post, remark)


@transaction.atomic
def sign_letter(*, by: Access, letter: Letter, remark: str = "") -> Letter:
    """Sign a letter: its text is final from here on. Nobody signs what they wrote, unless they head the office.

    Raises Refused, Conflict when another post is to sign, BadInput for a placeholder that is not filled in.
    """
    held = hold(letter)
    is_head = Post.objects.filter(pk=by.post_id or 0, is_head=True).exists()
    if not may_sign(by, held, is_head=is_head):
        if wrote_it(by, held) and not is_head:
            raise Refused("Nobody signs a letter that they wrote, unless they head the office.")
        _require(False)
    if held.signatory_id not in (None, by.post_id):
        raise Conflict("This letter is for the signature of %(post)s.", post=str(held.signatory))
    text = text_from(held.text)
    check_filled(text)
    held.signed_by_id, held.signed_at = by.posting_id, timezone.now()
    held.signed_hash, held.signatory_id = text_hash(held.kind, text), by.post_id
    return _move(by, held, Step.SIGN, held.desk, remark)


def _require(allowed: bool) -> None:
    if not allowed:
        raise Refused("This step is not open to you now: look where the letter lies.")


def _move(by: Access, held: Letter, step: Step, to: Post | None, remark: str) -> Letter:
    words = normalise(remark).strip()
    if len(words) > LONGEST_REMARK:
        raise BadInput("The remark is longer than %(limit)s letters.", field="remark", limit=LONGEST_REMARK)
    old = held.state
    held.state, held.desk = MOVES[held.state, step], to
    held.save()
    LetterMove.objects.create(letter=held, step=step, from_post_id=by.post_id, to_post=to, remark=words,
                              by_label=by.label[:300])  # fmt: skip
    record(by=by, deed=f"papers.{step}_letter", about=f"letter:{held.pk}", label=str(held),
           values={"from": old, "to": held.state, "post": to.pk if to else None})  # fmt: skip
    return held
