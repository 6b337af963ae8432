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

Fact = tuple[str, str]  # kind, and the value a person confirmed


@dataclass(frozen=True)
class Answered:
    """An own letter that a paper may answer, and the copy that went to its sender when one is meant."""

    letter: Letter
    copy: LetterRecipient | None = None

    def __str__(self) -> str:
        return f"{self.letter.memo_no} · {self.copy.label if self.copy else self.letter}"


@dataclass(frozen=True)
class Begun:
    """What the form of an entry begins with (field → value), and the own letters that it may answer, by a key."""

    values: dict[str, object]
    answered: dict[str, Answered]


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
    return _answered(reading, _confirmed(by, reading))


def _answered(reading: PaperReading, facts: list[Fact]) -> dict[str, Answered]:
    memos = [found for kind, found in facts if kind == "memo"]
    letters = Letter.objects.filter(office_id=reading.office_id, state=LetterState.ISSUED, memo_no__in=memos)
    copies = LetterRecipient.objects.filter(letter__in=letters, office__isnull=True).select_related("letter")
    found = {f"copy-{one.pk}": Answered(one.letter, one) for one in copies.exclude(state=Delivery.ANSWERED)}
    return found | {f"letter-{one.pk}": Answered(one) for one in letters.order_by("-pk")}


def begun_entry(*, by: Access, reading: PaperReading) -> Begun:
    """What the diary's form begins with: from the e-mail, and the first memo number and date of the confirmed text."""
    by.require(P.PAPER_VIEW)
    facts = _confirmed(by, reading)
    answered = _answered(reading, facts)
    own = {one.letter.memo_no for one in answered.values()}
    memo = next((value for kind, value in facts if kind == "memo" and value not in own), "")
    day = next((datetime.date.fromisoformat(value) for kind, value in facts if kind == "date"), None)
    mail = reading.mail
    return Begun({
        "sender": (mail.sender_name or mail.sender) if mail else "", "subject": mail.subject if mail else "",
        "memo_no": memo, "day": day,
        "received_on": timezone.localtime(mail.taken_at).date() if mail else timezone.localdate(),
    }, answered)  # fmt: skip


def _confirmed(by: Access, reading: PaperReading) -> list[Fact]:
    """The confirmed dates and memo numbers of the pages, in the order of the text."""
    rows = ReadPage.objects.visible_to(by).filter(reading=reading, confirmed_at__isnull=False).order_by("number")
    return [fact for page in rows.only("number", "facts", "text") for fact in _facts(page)]


def _facts(page: ReadPage) -> list[Fact]:
    kept = {(fact["kind"], fact["text"]): fact["resolved"] for fact in page.facts if fact["resolved"]}
    found = findings(page.text, page=page.number)
    return [(one.kind, kept[one.kind, one.text]) for one in found if (one.kind, one.text) in kept]
