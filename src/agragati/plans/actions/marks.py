"""The mark of doubt on claims that wait: what the checks find keeps a claim from being accepted unseen."""

from __future__ import annotations

from django.db import transaction

from agragati.org.access import Access

from ..models import Claim, Plan
from ..rules.review_states import risk_of
from ..selectors.integrity import flagged_codes
from ..selectors.sheets import score_of_plan


@transaction.atomic
def mark_claims(*, by: Access, plan: Plan) -> int:
    """Put the mark on every waiting claim whose row is doubted, and take it off the others; how many changed.

    `by` is whose deed made it necessary; no right of its own is needed.
    """
    waiting = list(Claim.objects.filter(submission__plan=plan).waiting().select_related("indicator"))
    if not waiting:
        return 0
    scored = score_of_plan(by=by, plan=plan).rows
    doubted = flagged_codes(by=by, plan=plan) | {row.record.code for row in scored if row.scored.score.findings}
    changed = [claim for claim in waiting if claim.has_flag != (claim.indicator.code in doubted)]
    for claim in changed:
        claim.has_flag = not claim.has_flag
        claim.risk = risk_of(
            proof_missing=not claim.proof_complete, flagged=claim.has_flag, provisional=claim.is_provisional,
            late=claim.is_late, full_marks=claim.claimed_raw is not None and claim.claimed_raw >= 100,
        )  # fmt: skip
    Claim.objects.bulk_update(changed, ["has_flag", "risk"])
    return len(changed)
