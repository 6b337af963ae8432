"""One letter, and the lists of letters."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from django.db.models import Count, Exists, OuterRef, Q

from agragati.kernel.errors import NotFound, Refused
from agragati.org.access import Access, P
from agragati.org.models import Post
from agragati.org.selectors import own_office

from ..access import may_draft, may_issue
from ..choices import Delivery, LetterState
from ..models import FileRecord, Letter, LetterMove, LetterRecipient
from ..models.delivery import LetterRecipientQuerySet
from ..models.letters import LetterQuerySet
from .papers import default_signatory
from .words import has_words

BOXES = ("drafts", "waiting", "issued", "received")


def letter(*, by: Access, letter_id: int) -> Letter:
    """The letter, when `by` may read it; raises NotFound otherwise."""
    by.require(P.PAPER_VIEW)
    rows = Letter.objects.visible_to(by).select_related(
        "office__area", "file", "desk", "signatory", "author", "author_post", "signed_by__user", "signed_by__post",
        "issued_by__user", "issued_by__post", "number", "amends", "replaces", "answers__letter__office",
    )  # fmt: skip
    found = rows.filter(pk=letter_id).first()
    if found is None:
        raise NotFound("There is no such letter, or it is outside your view.")
    return found


def letter_to_be(*, by: Access, kind: str) -> Letter:
    """A letter of the own office that is not kept yet, for looking at what is being typed."""
    by.require(P.PAPER_DRAFT)
    return Letter(office=own_office(by=by), kind=kind)


def with_frame(
    *, by: Access, letter: Letter, file: FileRecord | None, signatory: Post | None, reply_by: datetime.date | None
) -> Letter:
    """The letter with what is being typed around its text; nothing is kept."""
    letter.signatory = signatory or letter.signatory or default_signatory(by=by)
    letter.reply_by = reply_by
    if letter.number_id is None:
        letter.file = file
    return letter


def letter_with_right(*, by: Access, letter_id: int, right: Callable[[Access, Letter], bool]) -> Letter:
    """The letter, when `right` (of access.py) allows it; raises NotFound or Refused."""
    found = letter(by=by, letter_id=letter_id)
    if not right(by, found):
        raise Refused("This step is not open to you now: look where the letter lies.")
    return found


def letter_to_issue(*, by: Access, letter_id: int) -> Letter:
    """A signed letter that `by` may issue; raises NotFound or Refused."""
    return letter_with_right(by=by, letter_id=letter_id, right=may_issue)


def letters(*, by: Access, box: str, words: str = "") -> LetterQuerySet:
    """The own office's letters of a box: "drafts" (own desk), "waiting" (for the own post) or "issued"."""
    by.require(P.PAPER_VIEW)
    rows = _in_box(by, box).filter(*has_words(words))
    return with_answers(rows).select_related("file", "desk", "author_post").order_by("-issued_at", "-pk")


def _in_box(by: Access, box: str) -> LetterQuerySet:
    rows = Letter.objects.own(by)
    mine = Q(desk_id=by.post_id or 0)
    signed = Q(state=LetterState.SIGNED)
    boxes = {
        "drafts": Q(state=LetterState.DRAFT) & (mine | Q(author_post_id=by.post_id or 0))
        | Q(state=LetterState.REVIEW, author_post_id=by.post_id or 0) & ~mine,
        "waiting": Q(state=LetterState.REVIEW) & mine | (signed if by.may(P.PAPER_ISSUE) else signed & mine),
        "issued": Q(state=LetterState.ISSUED),
    }
    return rows.filter(boxes.get(box, boxes["issued"]))


def with_answers(rows: LetterQuerySet) -> LetterQuerySet:
    """Count the copies that want an answer and those answered, in the query itself."""
    wanted = Q(recipients__place="to")
    return rows.annotate(
        copies=Count("recipients", distinct=True),
        asked=Count("recipients", filter=wanted, distinct=True),
        answered=Count("recipients", filter=wanted & Q(recipients__state=Delivery.ANSWERED), distinct=True),
    )


def received(*, by: Access, words: str = "", unseen: bool = False) -> LetterRecipientQuerySet:
    """Copies that came to the own office (or to the own post in it), latest first."""
    by.require(P.PAPER_VIEW)
    rows = LetterRecipient.objects.own(by).filter(letter__state=LetterState.ISSUED)
    rows = rows.filter(Q(post__isnull=True) | Q(post_id=by.post_id or 0))
    if unseen:
        rows = rows.filter(state=Delivery.DELIVERED)
    rows = rows.filter(*has_words(words, "letter__"))
    return rows.select_related("letter__office", "letter__number").order_by("-pk")


def box_counts(*, by: Access) -> dict[str, int]:
    """How many letters lie in each box that asks for work: drafts, waiting, unseen copies."""
    by.require(P.PAPER_VIEW)
    return {
        "drafts": _in_box(by, "drafts").count() if may_draft(by) else 0,
        "waiting": _in_box(by, "waiting").count(),
        "received": received(by=by, unseen=True).count(),
    }


def waiting_count(*, by: Access) -> int:
    """Letters that wait for the own post, and copies nobody of the office has seen."""
    if not by.may(P.PAPER_VIEW) or by.office_id is None:
        return 0
    waiting, unseen = _in_box(by, "waiting"), received(by=by, unseen=True)
    both = waiting.values("pk").order_by().union(unseen.values("pk").order_by(), all=True)
    return both.count()  # one question: every page shows the figure


def moves_of(*, by: Access, letter: Letter) -> list[LetterMove]:
    """The way of a letter of the own office through the posts; others see nothing of it."""
    if not by.is_system and letter.office_id != by.office_id:
        return []
    return list(LetterMove.objects.filter(letter=letter).select_related("from_post", "to_post"))


def followers(*, by: Access, letter: Letter) -> list[Letter]:
    """Issued amendments and replacements of a letter that `by` may see."""
    by.require(P.PAPER_VIEW)
    later = Q(amends=letter) | Q(replaces=letter)
    return list(Letter.objects.visible_to(by).filter(later, state=LetterState.ISSUED).order_by("pk"))


def search_letters(*, by: Access, text: str, limit: int = 8) -> list[Letter]:
    """Letters within the view that have every word: by stem or sound in the text, or as typed in the memo number."""
    if not by.may(P.PAPER_VIEW):
        return []
    rows = Letter.objects.visible_to(by).exclude(state=LetterState.DROPPED)
    rows = rows.filter(*has_words(text))
    return list(rows.select_related("office").order_by("-pk")[:limit])


def overdue_letters(*, by: Access, day: object) -> LetterQuerySet:
    """Issued letters of the own office past their day of reply for which someone has not answered."""
    by.require(P.PAPER_VIEW)
    missing = LetterRecipient.objects.filter(letter=OuterRef("pk"), place="to", office__isnull=False)
    rows = Letter.objects.visible_to(by).filter(office_id=by.office_id or 0, state=LetterState.ISSUED, reply_by__lt=day)
    return rows.filter(Exists(missing.exclude(state=Delivery.ANSWERED))).order_by("reply_by", "pk")
