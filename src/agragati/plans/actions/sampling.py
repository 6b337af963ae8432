"""Drawing claims for a closer look, and noting what the check found."""

from __future__ import annotations

import hashlib
from datetime import date
from secrets import token_hex

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import Access, P

from ..access import may_review
from ..choices import Draw, Finding
from ..models import Claim, SampleDraw, SampleItem
from ..rules.sampling import Draw as How
from ..rules.sampling import draw_keys
from ..selectors.independence import require_independent


@transaction.atomic
def draw_sample(
    *, by: Access, fiscal_year: int, quarter: int, percent: int, how: str = Draw.RISK, seed: str = "",
    kind: str = "egov",
) -> SampleDraw:  # fmt: skip
    """Draw `percent` of the claims that wait below the reviewer's office. The seed (16 hex digits when none is given)
    and a digest of what was drawn from are kept, so that anyone can draw it again. Raises BadInput for nothing to draw.
    """
    by.require(P.PROGRESS_REVIEW)
    if by.office_id is None:
        raise Refused("You may not do this from your present post.")
    rows = Claim.objects.enterable_by(by, P.PROGRESS_REVIEW).waiting().filter(
        fiscal_year=fiscal_year, quarter=quarter, submission__plan__kind=kind
    ).exclude(path=by.office_path)  # fmt: skip
    pool = sorted(rows.values_list("pk", "risk"))
    if not pool:
        raise BadInput("No claim waits in this quarter.", field="quarter")
    seed = seed.strip()[:32] or token_hex(8)
    keys = draw_keys(pool, percent=percent, seed=seed, how=How(how))
    digest = hashlib.sha256("\n".join(f"{key}:{risk}" for key, risk in pool).encode()).hexdigest()
    draw = SampleDraw.objects.create(
        office_id=by.office_id, fiscal_year=fiscal_year, kind=kind, quarter=quarter, how=how, percent=percent,
        seed=seed, population=len(pool), population_digest=digest, drawn_by_id=by.user_id, drawn_label=by.label[:300],
    )  # fmt: skip
    SampleItem.objects.bulk_create(SampleItem(draw=draw, claim_id=key) for key in keys)
    Claim.objects.filter(pk__in=keys).update(is_sampled=True)
    record(by=by, deed="plans.draw_sample", about=f"sample:{draw.pk}", label=str(draw),
           values={"seed": seed, "drawn": len(keys), "of": len(pool), "how": how})  # fmt: skip
    return draw


@transaction.atomic
def note_finding(*, by: Access, item: SampleItem, finding: str, note: str = "", on: date | None = None) -> SampleItem:
    """Note what the check of a drawn claim found; a difference needs words. Changing a finding is audited."""
    plan = item.claim.submission.plan
    by.require(P.PROGRESS_REVIEW, plan.office.path)
    if not may_review(by, plan):
        raise Refused("An office does not review itself; the office above it does.")
    require_independent(by=by, plan=plan)
    if finding not in (Finding.CONFIRMED, Finding.DIFFERS):
        raise BadInput("Choose what was found.", field="finding")
    if finding == Finding.DIFFERS and not note.strip():
        raise BadInput("Write what differs.", field="note")
    before = item.finding
    item.finding, item.note, item.checked_on = finding, note.strip()[:500], on or timezone.localdate()
    item.checked_by_id, item.checked_label = by.user_id, by.label[:300]
    item.save()
    record(by=by, deed="plans.note_finding", about=f"sample:{item.draw_id}", label=str(item.claim),
           values={"before": before, "finding": finding, "note": item.note})  # fmt: skip
    return item
