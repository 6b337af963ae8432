"""An office takes a framework as its plan, and types what only its signed paper says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.db import transaction

from agragati.audit.actions import record
from agragati.kernel.digits import to_bn
from agragati.kernel.errors import BadInput, Conflict
from agragati.org.access import Access, P
from agragati.org.choices import OfficeKind
from agragati.org.models import Office

from ..models import FrameworkEdition, Plan, PlanIndicator
from ..rules.choices import Level
from ..rules.framework import Value
from ..rules.life_states import OVER, UNSIGNED
from ..rules.lint import lint
from ..rules.rounding import short
from ..selectors.editions import framework_of
from ..selectors.sheets import as_signed
from .integrity import check_plan
from .measuring import count_as_the_table_says
from .rescore import rescore_plan

# Tier names of the framework files for each kind of office.
TIERS = {
    OfficeKind.MINISTRY: "ministry",
    OfficeKind.DEPARTMENT: "directorate",
    OfficeKind.DIVISIONAL: "divisional",
    OfficeKind.DISTRICT: "district",
    OfficeKind.UPAZILA: "upazila",
}


@transaction.atomic
def adopt_framework(*, by: Access, office: Office, edition: FrameworkEdition) -> Plan:
    """Make the office's plan of that year from the framework as its tier has it.

    Raises BadInput when the office already has a plan of the kind and year; Refused without the right.
    """
    by.require(P.PLAN_EDIT, office.path)
    if Plan.objects.filter(office=office, kind=edition.kind, fiscal_year=edition.fiscal_year).exists():
        raise BadInput("This office already has a plan for this year.", field="edition")
    tier = TIERS.get(OfficeKind(office.kind), "")
    framework = framework_of(by=by, edition=edition, tier=tier)
    plan = Plan.objects.create(
        office=office, edition=edition, kind=edition.kind, fiscal_year=edition.fiscal_year, tier=tier, path=office.path
    )
    PlanIndicator.objects.bulk_create(
        PlanIndicator(plan=plan, code=row.code, concept=row.concept, position=position)
        for position, row in enumerate(framework.indicators)
    )
    counted = count_as_the_table_says(by=by, plan=plan, framework=framework)
    rescore_plan(by=by, plan=plan)
    record(by=by, deed="plans.adopt_framework", about=f"plan:{plan.pk}", label=str(plan),
           values={"edition": edition.key, "counted": counted})  # fmt: skip
    return plan


@transaction.atomic
def state_terms(
    *,
    by: Access,
    indicator: PlanIndicator,
    weight: Decimal | None,
    levels: Sequence[tuple[Decimal, Value | None]] = (),
    own_due: date | None = None,
    seen: int | None = None,
) -> PlanIndicator:
    """Type an indicator's weight and targets from the office's signed plan, and its own earlier date.

    Empty `levels` keep what the framework says. Raises BadInput when the framework already prints another
    weight, when the plan is signed and the terms are known (amend it), or when the levels break a rule (order,
    direction, "-" before the tail). `seen` is the row's version that the writer read; Conflict with both values
    when it was changed since.
    """
    by.require(P.PLAN_EDIT, indicator.plan.office.path)
    _require_seen(indicator, seen, weight, levels)
    require_terms_open(by=by, indicator=indicator, weight=weight, levels=levels)
    return put_terms(by=by, indicator=indicator, weight=weight, levels=levels, own_due=own_due)


@transaction.atomic
def put_terms(
    *,
    by: Access,
    indicator: PlanIndicator,
    weight: Decimal | None,
    levels: Sequence[tuple[Decimal, Value | None]],
    own_due: date | None,
) -> PlanIndicator:
    """Write an indicator's terms; who may and when is checked by the deeds that call this."""
    plan = indicator.plan
    printed = framework_of(by=by, edition=plan.edition, tier=plan.tier).indicator(indicator.code)
    if weight is not None and printed.weight is not None and weight != printed.weight:
        raise BadInput(
            "The official table gives this indicator %(weight)s marks.", field="weight", weight=printed.weight
        )
    old = {"weight": _text(indicator.own_weight), "levels": indicator.own_levels, "own_due": _text(indicator.own_due)}
    indicator.own_weight = None if printed.weight is not None else weight
    indicator.own_levels = [[str(percent), _text(value)] for percent, value in levels] or None
    indicator.own_due = own_due
    _refuse_broken(indicator, by, levels)
    indicator.version += 1
    indicator.save()
    rescore_plan(by=by, plan=plan)
    check_plan(by=by, plan=plan)
    new = {"weight": _text(indicator.own_weight), "levels": indicator.own_levels, "own_due": _text(own_due)}
    record(
        by=by, deed="plans.state_terms", about=f"plan:{plan.pk}", label=indicator.code, values={"old": old, "new": new}
    )
    return indicator


def require_terms_open(
    *, by: Access, indicator: PlanIndicator, weight: Decimal | None, levels: Sequence[tuple[Decimal, Value | None]]
) -> None:
    """Raise BadInput when the terms may not be typed now: after signing only what is still unknown may be."""
    stage = indicator.plan.stage
    if stage in OVER:
        raise BadInput("The year is closed; nothing can be changed any more.")
    if stage in UNSIGNED:
        return
    typed = [[str(percent), _text(value)] for percent, value in levels] or None
    if indicator.own_weight not in (None, weight) or indicator.own_levels not in (None, typed):
        raise BadInput("The plan is signed: propose an amendment instead.", field="weight")


def _require_seen(
    row: PlanIndicator, seen: int | None, weight: Decimal | None, levels: Sequence[tuple[Decimal, Value | None]]
) -> None:
    held = PlanIndicator.objects.select_for_update(of=["self"]).get(pk=row.pk)
    if seen is None or seen == held.version:
        return
    typed = [[str(percent), _text(value)] for percent, value in levels]
    raise Conflict(
        "Someone else changed this meanwhile. It now says: %(theirs)s. You typed: %(yours)s.",
        theirs=_terms_text(held.own_weight, held.own_levels or []), yours=_terms_text(weight, typed),
        version=held.version,
    )  # fmt: skip


def _terms_text(weight: Decimal | None, levels: Sequence[Sequence[object]]) -> str:
    columns = [f"{percent}%: {value or '-'}" for percent, value in levels]
    return to_bn(", ".join([*([short(weight)] if weight is not None else []), *columns]) or "—")


def _refuse_broken(indicator: PlanIndicator, by: Access, levels: Sequence[tuple[Decimal, Value | None]]) -> None:
    if not levels:
        return
    plan = indicator.plan
    printed = framework_of(by=by, edition=plan.edition, tier=plan.tier)
    signed = as_signed(printed.indicator(indicator.code), indicator)
    for finding in lint(replace(printed, indicators=(signed,))):
        if finding.level is Level.ERROR and finding.code == indicator.code:
            raise BadInput(
                "The targets do not fit together (%(rule)s). Compare them with the signed plan.",
                field="levels",
                rule=finding.rule,
            )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
