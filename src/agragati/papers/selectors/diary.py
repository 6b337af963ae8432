"""Questions about the diary of letters from outside."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from agragati.org.access import Access, P

from ..choices import Delivery, LetterState
from ..models import Letter, LetterRecipient, PaperReading, ReadPage, ReceivedLetter
from ..models.diary import ReceivedLetterQuerySet
from ..rules.findings import findings


@dataclass(frozen=True)
class Answered:
    """An own letter that a paper may answer, and the copy that went to its sender when one is meant."""

    letter: Letter
    copy: LetterRecipient | None = None

    def __str__(self) -> str:
        return f"{self.letter.memo_no} · {self.copy.label if self.copy else self.letter}"


def diary(*, by: Access, words: str = "") -> ReceivedLetterQuerySet:
    """Entries of the own office, latest first; `words` of the subject, sender or memo number."""
    by.require(P.PAPER_VIEW)
    rows = ReceivedLetter.objects.visible_to(by).select_related("reading__file", "answers").order_by("-year", "-number")
    asked = Q(subject__icontains=words) | Q(sender__icontains=words) | Q(memo_no__icontains=words)
    return rows.filter(asked) if words else rows


def entry_of(*, by: Access, reading: PaperReading) -> ReceivedLetter | None:
    """The entry of a paper that was read, when it is in the diary."""
    by.require(P.PAPER_VIEW)
    return ReceivedLetter.objects.visible_to(by).filter(reading=reading).select_related("answers").first()


def answered_by(*, by: Access, reading: PaperReading) -> dict[str, Answered]:
    """Own issued letters whose memo number stands in the confirmed text, with each open copy outside, by a key."""
    by.require(P.PAPER_VIEW)
    memos = [found for page in _pages(by, reading) for kind, found in _facts(page) if kind == "memo"]
    letters = Letter.objects.filter(office_id=reading.office_id, state=LetterState.ISSUED, memo_no__in=memos)
    copies = LetterRecipient.objects.filter(letter__in=letters, office__isnull=True).select_related("letter")
    found = {f"copy-{one.pk}": Answered(one.letter, one) for one in copies.exclude(state=Delivery.ANSWERED)}
    return found | {f"letter-{one.pk}": Answered(one) for one in letters.order_by("-pk")}


def begun_entry(*, by: Access, reading: PaperReading) -> dict[str, object]:
    """What the diary's form begins with: from the e-mail, and the first memo number and date of the confirmed text."""
    by.require(P.PAPER_VIEW)
    own = {one.letter.memo_no for one in answered_by(by=by, reading=reading).values()}
    facts = [fact for page in _pages(by, reading) for fact in _facts(page)]
    memo = next((value for kind, value in facts if kind == "memo" and value not in own), "")
    day = next((datetime.date.fromisoformat(value) for kind, value in facts if kind == "date"), None)
    mail = reading.mail
    return {
        "sender": (mail.sender_name or mail.sender) if mail else "", "subject": mail.subject if mail else "",
        "memo_no": memo, "day": day,
        "received_on": timezone.localtime(mail.taken_at).date() if mail else timezone.localdate(),
    }  # fmt: skip


def _pages(by: Access, reading: PaperReading) -> list[ReadPage]:
    rows = ReadPage.objects.visible_to(by).filter(reading=reading, confirmed_at__isnull=False).order_by("number")
    return list(rows.only("number", "facts", "text", "source"))


def _facts(page: ReadPage) -> list[tuple[str, str]]:
    """The confirmed dates and memo numbers in the order of the text."""
    kept = {(fact["kind"], fact["text"]): fact["resolved"] for fact in page.facts if fact["resolved"]}
    found = findings(page.text, page=page.number)
    return [(one.kind, kept[one.kind, one.text]) for one in found if (one.kind, one.text) in kept]
