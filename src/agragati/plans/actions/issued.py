"""Issued papers as proof: the piece keeps a copy of the paper's PDF, and its reference for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from agragati.kernel.errors import BadInput
from agragati.org.access import Access

from ..choices import Source, Standing
from ..models import Evidence, PlanIndicator, ProgressEvent
from ..rules.countable import counts_happenings
from ..rules.entries import Entry
from ..selectors.holders import require_entry
from ..selectors.issued import LETTER, content_of, issued_paper
from ..selectors.sheets import indicator_sheet
from .evidence import NewProof, add_evidence
from .progress import Proof, record_progress


@transaction.atomic
def prove_with_paper(
    *, by: Access, indicator: PlanIndicator, proof: NewProof, reference: str, also: Sequence[PlanIndicator] = ()
) -> list[Evidence]:
    """Hand in an issued letter or signed minutes as proof; its memo number, day and PDF come from the paper itself.

    Raises NotFound for a paper that `by` may not see, that is not of this office, or that no longer holds.
    """
    require_entry(by=by, indicator=indicator)
    paper = issued_paper(by=by, plan=indicator.plan, reference=reference)
    full = replace(
        proof, memo_no=paper.memo_no or proof.memo_no, day=paper.day, name=paper.file_name,
        content=content_of(by=by, paper=paper), note=proof.note or paper.title[:500], reference=paper.reference,
    )  # fmt: skip
    return add_evidence(by=by, indicator=indicator, proof=full, also=also)


@transaction.atomic
def hand_in(
    *, by: Access, indicator: PlanIndicator, proof: NewProof, reference: str = "", also: Sequence[PlanIndicator] = ()
) -> list[Evidence]:
    """Hand in proof: an issued paper where a reference is given, else what the person brought."""
    if reference:
        return prove_with_paper(by=by, indicator=indicator, proof=proof, reference=reference, also=also)
    return add_evidence(by=by, indicator=indicator, proof=proof, also=also)


@transaction.atomic
def count_meeting(*, by: Access, indicator: PlanIndicator, reference: str) -> ProgressEvent:
    """Count a meeting from its signed minutes: the event, its day and its proof come from the paper (R8).

    Raises BadInput when the row counts no happenings, or the meeting is counted already.
    """
    require_entry(by=by, indicator=indicator)
    row = indicator_sheet(by=by, indicator_id=indicator.pk).row.indicator
    if not counts_happenings(row):
        raise BadInput("This indicator does not count meetings.", field="paper")
    paper = issued_paper(by=by, plan=indicator.plan, reference=reference)
    if paper.reference.startswith(LETTER):
        raise BadInput("Choose signed minutes.", field="paper")
    if ProgressEvent.objects.in_force().filter(indicator=indicator, source_ref=paper.reference).exists():
        raise BadInput("This meeting is counted already.", field="paper")
    entry = Entry(day=paper.day, standing=Standing.DONE, text=paper.title, memo_no=paper.memo_no,
                  source=Source.MEETING, source_ref=paper.reference)  # fmt: skip
    proof = Proof(paper.file_name, content_of(by=by, paper=paper), "minutes", reference=paper.reference)
    return record_progress(by=by, indicator=indicator, entry=entry, proofs=[proof])
