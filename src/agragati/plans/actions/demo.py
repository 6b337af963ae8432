"""Three years of plans, progress and evidence for the demo's ministry line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, timedelta
from decimal import Decimal

import pgtrigger
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.digits import to_bn
from agragati.org.access import Access, P, system
from agragati.org.choices import OfficeKind
from agragati.org.models import Office, Posting
from agragati.papers.renderers.pdf import to_pdf
from agragati.papers.rules.kinds import office_order
from agragati.records.actions import keep_file

from ..choices import EvidenceKind, Stage
from ..models import Evidence, FrameworkEdition, Plan, PlanIndicator, ProgressEvent
from ..rules.demo_progress import DEMO_WEIGHTS, demo_entries, demo_levels
from ..rules.entries import Entry
from ..rules.framework import Framework
from ..rules.rounding import rounded
from ..rules.scoring import score_plan
from ..selectors.editions import framework_of
from ..selectors.report import letterhead_of
from ..selectors.sheets import achieved, as_signed
from .adopt import TIERS
from .demo_proof import prove_demo_plan
from .rescore import PLACES

BATCH = 2000
OPEN = ("egov-2021-22", OfficeKind.DIVISIONAL)
TYPED_BY = {OfficeKind.DEPARTMENT, OfficeKind.DIVISIONAL, OfficeKind.DISTRICT}


@transaction.atomic
def load_demo_plans(*, by: Access) -> int:
    """Give every demo office a plan for each framework with a year of invented progress; a second call adds nothing.

    Returns the number of demo plans.
    """
    by.require(P.FRAMEWORK_MANAGE)
    offices = list(Office.objects.filter(is_demo=True).exclude(kind=OfficeKind.OTHER).select_related("area"))
    for edition in FrameworkEdition.objects.order_by("fiscal_year"):
        have = set(Plan.objects.filter(edition=edition).values_list("office_id", flat=True))
        _load_year(by, edition, [office for office in offices if office.pk not in have])
    _learn_sizes()
    _prove_main_plan(by)
    count = Plan.objects.filter(is_demo=True).count()
    record(by=by, deed="plans.load_demo", about="demo", values={"plans": count})
    return count


def _learn_sizes() -> None:
    """Let the database count the rows just loaded; until it has, it reads whole tables for one plan."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE plans_plan, plans_planindicator, plans_progressevent, plans_evidence")


def _prove_main_plan(by: Access) -> None:
    """The plan that stays open for a newcomer, that of the demo's divisional officer, gets proof of every kind."""
    own = Posting.objects.filter(user__username=OPEN[1], user__is_demo=True, kind="regular").values("post__office")
    rows = Plan.objects.filter(is_demo=True, edition__key=OPEN[0], office__in=own)
    main = rows.select_related("office__area", "edition").first()
    if main is not None:
        prove_demo_plan(by=system("load_demo"), plan=main)


def _load_year(by: Access, edition: FrameworkEdition, offices: list[Office]) -> None:
    plans = [
        Plan(office=office, edition=edition, kind=edition.kind, fiscal_year=edition.fiscal_year, path=office.path,
             tier=TIERS.get(OfficeKind(office.kind), ""), stage=_stage(edition, office), is_demo=True)
        for office in offices
    ]  # fmt: skip
    rows = [row for plan in plans for row in _rows(by, plan)]
    with pgtrigger.ignore():  # invented rows need no history
        Plan.objects.bulk_create(plans, batch_size=BATCH)
        PlanIndicator.objects.bulk_create(rows, batch_size=BATCH)
        events = [event for row in rows for event in getattr(row, "live", [])]
        ProgressEvent.objects.bulk_create(events, batch_size=BATCH)
    Evidence.objects.bulk_create(_notes(events), batch_size=BATCH)
    _keep_orders([row for row in rows if row.position == 0 and row.plan.office.kind == OfficeKind.DIVISIONAL])


def _stage(edition: FrameworkEdition, office: Office) -> Stage:
    """A division's first year stays open, so that a newcomer has a plan to write into; the others show the end."""
    return Stage.IN_FORCE if (edition.key, office.kind) == OPEN else Stage.CLOSED


