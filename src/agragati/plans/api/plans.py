"""API operations on plans and the terms of their rows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from agragati.audit.actions import submit_once
from agragati.org.selectors import office
from agragati.ui.answers import PROBLEMS

from .. import actions, selectors
from ..models import PlanIndicator
from ..rules.wording import say, say_finding, value_text
from ..schemas import IndicatorOut, PlanIn, PlanOut, PlansOut, SheetOut, TermsIn, TermsOut
from ..selectors import PlanSheet, SheetRow
from ..selectors.editions import edition_by_key
from ..selectors.single import indicator_to_edit, plan_to_read
from .shared import LARGEST, WRITTEN, Id, IfMatch, IfNoneMatch, Key, require_match, tagged

router = Router()


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
    plan_id: Id,
    if_none_match: IfNoneMatch = "",
) -> Any:
    """One plan with every row explained. Send its ETag back to be told when nothing changed."""
    sheet = selectors.plan_sheet(by=request.auth, plan_id=plan_id)  # type: ignore[attr-defined]
    return tagged(response, _sheet(sheet), f'"{sheet.plan.pk}-{sheet.plan.version}"', if_none_match)


@router.post("/plans", response={201: PlanOut, **PROBLEMS})
def adopt(request: HttpRequest, wanted: PlanIn, key: Key) -> Any:
    """Make an office's plan of a year from a published framework."""
    access = request.auth  # type: ignore[attr-defined]
    where, edition = office(by=access, office_id=wanted.office_id), edition_by_key(by=access, key=wanted.edition)
    made = submit_once(
        by=access, key=key, deed="api.adopt_framework",
        do=lambda: str(actions.adopt_framework(by=access, office=where, edition=edition).pk),
    )  # fmt: skip
    return Status(201, plan_to_read(by=access, plan_id=int(made)))


@router.get("/indicators/{indicator_id}/terms", response={200: TermsOut, 304: None, **PROBLEMS})
def terms(request: HttpRequest, response: HttpResponse, indicator_id: Id, if_none_match: IfNoneMatch = "") -> Any:
    """What the office's signed plan says of a row where the framework does not: weight, targets, its own date."""
    row = indicator_to_edit(by=request.auth, indicator_id=indicator_id)  # type: ignore[attr-defined]
    return tagged(response, row, _terms_tag(row), if_none_match)


@router.put("/indicators/{indicator_id}/terms", response={200: TermsOut, **WRITTEN})
def state_terms(
    request: HttpRequest, response: HttpResponse, wanted: TermsIn, indicator_id: Id, key: Key, if_match: IfMatch
) -> Any:
    """State them. The ETag last read must still hold: else 412 with both values, and nothing is written."""
    access = request.auth  # type: ignore[attr-defined]
    row = indicator_to_edit(by=access, indicator_id=indicator_id)

    def do() -> str:
        require_match(_terms_tag(row), if_match, theirs=str(row.own_weight or "—"), yours=str(wanted.own_weight or "—"))
        actions.state_terms(by=access, indicator=row, weight=wanted.own_weight, levels=wanted.levels(),
                            own_due=wanted.own_due, seen=row.version)  # fmt: skip
        return str(row.pk)

    submit_once(by=access, key=key, deed=f"api.state_terms:{indicator_id}", do=do)
    now = indicator_to_edit(by=access, indicator_id=indicator_id)
    return tagged(response, now, _terms_tag(now))


def _terms_tag(row: PlanIndicator) -> str:
    return f'"{row.pk}-{row.version}"'


def _sheet(sheet: PlanSheet) -> dict[str, Any]:
    names = ("id", "office_id", "fiscal_year", "kind", "tier", "stage", "total", "estimated", "version")
    kept = {name: getattr(sheet.plan, name) for name in names}
    remarks = [say_finding(finding) for finding in sheet.score.findings]
    return {**kept, "indicators": [_row(row) for row in sheet.rows], "remarks": remarks}


def _row(row: SheetRow) -> IndicatorOut:
    score = row.scored.score
    figures = {figure.name: figure.label or figure.name for figure in row.indicator.figures}
    achieved = None if score.achieved is None else value_text(score.achieved, row.indicator.measure, "en")
    return IndicatorOut(
        id=row.record.pk, code=row.indicator.code, concept=row.indicator.concept, text=row.indicator.text,
        unit=row.indicator.measure.value, weight=row.indicator.weight, state=score.state.value, achieved=achieved,
        raw=score.raw, points=score.points, because=[say(reason) for reason in score.because],
        formula=row.indicator.formula, figures=figures,
    )  # fmt: skip
