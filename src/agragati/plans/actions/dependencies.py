"""Asking another office for what an indicator needs, and that office's answer."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from agragati.audit.actions import record
from agragati.kernel.errors import BadInput, Refused
from agragati.org.access import Access, P
from agragati.org.models import Office
from agragati.outbox.actions import discharge, notify, oblige, withdraw
from agragati.outbox.rules.recipients import to_heads

from .. import notices
from ..choices import DependencyState
from ..models import Dependency, PlanIndicator
from ..selectors.holders import require_entry


@transaction.atomic
def ask_office(
    *, by: Access, indicator: PlanIndicator, office: Office, what: str, due: date | None = None
) -> Dependency:
    """Ask another office for what the indicator needs, by a day; it becomes a duty of that office's head.

    Raises BadInput for one's own office or without words; Refused without the right to enter here.
    """
    plan = indicator.plan
    require_entry(by=by, indicator=indicator)
    if office.pk == plan.office_id:
        raise BadInput("Choose another office: your own needs no message.", field="office")
    if not what.strip():
        raise BadInput("Write what is needed.", field="what")
    made = Dependency.objects.create(
        indicator=indicator, office=office, what=what.strip()[:500], due=due, asked_label=by.label[:300]
    )
    duty = notices.needed_from(made)
    oblige(by=by, about=duty.about, office_id=duty.office_id, title=duty.title, url=duty.url, due=due,
           giver_id=plan.office_id)  # fmt: skip
    record(by=by, deed="plans.ask_office", about=f"plan:{plan.pk}", label=indicator.code,
           values={"dependency": made.pk, "office": office.pk, "what": made.what})  # fmt: skip
    return made


@transaction.atomic
def answer_dependency(*, by: Access, dependency: Dependency, answer: str) -> Dependency:
    """The office asked says it has delivered; the office that asked is told. Refused for anyone else's answer."""
    by.require(P.PROGRESS_ENTER, dependency.office.path)
    _settle(by, dependency, DependencyState.MET, answer)
    discharge(by=by, about=notices.about_dependency(dependency.pk))
    told = notices.answered(dependency)
    notify(by=by, deed="plans.answer_dependency", key=f"{told.about}:answer", to=to_heads(told.office_id),
           subject=told.title, text=dependency.answer, url=told.url, about=told.about)  # fmt: skip
    return dependency


@transaction.atomic
def drop_dependency(*, by: Access, dependency: Dependency, reason: str) -> Dependency:
    """The office that asked no longer needs it; the duty is taken back."""
    require_entry(by=by, indicator=dependency.indicator)
    _settle(by, dependency, DependencyState.DROPPED, reason)
    withdraw(by=by, about=notices.about_dependency(dependency.pk))
    return dependency


def _settle(by: Access, row: Dependency, state: str, words: str) -> None:
    if row.state != DependencyState.OPEN:
        raise Refused("This was settled already.")
    if not words.strip():
        raise BadInput("Write the answer.", field="answer")
    row.state, row.answer = state, words.strip()[:1000]
    row.answered_label, row.answered_at = by.label[:300], timezone.now()
    row.save()
    record(by=by, deed=f"plans.dependency_{state}", about=f"plan:{row.indicator.plan_id}", label=row.indicator.code,
           values={"dependency": row.pk, "answer": row.answer})  # fmt: skip
