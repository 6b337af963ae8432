"""Everything the page of one letter shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from agragati.org.access import Access, P
from agragati.org.models import Post

from .. import access as rights
from ..choices import Delivery, LetterState, NumberState
from ..models import Letter, LetterAddress, LetterAnnex, LetterCopy, LetterMove, LetterRecipient
from .annexes import annexes_of
from .delivery import DeliverySum, addresses_of, delivery_sum, own_copies, sees_recipients
from .letters import followers, moves_of
from .searching import letters_like


@dataclass(frozen=True)
class LetterSheet:
    """A letter with its way, its addressees, its copies, and what the reader may do."""

    letter: Letter
    addresses: list[LetterAddress]
    annexes: list[LetterAnnex]
    moves: list[LetterMove]
    copy: LetterCopy | None
    sums: DeliverySum | None
    own_copies: list[LetterRecipient]
    followers: list[Letter]
    alike: list[Letter]
    may: frozenset[str]
    is_cancelled: bool
    is_late: bool

    @property
    def answerable(self) -> LetterRecipient | None:
        """The own copy that still waits for an answer."""
        return next((copy for copy in self.own_copies if copy.state != Delivery.ANSWERED), None)


def letter_sheet(*, by: Access, letter: Letter) -> LetterSheet:
    """The page of a letter that `by` has been given."""
    issued = letter.state == LetterState.ISSUED
    sender = sees_recipients(by=by, letter=letter)
    cancelled = issued and letter.number is not None and letter.number.state == NumberState.CANCELLED
    return LetterSheet(
        letter=letter,
        addresses=addresses_of(by=by, letter=letter) if rights.is_own(by, letter) else [],
        annexes=annexes_of(by=by, letter=letter),
        moves=moves_of(by=by, letter=letter),
        copy=copy_of(by=by, letter=letter),
        sums=delivery_sum(by=by, letter=letter) if issued and sender else None,
        own_copies=own_copies(by=by, letter=letter) if issued else [],
        followers=followers(by=by, letter=letter) if issued else [],
        alike=letters_like(by=by, letter=letter),
        may=_may(by, letter, cancelled=cancelled),
        is_cancelled=cancelled,
        is_late=letter.reply_by is not None and letter.reply_by < timezone.localdate(),
    )


def copy_of(*, by: Access, letter: Letter) -> LetterCopy | None:
    """The files of an issued letter at hand; None while they are not made."""
    by.require(P.PAPER_VIEW)
    return LetterCopy.objects.filter(letter=letter).select_related("pdf", "docx").first()


def _may(by: Access, letter: Letter, *, cancelled: bool) -> frozenset[str]:
    is_head = Post.objects.filter(pk=by.post_id or 0, is_head=True).exists()
    asked = {
        "edit": rights.may_edit(by, letter),
        "forward": rights.may_forward(by, letter),
        "return": rights.may_return(by, letter),
        "recall": rights.may_recall(by, letter),
        "sign": rights.may_sign(by, letter, is_head=is_head) and letter.signatory_id in (None, by.post_id),
        "issue": rights.may_issue(by, letter),
        "reserve": rights.may_issue(by, letter) and letter.number_id is None,
        "drop": rights.may_drop(by, letter),
        "amend": rights.may_amend(by, letter) and not cancelled,
        "cancel": rights.may_cancel(by, letter) and not cancelled,
        "answer": rights.may_draft(by),
    }
    return frozenset(name for name, allowed in asked.items() if allowed)
