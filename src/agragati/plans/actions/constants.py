"""A shared constant of a published table gets another value; every plan that still runs is scored again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction

from agragati.audit.actions import record
from agragati.jobs import defer
from agragati.kernel.errors import BadInput
from agragati.org.access import Access, P

from ..choices import EditionStatus
from ..models import FrameworkEdition, Plan
from ..rules.constants import with_constants
from ..rules.formula_terms import Constant
from ..rules.life_states import OVER
from ..rules.lint import has_errors, lint
from ..rules.reading import read_framework
from ..rules.reading_values import as_value
from ..selectors.editions import framework_of
from .rescore import rescore_plan

JOB = "plans.tasks.rescore_edition"
AT_ONCE = 200


@transaction.atomic
def set_constant(
    *, by: Access, edition: FrameworkEdition, name: str, value: Decimal | date, source: str, reason: str
) -> FrameworkEdition:
    """Set a constant of a published table; the old value stays in the audit, the printed one in the document.

    Raises BadInput for an unknown constant, another kind of value, the same value, no reason, a draft (change the
    draft itself), a value with which targets contradict each other, and once a plan of the table is closed: the marks
    of a closed year stay. The plans are scored again by a job.
    """
    by.require(P.FRAMEWORK_MANAGE)
    kept = FrameworkEdition.objects.select_for_update().get(pk=edition.pk)
    if kept.status != EditionStatus.PUBLISHED:
        raise BadInput("This table is a draft: change the constant in the draft itself.")
    if Plan.objects.filter(edition=kept, stage__in=OVER).exists():
        raise BadInput("A plan of this table is closed; its marks must stay as they are. Draft the table anew.")
    old = _constant(by, kept, name)
    _require_new(old, value, reason)
    now = {"value": str(value), "source": source.strip()[:500] or old.source}
    kept.constants = {**kept.constants, name: now}
    if has_errors(lint(read_framework(with_constants(kept.document, kept.constants), name=kept.key))):
        raise BadInput("With this value the targets contradict each other.", field="value")
    kept.save(update_fields=["constants"])
    before = {"value": str(old.value), "source": old.source}
    record(by=by, deed="plans.set_constant", about=f"framework:{kept.pk}", label=f"{kept}: {old.label or name}",
           values={"name": name, "old": before, "new": now, "reason": reason.strip()[:300]})  # fmt: skip
    defer(JOB, edition_id=kept.pk, after=0)
    return kept


def _constant(by: Access, edition: FrameworkEdition, name: str) -> Constant:
    found = framework_of(by=by, edition=edition).shared.constant(name)
    if found is None:
        raise BadInput("This table has no constant %(name)s.", field="value", name=name[:40])
    return found


def _require_new(old: Constant, value: Decimal | date, reason: str) -> None:
    if isinstance(old.value, date) != isinstance(value, date):
        raise BadInput("A number stays a number and a date a date.", field="value")
    if value == as_value(str(old.value)):
        raise BadInput("This is the value it has already.", field="value")
    if not reason.strip():
        raise BadInput("Write why.", field="reason")


@transaction.atomic
def rescore_edition(*, by: Access, edition_id: int, after: int = 0) -> int:
    """Score the next plans of a table whose year is not closed; the id to go on after, 0 when none is left."""
    rows = Plan.objects.visible_to(by).filter(edition_id=edition_id, pk__gt=after).exclude(stage__in=OVER)
    plans = list(rows.select_related("edition", "office").order_by("pk")[:AT_ONCE])
    for plan in plans:
        rescore_plan(by=by, plan=plan)
    return plans[-1].pk if len(plans) == AT_ONCE else 0