def _rows(by: Access, plan: Plan) -> list[PlanIndicator]:
    framework = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    weights = _typed_weights(plan, framework)
    until = timezone.localdate() - timedelta(days=1)
    rows = []
    for position, indicator in enumerate(framework.indicators):
        row = PlanIndicator(plan=plan, code=indicator.code, concept=indicator.concept, position=position)
        row.own_weight = weights.get(indicator.code)
        row.own_levels = demo_levels(indicator) if weights else None
        entries = demo_entries(framework, as_signed(indicator, row), plan.office.code, until)
        row.live = [_event(row, entry) for entry in entries]  # type: ignore[attr-defined]
        rows.append(row)
    _mark(plan, framework, rows)
    return rows


def _typed_weights(plan: Plan, framework: Framework) -> dict[str, Decimal]:
    """Only the demo's upper offices have typed their weights; the others show what unknown looks like."""
    known = DEMO_WEIGHTS.get(plan.edition.key, ())
    if plan.office.kind not in TYPED_BY or len(known) != len(framework.indicators):
        return {}
    return {row.code: Decimal(weight) for row, weight in zip(framework.indicators, known, strict=True)}


def _event(row: PlanIndicator, entry: Entry) -> ProgressEvent:
    return ProgressEvent(indicator=row, entered_label="নমুনা তথ্য", is_demo=True, **asdict(entry))


def _mark(plan: Plan, framework: Framework, rows: list[PlanIndicator]) -> None:
    signed = tuple(as_signed(indicator, row) for indicator, row in zip(framework.indicators, rows, strict=True))
    given = {
        indicator.code: achieved(indicator, row, row.live)  # type: ignore[attr-defined]
        for indicator, row in zip(signed, rows, strict=True)
    }
    score = score_plan(replace(framework, indicators=signed), given)
    for row, scored in zip(rows, score.rows, strict=True):
        row.state = scored.score.state.value
        row.raw = None if scored.score.raw is None else rounded(scored.score.raw, PLACES)
        row.points = None if scored.score.points is None else rounded(scored.score.points, PLACES)
    plan.total = None if score.total is None else rounded(score.total, PLACES)
    plan.estimated, plan.scored_at = score.estimated, timezone.now()


def _notes(events: list[ProgressEvent]) -> Iterator[Evidence]:
    for number, event in enumerate(events, 1):
        if event.standing == "done" and event.indicator.plan.office.kind in TYPED_BY:
            yield Evidence(
                indicator=event.indicator, event=event, kind=EvidenceKind.OTHER, day=event.day,
                note=f"নমুনা প্রমাণক {to_bn(number)}", added_label="নমুনা তথ্য",
            )  # fmt: skip


def _keep_orders(rows: list[PlanIndicator]) -> None:
    """Real files for the divisional offices: the office order of the year's innovation."""
    for row in rows:
        event = next((event for event in getattr(row, "live", []) if event.standing == "done"), None)
        if event is None:
            continue
        kept = keep_file(
            by=system("load_demo"), office=row.plan.office, name=f"office-order-{row.plan.fiscal_year}.pdf",
            content=_order(row.plan, event.day), about=f"progress_event:{event.pk}",
        )  # fmt: skip
        Evidence.objects.create(
            indicator=row, event=event, kind=EvidenceKind.OFFICE_ORDER, attachment=kept, day=event.day,
            added_label="নমুনা তথ্য",
        )  # fmt: skip


def _order(plan: Plan, day: date) -> bytes:
    paper = office_order(
        letterhead=letterhead_of(plan.office),
        day=day,
        paragraphs=["অনলাইনে সেবা আবেদন গ্রহণ ও নিষ্পত্তির উদ্ভাবনী ধারণাটি এ কার্যালয়ে আজ থেকে চালু করা হলো।"],
        watermark="নমুনা",
        fonts=tuple(settings.PAPER_FONTS),
    )
    return to_pdf(paper, creation=day)
