"""Findings on plans: what waits for an answer, and what was settled how."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from agragati.kernel.errors import NotFound, Refused
from agragati.org.access import Access, P

from ..access import may_enter, may_review
from ..choices import DoubtState, Severity
from ..models import Plan, PlanDoubt, PlanIndicator
from ..rules.integrity.figures import premature_events
from ..rules.reasons import Reason
from ..rules.reasons_json import reason_from_json
from .doubt_facts import facts_of_plan
from .single import plan_to_read

PER_PAGE = 50


@dataclass(frozen=True)
class DoubtFilter:
    """What the reader asks for; empty means all."""

    state: str = ""
    severity: str = ""
    rule: str = ""
    plan_id: int | None = None


def doubts_page(*, by: Access, wanted: DoubtFilter, page: int = 1) -> Page[PlanDoubt]:
    """One page of findings within the viewing scope, the gravest first."""
    by.require(P.PLAN_VIEW)
    rows: QuerySet[PlanDoubt] = PlanDoubt.objects.visible_to(by).select_related(
        "plan__office", "indicator", "owed_by", "event"
    )
    rows = rows.filter(state=wanted.state) if wanted.state else rows.exclude(state=DoubtState.CLOSED)
    for name in ("severity", "rule", "plan_id"):
        if value := getattr(wanted, name):
            rows = rows.filter(**{name: value})
    order = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
    ranked = rows.annotate(rank=_rank(order)).order_by("rank", "plan__path", "rule", "pk")
    return Paginator(ranked, PER_PAGE).get_page(page)  # type: ignore[return-value]


def _rank(order: dict[Severity, int]) -> Case:
    whens = [When(severity=word, then=Value(place)) for word, place in order.items()]
    return Case(*whens, default=Value(3), output_field=IntegerField())


def open_counts(*, by: Access, plan_id: int) -> dict[str, int]:
    """How many findings of a plan wait, by gravity."""
    plan = plan_to_read(by=by, plan_id=plan_id)
    rows = PlanDoubt.objects.filter(plan=plan).open()
    return dict(rows.values_list("severity").annotate(Count("pk")))


def doubt_to_read(*, by: Access, doubt_id: int) -> PlanDoubt:
    """One finding within the viewing scope; raise NotFound."""
    related = ("plan__office__area", "plan__edition", "indicator", "event", "owed_by")
    found = PlanDoubt.objects.visible_to(by).select_related(*related).filter(pk=doubt_id).first()
    if found is None or not by.may(P.PLAN_VIEW):
        raise NotFound("There is no such finding, or it is not yours to see.")
    return found


def doubt_to_answer(*, by: Access, doubt_id: int) -> PlanDoubt:
    """One the reader's office may answer; NotFound when unseen, Refused when only seen."""
    found = doubt_to_read(by=by, doubt_id=doubt_id)
    by.require(P.PROGRESS_ENTER, found.plan.office.path)
    return found


def doubt_to_close(*, by: Access, doubt_id: int) -> PlanDoubt:
    """One the reader may settle from above; NotFound when unseen, Refused when only seen."""
    found = doubt_to_read(by=by, doubt_id=doubt_id)
    if not may_review(by, found.plan):
        raise Refused("Only a higher office settles a finding.")
    return found


def reason_of(*, by: Access, doubt: PlanDoubt) -> Reason:
    """A finding's sentence as key and values. `by` already fetched it."""
    return reason_from_json(doubt.key, doubt.values)


def history_of(*, by: Access, doubt: PlanDoubt) -> list[tuple[object, str, str]]:
    """What happened to a finding: (when, state, words), oldest first. `by` already fetched it."""
    rows = PlanDoubt.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        pgh_obj_id=doubt.pk
    ).order_by("pgh_id")
    states = dict(DoubtState.choices)
    found: list[tuple[object, str, str]] = []
    for row in rows:
        words = row.close_reason if row.state == DoubtState.CLOSED else row.answer
        line = (row.pgh_created_at, str(states[row.state]), words)
        if not found or found[-1][1:] != line[1:]:
            found.append(line)
    return found


def rights_on(*, by: Access, plan: Plan) -> dict[str, bool]:
    """Whether the reader may answer, and may settle, findings of a plan."""
    return {"may_answer": may_enter(by, plan), "may_close": may_review(by, plan)}


def is_provisional(*, by: Access, indicator: PlanIndicator, quarter: int) -> bool:
    """Whether the figure of a quarter was claimed before the quarter's day of reckoning (R4)."""
    facts = facts_of_plan(by=by, plan=indicator.plan)
    row = next(row for row in facts.rows if row.indicator.code == indicator.code)
    return any(number == quarter for _, number in premature_events(row))


def flagged_codes(*, by: Access, plan: Plan) -> set[str]:
    """Codes of rows with a finding that keeps a claim from being accepted unseen.

    Open or answered findings of high or middle gravity; what proof is missing (R6) has a mark of its own.
    """
    rows = PlanDoubt.objects.filter(plan=plan, indicator__isnull=False, severity__in=(Severity.HIGH, Severity.MEDIUM))
    return set(rows.open().exclude(rule="R6").values_list("indicator__code", flat=True))
