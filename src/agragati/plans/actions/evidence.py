"""Adding and taking back proof. Nothing is deleted: what is taken back stays readable with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.errors import BadInput
from agragati.kernel.memo import parse_memo
from agragati.org.access import Access
from agragati.records.actions import defer_copy, keep_file
from agragati.records.models import Attachment

from ..models import Evidence, Fingerprint, PlanIndicator, ProgressEvent, Reuse
from ..rules.evidence import NEEDS
from ..rules.evidence_facts import Facts
from ..rules.pictures import bands_of
from ..selectors.evidence import reuses_of
from ..selectors.holders import require_entry
from .integrity import check_plan

ARCHIVE = "papers.tasks.archive_file"


@dataclass(frozen=True)
class NewProof:
    """What a person hands in as proof: a file, a link, a memo number or a note, and the figures in it."""

    kind: str
    event: ProgressEvent | None = None
    quarter: int | None = None
    day: date | None = None
    url: str = ""
    memo_no: str = ""
    note: str = ""
    name: str = ""
    content: bytes = b""
    reference: str = ""
    facts: Facts = field(default_factory=Facts)


@transaction.atomic
def add_evidence(
    *, by: Access, indicator: PlanIndicator, proof: NewProof, also: Sequence[PlanIndicator] = ()
) -> list[Evidence]:
    """Add one piece of proof to a row, and to the rows `also` of the same plan where its kind may serve several.

    Raises BadInput for a broken file, memo number or day, an event of another row, or a kind that serves one row
    only; Refused without the right to enter here. Reuse elsewhere is found at once and is no refusal.
    """
    plan = indicator.plan
    for row in (indicator, *also):
        require_entry(by=by, indicator=row)
    _check(indicator, proof, also)
    file = None
    if proof.content:
        file = keep_file(by=by, office=plan.office, name=proof.name, content=proof.content, about=f"plan:{plan.pk}")
        defer_copy(by=by, attachment=file, job=ARCHIVE)
    made = [_add(by, row, proof, file) for row in (indicator, *also)]
    check_plan(by=by, plan=plan)
    record(by=by, deed="plans.add_evidence", about=f"plan:{plan.pk}", label=proof.kind,
           values={"evidence": [row.pk for row in made], "rows": [row.indicator.code for row in made]})  # fmt: skip
    return made


def _check(indicator: PlanIndicator, proof: NewProof, also: Sequence[PlanIndicator]) -> None:
    if not (proof.content or proof.url or proof.memo_no or proof.note or proof.facts):
        raise BadInput("Give a file, a link, a memo number or a note.", field="file")
    if proof.event is not None and proof.event.indicator_id != indicator.pk:
        raise BadInput("This entry belongs to another indicator.", field="event")
    if proof.day is not None and proof.day > timezone.localdate():
        raise BadInput("The date lies in the future.", field="day")
    if also and not NEEDS.get(proof.kind, NEEDS["other"]).may_serve_several:
        raise BadInput("This kind of evidence proves one indicator only.", field="also")
    if any(row.plan_id != indicator.plan_id for row in also):
        raise BadInput("Evidence can be shared only within one plan.", field="also")
    if proof.quarter is not None and proof.quarter not in (1, 2, 3, 4):
        raise BadInput("A quarter is 1, 2, 3 or 4.", field="quarter")


def _add(by: Access, row: PlanIndicator, proof: NewProof, file: Attachment | None) -> Evidence:
    memo = parse_memo(proof.memo_no).canonical if proof.memo_no.strip() else ""
    note = proof.note.strip() or ("—" if proof.facts and not (file or proof.url or memo) else "")
    made = Evidence.objects.create(
        indicator=row, event=proof.event if proof.event and proof.event.indicator_id == row.pk else None,
        kind=proof.kind, quarter=proof.quarter, attachment=file, url=proof.url, memo_no=memo, day=proof.day,
        note=note[:500], reference=proof.reference, facts=proof.facts.as_json(),
        added_by_id=by.user_id, added_label=by.label[:300],
    )  # fmt: skip
    remember_fingerprint(by=by, piece=made)
    return made


@transaction.atomic
def remember_fingerprint(*, by: Access, piece: Evidence) -> int:
    """Keep what is compared of a piece and note every reuse found; how many. Safe to repeat. `by` needs no right."""
    file = piece.attachment
    if file is None:
        return 0
    bands = bands_of(file.perceptual) or (None,) * 4
    Fingerprint.objects.update_or_create(
        evidence=piece, defaults={"sha256": file.sha256, "perceptual": file.perceptual if bands[0] is not None else "",
                                  **{f"band{n}": band for n, band in enumerate(bands)}},
    )  # fmt: skip
    found = reuses_of(by=by, piece=piece)
    for other, bits, same in found:
        one, two = sorted((piece, other), key=lambda row: row.pk)
        Reuse.objects.get_or_create(one=one, other=two, defaults={"bits": bits, "same_file": same})
    plans = {other.indicator.plan_id for other, _, _ in found} - {piece.indicator.plan_id}
    if plans:  # the other office's reviewers are told by a job of its own
        defer("plans.tasks.check_plans", plan_ids=sorted(plans))
    return len(found)


@transaction.atomic
def withdraw_evidence(*, by: Access, piece: Evidence, reason: str) -> Evidence:
    """Take a piece back; it stays readable with the reason, which is required."""
    plan = piece.indicator.plan
    require_entry(by=by, indicator=piece.indicator)
    if not reason.strip():
        raise BadInput("Write why.", field="reason")
    if piece.withdrawn_at is not None:
        raise BadInput("This evidence was taken back already.")
    piece.withdrawn_at, piece.withdrawn_because = timezone.now(), reason.strip()[:300]
    piece.version += 1
    piece.save(update_fields=["withdrawn_at", "withdrawn_because", "version"])
    check_plan(by=by, plan=plan)
    record(by=by, deed="plans.withdraw_evidence", about=f"plan:{plan.pk}", label=piece.kind,
           values={"evidence": piece.pk, "reason": reason[:300]})  # fmt: skip
    return piece


@transaction.atomic
def remember_fingerprints(*, by: Access, limit: int = 500) -> int:
    """Do it for proof that has none yet (handed in with an entry, or by the demo); how many were done."""
    rows = Evidence.objects.filter(attachment__isnull=False, fingerprint__isnull=True, withdrawn_at__isnull=True)
    waiting = list(rows.select_related("attachment", "event", "indicator__plan")[:limit])
    for piece in waiting:
        remember_fingerprint(by=by, piece=piece)
    return len(waiting)
