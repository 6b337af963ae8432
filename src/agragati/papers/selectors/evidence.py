"""Issued letters as evidence: what an app above may choose from, and what a kept reference stands for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Q

from agragati.kernel.errors import NotFound
from agragati.org.access import Access, P
from agragati.records.models import Attachment

from ..choices import LetterState, NumberState
from ..models import Letter
from ..models.letters import LetterQuerySet
from .words import has_words

REFERENCE = "letter:"


@dataclass(frozen=True)
class LetterEvidence:
    """An issued letter to prove something with: its memo number and date, and its signed PDF.

    `reference` ("letter:12") is what an app above keeps; it means the same letter for ever. `still_holds` is False
    once the letter was cancelled or replaced.
    """

    reference: str
    memo_no: str
    day: datetime.date
    subject: str
    kind: str
    office: str
    attachment: Attachment
    sha256: str
    pages: int
    still_holds: bool

    def __str__(self) -> str:
        return f"{self.memo_no} · {self.subject or self.kind}"


def letters_for_evidence(
    *, by: Access, office_id: int, text: str = "", since: datetime.date | None = None,
    until: datetime.date | None = None, limit: int = 50, only: Q = Q(),
) -> list[LetterEvidence]:  # fmt: skip
    """Letters an office may show as evidence, latest first: those it issued and those it received.

    Only issued letters that hold, whose PDF is made, and that `by` may see. `text` narrows by words or a piece of
    the memo number, `since` and `until` by the date of the letter, both days included, `only` by any further terms.
    """
    by.require(P.PAPER_VIEW)
    of_office = Q(office_id=office_id) | Q(recipients__office_id=office_id)
    rows = _whole(by).filter(of_office, only, *has_words(text)).exclude(_gone())
    if since:
        rows = rows.filter(day__gte=since)
    if until:
        rows = rows.filter(day__lte=until)
    return [_evidence(row, holds=True) for row in rows.order_by("-day", "-pk").distinct()[:limit]]


def letter_evidence(*, by: Access, reference: str) -> LetterEvidence:
    """What a kept reference stands for, cancelled or replaced letters too; raises NotFound outside the view."""
    by.require(P.PAPER_VIEW)
    number = reference.removeprefix(REFERENCE)
    if not reference.startswith(REFERENCE) or not (number.isascii() and number.isdigit()):
        raise NotFound("There is no such letter, or it is outside your view.")
    found = _whole(by).filter(pk=int(number)).first() if len(number) < 19 else None
    if found is None:
        raise NotFound("There is no such letter, or it is outside your view.")
    return _evidence(found, holds=not Letter.objects.filter(_gone(), pk=found.pk).exists())


def _whole(by: Access) -> LetterQuerySet:
    rows = Letter.objects.visible_to(by).filter(state=LetterState.ISSUED, copy__isnull=False)
    return rows.select_related("office", "copy__pdf", "number")


def _gone() -> Q:
    """Letters that no longer hold."""
    return Q(number__state=NumberState.CANCELLED) | Q(replacements__state=LetterState.ISSUED)


def _evidence(row: Letter, *, holds: bool) -> LetterEvidence:
    assert row.day is not None
    copy = row.copy
    return LetterEvidence(
        reference=f"{REFERENCE}{row.pk}", memo_no=row.memo_no, day=row.day, subject=row.subject,
        kind=str(row.get_kind_display()), office=row.office.name_bn, attachment=copy.pdf, sha256=copy.pdf_sha256,
        pages=copy.pages, still_holds=holds,
    )  # fmt: skip
