"""Running the checks on a plan, and answering and settling what they find."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.errors import BadInput
from agragati.org.access import Access, P
from agragati.org.models import Post
from agragati.outbox.actions import notify
from agragati.outbox.rules.recipients import to_heads

from .. import notices
from ..access import stands_above
from ..choices import DoubtState, Severity
from ..models import Plan, PlanDoubt, PlanIndicator
from ..rules.integrity import Doubt, doubts_of
from ..rules.integrity.facts import Owed
from ..rules.life_states import RUNNING
from ..rules.reasons_json import values_to_json
from ..selectors.doubt_facts import facts_of_plan, figures_of_tier, plan_ids
from .marks import mark_claims

BATCH = 500
GONE = "no longer found"
Key = tuple[str, int | None, str]


@transaction.atomic
def check_plan(*, by: Access, plan: Plan, peers: Mapping[str, Mapping[int, Decimal]] | None = None) -> int:
    """Run every check on one plan: new findings open, settled ones that are found again open, gone ones close.

    Findings that need other offices' figures (O1) stay as they are when `peers` is not given. Returns how many wait.
    `by` is whose deed or whose night made it necessary; no right of its own is needed.
    """
    Plan.objects.select_for_update().get(pk=plan.pk)
    rows = {row.code: row for row in PlanIndicator.objects.filter(plan=plan).select_related("focal")}
    kept: dict[Key, PlanDoubt] = {_key(row): row for row in PlanDoubt.objects.filter(plan=plan)}
    posts = {Owed.OFFICE: _head(plan.office_id), Owed.REVIEWER: _head(plan.office.parent_id)}
    found: set[Key] = set()
    for doubt in doubts_of(facts_of_plan(by=by, plan=plan, peers=peers)):
        row = rows.get(doubt.code)
        key = (doubt.rule, row.pk if row else None, doubt.subject)
        if key in found:
            continue
        found.add(key)
        owed = (row.focal if row and doubt.owed is Owed.OFFICE else None) or posts[doubt.owed]
        _keep(plan, row, doubt, kept.get(key), owed)
    gone = [row for key, row in kept.items() if key not in found and (peers is not None or row.rule != "O1")]
    _close_gone(gone)
    mark_claims(by=by, plan=plan)
    return PlanDoubt.objects.filter(plan=plan).open().count()


def _key(row: PlanDoubt) -> Key:
    return row.rule, row.indicator_id, row.subject


def _head(office_id: int | None) -> Post | None:
    return Post.objects.filter(office_id=office_id, is_head=True).order_by("seniority").first() if office_id else None


def _keep(plan: Plan, row: PlanIndicator | None, doubt: Doubt, old: PlanDoubt | None, owed: Post | None) -> None:
    now = timezone.now()
    values = values_to_json(doubt.reason)
    if old is None:
        PlanDoubt.objects.create(
            plan=plan, indicator=row, event_id=doubt.event, rule=doubt.rule, severity=doubt.severity.value,
            subject=doubt.subject, key=doubt.reason.key, values=values, owed_by=owed, found_at=now, seen_at=now,
        )  # fmt: skip
        return
    same = old.values == values and old.key == doubt.reason.key
    if old.state == DoubtState.CLOSED and (old.close_reason == GONE or not same):
        old.state, old.closed_at, old.close_reason, old.closed_label, old.found_at = DoubtState.OPEN, None, "", "", now
        old.answer, old.answered_at, old.answered_label = "", None, ""
    elif same and old.severity == doubt.severity.value:
        return
    old.values, old.key, old.severity, old.seen_at = values, doubt.reason.key, doubt.severity.value, now
    old.save()


def _close_gone(rows: list[PlanDoubt]) -> None:
    for row in rows:
        if row.state != DoubtState.CLOSED:
            row.state, row.closed_at, row.close_reason, row.closed_label = DoubtState.CLOSED, timezone.now(), GONE, ""
            row.save()


@transaction.atomic
def check_plan_now(*, by: Access, plan: Plan) -> int:
    """The same on demand, by someone who may see the plan; written into the log."""
    by.require(P.PLAN_VIEW)
    count = check_plan(by=by, plan=plan)
    record(by=by, deed="plans.check_plan", about=f"plan:{plan.pk}", values={"open": count})
    return count


@transaction.atomic
def answer_doubt(*, by: Access, doubt: PlanDoubt, answer: str) -> PlanDoubt:
    """The office answers a finding. Raises BadInput without words or when it is settled; Refused for others."""
    by.require(P.PROGRESS_ENTER, doubt.plan.office.path)
    if not answer.strip():
        raise BadInput("Write the answer.", field="answer")
    if doubt.state == DoubtState.CLOSED:
        raise BadInput("This finding is settled already.")
    doubt.state, doubt.answer = DoubtState.ANSWERED, answer.strip()[:1000]
    doubt.answered_by_id, doubt.answered_label, doubt.answered_at = by.user_id, by.label[:300], timezone.now()
    doubt.save()
    record(by=by, deed="plans.answer_doubt", about=f"plan:{doubt.plan_id}", label=doubt.rule,
           values={"doubt": doubt.pk, "answer": doubt.answer})  # fmt: skip
    return doubt


@transaction.atomic
def close_doubt(*, by: Access, doubt: PlanDoubt, reason: str) -> PlanDoubt:
    """A reviewer above the office settles a finding with a reason. Nobody settles a finding on their own office."""
    by.require(P.PROGRESS_REVIEW, doubt.plan.office.path)
    if not stands_above(by, doubt.plan):
        raise BadInput("Only a higher office settles a finding.")
    if not reason.strip():
        raise BadInput("Write why.", field="reason")
    if doubt.state == DoubtState.CLOSED:
        raise BadInput("This finding is settled already.")
    doubt.state, doubt.closed_at = DoubtState.CLOSED, timezone.now()
    doubt.close_reason, doubt.closed_label = reason.strip()[:500], by.label[:300]
    doubt.save()
    mark_claims(by=by, plan=doubt.plan)
    record(by=by, deed="plans.close_doubt", about=f"plan:{doubt.plan_id}", label=doubt.rule,
           values={"doubt": doubt.pk, "reason": doubt.close_reason})  # fmt: skip
    return doubt


@transaction.atomic
def defer_checks(*, by: Access) -> int:
    """Ask for the nightly check of every plan that is not published, in batches; how many batches."""
    ids = plan_ids(by=by)
    batches = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    for batch in batches:
        defer("plans.tasks.check_plans", plan_ids=batch)
    return len(batches)


@transaction.atomic
def check_plans(*, by: Access, plan_ids: list[int]) -> int:
    """Check these plans with the figures of their tiers; how many findings wait. Safe to repeat."""
    peers: dict[tuple[int, str], Mapping[str, Mapping[int, Decimal]]] = {}
    waiting = 0
    for plan in Plan.objects.filter(pk__in=plan_ids).select_related("office__area", "edition"):
        key = (plan.edition_id, plan.tier)
        if key not in peers:
            peers[key] = figures_of_tier(by=by, plan=plan)
        before = timezone.now()
        waiting += check_plan(by=by, plan=plan, peers=peers[key])
        tell_findings(by=by, plan=plan, since=before)
    return waiting


@transaction.atomic
def tell_findings(*, by: Access, plan: Plan, since: datetime) -> int:
    """Tell the office of a running plan what was newly found since a moment, once a day; how many findings it names.

    Findings of low gravity are listed on the page and not told.
    """
    grave = (Severity.HIGH, Severity.MEDIUM)
    rows = PlanDoubt.objects.filter(plan=plan, found_at__gte=since, severity__in=grave, state=DoubtState.OPEN)
    found = list(rows.select_related("indicator").order_by("rule", "pk"))
    if not found or plan.stage not in RUNNING:
        return 0
    told = notices.findings_told(plan, found)
    notify(by=by, deed="plans.check_plans", key=f"{told.about}:findings:{timezone.localdate()}", about=told.about,
           to=to_heads(told.office_id), subject=told.title, text=told.text, url=told.url,
           office_id=told.office_id)  # fmt: skip
    return len(found)
