"""Papers that are already in the product and may prove an entry: issued letters, and signed minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from agragati.kernel.errors import NotFound
from agragati.kernel.fiscal import FiscalYear
from agragati.meetings.choices import FROZEN_STATES, PaperKind
from agragati.meetings.models import FrozenPaper
from agragati.org.access import Access, P
from agragati.papers.selectors import letter_evidence, letters_for_evidence
from agragati.records.models import Attachment
from agragati.records.selectors import content_of_file

from ..models import Plan

LETTER, MINUTES = "letter:", "minutes:"
MOST = 50
_GONE = "There is no such paper, or it is not yours to see."


@dataclass(frozen=True)
class IssuedPaper:
    """A paper to choose as evidence. `reference` ("letter:12", "minutes:5") means the same paper for ever."""

    reference: str
    day: date
    memo_no: str
    title: str
    attachment: Attachment

    @property
    def file_name(self) -> str:
        """What its copy is called when it is handed in as proof."""
        name = self.attachment.name
        return name if name.endswith(".pdf") else f"{self.reference.replace(':', '-')}.pdf"

    def __str__(self) -> str:
        return " · ".join(filter(None, (f"{self.day:%d/%m/%Y}", self.memo_no, self.title)))


def issued_papers(*, by: Access, plan: Plan) -> list[IssuedPaper]:
    """Letters of the plan's office and its signed minutes of the plan's year, newest first (at most 50 of each)."""
    year = FiscalYear(plan.fiscal_year)
    found = []
    if by.may(P.PAPER_VIEW):
        letters = letters_for_evidence(by=by, office_id=plan.office_id, since=year.start, until=year.end, limit=MOST)
        found = [IssuedPaper(row.reference, row.day, row.memo_no, row.subject, row.attachment) for row in letters]
    if by.may(P.MEETING_VIEW):
        found += signed_minutes(by=by, office_id=plan.office_id, days=(year.start, year.end))
    return sorted(found, key=lambda paper: (paper.day, paper.reference), reverse=True)


def issued_paper(*, by: Access, plan: Plan, reference: str) -> IssuedPaper:
    """One of them by its reference; raise NotFound for any other."""
    if reference.startswith(LETTER):
        row = letter_evidence(by=by, reference=reference)
        own = letters_for_evidence(by=by, office_id=plan.office_id, text=row.memo_no)  # issued or received there
        if not row.still_holds or reference not in {letter.reference for letter in own}:
            raise NotFound(_GONE)
        return IssuedPaper(row.reference, row.day, row.memo_no, row.subject, row.attachment)
    number = reference.removeprefix(MINUTES)
    if not reference.startswith(MINUTES) or not (number.isascii() and number.isdigit() and len(number) < 18):
        raise NotFound(_GONE)
    by.require(P.MEETING_VIEW)
    rows = signed_minutes(by=by, office_id=plan.office_id, only=Q(meeting=int(number)))
    if not rows:
        raise NotFound(_GONE)
    return rows[0]


def signed_minutes(
    *, by: Access, office_id: int, days: tuple[date, date] | None = None, only: Q = Q(),
    most: int = 2 * MOST,
) -> list[IssuedPaper]:  # fmt: skip
    """Frozen minutes of an office, the issued paper before the signed one, each meeting once, newest first."""
    rows = FrozenPaper.objects.visible_to(by).filter(
        only,
        meeting__office_id=office_id,
        meeting__state__in=FROZEN_STATES,
        kind__in=(PaperKind.ISSUED, PaperKind.SIGNED),
    )
    if days is not None:
        rows = rows.filter(meeting__starts_at__date__range=days)
    best: dict[int, FrozenPaper] = {}
    for row in rows.select_related("meeting", "pdf").order_by("-meeting__starts_at", "pk")[:most]:
        if row.meeting_id not in best or row.kind == PaperKind.ISSUED:
            best[row.meeting_id] = row
    return [
        IssuedPaper(f"{MINUTES}{pk}", timezone.localtime(row.meeting.starts_at).date(), row.meeting.memo_no,
                    row.meeting.title, row.pdf)
        for pk, row in best.items()
    ]  # fmt: skip


def content_of(*, by: Access, paper: IssuedPaper) -> bytes:
    """The PDF of a paper that was already fetched as visible."""
    return content_of_file(by=by, attachment=paper.attachment)
