"""A newer version of a file of proof, and what happens to proof whose file turns out infected."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput
from agragati.org.access import Access
from agragati.outbox.actions import notify
from agragati.outbox.rules.recipients import to_heads
from agragati.records.actions import defer_copy, replace_file
from agragati.records.models import Attachment

from .. import notices
from ..models import Evidence, Fingerprint, Plan, Reuse
from ..selectors.holders import require_entry
from .evidence import ARCHIVE, remember_fingerprint
from .integrity import check_plan


@transaction.atomic
def replace_evidence(*, by: Access, piece: Evidence, name: str, content: bytes, reason: str) -> Evidence:
    """Put a newer version of the file in the place of the old one, in every row of the plan that it serves.

    The old one stays readable with who, when, why and its hash; a reviewer sees that the file changed after the claim.
    Raises BadInput without a file or a reason, for a piece without a file or one taken back; Conflict when a newer
    version came first; Refused without the right to enter here.
    """
    require_entry(by=by, indicator=piece.indicator)
    if piece.withdrawn_at is not None or piece.attachment is None:
        raise BadInput("Only a file that still counts as evidence is replaced.", field="file")
    if not content:
        raise BadInput("Choose the file.", field="file")
    plan = piece.indicator.plan
    new = replace_file(by=by, attachment=piece.attachment, name=name, content=content, reason=reason)
    same = Evidence.objects.filter(attachment=piece.attachment_id, indicator__plan=plan, withdrawn_at__isnull=True)
    ids = list(same.values_list("pk", flat=True))
    Evidence.objects.filter(pk__in=ids).update(attachment=new, version=F("version") + 1)
    _look_again(by, ids)
    defer_copy(by=by, attachment=new, job=ARCHIVE)
    check_plan(by=by, plan=plan)
    values = {"evidence": ids, "old": piece.attachment.sha256, "new": new.sha256, "reason": reason[:300]}
    record(by=by, deed="plans.replace_evidence", about=f"plan:{plan.pk}", label=piece.kind, values=values)
    piece.refresh_from_db()
    return piece


def _look_again(by: Access, ids: list[int]) -> None:
    """The old file's fingerprints and pairs go; the new file is compared anew."""
    Reuse.objects.filter(one__in=ids).delete()
    Reuse.objects.filter(other__in=ids).delete()
    Fingerprint.objects.filter(evidence__in=ids).delete()
    for piece in Evidence.objects.filter(pk__in=ids).select_related("attachment", "event", "indicator__plan"):
        remember_fingerprint(by=by, piece=piece)


@transaction.atomic
def proof_infected(*, by: Access, attachment_ids: list[int]) -> int:
    """Check the plans whose proof was put apart, and tell the office above each; how many plans. Safe to repeat.

    `by` is the product's own job; no right of its own is needed.
    """
    rows = Evidence.objects.filter(attachment__in=attachment_ids, withdrawn_at__isnull=True)
    plans = Plan.objects.filter(pk__in=rows.values("indicator__plan")).select_related("office__area", "edition")
    for plan in plans:
        check_plan(by=by, plan=plan)
        pieces = list(rows.filter(indicator__plan=plan).select_related("indicator", "attachment").order_by("pk"))
        if plan.office.parent_id is not None:
            _tell_above(by, plan, plan.office.parent_id, pieces)
    return len(plans)


def _tell_above(by: Access, plan: Plan, office_id: int, pieces: list[Evidence]) -> None:
    files: dict[int, Attachment] = {piece.attachment.pk: piece.attachment for piece in pieces if piece.attachment}
    told = notices.infected_told(plan, pieces, [file.name for file in files.values()])
    key = f"{told.about}:infected:{','.join(map(str, sorted(files)))}"
    notify(by=by, deed="plans.proof_infected", key=key, about=told.about, to=to_heads(office_id), subject=told.title,
           text=told.text, url=told.url, office_id=plan.office_id)  # fmt: skip
