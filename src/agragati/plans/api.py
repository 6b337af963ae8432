"""API operations on plans and progress."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Path, Query, Router, Status

from agragati.audit.actions import submit_once
from agragati.ui.answers import PROBLEMS

from . import actions, selectors
from .rules.wording import say, say_finding, value_text
from .schemas import EventIn, EventOut, IndicatorOut, PlansOut, SheetOut
from .selectors import PlanSheet, SheetRow

router = Router(tags=["plans"])
LARGEST = 2**31 - 1


@router.get("/plans", response={200: PlansOut, **PROBLEMS})
def plans(
    request: HttpRequest,
    fiscal_year: int | None = Query(None, ge=1990, le=2100),  # type: ignore[type-arg]
    after: int = Query(0, ge=0, le=LARGEST),  # type: ignore[type-arg]
    limit: int = Query(50, ge=1, le=200),  # type: ignore[type-arg]
) -> dict[str, Any]:
    """Plans within your view, a page at a time."""
    access = request.auth  # type: ignore[attr-defined]
    rows = selectors.plans_after(by=access, fiscal_year=fiscal_year, after=after, limit=limit)
    return {"items": rows, "next_after": rows[-1].pk if len(rows) == limit else None}


@router.get("/plans/{plan_id}", response={200: SheetOut, 304: None, **PROBLEMS})
def plan(
    request: HttpRequest,
    response: HttpResponse,
    plan_id: int = Path(..., ge=1, le=LARGEST),  # type: ignore[type-arg]
    if_none_match: str = Header("", alias="If-None-Match"),  # type: ignore[type-arg]
) -> Any:
    """One plan with every row explained. Send its ETag back to be told when nothing changed."""
    sheet = selectors.plan_sheet(by=request.auth, plan_id=plan_id)  # type: ignore[attr-defined]
    tag = f'"{sheet.plan.pk}-{sheet.plan.version}"'
    if if_none_match == tag:
        return Status(304, None)
    response["ETag"] = tag
    return _sheet(sheet)


@router.get("/indicators/{indicator_id}/events", response={200: list[EventOut], **PROBLEMS})
def events(request: HttpRequest, indicator_id: int = Path(..., ge=1, le=LARGEST)) -> Any:  # type: ignore[type-arg]
    """Events in force for one row, oldest first."""
    return selectors.events_in_force(by=request.auth, indicator_id=indicator_id)  # type: ignore[attr-defined]


@router.post("/indicators/{indicator_id}/events", response={201: EventOut, **PROBLEMS})
def add_event(
    request: HttpRequest,
    event: EventIn,
    indicator_id: int = Path(..., ge=1, le=LARGEST),  # type: ignore[type-arg]
    key: str = Header(..., alias="Idempotency-Key", min_length=8, max_length=64, pattern=r"^[\w-]+$"),  # type: ignore[type-arg]
) -> Any:
    """Record one happening; the plan is re-scored at once."""
    access = request.auth  # type: ignore[attr-defined]
    row = selectors.indicator_to_enter(by=access, indicator_id=indicator_id)
    entry = actions.Entry(**event.dict())
    made = submit_once(
        by=access, key=key, deed=f"api.record_progress:{indicator_id}",
        do=lambda: str(actions.record_progress(by=access, indicator=row, entry=entry).pk),
    )  # fmt: skip
    return Status(201, selectors.event_to_correct(by=access, event_id=int(made)))


def _sheet(sheet: PlanSheet) -> dict[str, Any]:
    names = ("id", "office_id", "fiscal_year", "kind", "tier", "stage", "total", "estimated", "version")
    kept = {name: getattr(sheet.plan, name) for name in names}
    remarks = [say_finding(finding) for finding in sheet.score.findings]
    return {**kept, "indicators": [_row(row) for row in sheet.rows], "remarks": remarks}


def _row(row: SheetRow) -> IndicatorOut:
    score = row.scored.score
    return IndicatorOut(
        id=row.record.pk,
        code=row.indicator.code,
        concept=row.indicator.concept,
        text=row.indicator.text,
        unit=row.indicator.measure.value,
        weight=row.indicator.weight,
        state=score.state.value,
        achieved=None if score.achieved is None else value_text(score.achieved, row.indicator.measure, "en"),
        raw=score.raw,
        points=score.points,
        because=[say(reason) for reason in score.because],
    )
